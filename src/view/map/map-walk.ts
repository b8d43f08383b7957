import type { Neighbourhood, Point } from '../../index/answers';

/** Which way an arrow key points; `null` for any other key. */
export function directionOf(key: string): Point | null {
  switch (key) {
    case 'ArrowUp':
      return { x: 0, y: -1 };
    case 'ArrowDown':
      return { x: 0, y: 1 };
    case 'ArrowLeft':
      return { x: -1, y: 0 };
    case 'ArrowRight':
      return { x: 1, y: 0 };
    default:
      return null;
  }
}

/**
 * What is linked to a node in the direction of an arrow key: up what is upstream, down what is downstream; to the sides what is
 * beside, of the middle and from there back by the side that it is on, else by where it stands.
 */
export function linkedThatWay(
  { centre, nodes, edges, groups }: Neighbourhood,
  from: string,
  way: Point,
  places: ReadonlyMap<string, Point>,
): ReadonlySet<string> {
  const linked = new Set<string>();
  const sides = new Map(nodes.map(({ path, side }) => [path, side]));
  const beside = (id: string): number => {
    const [here, there] = [places.get(from), places.get(id)];
    if (from === centre) return sides.get(id) ?? 0;
    return id === centre ? -(sides.get(from) ?? 0) : (there?.x ?? 0) - (here?.x ?? 0);
  };
  const add = (id: string, rank: number, toSide: number): void => {
    if (way.y === 0 ? rank === 0 && toSide * way.x > 0 : Math.sign(rank) === way.y) linked.add(id);
  };
  for (const { source, target, relation } of edges) {
    const rank = relation === 'downstream' ? 1 : 0;
    if (source === from) add(target, rank, beside(target));
    if (target === from) add(source, -rank, beside(source));
  }
  for (const { id, from: hangsAt, rank, side } of groups) {
    for (const node of nodes) {
      if (!hangsAt.includes(node.path)) continue;
      if (node.path === from) add(id, rank - node.rank, side - node.side);
      if (id === from) add(node.path, node.rank - rank, node.side - side);
    }
  }
  return linked;
}

/**
 * Where an arrow key leads from a node: to the nearest that is linked that way, to the straightest first, and to what stands
 * elsewhere only where nothing stands there; sideways also to the next one in the same line, and behind its end to the next line of
 * the row. `null` where nothing lies that way.
 *
 * @param places The middle of everything that can be gone to.
 * @param linked What an edge leads to from `from`, in the direction of the key.
 * @param row What stands in the row of `from`.
 */
export function nextOnMap(
  from: string,
  way: Point,
  places: ReadonlyMap<string, Point>,
  linked: ReadonlySet<string>,
  row: readonly string[] = [],
): string | null {
  const start = places.get(from);
  if (!start) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of places) {
    const along = (x - start.x) * way.x + (y - start.y) * way.y;
    const aside = Math.abs((x - start.x) * way.y) + Math.abs((y - start.y) * way.x);
    const isBeside = way.y === 0 && aside < 1 && along >= 1;
    if (id === from || (!linked.has(id) && !isBeside)) continue;
    const cost = along + 2 * aside + (along < 1 ? ELSEWHERE : 0);
    if (cost < least) [best, least] = [id, cost];
  }
  if (best !== null || way.y !== 0) return best;
  const inOrder = row.flatMap((id) => ({ id, at: places.get(id) ?? start }));
  inOrder.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
  return inOrder[inOrder.findIndex(({ id }) => id === from) + way.x]?.id ?? null;
}

/** Farther than any map goes, in pixels. */
const ELSEWHERE = 1e6;
