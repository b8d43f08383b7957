import { Notice } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import type { Table } from '../model/table';
import { canFillRows } from '../model/table-shape';
import type { ScoreColumn, ShownOrder, ShownTable } from '../model/table-order';
import type { TextChange } from '../model/text-change';
import { isGarbled } from '../repair/repair-note';
import type { PreviewOption } from '../view/change-preview-modal';
import type { TableActions } from '../view/table-actions';
import { csvText, spreadsheetText } from '../write/table-csv';
import { editTable, rungsInPlace, type TableEdit, type TableEditResult } from '../write/table-edit';
import { markdownTable } from '../write/table-markdown';
import { attempt } from './failure';
import { nameOfNote } from '../text/note-name';
import { propose, type Proposal, type ProposeContext } from './propose';
import { refusalMessage } from './write-messages';

/** What the commands over a table are handed. */
export interface TableContext extends ProposeContext {
  /** The tables that a note's text holds. */
  tablesIn(text: string): readonly Table[];
}

/** The actions as the buttons of a table call them. */
export function tableActions(context: TableContext): TableActions {
  const { t } = context;
  const run = (action: MessageKey, work: () => Promise<void>): void => void attempt(t, action, work);
  return {
    applyOrder: (shown) => run('commands.applyOrder', () => applyOrder(context, shown)),
    insertRankedTable: (shown, score) =>
      run('commands.insertRankedTable', () => insertRankedTable(context, shown, score)),
    addScoreColumn: (shown, score) => run('commands.addScoreColumn', () => addScoreColumn(context, shown, score)),
    copyAsMarkdown: (table) => run('table.copyMarkdown', () => copy(t, markdownTable(table), table.rows.length)),
    copyAsCsv: ({ header, rows }) => run('table.copyCsv', () => copy(t, csvText([header, ...rows]), rows.length)),
    copyForSpreadsheet: ({ header, rows }) =>
      run('table.copySpreadsheet', () => copy(t, spreadsheetText([header, ...rows]), rows.length)),
  };
}

/** Puts the rows of a table into the order shown. Resolves when the preview is open, or the user was told why there is none. */
export async function applyOrder(context: TableContext, { path, table, order }: ShownOrder): Promise<void> {
  await proposeEdit(context, { path, table }, 'commands.applyOrder', {
    options: renumberOption(table, context.t),
    edit: (chosen) => ({ kind: 'apply-order', order, renumber: renumbering(table, chosen) }),
    pairs: movedLines(table, order),
  });
}

/** Writes a copy of the table in the order shown below the table, with a column for the score if there is one and it is wanted. */
export async function insertRankedTable(
  context: TableContext,
  { path, table, order }: ShownOrder,
  score: ScoreColumn | null,
): Promise<void> {
  const { t } = context;
  const withScore =
    score && canFillRows(table) ? [{ key: 'score', name: t('write.withScore'), hint: '', value: true }] : [];
  await proposeEdit(context, { path, table }, 'commands.insertRankedTable', {
    options: [...withScore, ...renumberOption(table, t)],
    edit: (chosen) => ({
      kind: 'insert-copy',
      order,
      renumber: renumbering(table, chosen),
      column: chosen.has('score') ? score : null,
    }),
    pairs: new Map(),
  });
}

/** Adds a column with the score to the table. */
export async function addScoreColumn(context: TableContext, shown: ShownTable, column: ScoreColumn): Promise<void> {
  const { line, endLine } = shown.table;
  await proposeEdit(context, shown, 'commands.addScoreColumn', {
    options: [],
    edit: () => ({ kind: 'add-column', column }),
    pairs: new Map(Array.from({ length: endLine - line + 1 }, (_, row) => [line + row, line + row])),
  });
}

async function copy(t: Translate, text: string, count: number): Promise<void> {
  // Of the window that has the focus: another one's clipboard cannot be written.
  await activeWindow.navigator.clipboard.writeText(text);
  new Notice(t('write.copied', { count }));
}

const REFUSED = {
  'table-changed': 'write.refused.table',
  'table-too-wide': 'write.refused.tableTooWide',
  'table-unclear': 'write.refused.tableUnclear',
} as const satisfies Record<Extract<TableEditResult, { kind: 'refused' }>['reason'], MessageKey>;

/** An edit of a table that is to be shown, and then made. */
interface TableProposal extends Pick<Proposal, 'options'> {
  readonly edit: (chosen: ReadonlySet<string>) => TableEdit;
  /** See `PreviewedChange`. */
  readonly pairs: ReadonlyMap<number, number>;
}

async function proposeEdit(
  context: TableContext,
  { path, table }: ShownTable,
  action: MessageKey,
  { options, edit, pairs }: TableProposal,
): Promise<void> {
  const { t, writer } = context;
  const note = nameOfNote(path);
  const text = await writer.read(path);
  if (text === null) return void new Notice(refusalMessage({ reason: 'gone', path }, t));
  if (isGarbled(text)) return void new Notice(refusalMessage({ reason: 'garbled', path }, t));
  const tables = context.tablesIn(text);
  const resultWith = (chosen: ReadonlySet<string>): TableEditResult => editTable({ text, tables }, table, edit(chosen));
  // Whether it can be done does not depend on the options.
  const result = resultWith(new Set());
  if (result.kind === 'refused') return void new Notice(t(REFUSED[result.reason], { note }));
  const changesWith = (chosen: ReadonlySet<string>): readonly TextChange[] => {
    const made = resultWith(chosen);
    return made.kind === 'refused' ? [] : made.changes;
  };
  propose(context, {
    action,
    title: t('write.title', { action: t(action), note }),
    options,
    edits: (chosen) => [{ path, text, changes: changesWith(chosen), pairs }],
  });
}

function renumberOption(table: Table, t: Translate): readonly PreviewOption[] {
  if (table.tier === null) return [];
  return [{ key: 'renumber', name: t('write.renumber'), hint: t('write.renumberHint'), value: false }];
}

function renumbering(table: Table, chosen: ReadonlySet<string>): ReturnType<typeof rungsInPlace> {
  return chosen.has('renumber') ? rungsInPlace(table) : null;
}

/** Which line each row's line becomes. */
function movedLines({ body }: Table, order: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    order.flatMap((row, place) => {
      const from = body[row]?.line;
      const to = body[place]?.line;
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}
