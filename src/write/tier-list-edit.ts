import { applyChanges } from '../model/apply-changes';
import type { Table } from '../model/table';
import type { TierItem, TierList } from '../model/tier-list';
import type { TextChange } from '../model/text-change';
import { noteLines, type NoteLines } from './note-lines';
import { blockEnd, headOf, isBlank, movedTo, nextHead, type ItemHead } from './list-lines';
import type { TableEditResult } from './table-edit';
import { addTo } from '../text/grouped';

/** A note's text, and how the tier lists of a text are found. */
export interface NoteLists {
  readonly text: string;
  readonly listsIn: (text: string) => readonly TierList[];
}

/** Which items stand in which order on which rungs. Rows are those of the table that is shown for the list. */
export interface ListOrder {
  /** Every row with an item, once. */
  readonly order: readonly number[];
  /** By place the first row of the rung that it stands on. */
  readonly rungs: readonly number[];
}

interface Row {
  readonly tier: number;
  readonly line: number;
  /** `null` for a rung without items. */
  readonly item: TierItem | null;
}

/** Items that are written in one line, with the lines that belong to them. */
interface Block {
  readonly line: number;
  readonly last: number;
  readonly rows: readonly number[];
}

/**
 * Moves items of a tier list under other rungs. They move as they are written, with all their lines; the markers stay where they
 * are, as numbers count places, and what is added goes on counting. Nothing else of the text is touched, but that an empty rung is
 * given a blank line behind its first item.
 *
 * @param shown The table that the user saw the list as.
 */
export function editTierList({ text, listsIn }: NoteLists, shown: Table, target: ListOrder): TableEditResult {
  const list = listsIn(text).find(({ line }) => line === shown.line);
  const rows = list ? rowsOf(list) : [];
  if (!list || !isShown(rows, list, shown)) return { kind: 'refused', reason: 'table-changed' };
  const lines = noteLines(text);
  const blocks = blocksOf(rows, list, lines);
  const wanted = blocksByTier(list, rows, blocks, target);
  if (wanted === null) return { kind: 'refused', reason: 'items-joined' };
  const changes = list.tiers
    .flatMap(({ line }, tier) => {
      const before = blocks.filter((block) => rows[block.rows[0] ?? 0]?.tier === tier);
      const after = wanted[tier] ?? [];
      return before.length > 0 ? rewritten(lines, before, after) : filled(lines, line, after);
    })
    .sort((a, b) => a.from - b.from);
  const items = wanted.map((tier) => tier.flatMap((block) => block.rows.map((row) => rows[row]?.item?.markdown)));
  const now = listsIn(applyChanges(text, changes)).find(({ line }) => line === list.line);
  const isRead =
    JSON.stringify(now?.tiers.map((tier) => tier.items.map(({ markdown }) => markdown))) === JSON.stringify(items);
  return isRead ? { kind: 'changes', changes } : { kind: 'refused', reason: 'list-unclear' };
}

function rowsOf({ tiers }: TierList): readonly Row[] {
  return tiers.flatMap(({ line, items }, tier): readonly Row[] =>
    items.length === 0 ? [{ tier, line, item: null }] : items.map((item) => ({ tier, line: item.line, item })),
  );
}

function isShown(rows: readonly Row[], { tiers }: TierList, { body }: Table): boolean {
  const now = rows.map(({ tier, line, item }) => [line, tiers[tier]?.rankText ?? '', item?.markdown ?? '']);
  return JSON.stringify(now) === JSON.stringify(body.map(({ line, cells }) => [line, ...cells]));
}

function blocksOf(rows: readonly Row[], { tiers }: TierList, lines: NoteLines): readonly Block[] {
  const known = new Set([...rows.map(({ line }) => line), ...tiers.map(({ line }) => line)]);
  const byLine = new Map<number, number[]>();
  for (const [row, { line, item }] of rows.entries()) {
    if (item !== null) addTo(byLine, line, row);
  }
  return [...byLine].map(([line, of]) => ({ line, last: blockEnd(lines.lines, line, known), rows: of }));
}

