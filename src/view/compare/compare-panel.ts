import type { ShownNote } from '../../model/shown-note';
import { addButton, addDropdown } from '../core/buttons';
import { type KeyedItem, keyedList, setText } from '../core/keyed-list';
import { nameRegion } from '../core/name-region';
import { lastInFrames } from '../core/in-frames';
import { comparableSets, comparingSteps, type ComparedSteps } from './compared-steps';
import { SURE, makePair, type CompareContext, type PairDatum } from './pair';

/** A longer comparison shows this many pairs first. */
const MOST_PAIRS = 200;
/** A translation of less than this part of its text's length is told to be short: something may be missing. */
const SHORT = 0.6;
/** Below this, all pairs together count as guesses. */
const FAIR = 0.5;

/**
 * Steps 1 and 2 line by line: under each other where it is narrow, else side by side. To be updated with a note that is painted
 * already, for long steps take a while to compare.
 */
export function comparePanel(ctx: CompareContext): KeyedItem<ShownNote | null> {
  const { t } = ctx;
  const el = createDiv('idea-tiers-compare');
  const setEl = addDropdown(el, t('compare.set'));
  const statusEl = el.createDiv({ cls: 'idea-tiers-compare-status', attr: { role: 'status' } });
  const headEl = el.createDiv({ cls: 'idea-tiers-compare-head', attr: { 'aria-hidden': 'true' } });
  for (const step of [1, 2] as const) headEl.createSpan({ text: `${step} ${t(`sidebar.stepShort.step${step}`)}` });
  const listEl = el.createEl('ul', { cls: 'idea-tiers-pairs idea-tiers-group', attr: { role: 'list' } });
  nameRegion(listEl, t('commands.compareSteps'), el);
  const pieces = keyedList<PairDatum>(() => makePair(ctx));
  let shown: ShownNote | null = null;
  let compared: ComparedSteps | null = null;
  let set = 0;
  let showsAll = false;
  const run = lastInFrames(el, listEl);

  const wordsOf = ({ by, unit, sureness, pairs, length }: ComparedSteps): string => {
    const gaps = pairs.filter(({ isGap }) => isGap);
    const count = pairs.length - gaps.length;
    const without = (side: 0 | 1): number => gaps.reduce((sum, { sides }) => sum + sides[side].length, 0);
    const [first, second] = [without(0), without(1)];
    const byLines = [
      t(by === 'lines' ? 'compare.lines' : 'compare.structure', { count }),
      ...(first > 0 ? [t('compare.onlyFirst', { count: first })] : []),
      ...(second > 0 ? [t('compare.onlySecond', { count: second })] : []),
    ];
    // A sentence that has none is part of a line.
    const bySentences = [
      t('compare.sentences', { count }),
      ...(gaps.length > 0 ? [t('compare.gaps', { count: gaps.length })] : []),
    ];
    const isSure = pairs.every((pair) => pair.isGap || pair.sureness >= SURE);
    const [paired = '', ...alone] = unit === 'sentence' ? bySentences : byLines;
    return [
      paired,
      t(sureness < FAIR ? 'compare.poor' : isSure ? 'compare.sure' : 'compare.fair'),
      ...(length < SHORT ? [t('compare.short', { share: Math.round(100 * length) })] : []),
      ...alone,
    ].join(' ');
  };
  const draw = (): void => {
    const pairs = compared?.pairs ?? [];
    const visible = showsAll ? pairs : pairs.slice(0, MOST_PAIRS);
    setText(statusEl, compared ? wordsOf(compared) : t('compare.none'));
    headEl.toggleClass('is-empty', compared === null);
    pieces.draw(
      listEl,
      visible.map((pair, index) => ({ ...pair, key: String(index) })),
    );
    allEl.toggleClass('is-empty', visible.length === pairs.length);
    setText(allTextEl, t('sidebar.showAll', { count: pairs.length }));
  };
  const compare = (isOther: boolean): void => {
    const isDone = run(comparingSteps(shown, set), (result) => {
      compared = result;
      // What was left before its end is begun anew when the note is shown again.
      if (result === null && set > 0) shown = null;
      draw();
    });
    if (isDone) return;
    if (isOther) {
      compared = null;
      draw();
    }
    setText(statusEl, t('compare.working'));
  };
  const [allEl, allTextEl] = addButton(el, '', '', '', () => {
    showsAll = true;
    draw();
    listEl.querySelectorAll<HTMLElement>(`.idea-tiers-pair:nth-child(${MOST_PAIRS + 1}) button`)[0]?.focus();
  });
  setEl.addEventListener('change', () => {
    set = Number(setEl.value);
    compare(true);
  });

  return {
    el,
    update: (note) => {
      const before = shown;
      shown = note;
      if (before !== null && before.text === note?.text && before.note === note.note) return;
      const sets = note ? comparableSets(note.note) : [];
      const isOther = before?.path !== note?.path;
      showsAll &&= !isOther;
      if (isOther || !sets.includes(set)) set = sets.find((one) => one === note?.note.ownSet) ?? sets[0] ?? 0;
      setEl.toggleClass('is-empty', sets.length < 2);
      setEl.empty();
      for (const number of sets)
        setEl.createEl('option', { value: String(number), text: t('sidebar.set', { number }) });
      setEl.value = String(set);
      compare(isOther);
    },
  };
}
