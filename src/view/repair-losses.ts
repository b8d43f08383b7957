import type { Translate } from '../i18n';
import type { Loss } from '../model/garbled';

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
    if (count > 0) el.createDiv({ cls: 'idea-tiers-preview-remark', text: t(key, { count }) });
  }
  const attr = { role: 'list', tabindex: '0', 'aria-label': t('repair.losses') };
  const listEl = el.createEl('ul', { cls: 'idea-tiers-losses', attr });
  for (const loss of losses) drawLoss(listEl.createEl('li'), loss, t, refuse);
}

function drawLoss(
  el: HTMLElement,
  { at, line, before, after, guess, candidates }: Loss,
  t: Translate,
  refuse: (at: number, isRefused: boolean) => void,
): void {
  const labelEl = el.createEl(guess === null ? 'span' : 'label');
  if (guess !== null) {
    const boxEl = labelEl.createEl('input', { type: 'checkbox' });
    boxEl.checked = true;
    boxEl.addEventListener('change', () => refuse(at, !boxEl.checked));
  }
  labelEl.createSpan({ cls: 'idea-tiers-loss-line', text: t('sidebar.line', { line }) });
  const textEl = labelEl.createSpan({ cls: 'idea-tiers-loss-text', text: before });
  textEl.createEl('mark', { text: guess ?? '\uFFFD' });
  textEl.appendText(after);
  const others = candidates.filter((one) => one !== guess).slice(0, MOST_NAMED);
  if (others.length === 0) return;
  const key = guess === null ? 'repair.oneOf' : 'repair.others';
  labelEl.createSpan({ cls: 'idea-tiers-loss-others', text: t(key, { others: others.join(' ') }) });
}
