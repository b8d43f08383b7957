import { setIcon } from 'obsidian';
import type { UsedMark } from '../../rank/weights';
import type { Context } from '../context';
import type { Piece } from '../pieces';

/** What a mark weighs, to be changed. `null` asks for what it weighs by itself. */
export type SetWeight = (used: UsedMark, weight: number | null) => void;

/** One mark of a table: how often it stands there, what it means, and a stepper for what it weighs. */
export class WeightRow implements Piece<UsedMark> {
  readonly el = createEl('li', 'idea-tiers-weight');
  private readonly markEl = this.el.createSpan('idea-tiers-weight-mark');
  private readonly meaningEl = this.el.createSpan('idea-tiers-weight-meaning');
  private readonly lessEl: HTMLButtonElement;
  private readonly inputEl: HTMLInputElement;
  private readonly moreEl: HTMLButtonElement;

  constructor(
    private used: UsedMark,
    private readonly ctx: Context,
    private readonly setWeight: SetWeight,
  ) {
    const stepperEl = this.el.createSpan({ cls: 'idea-tiers-stepper', attr: { role: 'group' } });
    this.lessEl = stepperEl.createEl('button', 'clickable-icon idea-tiers-step-by');
    this.inputEl = stepperEl.createEl('input', {
      type: 'number',
      cls: 'idea-tiers-weight-input',
      attr: { step: 'any', inputmode: 'decimal' },
    });
    this.moreEl = stepperEl.createEl('button', 'clickable-icon idea-tiers-step-by');
    setIcon(this.lessEl, 'minus');
    setIcon(this.moreEl, 'plus');
    this.lessEl.addEventListener('click', () => this.step(-1));
    this.moreEl.addEventListener('click', () => this.step(1));
    this.inputEl.addEventListener('change', () => this.take());
    if (used.kind === 'cost') this.inputEl.min = '0';
  }

  update(used: UsedMark): void {
    this.used = used;
    const { t } = this.ctx;
    const { mark, meaning, count, weight, kind } = used;
    const name = meaning === '' ? mark : `${mark} ${meaning}`;
    this.markEl.textContent = mark;
    this.meaningEl.textContent = [
      ...(meaning === '' ? [] : [meaning]),
      t(weight === null ? 'sidebar.table.notCounted' : 'sidebar.table.times', { count }),
    ].join(' · ');
    const text = weight === null ? '' : String(weight);
    if (this.inputEl.value !== text) this.inputEl.value = text;
    this.inputEl.placeholder = '–';
    this.inputEl.setAttr('aria-label', t('sidebar.table.weightOf', { mark: name }));
    this.lessEl.setAttr('aria-label', t('sidebar.table.less', { mark: name }));
    this.moreEl.setAttr('aria-label', t('sidebar.table.moreWeight', { mark: name }));
    const atLeast = kind === 'cost' && weight !== null && weight <= 0;
    this.lessEl.toggleClass('is-disabled', atLeast);
    this.lessEl.setAttr('aria-disabled', String(atLeast));
  }

  private step(by: number): void {
    const weight = (this.used.weight ?? 0) + by;
    if (this.used.kind === 'cost' && weight < 0) return;
    this.setWeight(this.used, Number(weight.toPrecision(12)));
  }

  private take(): void {
    const { value, valueAsNumber, validity } = this.inputEl;
    if (value === '' && !validity.badInput) {
      this.setWeight(this.used, null);
      return;
    }
    const weight = valueAsNumber;
    if (Number.isFinite(weight) && (this.used.kind === 'value' || weight >= 0)) this.setWeight(this.used, weight);
    else this.inputEl.value = this.used.weight === null ? '' : String(this.used.weight);
  }
}
