import type { Translate } from '../../i18n';
import { whyUnranked } from '../../rank/ranking';
import { graphemes } from '../../text/graphemes';
import type { DotEntries, PictureData, PictureEntry } from './picture-data';
import { scoreText } from './place-text';
import { inForm, type WriteScore } from './score-writer';

/** Names longer than this many signs lose what is in brackets, and then their end. */
const LONGEST_NAME = 30;
/** As many signs of a rung fit into a dot. */
const LONGEST_RUNG = 3;

/** What stands in a dot: how many rows it has, or the one's rung. */
export function dotText([first, ...others]: DotEntries): string {
  return others.length > 0 ? `×${others.length + 1}` : rungText(first);
}

/** A row's rung, or its number where the table has no rungs. */
function rungText({ rung, row }: PictureEntry): string {
  const text = rung === '' ? String(row + 1) : rung;
  const all = graphemes(text);
  // Of `Tier 10` the number tells it from the others.
  const number = /^\D*(\d{1,3})$/u.exec(text)?.[1];
  if (all.length > LONGEST_RUNG && number !== undefined) return number;
  return cut(text, LONGEST_RUNG);
}

/** A text with no more than `most` signs. */
export function cut(text: string, most: number): string {
  const all = graphemes(text);
  return all.length <= most ? text : `${all.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** Whether a rung needs smaller letters. */
export function isLongRung(text: string): boolean {
  return graphemes(text).length >= LONGEST_RUNG;
}

/** A row's name as it is drawn beside its dot. */
export function shortName({ subject }: PictureEntry): string {
  if (graphemes(subject).length <= LONGEST_NAME) return subject;
  const all = graphemes(subject.replace(/\s*\([^()]*\)\s*$/u, '').trimEnd());
  if (all.length <= LONGEST_NAME) return all.join('');
  const start = all.slice(0, LONGEST_NAME - 1).join('');
  // Not in the middle of a word, unless the word is the name.
  return `${/^(.{12,})[\s,;:–—-]+\S*$/su.exec(start)?.[1] ?? start}…`;
}

/** `5 RAG / Search-Augmented Memory`: how a row is called in a list. */
export function rowName({ rung, row, subject }: PictureEntry): string {
  return [rung === '' ? String(row + 1) : rung, subject].filter((part) => part !== '').join(' ');
}

/** `value 1, cost 1`, in words where it names no cost. Of a row with a place in the picture, which names a value. */
export function valueAndCost(entry: PictureEntry, write: WriteScore, t: Translate): string {
  return entry.cost === null
    ? t('picture.scoreWithoutCost', { value: write('value', entry.value ?? 0) })
    : scoreText(entry, write, t);
}

/** `Tier 5, RAG, value 1, cost 1`: a dot for who cannot see it. */
export function dotLabel(entries: DotEntries, write: WriteScore, t: Translate): string {
  const count = entries.length;
  const names = entries.map(({ rung, row, subject }) =>
    [rung === '' ? t('picture.row', { number: row + 1 }) : t('picture.tier', { rung }), subject]
      .filter((part) => part !== '')
      .join(', '),
  );
  return [...(count > 1 ? [t('picture.rows', { count })] : []), ...names, valueAndCost(entries[0], write, t)].join(
    count > 1 ? '; ' : ', ',
  );
}

/** A number of an axis, short enough to stand beside it: its unit stands in the axis's name. */
export function tickText(number: number, form: string, t: Translate): string {
  return inForm(number, /^[:\d]/.test(form) ? form : form.includes('§') ? '§' : '', (one) => bareTick(one, t));
}

function bareTick(number: number, t: Translate): string {
  // Less than a thousandth would be written as 0.
  if (number !== 0 && number < 0.001) return String(number).replace('-', '−');
  return t(number < 10_000 ? 'table.number' : 'picture.bigNumber', { number });
}

/** Why there is nothing to draw, in a sentence; `''` when there is something. */
export function emptyText({ roles, rows }: PictureData, t: Translate): string {
  const why = whyUnranked('value-for-cost', roles, rows);
  if (why === null) return '';
  const isHidden = rows.length === 0 && roles.includes('value') && roles.includes('cost');
  return t('picture.nothing', { reason: isHidden ? t('picture.noRows') : t(`table.noRanking.${why}`) });
}

/** Names the rows that have no place; `''` when there are none. */
export function unplacedText(rows: readonly PictureEntry[], t: Translate): string {
  const without = rows.filter(({ value }) => value === null).map(rowName);
  return without.length === 0 ? '' : t('picture.unplaced', { rows: without.join('; ') });
}
