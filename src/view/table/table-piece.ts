import { columnOrder, turnKey } from '../../rank/order';
import type { Tier } from '../../model/table';
import type { ColumnRole } from '../../rank/columns';
import type { BoxWatch } from '../core/box-watch';
import type { Context } from '../core/context';
import { elementAt } from '../core/event-target';
import { KeyedList, setText, type KeyedItem } from '../core/keyed-list';
import { sectionList, type SectionSpec } from '../core/section';
import { ProgressiveRows } from './progressive-rows';
import { columnName } from './column-name';
import { makeFilterPanel } from './filter-panel';
import { makeGroupRow, type GroupDatum } from './group-row';
import { makeHeaderCell, type HeaderDatum } from './header-cell';
import { makeLegend } from './legend';
import { isOnOtherRung, writtenRows } from './moved-rows';
import { makeMovesBar } from './moves-bar';
import { makePictureFold } from './picture-fold';
import { rankingName } from './rank-menu';
import { columnsOf, rowsOf, type RowDatum, type RowLayout, type RowModel } from './rows';
import { handleRowMoves } from './row-moves';
import { makeRungRow } from './rung-row';
import type { TableContext, TablePart } from './table-context';
import { makeStatus } from './table-status';
import { makeTools } from './table-tools';
import { countedKinds, type TableDatum, type ArrangedTable } from './arranged-table';
import { makeWeightsPanel } from './weights-panel';
import { addPlainButton } from '../core/buttons';

const NONE: readonly number[] = [];

/** A longer table shows this many rows first. */
const MOST_ROWS = { tier: 25, other: 200 };

/** A line of the table's body. */
type LineDatum = RowDatum | GroupDatum;

/** A table that is shown. */
export interface TablePiece extends KeyedItem<TableDatum> {
  /** To be called when the table is not shown any more. */
  readonly destroy: () => void;
}

