import { decodePercent } from './percent';
import { foldCase } from './fold';

/** A note's name as it is shown: the last part of its path without `.md`. */
export function nameOfNote(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** What tells a note from the others that are shown beside it: its name, or its path where two have the same name. */
export function nameAmong(path: string, shown: readonly string[]): string {
  const name = nameOfNote(path);
  return shown.some((other) => other !== path && nameOfNote(other) === name) ? path.replace(/\.md$/i, '') : name;
}

/**
 * The name of the note that a link names: without folder, heading, extension and percent-encoding. `%23` is a sign of the name, but
 * behind `.md`, where some write it for the `#` before a heading.
 */
export function nameOfLink(link: string): string {
  const path = decodePercent(link.split('#')[0] ?? '').replace(/\.md#.*$/i, '');
  return nameOfNote(path.replaceAll('\\', '/')) || link;
}

/** The path of the folder that a file stands in; `''` for the top of the vault. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path or a link as it is compared: other spaces, letters composed of two codes, case and `.md` do not count. */
export function foldPath(path: string): string {
  const folded = foldCase(path.replaceAll('\u00A0', ' ').trim());
  return folded.endsWith('.md') ? folded.slice(0, -3) : folded;
}
