import type { Point } from '../../index/answers';

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
 * Where an arrow key leads from a node: along an edge to what lies that way, to the straightest first; sideways also to the next
 * one in the same line. `null` where nothing lies that way.
 *
 * @param places The middle of everything that can be gone to.
 * @param linked What an edge leads to from `from`.
 */
export function nextOnMap(
  from: string,
  way: Point,
  places: ReadonlyMap<string, Point>,
  linked: ReadonlySet<string>,
): string | null {
  const start = places.get(from);
  if (!start) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of places) {
    const along = (x - start.x) * way.x + (y - start.y) * way.y;
    const aside = Math.abs((x - start.x) * way.y) + Math.abs((y - start.y) * way.x);
    const isBeside = way.y === 0 && aside < 1;
    if (along < 1 || (!linked.has(id) && !isBeside)) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
