import { turnKey } from '../../rank/order';
import type { BoxWatch } from '../box-watch';
import type { Context } from '../context';
import { elementAt } from '../event-target';
import { Pieces, type Piece } from '../pieces';
import { Section, type SectionSpec } from '../section';
import { columnName } from './column-name';
import { FilterPanel, hideableColumns } from './filter-panel';
import { GroupRow, type GroupDatum } from './group-row';
import { HeaderCell, type HeaderDatum } from './header-cell';
import { Legend } from './legend';
import { PictureFold } from './picture-fold';
import { columnsOf, rowsOf, type RowModel } from './rows';
import { RungRow, type RowDatum } from './rung-row';
import { TableStatus } from './table-status';
import { TableTools } from './table-tools';
import type { TableDatum, TurnedTable } from './turned-table';
import { WeightsPanel } from './weights-panel';

/** A longer table shows this many rows first. */
const MOST_ROWS = { tier: 25, other: 200 };

/** A line of the table's body. */
type LineDatum =
  | { readonly kind: 'row'; readonly key: string; readonly row: RowDatum }
  | { readonly kind: 'group'; readonly key: string; readonly group: GroupDatum };

/** One table, tier table or not. One `<table>` has both looks: `styles.css` chooses by the width there is. */
export class TablePiece implements Piece<TableDatum> {
  readonly el = createDiv('idea-tiers-table-box');
  private readonly legend: Legend;
  private readonly tools: TableTools;
  private readonly filter: FilterPanel;
  private readonly status: TableStatus;
  private readonly headRowEl: HTMLElement;
  private readonly placeHeaderEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly nameEl: HTMLElement;
  private readonly allEl: HTMLButtonElement;
  private readonly foldsEl: HTMLElement;
  private readonly headers: Pieces<HeaderDatum>;
  private readonly lines: Pieces<LineDatum>;
  private readonly folds: Pieces<SectionSpec>;
  private readonly weights: WeightsPanel;
  private readonly picture: PictureFold;
  private turned: TurnedTable | null = null;
  private rows: { readonly of: TurnedTable; readonly models: readonly RowModel[] } | null = null;

  constructor(
    private datum: TableDatum,
    private readonly ctx: Context,
    overflows: BoxWatch,
  ) {
    const { t, newId, here } = ctx;
    this.legend = new Legend(ctx);
    this.filter = new FilterPanel(ctx);
    this.tools = new TableTools(ctx, () => this.toggleFilter());
    this.tools.filterEl.setAttr('aria-controls', this.filter.el.id);
    this.status = new TableStatus(ctx);
    this.el.append(this.legend.el, this.tools.el, this.filter.el, this.status.el);
    this.nameEl = this.el.createSpan({ attr: { id: newId(), hidden: '' } });
    const scrollEl = this.el.createDiv('idea-tiers-table-scroll');
    overflows.watch(scrollEl);
    const tableEl = scrollEl.createEl('table', {
      cls: 'idea-tiers-table',
      attr: { role: 'table', 'aria-labelledby': this.nameEl.id },
    });
    const headEl = tableEl.createEl('thead', { attr: { role: 'rowgroup' } });
    this.headRowEl = headEl.createEl('tr', { attr: { role: 'row' } });
    this.placeHeaderEl = createEl('th', {
      cls: 'idea-tiers-header mod-place',
      text: t('sidebar.table.placeHeader'),
      attr: { role: 'columnheader', scope: 'col' },
    });
    this.bodyEl = tableEl.createEl('tbody', { cls: 'idea-tiers-group', attr: { role: 'rowgroup' } });
    this.allEl = this.el.createEl('button', { cls: 'idea-tiers-text-button idea-tiers-show-all' });
    this.allEl.addEventListener('click', () => here.toggle(allKey(this.datum)));
    this.headers = new Pieces<HeaderDatum>(
      () => new HeaderCell(ctx, (column, add) => this.turnOrder(column, add)),
      (header) => String(header.column),
    );
    this.lines = new Pieces<LineDatum>(
      (line) => this.makeLine(line),
      (line) => line.key,
    );
    this.foldsEl = this.el.createDiv('idea-tiers-table-folds');
    this.folds = new Pieces<SectionSpec>(
      (spec) => new Section(spec, ctx),
      (spec) => spec.key,
    );
    this.weights = new WeightsPanel(ctx);
    this.picture = new PictureFold(ctx, {
      onHover: (row) => this.light(row),
      onOpen: (row) => this.open(row),
    });
    this.linkPicture();
  }

