import { Menu } from 'obsidian';
import type { Context } from '../context';
import { showUnder } from '../menu-place';
import { scoreColumn } from './score-column';
import { copiedMarkdown, copiedText, type CopyPart } from './table-copy';
import { isReordered, type TurnedTable } from './turned-table';

/** Out of the table, and back into the note. */
export function showMoreMenu(buttonEl: HTMLElement, turned: TurnedTable, ctx: Context): void {
  const { t, actions, tables } = ctx;
  const menu = new Menu();
  const add = (section: string, icon: string, title: string, isOn: boolean, run: () => void): void => {
    menu.addItem((item) => item.setSection(section).setIcon(icon).setTitle(title).setDisabled(!isOn).onClick(run));
  };
  const isPart = turned.hiddenRows > 0 || turned.state.hidden.length > 0;
  const copy = (part: CopyPart, markdown: string, csv: string): void => {
    add('copy', 'copy', markdown, true, () => actions.copyAsMarkdown(copiedMarkdown(turned, part)));
    add('copy', 'file-spreadsheet', csv, true, () => actions.copyAsCsv(copiedText(turned, part)));
  };
  copy('shown', t('sidebar.table.copyMarkdown'), t('sidebar.table.copyCsv'));
  if (isPart) copy('all', t('sidebar.table.copyAllMarkdown'), t('sidebar.table.copyAllCsv'));

  const { table } = turned.values;
  const shown = { path: tables.path, table, order: turned.order };
  const score = table.tier === null ? null : scoreColumn(turned, t);
  add('note', 'list-ordered', t('sidebar.table.applyOrder'), isReordered(turned), () => actions.applyOrder(shown));
  add('note', 'between-horizontal-end', t('sidebar.table.insertRanked'), isReordered(turned), () =>
    actions.insertRankedTable(shown, score),
  );
  if (table.tier !== null) {
    add('note', 'between-vertical-end', t('sidebar.table.addScore'), score !== null, () => {
      if (score) actions.addScoreColumn(shown, score);
    });
  }
  showUnder(menu, buttonEl);
}
