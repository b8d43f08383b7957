import { overlap, type Box } from '../../rank/box';
import type { Picture, QuadrantName } from '../../rank/picture';

/** A line of a quadrant's name. */
export const QUADRANT_LINE = 14;
const PADDING = 7;
/** Between a quadrant's name and a dot or a row's name, which it must not seem to belong to. */
const GAP = { aside: 10, above: 3 };

/** Where a quadrant's name stands: its lines are centred at `x`, and `y` is the top of the first. */
export interface QuadrantLabel {
  readonly name: QuadrantName;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

type TextOf = (name: QuadrantName) => string;
/** How wide a text is when drawn, in pixels. */
type Measure = (text: string) => number;

/**
 * Finds places for the quadrants' names: within their quadrants, as far out as possible, where no dot and no row's name lies. If
 * there is no such place for one of them, none is named.
 */
export function nameQuadrants(picture: Picture, textOf: TextOf, measure: Measure): readonly QuadrantLabel[] {
  const { dots, names, radius, plot, costAxis, valueAxis } = picture;
  const zero = costAxis.ticks.find(({ value }) => value === 0)?.at ?? plot.x;
  const obstacles = [
    ...dots.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 })),
    ...names.map(({ box }) => box),
  ].map(widened);
  // A line through a name would strike it out.
  const line = valueAxis.ticks.find(({ value }) => value === 0);
  if (line) obstacles.push({ ...plot, y: line.at, height: 1 });
  const labels = picture.quadrants.flatMap(({ name, box }): QuadrantLabel[] => {
    const lines = linesFor(textOf(name), box, measure);
    const width = Math.max(...lines.map(measure));
    const places = placesIn(name, box, width, lines.length * QUADRANT_LINE, zero);
    const free = places.find((place) => !obstacles.some((obstacle) => overlap(place, obstacle)));
    return free === undefined || width > box.width - PADDING ? [] : [{ name, lines, x: free.x + width / 2, y: free.y }];
  });
  return labels.length === picture.quadrants.length ? labels : [];
}

function isUpper(name: QuadrantName): boolean {
  return name === 'worth-more-costs-less' || name === 'worth-more-costs-more';
}

function isCheap(name: QuadrantName): boolean {
  return name === 'worth-more-costs-less' || name === 'worth-less-costs-less';
}

/** From the outer edge inwards; at each height the outer side, the middle, the inner side. */
function placesIn(name: QuadrantName, box: Box, width: number, height: number, zero: number): readonly Box[] {
  const [top, bottom] = [box.y + PADDING, box.y + box.height - PADDING - height];
  const right = box.x + box.width - PADDING - width;
  // Behind the line of what costs nothing, where there is room.
  const left = Math.max(box.x, Math.min(zero, right - PADDING)) + PADDING;
  const xs = isCheap(name) ? [left, (left + right) / 2, right] : [right, (left + right) / 2, left];
  const steps = Math.max(1, Math.floor((bottom - top) / (QUADRANT_LINE / 2)) + 1);
  return Array.from({ length: steps }, (_, step) => (step * QUADRANT_LINE) / 2).flatMap((inwards) =>
    xs.map((x) => ({ x, y: isUpper(name) ? top + inwards : bottom - inwards, width, height })),
  );
}

function widened({ x, y, width, height }: Box): Box {
  return { x: x - GAP.aside, y: y - GAP.above, width: width + GAP.aside * 2, height: height + GAP.above * 2 };
}

/** One line where there is room, else two, as equal as words allow, and more where they are still too long. */
function linesFor(text: string, box: Box, measure: Measure): readonly string[] {
  const room = box.width - PADDING * 2;
  if (measure(text) <= room) return [text];
  const words = text.split(' ');
  const folds = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  const two = folds.reduce<readonly string[]>((best, lines) => (widest(lines) < widest(best) ? lines : best), [text]);
  return widest(two) <= box.width ? two : words;
}
