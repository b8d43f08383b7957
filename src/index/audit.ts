import type { Contradiction, Hub, IdeaAudit, LinkPlace } from './answers';
import type { IdeaGraph } from './idea-graph';
import { grouped } from '../text/grouped';
import { knotsOf } from './knots';
import { wayOf } from '../model/link-origin';
import { foldPath } from '../text/note-name';
import { compareTexts } from './note-key';
import { ClaimReader, claimHere, contradictionOf, isDirected, isVertical, mayBeBelow, type Claims } from './relations';
import type { StoredLink, StoredNote } from './stored-note';
import type { Work } from '../model/work';
import { sorted } from './sorted';

/** One note in ten may be a hub, but no more than this. */
const MOST_HUBS = 20;
/** So many links are looked at in one step. */
const A_STEP = 256;

type Found<Kind extends keyof IdeaAudit> = IdeaAudit[Kind] extends readonly (infer One)[] ? One[] : never;

/**
 * See `IdeaAnswers.audit`. Looks at each note and its neighbours once, some of them in one step. Where the notes change between two
 * steps, each is told of as it was when it was looked at.
 */
export function* auditIdeas(
  graph: IdeaGraph,
  scope: (path: string) => boolean,
  isTemplate: (path: string) => boolean,
): Work<IdeaAudit> {
  const inScope = new Set<StoredNote>();
  for (const note of graph.all()) {
    if (note.isNote && scope(note.path)) inScope.add(note);
    yield;
  }
  const notes = yield* sorted([...inScope], byPath);
  const links = yield* auditLinks(notes, isTemplate);
  return { notes: notes.length, ...links, ...(yield* auditNeighbours(graph, notes, inScope)) };
}

const byPath = (a: StoredNote, b: StoredNote): number => compareTexts(a.path, b.path);

function placeOf({ path }: StoredNote, { line, relation, target }: StoredLink): LinkPlace {
  return { path, line, relation, target: target.text };
}

/** What is to be told of links, each seen by itself. */
function* auditLinks(
  notes: readonly StoredNote[],
  isTemplate: (path: string) => boolean,
): Work<Pick<IdeaAudit, 'links' | 'selfLinks' | 'duplicates' | 'oneSided' | 'dangling'>> {
  const selfLinks: Found<'selfLinks'> = [];
  const duplicates: Found<'duplicates'> = [];
  const oneSided: Found<'oneSided'> = [];
  const wanted = new Map<string, LinkPlace[]>();
  const leadsTo = new Map<StoredNote, ReadonlySet<StoredNote | null>>();
  /** A list under any relation answers, sources too. */
  const answers = (to: StoredNote, note: StoredNote): boolean => {
    const known = leadsTo.get(to) ?? new Set(to.links.map((link) => link.to));
    leadsTo.set(to, known);
    return known.has(note);
  };
  let links = 0;
  for (const note of notes) {
    const isWanting = !isTemplate(note.path);
    const listed = new Map<string, { readonly to: string; readonly places: LinkPlace[] }>();
    for (const link of note.links) {
      if (++links % A_STEP === 0) yield;
      const { to, relation, heading, origin, line } = link;
      if (to === null) {
        if (isWanting) {
          const key = foldPath(link.target.text);
          wanted.set(key, wanted.get(key) ?? []);
          wanted.get(key)?.push(placeOf(note, link));
        }
        continue;
      }
      if (to === note && heading === '' && claimHere(relation) !== 0) selfLinks.push(placeOf(note, link));
      if (!isDirected(relation)) continue;
      const key = `${wayOf(origin)} ${relation}\n${to.path}\n${heading.toLowerCase()}`;
      const known = listed.get(key);
      if (known === undefined) listed.set(key, { to: to.path, places: [placeOf(note, link)] });
      else if (known.places.at(-1)?.line !== line) known.places.push(placeOf(note, link));
      if (to !== note && to.isNote && !answers(to, note)) oneSided.push({ ...placeOf(note, link), to: to.path });
    }
    for (const one of listed.values()) if (one.places.length > 1) duplicates.push(one);
    yield;
  }
  const dangling = yield* sorted(
    [...wanted],
    ([keyA, a], [keyB, b]) => b.length - a.length || compareTexts(keyA, keyB),
  );
  return {
    links,
    selfLinks,
    duplicates,
    oneSided,
    dangling: dangling.map(([, places]) => ({ target: places[0]?.target ?? '', places })),
  };
}

