import { kindOfMark } from '../../model/marks';
import { OTHER_MARK_COST } from '../../model/vocabulary';
import { usedMarks, type UsedMark } from '../../rank/weights';
import { setText } from '../core/keyed-list';
import { shownMark } from './mark-strip';
import type { TableContext, TablePart } from './table-context';
import { addPlainButton, WEIGHTS_BUTTON } from '../core/buttons';

/** Where money stands among other costs: every mark or money alone counts, and what does not is said. */
export function makeCostChoice({ t, now, tables }: TableContext): TablePart {
  const el = createDiv('idea-tiers-cost-choice');
  const everyEl = addPlainButton(el, WEIGHTS_BUTTON, () => count(false));
  const onlyEl = addPlainButton(el, WEIGHTS_BUTTON, () => count(onlyEl.getAttr('aria-pressed') === 'false'));
  const leftEl = el.createSpan('idea-tiers-status-line');
  setText(everyEl, t('table.everyMark'));

  /** Counts one cost mark alone, or all of them as they weigh everywhere, where they do. */
  function count(isOnly: boolean): void {
    const { values } = now();
    const used = costMarks();
    const only = onlyMark(used);
    if (only === null) return;
    const own = tables.tuningOf(values.table).weights;
    // What was set to nothing before counts again, and the mark itself where it was.
    const kept = Object.entries(own.cost).filter(
      ([mark, weight]) => weight !== 0 || (isOnly ? mark !== only : !used.some((one) => one.mark === mark)),
    );
    const back = isOnly ? [] : used.filter(({ mark }) => tables.weights.cost[mark] === 0);
    const chosen = back.map(({ mark }) => [mark, OTHER_MARK_COST] as const);
    tables.tune(values.table, {
      weights: { ...own, cost: Object.fromEntries([...kept, ...chosen]) },
      only: isOnly ? only : '',
    });
  }

  function costMarks(): readonly UsedMark[] {
    const { values, roles, weights } = now();
    return usedMarks(values, roles(), weights).filter(({ kind }) => kind === 'cost');
  }

  return {
    el,
    update: () => {
      const used = costMarks();
      const only = onlyMark(used);
      const left = used.filter(({ weight }) => weight === 0);
      const isOnly = only !== null && used.every(({ mark, weight }) => (mark === only) === (weight !== 0));
      el.toggleClass('is-empty', only === null);
      setText(onlyEl, t('table.onlyMark', { mark: shownMark(only ?? '') }));
      onlyEl.setAttrs({
        'aria-label': t('table.countOnly', { mark: shownMark(only ?? '') }),
        'aria-pressed': String(isOnly),
      });
      onlyEl.toggleClass('is-empty', only === null);
      everyEl.setAttr('aria-pressed', String(left.length === 0));
      const marks = left.map(({ mark, count: times }) => `${shownMark(mark)}×${times}`).join(' ');
      setText(leftEl, marks === '' ? '' : t('table.leftOut', { marks }));
    },
  };
}

/** The mark that says money or time itself, and stands most often; `null` when no other cost is to be told from it. */
function onlyMark(costs: readonly UsedMark[]): string | null {
  const [first] = costs.filter(({ mark }) => kindOfMark(mark) === 'cost').sort((a, b) => b.count - a.count);
  return costs.length > 1 && first ? first.mark : null;
}