/** By tier the blocks that are to stand there; `null` where some would have to be taken out of their line. */
function blocksByTier(
  { tiers }: TierList,
  rows: readonly Row[],
  blocks: readonly Block[],
  { order, rungs }: ListOrder,
): readonly (readonly Block[])[] | null {
  const wanted = tiers.map((): Block[] => []);
  for (let place = 0; place < order.length;) {
    const block = blocks.find(({ rows: [first] }) => first === order[place]);
    const rung = rungs[place];
    if (block === undefined || rung === undefined) return null;
    for (const row of block.rows) {
      if (order[place] !== row || rungs[place] !== rung) return null;
      place++;
    }
    wanted[rows[rung]?.tier ?? -1]?.push(block);
  }
  return wanted;
}

const offsetOf = ({ starts, text }: NoteLines, line: number): number => starts[line - 1] ?? text.length;
const endOf = (lines: NoteLines, line: number): number => offsetOf(lines, line) + (lines.lines[line - 1] ?? '').length;
const linesOf = ({ lines }: NoteLines, { line, last }: Block): readonly string[] => lines.slice(line - 1, last);
const headIn = (lines: NoteLines, block: Block): ItemHead => headOf(lines.lines[block.line - 1] ?? '');

/** The blocks of a rung that has some: each place takes the one that is to stand there, what is too much goes, what is more follows. */
function rewritten(lines: NoteLines, before: readonly Block[], after: readonly Block[]): readonly TextChange[] {
  const heads = before.map((block) => headIn(lines, block));
  while (heads.length < after.length) heads.push(nextHead(heads));
  const textAt = (block: Block, place: number): string =>
    movedTo(linesOf(lines, block), heads[place] ?? headIn(lines, block)).join(lines.eol);
  const changes = before.map((was, place): TextChange | null => {
    const block = after[place];
    if (block === was) return null;
    if (block) return { from: offsetOf(lines, was.line), to: endOf(lines, was.last), insert: textAt(block, place) };
    const above = before[place - 1];
    const joins = above !== undefined && areBlank(lines, above.last + 1, was.line);
    if (joins && after.length > 0) return { from: endOf(lines, above.last), to: endOf(lines, was.last), insert: '' };
    const from = offsetOf(lines, joins ? above.last + 1 : was.line);
    return { from, to: offsetOf(lines, was.last + 1), insert: '' };
  });
  const last = before.at(-1);
  const beforeLast = before.at(-2);
  const added = after.slice(before.length).map((block, index) => textAt(block, before.length + index));
  if (last === undefined || added.length === 0) return changes.filter((change) => change !== null);
  // A list whose items stand apart goes on so.
  const between =
    beforeLast && areBlank(lines, beforeLast.last + 1, last.line)
      ? lines.lines.slice(beforeLast.last, last.line - 1)
      : [];
  const at = endOf(lines, last.last);
  const insert = added.map((text) => [...between, text].map((line) => lines.eol + line).join('')).join('');
  return [...changes, { from: at, to: at, insert }].filter((change) => change !== null);
}

/** The first blocks of a rung that had none: behind its line, and the blank one below it. */
function filled(lines: NoteLines, line: number, after: readonly Block[]): readonly TextChange[] {
  const [first] = after;
  if (first === undefined) return [];
  const all = lines.lines;
  const own = headIn(lines, first);
  const heads: ItemHead[] = [{ ...own, marker: own.marker.replace(/^\d+/, '1') }];
  while (heads.length < after.length) heads.push(nextHead(heads));
  const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/.test(all[line] ?? '') ? 1 : 0;
  const behind = line + underline;
  const gap = behind < all.length && isBlank(all[behind] ?? '') ? 1 : 0;
  const written = after.flatMap((block, place) => movedTo(linesOf(lines, block), heads[place] ?? own));
  const next = all[behind + gap];
  const blank = (/^[ \t>]*>/.exec(all[line - 1] ?? '')?.[0] ?? '').trimEnd();
  const at = endOf(lines, behind + gap);
  const text = next === undefined || isBlank(next) ? written : [...written, blank];
  return [{ from: at, to: at, insert: text.map((one) => lines.eol + one).join('') }];
}

function areBlank({ lines }: NoteLines, from: number, to: number): boolean {
  return lines.slice(from - 1, to - 1).every(isBlank);
}
