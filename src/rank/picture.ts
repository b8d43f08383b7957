import { makeAxis, type Axis } from './axis';
import { placeNames, type DotName } from './dot-names';
import { packPiles, type Box, type Pile, type Point } from './packing';
import type { RowScore } from './weights';

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

export interface Dot extends Point {
  readonly row: number;
  /** Whether it lies in the strip of rows that name no cost. */
  readonly apart: boolean;
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
  /** In the order of the rows; one that names no worth has no place. */
  readonly dots: readonly Dot[];
  /** Of every dot. */
  readonly radius: number;
  /** Whether a rung can be read in a dot. */
  readonly roomForRungs: boolean;
  /** In the order of the rows; empty where the picture is narrower than `NAMES_FROM`. */
  readonly names: readonly DotName[];
}

/** From this width on names are drawn where they fit; narrower, the rung is the only label. */
export const NAMES_FROM = 420;

const RADIUS = { most: 11, least: 2, forRungs: 8, shrink: 0.85 };
/** Dots that would cover more than this part of the picture are not even tried. */
const MOST_COVERED = 0.6;
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
 * Lays out a picture. Rows at one place lie side by side, and no dot overlaps another: dots become smaller until they fit (only
 * where even dots of 2 pixels do not, they lie on each other). The same rows in the same frame give the same picture.
 */
export function layOutPicture(rows: readonly PictureRow[], frame: PictureFrame): Picture {
  const placed = rows.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const { plot: whole } = divide(frame, RADIUS.most, []);
  const side = Math.sqrt((whole.width * whole.height * MOST_COVERED) / Math.max(1, placed.length));
  let radius = Math.min(RADIUS.most, Math.max(RADIUS.least, side / 2 - 1));
  let picture = tryRadius(placed, frame, radius);
  while (picture === null) {
    radius = Math.max(RADIUS.least, radius * RADIUS.shrink);
    picture = tryRadius(placed, frame, radius);
  }
  const { plot, strip, valueAxis, costAxis, dots } = picture;
  const nameOf = new Map(placed.map(({ row, name }) => [row, name]));
  const named = dots.map((dot) => ({
    ...dot,
    name: nameOf.get(dot.row) ?? '',
    within: dot.apart && strip !== null ? strip : plot,
  }));
  return {
    ...picture,
    quadrants: quadrantsOf(plot, valueAxis, costAxis),
    radius,
    roomForRungs: radius >= RADIUS.forRungs,
    names: frame.width < NAMES_FROM ? [] : placeNames(named, radius, frame.measure),
  };
}

type Laid = Pick<Picture, 'plot' | 'strip' | 'valueAxis' | 'costAxis' | 'dots'>;

/** `null` when dots of this radius do not fit. */
function tryRadius(placed: readonly Placed[], frame: PictureFrame, radius: number): Laid | null {
  const apart = placed.filter(({ cost }) => cost === null);
  const { plot, strip } = divide(frame, radius, apart);
  const inset = radius + 2;
  const valueAxis = makeAxis(
    placed.map(({ value }) => value),
    plot.y + plot.height - inset,
    plot.y + inset,
    BETWEEN_TICKS.value,
  );
  const costs = placed.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const costAxis = makeAxis(costs, plot.x + inset, plot.x + plot.width - inset, BETWEEN_TICKS.cost);
  const priced = placed.filter(({ cost }) => cost !== null);
  const inPlot = pack(
    priced,
    ({ value, cost }) => ({ x: costAxis.at(cost ?? 0), y: valueAxis.at(value) }),
    radius,
    plot,
  );
  const stripBox = strip ?? plot;
  const middle = stripBox.x + stripBox.width / 2;
  const inStrip = pack(apart, ({ value }) => ({ x: middle, y: valueAxis.at(value) }), radius, stripBox);
  if (inPlot === null || inStrip === null) return null;
  const dots = placed.flatMap(({ row, cost }): Dot[] => {
    const point = (cost === null ? inStrip : inPlot).get(row);
    return point === undefined ? [] : [{ row, x: point.x, y: point.y, apart: cost === null }];
  });
  return { plot, strip, valueAxis, costAxis, dots };
}

/** The places of the rows, those with the same numbers as one pile, in the rows' order. */
function pack(
  rows: readonly Placed[],
  placeOf: (row: Placed) => Point,
  radius: number,
  box: Box,
): ReadonlyMap<number, Point> | null {
  const piles = new Map<string, Placed[]>();
  for (const row of rows) {
    const key = `${row.value} ${row.cost}`;
    const pile = piles.get(key);
    if (pile === undefined) piles.set(key, [row]);
    else pile.push(row);
  }
  const members = [...piles.values()];
  const asked = members.map((pile): Pile => {
    const [first] = pile;
    if (first === undefined) throw new Error('pile without rows');
    return { at: placeOf(first), count: pile.length };
  });
  const points = packPiles(asked, radius, box);
  if (points === null && radius > RADIUS.least) return null;
  return new Map(
    members.flatMap((pile, index) =>
      pile.map(
        ({ row }, place) => [row, points?.[index]?.[place] ?? asked[index]?.at ?? { x: box.x, y: box.y }] as const,
      ),
    ),
  );
}

/** The plot and, where rows name no cost, the strip beside it, wide enough for its biggest pile as a block. */
function divide(
  { width, height, margin }: PictureFrame,
  radius: number,
  apart: readonly Placed[],
): { readonly plot: Box; readonly strip: Box | null } {
  const whole = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  if (apart.length === 0) return { plot: whole, strip: null };
  const sizes = new Map<number, number>();
  for (const { value } of apart) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const columns = Math.ceil(Math.sqrt(Math.max(...sizes.values())));
  const distance = radius * 2 + 2;
  const stripWidth = Math.min((columns + 1) * distance, whole.width * STRIP_PART);
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
