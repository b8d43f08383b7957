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
