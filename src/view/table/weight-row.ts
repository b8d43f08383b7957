import { setIcon } from 'obsidian';
import type { Translate } from '../../i18n';
import type { UsedMark } from '../../rank/weights';
import type { KeyedItem } from '../core/keyed-list';
import { nameMark, shownMark } from './mark-strip';
import { addPlainButton } from '../core/buttons';

/**
 * One mark of a table: how often it stands there, what it means, and a stepper for what it weighs.
 *
 * @param setWeight is given `null` for what the mark weighs by itself.
 */
export function makeWeightRow(
  first: UsedMark,
  t: Translate,
  setWeight: (used: UsedMark, weight: number | null) => void,
): KeyedItem<UsedMark> {
  const { mark, kind } = first;
  let used = first;
  const el = createEl('li', 'idea-tiers-weight');
  el.createSpan({ cls: 'idea-tiers-weight-mark', text: shownMark(mark) });
  const meaningEl = el.createSpan('idea-tiers-weight-meaning');
  const stepperEl = el.createSpan({ cls: 'idea-tiers-stepper', attr: { role: 'group' } });
  const lessEl = addStep('minus', -1);
  const inputEl = stepperEl.createEl('input', {
    type: 'number',
    cls: 'idea-tiers-weight-input',
    placeholder: '–',
    attr: { step: 'any', inputmode: 'decimal', min: kind === 'cost' ? 0 : null },
  });
  const moreEl = addStep('plus', 1);
  inputEl.addEventListener('change', () => {
    const { value, valueAsNumber, validity } = inputEl;
    const isCleared = value === '' && !validity.badInput;
    if (isCleared || isWeight(valueAsNumber)) setWeight(used, isCleared ? null : valueAsNumber);
    else showWeight();
  });

  function addStep(icon: string, by: number): HTMLElement {
    const buttonEl = addPlainButton(stepperEl, 'clickable-icon idea-tiers-step-by', () => {
      const weight = Number(((used.weight ?? 0) + by).toPrecision(12));
      if (isWeight(weight)) setWeight(used, weight);
    });
    setIcon(buttonEl, icon);
    return buttonEl;
  }

  function isWeight(weight: number): boolean {
    return Number.isFinite(weight) && (kind === 'value' || weight >= 0);
  }

  function showWeight(): void {
    const text = String(used.weight ?? '');
    if (inputEl.value !== text) inputEl.value = text;
  }

  return {
    el,
    update: (next) => {
      used = next;
      const { meaning, count, weight } = used;
      const name = nameMark(mark, meaning);
      const said = [meaning, t(weight === null ? 'table.notCounted' : 'table.times', { count })];
      meaningEl.textContent = said.filter((part) => part !== '').join(' · ');
      showWeight();
      inputEl.setAttr('aria-label', t('table.weightOf', { mark: name }));
      lessEl.setAttr('aria-label', t('table.less', { mark: name }));
      moreEl.setAttr('aria-label', t('table.moreWeight', { mark: name }));
      const isLeast = kind === 'cost' && weight !== null && weight <= 0;
      lessEl.toggleClass('is-disabled', isLeast);
      lessEl.setAttr('aria-disabled', String(isLeast));
    },
  };
}
