import { foldPath } from '../text/note-name';
import { decodePercent } from '../text/percent';

/**
 * What a link and the file that it means have in common, however either is written: the last part of the path without `.md`,
 * signs decoded, in one case and one Unicode form. Two names of one key may still be two files.
 */
export function keyOfName(pathOrLink: string): string {
  const decoded = decodePercent(pathOrLink);
  return foldPath(decoded.slice(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1));
}

/** Orders texts by their code units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
