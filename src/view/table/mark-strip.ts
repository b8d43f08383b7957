import type { Translate } from '../../i18n';
import type { MarkCount } from './rows';

/** A mark that is repeated more often than this is written as a number. */
const MOST_REPEATS = 3;
/** How many different marks a strip shows before it says how many more there are. */
const MOST_MARKS = 4;

/** `💰💰💰` up to three, then `💰×5`. */
function writeMark({ mark, count }: MarkCount): string {
  return count <= MOST_REPEATS ? mark.repeat(count) : `${mark}×${count}`;
}

/** Draws a row's marks of one kind, and says them for who cannot see them. */
export function drawMarkStrip(
  el: HTMLElement,
  marks: readonly MarkCount[],
  legend: Readonly<Record<string, string>>,
  t: Translate,
): void {
  const written = marks.slice(0, MOST_MARKS).map(writeMark).join('');
  const more = marks.length - MOST_MARKS;
  const text = more > 0 ? `${written}+${more}` : written;
  if (el.textContent !== text) el.textContent = text;
  const spoken = marks.map((mark) => sayMark(mark, legend, t)).join(', ');
  el.setAttr('role', spoken === '' ? null : 'img');
  el.setAttr('aria-label', spoken || null);
}

function sayMark({ mark, count }: MarkCount, legend: Readonly<Record<string, string>>, t: Translate): string {
  const meaning = legend[mark];
  const named = meaning ? `${mark} ${meaning}` : mark;
  return count === 1 ? named : t('sidebar.markTimes', { mark: named, count });
}
