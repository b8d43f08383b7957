/**
 * The files of a vault by name, to lead links to notes as Obsidian does: by path, by the end of a path, by name; the case of
 * letters does not count; of several notes of one name the one nearest to the linking note is meant.
 */
export class NoteNames {
  /** Paths by lower-case base name, without `.md`. */
  readonly #byName = new Map<string, string[]>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  add(path: string): void {
    const name = nameOf(path);
    const paths = this.#byName.get(name);
    if (paths === undefined) this.#byName.set(name, [path]);
    else if (!paths.includes(path)) paths.push(path);
  }

  delete(path: string): void {
    const name = nameOf(path);
    const left = (this.#byName.get(name) ?? []).filter((other) => other !== path);
    if (left.length === 0) this.#byName.delete(name);
    else this.#byName.set(name, left);
  }

  /** The path of the note that a link to `target` in the note at `from` means; `null` if there is none. */
  resolve(target: string, from: string): string | null {
    const folder = folderOf(from);
    const wanted = normalize(target);
    if (wanted === '') return from;
    if (/^\.\.?\//.test(wanted)) return this.#exact(join(folder, wanted));
    const path = wanted.replace(/^\/+/, '');
    const exact = this.#exact(path);
    if (exact !== null || wanted.startsWith('/')) return exact;
    const found = (this.#byName.get(nameOf(path)) ?? []).filter((other) => endsWithPath(other, path));
    return (
      found.sort((a, b) => distance(a, folder) - distance(b, folder) || depth(a) - depth(b) || (a < b ? -1 : 1))[0] ??
      null
    );
  }

  #exact(path: string): string | null {
    const wanted = keyOf(path);
    return this.#byName.get(nameOf(path))?.find((other) => keyOf(other) === wanted) ?? null;
  }
}

/** Links hold what people type: other spaces, letters composed of two codes, encoded signs. */
function normalize(target: string): string {
  return target
    .replace(/\u00A0/g, ' ')
    .normalize('NFC')
    .trim();
}

/** A path as it is compared. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase().replace(/\.md$/, '');
}

function nameOf(path: string): string {
  const key = keyOf(path);
  return key.slice(key.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function join(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function endsWithPath(path: string, end: string): boolean {
  const key = keyOf(path);
  const wanted = keyOf(end);
  return key === wanted || key.endsWith(`/${wanted}`);
}

/** 0 for a note in the folder or below it, 1 for any other. */
function distance(path: string, folder: string): number {
  return folder === '' || path.startsWith(`${folder}/`) ? 0 : 1;
}

function depth(path: string): number {
  return path.split('/').length;
}