  update(datum: TableDatum): void {
    this.datum = datum;
    const turned = this.ctx.tables.turn(datum);
    this.turned = turned;
    const filterIsOpen = this.ctx.here.isOn(filterKey(datum), false);
    this.nameEl.textContent = datum.name;
    this.el.toggleClass('mod-no-rank', datum.table.tier === null);
    this.legend.update(turned, filterIsOpen);
    this.tools.update(turned, filterIsOpen);
    this.filter.el.toggleClass('is-empty', !filterIsOpen);
    if (filterIsOpen) this.filter.update(turned);
    this.status.update(turned);
    this.drawTable(turned);
    this.folds.draw(this.foldsEl, this.foldSpecs(turned));
  }

  /** To be called when the table is not shown any more. */
  destroy(): void {
    this.picture.destroy();
  }

  private drawTable(turned: TurnedTable): void {
    const { table, key } = this.datum;
    const { t, here } = this.ctx;
    const columns = columnsOf(table);
    const isRanked = turned.state.rankBy !== 'tier' && turned.noRanking === null;
    this.el.toggleClass('mod-ranked', isRanked);
    if (isRanked && !this.placeHeaderEl.isConnected) this.headRowEl.prepend(this.placeHeaderEl);
    if (!isRanked) this.placeHeaderEl.remove();
    this.headers.draw(
      this.headRowEl,
      turned.columns.map((column) => ({
        text: table.header[column] ?? '',
        name: columnName(turned.values, column, t),
        column,
        isRank: column === columns.rank,
        keys: turned.state.keys,
      })),
    );
    const lines = this.linesOf(turned);
    const most = table.tier === null ? MOST_ROWS.other : MOST_ROWS.tier;
    const all = turned.values.rowCount <= most || here.isOn(allKey(this.datum), false);
    const shown = all ? lines : lines.slice(0, most);
    this.allEl.toggleClass('is-empty', shown.length === lines.length);
    this.allEl.textContent = t('sidebar.showAll', { count: turned.values.rowCount - turned.hiddenRows });
    this.el.dataset.table = key;
    this.lines.draw(this.bodyEl, shown);
  }

  private linesOf(turned: TurnedTable): readonly LineDatum[] {
    const { table, key } = this.datum;
    const { state, columns: shown } = turned;
    const columns = columnsOf(table);
    const models = this.modelsOf(turned);
    return turned.groups.flatMap(({ apartFor, rows }): LineDatum[] => [
      ...(apartFor === null
        ? []
        : [{ kind: 'group' as const, key: `group:${apartFor}`, group: { apartFor, columns: shown.length + 1 } }]),
      ...rows.flatMap(({ row: index, ranked }, at): LineDatum[] => {
        const row = models[index];
        if (row === undefined) throw new Error(`table ${key} has no row ${index}`);
        const isFirst = rows[at - 1]?.ranked?.place !== ranked?.place;
        const datum: RowDatum = {
          row,
          header: table.header,
          columns,
          shown,
          place: ranked === null ? null : { ranked, by: state.rankBy, isFirst },
          legend: table.legend,
          openKey: this.openKey(row),
        };
        return [{ kind: 'row', key: `row:${row.key}`, row: datum }];
      }),
    ]);
  }

  private modelsOf(turned: TurnedTable): readonly RowModel[] {
    if (this.rows?.of !== turned) this.rows = { of: turned, models: rowsOf(this.datum.table, turned.roles) };
    return this.rows.models;
  }

