import { addButton } from '../buttons';
import type { Context } from '../context';
import { Pieces, type Piece } from '../pieces';
import { withoutLegend } from './column-name';
import type { RowDatum } from './rows';

interface DetailLine {
  readonly header: string;
  readonly text: string;
}

/** What a narrow row unfolds to: a line for each further column, and a button that goes to the row in the note. */
export function makeRowDetail({ t, inline }: Context, goToRow: () => void): Piece<RowDatum> {
  const el = createEl('td', { cls: 'idea-tiers-cell idea-tiers-detail', attr: { role: 'cell' } });
  const linesEl = el.createDiv();
  const lines = new Pieces<DetailLine & { readonly key: string }>(
    () => {
      const lineEl = createDiv('idea-tiers-detail-line');
      const headerEl = lineEl.createSpan('idea-tiers-detail-header');
      const textEl = lineEl.createSpan('idea-tiers-detail-text');
      return {
        el: lineEl,
        update: ({ header, text }) => {
          inline.draw(headerEl, header);
          inline.draw(textEl, text);
        },
      };
    },
    (line) => line.key,
  );
  addButton(el, '', 'text-cursor-input', t('table.goToRow'), goToRow);
  return {
    el,
    update: ({ row, layout: { table, shown, columns } }) => {
      const cells = shown
        .filter((column) => column !== columns.rank && column !== columns.subject)
        .map((column) => {
          return {
            key: String(column),
            header: withoutLegend(table.header[column] ?? ''),
            text: row.cells[column] ?? '',
          };
        });
      lines.draw(
        linesEl,
        cells.filter(({ text }) => text !== ''),
      );
    },
  };
}
