import { overlap, type Box, type Point } from './box';

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

/** A dot that would like its name beside it, unless that is `null`. */
export interface NamedDot extends Point {
  readonly row: number;
  readonly name: string | null;
  /** What the name must not leave. */
  readonly within: Box;
}

/** Pixels: a line of text, and between a dot and its name. */
const LINE = 16;
const GAP = 4;
/** Between a name's far end and another dot, in pixels: nearer, it could be that dot's name. */
const APART = 18;
const SIDES: readonly Side[] = ['right', 'left', 'above', 'below'];

/**
 * The names that fit, in the order of the dots: earlier ones have the first choice. A name that could be taken for another dot's
 * is left out: one above or below a row of dots, or between two that are both near.
 */
export function placeNames(
  dots: readonly NamedDot[],
  radius: number,
  measure: (name: string) => number,
): readonly DotName[] {
  const placed: DotName[] = [];
  for (const dot of dots) {
    const { name } = dot;
    if (name === null) continue;
    const width = measure(name);
    for (const side of SIDES) {
      const box = boxBeside(dot, side, width, radius);
      const free =
        isInside(box, dot.within) &&
        !dots.some(
          (other) => other !== dot && (touches(box, other, radius) || claims(other, dot, side, box, radius)),
        ) &&
        !placed.some((other) => overlap(box, other.box));
      if (!free) continue;
      placed.push({ row: dot.row, name, box, side });
      break;
    }
  }
  return placed;
}

/** Whether a name could be that of another dot on the same line. */
function claims(other: Point, own: Point, side: Side, box: Box, radius: number): boolean {
  const reach = radius + (side === 'left' || side === 'right' ? APART : 0);
  return Math.abs(other.y - own.y) < radius && other.x + reach > box.x && other.x - reach < box.x + box.width;
}

function boxBeside({ x, y }: Point, side: Side, width: number, radius: number): Box {
  const aside = { right: radius + GAP, left: -radius - GAP - width, above: -width / 2, below: -width / 2 };
  const down = { right: -LINE / 2, left: -LINE / 2, above: -radius - LINE, below: radius };
  return { x: x + aside[side], y: y + down[side], width, height: LINE };
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function touches(box: Box, { x, y }: Point, radius: number): boolean {
  const nearestX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearestY = Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.hypot(nearestX - x, nearestY - y) < radius;
}
