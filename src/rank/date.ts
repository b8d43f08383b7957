import { DATE_LEADS, MONTHS, ORDINALS, WEEKDAYS } from '../model/amounts';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { wholeWords } from '../text/phrases';
import { matchAt, type Match } from './match-at';
import type { Notation } from './notation';
import { WordTable } from './word-table';

/** A day, or the first day of what is longer. */
interface CellDate {
  /** `null` where only day and month are written. */
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  /** From 1; half a day more in the middle of an even number of days, or at noon. */
  readonly day: number;
}

/** What a cell says of time, in days since the beginning of 1970. */
export interface DateValue {
  readonly days: number;
  /** Whether no year is written: it compares with its like alone. */
  readonly isYearless: boolean;
}

type Groups = readonly (string | undefined)[];

const MONTH = lazily(() => new WordTable(MONTHS.map((words, index) => [index + 1, words] as const)));
const ORDINAL = lazily(() => new WordTable(ORDINALS.map((words, index) => [index + 1, words] as const)));
const LEAD = lazily(
  () => new RegExp(`(?:[~≈<>≤≥⩽⩾]|(?:${wholeWords(DATE_LEADS)}|${wholeWords(WEEKDAYS)})[.,]?|\\s)*`, 'uy'),
);
const WORD = lazyPattern('\\p{L}+', 'uy');
const YEAR = "(\\d{4}|['’]\\d\\d)(?!\\d)";
const SHORT_YEAR = "(\\d{4}|['’]?\\d\\d)(?!\\d)";
const OF_YEAR = '(?:\\s*(?:гг?\\.?|год(?:а|у)?)(?!\\p{L}))?';
const DAY = '(\\d{1,2})(?:(?:\\s*[–—-]\\s*|\\s+(?:по|до|to)\\s+)(\\d{1,2}))?(?![\\d:])(?:st|nd|rd|th|-?го|-?е)?';
const NAME = '(\\p{L}{3,})\\.?';

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, notation: Notation) => CellDate | null;
}

const form = (source: string, read: Form['read']): Form => ({ pattern: new RegExp(source + OF_YEAR, 'uy'), read });

/** The ways that a date is written; the first that fits is taken. */
const FORMS = lazily((): readonly Form[] => [
  form('(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?!\\d)', ([y, , m, d]) => ymd(y, m, d)),
  form('(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d\\d)(?!\\d)', readThree),
  form(`${DAY}[\\s./-]*(?:of\\s+)?${NAME}(?:[\\s,./-]*${YEAR})?`, ([d, to, name, y]) => named(y, name, d, to)),
  form(`${NAME}\\s*${DAY}(?:,?\\s+${YEAR})?`, ([name, d, to, y]) => named(y, name, d, to)),
  form(`${NAME}[\\s,./-]*(?:of\\s+)?${YEAR}`, ([name, y]) => named(y, name, '1')),
  form(`${YEAR}[\\s,./-]+${NAME}(?:\\s+(\\d{1,2})(?!\\d))?`, ([y, name, d = '1']) => named(y, name, d)),
  form('(0[1-9])\\.(0[1-9]|1[0-2])(?![\\d.])', ([d, m]) => ymd(undefined, m, d)),
  form('((?:1[5-9]|20)\\d\\d)[-./](0[1-9]|1[0-2])(?![\\d./-])', ([y, m]) => ymd(y, m, '1')),
  form('(0[1-9](?=[./])|1[0-2](?=/))[./](1[5-9]\\d\\d|20\\d\\d)(?![\\d./-])', ([m, y]) => ymd(y, m, '1')),
  form(`([qhп])([1-4])[\\s,/-]*${SHORT_YEAR}`, ([kind, part, y]) => partOfYear(y, part, kind)),
  form('(\\d{4})[\\s,/-]*([qhп])([1-4])(?!\\d)', ([y, kind, part]) => partOfYear(y, part, kind)),
  form(
    `([1-4]|\\p{L}+)(?:-?[йе])?\\s*(q|h|п|кв(?:артал\\p{L}*|\\.)?|полугоди\\p{L}*|quarter|half)[\\s,/-]*(?:of\\s)?${SHORT_YEAR}`,
    ([part, kind, y]) => partOfYear(y, part, kind),
  ),
  form(`${NAME}[-/](\\d\\d)(?!\\d)`, ([name, y]) => named(y, name, '1')),
  form('(\\d{4})-?w(\\d\\d)(?:-?([1-7]))?(?!\\d)', ([y, week, d = '1']) => ofWeek(Number(y), Number(week), Number(d))),
  // `январь – март 2025`: what stands before the dash has its year behind it.
  form(`${NAME}(?=\\s*(?:[–—-]|по\\s|to\\s)\\s*\\p{L})`, ([name]) => named(undefined, name, '1')),
  form('(q)([1-4])(?=\\s*[–—-]\\s*q)', ([kind, part]) => partOfYear(undefined, part, kind)),
  form(`${NAME}$`, ([name]) => named(undefined, name, '1')),
]);

