import type * as obsidian from 'obsidian';
import { Component } from '../component.ts';

/** The values of `PopoverState`, which Obsidian exports as an empty enum. */
export enum PopoverState {
  Showing,
  Shown,
  Hiding,
  Hidden,
}

const WAIT_MS = 300;
const GAP_PX = 6;

/** A popover beside an element: it appears when the pointer has rested there, and goes when it has left both. */
export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state = PopoverState.Showing;
  private timer: number;

  constructor(
    private readonly parent: Pick<obsidian.HoverParent, 'hoverPopover'> | { hoverPopover: HoverPopover | null },
    private readonly targetEl: HTMLElement | null,
    waitTime = WAIT_MS,
    private readonly staticPos: obsidian.Point | null = null,
  ) {
    super();
    if (parent.hoverPopover instanceof HoverPopover) parent.hoverPopover.hide();
    Object.assign(parent, { hoverPopover: this });
    this.timer = window.setTimeout(() => this.show(), waitTime);
    for (const el of [targetEl, this.hoverEl]) {
      el?.addEventListener('mouseleave', this.onLeave);
      el?.addEventListener('mouseenter', this.onEnter);
    }
  }

  show(): void {
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    const doc = this.targetEl?.doc ?? activeDocument;
    doc.body.appendChild(this.hoverEl);
    this.state = PopoverState.Shown;
    this.load();
    this.place(doc.win);
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.state = PopoverState.Hidden;
    this.targetEl?.removeEventListener('mouseleave', this.onLeave);
    this.targetEl?.removeEventListener('mouseenter', this.onEnter);
    this.hoverEl.remove();
    if (this.parent.hoverPopover === this) Object.assign(this.parent, { hoverPopover: null });
    this.unload();
  }

  private place(win: Window): void {
    const box = this.targetEl?.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.hoverEl;
    const x = this.staticPos?.x ?? box?.left ?? 0;
    const below = this.staticPos?.y ?? (box?.bottom ?? 0) + GAP_PX;
    const fits = below + height <= win.innerHeight;
    const top = fits ? below : Math.max(GAP_PX, (box?.top ?? below) - height - GAP_PX);
    const left = Math.max(GAP_PX, Math.min(x, win.innerWidth - width - GAP_PX));
    this.hoverEl.setCssStyles({ left: `${left}px`, top: `${top}px` });
  }

  private readonly onLeave = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.hide(), this.state === PopoverState.Shown ? WAIT_MS : 0);
  };

  private readonly onEnter = (): void => {
    if (this.state === PopoverState.Shown) window.clearTimeout(this.timer);
  };
}
