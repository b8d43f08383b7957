import { layOutPicture, NAMES_FROM, type Picture } from '../../rank/picture';
import { drawAxes, MARGIN, widthOfNumbers } from './picture-axes';
import type { PictureEntry, PictureServices } from './picture-data';
import { clearNames, drawDots, drawnDots, type DrawnDot } from './picture-dots';
import { TextMeasure } from './picture-measure';
import { nameQuadrants } from './picture-quadrants';
import { shortName } from './picture-words';

/** Pixels: a narrow picture is nearly square, a wide one as wide as a page; many rows need more room. */
const HEIGHT = { narrow: 280, wide: 0.6, least: 300, most: 460, perRow: 3, rows: 40, mostRows: 240 };

/** The picture itself, without what is around it: one `<svg>` whose elements stay with their rows. */
export class PictureDrawing {
  readonly el: SVGSVGElement;
  private readonly axesEl: SVGGElement;
  private readonly dotsEl: SVGGElement;
  private readonly measure: TextMeasure;
  private origin = 0;
  private current: Picture | null = null;
  private drawn: readonly DrawnDot[] = [];

  constructor(private readonly services: PictureServices) {
    this.el = createSvg('svg', { cls: 'idea-tiers-picture-svg', attr: { role: 'group' } });
    this.measure = new TextMeasure(
      this.el.createSvg('text', {
        cls: 'idea-tiers-picture-text mod-name mod-measure',
        attr: { 'aria-hidden': 'true' },
      }),
    );
    this.axesEl = this.el.createSvg('g', { attr: { 'aria-hidden': 'true' } });
    this.dotsEl = this.el.createSvg('g');
  }

  /** The geometry of what is drawn; `null` before anything is. */
  get picture(): Picture | null {
    return this.current;
  }

  /** In the note's order. */
  get dots(): readonly DrawnDot[] {
    return this.drawn;
  }

  /** How far below the top edge y is 0, in pixels. */
  get top(): number {
    return this.origin;
  }

  /** In pixels, as last drawn. */
  get size(): { readonly width: number; readonly height: number } {
    return { width: Number(this.el.getAttribute('width')), height: Number(this.el.getAttribute('height')) };
  }

  /** The element of a row's dot; `null` when it has none. */
  dotEl(key: string): SVGGElement | null {
    const index = this.drawn.findIndex(({ entry }) => entry.key === key);
    return this.dotEls()[index] ?? null;
  }

  /** The dots' elements, in the order of `dots`. */
  dotEls(): readonly SVGGElement[] {
    return [...this.dotsEl.querySelectorAll<SVGGElement>(':scope > g')];
  }

  /** The drawn dot that an element belongs to. */
  dotOf(target: Element | null): DrawnDot | null {
    const dotEl = target?.closest('.idea-tiers-picture-dot');
    const index = this.dotEls().findIndex((each) => each === dotEl);
    return this.drawn[index] ?? null;
  }

  /** To be called when the letters may have changed. */
  forgetWidths(): void {
    this.measure.forget();
  }

  /**
   * @param width Of the picture, in pixels.
   * @param move Whether dots move to their new places, for a change of the rows; else they are there at once.
   */
  draw(entries: readonly PictureEntry[], width: number, move: boolean): void {
    const { t, newId } = this.services;
    const { widthOf } = this.measure;
    // The order of the note, whatever the rows are sorted by: elements that stay where they are keep the focus.
    const rows = [...entries].sort((a, b) => a.row - b.row);
    const height = heightFor(width, rows.length);
    const left = widthOfNumbers(rows, height, t, widthOf);
    const asked = rows.map((entry) => ({ ...entry, name: shortName(entry) }));
    const laidOut = layOutPicture(asked, { width, height, margin: { ...MARGIN, left }, measure: widthOf });
    const picture = { ...laidOut, names: clearNames(laidOut) };
    const { bands, labels } = nameQuadrants(picture, (name) => t(`picture.quadrant.${name}`), widthOf);
    const whole = height + bands.top + bands.bottom;
    this.current = picture;
    this.drawn = drawnDots(picture, rows);
    this.origin = bands.top;
    // The band above lies above 0, so that dots stay where the geometry has them.
    this.el.setAttrs({ width, height: whole, viewBox: `0 ${-bands.top} ${width} ${whole}` });
    this.el.toggleClass('mod-still', !move);
    drawAxes(this.axesEl, picture, { labels, bands }, t, widthOf);
    drawDots(this.dotsEl, this.drawn, picture, t, newId);
  }
}

function heightFor(width: number, rows: number): number {
  const plain = width < NAMES_FROM ? HEIGHT.narrow : Math.min(HEIGHT.most, Math.max(HEIGHT.least, width * HEIGHT.wide));
  const more = Math.min(HEIGHT.mostRows, Math.max(0, rows - HEIGHT.rows) * HEIGHT.perRow);
  return Math.round(plain + more);
}
