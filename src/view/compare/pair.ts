import { align, isGap } from '../../compare/align';
import type { TextLine } from '../../compare/align-lines';
import type { Context } from '../core/context';
import { elementAt } from '../core/event-target';
import type { KeyedItem } from '../core/keyed-list';
import type { LinePair } from './compared-steps';

export type CompareContext = Pick<Context, 't' | 'inline' | 'goToLine'>;

export interface PairDatum extends LinePair {
  readonly key: string;
}

/** From here on a pair is sure enough to say nothing of it; below the second, it is a guess. */
export const SURE = 0.75;
const LIKELY = 0.4;

/** What steps 1 and 2 say at one place, the gap where one says nothing, and which phrases in bold stand for each other. */
export function makePair({ t, inline, goToLine }: CompareContext): KeyedItem<PairDatum> {
  const el = createEl('li', { attr: { role: 'listitem' } });
  let drawn = '';

  const addSide = (lines: readonly TextLine[], step: 1 | 2): HTMLElement => {
    const sideEl = el.createDiv(`idea-tiers-pair-side mod-step-${step}${lines.length === 0 ? ' mod-gap' : ''}`);
    if (lines.length === 0) sideEl.createDiv({ cls: 'idea-tiers-pair-gap', text: t('compare.gap', { step }) });
    for (const { line, text } of lines) {
      const lineEl = sideEl.createDiv({ cls: 'idea-tiers-pair-line', attr: { 'data-line': line } });
      const buttonEl = lineEl.createEl('button', {
        cls: 'idea-tiers-text-button idea-tiers-pair-go idea-tiers-primary',
        text: String(line),
        attr: { 'aria-label': t('compare.goToLine', { step, line }) },
      });
      buttonEl.addEventListener('click', () => goToLine(line));
      inline.draw(lineEl.createDiv('idea-tiers-pair-text'), text);
    }
    return sideEl;
  };

  // A click anywhere on a line goes there; not one on a link, nor one that ends the selecting of text.
  el.addEventListener('click', (evt) => {
    const at = elementAt(evt);
    const line = at?.closest<HTMLElement>('[data-line]')?.dataset.line;
    if (line === undefined || at?.closest('a, button')) return;
    if (el.win.getSelection()?.isCollapsed !== false) goToLine(Number(line));
  });
  for (const type of ['mouseover', 'mouseout'] as const) {
    el.addEventListener(type, (evt) => {
      const phrase = elementAt(evt)?.closest<HTMLElement>('[data-phrase]')?.dataset.phrase;
      for (const phraseEl of el.querySelectorAll<HTMLElement>('[data-phrase]')) {
        phraseEl.toggleClass('is-matched', type === 'mouseover' && phraseEl.dataset.phrase === phrase);
      }
    });
  }

  return {
    el,
    update: ({ sides, sureness, isGap: isOneSided }) => {
      const said = isOneSided || sureness >= SURE ? null : sureness < LIKELY ? 'compare.guess' : 'compare.likely';
      const wanted = JSON.stringify([sides, said]);
      if (wanted === drawn) return;
      drawn = wanted;
      el.empty();
      el.className = `idea-tiers-pair idea-tiers-item${isOneSided ? ' mod-gap' : ''}`;
      const [first, second] = [addSide(sides[0], 1), addSide(sides[1], 2)];
      if (said !== null) el.createDiv({ cls: 'idea-tiers-pair-doubt', text: t(said) });
      if (!isOneSided) numberPhrases(first, second);
    },
  };
}

/** Gives phrases in bold that stand for each other the same number. */
function numberPhrases(...sides: readonly HTMLElement[]): void {
  const [first = [], second = []] = sides.map((sideEl) => [...sideEl.querySelectorAll('strong')]);
  const textOf = (el: HTMLElement): string => el.textContent;
  let number = 0;
  for (const pair of align(first.map(textOf), second.map(textOf)).pairs) {
    if (isGap(pair)) continue;
    number++;
    const phrases = [...first.slice(pair.first.from, pair.first.to), ...second.slice(pair.second.from, pair.second.to)];
    for (const el of phrases) el.dataset.phrase = String(number);
  }
}
