/** A letter as a small one, by its place among the Latin and the Cyrillic ones, from 1 to 63; 0 for every other sign. */
function placeOf(code: number): number {
  if (code < 0x80) {
    const small = code | 0x20;
    return small >= 0x61 && small <= 0x7a ? small - 0x60 : 0;
  }
  return code >= 0x410 && code < 0x430 ? code - 0x3f0 : code >= 0x430 && code < 0x450 ? code - 0x410 : 0;
}

/** Enough for a list of some hundred words to leave most of it empty. */
const MASK = 0xfff;
/** So many letters are looked at. */
const LETTERS = 3;

/** What the first letters come to; -1 where one of them is of another alphabet, or none of a word. */
function keyAt(text: string, at: number): number {
  let key = 0;
  for (let index = at; index < at + LETTERS; index++) {
    const code = text.charCodeAt(index);
    const place = placeOf(code);
    if (place === 0) return code >= 0x80 || index === at ? -1 : key;
    key = (key * 67 + place) & MASK;
  }
  return key;
}

/**
 * Tells most texts apart from those that begin with one of these words, by three letters and without making anything of the text. It
 * does not tell letters of other alphabets: what has one there may begin so.
 */
export function openingLetters(words: readonly string[]): (text: string, at: number) => boolean {
  const keys = new Uint8Array(MASK + 1);
  for (const word of words) keys[Math.max(0, keyAt(word, 0))] = 1;
  return (text, at) => {
    const key = keyAt(text, at);
    return key === -1 || keys[key] === 1;
  };
}
