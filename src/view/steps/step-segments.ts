import { setIcon } from 'obsidian';
import type { Step } from '../../model/note';
import type { StepNumber } from '../../model/vocabulary';
import type { Context } from '../context';
import { Pieces, type Piece } from '../pieces';
import type { StepSet } from './step-sets';

interface Segment {
  readonly number: StepNumber;
  readonly step: Step | null;
}

type SegmentState = 'done' | 'empty' | 'missing';

const ICONS: Readonly<Record<SegmentState, string>> = { done: 'check', empty: 'circle-dashed', missing: 'circle-off' };

/** One step: a tick when it is there and not empty, its name, and how much there is of it. A click goes to it. */
class SegmentPiece implements Piece<Segment> {
  readonly el = createEl('li', { cls: 'idea-tiers-step', attr: { role: 'listitem' } });
  private readonly buttonEl = this.el.createEl('button', { cls: 'idea-tiers-step-button' });
  private readonly nameEl = this.buttonEl.createSpan('idea-tiers-step-name');
  private readonly iconEl = this.buttonEl.createSpan('idea-tiers-step-icon');
  private readonly wordsEl = this.buttonEl.createSpan('idea-tiers-step-words');
  private line: number | null = null;
  private state: SegmentState | null = null;

  constructor(private readonly ctx: Context) {
    this.buttonEl.addEventListener('click', () => {
      if (this.line !== null) ctx.goToLine(this.line);
    });
  }

  update({ number, step }: Segment): void {
    const { t } = this.ctx;
    const state: SegmentState = step === null ? 'missing' : step.words === 0 ? 'empty' : 'done';
    this.line = step?.line ?? null;
    if (state !== this.state) {
      setIcon(this.iconEl, ICONS[state]);
      this.el.className = `idea-tiers-step mod-${state}`;
      this.state = state;
    }
    const amount =
      step !== null && step.words > 0 ? t('sidebar.words', { count: step.words }) : t(`sidebar.step.${state}`);
    this.nameEl.textContent = `${number} ${t(`sidebar.stepShort.step${number}`)}`;
    this.wordsEl.textContent = amount;
    this.buttonEl.setAttr(
      'aria-label',
      t('sidebar.stepLabel', { number, name: t(`sidebar.stepName.step${number}`), amount }),
    );
    this.buttonEl.setAttr('aria-disabled', String(step === null));
  }
}

interface SetDatum {
  readonly number: number;
  readonly of: number;
  readonly segments: StepSet;
}

class SetPiece implements Piece<SetDatum> {
  readonly el = createDiv('idea-tiers-step-set');
  private readonly titleEl = this.el.createDiv('idea-tiers-step-set-title');
  private readonly listEl = this.el.createEl('ul', { cls: 'idea-tiers-steps', attr: { role: 'list' } });
  private readonly segments: Pieces<Segment>;

  constructor(private readonly ctx: Context) {
    this.segments = new Pieces<Segment>(
      () => new SegmentPiece(ctx),
      (segment) => String(segment.number),
    );
  }

  update({ number, of, segments }: SetDatum): void {
    this.titleEl.toggleClass('is-empty', of === 1);
    this.titleEl.textContent = this.ctx.t('sidebar.set', { number });
    this.segments.draw(this.listEl, segments);
  }
}

/** The three steps of each of a note's sets. */
export class StepSegments {
  private readonly sets: Pieces<SetDatum>;

  constructor(ctx: Context) {
    this.sets = new Pieces<SetDatum>(
      () => new SetPiece(ctx),
      (set) => String(set.number),
    );
  }

  draw(el: HTMLElement, sets: readonly StepSet[]): void {
    this.sets.draw(
      el,
      sets.map((segments, index) => ({ number: index + 1, of: sets.length, segments })),
    );
  }
}
