import { makeAxis, type Axis } from './axis';
import { placeNames, type DotName } from './dot-names';
import type { Box, Point } from './box';
import type { RowScore } from './weights';
import { grouped } from '../text/grouped';

/** A row that is to be drawn. */
export interface PictureRow extends RowScore {
  /** Index of `table.body`. */
  readonly row: number;
  /** What is ranked, as plain text, as long as it may be drawn. */
  readonly name: string;
}

/** What a picture is drawn into, in pixels. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  /** Around the plot, for the axes' numbers and titles. */
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** How wide a name is when drawn. */
  readonly measure: (name: string) => number;
}

/** The rows at one place. Its middle is where their numbers are, whatever lies beside it. */
export interface Dot extends Point {
  /** Indexes of `table.body`, ascending; at least one. */
  readonly rows: readonly number[];
  /** Whether it lies in the strip of rows that name no cost. */
  readonly apart: boolean;
  /** A later dot is drawn over some of it: what would be written in it could not be told from what is written there. */
  readonly isCovered: boolean;
}

export type QuadrantName =
  'worth-more-costs-less' | 'worth-more-costs-more' | 'worth-less-costs-less' | 'worth-less-costs-more';

export interface Quadrant {
  readonly name: QuadrantName;
  readonly box: Box;
}

/** The geometry of worth (upwards) against cost (to the right), in pixels from the top left corner. */
export interface Picture {
  readonly plot: Box;
  /** At the right edge, for "No cost given"; `null` when every row that is drawn names a cost. */
  readonly strip: Box | null;
  readonly valueAxis: Axis;
  readonly costAxis: Axis;
  readonly quadrants: readonly Quadrant[];
  /** In the order of their first rows; a row that names no worth has no place. */
  readonly dots: readonly Dot[];
  /** Of every dot. */
  readonly radius: number;
  /** Whether a rung can be read in a dot. */
  readonly roomForRungs: boolean;
  /** Of dots with one row, in their order; empty where the picture is narrower than `NAMES_FROM`. */
  readonly names: readonly DotName[];
}

/** From this width on names are drawn where they fit; narrower, the rung is the only label. */
export const NAMES_FROM = 420;

const RADIUS = { most: 11, least: 4, forRungs: 8 };
/** Dots become smaller where they would cover more than this part of the picture. */
const MOST_COVERED = 0.6;
/** Among more dots than this there is no room for names. */
const MOST_NAMED = 250;
/** About how many pixels lie between two ticks. */
const BETWEEN_TICKS = { value: 40, cost: 40 };
/** Between plot and strip. */
const STRIP_GAP = 8;
/** The strip takes at most this part of the width. */
const STRIP_PART = 0.34;

/** A row with a place; `cost` is `null` in the strip. */
interface Placed {
  readonly row: number;
  readonly name: string;
  readonly value: number;
  readonly cost: number | null;
}

/**
 * Lays out a picture. A dot stands where its numbers are, at every width; rows with the same numbers are one dot. The same rows in the
 * same frame give the same picture.
 */
