import type { Step } from '../model/note';
import { CODE } from './lines';

/** Of the letters of a text, the share of one alphabet from which the text counts as written in that language. */
const LANGUAGE_SHARE = 0.8;

/**
 * Counts the words between two offsets and tells the language by the letters. A word is a run of letters and digits; a hyphen
 * or an apostrophe inside it does not end it. What stands in a link address or an HTML comment is not told apart.
 */
export function countWords(text: string, from: number, end: number): Pick<Step, 'words' | 'language'> {
  let words = 0;
  let latin = 0;
  let cyrillic = 0;
  let inWord = false;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    let isWord = false;
    if (code < 0x80) {
      const lower = code | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) {
        latin++;
        isWord = true;
      } else isWord = (code >= CODE.zero && code <= CODE.nine) || (inWord && (code === CODE.dash || code === 0x27));
    } else if (code >= 0x400 && code <= 0x52f) {
      cyrillic++;
      isWord = true;
    } else isWord = isLetterBeyondAscii(code) || (inWord && (code === 0x2019 || code === 0x2011 || code === 0xad));
    if (isWord && !inWord) words++;
    inWord = isWord;
  }
  const letters = latin + cyrillic;
  const language = latin > letters * LANGUAGE_SHARE ? 'en' : cyrillic > letters * LANGUAGE_SHARE ? 'ru' : 'mixed';
  return { words, language };
}

/** Letters of other scripts, by the blocks that hold punctuation and symbols left out. */
function isLetterBeyondAscii(code: number): boolean {
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return (
    code < 0x2000 ||
    (code >= 0x2c00 && code < 0x2e00) ||
    (code >= 0x3040 && code < 0xd800) ||
    (code >= 0xf900 && code < 0xfe00)
  );
}
