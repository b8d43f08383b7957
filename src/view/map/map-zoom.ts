import type { MapLayout, Point } from '../../index/answers';

/** Where the map stands in its window: a point of the map is at `x + k * point.x`, `y + k * point.y`, in pixels of the window. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Smaller than this nothing can be read, larger is of no use. */
const LEAST = 0.2;
const MOST = 2.5;
/** In pixels. */
const PADDING = 12;

/** Zooms by `factor` so that what is at `at`, in pixels of the window, stays there. */
export function zoomedAt({ x, y, k }: Zoom, factor: number, at: Point): Zoom {
  const next = Math.min(MOST, Math.max(LEAST, k * factor));
  const by = next / k;
  return { x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by, k: next };
}

/** Shows all of a map in the middle of its window, never larger than it is; not smaller than can be read unless `whole` asks so. */
export function fitted({ box }: MapLayout, { width, height }: Size, whole: boolean): Zoom {
  const fits = Math.min(1, (width - 2 * PADDING) / box.width, (height - 2 * PADDING) / box.height);
  const k = Math.max(whole ? LEAST : 0.7, fits);
  const fitsIn = k <= fits;
  // What does not fit is shown around the note in the middle, which is at 0, 0.
  const middle = fitsIn ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  return { x: width / 2 - k * middle.x, y: height / 2 - k * middle.y, k };
}

/** Moves the map just as far that a node at `place` can be seen whole. */
export function revealed(zoom: Zoom, place: Point, node: Size, window: Size): Zoom {
  const shift = (offset: number, at: number, half: number, room: number): number => {
    const low = offset + zoom.k * (at - half) - PADDING;
    const high = offset + zoom.k * (at + half) + PADDING - room;
    if (low < 0) return offset - low;
    return high > 0 ? offset - high : offset;
  };
  return {
    x: shift(zoom.x, place.x, node.width / 2, window.width),
    y: shift(zoom.y, place.y, node.height / 2, window.height),
    k: zoom.k,
  };
}
