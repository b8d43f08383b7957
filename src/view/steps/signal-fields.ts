import { SIGNAL_FIELDS, type Frontmatter } from '../../model/frontmatter';
import { addProgress } from '../core/buttons';
import type { Context } from '../core/context';
import { sectionList, type SectionSpec } from '../core/section';

/** `8/10`, `8.5 / 10`; not a part of a longer number or a date. */
const SCORE = /\b(\d|10|\d[.,]\d+)\s?\/\s?10(?![\d/])/g;
const BEST = 10;

/** Draws the signal fields that hold something, folded, each with its scores at its head and in its text. */
export function signalFields(ctx: Context): (el: HTMLElement, signals: Frontmatter['signals']) => void {
  const drawn = new WeakMap<HTMLElement, string>();
  const fields = sectionList(ctx);
  return (el, signals) =>
    fields.draw(
      el,
      SIGNAL_FIELDS.flatMap((field): SectionSpec[] => {
        const text = signals[field]?.trim() ?? '';
        if (text === '') return [];
        return [
          {
            key: `signals:${field}`,
            title: field,
            count: Array.from(text.matchAll(SCORE), ([score]) => score.replace(/\s/g, '')).join(' '),
            level: 'under',
            openByDefault: false,
            toggles: ctx.here,
            draw: (contentEl) => {
              if (drawn.get(contentEl) !== text) drawText(contentEl, text);
              drawn.set(contentEl, text);
            },
          },
        ];
      }),
    );
}

function drawText(el: HTMLElement, text: string): void {
  el.empty();
  el.addClass('idea-tiers-signal');
  let at = 0;
  for (const match of text.matchAll(SCORE)) {
    el.appendText(text.slice(at, match.index));
    const value = (match[1] ?? '').replace(',', '.');
    addProgress(el.createSpan({ cls: 'idea-tiers-score-of-ten', text: match[0] }), {
      max: BEST,
      value,
      'aria-hidden': 'true',
    });
    at = match.index + match[0].length;
  }
  el.appendText(text.slice(at));
}
