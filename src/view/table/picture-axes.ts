import { select } from 'd3';
import type { Translate } from '../../i18n';
import { makeAxis } from '../../rank/axis';
import type { Picture } from '../../rank/picture';
import type { RowScore } from '../../rank/weights';
import { inTenths } from './picture-dots';
import { QUADRANT_LINE, type Bands, type NamedQuadrants, type QuadrantLabel } from './picture-quadrants';
import { tickText } from './picture-words';

/** Around the plot, in pixels; the left side is as wide as the value axis's numbers. */
export const MARGIN = { top: 24, right: 6, bottom: 40 };
/** Between an axis and its numbers. */
const TICK_GAP = 6;
/** About how the numbers of the value axis lie, and the least room for one; in pixels. */
const BETWEEN_TICKS = 40;
const LEAST_NUMBER = 16;
const EDGE = 4;
/** Baselines under the plot: of the cost axis's numbers, and of its title. */
const NUMBERS = 14;
const TITLE = 32;

interface Line {
  readonly key: string;
  readonly kind: 'grid' | 'zero' | 'middle';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

interface Label {
  readonly key: string;
  readonly kind: 'tick' | 'title' | 'quadrant';
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Draws what lies under the dots: strip, lines, numbers, titles, and the quadrants' names. */
export function drawAxes(
  layerEl: SVGGElement,
  picture: Picture,
  { labels, bands }: NamedQuadrants,
  t: Translate,
  measure: (text: string) => number,
): void {
  select(layerEl)
    .selectAll('rect')
    .data(picture.strip === null ? [] : [picture.strip])
    .join((enter) => enter.insert('rect', ':first-child').attr('class', 'idea-tiers-picture-strip').attr('rx', 4))
    .attr('x', (box) => inTenths(box.x))
    .attr('y', (box) => inTenths(box.y))
    .attr('width', (box) => inTenths(box.width))
    .attr('height', (box) => inTenths(box.height));
  select(layerEl)
    .selectAll<SVGLineElement, Line>('line')
    .data(linesOf(picture), (line) => line.key)
    .join((enter) => enter.insert('line', 'text'))
    .attr('class', (line) => `idea-tiers-picture-line mod-${line.kind}`)
    .attr('x1', (line) => inTenths(line.x))
    .attr('y1', (line) => inTenths(line.y))
    .attr('x2', (line) => inTenths(line.toX))
    .attr('y2', (line) => inTenths(line.toY));
  select(layerEl)
    .selectAll<SVGTextElement, Label>('text')
    .data([...labelsOf(picture, bands, t, measure), ...labels.flatMap(quadrantLabels)], (label) => label.key)
    .join((enter) => enter.append('text'))
    .attr('class', (label) => `idea-tiers-picture-text mod-${label.kind} mod-${label.anchor}`)
    .attr('x', (label) => inTenths(label.x))
    .attr('y', (label) => inTenths(label.y))
    .text((label) => label.text);
}

function linesOf({ plot, strip, valueAxis, costAxis }: Picture): readonly Line[] {
  const right = strip === null ? plot.x + plot.width : strip.x + strip.width;
  const across = (key: string, kind: Line['kind'], y: number): Line => ({
    key,
    kind,
    x: plot.x,
    toX: right,
    y,
    toY: y,
  });
  const down = (key: string, kind: Line['kind'], x: number): Line => ({
    key,
    kind,
    x,
    toX: x,
    y: plot.y,
    toY: plot.y + plot.height,
  });
  const kindOf = (value: number): Line['kind'] => (value === 0 ? 'zero' : 'grid');
  return [
    ...valueAxis.ticks.map(({ value, at }) => across(`value ${value}`, kindOf(value), at)),
    ...costAxis.ticks.map(({ value, at }) => down(`cost ${value}`, kindOf(value), at)),
    // To the plot's edge: what names no cost is in no quadrant.
    { ...across('value middle', 'middle', valueAxis.middle.at), toX: plot.x + plot.width },
    down('cost middle', 'middle', costAxis.middle.at),
  ];
}

function labelsOf(picture: Picture, bands: Bands, t: Translate, measure: (text: string) => number): readonly Label[] {
  const { plot, strip, valueAxis, costAxis } = picture;
  const bottom = plot.y + plot.height + bands.bottom;
  const labels: Label[] = [
    ...valueAxis.ticks.map(({ value, at }): Label => {
      const text = tickText(value, t);
      return { key: `value ${value}`, kind: 'tick', anchor: 'end', x: plot.x - TICK_GAP, y: at + 4, text };
    }),
    ...costAxis.ticks.map(({ value, at }): Label => {
      const text = tickText(value, t);
      return { key: `cost ${value}`, kind: 'tick', anchor: 'middle', x: at, y: bottom + NUMBERS, text };
    }),
    { key: 'value', kind: 'title', anchor: 'start', x: 4, y: 14 - bands.top, text: t('picture.valueAxis') },
    { key: 'cost', kind: 'title', anchor: 'start', x: plot.x, y: bottom + TITLE, text: t('picture.costAxis') },
  ];
  if (strip === null) return labels;
  const text = t('picture.strip');
  const width = measure(text);
  const right = strip.x + strip.width;
  const fits = width <= strip.width;
  const lastNumber = costAxis.ticks.at(-1);
  const numbersEnd = lastNumber ? lastNumber.at + measure(tickText(lastNumber.value, t)) / 2 : plot.x;
  const y = bottom + (right - width > numbersEnd + TICK_GAP ? NUMBERS : TITLE);
  const place = fits
    ? { anchor: 'middle' as const, x: strip.x + strip.width / 2 }
    : { anchor: 'end' as const, x: right };
  return [...labels, { key: 'strip', kind: 'title', ...place, y, text }];
}

function quadrantLabels({ name, lines, x, y }: QuadrantLabel): readonly Label[] {
  return lines.map((text, line) => ({
    key: `${name} ${line}`,
    kind: 'quadrant',
    anchor: 'middle',
    x,
    y: y + line * QUADRANT_LINE + QUADRANT_LINE - 3,
    text,
  }));
}

/** The room that the value axis's numbers need beside a picture of that height, with the gap to the plot; in pixels. */
export function widthOfNumbers(
  rows: readonly RowScore[],
  height: number,
  t: Translate,
  measure: (text: string) => number,
): number {
  const values = rows.flatMap(({ value }) => value ?? []);
  const { ticks } = makeAxis(values, height - MARGIN.bottom, MARGIN.top, BETWEEN_TICKS);
  const widths = ticks.map(({ value }) => measure(tickText(value, t)));
  return Math.ceil(Math.max(LEAST_NUMBER, ...widths)) + TICK_GAP + EDGE;
}
