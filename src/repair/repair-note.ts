import type { RepairedNote } from '../model/garbled';
import { doubtfulLines, oddLines } from './doubt';
import { findTables } from './find-table';
import { invert } from './invert';

/**
 * Undoes the wrong decoding of a garbled text, or the two of one that was garbled twice; `null` for a healthy text. Lines, and the
 * ASCII characters in them, are those of `text`.
 */
export function repairNote(text: string): RepairedNote | null {
  const tables = findTables(text);
  const [table] = tables;
  if (!table) return null;
  const once = invert(text, table, []);
  const inner = findTables(once.text);
  const [garbled, fitting, holes] = inner.length === 0 ? [text, tables, []] : [once.text, inner, once.lost];
  const ways = fitting.map((one) => ({ encoding: one.encoding, ...invert(garbled, one, holes) }));
  // Where nothing tells between several encodings, it is the one that makes the fewest words that nobody writes.
  const last = ways.reduce((best, way) => (oddLines(way.text) < oddLines(best.text) ? way : best));
  const { encoding, unsure, ...repaired } = last;
  return {
    encodings: inner.length === 0 ? [encoding] : [table.encoding, encoding],
    ...repaired,
    doubtful: doubtfulLines(text, repaired.text, { unsure, others: ways.map((way) => way.text) }),
  };
}

/** Whether a text was decoded wrongly; see `findTables`. */
export function isGarbled(text: string): boolean {
  return findTables(text).length > 0;
}
