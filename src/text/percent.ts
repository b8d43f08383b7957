/** A path as a link that leads to it: a `#` in it would begin a heading. */
export function linkToPath(path: string): string {
  return path.includes('#') ? path.replace(/[%#]/g, encodeURIComponent) : path;
}

/**
 * A link's address without its percent-encoding, as Markdown links have it. A stray `%` makes a text that is not encoded: all of it
 * stays as written.
 */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
