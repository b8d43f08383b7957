import { drawEach } from '../core/keyed-list';

/** One element of a picture. */
export interface Shape {
  /** Unlike that of any other shape of its kind. */
  readonly key: string;
  /** Behind `idea-tiers-picture-`; further classes may follow. */
  readonly cls: string;
  /** Numbers are pixels. */
  readonly attrs: Readonly<Record<string, number>>;
  readonly text?: string;
}

/** Draws one element a shape; those with the same keys stay. */
export function drawShapes(layerEl: SVGGElement, tag: 'rect' | 'line' | 'text', shapes: readonly Shape[]): void {
  drawEach(layerEl, tag, shapes, {
    keyOf: ({ key }) => key,
    make: () => createSvg(tag),
    draw: (el: SVGElement, { cls, attrs, text = '' }) => {
      el.setAttrs({ class: `idea-tiers-picture-${cls}`, ...inTenths(attrs) });
      el.textContent = text;
    },
  });
}

/** Pixels as they are written into the picture. */
export function inTenths(attrs: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(attrs).map(([name, pixels]) => [name, Math.round(pixels * 10) / 10]));
}
