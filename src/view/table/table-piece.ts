import { setIcon } from 'obsidian';
import type { Table } from '../../model/table';
import type { BoxWatch } from '../box-watch';
import type { Context } from '../context';
import { Pieces, type Piece } from '../pieces';
import type { TableOrder } from '../view-memory';
import { HeaderCell, type HeaderDatum } from './header-cell';
import { Legend } from './legend';
import { columnsOf, orderRows, rowsOf } from './rows';
import { RungRow, type RowDatum } from './rung-row';
import { columnName, showSortMenu } from './sort-menu';

/** A longer table shows this many rows first. */
const MOST_ROWS = 25;

/** A table and what it is known by. */
export interface TableDatum {
  readonly key: string;
  /** The table's name for who cannot see the page, unlike that of any other table of the note. */
  readonly name: string;
  readonly table: Table;
}

/** One table, tier table or not. One `<table>` has both looks: `styles.css` chooses by the width there is. */
export class TablePiece implements Piece<TableDatum> {
  readonly el = createDiv('idea-tiers-table-box');
  private readonly legend = new Legend();
  private readonly sortEl: HTMLButtonElement;
  private readonly sortTextEl: HTMLElement;
  private readonly headRowEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly nameEl: HTMLElement;
  private readonly allEl: HTMLButtonElement;
  private readonly headers: Pieces<HeaderDatum>;
  private readonly rows: Pieces<RowDatum>;

  constructor(
    private datum: TableDatum,
    private readonly ctx: Context,
    overflows: BoxWatch,
  ) {
    this.el.append(this.legend.el);
    this.sortEl = this.el.createEl('button', { cls: 'idea-tiers-text-button idea-tiers-sort' });
    setIcon(this.sortEl.createSpan('idea-tiers-button-icon'), 'arrow-up-narrow-wide');
    this.sortTextEl = this.sortEl.createSpan();
    this.sortEl.addEventListener('click', (evt) =>
      showSortMenu(evt, this.datum.table, ctx.orderOf(this.datum.key), (order) => this.setOrder(order), ctx.t),
    );
    this.nameEl = this.el.createSpan({ attr: { id: ctx.newId(), hidden: '' } });
    const scrollEl = this.el.createDiv('idea-tiers-table-scroll');
    overflows.watch(scrollEl);
    const tableEl = scrollEl.createEl('table', {
      cls: 'idea-tiers-table',
      attr: { role: 'table', 'aria-labelledby': this.nameEl.id },
    });
    const headEl = tableEl.createEl('thead', { attr: { role: 'rowgroup' } });
    this.headRowEl = headEl.createEl('tr', { attr: { role: 'row' } });
    this.bodyEl = tableEl.createEl('tbody', { cls: 'idea-tiers-group', attr: { role: 'rowgroup' } });
    this.allEl = this.el.createEl('button', { cls: 'idea-tiers-text-button idea-tiers-show-all' });
    this.allEl.addEventListener('click', () => ctx.here.toggle(allKey(this.datum)));
    this.headers = new Pieces<HeaderDatum>(
      () => new HeaderCell(ctx, (column) => this.turnOrder(column)),
      (header) => String(header.column),
    );
    this.rows = new Pieces<RowDatum>(
      (row) => new RungRow(row, ctx),
      (row) => row.row.key,
    );
  }

  update(datum: TableDatum): void {
    this.datum = datum;
    const { table, key } = datum;
    const { t } = this.ctx;
    const order = this.ctx.orderOf(key);
    const columns = columnsOf(table);
    this.nameEl.textContent = datum.name;
    this.el.toggleClass('mod-no-rank', columns.rank === null);
    this.legend.update(table.legend, t);
    this.sortTextEl.textContent = this.sortText(order);
    this.sortEl.toggleClass('is-active', order !== null);
    this.headers.draw(
      this.headRowEl,
      table.header.map((text, column) => ({ text, column, isRank: column === columns.rank, order })),
    );
    const rows = orderRows(rowsOf(table), table, order);
    const all = rows.length <= MOST_ROWS || this.ctx.here.isOn(allKey(datum), false);
    this.allEl.toggleClass('is-empty', all);
    this.allEl.textContent = t('sidebar.showAll', { count: rows.length });
    this.rows.draw(
      this.bodyEl,
      (all ? rows : rows.slice(0, MOST_ROWS)).map((row) => ({
        row,
        header: table.header,
        columns,
        legend: table.legend,
        openKey: `row:${key}:${row.key}`,
      })),
    );
  }

  private sortText(order: TableOrder | null): string {
    const { t } = this.ctx;
    const header = order && this.datum.table.header[order.column];
    if (!order || header === null || header === undefined) return t('sidebar.sort');
    const column = columnName(header, order.column, t);
    return t(order.descending ? 'sidebar.sortedDown' : 'sidebar.sortedUp', { column });
  }

  private setOrder(order: TableOrder | null): void {
    this.ctx.setOrder(this.datum.key, order);
  }

  /** As written, up, down, and as written again. */
  private turnOrder(column: number): void {
    const order = this.ctx.orderOf(this.datum.key);
    if (order?.column !== column) this.setOrder({ column, descending: false });
    else this.setOrder(order.descending ? null : { column, descending: true });
  }
}

function allKey({ key }: TableDatum): string {
  return `all:${key}`;
}
