import { addButton } from '../core/buttons';
import type { Context } from '../core/context';
import { keyedList, type KeyedItem } from '../core/keyed-list';
import { withoutLegend } from './column-name';
import type { RowDatum } from './rows';
import { showUncounted } from './uncounted-sign';

interface DetailLine {
  readonly key: string;
  readonly header: string;
  readonly text: string;
  readonly isUncounted: boolean;
}

/** What a narrow row unfolds to: a line for each further column, and a button that goes to the row in the note. */
export function makeRowDetail({ t, inline }: Context, goToRow: () => void): KeyedItem<RowDatum> {
  const el = createEl('td', { cls: 'idea-tiers-cell idea-tiers-detail', attr: { role: 'cell' } });
  const linesEl = el.createDiv();
  const lines = keyedList<DetailLine>(() => {
    const lineEl = createDiv('idea-tiers-detail-line');
    const headerEl = lineEl.createSpan('idea-tiers-detail-header');
    const textEl = lineEl.createSpan('idea-tiers-detail-text');
    return {
      el: lineEl,
      update: ({ header, text, isUncounted }) => {
        inline.draw(headerEl, header);
        inline.draw(textEl, text);
        showUncounted(textEl, isUncounted, t);
      },
    };
  });
  addButton(el, '', 'text-cursor-input', t('table.goToRow'), goToRow);
  return {
    el,
    update: ({ row, layout: { table, shown, columns }, uncounted }) => {
      const cells = shown
        .filter((column) => column !== columns.rank && column !== columns.subject)
        .map((column) => ({
          key: String(column),
          header: withoutLegend(table.header[column] ?? ''),
          text: row.cells[column] ?? '',
          isUncounted: uncounted.includes(column),
        }));
      lines.draw(
        linesEl,
        cells.filter(({ text }) => text !== ''),
      );
    },
  };
}
