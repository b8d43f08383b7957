import { decodeLink, folderOf, foldPath, keyOfName } from './note-key';

/**
 * The files of a vault by name, to lead links to notes as Obsidian does: by path, by the end of a path, by name; the case of
 * letters does not count; of several notes of one name the one nearest to the linking note is meant.
 */
export class NoteNames {
  /** Paths by the key of their name. */
  readonly #byName = new Map<string, string[]>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  add(path: string): void {
    const name = keyOfName(path);
    const paths = this.#byName.get(name);
    if (paths === undefined) this.#byName.set(name, [path]);
    else if (!paths.includes(path)) paths.push(path);
  }

  delete(path: string): void {
    const name = keyOfName(path);
    const left = (this.#byName.get(name) ?? []).filter((other) => other !== path);
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
    const decoded = decodeLink(target);
    if (/^file:/i.test(decoded)) return this.#resolveFileUrl(decoded);
    return decoded === target ? null : this.#resolveWritten(decoded, from);
  }

  #resolveWritten(target: string, from: string): string | null {
    const folder = folderOf(from);
    const wanted = foldPath(target);
    if (wanted === '') return from;
    if (/^\.\.?\//.test(wanted)) return this.#exact(foldPath(join(folder, wanted)));
    const path = wanted.replace(/^\/+/, '');
    const candidates = this.#byName.get(keyOfName(path));
    if (candidates === undefined) return null;
    const exact = this.#exact(path, target);
    if (exact !== null || wanted.startsWith('/')) return exact;
    const found = candidates.filter((other) => `/${foldPath(other)}`.endsWith(`/${path}`));
    return (
      found.sort((a, b) => distance(a, folder) - distance(b, folder) || depth(a) - depth(b) || (a < b ? -1 : 1))[0] ??
      null
    );
  }

  /** A file URL holds a path on somebody's disk. The longest end of it that is a path in this vault is what was meant. */
  #resolveFileUrl(url: string): string | null {
    const parts = foldPath(url.replace(/^file:\/*/i, '').replaceAll('\\', '/')).split('/');
    for (let start = 0; start < parts.length; start++) {
      const found = this.#exact(parts.slice(start).join('/'));
      if (found !== null) return found;
    }
    return this.#resolveWritten(parts.at(-1) ?? '', '');
  }

  /** Of files whose paths differ only by case or Unicode form, the one that is written so, else the first. */
  #exact(wanted: string, written = wanted): string | null {
    const same = (this.#byName.get(keyOfName(wanted)) ?? []).filter((other) => foldPath(other) === wanted).sort();
    return same.find((other) => other === written || other === `${written}.md`) ?? same[0] ?? null;
  }
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
