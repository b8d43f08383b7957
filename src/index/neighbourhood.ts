import { INVERSE_RELATIONS } from '../model/vocabulary';
import type { MapEdge, MapNode, MapRow, MoreGroup, Neighbourhood, NeighbourhoodOptions } from './answers';
import type { IdeaGraph } from './idea-graph';
import { nameOfNote } from '../text/note-name';
import { compareTexts } from './note-key';
import { inPlaces } from './places';
import { ClaimReader, contradictionOf, provenanceOf, strongest, type Claims } from './relations';
import { unpackLink, type StoredNote } from './stored-note';

/** A note that a row of the map might show. */
interface Candidate {
  readonly note: StoredNote;
  /** The shown nodes that lead to it. */
  readonly from: StoredNote[];
  /** Its place among the ideas that the first of them lists. */
  readonly order: number;
  readonly isMissing: boolean;
}

/** One row that the walk has come to, with all that might stand in it. */
interface Reached extends MapRow {
  readonly candidates: Candidate[];
}

/** Neighbours of a shown note, by what they are to it on the map. */
type Around = ReadonlyMap<StoredNote, Claims>;

const MOST_HOPS = 4;

/** See `IdeaAnswers.neighbourhood`. */
export function neighbourhood(
  graph: IdeaGraph,
  path: string,
  { hops, maxNodes, unfolded = new Set(), withMissing = false }: NeighbourhoodOptions,
): Neighbourhood {
  const reader = new ClaimReader(graph, withMissing);
  const there = graph.get(path) ?? reader.missingAt(path);
  const centre = there ?? { path, isNote: false, links: [], descriptions: '' };
  const steps = Math.min(Math.max(1, hops), MOST_HOPS);
  const more = Array.from({ length: steps }, () => 0);
  for (let tries = 1; ; tries++) {
    const { room, found } = walk(centre, reader, more, maxNodes, new Set());
    const [first] = found.groups;
    if (room === 0 || first === undefined || tries > 2 * MOST_HOPS) {
      return unfolded.size === 0 ? found : walk(centre, reader, more, maxNodes, unfolded).found;
    }
    // The rows further on leave some room: it goes to the nearest ones that hide notes.
    const hop = Math.abs(first.rank) + Math.abs(first.side) - 1;
    more[hop] = (more[hop] ?? 0) + room;
  }
}

/**
 * Walks as many steps as `more` is long.
 *
 * @param more For each step, how many notes it may show beyond its share.
 */
function walk(
  centre: StoredNote,
  reader: ClaimReader,
  more: readonly number[],
  maxNodes: number,
  unfolded: ReadonlySet<string>,
): { readonly room: number; readonly found: Neighbourhood } {
  const rows = new Map<StoredNote, MapRow>([[centre, { rank: 0, side: 0 }]]);
  const around = new Map<StoredNote, Around>([[centre, reader.around(centre)]]);
  const seen = new Set([centre]);
  const groups: MoreGroup[] = [];
  let room = Math.max(1, maxNodes) - 1;
  let last: readonly StoredNote[] = [centre];
  for (const [hop, extra] of more.entries()) {
    const reached = reach(last, rows, around, seen, reader);
    // What is near comes first, but leaves some room for what is further on.
    const shares = share(
      reached.map(({ candidates }) => candidates.length),
      hop === more.length - 1 ? room : Math.min(room, Math.ceil(room / 2) + extra),
    );
    const next: StoredNote[] = [];
    for (const [index, { rank, side, candidates }] of reached.entries()) {
      const place = { rank, side };
      const quota = shares[index] ?? 0;
      const { shown, id } = unfold(place, quota, Math.ceil(maxNodes / 2), unfolded);
      candidates.sort(byWeight);
      for (const { note } of candidates.slice(0, shown)) {
        rows.set(note, place);
        around.set(note, reader.around(note));
        next.push(note);
      }
      room -= Math.min(quota, candidates.length);
      const hidden = candidates.slice(shown);
      if (hidden.length === 0) continue;
      const from = new Set(hidden.flatMap((candidate) => candidate.from.map((note) => note.path)));
      groups.push({ ...place, id, from: [...from].sort(), paths: hidden.map(({ note }) => note.path) });
    }
    last = next;
  }
  const nodes = [...rows].map(([note, place]): MapNode => {
    const isMissing = reader.isMissing(note) ? { isMissing: true as const } : {};
    return { ...place, path: note.path, name: nameOfNote(note.path), ...isMissing };
  });
  return { room, found: { centre: centre.path, nodes, edges: edgesAmong(rows, around, reader), groups } };
}

