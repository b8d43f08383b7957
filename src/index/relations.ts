import { INVERSE_RELATIONS, type Relation } from '../model/vocabulary';
import type { Contradiction, MapRow, Provenance } from './answers';
import type { IdeaGraph } from './idea-graph';
import { compareTexts, keyOfName } from './note-key';
import type { StoredLink, StoredNote } from './stored-note';

/** A relation that has a place on the map of ideas. */
interface MapRelation extends MapRow {
  readonly relation: Relation;
}

/** Where a note stands one step away, by its relation. The strongest is first: what is above or below says more than a likeness. */
const MAP_RELATIONS: readonly MapRelation[] = [
  { relation: 'upstream', rank: -1, side: 0 },
  { relation: 'downstream', rank: 1, side: 0 },
  { relation: 'direct', rank: 0, side: -1 },
  { relation: 'related', rank: 0, side: 1 },
];

/** What two notes say of one another, seen from one of them, as sets of relations: a bit each, in the order of `MAP_RELATIONS`. */
export interface Claims {
  /** By this note. */
  here: number;
  /** By the other note, turned to this viewpoint. */
  there: number;
}

const bitOf = (relation: Relation | null): number => {
  const index = MAP_RELATIONS.findIndex((one) => one.relation === relation);
  return index === -1 ? 0 : 1 << index;
};
const UP = bitOf('upstream');
const DOWN = bitOf('downstream');
const BITS: Readonly<Record<Relation, number>> = {
  upstream: UP,
  downstream: DOWN,
  direct: bitOf('direct'),
  related: bitOf('related'),
  source: bitOf('source'),
};

const VERTICAL = UP | DOWN;

/** Whether a relation says which of two notes is above. */
export const isVertical = (relation: Relation): boolean => (BITS[relation] & VERTICAL) !== 0;

/** Whether a relation says where another note stands, not only that the two are alike. */
export const isDirected = (relation: Relation): boolean => isVertical(relation) || relation === 'direct';

/** Whether either of two notes says that the other one is below this one. */
export const mayBeBelow = ({ here, there }: Claims): boolean => ((here | there) & DOWN) !== 0;

/** The bit of what this note says of the other one; 0 for what has no place on the map. */
export const claimHere = (relation: Relation): number => BITS[relation];

/** The bit of what the other note says of this one. */
export const claimThere = (relation: Relation): number => {
  const inverse = INVERSE_RELATIONS[relation];
  return inverse === null ? 0 : BITS[inverse];
};

/** What notes say of one another. Each note's links are looked through once while a question is answered. */
export class ClaimReader {
  readonly #graph: IdeaGraph;
  /** By a note: of each other note, as a set of relations. */
  readonly #said = new Map<StoredNote, ReadonlyMap<StoredNote, number>>();
  /** What stands for notes that links ask for and that are not there, by the key of their name; `null` where they do not count. */
  readonly #wanted: Map<string, StoredNote> | null;

  /** @param withWanted Whether links without a note lead to what stands for one. */
  constructor(graph: IdeaGraph, withWanted = false) {
    this.#graph = graph;
    this.#wanted = withWanted ? new Map<string, StoredNote>() : null;
  }

  /** What a link leads to. */
  leadsTo({ to, target: { key } }: StoredLink): StoredNote | null {
    if (to !== null || this.#wanted === null) return to;
    const known = this.#wanted.get(key);
    if (known !== undefined) return known;
    const note: StoredNote = { path: key, isNote: false, links: [], descriptions: '' };
    this.#wanted.set(key, note);
    return note;
  }

  /** What stands for the note at `path` where links ask for it and it is not there. */
  missingAt(path: string): StoredNote | null {
    const link = this.#asking(keyOfName(path));
    const note = link === undefined ? null : this.leadsTo(link);
    if (note !== null) note.path = path;
    return note;
  }

  /** Whether a note is only asked for. Its path is what links say: from here on the first of them, whichever was read first. */
  isMissing(note: StoredNote): boolean {
    const key = keyOfName(note.path);
    if (this.#wanted?.get(key) !== note) return false;
    if (note.path === key) note.path = this.#asking(key)?.target.text ?? key;
    return true;
  }

  #asking(key: string): StoredLink | undefined {
    const links = [...this.#graph.citing({ path: key })].flatMap((note) => note.links);
    const asking = links.filter(({ to, target }) => to === null && target.key === key);
    return asking.sort((a, b) => compareTexts(a.target.text, b.target.text))[0];
  }

  /** What a note and each other note say of one another; what only cites a source is left out. */
  around(note: StoredNote): Map<StoredNote, Claims> {
    const claims = new Map<StoredNote, Claims>();
    for (const [other, here] of this.saidBy(note)) claims.set(other, { here, there: 0 });
    for (const other of this.#graph.citing(note)) {
      const there = TURNED[this.saidBy(other).get(note) ?? 0] ?? 0;
      if (there === 0) continue;
      const known = claims.get(other);
      if (known === undefined) claims.set(other, { here: 0, there });
      else known.there = there;
    }
    return claims;
  }

  /** What a note says of each other one, as a set of relations. */
  saidBy(note: StoredNote): ReadonlyMap<StoredNote, number> {
    const known = this.#said.get(note);
    if (known !== undefined) return known;
    const said = new Map<StoredNote, number>();
    for (const link of note.links) {
      const claim = claimHere(link.relation);
      const to = claim === 0 ? null : this.leadsTo(link);
      if (to !== null && to !== note) said.set(to, (said.get(to) ?? 0) | claim);
    }
    this.#said.set(note, said);
    return said;
  }
}

/** Each set of relations, seen from the other note. */
const TURNED: readonly number[] = Array.from({ length: 1 << MAP_RELATIONS.length }, (_, claims) =>
  MAP_RELATIONS.reduce(
    (turned, { relation }, index) => ((claims & (1 << index)) === 0 ? turned : turned | claimThere(relation)),
    0,
  ),
);

/** The one relation that two notes have on a map: who stands above whom if either says so, this note heard first. */
export function strongest({ here, there }: Claims): MapRelation | null {
  if ((here & VERTICAL) !== 0) return firstOf(here);
  return firstOf((there & VERTICAL) === 0 ? here | there : there);
}

/** What the other note says of this one, where that is stronger than all that this note says; else `null`. */
export function impliedRelation({ here, there }: Claims): Relation | null {
  const implied = firstOf(there);
  const declared = firstOf(here);
  if (implied === null || declared === null) return implied?.relation ?? null;
  if (isVertical(declared.relation)) return null;
  return MAP_RELATIONS.indexOf(implied) < MAP_RELATIONS.indexOf(declared) ? implied.relation : null;
}

function firstOf(claims: number): MapRelation | null {
  return MAP_RELATIONS.find((_, index) => (claims & (1 << index)) !== 0) ?? null;
}

/** Why what the two notes say cannot both be; `null` where it can. */
export function contradictionOf({ here, there }: Claims): Contradiction | null {
  if (((here | there) & UP) === 0 || ((here | there) & DOWN) === 0) return null;
  for (const claim of [here, there]) if ((claim & UP) !== 0 && (claim & DOWN) !== 0) return 'both-ways';
  return (here & UP) === 0 ? 'both-below' : 'both-above';
}

/** Which of the two notes says what `relation` is from here. */
export function provenanceOf({ here, there }: Claims, relation: Relation): Provenance {
  const bit = BITS[relation];
  if ((here & bit) === 0) return 'implied';
  return (there & bit) === 0 ? 'declared' : 'both';
}
