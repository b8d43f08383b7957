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

/** Room above the picture and under its plot for the quadrants' names, where there is none within; in pixels. */
export interface Bands {
  readonly top: number;
  readonly bottom: number;
}

export interface NamedQuadrants {
  readonly labels: readonly QuadrantLabel[];
  readonly bands: Bands;
}

type TextOf = (name: QuadrantName) => string;
/** How wide a text is when drawn, in pixels. */
type Measure = (text: string) => number;

/**
 * Finds places for the quadrants' names: within their quadrants, as far out as possible, where no dot and no row's name lies; if
 * there is no such place for one of them, all stand in bands above and under the plot.
 */
export function nameQuadrants(picture: Picture, textOf: TextOf, measure: Measure): NamedQuadrants {
  const { dots, names, radius, plot, costAxis } = picture;
  const zero = costAxis.ticks.find(({ value }) => value === 0)?.at ?? plot.x;
  const obstacles = [
    ...dots.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 })),
    ...names.map(({ box }) => box),
  ].map(widened);
  const quadrants = picture.quadrants.map(({ name, box }) => ({
    name,
    box,
    lines: linesFor(textOf(name), box, measure),
  }));
  const within = quadrants.flatMap(({ name, box, lines }): QuadrantLabel[] => {
    const width = Math.max(...lines.map(measure));
    const places = placesIn(name, box, width, lines.length * QUADRANT_LINE, zero);
    const free = places.find((place) => !obstacles.some((obstacle) => overlap(place, obstacle)));
    return free === undefined || width > box.width - PADDING ? [] : [{ name, lines, x: free.x + width / 2, y: free.y }];
  });
  if (within.length === quadrants.length) return { labels: within, bands: { top: 0, bottom: 0 } };
  const heightOf = (upper: boolean): number =>
    Math.max(...quadrants.map(({ name, lines }) => (isUpper(name) === upper ? lines.length : 0))) * QUADRANT_LINE;
  const bands = { top: heightOf(true), bottom: heightOf(false) };
  const labels = quadrants.map(({ name, box, lines }) => ({
    name,
    lines,
    x: besideMiddle(name, box, Math.max(...lines.map(measure))),
    y: isUpper(name) ? plot.y - GAP.above - bands.top : plot.y + plot.height,
  }));
  return { labels, bands };
}

/** The middle of a name as wide as this, which may leave its quadrant, but not for the one beside it. */
function besideMiddle(name: QuadrantName, { x, width }: Box, wide: number): number {
  const reach = Math.max(width, wide + 6) / 2;
  return isCheap(name) ? x + width - reach : x + reach;
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
