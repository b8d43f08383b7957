import { inPlaces } from './places';
import type { LayoutOptions, Neighbourhood, Point } from './answers';

/** One line of the map: places beside one another, and who stands in them. */
export interface MapLine {
  readonly y: number;
  /** From left to right. */
  readonly xs: readonly number[];
  /** Indexes of the nodes that stand there. */
  nodes: number[];
}

/** The lines of one row, from the top: its nodes may stand in any of their places. */
export type LineRow = readonly MapLine[];

export interface MapLines {
  /** From the top. */
  readonly rows: readonly LineRow[];
  /** Where each group stands, by its id: behind the others of its row. */
  readonly groups: ReadonlyMap<string, Point>;
}

/** What stands in one row: indexes of nodes, then ids of groups. */
interface Row {
  readonly rank: number;
  /** -1, 0 or 1. */
  readonly side: number;
  readonly items: (number | string)[];
}

/** A row with the places that it may take. */
interface Block {
  readonly row: Row;
  readonly columns: number;
  /** The x of the place that is filled as number `index` of a line that has `count`. */
  readonly x: (index: number, count: number) => number;
}

/**
 * Gives each row its lines: those above and below the note in the middle, and to its left and right those of its sides, which
 * follow below it where there is no room beside it. The note in the middle stands at 0, 0.
 */
export function layLines(neighbourhood: Neighbourhood, options: LayoutOptions): MapLines {
  const width = options.nodeWidth + options.gapX;
  const height = options.nodeHeight + options.lineGap;
  const columns = Math.max(1, Math.floor((options.maxWidth + options.gapX) / width));
  const across = (row: Row): Block => ({ row, columns, x: (index, count) => (index - (count - 1) / 2) * width });

  const rows = rowsOf(neighbourhood);
  const isSide = ({ rank, side }: Row): boolean => rank === 0 && side !== 0;
  const sides = rows.filter(isSide);
  const beside = besideMiddle(sides, (columns - 1) >> 1, width);
  const bands: Block[][] = [];
  for (const row of rows) {
    if (isSide(row)) continue;
    const isMiddle = row.rank === 0;
    bands.push(isMiddle ? [across(row), ...(beside ?? [])] : [across(row)]);
    if (isMiddle && beside === null) bands.push(...sides.map((side) => [across(side)]));
  }

  const laid: LineRow[] = [];
  const groups = new Map<string, Point>();
  /** In pixels, of the middle of a line. */
  let top = 0;
  let middle = 0;
  for (const band of bands) {
    const counts = band.map(({ row, columns }) => Math.ceil(row.items.length / columns));
    const most = Math.max(...counts);
    for (const [index, block] of band.entries()) {
      const from = top + ((most - (counts[index] ?? 0)) / 2) * height;
      if (block.row.rank === 0 && block.row.side === 0) middle = from;
      laid.push(fill(block, (line) => from + line * height, groups));
    }
    top += (most - 1) * height + options.nodeHeight + options.gapY;
  }
  return {
    rows: laid.map((lines) => lines.map(({ y, xs, nodes }) => ({ y: y - middle, xs, nodes }))),
    groups: new Map([...groups].map(([id, { x, y }]) => [id, { x, y: y - middle }])),
  };
}

/** By rank, and by side in the middle. */
function rowsOf({ nodes, groups }: Neighbourhood): Row[] {
  const rows = new Map<string, Row>();
  const add = (rank: number, distance: number, item: number | string): void => {
    const side = Math.sign(distance);
    const key = `${rank} ${side}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { rank, side, items: [item] });
    else row.items.push(item);
  };
  for (const [index, { rank, side }] of nodes.entries()) add(rank, side, index);
  for (const { rank, side, id } of groups) add(rank, side, id);
  return inPlaces(rows.values());
}

/**
 * The sides as columns to the left and right, in as few lines as `columns` on either side allow; `null` where there is no room. A
 * note that is two steps away may stand as near as one that is one step away: kept apart, they would cost many crossings.
 */
function besideMiddle(sides: readonly Row[], columns: number, width: number): Block[] | null {
  if (columns === 0) return null;
  const lines = Math.max(...sides.map(({ items }) => Math.ceil(items.length / columns)));
  return sides.map((row): Block => ({
    row,
    columns: Math.ceil(row.items.length / lines),
    x: (index) => row.side * (index + 1) * width,
  }));
}

function fill({ row, columns, x }: Block, y: (line: number) => number, groups: Map<string, Point>): MapLine[] {
  const { items } = row;
  const count = Math.ceil(items.length / columns);
  const lines: MapLine[] = [];
  for (let line = 0, at = 0; line < count; line++) {
    const inLine = items.slice(at, at + Math.ceil((items.length - at) / (count - line)));
    at += inLine.length;
    const places: { readonly x: number; readonly node: number }[] = [];
    for (const [index, item] of inLine.entries()) {
      const place = { x: x(index, inLine.length), y: y(line) };
      if (typeof item === 'string') groups.set(item, place);
      else places.push({ x: place.x, node: item });
    }
    places.sort((a, b) => a.x - b.x);
    if (places.length > 0)
      lines.push({ y: y(line), xs: places.map((one) => one.x), nodes: places.map((one) => one.node) });
  }
  return lines;
}
