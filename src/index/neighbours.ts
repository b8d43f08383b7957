import { INVERSE_RELATIONS, type Relation } from '../model/vocabulary';
import type { Contradiction, KeptLink, Neighbour } from './answers';
import type { IdeaGraph } from './idea-graph';
import { foldPath, nameOfNote } from '../text/note-name';
import { compareTexts } from './note-key';
import {
  claimHere,
  claimThere,
  contradictionOf,
  impliedRelation,
  isVertical,
  provenanceOf,
  type Claims,
} from './relations';
import { unpackLink, type StoredNote } from './stored-note';

/** What is known of this note and one other. */
interface Pair {
  readonly claims: Claims;
  /** The other note's entries about this one. */
  readonly there: KeptLink[];
  isTold: boolean;
}

/**
 * The ideas that the note at `path` lists as `links`, which lead where `resolve` says, in their order, then those that list it, by name.
 * See `IdeaAnswers.neighbours`.
 */
export function neighbours<Link extends KeptLink>(
  graph: IdeaGraph,
  path: string,
  links: readonly Link[],
  resolve: (target: string) => string | null,
): Neighbour<Link>[] {
  const pairs = new Map<StoredNote, Pair>();
  const pairWith = (other: StoredNote): Pair => {
    let pair = pairs.get(other);
    if (pair === undefined) pairs.set(other, (pair = { claims: { here: 0, there: 0 }, there: [], isTold: false }));
    return pair;
  };
  /** What stands in one list: the entries about one note, or about one heading of it. */
  const listed = new Map<string, { readonly to: StoredNote | null; readonly first: Link; readonly entries: Link[] }>();
  for (const link of links) {
    const to = graph.lead(resolve(link.target));
    const id = to === null ? foldPath(link.target) : `\n${to.path}`;
    const key = `${link.relation}\n${id}\n${link.heading.toLowerCase()}`;
    const known = listed.get(key);
    if (known === undefined) listed.set(key, { to, first: link, entries: [link] });
    else known.entries.push(link);
    if (to !== null) pairWith(to).claims.here |= claimHere(link.relation);
  }
  const note = graph.get(path);
  for (const other of note === undefined ? [] : graph.citing(note)) {
    if (other === note) continue;
    for (const link of other.links) {
      if (link.to !== note || claimThere(link.relation) === 0) continue;
      const { there, claims } = pairWith(other);
      there.push(unpackLink(other, link));
      claims.there |= claimThere(link.relation);
    }
  }

  const declared = [...listed.values()].map(({ to, first, entries }): Neighbour<Link> => {
    const { relation, heading } = first;
    const pair = to === null || claimHere(relation) === 0 ? null : pairWith(to);
    const own = descriptionIn(entries);
    const theirs = own === '' && pair !== null ? describedAs(relation, pair.there) : '';
    return {
      relation,
      path: to?.path ?? null,
      name: nameOfNote(to?.path ?? first.target),
      heading,
      provenance: pair === null ? 'declared' : provenanceOf(pair.claims, relation),
      description: own === '' ? theirs : own,
      isDescribedThere: theirs !== '',
      here: entries,
      there: pair?.there ?? [],
      // A note in its own lists is no contradiction of two.
      contradiction: pair !== null && to?.path !== path && isVertical(relation) ? tellContradiction(pair) : null,
    };
  });
  const implied: Neighbour<Link>[] = [];
  for (const [other, pair] of pairs) {
    const relation = impliedRelation(pair.claims);
    if (relation === null) continue;
    const description = describedAs(relation, pair.there);
    implied.push({
      relation,
      path: other.path,
      name: nameOfNote(other.path),
      heading: '',
      provenance: 'implied',
      description,
      isDescribedThere: description !== '',
      here: [],
      there: pair.there,
      contradiction: tellContradiction(pair),
    });
  }
  implied.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.path ?? '', b.path ?? ''));
  return [...declared, ...implied];
}

/** The contradiction of a pair, the first time that it is asked for. */
function tellContradiction(pair: Pair): Contradiction | null {
  if (pair.isTold) return null;
  pair.isTold = true;
  return contradictionOf(pair.claims);
}

/** What the other note's entries say of this one: those first that mean the same relation. */
function describedAs(relation: Relation, there: readonly KeptLink[]): string {
  return descriptionIn(there.filter((link) => INVERSE_RELATIONS[link.relation] === relation)) || descriptionIn(there);
}

function descriptionIn(links: readonly KeptLink[]): string {
  return links.find(({ description }) => description !== '')?.description ?? '';
}
