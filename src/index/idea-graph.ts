import type { ResolveLink } from '../model/note';
import type { NoteFacts } from '../model/note-facts';
import type { KeptLink } from './answers';
import { grouped } from '../text/grouped';
import { keyOfName } from './note-key';
import { packLinks, SharedTargets, type StoredLink, type StoredNote, type Target } from './stored-note';

/** What happened to the files of the vault. */
export type IndexChange =
  /** A note is there, with these idea links, and where that is known with what its frontmatter says and the words of its step 3. */
  | {
      readonly kind: 'set';
      readonly path: string;
      readonly links: readonly KeptLink[];
      readonly facts?: NoteFacts;
      readonly expansion?: number;
    }
  /** A file that is no note is there. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string };

/** Where links of a note led before it changed, by what they say. Also of a note that is told of several times at once. */
type LedBefore = ReadonlyMap<Target, StoredNote | null>;

/** So many notes, or links, are looked through for one of them; what lists all notes of a vault, and what all list, has thousands. */
const FEW = 16;

/** Of a note that is new, or at another path: there all links may lead elsewhere. */
const NOWHERE: LedBefore = new Map();

/**
 * The notes and where their links lead. A change costs what it touches: the links of the notes that changed, and those links
 * elsewhere that say a name which appeared or vanished.
 */
export class IdeaGraph {
  readonly #notes = new Map<string, StoredNote>();
  /** By the key of a name: the notes whose links say it. A link and the file that it leads to have one key. */
  readonly #citing = new Map<string, StoredNote[] | Set<StoredNote>>();
  readonly #targets = new SharedTargets();
  /** By the links of a note that lists many: those that say a name. Made when one of them appears or vanishes. */
  readonly #named = new WeakMap<readonly StoredLink[], ReadonlyMap<string, readonly StoredLink[]>>();

  /** @param resolve Must know a file that is told to `update`, and no longer know one that is told to be gone. */
  constructor(readonly resolve: ResolveLink) {}

  /** The note or linked file at `path`. */
  get(path: string): StoredNote | undefined {
    return this.#notes.get(path);
  }

  /** All notes, and the files that notes link to. */
  all(): Iterable<StoredNote> {
    return this.#notes.values();
  }

  /** The notes that may link to a note: whose links say its name. */
  citing({ path }: Pick<StoredNote, 'path'>): Iterable<StoredNote> {
    return this.#citing.get(keyOfName(path)) ?? [];
  }

  /** Where a link to `target` in the note at `from` leads. */
  follow(target: string, from: string): StoredNote | null {
    return this.lead(this.resolve(target, from));
  }

  /** What a link that leads to `path` leads to; `null` where it leads nowhere. */
  lead(path: string | null): StoredNote | null {
    return path === null ? null : this.#at(path);
  }

  /**
   * Takes changes in, in their order; links are resolved when all of them are in. Returns the paths of the notes whose links, or
   * links to them, differ now.
   */
  update(changes: readonly IndexChange[]): ReadonlySet<string> {
    const changed = new Set<string>();
    /** Names that appeared or vanished. */
    const names = new Set<string>();
    const moved = new Map<StoredNote, LedBefore>();
    for (const change of changes) this.#take(change, changed, names, moved);
    for (const [note, led] of moved) {
      if (this.#notes.get(note.path) === note) this.#resolveAll(note, led, names, changed);
    }
    for (const name of names) {
      for (const note of [...(this.#citing.get(name) ?? [])]) {
        if (!moved.has(note)) this.#resolveNamed(note, name, changed);
      }
    }
    return changed;
  }

  #take(change: IndexChange, changed: Set<string>, names: Set<string>, moved: Map<StoredNote, LedBefore>): void {
    switch (change.kind) {
      case 'set': {
        const note = this.#at(change.path);
        if (!note.isNote) names.add(keyOfName(change.path));
        note.isNote = true;
        this.#forget(note, changed);
        if (!moved.has(note)) moved.set(note, new Map(note.links.map(({ target, to }) => [target, to])));
        Object.assign(note, packLinks(change.links, this.#targets));
        return;
      }
      case 'file':
        names.add(keyOfName(change.path));
        return;
      case 'remove':
        this.#remove(change.path, changed, names);
        return;
      case 'rename': {
        const { from, to } = change;
        const note = this.#notes.get(from);
        names.add(keyOfName(from)).add(keyOfName(to));
        if (note === undefined || from === to) return;
        this.#remove(to, changed, names);
        this.#forget(note, changed);
        this.#notes.delete(from);
        note.path = to;
        this.#notes.set(to, note);
        moved.set(note, NOWHERE);
      }
    }
  }

  #remove(path: string, changed: Set<string>, names: Set<string>): void {
    names.add(keyOfName(path));
    const note = this.#notes.get(path);
    if (note === undefined) return;
    this.#forget(note, changed);
    note.links = [];
    this.#notes.delete(path);
  }

  /** The note at a path, made where there is none yet: a link may lead to a note that is told later, or to another file. */
  #at(path: string): StoredNote {
    const known = this.#notes.get(path);
    if (known !== undefined) return known;
    const note: StoredNote = { path, isNote: false, links: [], descriptions: '' };
    this.#notes.set(path, note);
    return note;
  }

  /** Takes a note's links out, before they or its path change. */
  #forget(note: StoredNote, changed: Set<string>): void {
    changed.add(note.path);
    for (const key of keysOf(note)) {
      const citing = this.#citing.get(key) ?? [];
      if (citing instanceof Set) {
        citing.delete(note);
        continue;
      }
      const at = citing.indexOf(note);
      if (at === -1) continue;
      if (citing.length === 1) this.#citing.delete(key);
      else citing.splice(at, 1);
    }
    for (const { to } of note.links) if (to !== null) changed.add(to.path);
  }

  /** Resolves the links of a note that changed: those which it had before only where they say one of `names`. */
  #resolveAll(note: StoredNote, led: LedBefore, names: ReadonlySet<string>, changed: Set<string>): void {
    changed.add(note.path);
    for (const link of note.links) {
      const { target } = link;
      const before = names.has(target.key) ? undefined : led.get(target);
      link.to = before === undefined ? this.follow(target.text, note.path) : before;
      if (link.to !== null) changed.add(link.to.path);
    }
    this.#cite(note);
  }

  #resolveNamed(note: StoredNote, name: string, changed: Set<string>): void {
    for (const link of this.#linksNamed(note, name)) {
      const before = link.to;
      link.to = this.follow(link.target.text, note.path);
      // The same note may have another path now.
      if (before === link.to && !changed.has(before?.path ?? '')) continue;
      changed.add(note.path);
      for (const other of [before, link.to]) if (other !== null) changed.add(other.path);
    }
  }

  #linksNamed({ links }: StoredNote, name: string): readonly StoredLink[] {
    if (links.length <= FEW) return links.filter(({ target }) => target.key === name);
    let byName = this.#named.get(links);
    if (byName === undefined) this.#named.set(links, (byName = grouped(links, ({ target }) => target.key)));
    return byName.get(name) ?? [];
  }

  #cite(note: StoredNote): void {
    for (const key of keysOf(note)) {
      const citing = this.#citing.get(key);
      if (citing === undefined) this.#citing.set(key, [note]);
      else if (citing instanceof Set) citing.add(note);
      else if (!citing.includes(note) && citing.push(note) > FEW) this.#citing.set(key, new Set(citing));
    }
  }
}

/** The names that a note's links say. */
function keysOf({ links }: StoredNote): Set<string> {
  return new Set(links.map(({ target }) => target.key));
}
