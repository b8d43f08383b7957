import { layOutPicture, NAMES_FROM, type Picture } from '../../rank/picture';
import { axisLines, axisTexts, MARGIN, widthOfNumbers } from './picture-axes';
import type { PictureData, PictureServices } from './picture-data';
import { drawDots, drawnDots, type DrawnDot } from './picture-dots';
import { textMeasure } from './picture-measure';
import { nameQuadrants } from './picture-quadrants';
import { drawShapes } from './picture-shapes';
import { shortName } from './picture-words';

/** Pixels: a narrow picture is nearly square, a wide one as wide as a page; many rows need more room. */
const HEIGHT = { narrow: 280, wide: 0.6, least: 300, most: 460, perRow: 3, rows: 40, mostRows: 240 };

/** A picture as it is drawn now. */
export interface DrawnPicture {
  readonly picture: Picture;
  /** In the note's order. */
  readonly dots: readonly DrawnDot[];
  readonly width: number;
  readonly height: number;
}

/** The picture itself, without what is around it: one `<svg>` whose elements stay with their rows. */
export interface PictureDrawing {
  readonly el: SVGSVGElement;
  /** The dots' elements, in the note's order. */
  readonly dotEls: () => readonly SVGGElement[];
  /** To be called when the letters may have changed. */
  readonly forgetWidths: () => void;
  /**
   * @param width Of the picture, in pixels.
   * @param move Whether dots move to their new places, for a change of the rows; else they are there at once.
   */
  readonly draw: (data: PictureData, width: number, move: boolean) => DrawnPicture;
}

export function makeDrawing({ t, newId }: PictureServices): PictureDrawing {
  const el = createSvg('svg', { cls: 'idea-tiers-picture-svg', attr: { role: 'group' } });
  const hidden = { 'aria-hidden': 'true' };
  const measure = textMeasure(
    el.createSvg('text', { cls: 'idea-tiers-picture-text mod-name mod-measure', attr: hidden }),
  );
  const { widthOf } = measure;
  const [stripEl, linesEl, textsEl] = [0, 1, 2].map(() => el.createSvg('g', { attr: hidden }));
  const dotsEl = el.createSvg('g');
  return {
    el,
    dotEls: () => [...dotsEl.querySelectorAll<SVGGElement>(':scope > g')],
    forgetWidths: measure.forget,
    draw: ({ rows: entries, axes, write }, width, move) => {
      // The order of the note, whatever the rows are sorted by: elements that stay where they are keep the focus.
      const rows = [...entries].sort((a, b) => a.row - b.row);
      const height = heightFor(width, rows.length);
      const left = widthOfNumbers(rows, axes.value.form, height, t, widthOf);
      const named = rows.map((entry) => ({ ...entry, name: shortName(entry) }));
      const picture = layOutPicture(named, { width, height, margin: { ...MARGIN, left }, measure: widthOf });
      const quadrants = nameQuadrants(picture, (name) => t(`picture.quadrant.${name}`), widthOf);
      const dots = drawnDots(picture, rows);
      el.setAttrs({ width, height, viewBox: `0 0 ${width} ${height}` });
      el.toggleClass('mod-still', !move);
      if (stripEl && linesEl && textsEl) {
        const strip = picture.strip ? [{ key: '', cls: 'strip', attrs: { ...picture.strip, rx: 4 } }] : [];
        drawShapes(stripEl, 'rect', strip);
        drawShapes(linesEl, 'line', axisLines(picture));
        drawShapes(textsEl, 'text', axisTexts(picture, quadrants, { t, axes, measure: widthOf }));
      }
      drawDots(dotsEl, dots, picture, { t, newId, write });
      return { picture, dots, width, height };
    },
  };
}

function heightFor(width: number, rows: number): number {
  const plain = width < NAMES_FROM ? HEIGHT.narrow : Math.min(HEIGHT.most, Math.max(HEIGHT.least, width * HEIGHT.wide));
  const more = Math.min(HEIGHT.mostRows, Math.max(0, rows - HEIGHT.rows) * HEIGHT.perRow);
  return Math.round(plain + more);
}
