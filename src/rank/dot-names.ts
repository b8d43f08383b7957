import type { Box, Point } from './packing';

/** On which side of its dot a name stands. */
export type Side = 'right' | 'left' | 'above' | 'below';

/** A name that can be drawn beside its dot without overlapping anything. */
export interface DotName {
  /** Index of `table.body`. */
  readonly row: number;
  readonly name: string;
  readonly box: Box;
  readonly side: Side;
}

/** A dot that would like its name beside it. */
export interface NamedDot extends Point {
  readonly row: number;
  readonly name: string;
  /** What the name must not leave. */
  readonly within: Box;
}

/** Pixels: a line of text, and between a dot and its name. */
const LINE = 16;
const GAP = 4;
const SIDES: readonly Side[] = ['right', 'left', 'above', 'below'];

/** The names that fit, in the order of the dots: earlier ones have the first choice. */
export function placeNames(
  dots: readonly NamedDot[],
  radius: number,
  measure: (name: string) => number,
): readonly DotName[] {
  const placed: DotName[] = [];
  for (const dot of dots) {
    const width = measure(dot.name);
    for (const side of SIDES) {
      const box = boxBeside(dot, side, width, radius);
      const free =
        isInside(box, dot.within) &&
        !dots.some((other) => other !== dot && touches(box, other, radius)) &&
        !placed.some((other) => overlap(box, other.box));
      if (!free) continue;
      placed.push({ row: dot.row, name: dot.name, box, side });
      break;
    }
  }
  return placed;
}

function boxBeside({ x, y }: Point, side: Side, width: number, radius: number): Box {
  const away = radius + GAP;
  const box = { width, height: LINE };
  switch (side) {
    case 'right':
      return { ...box, x: x + away, y: y - LINE / 2 };
    case 'left':
      return { ...box, x: x - away - width, y: y - LINE / 2 };
    case 'above':
      return { ...box, x: x - width / 2, y: y - radius - LINE };
    case 'below':
      return { ...box, x: x - width / 2, y: y + radius };
  }
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function touches(box: Box, { x, y }: Point, radius: number): boolean {
  const nearestX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearestY = Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.hypot(nearestX - x, nearestY - y) < radius;
}
