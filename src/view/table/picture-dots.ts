import type { Translate } from '../../i18n';
import type { DotName } from '../../rank/dot-names';
import type { Dot, Picture } from '../../rank/picture';
import { drawEach } from '../core/keyed-list';
import type { DotEntries, PictureEntry } from './picture-data';
import { inTenths } from './picture-shapes';
import { dotLabel, dotText, isLongRung } from './picture-words';
import type { WriteScore } from './score-writer';

/** A dot with the rows that it stands for. */
export interface DrawnDot {
  readonly entries: DotEntries;
  readonly dot: Dot;
  /** `null` where there is no room for it. */
  readonly name: DotName | null;
}

const drawnAs = new WeakMap<SVGGElement, DrawnDot>();

const ANCHORS = { right: 'start', left: 'end', above: 'middle', below: 'middle' };

/** The dots of a picture with their rows, in the note's order. */
export function drawnDots(picture: Picture, entries: readonly PictureEntry[]): readonly DrawnDot[] {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]));
  const names = new Map(picture.names.map((name) => [name.row, name]));
  return picture.dots.flatMap((dot) => {
    const [first, ...others] = dot.rows.flatMap((row) => byRow.get(row) ?? []);
    return first === undefined ? [] : [{ entries: [first, ...others], dot, name: names.get(first.row) ?? null }];
  });
}

/**
 * Draws the dots: each is a button with its rows' names for a screen reader, its rung or the number of its rows in it, and its name
 * beside it.
 */
export function drawDots(
  layerEl: SVGGElement,
  drawn: readonly DrawnDot[],
  { radius, roomForRungs }: Picture,
  { t, newId, write }: { t: Translate; newId: () => string; write: WriteScore },
): void {
  drawEach(layerEl, 'g', drawn, {
    keyOf: ({ entries: [{ key }] }) => key,
    make: () => makeDot(newId()),
    draw: (dotEl, datum) => {
      const { entries, dot, name } = datum;
      drawnAs.set(dotEl, datum);
      dotEl.setAttr('transform', `translate(${Math.round(dot.x * 10) / 10},${Math.round(dot.y * 10) / 10})`);
      // Lit or not is the business of who lights it.
      dotEl.toggleClass('mod-apart', dot.apart);
      dotEl.toggleClass('mod-low', (entries[0].value ?? 0) <= 0);
      dotEl.toggleClass('mod-many', entries.length > 1);
      const [descEl, ringEl, shapeEl, rungEl, nameEl] = dotEl.children;
      ringEl?.setAttrs(square(radius + 3, dot.apart));
      shapeEl?.setAttrs(square(radius - 0.75, dot.apart));
      if (!descEl || !rungEl || !nameEl) return;
      descEl.textContent = dotLabel(entries, write, t);
      rungEl.textContent = roomForRungs && !dot.isCovered ? dotText(entries) : '';
      rungEl.toggleClass('mod-long', isLongRung(rungEl.textContent));
      nameEl.setAttrs({
        class: `idea-tiers-picture-text mod-name mod-${ANCHORS[name?.side ?? 'above']}`,
        ...inTenths(name ? { x: nameX(name) - dot.x, y: name.box.y + name.box.height / 2 - dot.y } : { x: 0, y: 0 }),
      });
      nameEl.textContent = name?.name ?? '';
    },
  });
}

/** The dot that is drawn as this element. */
export function dotOf(dotEl: SVGGElement): DrawnDot {
  const drawn = drawnAs.get(dotEl);
  if (!drawn) throw new Error('no dot of a picture');
  return drawn;
}

function makeDot(id: string): SVGGElement {
  // Not an `aria-label`: Obsidian shows those under the pointer, where the picture says more itself.
  const dotEl = createSvg('g', {
    cls: 'idea-tiers-picture-dot',
    attr: { role: 'button', tabindex: '-1', 'aria-labelledby': id },
  });
  const text = { dy: '0.35em', 'aria-hidden': 'true' };
  dotEl.createSvg('desc', { attr: { id } });
  dotEl.createSvg('rect', 'idea-tiers-picture-ring');
  dotEl.createSvg('rect', 'idea-tiers-picture-shape');
  dotEl.createSvg('text', { cls: 'idea-tiers-picture-rung', attr: text });
  dotEl.createSvg('text', { attr: text });
  return dotEl;
}

/** A circle is a square with the roundest of corners, so that a dot can turn from one into the other. */
function square(half: number, apart: boolean): Record<string, number> {
  return inTenths({ x: -half, y: -half, width: half * 2, height: half * 2, rx: apart ? half * 0.3 : half });
}

function nameX({ side, box }: DotName): number {
  if (side === 'right') return box.x;
  return side === 'left' ? box.x + box.width : box.x + box.width / 2;
}
