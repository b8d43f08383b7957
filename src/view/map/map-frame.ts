import type { MapLayout, Point } from '../../index/answers';
import { elementAt } from '../core/event-target';
import { inEachWindow } from '../core/in-each-window';
import { MapStage } from './map-stage';
import { kept, zoomedAt, type Size, type Zoom } from './map-zoom';

/** Pixels that a pointer may move and still have clicked. */
const CLICK_SLACK = 4;
const WHEEL_STEP = 0.002;

export interface FrameEvents {
  /** A node is dragged: by how many pixels of the map since it was told last. */
  readonly onDragNode: (id: string, by: Point) => void;
  /** The window has another size. */
  readonly onResize: (size: Size) => void;
}

/**
 * The window onto the map: dragging moves it, two fingers or the wheel with Ctrl or Cmd zoom, a node can be dragged to another
 * place. Zooming is our own: the library's brings colours and interpolation, a sixth of what the bundle may have.
 */
export class MapFrame {
  readonly #events: FrameEvents;
  readonly #wheelMoves: boolean;
  readonly el = createDiv('idea-tiers-map-window');
  readonly #stage = new MapStage(this.el);
  readonly stageEl = this.#stage.el;
  size: Size = { width: 0, height: 0 };
  /** What the map takes, in its own pixels. */
  box: MapLayout['box'] | null = null;
  #zoom: Zoom = { x: 0, y: 0, k: 1 };
  /** Where the pointers that are down stand in the window of the app. */
  readonly #pointers = new Map<number, Point>();
  #grabbed: string | null = null;
  #moved = 0;
  /** How far what is grabbed was moved, in pixels of the map. */
  #carried: Point = { x: 0, y: 0 };
  #stopWatching: (() => void) | undefined;
  #win: Window | undefined;

