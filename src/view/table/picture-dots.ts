import { select } from 'd3';
import type { Translate } from '../../i18n';
import type { DotName } from '../../rank/dot-names';
import type { Dot, Picture } from '../../rank/picture';
import type { PictureEntry } from './picture-data';
import { dotName, isLongRung, rungText } from './picture-words';

/** A dot with the row that it stands for. */
export interface DrawnDot {
  readonly entry: PictureEntry;
  readonly dot: Dot;
  /** `null` where there is no room for it. */
  readonly name: DotName | null;
}

/** Between a name's far end and another dot, in pixels: nearer, it could be that dot's name. */
const APART = 18;

/**
 * The names that nobody takes for another dot's: neither above nor below a row of dots, where a name could be of any of them, nor
 * between two dots that are both near. The key tells what the others are called.
 */
export function clearNames({ names, dots, radius }: Picture): readonly DotName[] {
  return names.filter(({ row, side, box }) => {
    const own = dots.find((dot) => dot.row === row);
    const apart = side === 'left' || side === 'right' ? APART : 0;
    return !dots.some(
      (dot) =>
        dot !== own &&
        Math.abs(dot.y - (own?.y ?? 0)) < radius &&
        dot.x + radius + apart > box.x &&
        dot.x - radius - apart < box.x + box.width,
    );
  });
}

/** The dots of a picture with their rows, in the note's order. */
export function drawnDots(picture: Picture, entries: readonly PictureEntry[]): readonly DrawnDot[] {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]));
  const names = new Map(picture.names.map((name) => [name.row, name]));
  return picture.dots.flatMap((dot) => {
    const entry = byRow.get(dot.row);
    return entry === undefined ? [] : [{ entry, dot, name: names.get(dot.row) ?? null }];
  });
}

/** Draws the dots: each is a button with its row's name for a screen reader, its rung in it, and its name beside it. */
export function drawDots(
  layerEl: SVGGElement,
  drawn: readonly DrawnDot[],
  { radius, roomForRungs }: Picture,
  t: Translate,
  newId: () => string,
): void {
  const dots = select(layerEl)
    .selectAll<SVGGElement, DrawnDot>('g')
    .data(drawn, ({ entry }) => entry.key)
    .join((enter) => {
      const g = enter.append('g').attr('role', 'button').attr('tabindex', -1);
      // Not an `aria-label`: Obsidian shows those under the pointer, where the picture says more itself.
      g.append('desc').attr('id', newId);
      g.attr('aria-labelledby', function () {
        return this.querySelector('desc')?.id ?? null;
      });
      g.append('rect').attr('class', 'idea-tiers-picture-ring');
      g.append('rect').attr('class', 'idea-tiers-picture-shape');
      g.append('text').attr('class', 'idea-tiers-picture-rung').attr('dy', '0.35em').attr('aria-hidden', 'true');
      g.append('text').attr('dy', '0.35em').attr('aria-hidden', 'true');
      return g;
    });
  dots.each(function ({ entry, dot, name }) {
    const g = select(this);
    // Lit or not is the business of who lights it.
    this.classList.add('idea-tiers-picture-dot');
    this.classList.toggle('mod-apart', dot.apart);
    this.classList.toggle('mod-low', (entry.value ?? 0) <= 0);
    g.attr('transform', `translate(${inTenths(dot.x)},${inTenths(dot.y)})`);
    g.select('desc').text(dotName(entry, t));
    square(this, '.idea-tiers-picture-ring', radius + 3, dot.apart);
    square(this, '.idea-tiers-picture-shape', radius - 0.75, dot.apart);
    const rung = roomForRungs ? rungText(entry) : '';
    g.select('.idea-tiers-picture-rung').classed('mod-long', isLongRung(rung)).text(rung);
    g.select('text:last-child')
      .attr('class', `idea-tiers-picture-text mod-name mod-${anchorOf(name)}`)
      .attr('x', name === null ? 0 : inTenths(nameX(name) - dot.x))
      .attr('y', name === null ? 0 : inTenths(name.box.y + name.box.height / 2 - dot.y))
      .text(name?.name ?? '');
  });
}

/** A circle is a square with the roundest of corners, so that a dot can turn from one into the other. */
function square(dotEl: SVGGElement, selector: string, half: number, apart: boolean): void {
  select(dotEl)
    .select(selector)
    .attr('x', inTenths(-half))
    .attr('y', inTenths(-half))
    .attr('width', inTenths(half * 2))
    .attr('height', inTenths(half * 2))
    .attr('rx', inTenths(apart ? half * 0.3 : half));
}

function anchorOf(name: DotName | null): 'start' | 'middle' | 'end' {
  switch (name?.side) {
    case 'right':
      return 'start';
    case 'left':
      return 'end';
    case 'above':
    case 'below':
    case undefined:
      return 'middle';
  }
}

function nameX({ side, box }: DotName): number {
  if (side === 'right') return box.x;
  return side === 'left' ? box.x + box.width : box.x + box.width / 2;
}

/** Pixels as they are written into the picture. */
export function inTenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
