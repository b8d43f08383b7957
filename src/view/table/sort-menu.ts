import { Menu } from 'obsidian';
import type { Translate } from '../../i18n';
import type { Table } from '../../model/table';
import { showBelow } from '../menu-place';
import type { TableOrder } from '../view-memory';

/** A header without the legend that it may hold in brackets: `Gain (🟢=good)` is `Gain`. */
export function withoutLegend(header: string): string {
  return header.replace(/\([^()]*=[^()]*\)/g, '').trim();
}

/** What a column is called in a menu: its header without signs of Markdown and without a legend in brackets. */
export function columnName(header: string, column: number, t: Translate): string {
  const name = withoutLegend(header).replace(/[*_`[\]=~]/g, '');
  return name || t('sidebar.columnNumber', { number: column + 1 });
}

/** The menu that does the work of the header where the header is hidden. */
export function showSortMenu(
  evt: MouseEvent,
  table: Table,
  order: TableOrder | null,
  choose: (order: TableOrder | null) => void,
  t: Translate,
): void {
  const menu = new Menu();
  menu.addItem((item) =>
    item
      .setSection('written')
      .setTitle(t('sidebar.asWritten'))
      .setChecked(order === null)
      .onClick(() => choose(null)),
  );
  table.header.forEach((header, column) => {
    const name = columnName(header, column, t);
    for (const descending of [false, true]) {
      menu.addItem((item) =>
        item
          .setSection(`column-${column}`)
          .setTitle(t(descending ? 'sidebar.columnDown' : 'sidebar.columnUp', { column: name }))
          .setChecked(order?.column === column && order.descending === descending)
          .onClick(() => choose({ column, descending })),
      );
    }
  });
  showBelow(menu, evt);
}
