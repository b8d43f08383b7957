import type { Translate } from '../../i18n';
import { columnOrder, type SortKey } from '../../rank/order';
import { showEntries, type MenuEntry } from '../core/menu-place';
import { circled, columnName } from './column-name';
import type { TableContext } from './table-context';
import type { ArrangedTable } from './arranged-table';

/** The menu that does the work of the header where the header is hidden. */
export function showSortMenu(buttonEl: HTMLElement, { t, now, change }: TableContext): void {
  const { values, state, columns, roles } = now();
  const [first, ...further] = state.keys;
  const sortBy = (...keys: readonly SortKey[]): void => change({ keys, rankBy: 'tier' });

  /** Both directions of each column. */
  function columnEntries(of: readonly number[], keys: readonly SortKey[], run: (key: SortKey) => void): MenuEntry[] {
    return of.flatMap((column) => {
      const order = columnOrder(values, column, roles());
      return [order.descending, !order.descending].map((descending): MenuEntry => {
        const isSame = (key: SortKey): boolean => key.column === column && key.descending === descending;
        // The best is what a first click on the header would show first.
        const isDown = order.kind === 'marks' && !order.descending ? !descending : descending;
        const way = `${order.kind}${isDown ? 'Down' : 'Up'}` as const;
        const title = t(`table.ways.${way}`, { column: columnName(values, column, t) });
        const isChecked = keys.some(isSame);
        return {
          section: `column-${column}`,
          title: isChecked && further.length > 0 ? `${circled(state.keys.findIndex(isSame))} ${title}` : title,
          isChecked,
          run: () => run({ column, descending }),
        };
      });
    });
  }

  /** The further keys: which rows come first among those that are equal so far. */
  function showFurther(key: SortKey): void {
    const others = columns.filter((column) => column !== key.column);
    showEntries(buttonEl, [
      {
        section: 'only',
        title: t('table.onlyBy', { column: columnName(values, key.column, t) }),
        isChecked: further.length === 0,
        run: () => sortBy(key),
      },
      ...columnEntries(others, further, (added) =>
        sortBy(key, ...further.filter(({ column }) => column !== added.column), added),
      ),
    ]);
  }

  showEntries(buttonEl, [
    {
      section: 'written',
      title: t('table.asWritten'),
      isChecked: first === undefined && state.rankBy === 'tier',
      run: () => sortBy(),
    },
    ...columnEntries(columns, first ? [first] : [], (key) => sortBy(key)),
    ...(first && columns.length > 1
      ? [{ section: 'then', title: t('table.thenBy'), icon: 'list-plus', run: () => showFurther(first) }]
      : []),
  ]);
}

/** The keys that a table is sorted by, each with its direction; `''` for none. */
export function sortText({ values, state: { keys } }: ArrangedTable, t: Translate): string {
  return keys
    .map(({ column, descending }, index) => {
      const text = `${descending ? '↓' : '↑'} ${columnName(values, column, t)}`;
      return keys.length > 1 ? `${circled(index)} ${text}` : text;
    })
    .join(' ');
}