/** The rows one step on, nearest relations first; each note that is come to is seen from then on. */
function reach(
  last: readonly StoredNote[],
  rows: ReadonlyMap<StoredNote, MapRow>,
  around: ReadonlyMap<StoredNote, Around>,
  seen: Set<StoredNote>,
  reader: ClaimReader,
): Reached[] {
  const reached = new Map<string, Reached>();
  const candidates = new Map<StoredNote, Candidate>();
  for (const note of last) {
    const { rank, side } = rows.get(note) ?? { rank: 0, side: 0 };
    let order = 0;
    for (const [other, claims] of around.get(note) ?? []) {
      const relation = strongest(claims);
      if (relation === null) continue;
      // On from where the walk has come to, never back or round a corner.
      const isStart = rank === 0 && side === 0;
      if (!isStart && (Math.sign(rank) !== relation.rank || Math.sign(side) !== relation.side)) continue;
      const known = candidates.get(other);
      if (known !== undefined) known.from.push(note);
      if (seen.has(other)) continue;
      seen.add(other);
      const place = { rank: rank + relation.rank, side: side + relation.side };
      const isMissing = reader.isMissing(other);
      const candidate = { note: other, from: [note], order: claims.here === 0 ? Infinity : order++, isMissing };
      candidates.set(other, candidate);
      const id = idOf(place);
      const row = reached.get(id);
      if (row === undefined) reached.set(id, { ...place, candidates: [candidate] });
      else row.candidates.push(candidate);
    }
  }
  return inPlaces(reached.values());
}

/** Those that are there, of them those that many lead to, then those that are listed, in that order. */
function byWeight(a: Candidate, b: Candidate): number {
  if (a.isMissing !== b.isMissing) return a.isMissing ? 1 : -1;
  if (a.from.length !== b.from.length) return b.from.length - a.from.length;
  return a.order === b.order ? compareTexts(a.note.path, b.note.path) : a.order - b.order;
}

/** Shares room between rows: as much as each wants, and where that is too much, the same for those that want more. */
function share(wanted: readonly number[], room: number): number[] {
  const shares = wanted.map(() => 0);
  const fewestFirst = [...wanted.entries()].sort(([, a], [, b]) => a - b);
  for (const [place, [index, want]] of fewestFirst.entries()) {
    const one = Math.min(want, Math.floor(room / (wanted.length - place)));
    shares[index] = one;
    room -= one;
  }
  return shares;
}

/** How many notes a row shows, and the id of the group of those that it does not. */
function unfold(
  row: MapRow,
  quota: number,
  step: number,
  unfolded: ReadonlySet<string>,
): { readonly shown: number; readonly id: string } {
  const prefix = idOf(row);
  let times = 0;
  while (unfolded.has(`${prefix}:${times}`)) times++;
  return { shown: quota + times * step, id: `${prefix}:${times}` };
}

function idOf({ rank, side }: MapRow): string {
  return `more:${rank}:${side}`;
}

function edgesAmong(
  rows: ReadonlyMap<StoredNote, MapRow>,
  around: ReadonlyMap<StoredNote, Around>,
  reader: ClaimReader,
): MapEdge[] {
  const edges: MapEdge[] = [];
  const done = new Set<StoredNote>();
  for (const note of rows.keys()) {
    done.add(note);
    for (const [other, claims] of around.get(note) ?? []) {
      const relation = strongest(claims);
      if (relation === null || !rows.has(other) || done.has(other)) continue;
      const isFromOther = relation.rank === 0 ? other.path < note.path : relation.rank < 0;
      edges.push({
        source: isFromOther ? other.path : note.path,
        target: isFromOther ? note.path : other.path,
        relation: relation.rank < 0 ? 'downstream' : relation.relation,
        provenance: provenanceOf(claims, relation.relation),
        contradiction: contradictionOf(claims),
        description: saidOf(note, other, reader) || saidOf(other, note, reader),
      });
    }
  }
  return edges.sort((a, b) => compareTexts(a.source, b.source) || compareTexts(a.target, b.target));
}

/** What a note says first of another one, as an idea. */
function saidOf(note: StoredNote, other: StoredNote, reader: ClaimReader): string {
  const said = note.links.find(
    (link) => link.end > link.from && INVERSE_RELATIONS[link.relation] !== null && reader.leadsTo(link) === other,
  );
  return said === undefined ? '' : unpackLink(note, said).description;
}
