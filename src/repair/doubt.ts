import { lazyPattern } from '../text/lazily';
import { splitLines } from '../text/line-breaks';
import { findTable } from './find-table';

/** Latin and Russian letters in one word, a capital within a word that is not of ASCII, a control character: hardly anybody writes so. */
const ODD = lazyPattern(
  String.raw`[\x80-\x9f]|\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}|(?![a-z])\p{Ll}(?![A-Z])\p{Lu}`,
);

/**
 * The lines, from 1, that were restored without being words throughout, in ascending order: they may have been decoded with an encoding
 * that is only like the one found. Where that shows in more lines than not, all are in doubt. So are lines that are garbled still: they
 * were decoded with another.
 *
 * @param unsure See `Inverted`; so for `cutLines`.
 */
export function doubtfulLines(
  before: string,
  after: string,
  unsure: readonly number[],
  cutLines: number,
): readonly number[] {
  const stored = splitLines(before);
  const doubtful: number[] = [];
  const restored: number[] = [];
  let start = 0;
  let next = 0;
  splitLines(after).forEach((line, index) => {
    const end = start + line.length;
    let isUnsure = false;
    for (; (unsure[next] ?? Infinity) <= end; next++) isUnsure = true;
    const isRestored = line !== stored[index];
    if (isRestored) restored.push(index + 1);
    if ((isRestored && (isUnsure || ODD().test(line))) || findTable(line) !== null) doubtful.push(index + 1);
    start = end + (after.startsWith('\r\n', end) ? 2 : 1);
  });
  return 2 * cutLines > restored.length ? [...new Set([...restored, ...doubtful])].sort((a, b) => a - b) : doubtful;
}
