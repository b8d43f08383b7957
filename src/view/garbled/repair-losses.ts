import { addRemark } from '../core/add-remark';
import type { Translate } from '../../i18n';
import type { Loss, RepairedNote } from '../../model/garbled';
import { splitLines } from '../../text/line-breaks';
import { nameRegion } from '../core/name-region';

/** So many other characters that a loss can have been are named. */
const MOST_NAMED = 8;

/**
 * Lists the lost characters that no other note has: guesses, each with a box to refuse it, and those not known.
 *
 * @param refuse is called with the offset of a guess and whether it is refused now; none is at first.
 */
export function drawLosses(
  el: HTMLElement,
  t: Translate,
  losses: readonly Loss[],
  refuse: (at: number, isRefused: boolean) => void,
): void {
  if (losses.length === 0) return;
  const unknown = losses.filter(({ guess }) => guess === null).length;
  for (const [key, count] of [
    ['repair.guessed', losses.length - unknown],
    ['repair.unknown', unknown],
  ] as const) {
    if (count > 0) addRemark(el, t(key, { count }));
  }
  const listEl = createList(el, t('repair.losses'));
  for (const loss of losses) drawLoss(listEl.createEl('li'), loss, t, refuse);
}

/**
 * Lists the lines that may be restored wrongly, each with a box to leave it as it is.
 *
 * @param refuse is called with a line, from 1, and whether it is refused now; none is at first.
 */
export function drawDoubtfulLines(
  el: HTMLElement,
  t: Translate,
  { text, doubtful }: Pick<RepairedNote, 'text' | 'doubtful'>,
  refuse: (line: number, isRefused: boolean) => void,
): void {
  if (doubtful.length === 0) return;
  const hint = t('repair.doubtfulHint', { count: doubtful.length });
  addRemark(el, hint);
  const lines = splitLines(text);
  const listEl = createList(el, t('repair.doubtfulLines'));
  for (const line of doubtful) {
    const labelEl = createChoice(listEl.createEl('li'), t, line, (isRefused) => refuse(line, isRefused));
    labelEl.createSpan({ cls: 'idea-tiers-loss-text', text: lines[line - 1]?.trim() ?? '' });
  }
}

function createList(el: HTMLElement, label: string): HTMLElement {
  const listEl = el.createEl('ul', { cls: 'idea-tiers-losses', attr: { role: 'list', tabindex: '0' } });
  nameRegion(listEl, label, el);
  el.closest('.modal')?.addClass('has-losses');
  return listEl;
}

/** The label of a line, with a box that is ticked; with no box where there is nothing to refuse. */
function createChoice(
  el: HTMLElement,
  t: Translate,
  line: number,
  refuse: ((isRefused: boolean) => void) | null,
): HTMLElement {
  const labelEl = el.createEl(refuse === null ? 'span' : 'label');
  if (refuse !== null) {
    const boxEl = labelEl.createEl('input', { type: 'checkbox' });
    boxEl.checked = true;
    boxEl.addEventListener('change', () => refuse(!boxEl.checked));
  }
  labelEl.createSpan({ cls: 'idea-tiers-loss-line', text: t('sidebar.line', { line }) });
  return labelEl;
}

function drawLoss(
  el: HTMLElement,
  { at, line, before, after, guess, candidates }: Loss,
  t: Translate,
  refuse: (at: number, isRefused: boolean) => void,
): void {
  const labelEl = createChoice(el, t, line, guess === null ? null : (isRefused) => refuse(at, isRefused));
  const textEl = labelEl.createSpan({ cls: 'idea-tiers-loss-text', text: before });
  textEl.createEl('mark', { text: guess ?? '\uFFFD' });
  textEl.appendText(after);
  const others = candidates.filter((one) => one !== guess).slice(0, MOST_NAMED);
  if (others.length === 0) return;
  const key = guess === null ? 'repair.oneOf' : 'repair.others';
  labelEl.createSpan({ cls: 'idea-tiers-loss-others', text: t(key, { others: others.join(' ') }) });
}
