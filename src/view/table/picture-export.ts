import { NOT_IN_XML } from '../../text/xml-signs';
import type { DrawnDot } from './picture-dots';
import type { DrawnPicture } from './picture-drawing';
import { cut, rowName } from './picture-words';

/** What elements look like, as attributes can say it too: what an element does not say, it has from the one around it. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
];
/** What only the live picture needs. */
const LIVE = '.idea-tiers-picture-ring, .mod-measure, text:empty';
const LIVE_ATTRIBUTES = ['class', 'role', 'tabindex', 'id', 'aria-hidden', 'aria-labelledby', 'aria-describedby'];
/** In pixels. */
const KEY = { line: 18, padding: 10, gap: 16, least: 240, letter: 6.6 };

/**
 * The picture as a file of its own: what it looks like now is written into its elements, and a key below it names the dots that
 * have no name beside them.
 *
 * @param svgEl The live picture, in the document.
 */
export function exportSvg(
  svgEl: SVGSVGElement,
  { dots, width, height }: DrawnPicture,
  title: string,
  description: string,
): string {
  const copyEl = svgEl.cloneNode(true);
  if (!copyEl.instanceOf(SVGSVGElement)) throw new Error('the copy of the picture is no picture');
  writeLooks(svgEl, copyEl);
  const keyHeight = addKey(copyEl, dots, width, height);
  for (const el of copyEl.querySelectorAll(LIVE)) el.remove();
  for (const el of copyEl.querySelectorAll('desc')) el.replaceWith(textElement('title', el.textContent));
  for (const el of [copyEl, ...copyEl.querySelectorAll('*')]) {
    for (const name of LIVE_ATTRIBUTES) el.removeAttribute(name);
  }
  const whole = { width, height: height + keyHeight };
  const groundEl = createSvg('rect', { attr: { ...whole, fill: plainColor(groundOf(svgEl)) } });
  copyEl.setAttrs({
    ...whole,
    viewBox: `0 0 ${whole.width} ${whole.height}`,
    role: 'img',
    'font-family': 'sans-serif',
  });
  copyEl.prepend(textElement('title', title), textElement('desc', description), groundEl);
  const Serializer = svgEl.doc.defaultView?.XMLSerializer ?? XMLSerializer;
  return `${new Serializer().serializeToString(copyEl).replace(NOT_IN_XML(), '')}\n`;
}

/** Writes what the live elements look like into those of the copy. */
function writeLooks(svgEl: SVGSVGElement, copyEl: SVGSVGElement): void {
  const copies = [copyEl, ...copyEl.querySelectorAll('*')];
  [svgEl, ...svgEl.querySelectorAll('*')].forEach((el, index) => {
    const style = el.win.getComputedStyle(el);
    const around = el === svgEl || !el.parentElement ? null : el.win.getComputedStyle(el.parentElement);
    for (const name of LOOKS) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== around?.getPropertyValue(name)) copies[index]?.setAttr(name, plainColor(value));
    }
  });
}

/** A colour of any space as a screen shows it, which every program that draws SVG understands; anything else as it is. */
function plainColor(value: string): string {
  if (!/^(?:ok|lab|lch|color\()/.test(value)) return value;
  const context = createEl('canvas').getContext('2d');
  if (!context) return value;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${Math.round(alpha / 2.55) / 100})`;
}

/** What the picture stands on: the nearest background that is one. */
function groundOf(svgEl: SVGSVGElement): string {
  for (let el: Element | null = svgEl; el !== null; el = el.parentElement) {
    const { backgroundColor } = el.win.getComputedStyle(el);
    if (backgroundColor !== '' && backgroundColor !== 'transparent' && !/[,/] ?0\)$/.test(backgroundColor)) {
      return backgroundColor;
    }
  }
  return 'white';
}

/** Names the dots that have no name beside them, in columns from `top` on. Returns how high they are. */
function addKey(copyEl: SVGSVGElement, dots: readonly DrawnDot[], width: number, top: number): number {
  const unnamed = dots.flatMap(({ name, entries }) => entries.filter(({ subject }) => name?.name !== subject));
  const sample = copyEl.querySelector('.mod-measure');
  if (unnamed.length === 0 || !sample) return 0;
  const room = width - KEY.padding * 2;
  const columns = Math.max(1, Math.floor((room + KEY.gap) / (KEY.least + KEY.gap)));
  const lines = Math.ceil(unnamed.length / columns);
  const columnWidth = (room + KEY.gap) / columns;
  // A guess: nobody knows which letters the picture will be drawn with. All of the name stands in its dot's title.
  const most = Math.floor((columnWidth - KEY.gap) / KEY.letter);
  unnamed.forEach((entry, index) => {
    const el = textElement('text', cut(rowName(entry), most));
    for (const { name, value } of sample.attributes) if (LOOKS.includes(name)) el.setAttr(name, value);
    el.setAttrs({
      x: Math.round(KEY.padding + Math.floor(index / lines) * columnWidth),
      y: Math.round(top + KEY.padding + ((index % lines) + 0.7) * KEY.line),
    });
    copyEl.append(el);
  });
  return lines * KEY.line + KEY.padding * 2;
}

function textElement(tag: 'title' | 'desc' | 'text', text: string): SVGElement {
  const el = createSvg(tag);
  el.textContent = text;
  return el;
}
