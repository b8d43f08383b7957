import type { Relation } from '../model/vocabulary';
import type { KeptLink } from './answers';

/** A note of the index. A file that is no note but is linked to, such as a canvas, has one too. */
export interface StoredNote {
  path: string;
  isNote: boolean;
  /** In document order. */
  links: readonly StoredLink[];
  /** The links' descriptions in one string: one for each would cost more than many of them are long. */
  descriptions: string;
}

/** An idea link of the index. */
export interface StoredLink {
  readonly line: number;
  readonly relation: Relation;
  readonly target: string;
  readonly heading: string;
  /** Where the link's description begins and ends in those of its note. */
  readonly from: number;
  readonly end: number;
  /** Where the link leads, `null` where there is no note. */
  to: StoredNote | null;
}

/** Joins descriptions. Joining makes a string of its own, so that none holds the text of the note it was cut from. */
const BETWEEN = '\0';

/** What is kept of a note's links. `copy` gives a string that is no slice of the note's text. */
export function packLinks(
  links: readonly KeptLink[],
  copy: (text: string) => string,
): Pick<StoredNote, 'links' | 'descriptions'> {
  let from = 0;
  const packed = links.map(({ line, relation, target, heading, description }): StoredLink => {
    const end = from + description.length;
    const link = { line, relation, target: copy(target), heading: copy(heading), from, end, to: null };
    from = end + BETWEEN.length;
    return link;
  });
  return { links: packed, descriptions: [...links.map(({ description }) => description), ''].join(BETWEEN) };
}

/** A stored link as the answers give it. */
export function unpackLink(note: StoredNote, { line, relation, target, heading, from, end }: StoredLink): KeptLink {
  return { line, target, heading, relation, description: note.descriptions.slice(from, end) };
}

/** The texts that are many notes' links: each is kept once. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The same text, kept by no longer one. */
  readonly copy = (text: string): string => {
    if (text === '') return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    // A slice holds what it was cut from; this one is cut from a string that is but one character longer.
    const copy = `${text}${BETWEEN}`.slice(0, -1);
    this.#texts.set(copy, copy);
    return copy;
  };
}