const TIME =
  /(?:t|,?\s+(?:at\s+|в\s+)?)(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?(?:\s*(?:z|utc|gmt|msk|мск|[+−-]\d\d:?\d\d)(?![a-zа-я]))?/uy;
const RANGE = /\s*(?:[–—-]|…|\.{2,3}|\s(?:to|till|until|до|по)\s)\s*/uy;
const REST = lazily(
  () => new RegExp(`^[\\s,]*(?:${wholeWords(WEEKDAYS)}\\.?\\s*)?(?:$|[([])|^\\s*[,;:—–-]\\s+\\D`, 'u'),
);

/** What may be the name of a month. */
const LONE_WORD = lazyPattern('^\\p{L}{3,9}\\.?$');
/** Longer texts are none. */
const LONGEST = 80;
const PLAIN_NUMBER = /^[+−-]?(?:0|[1-9]\d*)(?:[.,]\d{1,3})?$/u;
/** A year, a name or three numbers: most cells have none of them. */
const HINT = /\d{4}|[a-zа-я]{3}|\d[./-]\d\d?[./-]\d|0\d\.\d\d|[qhпв]/u;

/** Reads the date or time span that a cell's plain text is; `null` where it is none, or something else besides. */
export function readDate(plain: string, notation: Notation): DateValue | null {
  if (plain.length > LONGEST || PLAIN_NUMBER.test(plain) || !(/\d/.test(plain) || LONE_WORD().test(plain))) return null;
  const text = fold(plain);
  if (!HINT.test(text)) return null;
  const first = readOne(text, matchAt(LEAD(), text, 0)?.end ?? 0, notation);
  const range = matchAt(RANGE, text, first?.end ?? 0);
  const last = range === null ? null : readOne(text, range.end, notation);
  if (first === null || !REST().test(text.slice(last?.end ?? first.end))) return null;
  const year = first.date.year ?? last?.date.year ?? null;
  const start = daysOf({ ...first.date, year });
  const days = last === null ? start : (start + daysOf({ ...last.date, year: last.date.year ?? year })) / 2;
  return { days, isYearless: year === null };
}

/** A year or two, a month and a year, or a day and a month, that could be a number just as well. */
const MAYBE =
  /(?:(?:(1[0-2])\.)?([12]\d{3})(?:\s*[–—-]\s*([12]\d{3}))?(?:s|-?е|\s*(?:гг?\.?|год[аыу]?))?|(\d\d)\.(0[1-9]|1[0-2]))$/uy;

/** What a text would say as a date that by itself is taken for a number: `2025`, `12.2025`, `28.12`. */
export function readMaybeDate(plain: string): DateValue | null {
  if (plain.length > LONGEST) return null;
  const text = fold(plain);
  const found = matchAt(MAYBE, text, matchAt(LEAD(), text, 0)?.end ?? 0);
  if (found === null) return null;
  const [, month = '1', year, last = year, day, inMonth] = found.groups;
  if (day !== undefined) {
    const date = ymd(undefined, inMonth, day);
    return date === null ? null : { days: daysOf(date), isYearless: true };
  }
  const [from = 0, to = from] = [year, last].map((one) => daysOf({ year: Number(one), month: Number(month), day: 1 }));
  return { days: (from + to) / 2, isYearless: false };
}

function readOne(
  text: string,
  from: number,
  notation: Notation,
): { readonly date: CellDate; readonly end: number } | null {
  if (!mayBegin(text, from)) return null;
  for (const { pattern, read } of FORMS()) {
    const found = matchAt(pattern, text, from);
    const date = found === null ? null : read(found.groups.slice(1), notation);
    if (found === null || date === null) continue;
    const time = matchAt(TIME, text, found.end);
    const day = time === null ? date.day : date.day + dayPart(time);
    return { date: { ...date, day }, end: (time ?? found).end };
  }
  return null;
}

/** Whether a digit, a month or what names a part of a year stands there: most texts need no more to be told from all dates. */
function mayBegin(text: string, from: number): boolean {
  const word = matchAt(WORD(), text, from)?.groups[0] ?? '';
  return word === ''
    ? /\d/.test(text.charAt(from))
    : /^(?:[qhп]|i+|iv)$/.test(word) || MONTH().of(word).length + ORDINAL().of(word).length > 0;
}

function dayPart({ groups: [, hours, minutes, seconds = '0', half] }: Match): number {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** Of `3/2/2025` and the like. Dots and dashes stand between day and month; a slash stands as the column says, else as in America. */
function readThree([one, sign, other, y]: Groups, { dayFirst, isDated }: Notation): CellDate | null {
  // `1.2.25` is a version, but among dates.
  if (!isDated && y?.length === 2 && sign !== '/' && (one?.length !== 2 || other?.length !== 2)) return null;
  const isDayFirst = dayFirst ?? sign !== '/';
  return (
    (isDayFirst ? ymd(y, other, one) : ymd(y, one, other)) ?? (isDayFirst ? ymd(y, one, other) : ymd(y, other, one))
  );
}

function ymd(y: string | undefined, m: string | undefined, d: string | undefined): CellDate | null {
  const month = Number(m);
  const day = Number(d);
  const year = yearOf(y);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? LEAP_YEAR, month, 0)).getUTCDate()
    ? { year, month, day }
    : null;
}

