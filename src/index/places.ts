/** Where something stands on the map: in which row, and on which side of it. */
interface Place {
  readonly rank: number;
  readonly side: number;
}

/** Row by row from the top, in each from side to side. */
export function inPlaces<T extends Place>(all: Iterable<T>): T[] {
  return [...all].sort((a, b) => a.rank - b.rank || a.side - b.side);
}
