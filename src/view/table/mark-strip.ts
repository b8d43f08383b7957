import type { Translate } from '../../i18n';
import { MARK_SIGNS } from '../../model/vocabulary';
import { lazyPattern } from '../../text/lazily';
import { setText } from '../core/keyed-list';
import type { MarkCount } from './rows';

/** A mark that is repeated more often than this is written as a number. */
const MOST_REPEATS = 3;
/** How many different marks a strip shows before it says how many more there are. */
const MOST_MARKS = 4;

const SIGNS: ReadonlySet<string> = new Set(MARK_SIGNS);

/** An emoji that is not coloured unless it is asked for. */
const COLOURLESS = lazyPattern('^(?=\\p{Extended_Pictographic}$)\\P{Emoji_Presentation}$');

/** A mark as it is drawn: ❤ and ⚠ in colour, as authors see them, though the reader leaves out what asks for it. */
export function shownMark(mark: string): string {
  return COLOURLESS().test(mark) && !SIGNS.has(mark) ? `${mark}\uFE0F` : mark;
}

/** A mark with what it means, if anything is said of that. */
export function nameMark(mark: string, meaning = ''): string {
  return `${shownMark(mark)} ${meaning}`.trim();
}

/** Draws a row's marks of one kind, `💰💰💰` up to three, then `💰×5`, and says them for who cannot see them. */
export function drawMarkStrip(
  el: HTMLElement,
  marks: readonly MarkCount[],
  legend: Readonly<Record<string, string>>,
  t: Translate,
): void {
  const written = marks
    .slice(0, MOST_MARKS)
    .map(({ mark, count }) => (count <= MOST_REPEATS ? shownMark(mark).repeat(count) : `${shownMark(mark)}×${count}`))
    .join('');
  const more = marks.length - MOST_MARKS;
  const spoken = marks.map(({ mark, count }) => {
    const name = nameMark(mark, legend[mark]);
    return count === 1 ? name : `${name} ${t('table.times', { count })}`;
  });
  setText(el, more > 0 ? `${written}+${more}` : written);
  el.setAttrs(
    spoken.length === 0 ? { role: null, 'aria-label': null } : { role: 'img', 'aria-label': spoken.join(', ') },
  );
}
