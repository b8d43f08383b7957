import { setIcon } from 'obsidian';
import type { Context } from '../context';
import { Pieces, type Piece } from '../pieces';
import { withoutLegend } from './column-name';
import { rankingName } from './rank-menu';
import { scoreText } from './place-text';
import type { RowDatum } from './rung-row';

interface DetailLine {
  /** `null` for what the row is ranked by. */
  readonly column: number | null;
  readonly header: string;
  readonly text: string;
}

class DetailLinePiece implements Piece<DetailLine> {
  readonly el = createDiv('idea-tiers-detail-line');
  private readonly headerEl = this.el.createSpan('idea-tiers-detail-header');
  private readonly textEl = this.el.createSpan('idea-tiers-detail-text');

  constructor(private readonly ctx: Context) {}

  update({ header, text }: DetailLine): void {
    this.headerEl.toggleClass('is-empty', header === '');
    this.ctx.inline.draw(this.headerEl, header);
    this.ctx.inline.draw(this.textEl, text);
  }
}

/** What a narrow row unfolds to: a line for each further column, and a button that goes to the row in the note. */
export class RowDetail {
  private readonly el = createEl('td', { cls: 'idea-tiers-cell idea-tiers-detail', attr: { role: 'cell' } });
  private readonly linesEl = this.el.createDiv();
  private readonly lines: Pieces<DetailLine>;

  constructor(
    private readonly ctx: Context,
    goToRow: () => void,
  ) {
    this.lines = new Pieces<DetailLine>(
      () => new DetailLinePiece(ctx),
      (line) => String(line.column),
    );
    const goEl = this.el.createEl('button', { cls: 'idea-tiers-text-button' });
    setIcon(goEl.createSpan('idea-tiers-button-icon'), 'text-cursor-input');
    goEl.createSpan({ text: ctx.t('sidebar.goToRow') });
    goEl.addEventListener('click', goToRow);
  }

  /** Makes it the last cell of its row, or takes it away. */
  showIn(rowEl: HTMLElement, open: boolean): void {
    if (!open) this.el.remove();
    else if (this.el.parentElement !== rowEl) rowEl.append(this.el);
  }

  update({ row, header, columns, shown, place }: RowDatum): void {
    const score = place ? scoreText(place.ranked, place.by, this.ctx.t) : '';
    const lines = shown
      .map((column) => ({ column, header: withoutLegend(header[column] ?? ''), text: row.cells[column] ?? '' }))
      .filter(({ column, text }) => text !== '' && column !== columns.rank && column !== columns.subject);
    this.lines.draw(this.linesEl, [
      ...(place && score !== '' ? [{ column: null, header: rankingName(place.by, this.ctx.t), text: score }] : []),
      ...lines,
    ]);
  }
}
