import dagre from '@dagrejs/dagre';
import type { MapEdge, MapNode, Neighbourhood, Point } from '../../src/index/answers.ts';
import { layoutNeighbourhood } from '../../src/index/layout.ts';
import { seededRandom } from './generate.ts';
import { median } from './measure.ts';

/** What `bench` prints of the map's layout: medians of the graphs. */
export interface LayoutFigures {
  /** 60 nodes with 324 edges, and 250 with 1,811. */
  readonly n60Ms: number;
  readonly n250Ms: number;
  /** How many times faster than dagre lays out the same graphs. */
  readonly vsDagre60: number;
  /** Crossings of the lines as they are drawn, by those of dagre. */
  readonly crossingsVsDagre60: number;
}

const GRAPHS = 15;
const ROUNDS = 20;
const SIZE = { nodeWidth: 120, nodeHeight: 30, gapX: 16, gapY: 70, lineGap: 30, maxWidth: 1200 };

/** @param found Neighbourhoods of a vault of about 60 nodes and 324 edges; made ones stand in for those that are missing. */
export function benchLayout(found: readonly Neighbourhood[] = []): LayoutFigures {
  const made = Array.from({ length: GRAPHS }, (_, seed) => neighbourhoodOf(60, 324, seed + 1));
  const graphs = [...found, ...made].slice(0, GRAPHS);
  for (const graph of graphs) timeLayout(graph);
  const ours = graphs.map((graph) => timeLayout(graph));
  const theirs = graphs.map((graph) => layOutWithDagre(graph));
  const large = Array.from({ length: GRAPHS }, (_, seed) => timeLayout(neighbourhoodOf(250, 1811, seed + 1)));
  return {
    n60Ms: median(ours.map(({ ms }) => ms)),
    n250Ms: median(large.map(({ ms }) => ms)),
    vsDagre60: median(theirs.map(({ ms }, index) => ms / (ours[index]?.ms ?? Number.NaN))),
    crossingsVsDagre60: median(
      theirs.map(({ crossings }, index) => (ours[index]?.crossings ?? Number.NaN) / crossings),
    ),
  };
}

interface Result {
  readonly ms: number;
  readonly crossings: number;
}

function timeLayout(neighbourhood: Neighbourhood): Result {
  const times: number[] = [];
  let routes = layoutNeighbourhood(neighbourhood, SIZE).routes;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    routes = layoutNeighbourhood(neighbourhood, SIZE).routes;
    times.push(performance.now() - start);
  }
  return { ms: median(times), crossings: countCrossings(routes) };
}

function layOutWithDagre({ nodes, edges }: Neighbourhood): Result {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ nodesep: SIZE.gapX, ranksep: SIZE.gapY });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { path } of nodes) graph.setNode(path, { width: SIZE.nodeWidth, height: SIZE.nodeHeight });
  for (const { source, target } of edges) graph.setEdge(source, target);
  const start = performance.now();
  dagre.layout(graph);
  const ms = performance.now() - start;
  const routes = edges.map((edge) => {
    const route: unknown = graph.edge(edge.source, edge.target);
    if (!hasPoints(route)) throw new Error('dagre gave no route');
    return { edge, points: [pointOf(graph.node(edge.source)), ...route.points, pointOf(graph.node(edge.target))] };
  });
  return { ms, crossings: countCrossings(routes) };
}

function hasPoints(route: unknown): route is { readonly points: readonly Point[] } {
  return typeof route === 'object' && route !== null && 'points' in route && Array.isArray(route.points);
}

function pointOf(place: unknown): Point {
  if (typeof place === 'object' && place !== null && 'x' in place && 'y' in place) {
    const { x, y } = place;
    if (typeof x === 'number' && typeof y === 'number') return { x, y };
  }
  throw new Error('dagre gave no place');
}

/** How often lines of edges that share no node cross, as they are drawn from the middle of one node to that of the other. */
function countCrossings(routes: readonly { readonly edge: MapEdge; readonly points: readonly Point[] }[]): number {
  let count = 0;
  for (const [index, a] of routes.entries()) {
    for (const b of routes.slice(index + 1)) {
      const ends = new Set([a.edge.source, a.edge.target, b.edge.source, b.edge.target]);
      if (ends.size === 4) count += crossingsOf(a.points, b.points);
    }
  }
  return count;
}

function crossingsOf(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  for (const [p, q] of segmentsOf(a)) {
    for (const [r, s] of segmentsOf(b)) {
      if (side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0) count++;
    }
  }
  return count;
}

function segmentsOf(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
}

/** On which side of the line from `a` to `b` a point lies: the sign tells. */
function side(a: Point, b: Point, point: Point): number {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

/** Of 60 nodes, how many stand in each row, in the proportions of notes of a real vault two or three hops around. */
const ROWS: readonly (readonly [rank: number, side: number, nodes: number])[] = [
  [-2, 0, 17],
  [-1, 0, 4],
  [0, -1, 3],
  [0, -2, 9],
  [0, 1, 3],
  [1, 0, 5],
  [2, 0, 18],
];

/**
 * A neighbourhood from a fixed seed. As among real notes, two that are joined to a third one are likely to be joined; without
 * that every layout would have nearly the same crossings.
 */
function neighbourhoodOf(count: number, joined: number, seed: number): Neighbourhood {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const nodes: MapNode[] = [{ path: 'Centre.md', name: 'Centre', rank: 0, side: 0 }];
  const near = new Map<MapNode, Set<MapNode>>();
  let made = 0;
  const join = (a: MapNode, b: MapNode): void => {
    if (a === b || nearOf(a).has(b)) return;
    nearOf(a).add(b);
    nearOf(b).add(a);
    made++;
  };
  const nearOf = (node: MapNode): Set<MapNode> => {
    const known = near.get(node) ?? new Set<MapNode>();
    near.set(node, known);
    return known;
  };
  const inner = [...ROWS].sort((a, b) => Math.abs(a[0]) + Math.abs(a[1]) - Math.abs(b[0]) - Math.abs(b[1]));
  for (const [rank, side, share] of inner) {
    const before = nodes.filter((node) => node.rank === rank - Math.sign(rank) && node.side === side - Math.sign(side));
    for (let index = 0; index < Math.round((share * (count - 1)) / 59); index++) {
      const path = `Note ${nodes.length}.md`;
      const node = { path, name: path, rank, side };
      nodes.push(node);
      join(node, pick(before));
    }
  }
  while (made < joined) {
    const a = pick(nodes);
    const b = random() < 0.8 ? pick([...nearOf(pick([...nearOf(a)]))]) : pick(nodes);
    join(a, b);
  }
  const edges = nodes.flatMap((source, index) =>
    [...nearOf(source)]
      .filter((target) => nodes.indexOf(target) > index)
      .map((target): MapEdge => edgeBetween(source, target)),
  );
  return { centre: 'Centre.md', nodes, edges, groups: [] };
}

function edgeBetween(a: MapNode, b: MapNode): MapEdge {
  const [source, target] = a.rank <= b.rank ? [a, b] : [b, a];
  const relation = a.rank === b.rank ? 'direct' : 'downstream';
  return {
    source: source.path,
    target: target.path,
    relation,
    provenance: 'declared',
    contradiction: null,
    description: '',
  };
}
