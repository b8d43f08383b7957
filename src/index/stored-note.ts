import type { LinkOrigin } from '../model/note';
import type { Relation } from '../model/vocabulary';
import type { KeptLink } from './answers';
import { keyOfName } from './note-key';

/** A note of the index. A file that is no note but is linked to, such as a canvas, has one too. */
export interface StoredNote {
  path: string;
  isNote: boolean;
  /** In document order. */
  links: readonly StoredLink[];
  /** The links' descriptions in one string: one for each would cost more than many of them are long. */
  descriptions: string;
}

/** What links say. Many links say the same. */
export interface Target {
  /** As written. */
  readonly text: string;
  /** See `keyOfName`. */
  readonly key: string;
}

/** An idea link of the index. */
export interface StoredLink {
  readonly line: number;
  readonly relation: Relation;
  readonly target: Target;
  readonly heading: string;
  /** Where the link's description begins and ends in those of its note. */
  readonly from: number;
  readonly end: number;
  readonly origin: LinkOrigin;
  /** Where the link leads, `null` where there is no note. */
  to: StoredNote | null;
}

/** Joins descriptions. Joining makes a string of its own, so that none holds the text of the note it was cut from. */
const BETWEEN = '\0';

/** What is kept of a note's links. */
export function packLinks(
  links: readonly KeptLink[],
  targets: SharedTargets,
): Pick<StoredNote, 'links' | 'descriptions'> {
  let from = 0;
  const packed = links.map(({ line, relation, target, heading, description, origin }): StoredLink => {
    const end = from + description.length;
    const link = { line, relation, target: targets.get(target), heading: copyOf(heading), from, end, origin, to: null };
    from = end + BETWEEN.length;
    return link;
  });
  return { links: packed, descriptions: [...links.map(({ description }) => description), ''].join(BETWEEN) };
}

/** A stored link as the answers give it. */
export function unpackLink(
  note: StoredNote,
  { line, relation, target, heading, from, end, origin }: StoredLink,
): KeptLink {
  return { line, target: target.text, heading, relation, origin, description: note.descriptions.slice(from, end) };
}

/** The targets of all links, each kept once. */
export class SharedTargets {
  readonly #targets = new Map<string, Target>();

  get(text: string): Target {
    const known = this.#targets.get(text);
    if (known !== undefined) return known;
    const copy = copyOf(text);
    const target = { text: copy, key: keyOfName(copy) };
    this.#targets.set(copy, target);
    return target;
  }
}

/** The same text, but no slice of the note it was cut from: that would hold the whole note. */
export function copyOf(text: string): string {
  // Cut from a string that is one character longer.
  return text === '' ? '' : `${text}${BETWEEN}`.slice(0, -1);
}
