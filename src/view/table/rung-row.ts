import { setIcon } from 'obsidian';
import type { RankedRow, RankingName } from '../../rank/ranking';
import type { Context } from '../context';
import type { Piece } from '../pieces';
import { elementAt } from '../event-target';
import { drawMarkStrip } from './mark-strip';
import { scoreText } from './place-text';
import { RowDetail } from './row-detail';
import type { RowModel, TableColumns } from './rows';

/** A row with what it needs to know of its table. */
export interface RowDatum {
  readonly row: RowModel;
  readonly header: readonly string[];
  readonly columns: TableColumns;
  /** The columns that are shown, left to right. */
  readonly shown: readonly number[];
  /** Where the row stands in what the table is ranked by; `null` where nothing is ranked. */
  readonly place: { readonly ranked: RankedRow; readonly by: RankingName; readonly isFirst: boolean } | null;
  readonly legend: Readonly<Record<string, string>>;
  /** What its being open is remembered under. */
  readonly openKey: string;
}

/** One row of a table: all its cells for the wide look; rung, subject and marks for the narrow one, where it unfolds in place. */
export class RungRow implements Piece<RowDatum> {
  readonly el = createEl('tr', { cls: 'idea-tiers-row idea-tiers-item', attr: { role: 'row' } });
  /** By column. */
  private readonly cellEls = new Map<number, HTMLElement>();
  private readonly placeEl = createDiv('idea-tiers-place');
  private readonly scoreEl = createDiv('idea-tiers-score');
  private readonly valueEl = createSpan('idea-tiers-strip');
  private readonly costEl = createSpan('idea-tiers-strip');
  private readonly hintEl = createDiv('idea-tiers-hint');
  private readonly toggleEl = createEl('button', { cls: 'idea-tiers-rung-toggle idea-tiers-primary' });
  private readonly goEl = createEl('button', { cls: 'idea-tiers-rung-go idea-tiers-primary' });
  private readonly detail: RowDetail;

  constructor(
    private datum: RowDatum,
    private readonly ctx: Context,
  ) {
    this.detail = new RowDetail(ctx, () => ctx.goToLine(this.datum.row.line));
    this.toggleEl.addEventListener('click', () => this.toggle());
    this.goEl.addEventListener('click', () => ctx.goToLine(this.datum.row.line));
    this.el.addEventListener('click', (evt) => this.onClick(evt));
    this.build();
  }

  update(datum: RowDatum): void {
    const isOther = !sameCells(datum, this.datum);
    this.datum = datum;
    if (isOther) this.build();
    const { row, columns, legend } = datum;
    const { t, here, inline } = this.ctx;
    this.el.dataset.row = String(row.index);
    const open = here.isOn(datum.openKey, false);
    this.el.toggleClass('is-open', open);
    const name = rungName(datum);
    this.toggleEl.setAttr('aria-expanded', String(open));
    this.label(this.toggleEl, t('sidebar.rowDetails', { name }));
    this.label(this.goEl, t('sidebar.goToRow'));
    for (const [column, el] of this.cellEls) if (column !== columns.rank) inline.draw(el, row.cells[column] ?? '');
    this.drawPlace();
    this.hintEl.toggleClass('is-empty', row.hint === '');
    inline.draw(this.hintEl, row.hint);
    drawMarkStrip(this.valueEl, row.value, legend, t);
    drawMarkStrip(this.costEl, row.cost, legend, t);
    if (open) this.detail.update(datum);
    this.detail.showIn(this.el, open);
  }

  private build(): void {
    this.el.empty();
    this.cellEls.clear();
    const { shown, columns, place } = this.datum;
    if (place) {
      this.el
        .createEl('td', { cls: 'idea-tiers-cell mod-place', attr: { role: 'cell' } })
        .append(this.placeEl, this.scoreEl);
    }
    for (const column of shown) {
      const isRank = column === columns.rank;
      const isSubject = column === columns.subject;
      const cellEl = this.el.createEl(isRank ? 'th' : 'td', {
        cls: `idea-tiers-cell${isRank ? ' mod-rank' : ''}${isSubject ? ' mod-subject' : ''}`,
        attr: isRank ? { role: 'rowheader', scope: 'row' } : { role: 'cell' },
      });
      const textEl = cellEl.createDiv('idea-tiers-cell-text');
      this.cellEls.set(column, textEl);
      if (isSubject) cellEl.append(this.hintEl);
      if (isRank || (columns.rank === null && isSubject)) cellEl.prepend(this.toggleEl, this.goEl);
    }
    this.el.createEl('td', { cls: 'idea-tiers-cell mod-value', attr: { role: 'cell' } }).append(this.valueEl);
    this.el.createEl('td', { cls: 'idea-tiers-cell mod-cost', attr: { role: 'cell' } }).append(this.costEl);
  }

  private drawPlace(): void {
    const { place } = this.datum;
    if (!place) return;
    const { ranked, by, isFirst } = place;
    const { t } = this.ctx;
    this.placeEl.textContent = t('sidebar.table.place', { place: ranked.place });
    // The first of those that share a place says it for all of them.
    this.el.toggleClass('is-same-place', !isFirst);
    this.scoreEl.textContent = scoreText(ranked, by, t);
  }

  /** Both buttons show the rung; in a table without rungs they show what they do. */
  private label(buttonEl: HTMLElement, label: string): void {
    const { rung } = this.datum.row;
    const { rankText } = rung ?? { rankText: '' };
    if (rung && buttonEl.textContent !== rankText) buttonEl.textContent = rankText;
    if (!rung && buttonEl.childElementCount === 0) {
      setIcon(buttonEl, buttonEl === this.toggleEl ? 'right-triangle' : 'text-cursor-input');
    }
    if (buttonEl.getAttr('aria-label') !== label) buttonEl.setAttr('aria-label', label);
  }

  private toggle(): void {
    this.ctx.here.toggle(this.datum.openKey);
  }

  /** A click anywhere in a narrow row unfolds it; not one on a link, nor one that ends the selecting of text. */
  private onClick(evt: MouseEvent): void {
    const { win } = this.el;
    if (elementAt(evt)?.closest('a, button, .idea-tiers-detail')) return;
    const selection = win.getSelection();
    if (selection && !selection.isCollapsed && selection.containsNode(this.el, true)) return;
    if (win.getComputedStyle(this.el).display !== 'table-row') this.toggle();
  }
}

function rungName({ row, columns }: RowDatum): string {
  if (row.rung) return [row.rung.rankText, row.rung.subject].filter((part) => part !== '').join(' ');
  return row.cells[columns.subject ?? 0] ?? '';
}

/** Whether two rows have the same cells, so that only what stands in them differs. */
function sameCells(a: RowDatum, b: RowDatum): boolean {
  return (
    a.columns.rank === b.columns.rank &&
    a.columns.subject === b.columns.subject &&
    (a.place === null) === (b.place === null) &&
    a.shown.length === b.shown.length &&
    a.shown.every((column, index) => column === b.shown[index])
  );
}
