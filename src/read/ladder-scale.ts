import { measureWords } from '../model/ranks';
import type { TableRow } from '../model/table';
import { lazily } from '../text/lazily';
import { phrasePattern, wholeWords } from '../text/phrases';
import { readMarks } from './marks';
import { mayOpenScale, placesBelow, rungText } from './rank';
import { normalizeHeading } from './vocabulary';
import { rungWords } from '../model/words';

const MEASURES = lazily(() => new RegExp(`^${wholeWords(measureWords())}(?![-'’_])`));
const NO_SCALE = lazily(() => new RegExp(`^${wholeWords(rungWords().noScale)}`));
const SCALE = lazily(() => phrasePattern(rungWords().scales));

/** Whether words that stand above speak of something that has an order. */
export function declaresScale(words: string): boolean {
  return SCALE().test(normalizeHeading(words));
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));

/** Whether numbers rise or fall from row to row, no two alike. */
export const isMonotone = (values: readonly number[]): boolean => rises(values) || rises(values.map((value) => -value));

const NUMBER = String.raw`[−-]?\d{1,6}(?:[.,]\d+)?`;
/** `0–10`, `< 10`, `10+`, `до 5`, each also in per cent. A number with another unit is an amount. */
const RANGE = lazily(
  () =>
    new RegExp(
      String.raw`^(?:(${NUMBER})\s*%?\s*(?:[–—-]|\.{2,3}|…|to |до )\s*(${NUMBER})|(?:([<≤]|до |up to |under |below |менее )|([>≥]|от |over |above |более ))\s*(${NUMBER})|(${NUMBER})\s*%?\s*(\+)?)\s*%?(?=$|[ (,:;–—])`,
    ),
);

interface Range {
  readonly from: number;
  readonly to: number;
  readonly isRange: boolean;
}

function readRange(text: string): Range | null {
  const found = RANGE().exec(text);
  if (found === null) return null;
  // A unit behind makes it an amount, an explanation does not.
  if (/^\s*[^\s(,:;–—]/.test(text.slice(found[0].length))) return null;
  const [, first, last, below, above, bound, alone, plus] = found;
  const value = (digits: string | undefined): number => Number((digits ?? '').replace(',', '.').replace('−', '-'));
  if (first !== undefined) return { from: value(first), to: value(last), isRange: true };
  if (below !== undefined) return { from: -Infinity, to: value(bound), isRange: true };
  if (above !== undefined || plus !== undefined) return { from: value(bound ?? alone), to: Infinity, isRange: true };
  return { from: value(alone), to: value(alone), isRange: false };
}

/** Tells most cells apart from a range. */
const MAY_BE_RANGE = /^[^a-zа-яё]{0,12}?\d|^[^a-zа-яё]{0,6}(?:до|от|up|over|under|above|below|менее|более)\s*\d/i;
const FEWEST_ROWS = 3;

/**
 * Whether the cells of a first column are a scale by themselves: words of one that rise or fall; ranges that follow one upon the
 * other, or that rise below words that speak of a scale; numbers that rise below what is measured. `mayCount` where the first cell
 * holds a digit.
 */
export function isScale(header: string, body: readonly TableRow[], mayCount: boolean, lead: () => string): boolean {
  if (body.length < FEWEST_ROWS) return false;
  const raw = body[0]?.cells[0] ?? '';
  if (!mayCount || !MAY_BE_RANGE.test(raw))
    return (mayOpenScale(raw) && hasScaleWords(header, body)) || (repeatsIn(raw) > 0 && hasRepeats(body));
  const first = rungText(raw);
  if (readRange(first) === null) return false;
  const ranges: Range[] = [];
  for (const { cells } of body) {
    const range = readRange(rungText(cells[0] ?? ''));
    if (range === null) return false;
    ranges.push(range);
  }
  const name = normalizeHeading(header);
  if (NO_SCALE().test(name) || ranges.some(isYear)) return false;
  const [up, down] = [ranges, [...ranges].reverse()];
  const run = isRun(up) ? up : isRun(down) ? down : null;
  if (run === null) return false;
  if (MEASURES().test(name)) return true;
  if (ranges.filter(({ isRange }) => isRange).length * 2 < ranges.length) return false;
  return run.every(isJoined) || declaresScale(`${header}\n${lead()}`);
}

/** `★`, `★★`, `★★★`: how often the sign of a cell stands there that holds no other; 0 where it holds anything else. */
export function repeatsIn(cell: string): number {
  const [first, second] = readMarks(cell);
  return first?.words === '' && second === undefined ? first.count : 0;
}

const hasRepeats = (body: readonly TableRow[]): boolean => {
  const counts = body.map(({ cells: [cell = ''] }) => repeatsIn(cell));
  return !counts.includes(0) && isMonotone(counts);
};

function hasScaleWords(header: string, body: readonly TableRow[]): boolean {
  const places = placesBelow(
    header,
    body.map(({ cells }) => rungText(cells[0] ?? '')),
  );
  return places !== null && isMonotone(places);
}

const isYear = ({ from }: Range): boolean => from >= 1800 && from <= 2100;

/** Each begins no lower than the one before ends. */
function isRun(ranges: readonly Range[]): boolean {
  return ranges.every(({ from, to }, at) => {
    const before = ranges[at - 1];
    if (from > to) return false;
    return before === undefined || (from >= before.to && (from > before.from || to > before.to));
  });
}

/** It goes on where the one before ends. */
function isJoined({ from }: Range, at: number, ranges: readonly Range[]): boolean {
  const before = ranges[at - 1];
  return before === undefined || from - before.to <= 1;
}
