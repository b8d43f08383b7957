import { isWritten } from '../../model/table-shape';
import { showEntries, type MenuEntry } from '../core/menu-place';
import { scoreColumn } from './score-column';
import { copiedMarkdown, copiedText } from './table-copy';
import type { TableContext } from './table-context';
import { countedKinds, isReordered } from './arranged-table';

/** Out of the table, and back into the note. */
export function showMoreMenu(buttonEl: HTMLElement, { t, now, actions, tables, chooseColumns }: TableContext): void {
  const arranged = now();
  const { table } = arranged.values;
  const shown = { path: tables.path, table, order: arranged.order };
  const score = table.tier === null ? null : scoreColumn(arranged, t);
  const entry = (section: string, icon: string, title: string, run: () => void): MenuEntry => {
    return { section, icon, title, run };
  };
  const copies = (all: boolean): MenuEntry[] =>
    actions.formats.map((format) =>
      entry('copy', format.icon, t(all ? format.titleOfAll : format.title), () =>
        actions.copy(format, (format.takesMarkdown ? copiedMarkdown : copiedText)(arranged, all)),
      ),
    );
  const isPart = arranged.hiddenRows > 0 || arranged.state.hidden.length > 0 || arranged.columnsBeyond > 0;
  const writes = (): MenuEntry[] => [
    ...(isReordered(arranged)
      ? [
          entry('note', 'list-ordered', `${t('commands.applyOrder')}…`, () => actions.applyOrder(shown)),
          entry('note', 'between-horizontal-end', `${t('commands.insertRankedTable')}…`, () =>
            actions.insertRankedTable(shown, score),
          ),
        ]
      : []),
    ...(score
      ? [
          entry('note', 'between-vertical-end', `${t('commands.addScoreColumn')}…`, () =>
            actions.addScoreColumn(shown, score),
          ),
        ]
      : []),
  ];
  showEntries(buttonEl, [
    ...copies(false),
    ...(isPart ? copies(true) : []),
    ...(isWritten(table) ? writes() : []),
    ...(table.tier === null || !isWritten(table) || countedKinds(arranged) > 0
      ? []
      : [entry('choose', 'columns-3', t('table.choose'), chooseColumns)]),
  ]);
}
