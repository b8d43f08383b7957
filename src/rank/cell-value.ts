import type { CellReader } from '../model/cell-reader';
import type { Mark } from '../model/table';
import { valueWords } from '../model/words';
import { graphemesIn } from '../text/graphemes';
import { lazily, lazyPattern } from '../text/lazily';
import type { Reading } from './amount';
import { readAmountWord } from './amount-words';
import { readClock } from './clock';
import { readDate, readMaybeDate, type DateValue } from './date';
import { NO_NOTATION, type Notation } from './notation';
import { readNumber, type CellNumber } from './number';
import { fold } from '../text/fold';

/** What a cell says. */
export type CellValue =
  /** Nothing, or in so many words that nothing is said: no zero. `dashes` is how many hyphens or dashes stand there. */
  | { readonly kind: 'blank'; readonly dashes: number }
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  /** `date` is what it says where the others of the column are dates: `2025`. */
  | { readonly kind: 'number'; readonly number: CellNumber; readonly date: DateValue | null }
  | { readonly kind: 'date'; readonly date: DateValue }
  /** An ordered word; low, medium, high are 1, 2, 3. */
  | { readonly kind: 'word'; readonly amount: number }
  | { readonly kind: 'text' };

/** A minus sign proper (U+2212) is a mark, not a dash. */
const DASHES = /^[-–—‑]{1,5}$/u;
const BLANKS = lazily((): ReadonlySet<string> => new Set([...valueWords().blanks.split('|'), '?', '…', '...']));
/** Arrows and arithmetic signs say in which direction the number behind them goes: they are part of it. */
const DIRECTION = /^[+−±↑↓⬆⬇]$/u;
const KEYCAP = /^\d\uFE0F?\u20E3/u;

/** Longer texts are none of `BLANKS`. */
const LONGEST_BLANK = 20;

/**
 * Reads a cell's raw Markdown.
 *
 * @param plain The cell as `reader.plain` gives it, for those who have it already.
 * @param notation How its column writes numbers and dates.
 */
export function readCellValue(
  cell: string,
  reader: CellReader,
  plain: string = reader.plain(cell),
  notation: Notation = NO_NOTATION,
): CellValue {
  if (plain === '' || (plain.length <= LONGEST_BLANK && BLANKS().has(fold(plain)))) return { kind: 'blank', dashes: 0 };
  if (DASHES.test(plain)) return { kind: 'blank', dashes: plain.length };
  const marks = KEYCAP.test(plain) ? [] : reader.marks(cell);
  const [mark, ...others] = marks;
  if (
    mark !== undefined &&
    !(others.length === 0 && DIRECTION.test(mark.mark) && readNumber(plain, notation) !== null)
  ) {
    return { kind: 'marks', marks };
  }
  // Signs as wide as Chinese ones mean the same.
  const text = plain.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  // Not every sign before a number is a mark.
  const measure = readMeasure(text, notation) ?? (PICTURE().test(text) ? readBehindMarks(text, notation) : null);
  if (measure !== null) return measure;
  const amount = readAmountWord(plain);
  return amount === null ? { kind: 'text' } : { kind: 'word', amount };
}

/** The date, time or number that stands behind the marks of a cell, given as plain text; `null` if none does. */
export function readBehindMarks(plain: string, notation: Notation): CellValue | null {
  return readMeasure(withoutDecoration(plain), notation);
}

/** A date, a time or a number; `null` for what is none of them. */
function readMeasure(plain: string, notation: Notation): CellValue | null {
  const date = readDate(plain, notation);
  if (date !== null) return { kind: 'date', date };
  const clock = readClock(plain);
  if (clock !== null) return measured(clock);
  const number = readNumber(plain, notation);
  const maybe = number === null && !/\d{4}/u.test(plain) ? null : readMaybeDate(plain);
  if (number !== null) return { kind: 'number', number, date: maybe };
  return maybe === null ? null : { kind: 'date', date: maybe };
}

/** A cell that says a number and nothing else. */
export function measured(reading: Reading): CellValue {
  return { kind: 'number', number: { readings: [reading], arrow: null, words: '' }, date: null };
}

/** The number or ordered word that stands behind a cell's marks (`🔥 80 %`), given as plain text; `null` if none does. */
export function readAmountBehindMarks(plain: string): number | null {
  const text = withoutDecoration(plain);
  return readNumber(text)?.readings[0].value ?? readAmountWord(text);
}

const PICTURE = lazyPattern('[\\p{Extended_Pictographic}\\p{Regional_Indicator}▀-✘]');

/** The text behind the emoji and signs that open it, however many code points one of them takes. */
function withoutDecoration(plain: string): string {
  for (const { segment, index } of graphemesIn(plain)) {
    if (!PICTURE().test(segment) && segment.trim() !== '') return plain.slice(index);
  }
  return '';
}