  /** @param wheelMoves Whether the wheel alone moves the map; where it does not, it scrolls what the map stands in. */
  constructor(events: FrameEvents, wheelMoves: boolean) {
    this.#events = events;
    this.#wheelMoves = wheelMoves;
    const { el } = this;
    el.toggleClass('mod-whole', wheelMoves);
    el.addEventListener('wheel', (evt) => this.#onWheel(evt), { passive: false });
    el.addEventListener('pointerdown', (evt) => this.#onDown(evt));
    el.addEventListener('pointermove', (evt) => this.#onMove(evt));
    for (const type of ['pointerup', 'pointercancel'] as const) el.addEventListener(type, (evt) => this.#onUp(evt));
    // A drag ends with a click, too: it must not open the note.
    el.addEventListener('click', (evt) => this.#onClick(evt), { capture: true });
    el.addEventListener('dragstart', (evt) => evt.preventDefault());
  }

  /** To be called when the map is put into a page, and as often as it is drawn: it may be another window's. */
  attach(): void {
    const { el } = this;
    if (this.#win === el.win) return;
    this.#stopWatching?.();
    this.#stopWatching = inEachWindow(el, (win) => {
      this.#win = win;
      const observer = new win.ResizeObserver((entries) => this.#onBox(entries));
      observer.observe(el);
      this.#stage.place(this.#zoom, false);
      return () => observer.disconnect();
    });
  }

  /** To be called when the map is not shown any more. */
  destroy(): void {
    this.#stopWatching?.();
    this.#stage.destroy();
  }

  get current(): Zoom {
    return this.#zoom;
  }

  /** @param glide Whether the map glides there, for a change that the user did not make with a pointer. */
  show(zoom: Zoom, glide: boolean): void {
    this.#zoom = zoom;
    this.#stage.place(zoom, glide);
  }

  zoomBy(factor: number): void {
    this.show(zoomedAt(this.#zoom, factor, { x: this.size.width / 2, y: this.size.height / 2 }), true);
  }

  /** What the user does with a pointer or the wheel. The map cannot be lost by it. */
  #turn(zoom: Zoom): void {
    this.show(this.box === null ? zoom : kept(zoom, this.box, this.size), false);
  }

  #onBox(entries: readonly ResizeObserverEntry[]): void {
    const box = entries.at(-1)?.contentRect;
    if (!box || (box.width === this.size.width && box.height === this.size.height)) return;
    this.size = { width: box.width, height: box.height };
    if (box.width > 0) this.#events.onResize(this.size);
  }

  #onWheel(evt: WheelEvent): void {
    const zooms = evt.ctrlKey || evt.metaKey;
    if (!zooms && !this.#wheelMoves) return;
    evt.preventDefault();
    const { x, y, k } = this.#zoom;
    if (zooms) this.#turn(zoomedAt(this.#zoom, Math.exp(-evt.deltaY * WHEEL_STEP * 2), this.#placeOf(pointOf(evt))));
    else this.#turn({ x: x - evt.deltaX, y: y - evt.deltaY, k });
  }

  #onDown(evt: PointerEvent): void {
    if (evt.button !== 0) return;
    this.#pointers.set(evt.pointerId, pointOf(evt));
    this.#moved = 0;
    this.#carried = { x: 0, y: 0 };
    this.#grabbed = elementAt(evt)?.closest<HTMLElement>('[data-node]')?.dataset.node ?? null;
  }

  #onMove(evt: PointerEvent): void {
    const before = this.#pointers.get(evt.pointerId);
    if (!before) return;
    const now = pointOf(evt);
    const by = { x: now.x - before.x, y: now.y - before.y };
    this.#moved += Math.abs(by.x) + Math.abs(by.y);
    if (this.#moved <= CLICK_SLACK) return;
    // Only now: a captured pointer's click would go to the window, not to the node.
    if (!this.el.hasPointerCapture(evt.pointerId)) this.el.setPointerCapture(evt.pointerId);
    const other = [...this.#pointers].find(([id]) => id !== evt.pointerId)?.[1];
    this.#pointers.set(evt.pointerId, now);
    const { x, y, k } = this.#zoom;
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      this.#turn(zoomedAt({ x: x + by.x / 2, y: y + by.y / 2, k }, factor, this.#placeOf(middle(now, other))));
    } else if (this.#grabbed !== null) {
      this.#carry(this.#grabbed, { x: by.x / k, y: by.y / k });
    } else {
      this.#turn({ x: x + by.x, y: y + by.y, k });
    }
  }

  #onUp(evt: PointerEvent): void {
    const { type, pointerId } = evt;
    const wasDown = this.#pointers.delete(pointerId);
    const id = this.#grabbed;
    if (wasDown && id !== null && type === 'pointerup' && this.#moved > CLICK_SLACK) this.#drop(id, evt);
  }

  #carry(id: string, by: Point): void {
    const { x, y } = this.#carried;
    this.#carried = { x: x + by.x, y: y + by.y };
    this.#events.onDragNode(id, by);
  }

  /** A note that was carried out of the map falls where the pointer is, as a link that is dragged; on the map it is back in its place. */
  #drop(id: string, { clientX, clientY }: PointerEvent): void {
    const { el } = this;
    const under = el.doc.elementFromPoint(clientX, clientY);
    const node = [...el.querySelectorAll<HTMLElement>('a[data-node]')].find(({ dataset }) => dataset.node === id);
    if (!under || !node || el.contains(under)) return;
    const { x, y } = this.#carried;
    this.#carry(id, { x: -x, y: -y });
    const init = { bubbles: true, cancelable: true, clientX, clientY, dataTransfer: new DataTransfer() };
    node.dispatchEvent(new DragEvent('dragstart', init));
    under.dispatchEvent(new DragEvent('drop', init));
    node.dispatchEvent(new DragEvent('dragend', init));
  }

  #onClick(evt: MouseEvent): void {
    if (this.#moved <= CLICK_SLACK) return;
    this.#moved = 0;
    evt.preventDefault();
    evt.stopPropagation();
  }

  /** Costs a layout where the map was moved since the last: it is not asked for while it is dragged. */
  #placeOf({ x, y }: Point): Point {
    const { left, top } = this.el.getBoundingClientRect();
    return { x: x - left, y: y - top };
  }
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
