/** What is more than one space between two words. */
const WIDE_SPACE = /\s\s|[^\S ]/;

/**
 * White space folded: one space where any stands. None is matched as a whole: an engine that does not optimize an expression, as after
 * many others, has no room to go back through some megabytes of it.
 */
export function foldSpace(text: string): string {
  return WIDE_SPACE.test(text) ? text.replace(/\s(?=\s)/g, '').replace(/\s/g, ' ') : text;
}
