/**
 * What a link and the file that it means have in common, however either is written: the last part of the path without `.md`,
 * signs decoded, in one case and one Unicode form. Two names of one key may still be two files.
 */
export function keyOfName(pathOrLink: string): string {
  const decoded = decodeLink(pathOrLink);
  return foldPath(decoded.slice(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1));
}

/** A path or a link as it is compared: other spaces, letters composed of two codes, case and `.md` do not count. */
export function foldPath(path: string): string {
  const folded = path.replaceAll('\u00A0', ' ').normalize('NFC').trim().toLowerCase();
  return folded.endsWith('.md') ? folded.slice(0, -3) : folded;
}

/** Markdown links are percent-encoded. A stray `%` makes a text that is not: it stays as written. */
export function decodeLink(link: string): string {
  if (!link.includes('%')) return link;
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** A note's name as it is shown: the last part of its path, or of a link, without `.md`. */
export function nameOfNote(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The path of the folder that a file stands in; `''` for the top of the vault. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Orders texts by their code units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
