import { lazyPattern } from '../text/lazily';
import { splitLines } from '../text/line-breaks';
import { findTables } from './find-table';

/**
 * What hardly anybody writes: Latin and Russian letters in one word, a capital that is not of ASCII within a word, a control character,
 * letters of few languages.
 */
const ODD = lazyPattern(
  String.raw`[\x80-\x9f\u2028-\u202e]|(?![ƒƠơƯưǍ-ǜȘ-ț])[\u0180-\u024f]|\p{sc=Latn}\p{sc=Cyrl}|\p{sc=Cyrl}\p{sc=Latn}|\p{Ll}(?![A-Z])\p{Lu}|[A-Z](?![A-Z])\p{Lu}\p{Ll}`,
);

/** What is known of how a text was restored. */
interface Restoring {
  /** See `Inverted`. */
  readonly unsure: readonly number[];
  /** What all encodings that fit as well would make of it. */
  readonly others: readonly string[];
}

/** How many lines hold what hardly anybody writes. */
export function oddLines(text: string): number {
  return splitLines(text).filter((line) => ODD().test(line)).length;
}

/**
 * The lines, from 1, that were restored without being words throughout, in ascending order: they may have been decoded with an encoding
 * that is only like the one found. Where that shows in half of them, all are in doubt. So are lines that are garbled still: they
 * were decoded with another; and lines that another encoding makes other words of, where nothing tells between the two.
 */
export function doubtfulLines(before: string, after: string, { unsure, others }: Restoring): readonly number[] {
  const stored = splitLines(before);
  const rivals = others.map(splitLines);
  const doubtful: number[] = [];
  const touched: number[] = [];
  let start = 0;
  let next = 0;
  let restored = 0;
  let wrong = 0;
  splitLines(after).forEach((line, index) => {
    const end = start + line.length;
    let isUnsure = false;
    for (; (unsure[next] ?? Infinity) <= end; next++) isUnsure = true;
    const isRestored = line !== stored[index];
    if (isRestored) restored++;
    const isOther = (other = ''): boolean => other !== line && !ODD().test(other);
    // Healthy words of Russian may look as if they were cut.
    const isCut = isUnsure && (isRestored || !/[а-я]/i.test(line));
    // What was left may be healthy: «БелАЗ», «SMSки». Before a Latin letter no Russian one is.
    const isOdd = ODD().test(isRestored ? line : line.replace(/[а-яё]+(?![a-z])/gi, ''));
    const isWrong = isOdd || isCut || findTables(line).length > 0;
    if (isWrong) wrong++;
    const isDoubtful = isWrong || (isRestored && rivals.some((lines) => isOther(lines[index])));
    if (isDoubtful) doubtful.push(index + 1);
    if (isDoubtful || isRestored) touched.push(index + 1);
    start = end + (after.startsWith('\r\n', end) ? 2 : 1);
  });
  return 2 * wrong >= restored ? touched : doubtful;
}
