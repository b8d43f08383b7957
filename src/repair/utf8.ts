import { lazily } from '../text/lazily';

/** By byte: how many bytes the sequence has that it leads, 0 for a continuation, 1 for all that stand in no sequence. */
export const SEQUENCE_LENGTHS = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  if (byte < 0x80 || byte > 0xf4) return 1;
  if (byte < 0xc0) return 0;
  if (byte < 0xe0) return byte < 0xc2 ? 1 : 2;
  return byte < 0xf0 ? 3 : 4;
});

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The bits of a leading byte that belong to the character. */
export function bitsOfLead(byte: number, length: number): number {
  return byte & (0x7f >> length);
}

/** Whether UTF-8 writes that character in `length` bytes, and not in fewer or not at all. */
export function isEncodedIn(code: number, length: number): boolean {
  return code >= (SMALLEST[length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/**
 * What is written in notes, as first and last code. It leaves out what healthy Russian letters give when they are taken for bytes of
 * UTF-8.
 */
const SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  // Latin, with the control characters of a text that was garbled twice.
  [0x80, 0x24f],
  // Accents; Greek and Cyrillic.
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  // Hebrew and Arabic.
  [0x590, 0x6ff],
  // Raised and lowered letters; Latin and Greek with accents.
  [0x1d00, 0x1fff],
  // Punctuation, signs, arrows, formulas, dingbats.
  [0x2000, 0x27ff],
  [0x2900, 0x2bff],
  // Chinese, Japanese, Korean.
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  // The last character of Mac Roman; ligatures; selectors of emoji; wide letters, U+FEFF and U+FFFD.
  [0xf8f0, 0xf8ff],
  [0xfb00, 0xfb0f],
  [0xfe00, 0xfe0f],
  [0xfef0, 0xffff],
  // Letters of formulas, emoji.
  [0x1d400, 0x1d7ff],
  [0x1f000, 0x1faff],
];

export const SCRIPT_COUNT = SCRIPTS.length + 1;

const SCRIPT_BY_SIXTEEN = lazily(() => {
  const table = new Uint8Array(0x11000);
  SCRIPTS.forEach(([first, last], index) => table.fill(index + 1, first >> 4, (last >> 4) + 1));
  // Numbers and accents of old Slavonic are what a neighbour of the right encoding makes of Russian.
  return table.fill(0, 0x48, 0x49);
});

/** A number below `SCRIPT_COUNT` for the script of a character, 0 for one that is hardly ever written. */
export function scriptOf(code: number): number {
  return SCRIPT_BY_SIXTEEN()[code >> 4] ?? 0;
}
