import { CHECKED_FIELDS, NO_FACTS, type KindLetter, type NoteFacts } from '../model/note-facts';
import type { IndexChange } from './idea-graph';
import { NearNames } from './near-names';
import { copyOf } from './stored-note';

/** So many notes make a habit, where three in four of them do the same. */
const LEAST_NOTES = 5;
const MOST_OF_THEM = 0.75;

/**
 * What the frontmatter of all notes says together: what notes are also called, and what their fields hold as a rule. A change costs
 * what it changes. The names that are nearly like another one are looked through first when somebody asks for them.
 */
export class VaultFacts {
  readonly #facts = new Map<string, NoteFacts>();
  /** Notes without aliases say the same as many others. */
  readonly #shared = new Map<string, NoteFacts>();
  /** By field and kind: in how many notes, templates left out. */
  readonly #counts = CHECKED_FIELDS.map(() => new Map<string, number>());
  readonly #near = new NearNames();
  /** Notes whose names are not among `#near` yet; `null` as long as nobody has asked. */
  #unnamed: Set<string> | null = null;

  /** Takes changes in, in their order. */
  update(changes: readonly IndexChange[]): void {
    for (const change of changes) {
      switch (change.kind) {
        case 'set':
          this.#set(change.path, change.facts ?? NO_FACTS);
          break;
        case 'remove':
          this.#remove(change.path);
          break;
        case 'rename': {
          const facts = this.#facts.get(change.from);
          if (facts === undefined || change.from === change.to) break;
          this.#remove(change.from);
          this.#remove(change.to);
          this.#set(change.to, facts);
          break;
        }
        case 'file':
      }
    }
  }

  /** What is kept of a note's frontmatter. */
  of(path: string): NoteFacts {
    return this.#facts.get(path) ?? NO_FACTS;
  }

  /** The kind of value that a field holds as a rule; `null` where there is no rule. */
  usualKind(field: string): KindLetter | null {
    const counts = this.#counts[CHECKED_FIELDS.findIndex((name) => name === field)] ?? new Map<string, number>();
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all < LEAST_NOTES) return null;
    const usual = [...counts].find(([, count]) => count >= all * MOST_OF_THEM)?.[0];
    return KINDS.find((kind) => kind === usual) ?? null;
  }

  /** Takes the names of so many notes at most into what near names are looked for in; tells whether all are in. */
  prepareNames(most: number): boolean {
    this.#unnamed ??= new Set(this.#facts.keys());
    let left = most;
    for (const path of this.#unnamed) {
      if (left-- <= 0) return false;
      this.#unnamed.delete(path);
      // A template is no note that could have been meant.
      if (!this.of(path).isTemplate) this.#near.add(path, this.of(path).aliases);
    }
    return true;
  }

  /** The names of all notes, and their aliases. */
  get names(): NearNames {
    this.prepareNames(Infinity);
    return this.#near;
  }

  /** Whether asking for what is near to a name costs nothing. */
  knowsNear(target: string): boolean {
    return this.#unnamed?.size === 0 && this.#near.knows(target);
  }

  #set(path: string, facts: NoteFacts): void {
    const before = this.#facts.get(path);
    const kept = this.#keep(facts);
    if (before === kept) return;
    if (before) this.#count(before, -1);
    this.#facts.set(path, kept);
    this.#count(kept, 1);
    if (this.#unnamed === null || (before?.isTemplate === kept.isTemplate && isSame(before.aliases, kept.aliases)))
      return;
    this.#near.delete(path);
    this.#unnamed.add(path);
  }

  #remove(path: string): void {
    const before = this.#facts.get(path);
    if (before === undefined) return;
    this.#count(before, -1);
    this.#facts.delete(path);
    this.#near.delete(path);
    this.#unnamed?.delete(path);
  }

  #keep({ aliases, kinds, isTemplate }: NoteFacts): NoteFacts {
    if (aliases.length > 0)
      return { aliases: aliases.map(copyOf), kinds: this.#keep({ ...NO_FACTS, kinds }).kinds, isTemplate };
    const key = `${kinds}${isTemplate}`;
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const facts = { aliases: [], kinds, isTemplate };
    this.#shared.set(key, facts);
    return facts;
  }

  #count({ kinds, isTemplate }: NoteFacts, by: 1 | -1): void {
    if (isTemplate || kinds === '') return;
    for (const [at, counts] of this.#counts.entries()) {
      const kind = kinds.charAt(at);
      if (kind !== '.') counts.set(kind, (counts.get(kind) ?? 0) + by);
    }
  }
}

const KINDS: readonly KindLetter[] = ['t', 'n', 'b', 'd', 'l', 'o', 'u'];

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((alias, at) => alias === b[at]);
}
