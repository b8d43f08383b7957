/** A rectangle in pixels, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes have more in common than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Dots that belong at one place. */
export interface Pile {
  readonly at: Point;
  readonly count: number;
}

/** Between two dots, in pixels. */
const GAP = 2;
/** Blocks are wider than high, for rows that differ in cost alone lie further apart than their dots. */
const WIDER = 1.6;

/**
 * Lays dots side by side so that none overlaps another: each pile as a block around its place, moved as little as possible where
 * blocks would meet or leave the box. The same piles always lie alike.
 *
 * @returns For each pile the middles of its dots, in rows from the top left; `null` when dots of this radius do not fit.
 */
export function packPiles(piles: readonly Pile[], radius: number, box: Box): readonly (readonly Point[])[] | null {
  const taken = new TakenPlaces(radius * 2 + GAP);
  const placed: (readonly Point[])[] = piles.map(() => []);
  // The biggest block is the hardest to place.
  const order = [...piles.keys()].sort((a, b) => (piles[b]?.count ?? 0) - (piles[a]?.count ?? 0));
  for (const index of order) {
    const pile = piles[index];
    if (pile === undefined) continue;
    const found = placePile(pile, taken, box, radius);
    if (found === null) return null;
    taken.add(found);
    placed[index] = found;
  }
  return placed;
}

function placePile({ at, count }: Pile, taken: TakenPlaces, box: Box, radius: number): readonly Point[] | null {
  const block = blockOf(count, taken.distance, box.width);
  const halfWidth = block.width / 2 + radius;
  const halfHeight = block.height / 2 + radius;
  if (halfWidth * 2 > box.width || halfHeight * 2 > box.height) return null;
  const middle = {
    x: clamp(at.x, box.x + halfWidth, box.x + box.width - halfWidth),
    y: clamp(at.y, box.y + halfHeight, box.y + box.height - halfHeight),
  };
  const inside = ({ x, y }: Point): boolean =>
    Math.abs(x - box.x - box.width / 2) <= box.width / 2 - halfWidth + 1e-6 &&
    Math.abs(y - box.y - box.height / 2) <= box.height / 2 - halfHeight + 1e-6;
  for (const moved of around(middle, taken.distance, Math.max(box.width, box.height))) {
    if (!inside(moved)) continue;
    const dots = block.dots.map(({ x, y }) => ({ x: moved.x + x, y: moved.y + y }));
    if (dots.every((dot) => taken.isFree(dot))) return dots;
  }
  return null;
}

/** Dots in rows around 0, the last row centred. Width and height are between the middles of the outermost dots. */
function blockOf(
  count: number,
  distance: number,
  most: number,
): { readonly dots: readonly Point[]; readonly width: number; readonly height: number } {
  const fitting = Math.max(1, Math.floor((most + GAP) / distance));
  const columns = Math.min(count, fitting, count <= 3 ? count : Math.ceil(Math.sqrt(count * WIDER)));
  const rows = Math.ceil(count / columns);
  const dots = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    return {
      x: ((index % columns) - (inRow - 1) / 2) * distance,
      y: (row - (rows - 1) / 2) * distance,
    };
  });
  return { dots, width: (columns - 1) * distance, height: (rows - 1) * distance };
}

/** A place and those around it, nearest first, to the sides before up and down. */
function* around(middle: Point, distance: number, furthest: number): Generator<Point> {
  yield middle;
  let reach = 0;
  for (let ring = 1; reach <= furthest; ring++) {
    // A hair's breadth may be enough; far away it does not matter.
    reach += distance / (reach < distance ? 8 : 2);
    const places = ring * 8;
    for (let index = 0; index < places; index++) {
      // 0, 1, -1, 2, -2, …: right and left alternate.
      const turn = (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2);
      const angle = (turn / places) * 2 * Math.PI;
      yield { x: middle.x + Math.cos(angle) * reach, y: middle.y - Math.sin(angle) * reach };
    }
  }
}

/** Where dots lie, in squares as wide as two dots' distance, so that only near ones are compared. */
class TakenPlaces {
  readonly #squares = new Map<number, Point[]>();

  constructor(readonly distance: number) {}

  add(dots: readonly Point[]): void {
    for (const dot of dots) {
      const key = this.#key(Math.floor(dot.x / this.distance), Math.floor(dot.y / this.distance));
      const square = this.#squares.get(key);
      if (square === undefined) this.#squares.set(key, [dot]);
      else square.push(dot);
    }
  }

  isFree({ x, y }: Point): boolean {
    const column = Math.floor(x / this.distance);
    const row = Math.floor(y / this.distance);
    for (let right = column - 1; right <= column + 1; right++) {
      for (let down = row - 1; down <= row + 1; down++) {
        const near = this.#squares.get(this.#key(right, down)) ?? [];
        // A hair less than the distance, for a block's own dots lie exactly that far apart.
        if (near.some((dot) => Math.hypot(dot.x - x, dot.y - y) < this.distance - 1e-6)) return false;
      }
    }
    return true;
  }

  #key(column: number, row: number): number {
    return column * 65_536 + row;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
