import { isWritten } from '../../model/table-shape';
import { showEntries, type MenuEntry } from '../menu-place';
import { scoreColumn } from './score-column';
import { copiedMarkdown, copiedText } from './table-copy';
import type { TableContext } from './table-context';
import { countedKinds, isReordered } from './turned-table';

/** Out of the table, and back into the note. */
export function showMoreMenu(buttonEl: HTMLElement, { t, now, actions, tables, chooseColumns }: TableContext): void {
  const turned = now();
  const { table } = turned.values;
  const shown = { path: tables.path, table, order: turned.order };
  const score = table.tier === null ? null : scoreColumn(turned, t);
  const entry = (section: string, icon: string, title: string, run: () => void): MenuEntry => {
    return { section, icon, title, run };
  };
  const copies = (all: boolean): MenuEntry[] => [
    entry('copy', 'copy', t(all ? 'table.copyAllMarkdown' : 'table.copyMarkdown'), () =>
      actions.copyAsMarkdown(copiedMarkdown(turned, all)),
    ),
    entry('copy', 'file-text', t(all ? 'table.copyAllCsv' : 'table.copyCsv'), () =>
      actions.copyAsCsv(copiedText(turned, all)),
    ),
    entry('copy', 'file-spreadsheet', t(all ? 'table.copyAllSpreadsheet' : 'table.copySpreadsheet'), () =>
      actions.copyForSpreadsheet(copiedText(turned, all)),
    ),
  ];
  const isPart = turned.hiddenRows > 0 || turned.state.hidden.length > 0 || turned.columnsBeyond > 0;
  const writes = (): MenuEntry[] => [
    ...(isReordered(turned)
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
    ...(table.tier === null || !isWritten(table) || countedKinds(turned) > 0
      ? []
      : [entry('choose', 'columns-3', t('table.choose'), chooseColumns)]),
  ]);
}
