import type { Dot } from '../../rank/picture';
import type { Point } from '../../rank/box';
import { dotOf } from './picture-dots';

/** The arrow keys, and where they lead: x grows to the right, y downwards. */
const ARROWS: ReadonlyMap<string, Point> = new Map([
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowDown', { x: 0, y: 1 }],
  ['ArrowUp', { x: 0, y: -1 }],
]);

/** What lies straight ahead is nearer than what lies to the side. */
const ASIDE = 2;

/** The dot that a key leads to: the nearest in an arrow's direction, the first or the last one; `null` if there is none. */
export function dotByKey(dotEls: readonly SVGGElement[], fromEl: SVGGElement, key: string): SVGGElement | null {
  if (key === 'Home') return dotEls[0] ?? null;
  if (key === 'End') return dotEls.at(-1) ?? null;
  const arrow = ARROWS.get(key);
  if (arrow === undefined) return null;
  const { dot: from } = dotOf(fromEl);
  return nearest(dotEls, (dot) => {
    const along = (dot.x - from.x) * arrow.x + (dot.y - from.y) * arrow.y;
    const aside = Math.abs((dot.x - from.x) * arrow.y - (dot.y - from.y) * arrow.x);
    return along < 1 ? Infinity : along + aside * ASIDE;
  });
}

/** Whether the key is one that goes from dot to dot, if only there were one to go to. */
export function isMoveKey(key: string): boolean {
  return ARROWS.has(key) || key === 'Home' || key === 'End';
}

/** The dot nearest to a point, no further away than `reach` pixels from its middle. */
export function dotAt(dotEls: readonly SVGGElement[], point: Point, reach: number): SVGGElement | null {
  return nearest(dotEls, (dot) => {
    const distance = Math.hypot(dot.x - point.x, dot.y - point.y);
    return distance <= reach ? distance : Infinity;
  });
}

/** The first of those that are equally near. */
function nearest(dotEls: readonly SVGGElement[], distanceOf: (dot: Dot) => number): SVGGElement | null {
  let found: SVGGElement | null = null;
  let least = Infinity;
  for (const dotEl of dotEls) {
    const distance = distanceOf(dotOf(dotEl).dot);
    if (distance < least) [found, least] = [dotEl, distance];
  }
  return found;
}