/** What is to be told of notes, by what they and others say of one another. */
function* auditNeighbours(
  graph: IdeaGraph,
  notes: readonly StoredNote[],
  inScope: ReadonlySet<StoredNote>,
): Work<Pick<IdeaAudit, 'contradictions' | 'knots' | 'unlinked' | 'hubs'>> {
  const reader = new ClaimReader(graph);
  // What a note that all others list is to be asked of is known by then.
  for (const note of notes) {
    reader.saidBy(note);
    yield;
  }
  const contradictions: Found<'contradictions'> = [];
  const unlinked: string[] = [];
  const hubs: Hub[] = [];
  const below = new Map<StoredNote, readonly StoredNote[]>();
  const placesBetween = placesOfPairs();
  for (const note of notes) {
    const around = reader.around(note);
    if (around.size > 0) hubs.push(hubOf(note, around));
    else if (note.links.length === 0) unlinked.push(note.path);
    const against: { readonly other: StoredNote; readonly kind: Contradiction }[] = [];
    const under: StoredNote[] = [];
    for (const [other, claim] of around) {
      if (inScope.has(other) && mayBeBelow(claim)) under.push(other);
      const kind = contradictionOf(claim);
      // The first of the two tells, unless it is not looked at.
      if (kind !== null && !(inScope.has(other) && other.path < note.path)) against.push({ other, kind });
    }
    below.set(note, under);
    for (const { other, kind } of yield* sorted(against, (a, b) => byPath(a.other, b.other))) {
      contradictions.push({ kind, places: placesBetween(note, other) });
      if (contradictions.length % A_STEP === 0) yield;
    }
    yield;
  }
  const first = yield* sorted(hubs, (a, b) => b.neighbours - a.neighbours || compareTexts(a.path, b.path));
  return {
    contradictions,
    knots: yield* knotsIn(notes, below),
    unlinked,
    hubs: first.slice(0, Math.min(MOST_HUBS, Math.ceil(notes.length / 10))),
  };
}

/** Finds where two notes say which of them is above. A note's links are looked through once, however many notes contradict it. */
function placesOfPairs(): (note: StoredNote, other: StoredNote) => LinkPlace[] {
  const links = new Map<StoredNote, ReadonlyMap<StoredNote | null, readonly StoredLink[]>>();
  const placesIn = (note: StoredNote, of: StoredNote): readonly LinkPlace[] => {
    let byOther = links.get(note);
    if (byOther === undefined) links.set(note, (byOther = grouped(note.links, ({ to }) => to)));
    return (byOther.get(of) ?? []).flatMap((link) => (isVertical(link.relation) ? placeOf(note, link) : []));
  };
  return (note, other) => [...placesIn(note, other), ...placesIn(other, note)];
}

/** Two notes that are above one another are a contradiction; a knot has more. */
function* knotsIn(
  notes: readonly StoredNote[],
  below: ReadonlyMap<StoredNote, readonly StoredNote[]>,
): Work<readonly string[][]> {
  const knots: string[][] = [];
  for (const knot of yield* knotsOf(notes, (note) => below.get(note) ?? [])) {
    if (knot.length > 2)
      knots.push(
        yield* sorted(
          knot.map(({ path }) => path),
          compareTexts,
        ),
      );
  }
  return yield* sorted(knots, (a, b) => b.length - a.length || compareTexts(a[0] ?? '', b[0] ?? ''));
}

function hubOf({ path }: StoredNote, around: ReadonlyMap<StoredNote, Claims>): Hub {
  let [incoming, outgoing] = [0, 0];
  for (const { here, there } of around.values()) {
    if (there !== 0) incoming++;
    if (here !== 0) outgoing++;
  }
  return { path, neighbours: around.size, incoming, outgoing };
}
