/** What jsdom has not: it lays nothing out, so observers of layout never call back, and media queries do not match. */
class SilentObserver {
  observe(): void {
    // Nothing changes size or place.
  }
  unobserve(): void {
    // As above.
  }
  disconnect(): void {
    // As above.
  }
  takeRecords(): [] {
    return [];
  }
}

/** Remembers where it was told to be; nothing is painted. */
class StillEffect {
  readonly target: Element;
  #keyframes: unknown;

  constructor(target: Element, keyframes: unknown) {
    this.target = target;
    this.#keyframes = keyframes;
  }
  setKeyframes(keyframes: unknown): void {
    this.#keyframes = keyframes;
  }
  getKeyframes(): unknown {
    return this.#keyframes;
  }
}

class StillAnimation {
  constructor(readonly effect: StillEffect) {}
  pause(): void {
    // It never runs.
  }
  cancel(): void {
    this.effect.setKeyframes(null);
  }
}

export function installStandIns(): void {
  const missing = {
    KeyframeEffect: StillEffect,
    Animation: StillAnimation,
    ResizeObserver: SilentObserver,
    IntersectionObserver: SilentObserver,
    matchMedia: (media: string) => Object.assign(new EventTarget(), { media, matches: false, onchange: null }),
  };
  for (const [name, value] of Object.entries(missing)) {
    if (!(name in window)) Object.defineProperty(window, name, { value, configurable: true, writable: true });
  }
  // Another window is a frame here.
  Object.defineProperty(window, 'open', {
    value: () => document.body.appendChild(createEl('iframe')).contentWindow,
    configurable: true,
    writable: true,
  });
  // The editor asks where its text stands.
  const nowhere = { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() };
  for (const [name, value] of Object.entries(nowhere)) {
    if (!(name in Range.prototype)) Object.defineProperty(Range.prototype, name, { value, configurable: true });
  }
  if (!('scrollIntoView' in Element.prototype)) {
    Object.defineProperty(Element.prototype, 'scrollIntoView', {
      value: () => undefined,
      configurable: true,
      writable: true,
    });
  }
}
