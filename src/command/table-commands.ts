import { Notice } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import type { Table } from '../model/table';
import { canFillRows, isWritten } from '../model/table-shape';
import type { ScoreColumn, ShownOrder, ShownTable } from '../model/table-order';
import type { TextChange } from '../model/text-change';
import type { TierList } from '../model/tier-list';
import { isGarbled } from '../repair/repair-note';
import type { PreviewOption } from '../view/core/change-preview-modal';
import type { TableActions } from '../view/table/table-actions';
import { editTable, rungsInPlace, type TableEdit, type TableEditResult } from '../write/table-edit';
import { editTierList } from '../write/tier-list-edit';
import { copyText } from './clipboard';
import { attempt } from './failure';
import { TABLE_FORMATS } from './table-formats';
import { nameOfNote } from '../text/note-name';
import { propose, type Proposal, type ProposeContext } from './propose';
import { textOf } from './note-to-write';
import { refusalMessage } from './write-messages';

/** What the commands over a table are handed. */
export interface TableContext extends ProposeContext {
  /** The tables that a note's text holds. */
  tablesIn(text: string): readonly Table[];
  tierListsIn(text: string): readonly TierList[];
}

/** The actions as the buttons of a table call them. */
export function tableActions(context: TableContext): TableActions {
  const { app, t } = context;
  const run = (action: MessageKey, work: () => Promise<void>): void => void attempt(t, action, work);
  return {
    applyOrder: (shown) => run('commands.applyOrder', () => applyOrder(context, shown)),
    insertRankedTable: (shown, score) =>
      run('commands.insertRankedTable', () => insertRankedTable(context, shown, score)),
    addScoreColumn: (shown, score) => run('commands.addScoreColumn', () => addScoreColumn(context, shown, score)),
    formats: TABLE_FORMATS,
    copy: (format, table) =>
      run(format.title, () => copyText(app, t, format.text(table), t('write.copied', { count: table.rows.length }))),
  };
}

/**
 * Puts the rows of a table into the order shown, those that were moved onto their rungs. Resolves when the preview is open, or the
 * user was told why there is none.
 */
export async function applyOrder(context: TableContext, { path, table, order, moves }: ShownOrder): Promise<void> {
  const action = moves ? 'table.writeMoves' : 'commands.applyOrder';
  if (moves && !isWritten(table)) {
    const listsIn = (text: string): readonly TierList[] => context.tierListsIn(text);
    return proposeResult(context, path, action, {
      options: [],
      written: moves.written,
      result: (text) => editTierList({ text, listsIn }, table, { order, rungs: moves.rungs }),
    });
  }
  const moved = moves && table.tier ? { column: table.tier.rankColumn, cells: moves.cells } : null;
  await proposeEdit(context, { path, table }, action, {
    options: moves ? [] : renumberOption(table, context.t),
    ...(moves && { written: moves.written }),
    edit: (chosen) => ({ kind: 'apply-order', order, renumber: moved ?? renumbering(table, chosen) }),
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

const REFUSED = {
  'table-changed': 'write.refused.table',
  'table-too-wide': 'write.refused.tableTooWide',
  'table-unclear': 'write.refused.tableUnclear',
  'items-joined': 'write.refused.itemsJoined',
  'list-unclear': 'write.refused.listUnclear',
} as const satisfies Record<Extract<TableEditResult, { kind: 'refused' }>['reason'], MessageKey>;

/** An edit of a table that is to be shown, and then made. */
interface TableProposal extends Pick<Proposal, 'options' | 'written'> {
  readonly edit: (chosen: ReadonlySet<string>) => TableEdit;
  /** See `PreviewedChange`. */
  readonly pairs: ReadonlyMap<number, number>;
}

function proposeEdit(
  context: TableContext,
  { path, table }: ShownTable,
  action: MessageKey,
  { edit, ...proposal }: TableProposal,
): Promise<void> {
  return proposeResult(context, path, action, {
    ...proposal,
    result: (text, chosen) => editTable({ text, tables: context.tablesIn(text) }, table, edit(chosen)),
  });
}

/** What comes of an edit of a note's text. */
interface ResultProposal extends Pick<Proposal, 'options' | 'written'> {
  readonly result: (text: string, chosen: ReadonlySet<string>) => TableEditResult;
  /** See `ProposedEdit`. */
  readonly pairs?: ReadonlyMap<number, number>;
}

async function proposeResult(
  context: TableContext,
  path: string,
  action: MessageKey,
  { options, written, result, pairs }: ResultProposal,
): Promise<void> {
  const { t } = context;
  const note = nameOfNote(path);
  const text = await textOf(context, path);
  if (text === null) return;
  if (isGarbled(text)) return void new Notice(refusalMessage({ reason: 'garbled', path }, t));
  // Whether it can be done does not depend on the options.
  const first = result(text, new Set());
  if (first.kind === 'refused') return void new Notice(t(REFUSED[first.reason], { note }));
  const changesWith = (chosen: ReadonlySet<string>): readonly TextChange[] => {
    const made = result(text, chosen);
    return made.kind === 'refused' ? [] : made.changes;
  };
  propose(context, {
    action,
    title: t('write.title', { action: t(action), note }),
    options,
    ...(written && { written }),
    edits: (chosen) => [{ path, text, changes: changesWith(chosen), ...(pairs && { pairs }) }],
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
