import type { Step } from '../model/note';
import { CODE } from '../markdown/lines';

/** Of the letters of a text, the share of one alphabet from which the text counts as written in that language. */
const LANGUAGE_SHARE = 0.8;

/**
 * Counts the words between two offsets and tells the language by the letters. A word is a run of letters and digits; a hyphen
 * or an apostrophe inside it does not end it. What stands in a link address or an HTML comment is not told apart.
 */
export function countWords(text: string, from: number, end: number): Pick<Step, 'words' | 'language'> {
  const table = (kinds ??= makeKinds());
  let words = 0;
  let latin = 0;
  let cyrillic = 0;
  let inWord = 0;
  // Without branches: where words end cannot be predicted, and this loop sees every character of a step.
  const stop = Math.min(end, text.length);
  for (let at = from; at < stop; at++) {
    const kind = table[text.charCodeAt(at)] ?? 0;
    const isWord = ((kind >> 1) | (kind & inWord)) & 1;
    words += isWord & (inWord ^ 1);
    inWord = isWord;
    latin += (kind >> 2) & 1;
    cyrillic += kind >> 3;
  }
  const enough = (latin + cyrillic) * LANGUAGE_SHARE;
  const language = latin > enough ? 'en' : cyrillic > enough ? 'ru' : 'mixed';
  return { words, language };
}

/** What a UTF-16 code is to a word, as bits: a part of it only inside one, always; a letter of one alphabet. */
const KIND = { joint: 1, word: 2, latin: 4, cyrillic: 8 } as const;
let kinds: Uint8Array | undefined;

function makeKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const word = new RegExp('[\\p{L}\\p{N}\\p{M}]', 'u');
  // Halves of surrogate pairs match nothing: emoji are no words.
  for (let code = 0x80; code < 0x10000; code++) if (word.test(String.fromCharCode(code))) table[code] = KIND.word;
  table.fill(KIND.word, CODE.zero, CODE.nine + 1);
  table.fill(KIND.word | KIND.latin, 0x41, 0x5b);
  table.fill(KIND.word | KIND.latin, 0x61, 0x7b);
  table.fill(KIND.word | KIND.cyrillic, 0x400, 0x530);
  for (const joint of "-'’‑\u00AD") table[joint.charCodeAt(0)] = KIND.joint;
  return table;
}
