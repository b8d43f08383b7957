import type { DrawnDot } from './picture-dots';
import { cut, rowName } from './picture-words';

/** What a picture that leaves the note says besides what can be seen in it. */
export interface ExportWords {
  readonly title: string;
  readonly description: string;
}

/** What elements look like, as attributes can say it too. */
const STROKE = ['stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linejoin'];
const FILL = ['fill', 'fill-opacity'];
const FONT = ['font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order'];
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  line: STROKE,
  rect: [...FILL, ...STROKE],
  text: [...FILL, ...STROKE, ...FONT],
};
const COLORS = new Set(['fill', 'stroke']);
/** What need not be said. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'font-style': 'normal',
  'paint-order': 'normal',
};
/** What only the live picture needs. */
const LIVE = '.idea-tiers-picture-ring, .mod-measure, text:empty';
const LIVE_ATTRIBUTES = ['class', 'role', 'tabindex', 'id', 'aria-hidden', 'aria-labelledby', 'aria-describedby'];
/** In pixels. */
const KEY = { line: 18, padding: 10, gap: 16, least: 240, letter: 6.6 };
/** Signs that XML cannot hold. */
const NOT_IN_XML = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/**
 * The picture as a file of its own: what it looks like now is written into its elements, and a key below it names the dots that
 * have no name beside them.
 *
 * @param svg The live picture, in the document.
 */
export function exportSvg(svg: SVGSVGElement, dots: readonly DrawnDot[], words: ExportWords): string {
  const copy = copyElement(svg);
  writeLooks(svg, copy);
  const width = Number(svg.getAttribute('width'));
  const keyHeight = addKey(copy, svg, dots);
  const height = Number(svg.getAttribute('height')) + keyHeight;
  const top = topOf(svg);
  setAll(copy, { width, height, viewBox: `0 ${top} ${width} ${height}`, role: 'img', 'font-family': 'sans-serif' });
  const ground = createSvg('rect');
  setAll(ground, { y: top, width, height, fill: plainColor(groundOf(svg)) });
  const title = createSvg('title');
  title.textContent = words.title;
  const description = createSvg('desc');
  description.textContent = words.description;
  copy.prepend(title, description, ground);
  for (const el of copy.querySelectorAll('desc')) if (el !== description) el.replaceWith(titleOf(el));
  for (const el of copy.querySelectorAll('*')) {
    if (el.childElementCount === 0 && el.textContent) el.textContent = el.textContent.replace(NOT_IN_XML, '');
  }
  const Serializer = svg.doc.defaultView?.XMLSerializer ?? XMLSerializer;
  return `${new Serializer().serializeToString(copy)}\n`;
}

/** The y of the picture's upper edge. */
function topOf(svg: SVGSVGElement): number {
  return Number(svg.getAttribute('viewBox')?.split(' ')[1] ?? 0);
}

function copyElement(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!copy.instanceOf(SVGSVGElement)) throw new Error('the copy of the picture is no picture');
  return copy;
}

/** Writes what the live elements look like into those of the copy, and takes away what only the live picture needs. */
function writeLooks(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const copies = [...copy.querySelectorAll('*')];
  [...svg.querySelectorAll('*')].forEach((live, index) => {
    const el = copies[index];
    if (el === undefined) return;
    setAll(el, lookOf(live));
    if (live.matches(LIVE)) el.remove();
  });
  for (const el of [copy, ...copies]) for (const name of LIVE_ATTRIBUTES) el.removeAttribute(name);
}

function lookOf(el: Element): Record<string, string> {
  const style = el.win.getComputedStyle(el);
  const hasStroke = !['', 'none'].includes(style.getPropertyValue('stroke'));
  return Object.fromEntries(
    (LOOKS[el.tagName] ?? []).flatMap((name) => {
      const value = style.getPropertyValue(name);
      if (value === '' || value === DEFAULTS[name] || (STROKE.includes(name) && !hasStroke)) return [];
      return [[name, COLORS.has(name) ? plainColor(value) : value]];
    }),
  );
}

/** Without what keeps lines from running through it. */
function fontOf(el: Element): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lookOf(el)).filter(([name]) => !STROKE.includes(name) && name !== 'paint-order'),
  );
}

/** A colour as every program that draws SVG understands it. */
function plainColor(color: string): string {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(color);
  if (mixed) {
    const parts = mixed.slice(1, 4).map((part) => Math.round(Number(part) * 255));
    return mixed[4] === undefined ? `rgb(${parts.join(', ')})` : `rgba(${parts.join(', ')}, ${mixed[4]})`;
  }
  return color;
}

/** What the picture stands on: the nearest background that is one. */
function groundOf(svg: SVGSVGElement): string {
  for (let el: Element | null = svg; el !== null; el = el.parentElement) {
    const { backgroundColor } = el.win.getComputedStyle(el);
    if (backgroundColor !== '' && backgroundColor !== 'transparent' && !/[,/] ?0\)$/.test(backgroundColor)) {
      return backgroundColor;
    }
  }
  return 'white';
}

/** Names the dots that have no name beside them, in columns under the picture. Returns how high it is. */
function addKey(copy: SVGSVGElement, svg: SVGSVGElement, dots: readonly DrawnDot[]): number {
  const unnamed = dots.filter(({ name, entry }) => name?.name !== entry.subject);
  if (unnamed.length === 0) return 0;
  const top = topOf(svg) + Number(svg.getAttribute('height'));
  const room = Number(svg.getAttribute('width')) - KEY.padding * 2;
  const columns = Math.max(1, Math.floor((room + KEY.gap) / (KEY.least + KEY.gap)));
  const lines = Math.ceil(unnamed.length / columns);
  const look = svg.querySelector('.mod-measure');
  const { fill = 'black', ...font } = look === null ? {} : fontOf(look);
  const columnWidth = (room + KEY.gap) / columns;
  // A guess: nobody knows which letters the picture will be drawn with. All of the name stands in its dot's title.
  const most = Math.floor((columnWidth - KEY.gap) / KEY.letter);
  unnamed.forEach(({ entry }, index) => {
    const text = createSvg('text');
    setAll(text, {
      ...font,
      fill,
      x: Math.round(KEY.padding + Math.floor(index / lines) * columnWidth),
      y: Math.round(top + KEY.padding + ((index % lines) + 0.7) * KEY.line),
    });
    text.textContent = cut(rowName(entry), most);
    copy.append(text);
  });
  return lines * KEY.line + KEY.padding * 2;
}

/** In a picture of its own the name of a dot can be what is shown under the pointer. */
function titleOf(desc: Element): SVGTitleElement {
  const title = createSvg('title');
  title.textContent = desc.textContent;
  return title;
}

function setAll(el: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, String(value));
}
