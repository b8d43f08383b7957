import { folderOf, foldPath } from '../text/note-name';
import { decodePercent } from '../text/percent';
import { keyOfName } from './note-key';

/**
 * The files of a vault by name, to lead links to notes as Obsidian does: by path, by the end of a path, by name; the case of
 * letters does not count; of several notes of one name the one nearest to the linking note is meant.
 */
export class NoteNames {
  /** By the key of their name. */
  readonly #byName = new Map<string, NamedFile[] | Namesakes>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  add(path: string): void {
    const name = keyOfName(path);
    const files = this.#byName.get(name);
    const file = { path, folded: foldPath(path) };
    if (files === undefined) this.#byName.set(name, [file]);
    else if (files instanceof Namesakes) files.add(file);
    else if (!files.some((one) => one.path === path)) {
      files.push(file);
      if (files.length > FEW) this.#byName.set(name, new Namesakes(files));
    }
  }

  delete(path: string): void {
    const name = keyOfName(path);
    const files = this.#byName.get(name) ?? [];
    if (files instanceof Namesakes) {
      files.delete(path);
      return;
    }
    const left = files.filter((file) => file.path !== path);
    if (left.length === 0) this.#byName.delete(name);
    else this.#byName.set(name, left);
  }

  /**
   * The path of the note that a link to `target` in the note at `from` means; `null` if there is none. Takes what stands between
   * the brackets of a wikilink, without `#…`, and what a Markdown link leads to (`../Note%20name.md`, `file:///…`).
   */
  resolve(target: string, from: string): string | null {
    const asWritten = this.#resolveWritten(target, from);
    if (asWritten !== null) return asWritten;
    const decoded = decodePercent(target);
    if (/^file:/i.test(decoded)) return this.#resolveFileUrl(decoded);
    return decoded === target ? null : this.#resolveWritten(decoded, from);
  }

  #resolveWritten(target: string, from: string): string | null {
    const wanted = foldPath(target);
    if (wanted === '') return from;
    const candidates = this.#byName.get(keyOfName(wanted));
    if (candidates === undefined) return null;
    const folder = folderOf(from);
    if (wanted.startsWith('./') || wanted.startsWith('../')) {
      return exactIn(candidates, foldPath(join(folder, wanted)), target);
    }
    const path = wanted.replace(/^\/+/, '');
    const exact = exactIn(candidates, path, target);
    if (exact !== null || wanted.startsWith('/')) return exact;
    return nearestIn(candidates, path, folder);
  }

  /** A file URL holds a path on somebody's disk. The longest end of it that is a path in this vault is what was meant. */
  #resolveFileUrl(url: string): string | null {
    const parts = foldPath(url.replace(/^file:\/*/i, '').replaceAll('\\', '/')).split('/');
    const candidates = this.#byName.get(parts.at(-1) ?? '') ?? [];
    for (let start = 0; start < parts.length; start++) {
      const path = parts.slice(start).join('/');
      const found = exactIn(candidates, path, path);
      if (found !== null) return found;
    }
    return this.#resolveWritten(parts.at(-1) ?? '', '');
  }
}

/** So many files of one name are looked through for each link; an export may have thousands. */
const FEW = 16;

interface NamedFile {
  readonly path: string;
  /** The path as it is compared. */
  readonly folded: string;
}

/** Many files of one name, and what links between folders lead to. */
class Namesakes {
  readonly #byPath = new Map<string, NamedFile>();
  readonly #byFolded = new Map<string, readonly NamedFile[]>();
  /** By folder and end of a path; until a file comes or goes. */
  readonly #nearest = new Map<string, string | null>();

  constructor(files: readonly NamedFile[]) {
    for (const file of files) this.add(file);
  }

  add(file: NamedFile): void {
    if (this.#byPath.has(file.path)) return;
    this.#byPath.set(file.path, file);
    this.#byFolded.set(file.folded, [...this.at(file.folded), file]);
    this.#nearest.clear();
  }

  delete(path: string): void {
    const file = this.#byPath.get(path);
    if (file === undefined) return;
    this.#byPath.delete(path);
    this.#byFolded.set(
      file.folded,
      this.at(file.folded).filter((one) => one !== file),
    );
    this.#nearest.clear();
  }

  /** Those whose paths are compared as this one. */
  at(folded: string): readonly NamedFile[] {
    return this.#byFolded.get(folded) ?? [];
  }

  nearest(end: string, folder: string): string | null {
    const key = `${folder}\n${end}`;
    let known = this.#nearest.get(key);
    if (known === undefined) {
      known = nearestIn([...this.#byPath.values()], end, folder);
      this.#nearest.set(key, known);
    }
    return known;
  }
}

/** Of files whose paths differ only by case or Unicode form, the one that is written so, else the first. */
function exactIn(among: readonly NamedFile[] | Namesakes, wanted: string, written: string): string | null {
  const files = among instanceof Namesakes ? among.at(wanted) : among;
  let first: string | null = null;
  for (const { path, folded } of files) {
    if (folded !== wanted) continue;
    if (path === written || path === `${written}.md`) return path;
    if (first === null || path < first) first = path;
  }
  return first;
}

/** Of files whose paths end in `end`, the one in the folder or below it, then the one nearest to the top. */
function nearestIn(files: readonly NamedFile[] | Namesakes, end: string, folder: string): string | null {
  if (files instanceof Namesakes) return files.nearest(end, folder);
  const found = files.filter(({ folded }) => folded.endsWith(`/${end}`)).map(({ path }) => path);
  const [only, another] = found;
  if (only === undefined || another === undefined) return only ?? null;
  return found.reduce((best, path) => {
    const order = distance(path, folder) - distance(best, folder) || depth(path) - depth(best);
    return order < 0 || (order === 0 && path < best) ? path : best;
  });
}

function join(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** 0 for a note in the folder or below it, 1 for any other. */
function distance(path: string, folder: string): number {
  return folder === '' || path.startsWith(`${folder}/`) ? 0 : 1;
}

function depth(path: string): number {
  return path.split('/').length;
}
