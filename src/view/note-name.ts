/** The name of the note that a link names: without folder, heading, extension and percent-encoding. */
export function nameOfLink(link: string): string {
  const path = decode(link).split('#')[0] ?? '';
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? path;
  return name.replace(/\.md$/i, '') || link;
}

/** A stray `%` makes a text that is not percent-encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