/** One table, tier table or not. One `<table>` has both looks: `styles.css` chooses by the width there is. */
export function makeTable(first: TableDatum, shared: Context, overflows: BoxWatch): TablePiece {
  const { t, here, newId, tables } = shared;
  let datum = first;
  let layout: RowLayout | null = null;
  let rows: { readonly of: () => readonly ColumnRole[]; readonly models: readonly RowModel[] } | null = null;

  const now = (): ArrangedTable => tables.arrange(datum);
  const change: TableContext['change'] = (changed) => {
    lines.look();
    tables.setState(now(), { ...now().state, ...changed });
  };
  /** What something about this table is remembered under. */
  const keyOf = (what: string): string => `${what}:${datum.key}`;
  const openKey = (row: RowModel): string => `${keyOf('row')}:${row.key}`;
  const isOn = (key: string): boolean => here.isOn(key, false);
  /** Weights stand open where they decide what is shown, until they are folded. */
  const weightsFold = (): Pick<SectionSpec, 'key' | 'openByDefault'> => {
    const openByDefault = now().state.rankBy !== 'tier';
    return { openByDefault, key: keyOf(openByDefault ? 'ranked-weights' : 'weights') };
  };
  const ctx: TableContext = {
    ...shared,
    now,
    change,
    changeFilter: (changed) => change({ filter: { ...now().state.filter, ...changed } }),
    isFiltering: () => isOn(keyOf('filter')),
    toggleFilter: () => {
      here.toggle(keyOf('filter'));
      if (ctx.isFiltering()) filter.focusSearch();
    },
    chooseColumns: () => {
      const { key, openByDefault } = weightsFold();
      if (!here.isOn(key, openByDefault)) here.toggle(key);
      weightsEl.querySelector('select')?.focus();
    },
  };

  const el = createDiv('idea-tiers-table-box');
  const filter = makeFilterPanel(ctx);
  const parts: TablePart[] = [makeLegend(ctx), makeTools(ctx, filter.el.id), filter, makeStatus(ctx)];
  el.append(...parts.map((part) => part.el));
  const nameEl = el.createSpan({ attr: { id: newId(), hidden: '' } });
  const pictureEl = el.createDiv('idea-tiers-table-folds');
  const scrollEl = el.createDiv('idea-tiers-table-scroll');
  overflows.watch(scrollEl);
  const tableEl = scrollEl.createEl('table', {
    cls: 'idea-tiers-table',
    attr: { role: 'table', 'aria-labelledby': nameEl.id },
  });
  const headRowEl = tableEl.createEl('thead', { attr: { role: 'rowgroup' } }).createEl('tr', { attr: { role: 'row' } });
  const makeHeader = (cls: string, text: string): HTMLElement =>
    createEl('th', { cls: `idea-tiers-header ${cls}`, text, attr: { role: 'columnheader', scope: 'col' } });
  const placeHeaderEl = makeHeader('mod-place', t('table.placeHeader'));
  const scoreHeaderEl = makeHeader('mod-score', '');
  const bodyEl = tableEl.createEl('tbody', { cls: 'idea-tiers-group', attr: { role: 'rowgroup' } });
  const allEl = addPlainButton(el, 'idea-tiers-text-button idea-tiers-show-all', () => {
    const { length } = bodyEl.children;
    lines.look();
    here.toggle(keyOf('all'));
    // The button is gone, and with it the place of who works with the keyboard.
    focusRow(bodyEl.children[length]);
  });
  const bar = makeMovesBar(ctx, () => focusRow(bodyEl.querySelector('.idea-tiers-row')));
  el.append(bar.el);
  parts.push(bar);
  handleRowMoves(ctx, bodyEl, show, bar.say);
  const weightsEl = el.createDiv('idea-tiers-table-folds');

  /** As written, one way, the other, and as written again; with `add` the other keys stay. */
  const turnOrder = (column: number, add: boolean): void => {
    const { values, roles, state } = now();
    const { descending } = columnOrder(values, column, roles());
    change({ keys: turnKey(state.keys, column, add, descending), rankBy: 'tier' });
  };
  const headers = new KeyedList<HeaderDatum>(
    (header) => makeHeaderCell(header, ctx, turnOrder),
    (header) => String(header.column),
  );
  const lines = new ProgressiveRows<LineDatum>(
    scrollEl,
    bodyEl,
    (line) => (line.kind === 'row' ? makeRow(line) : makeGroup(line)),
    (line) => line.key,
  );
  // The table below the picture is its key.
  const folds = [
    {
      what: 'picture',
      title: t('table.picture'),
      icon: 'chart-scatter',
      foldEl: pictureEl,
      pieces: sectionList(ctx),
      draw: drawPicture,
    },
    {
      what: 'weights',
      title: t('table.weights'),
      icon: 'scale',
      foldEl: weightsEl,
      pieces: sectionList(ctx),
      draw: drawWeights,
    },
  ] as const;
  const weights = makeWeightsPanel(ctx);
  const picture = makePictureFold(ctx, { onHover: light, onOpen: open });

  // The row under the pointer, or with the focus, is lit in the picture, and the other way round.
  for (const coming of ['pointerover', 'focusin']) {
    bodyEl.addEventListener(coming, (evt) => {
      const rowEl = elementAt(evt)?.closest<HTMLElement>('.idea-tiers-row');
      picture.highlight(rowEl ? Number(rowEl.dataset.row) : null);
    });
  }
  for (const leaving of ['pointerleave', 'focusout']) bodyEl.addEventListener(leaving, () => picture.highlight(null));

  function makeRow(line: RowDatum): KeyedItem<LineDatum> {
    const row = makeRungRow(line, ctx, (model) => here.toggle(openKey(model)));
    return {
      el: row.el,
      update: (next) => next.kind === 'row' && row.update(next),
      canBe: (next) => next.kind === 'row',
    };
  }

  function makeGroup(line: GroupDatum): KeyedItem<LineDatum> {
    const group = makeGroupRow(line, t);
    return { el: group.el, update: (next) => next.kind === 'group' && group.update(next) };
  }

  /** The rows as written, or as moved. Sorting and filtering leave them as they are. */
  function models(): readonly RowModel[] {
    const arranged = now();
    const { roles, values } = arranged;
    const written = { table: arranged.datum.table, rows: writtenRows(arranged) };
    if (rows?.of !== roles) rows = { of: roles, models: rowsOf(values.table, roles, written) };
    return rows.models;
  }

  function layoutOf({ values: { table }, columns: shown, state, noRanking }: ArrangedTable): RowLayout {
    const rankBy = state.rankBy === 'tier' || noRanking !== null ? null : state.rankBy;
    const isSame = layout?.table === table && layout.rankBy === rankBy && layout.shown.join(',') === shown.join(',');
    if (!layout || !isSame) layout = { table, columns: columnsOf(table), shown, rankBy };
    return layout;
  }

  function linesOf(arranged: ArrangedTable, common: RowLayout): readonly LineDatum[] {
    const { groups, columns, uncounted, moved } = arranged;
    const all = models();
    return groups.flatMap(({ apartFor, rows: ofGroup }): LineDatum[] => [
      ...(apartFor === null
        ? []
        : [{ kind: 'group' as const, key: `group:${apartFor}`, apartFor, columns: columns.length + 2 }]),
      ...ofGroup.flatMap(({ row: index, ranked }, at): LineDatum[] => {
        const row = all[index];
        if (row === undefined) return [];
        const isOther = (other: number): boolean => ofGroup[other]?.ranked?.place !== ranked?.place;
        const isFirst = ranked === null || isOther(at - 1);
        const isShared = !isFirst || (ranked !== null && !isOther(at + 1));
        const isOpen = isOn(openKey(row));
        return [
          {
            kind: 'row',
            key: `row:${row.key}`,
            row,
            layout: common,
            ranked,
            isFirst,
            isShared,
            isOpen,
            isMoved: moved !== null && isOnOtherRung(moved, index),
            uncounted: uncounted.get(index) ?? NONE,
          },
        ];
      }),
    ]);
  }

  function drawTable(arranged: ArrangedTable): void {
    const { values, state, columns, hiddenRows } = arranged;
    const { table } = values;
    const common = layoutOf(arranged);
    el.toggleClass('mod-ranked', common.rankBy !== null);
    const { rankBy } = common;
    if (rankBy === null) for (const headerEl of [placeHeaderEl, scoreHeaderEl]) headerEl.remove();
    else if (!placeHeaderEl.isConnected) headRowEl.prepend(placeHeaderEl);
    headers.draw(
      headRowEl,
      columns.map((column) => ({
        column,
        text: table.header[column] ?? '',
        name: columnName(values, column, t),
        isRank: column === common.columns.rank,
        keys: state.keys,
      })),
    );
    if (rankBy) {
      setText(scoreHeaderEl, rankingName(rankBy, t));
      if (headRowEl.lastChild !== scoreHeaderEl) headRowEl.append(scoreHeaderEl);
    }
    const most = table.tier === null ? MOST_ROWS.other : MOST_ROWS.tier;
    const all = linesOf(arranged, common);
    const shown = values.rowCount <= most || isOn(keyOf('all')) ? all : all.slice(0, most);
    allEl.toggleClass('is-empty', shown.length === all.length);
    setText(allEl, t('sidebar.showAll', { count: values.rowCount - hiddenRows }));
    lines.draw(shown);
  }

  function drawPicture(foldEl: HTMLElement): void {
    picture.draw(foldEl, now(), models());
  }

  function drawWeights(foldEl: HTMLElement): void {
    if (weights.el.parentElement !== foldEl) foldEl.append(weights.el);
    weights.update();
  }

  function light(lit: readonly number[]): void {
    for (const rowEl of bodyEl.querySelectorAll<HTMLElement>('.idea-tiers-row')) {
      rowEl.toggleClass('is-lit', lit.includes(Number(rowEl.dataset.row)));
    }
  }

  /** Unfolds a row and brings it into sight. */
  function open(index: number): void {
    const row = models()[index];
    if (!row) return;
    if (!isOn(openKey(row))) here.toggle(openKey(row));
    show(index);
  }

  /** Brings a row into sight. */
  function show(index: number): void {
    const drawn = (): HTMLElement | null => bodyEl.querySelector(`[data-row="${index}"]`);
    lines.finish();
    if (!drawn()) here.toggle(keyOf('all'));
    drawn()?.scrollIntoView({ block: 'nearest' });
    focusRow(drawn());
  }

  /** Only one of a row's buttons can be seen, and have the focus. */
  function focusRow(rowEl: Element | null | undefined): void {
    for (const buttonEl of rowEl?.querySelectorAll<HTMLElement>('.idea-tiers-primary') ?? []) buttonEl.focus();
  }

  return {
    el,
    update: (next) => {
      datum = next;
      const arranged = now();
      setText(nameEl, datum.name);
      el.dataset.table = datum.key;
      const { tier } = datum.table;
      el.toggleClass('mod-no-rank', tier === null);
      el.toggleClass('mod-named-rungs', tier !== null && isNamed(tier));
      for (const part of parts) part.update();
      drawTable(arranged);
      const kinds = countedKinds(arranged);
      const byWeights = weightsFold();
      for (const { what, title, icon, foldEl, pieces, draw } of folds) {
        const fold = what === 'weights' ? byWeights : { key: keyOf(what), openByDefault: false };
        const isThere = what === 'weights' ? kinds > 0 || here.isOn(fold.key, fold.openByDefault) : kinds === 2;
        pieces.draw(foldEl, isThere ? [{ level: 'under', toggles: here, title, icon, draw, ...fold }] : []);
      }
    },
    destroy: () => picture.destroy(),
  };
}

/** Whether the rungs of a table say more than what stands on them: then the room is theirs. */
function isNamed({ rungs }: Tier): boolean {
  return rungs.reduce((sum, { rankText, subject }) => sum + rankText.length - subject.length, 0) > 0;
}