export function layOutPicture(rows: readonly PictureRow[], frame: PictureFrame): Picture {
  const placed = rows.flatMap((one): Placed[] => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const piles = [...grouped(placed, ({ value, cost }) => `${value} ${cost}`).values()];
  const { plot: whole } = divide(frame, RADIUS.most, false);
  const side = Math.sqrt((whole.width * whole.height * MOST_COVERED) / Math.max(1, piles.length));
  const radius = Math.min(RADIUS.most, Math.max(RADIUS.least, side / 2 - 1));
  const { plot, strip } = divide(
    frame,
    radius,
    placed.some(({ cost }) => cost === null),
  );
  const inset = radius + 2;
  const valueAxis = makeAxis(
    placed.map(({ value }) => value),
    plot.y + plot.height - inset,
    plot.y + inset,
    BETWEEN_TICKS.value,
  );
  const costs = placed.flatMap(({ cost }) => cost ?? []);
  const costAxis = makeAxis(costs, plot.x + inset, plot.x + plot.width - inset, BETWEEN_TICKS.cost);
  const places = piles.flatMap((pile) => {
    const [first] = pile;
    if (!first) return [];
    const { value, cost } = first;
    const x = cost === null ? (strip ?? plot).x + (strip ?? plot).width / 2 : costAxis.at(cost);
    return [{ pile, first, x, y: valueAxis.at(value), apart: cost === null }];
  });
  const touching = touchingDots(places, radius * 2);
  const dots = places.map(({ pile, x, y, apart }, index): Dot => {
    const isCovered = (touching[index] ?? []).some((other) => other > index);
    return { rows: pile.map(({ row }) => row), x, y, apart, isCovered };
  });
  const named = places.map((dot, index) => ({
    x: dot.x,
    y: dot.y,
    row: dot.first.row,
    // A name beside dots that lie on each other, or for several rows, could be anybody's.
    name: dot.pile.length > 1 || touching[index]?.length !== 0 ? null : dot.first.name,
    within: dot.apart && strip !== null ? strip : plot,
  }));
  return {
    ...{ plot, strip, valueAxis, costAxis, dots, radius },
    quadrants: quadrantsOf(plot, valueAxis, costAxis),
    roomForRungs: radius >= RADIUS.forRungs,
    names: frame.width < NAMES_FROM || dots.length > MOST_NAMED ? [] : placeNames(named, radius, frame.measure),
  };
}

/** For each place the indexes of others that are nearer than `distance`. Only those in the squares around it are compared. */
function touchingDots(places: readonly Point[], distance: number): readonly (readonly number[])[] {
  const squares = new Map<string, number[]>();
  const touching = places.map((): number[] => []);
  for (const [index, { x, y }] of places.entries()) {
    const [column, row] = [Math.floor(x / distance), Math.floor(y / distance)];
    for (let square = 0; square < 9; square++) {
      const near = squares.get(`${column - 1 + (square % 3)} ${row - 1 + Math.floor(square / 3)}`) ?? [];
      for (const other of near) {
        const { x: otherX, y: otherY } = places[other] ?? { x, y };
        if (Math.hypot(otherX - x, otherY - y) >= distance) continue;
        touching[index]?.push(other);
        touching[other]?.push(index);
      }
    }
    const key = `${column} ${row}`;
    const own = squares.get(key);
    if (own === undefined) squares.set(key, [index]);
    // Those that lie on each other by the hundred are told by the last ones.
    else if (own.push(index) > 32) own.shift();
  }
  return touching;
}

/** The plot and, where some rows are apart, the strip beside it. */
function divide(
  { width, height, margin }: PictureFrame,
  radius: number,
  hasStrip: boolean,
): { readonly plot: Box; readonly strip: Box | null } {
  const whole = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  if (!hasStrip) return { plot: whole, strip: null };
  const stripWidth = Math.min(radius * 4 + 4, whole.width * STRIP_PART);
  const plot = { ...whole, width: Math.max(0, whole.width - stripWidth - STRIP_GAP) };
  return { plot, strip: { ...whole, x: plot.x + plot.width + STRIP_GAP, width: stripWidth } };
}

function quadrantsOf(plot: Box, valueAxis: Axis, costAxis: Axis): readonly Quadrant[] {
  const x = costAxis.middle.at;
  const y = valueAxis.middle.at;
  const left = { x: plot.x, width: x - plot.x };
  const right = { x, width: plot.x + plot.width - x };
  const upper = { y: plot.y, height: y - plot.y };
  const lower = { y, height: plot.y + plot.height - y };
  return [
    { name: 'worth-more-costs-less', box: { ...left, ...upper } },
    { name: 'worth-more-costs-more', box: { ...right, ...upper } },
    { name: 'worth-less-costs-less', box: { ...left, ...lower } },
    { name: 'worth-less-costs-more', box: { ...right, ...lower } },
  ];
}
