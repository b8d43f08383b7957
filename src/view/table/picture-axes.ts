import type { Translate } from '../../i18n';
import { makeAxis, type Tick } from '../../rank/axis';
import type { Box } from '../../rank/box';
import type { Picture } from '../../rank/picture';
import type { RowScore } from '../../rank/weights';
import { graphemes } from '../../text/graphemes';
import { QUADRANT_LINE, type QuadrantLabel } from './picture-quadrants';
import type { Shape } from './picture-shapes';
import type { PictureData } from './picture-data';
import { cut, tickText } from './picture-words';

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
/** Titles are bolder than what is measured. */
const BOLDER = 1.15;

/** What a picture's lines are: one a tick, and one through the middle of each axis. */
export function axisLines({ plot, strip, valueAxis, costAxis }: Picture): readonly Shape[] {
  const right = plot.x + plot.width;
  const across = (name: string, kind: string, y: number, to: number): Shape => {
    return { key: `value ${name}`, cls: `line mod-${kind}`, attrs: { x1: plot.x, x2: to, y1: y, y2: y } };
  };
  const down = (name: string, kind: string, x: number): Shape => {
    return {
      key: `cost ${name}`,
      cls: `line mod-${kind}`,
      attrs: { x1: x, x2: x, y1: plot.y, y2: plot.y + plot.height },
    };
  };
  const kindOf = ({ value }: Tick): string => (value === 0 ? 'zero' : 'grid');
  return [
    ...valueAxis.ticks.map((tick) =>
      across(String(tick.value), kindOf(tick), tick.at, strip ? strip.x + strip.width : right),
    ),
    ...costAxis.ticks.map((tick) => down(String(tick.value), kindOf(tick), tick.at)),
    // To the plot's edge: what names no cost is in no quadrant.
    across('middle', 'middle', valueAxis.middle.at, right),
    down('middle', 'middle', costAxis.middle.at),
  ];
}

/** What is written around a picture, and in its quadrants. */
export function axisTexts(
  { plot, strip, valueAxis, costAxis }: Picture,
  labels: readonly QuadrantLabel[],
  { t, axes, measure }: { t: Translate; axes: PictureData['axes']; measure: (text: string) => number },
): readonly Shape[] {
  const bottom = plot.y + plot.height;
  const right = plot.x + plot.width;
  const write = (key: string, kind: string, x: number, y: number, text: string): Shape => {
    return { key, cls: `text mod-${kind}`, attrs: { x, y }, text };
  };
  const costs = costAxis.ticks.map(({ value, at }) => {
    const text = tickText(value, axes.cost.form, t);
    return { value, at, text, half: measure(text) / 2 };
  });
  const [first, second = first] = costs;
  const widest = Math.max(...costs.map(({ half }) => half * 2)) + EDGE;
  // No number touches the next one.
  const each = first && second !== first ? Math.ceil(widest / ((second?.at ?? 0) - first.at)) : 1;
  const lastNumber = costs.at(-1);
  const numbersEnd = lastNumber ? lastNumber.at + lastNumber.half : plot.x;
  const [valueTitle, cost] = [
    `${fitting(axes.value.name || t('table.rankings.value'), right, measure)} ↑`,
    `${fitting(axes.cost.name || t('table.rankings.cost'), right - plot.x, measure)} →`,
  ];
  const writeStrip = (box: Box): Shape[] => {
    const text = t('table.noCost');
    const width = measure(text) * BOLDER;
    const boxEnd = box.x + box.width;
    const room = boxEnd - width - TICK_GAP;
    const end = (key: string, y: number, words: string): Shape =>
      write(key, 'title mod-end', boxEnd, bottom + y, words);
    // Beside the axis's numbers where there is room, else beside its title, else beside both.
    if (room > numbersEnd) return [end('strip', NUMBERS, text)];
    if (room > plot.x + measure(cost) * BOLDER) return [end('strip', TITLE, text)];
    const fold = text.lastIndexOf(' ');
    return [end('strip', NUMBERS, text.slice(0, fold)), end('strip end', TITLE, text.slice(fold + 1))];
  };
  return [
    ...valueAxis.ticks.map(({ value, at }) =>
      write(`value ${value}`, 'tick mod-end', plot.x - TICK_GAP, at + 4, tickText(value, axes.value.form, t)),
    ),
    ...costs
      .filter((_, index) => index % each === 0)
      .map(({ value, at, text }) => write(`cost ${value}`, 'tick mod-middle', at, bottom + NUMBERS, text)),
    write('value', 'title', 4, 14, valueTitle),
    write('cost', 'title', plot.x, bottom + TITLE, cost),
    ...(strip ? writeStrip(strip) : []),
    ...labels.flatMap(({ name, lines, x, y }) =>
      lines.map((text, line) => {
        return write(`${name} ${line}`, 'quadrant mod-middle', x, y + line * QUADRANT_LINE + QUADRANT_LINE - 3, text);
      }),
    ),
  ];
}

/** A title that fits, with room for its arrow. */
function fitting(title: string, room: number, measure: (text: string) => number): string {
  let most = graphemes(title).length;
  while (most > 1 && measure(cut(title, most)) * BOLDER + TICK_GAP * 3 > room) most--;
  return cut(title, most);
}

/** The room that the value axis's numbers need beside a picture of that height, with the gap to the plot; in pixels. */
export function widthOfNumbers(
  rows: readonly RowScore[],
  form: string,
  height: number,
  t: Translate,
  measure: (text: string) => number,
): number {
  const values = rows.flatMap(({ value }) => value ?? []);
  const { ticks } = makeAxis(values, height - MARGIN.bottom, MARGIN.top, BETWEEN_TICKS);
  const widths = ticks.map(({ value }) => measure(tickText(value, form, t)));
  return Math.ceil(Math.max(LEAST_NUMBER, ...widths)) + TICK_GAP + EDGE;
}
