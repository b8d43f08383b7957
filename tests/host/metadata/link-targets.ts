import { type TFile, parentPath, ROOT } from '../files.ts';

/** Every file by its name, so that a link is found by name at once, parsed or not. */
export class LinkTargets {
  readonly #byName = new Map<string, Set<TFile>>();

  add(file: TFile): void {
    const key = file.name.toLowerCase();
    const same = this.#byName.get(key);
    if (same) same.add(file);
    else this.#byName.set(key, new Set([file]));
  }

  /** Takes out a file under the name it had. */
  remove(file: TFile, name = file.name): void {
    this.#byName.get(name.toLowerCase())?.delete(file);
  }

  /** How many files bear this name, in any folder and case. */
  count(name: string): number {
    return this.#byName.get(name.toLowerCase())?.size ?? 0;
  }

  /**
   * The file a link path means when written in the note at `source`: `Note`, `folder/Note`, `/Note`, `../Note`, with or without
   * `.md`, in any case. An exact path first, then files at or below the note's own folder, then the shortest path.
   */
  find(linkpath: string, source: string): TFile | null {
    const asked = absolute(
      linkpath
        .replace(/\u00a0/g, ' ')
        .normalize('NFC')
        .toLowerCase(),
      parentPath(source).toLowerCase(),
    );
    if (asked === null) return null;
    const name = asked.path.slice(asked.path.lastIndexOf('/') + 1);
    const candidates = [...(this.#byName.get(`${name}.md`) ?? []), ...(this.#byName.get(name) ?? [])];
    const wanted = [`${asked.path}.md`, asked.path];
    const exact = candidates.find((file) => wanted.includes(file.path.toLowerCase()));
    if (exact || asked.rooted) return exact ?? null;
    const matching = candidates.filter((file) => wanted.some((path) => file.path.toLowerCase().endsWith(`/${path}`)));
    const folder = parentPath(source);
    const near = folder === ROOT ? [] : matching.filter((file) => file.path.startsWith(`${folder}/`));
    return (near.length > 0 ? near : matching).sort(byPath)[0] ?? null;
  }
}

function byPath(a: TFile, b: TFile): number {
  return a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

/** A link path with its leading `/`, `./` and `../` taken out; `rooted` when it had one. `null` above the vault's root. */
function absolute(linkpath: string, folder: string): { path: string; rooted: boolean } | null {
  if (linkpath.startsWith('/')) return { path: linkpath.replace(/^\/+/, ''), rooted: true };
  if (!/^\.\.?\//.test(linkpath)) return { path: linkpath, rooted: false };
  const parts = folder === ROOT ? [] : folder.split('/');
  for (const part of linkpath.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), rooted: true };
}
