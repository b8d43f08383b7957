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
/** Smaller than this names cannot be read at a glance. */
const READABLE = 0.8;
/** In pixels. */
const PADDING = 12;

/** Zooms by `factor` so that what is at `at`, in pixels of the window, stays there. */
export function zoomedAt({ x, y, k }: Zoom, factor: number, at: Point): Zoom {
  const next = Math.min(MOST, Math.max(LEAST, k * factor));
  const by = next / k;
  return { x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by, k: next };
}

/**
 * Shows all of a map in the middle of its window, never larger than it is. What would be too small to be read is shown in its
 * whole width if that can be read, unless `whole` asks for all.
 */
export function fitted({ box }: MapLayout, { width, height }: Size, whole: boolean): Zoom {
  const across = Math.min(1, (width - 2 * PADDING) / box.width);
  const fits = Math.min(across, (height - 2 * PADDING) / box.height);
  const k = whole ? Math.max(LEAST, fits) : fits < READABLE ? Math.max(READABLE, across) : fits;
  // What does not fit is shown around the note in the middle, which is at 0.
  const place = (from: number, length: number, room: number): number =>
    room / 2 - (k * length > room - PADDING ? 0 : k * (from + length / 2));
  return { x: place(box.x, box.width, width), y: place(box.y, box.height, height), k };
}

/** So much of a map stays in its window, in pixels of it, or all of a smaller one. */
const KEPT = 48;

/** Keeps a part of a map in its window, however far it is moved. */
export function kept({ x, y, k }: Zoom, box: MapLayout['box'], { width, height }: Size): Zoom {
  const place = (offset: number, from: number, length: number, room: number): number => {
    const part = Math.min(KEPT, k * length, room);
    return Math.min(room - part - k * from, Math.max(part - k * (from + length), offset));
  };
  return { x: place(x, box.x, box.width, width), y: place(y, box.y, box.height, height), k };
}

/** Moves the map just as far that a node at `place` can be seen whole, below what covers a corner at the top of the window. */
export function revealed(zoom: Zoom, place: Point, node: Size, window: Size, corner: Size): Zoom {
  const shift = (offset: number, at: number, half: number, room: number): number => {
    const low = offset + zoom.k * (at - half) - PADDING;
    const high = offset + zoom.k * (at + half) + PADDING - room;
    if (low < 0) return offset - low;
    return high > 0 ? offset - high : offset;
  };
  const { k } = zoom;
  const x = shift(zoom.x, place.x, node.width / 2, window.width);
  const y = shift(zoom.y, place.y, node.height / 2, window.height);
  const isBeside = x + k * (place.x - node.width / 2) > corner.width;
  const free = corner.height + PADDING - k * (place.y - node.height / 2);
  return { x, y: isBeside ? y : Math.max(y, free), k };
}
