/** What may have another form: a mark that stands on the letter before it, a letter of a script that has such letters, a sign. */
const MAY_DIFFER = /[\u0483-\u0489\u0300-\u03FF\u0530-\u200F\u202A-\uFFFF]/;

/** Text whose letters are composed (`й` of one code, not of two), as the vocabulary has them. Most texts are so as they stand. */
export function composed(text: string): string {
  return MAY_DIFFER.test(text) ? text.normalize('NFC') : text;
}
