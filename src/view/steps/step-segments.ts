import { setIcon } from 'obsidian';
import type { Step } from '../../model/note';
import type { StepNumber } from '../../model/vocabulary';
import { addProgress } from '../core/buttons';
import type { Context } from '../core/context';
import { KeyedList, setText, type KeyedItem } from '../core/keyed-list';
import { nameBy } from '../core/name-region';
import type { StepSet } from './step-sets';

interface Segment {
  readonly number: StepNumber;
  readonly step: Step | null;
  /** A4 pages, to a tenth; `null` as long as nobody has counted. */
  readonly pages: number | null;
}

interface SetDatum {
  readonly number: number;
  readonly of: number;
  /** It is the note's own, shown first. */
  readonly isOwn: boolean;
  readonly segments: readonly Segment[];
}

/** How long step 3 is meant to be, in A4 pages. */
const GOAL = 5;

const ICONS = { done: 'check', empty: 'circle-dashed', missing: 'circle-off' } as const;

/** One step: a tick when it is there and not empty, its name, and how much there is of it. A click goes to it. */
function makeSegment({ t, goToLine }: Context): KeyedItem<Segment> {
  const el = createEl('li', { attr: { role: 'listitem' } });
  const buttonEl = el.createEl('button', 'idea-tiers-step-button');
  const nameEl = buttonEl.createSpan('idea-tiers-step-name');
  const iconEl = buttonEl.createSpan('idea-tiers-step-icon');
  const [wordsEl, pagesEl] = [
    buttonEl.createSpan('idea-tiers-step-words'),
    buttonEl.createSpan('idea-tiers-step-words'),
  ];
  let line: number | null = null;
  buttonEl.addEventListener('click', () => {
    if (line !== null) goToLine(line);
  });
  return {
    el,
    update: ({ number, step, pages }) => {
      const state = step === null ? 'missing' : step.words === 0 ? 'empty' : 'done';
      line = step?.line ?? null;
      if (!el.hasClass(`mod-${state}`)) {
        setIcon(iconEl, ICONS[state]);
        el.className = `idea-tiers-step mod-${state}`;
      }
      const amounts = [
        step !== null && step.words > 0 ? t('sidebar.words', { count: step.words }) : t(`sidebar.step.${state}`),
        ...(state === 'done' && pages !== null ? [t('progress.pages', { count: pages })] : []),
      ];
      setText(nameEl, `${number} ${t(`sidebar.stepShort.step${number}`)}`);
      setText(wordsEl, amounts[0] ?? '');
      setText(pagesEl, amounts[1] ?? '');
      const name = t(`sidebar.stepName.step${number}`);
      buttonEl.setAttr('aria-label', t('sidebar.stepLabel', { number, name, amount: amounts.join(', ') }));
      buttonEl.setAttr('aria-disabled', String(step === null));
    },
  };
}

function makeSet(ctx: Context): KeyedItem<SetDatum> {
  const { t, steps, ideas } = ctx;
  const el = createDiv('idea-tiers-step-set');
  const titleEl = el.createDiv('idea-tiers-step-set-title');
  const listEl = el.createEl('ul', { cls: 'idea-tiers-steps', attr: { role: 'list' } });
  nameBy(listEl, titleEl);
  const goalEl = el.createDiv('idea-tiers-step-goal');
  const barEl = addProgress(goalEl, { max: GOAL, 'aria-label': t('progress.goalName') });
  const wordsEl = goalEl.createDiv();
  const usualEl = el.createDiv('idea-tiers-step-usual');
  const segments = new KeyedList<Segment>(
    () => makeSegment(ctx),
    ({ number }) => String(number),
  );
  return {
    el,
    update: (set) => {
      titleEl.toggleClass('is-empty', set.of === 1);
      setText(titleEl, t('sidebar.set', { number: set.number }));
      segments.draw(listEl, set.segments);
      const pages = set.segments.at(-1)?.pages ?? null;
      goalEl.toggleClass('is-empty', pages === null);
      barEl.value = pages ?? 0;
      setText(wordsEl, t('progress.goal', { pages: pages ?? 0, goal: GOAL, count: steps.pageCharacters() }));
      barEl.setAttr('aria-valuetext', wordsEl.textContent);
      const count = set.segments.at(-1)?.step?.words ?? 0;
      const median = set.isOwn && count > 0 ? ideas.usualExpansion : null;
      usualEl.toggleClass('is-empty', median === null);
      setText(usualEl, median === null ? '' : t('progress.usual', { count, median }));
    },
  };
}

/**
 * Draws the three steps of each of a note's sets, and how far step 3 has come. `charactersOf` gives a step's characters, `null` as long
 * as nobody has counted them.
 */
export function stepSegments(
  ctx: Context,
): (el: HTMLElement, sets: readonly StepSet[], charactersOf: (step: Step) => number | null) => void {
  const pieces = new KeyedList<SetDatum>(
    () => makeSet(ctx),
    ({ number }) => String(number),
  );
  const pagesOf = (characters: number | null): number | null =>
    characters === null ? null : Math.ceil((characters / ctx.steps.pageCharacters()) * 10) / 10;
  return (el, sets, charactersOf) => {
    pieces.draw(
      el,
      sets.map(({ set, isOwn, parts }) => ({
        number: set,
        isOwn,
        of: sets.length,
        segments: parts.map(({ number, step }) => ({ number, step, pages: pagesOf(step ? charactersOf(step) : null) })),
      })),
    );
  };
}
