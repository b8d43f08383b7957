import type { Contradiction, Hub, IdeaAudit, LinkPlace } from './answers';
import type { IdeaGraph } from './idea-graph';
import { knotsOf } from './knots';
import { wayOf } from '../model/link-origin';
import { foldPath } from '../text/note-name';
import { compareTexts } from './note-key';
import { ClaimReader, claimHere, contradictionOf, isDirected, isVertical, mayBeBelow, type Claims } from './relations';
import type { StoredLink, StoredNote } from './stored-note';

/** One note in ten may be a hub, but no more than this. */
const MOST_HUBS = 20;

type ClaimsByNote = ReadonlyMap<StoredNote, ReadonlyMap<StoredNote, Claims>>;

/** See `IdeaAnswers.audit`. Looks at each note and its neighbours once. */
export function auditIdeas(
  graph: IdeaGraph,
  scope: (path: string) => boolean,
  isTemplate: (path: string) => boolean,
): IdeaAudit {
  const notes = [...graph.all()].filter(({ path, isNote }) => isNote && scope(path)).sort(byPath);
  const reader = new ClaimReader(graph);
  const claims: ClaimsByNote = new Map(notes.map((note) => [note, reader.around(note)]));
  return {
    notes: notes.length,
    links: notes.reduce((sum, { links }) => sum + links.length, 0),
    contradictions: contradictionsIn(claims),
    selfLinks: placesOf(
      notes,
      (note, { to, relation, heading }) => to === note && heading === '' && claimHere(relation) !== 0,
    ),
    duplicates: notes.flatMap(duplicatesIn),
    oneSided: oneSidedIn(notes),
    dangling: danglingIn(notes.filter(({ path }) => !isTemplate(path))),
    knots: knotsIn(claims),
    unlinked: notes.filter((note) => note.links.length === 0 && claims.get(note)?.size === 0).map(({ path }) => path),
    hubs: hubsIn(claims),
  };
}

const byPath = (a: StoredNote, b: StoredNote): number => compareTexts(a.path, b.path);

function placeOf({ path }: StoredNote, { line, relation, target }: StoredLink): LinkPlace {
  return { path, line, relation, target: target.text };
}

function placesOf(notes: readonly StoredNote[], isMeant: (note: StoredNote, link: StoredLink) => boolean): LinkPlace[] {
  return notes.flatMap((note) => note.links.filter((link) => isMeant(note, link)).map((link) => placeOf(note, link)));
}

function contradictionsIn(claims: ClaimsByNote): IdeaAudit['contradictions'] {
  const found: { readonly kind: Contradiction; readonly places: readonly LinkPlace[] }[] = [];
  for (const [note, around] of claims) {
    const against: { readonly other: StoredNote; readonly kind: Contradiction }[] = [];
    for (const [other, claim] of around) {
      const kind = contradictionOf(claim);
      // The first of the two tells, unless it is not looked at.
      if (kind !== null && !(claims.has(other) && other.path < note.path)) against.push({ other, kind });
    }
    for (const { other, kind } of against.sort((a, b) => byPath(a.other, b.other))) {
      const isBetween = (one: StoredNote, { to, relation }: StoredLink): boolean =>
        isVertical(relation) && to === (one === note ? other : note);
      found.push({ kind, places: placesOf([note, other], isBetween) });
    }
  }
  return found;
}

function duplicatesIn(note: StoredNote): IdeaAudit['duplicates'][number][] {
  const listed = new Map<string, { readonly to: string; readonly places: LinkPlace[] }>();
  for (const link of note.links) {
    const { relation, heading, origin, to } = link;
    if (to === null || !isDirected(relation)) continue;
    const key = `${wayOf(origin)} ${relation}\n${to.path}\n${heading.toLowerCase()}`;
    const known = listed.get(key);
    if (known === undefined) listed.set(key, { to: to.path, places: [placeOf(note, link)] });
    else if (known.places.at(-1)?.line !== link.line) known.places.push(placeOf(note, link));
  }
  return [...listed.values()].filter(({ places }) => places.length > 1);
}

/** A list under any relation answers, sources too. */
function oneSidedIn(notes: readonly StoredNote[]): IdeaAudit['oneSided'] {
  const listed = new Map<StoredNote, ReadonlySet<StoredNote | null>>();
  const listedIn = (note: StoredNote): ReadonlySet<StoredNote | null> => {
    const known = listed.get(note) ?? new Set(note.links.map(({ to }) => to));
    listed.set(note, known);
    return known;
  };
  return notes.flatMap((note) =>
    note.links.flatMap((link) => {
      const { to, relation } = link;
      if (to === null || to === note || !to.isNote || !isDirected(relation) || listedIn(to).has(note)) return [];
      return [{ ...placeOf(note, link), to: to.path }];
    }),
  );
}

function danglingIn(notes: readonly StoredNote[]): IdeaAudit['dangling'] {
  const wanted = new Map<string, { readonly target: string; readonly places: LinkPlace[] }>();
  for (const place of placesOf(notes, (_, { to }) => to === null)) {
    const key = foldPath(place.target);
    const known = wanted.get(key);
    if (known === undefined) wanted.set(key, { target: place.target, places: [place] });
    else known.places.push(place);
  }
  return [...wanted]
    .sort(([keyA, a], [keyB, b]) => b.places.length - a.places.length || compareTexts(keyA, keyB))
    .map(([, one]) => one);
}

/** Two notes that are above one another are a contradiction; a knot has more. */
function knotsIn(claims: ClaimsByNote): string[][] {
  const below = (note: StoredNote): StoredNote[] =>
    [...(claims.get(note) ?? [])].filter(([other, claim]) => claims.has(other) && mayBeBelow(claim)).map(([to]) => to);
  return knotsOf(claims.keys(), below)
    .filter((knot) => knot.length > 2)
    .map((knot) => knot.map(({ path }) => path).sort())
    .sort((a, b) => b.length - a.length || compareTexts(a[0] ?? '', b[0] ?? ''));
}

function hubsIn(claims: ClaimsByNote): Hub[] {
  const hubs = [...claims].map(([{ path }, around]): Hub => {
    const all = [...around.values()];
    return {
      path,
      neighbours: all.length,
      incoming: all.filter(({ there }) => there !== 0).length,
      outgoing: all.filter(({ here }) => here !== 0).length,
    };
  });
  return hubs
    .filter(({ neighbours }) => neighbours > 0)
    .sort((a, b) => b.neighbours - a.neighbours || compareTexts(a.path, b.path))
    .slice(0, Math.min(MOST_HUBS, Math.ceil(claims.size / 10)));
}
