/**
 * Where the run of these signs begins that a stretch of a text ends with. An expression that ends in `$` begins anew at each sign of a
 * long run within the text; here each is looked at once.
 */
export function runStart(text: string, signs: string, from = 0, to = text.length): number {
  let at = to;
  while (at > from && signs.includes(text.charAt(at - 1))) at--;
  return at;
}

/** A text without these signs at its ends. */
export function trimmed(text: string, signs: string): string {
  const to = runStart(text, signs);
  let from = 0;
  while (from < to && signs.includes(text.charAt(from))) from++;
  return text.slice(from, to);
}
