import type { Zoom } from './map-zoom';

/** So long after it was moved last it stands, in milliseconds. */
const STANDS_AFTER = 150;

/**
 * What stands on the map, moved as one; its 0, 0 is that of the map. While a pointer or the wheel moves it, an animation that never
 * runs says where it is: that place the browser hands on as it is, while for a style it goes through all that the app shows, in
 * every frame. Where it comes to stand its style says so, for only then are letters drawn in the size that they have there.
 */
export class MapStage {
  readonly el: HTMLElement;
  #zoom: Zoom = { x: 0, y: 0, k: 1 };
  #glide = false;
  #frame = 0;
  #standing = 0;
  #win: Window = window;
  #moving: { readonly animation: Animation; readonly effect: KeyframeEffect } | null = null;

  constructor(windowEl: HTMLElement) {
    this.el = windowEl.createDiv('idea-tiers-map-stage');
  }

  /** @param glide Whether it glides there, for a change that the user did not make with a pointer. */
  place(zoom: Zoom, glide: boolean): void {
    const { win } = this.el;
    if (win !== this.#win) {
      // What it waited for in the window where it stood may never come.
      this.destroy();
      this.#moving = null;
      this.#frame = 0;
      this.#win = win;
    }
    if (glide && this.#moving !== null) {
      this.#stand();
      // The browser takes note of it: a glide begins where its styles were seen last.
      this.el.getBoundingClientRect();
    }
    this.#zoom = zoom;
    this.#glide = glide;
    win.clearTimeout(this.#standing);
    // One writing a frame, however many events there are.
    if (this.#frame === 0) this.#frame = win.requestAnimationFrame(() => this.#write());
  }

  /** To be called when the map is not shown any more. */
  destroy(): void {
    this.#win.cancelAnimationFrame(this.#frame);
    this.#win.clearTimeout(this.#standing);
    this.#moving?.animation.cancel();
  }

  #write(): void {
    this.#frame = 0;
    this.el.toggleClass('mod-gliding', this.#glide);
    if (this.#glide) {
      this.#stand();
      return;
    }
    this.#move();
    this.#standing = this.el.win.setTimeout(() => this.#stand(), STANDS_AFTER);
  }

  #move(): void {
    const keyframes = { transform: [this.#transform, this.#transform] };
    if (this.#moving !== null) {
      this.#moving.effect.setKeyframes(keyframes);
      return;
    }
    const effect = new KeyframeEffect(this.el, keyframes, { fill: 'both' });
    const animation = new Animation(effect, this.el.doc.timeline);
    animation.pause();
    this.#moving = { animation, effect };
  }

  #stand(): void {
    // Not custom properties: all that stands on the map would inherit them.
    this.el.setCssStyles({ transform: this.#transform });
    this.#moving?.animation.cancel();
    this.#moving = null;
  }

  get #transform(): string {
    const { x, y, k } = this.#zoom;
    return `translate(${x}px, ${y}px) scale(${k})`;
  }
}