function named(y: string | undefined, name = '', d: string | undefined, to = d): CellDate | null {
  const [month] = MONTH().of(name);
  const first = ymd(y, String(month), d);
  const last = ymd(y, String(month), to);
  return first === null || last === null ? null : { ...first, day: (first.day + last.day) / 2 };
}

/** `2 h 24` are hours: only quarters go with a short year. */
function partOfYear(y: string | undefined, part = '', kind = ''): CellDate | null {
  const isQuarter = /^[qк]/.test(kind);
  const months = isQuarter ? 3 : 6;
  const [count = Number(part)] = ORDINAL().of(part);
  return count * months <= 12 && (isQuarter || y?.length === 4)
    ? { year: yearOf(y), month: (count - 1) * months + 1, day: 1 }
    : null;
}

/** The week with the year's first Thursday is its first. */
function ofWeek(year: number, week: number, weekday: number): CellDate | null {
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return week >= 1 && week <= 53 ? { year, month: 1, day: 4 - fourth + (week - 1) * 7 + weekday } : null;
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const year = Number(written.replace(/\D/g, ''));
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

/** A year with all its days for dates without one. */
const LEAP_YEAR = 2000;
const DAY_MS = 86_400_000;

function daysOf({ year, month, day }: CellDate): number {
  const first = new Date(0);
  first.setUTCFullYear(year ?? LEAP_YEAR, month - 1, 1);
  return first.getTime() / DAY_MS + day - 1;
}
