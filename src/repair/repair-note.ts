import type { RepairedNote } from '../model/garbled';
import { doubtfulLines } from './doubt';
import { findTable } from './find-table';
import { invert } from './invert';

/**
 * Undoes the wrong decoding of a garbled text, or the two of one that was garbled twice; `null` for a healthy text. Lines, and the
 * ASCII characters in them, are those of `text`.
 */
export function repairNote(text: string): RepairedNote | null {
  const table = findTable(text);
  if (table === null) return null;
  const once = invert(text, table, []);
  const inner = findTable(once.text);
  const { unsure, cutLines, ...last } = inner === null ? once : invert(once.text, inner, once.lost);
  return {
    encodings: inner === null ? [table.encoding] : [table.encoding, inner.encoding],
    ...last,
    doubtful: doubtfulLines(text, last.text, unsure, cutLines),
  };
}

/** Whether a text was decoded wrongly; see `findTable`. */
export function isGarbled(text: string): boolean {
  return findTable(text) !== null;
}