  private makeLine(line: LineDatum): Piece<LineDatum> {
    switch (line.kind) {
      case 'row': {
        const row = new RungRow(line.row, this.ctx);
        return { el: row.el, update: (datum) => datum.kind === 'row' && row.update(datum.row) };
      }
      case 'group': {
        const group = new GroupRow(this.ctx.t);
        return { el: group.el, update: (datum) => datum.kind === 'group' && group.update(datum.group) };
      }
    }
  }

  /** What stands folded under a tier table. */
  private foldSpecs(turned: TurnedTable): readonly SectionSpec[] {
    const { key, table } = this.datum;
    const { t, here } = this.ctx;
    if (table.tier === null || hideableColumns(table).length === 0) return [];
    const fold = (name: string, title: string, icon: string, draw: (el: HTMLElement) => void): SectionSpec => ({
      key: `${name}:${key}`,
      title,
      count: '',
      icon,
      region: null,
      level: 'under',
      openByDefault: false,
      toggles: here,
      draw,
    });
    return [
      fold('picture', t('sidebar.table.picture'), 'chart-scatter', (el) =>
        this.picture.draw(el, turned, this.modelsOf(turned)),
      ),
      fold('weights', t('sidebar.table.weights'), 'scale', (el) => {
        if (this.weights.el.parentElement !== el) el.append(this.weights.el);
        this.weights.update(turned);
      }),
    ];
  }

  private toggleFilter(): void {
    this.ctx.here.toggle(filterKey(this.datum));
    if (this.ctx.here.isOn(filterKey(this.datum), false)) this.filter.focusSearch();
  }

  /** As written, up, down, and as written again; with `add` the other keys stay. */
  private turnOrder(column: number, add: boolean): void {
    if (!this.turned) return;
    const { state } = this.turned;
    this.ctx.tables.setState(this.turned, { ...state, keys: turnKey(state.keys, column, add), rankBy: 'tier' });
  }

  /** The row under the pointer, or with the focus, is lit in the picture, and the other way round. */
  private linkPicture(): void {
    const tell = (evt: Event): void => {
      const rowEl = elementAt(evt)?.closest<HTMLElement>('.idea-tiers-row');
      this.picture.highlight(rowEl?.dataset.row === undefined ? null : Number(rowEl.dataset.row));
    };
    this.bodyEl.addEventListener('pointerover', tell);
    this.bodyEl.addEventListener('focusin', tell);
    for (const leaving of ['pointerleave', 'focusout']) {
      this.bodyEl.addEventListener(leaving, () => this.picture.highlight(null));
    }
  }

  private light(row: number | null): void {
    for (const rowEl of this.bodyEl.querySelectorAll<HTMLElement>('.idea-tiers-row')) {
      rowEl.toggleClass('is-lit', row !== null && rowEl.dataset.row === String(row));
    }
  }

  /** Unfolds a row and brings it into sight. */
  private open(index: number): void {
    const row = this.turned ? this.modelsOf(this.turned)[index] : undefined;
    if (!row) return;
    const { here } = this.ctx;
    const isDrawn = (): HTMLElement | null => this.bodyEl.querySelector(`[data-row="${index}"]`);
    if (!isDrawn()) here.toggle(allKey(this.datum));
    if (!here.isOn(this.openKey(row), false)) here.toggle(this.openKey(row));
    const rowEl = isDrawn();
    rowEl?.scrollIntoView({ block: 'nearest' });
    for (const el of rowEl?.querySelectorAll<HTMLElement>('.idea-tiers-primary') ?? []) el.focus();
  }

  private openKey(row: RowModel): string {
    return `row:${this.datum.key}:${row.key}`;
  }
}

function allKey({ key }: TableDatum): string {
  return `all:${key}`;
}

function filterKey({ key }: TableDatum): string {
  return `filter:${key}`;
}
