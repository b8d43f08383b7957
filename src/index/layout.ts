import type { LayoutOptions, MapEdge, MapLayout, Neighbourhood, Point } from './answers';
import { orderLines } from './line-order';
import { layLines } from './map-lines';

/**
 * Where to draw a neighbourhood: rows by signed hop distance, as many lines to a row as its width asks for, few crossings. The
 * same neighbourhood gives the same layout.
 */
export function layoutNeighbourhood(neighbourhood: Neighbourhood, options: LayoutOptions): MapLayout {
  const { nodes, edges } = neighbourhood;
  const { rows, groups } = layLines(neighbourhood, options);
  const indexes = new Map(nodes.map(({ path }, index) => [path, index]));
  const joined = edges.map(({ source, target }) => [indexes.get(source) ?? 0, indexes.get(target) ?? 0] as const);
  orderLines(rows, joined, nodes.length, options.nodeHeight + options.gapY);

  const places = new Map<string, Point>(groups);
  for (const { y, xs, nodes: standing } of rows.flat()) {
    for (const [index, x] of xs.entries()) places.set(nodes[standing[index] ?? -1]?.path ?? '', { x, y });
  }
  const points = [...places.values()];
  return {
    box: boxOf(points, options),
    places,
    routes: edges.map((edge) => ({ edge, points: routeOf(edge, places, points, options) })),
  };
}

function boxOf(points: readonly Point[], { nodeWidth, nodeHeight }: LayoutOptions): MapLayout['box'] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs) - nodeWidth / 2;
  const y = Math.min(...ys) - nodeHeight / 2;
  return { x, y, width: Math.max(...xs) + nodeWidth / 2 - x, height: Math.max(...ys) + nodeHeight / 2 - y };
}

/** Straight, unless it would run along a line or a column through what stands there. */
function routeOf(
  { source, target }: MapEdge,
  places: ReadonlyMap<string, Point>,
  points: readonly Point[],
  { nodeWidth, nodeHeight, gapX, lineGap }: LayoutOptions,
): Point[] {
  const from = places.get(source);
  const to = places.get(target);
  if (!from || !to) throw new Error(`no place: ${from ? target : source}`);
  const isBetween = (at: number, a: number, b: number): boolean => (at - a) * (at - b) < 0;
  if (from.y === to.y && points.some(({ x, y }) => y === from.y && isBetween(x, from.x, to.x))) {
    return [from, { x: (from.x + to.x) / 2, y: from.y - (nodeHeight + lineGap) / 2 }, to];
  }
  if (from.x === to.x && points.some(({ x, y }) => x === from.x && isBetween(y, from.y, to.y))) {
    return [from, { x: from.x + ((from.x < 0 ? -1 : 1) * (nodeWidth + gapX)) / 2, y: (from.y + to.y) / 2 }, to];
  }
  return [from, to];
}
