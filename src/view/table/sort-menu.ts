import { Menu } from 'obsidian';
import type { Translate } from '../../i18n';
import type { SortKey } from '../../rank/order';
import { showUnder } from '../menu-place';
import { circled, columnName } from './column-name';
import type { TurnedTable } from './turned-table';

/** The menu that does the work of the header where the header is hidden. `choose` is given the keys to sort by. */
export function showSortMenu(
  buttonEl: HTMLElement,
  turned: TurnedTable,
  choose: (keys: readonly SortKey[]) => void,
  t: Translate,
): void {
  const { keys, rankBy } = turned.state;
  const menu = new Menu();
  menu.addItem((item) =>
    item
      .setSection('written')
      .setTitle(t('sidebar.asWritten'))
      .setChecked(keys.length === 0 && rankBy === 'tier')
      .onClick(() => choose([])),
  );
  addColumns(menu, turned, turned.columns, (key) => choose([key]), t, keys.slice(0, 1));
  const [first] = keys;
  if (first !== undefined && turned.columns.length > 1) {
    menu.addItem((item) =>
      item
        .setSection('then')
        .setTitle(t('sidebar.table.thenBy'))
        .setIcon('list-plus')
        .onClick(() => showThenMenu(buttonEl, turned, first, choose, t)),
    );
  }
  showUnder(menu, buttonEl);
}

/** The further keys: which rows come first among those that are equal so far. */
function showThenMenu(
  buttonEl: HTMLElement,
  turned: TurnedTable,
  first: SortKey,
  choose: (keys: readonly SortKey[]) => void,
  t: Translate,
): void {
  const further = turned.state.keys.slice(1);
  const menu = new Menu();
  menu.addItem((item) =>
    item
      .setSection('only')
      .setTitle(t('sidebar.table.onlyBy', { column: columnName(turned.values, first.column, t) }))
      .setChecked(further.length === 0)
      .onClick(() => choose([first])),
  );
  const others = turned.columns.filter((column) => column !== first.column);
  const add = (key: SortKey): void => choose([first, ...further.filter(({ column }) => column !== key.column), key]);
  addColumns(menu, turned, others, add, t, further);
  showUnder(menu, buttonEl);
}

function addColumns(
  menu: Menu,
  { values, state }: TurnedTable,
  columns: readonly number[],
  choose: (key: SortKey) => void,
  t: Translate,
  checked: readonly SortKey[],
): void {
  for (const column of columns) {
    const name = columnName(values, column, t);
    for (const descending of [false, true]) {
      const at = state.keys.findIndex((key) => key.column === column && key.descending === descending);
      const isChecked = checked.some((key) => key.column === column && key.descending === descending);
      const title = t(descending ? 'sidebar.columnDown' : 'sidebar.columnUp', { column: name });
      menu.addItem((item) =>
        item
          .setSection(`column-${column}`)
          .setTitle(isChecked && state.keys.length > 1 ? `${circled(at)} ${title}` : title)
          .setChecked(isChecked)
          .onClick(() => choose({ column, descending })),
      );
    }
  }
}

/** What the sort button says: the keys, each with its direction. */
export function sortText({ values, state }: TurnedTable, t: Translate): string {
  if (state.keys.length === 0) return t('sidebar.sort');
  return state.keys
    .map(({ column, descending }, index) => {
      const name = columnName(values, column, t);
      const text = t(descending ? 'sidebar.sortedDown' : 'sidebar.sortedUp', { column: name });
      return state.keys.length > 1 ? `${circled(index)} ${text}` : text;
    })
    .join(' ');
}
