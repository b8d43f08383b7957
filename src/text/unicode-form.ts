/** Marks that stand on the letter before them: a letter and a mark may be one letter of the vocabulary. */
const COMBINING = /[\u0300-\u036F]/;

/** Text whose letters are composed (`й` of one code, not of two), as the vocabulary has them. Most texts are so as they stand. */
export function composed(text: string): string {
  return COMBINING.test(text) ? text.normalize('NFC') : text;
}
