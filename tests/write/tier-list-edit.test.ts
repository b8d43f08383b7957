import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { applyChanges } from '../../src/model/apply-changes';
import type { Table } from '../../src/model/table';
import { ladderOf } from '../../src/rank/ladder';
import { movedCells, moveToRung, noMoves, rungsIn, withMoves, type Moves } from '../../src/rank/moves';
import { plainText } from '../../src/markdown/plain-text';
import { readNote } from '../../src/read/note';
import { tableOfTierList } from '../../src/view/table/tier-list-table';
import { editTable } from '../../src/write/table-edit';
import { editTierList } from '../../src/write/tier-list-edit';

const t = translator('en');
const listsIn = (text: string) => readNote(text).tierLists;

function tableIn(text: string): Table {
  const [list] = listsIn(text);
  if (!list) throw new Error('no tier list');
  return tableOfTierList(list, t);
}

/** The text once rows were moved to rungs, one after the other, each told by its item. */
function moved(text: string, ...jumps: readonly (readonly [item: string, rung: string])[]): string {
  const table = tableIn(text);
  const ladder = ladderOf(table);
  if (!ladder) throw new Error('no ladder');
  const rungNamed = (name: string): number => table.body.findIndex(({ cells }) => cells[0] === name);
  const moves = jumps.reduce<Moves>(
    (so, [item, rung]) => {
      const row = table.body.findIndex(({ cells }) => cells[1]?.includes(item));
      return moveToRung(ladder, so, so.order.indexOf(row), rungNamed(rung));
    },
    noMoves(table, ladder),
  );
  const result = editTierList({ text, listsIn }, table, moves);
  if (result.kind === 'refused') throw new Error(result.reason);
  return applyChanges(text, result.changes);
}

describe('editTierList', () => {
  it('moves an item as it is written, with all its lines, and leaves every other byte', () => {
    const before = '# Ways\n\n## S Tier\n\n- [[Leaf]] — best\n  - slow\n\n## A Tier\n\n- Bag\n- [x] Tap\n';
    const behind = '\n## B Tier\n\n- Cup\n\nWords.\n';
    expect(moved(before + behind, ['Leaf', 'A'])).toBe(
      `# Ways\n\n## S Tier\n\n\n## A Tier\n\n- Bag\n- [x] Tap\n- [[Leaf]] — best\n  - slow\n${behind}`,
    );
    expect(moved(before + behind, ['Tap', 'S'])).toBe(
      `# Ways\n\n## S Tier\n\n- [[Leaf]] — best\n  - slow\n- [x] Tap\n\n## A Tier\n\n- Bag\n${behind}`,
    );
    expect(moved(before + behind, ['Tap', 'S'], ['Tap', 'A'])).toBe(before + behind);
  });

  it('refuses to leave so few rungs with items that they would be read as none', () => {
    const text = '## S Tier\n- Leaf\n\n## A Tier\n- Bag\n';
    expect(() => moved(text, ['Leaf', 'A'])).toThrow('list-unclear');
  });

  it('leaves numbers in their places, and goes on counting', () => {
    const text = '**S Tier**\n1. Leaf\n2. Bag\n\n**A Tier**\n1. Tap\n2. Can\n';
    expect(moved(text, ['Leaf', 'A'])).toBe('**S Tier**\n1. Bag\n\n**A Tier**\n1. Tap\n2. Can\n3. Leaf\n');
  });

  it('takes on the bullets and the distances of the list that it comes to', () => {
    const text = '## S Tier\n\n* Leaf\n\n* Bag\n\n## A Tier\n- Tap\n- Can\n';
    expect(moved(text, ['Tap', 'S'])).toBe('## S Tier\n\n* Leaf\n\n* Bag\n\n* Tap\n\n## A Tier\n- Can\n');
  });

  it('fills a rung that nothing stood on', () => {
    const text = '## S Tier\n\n- Leaf\n- Bag\n\n## A Tier\n\n## B Tier\n\n- Tap\n';
    expect(moved(text, ['Bag', 'A'])).toBe('## S Tier\n\n- Leaf\n\n## A Tier\n\n- Bag\n\n## B Tier\n\n- Tap\n');
    const label = '> **S Tier**\n> - Leaf\n> - Bag\n>\n> **A Tier**\n>\n> **B Tier**\n> - Tap\n';
    expect(moved(label, ['Bag', 'A'])).toBe(
      '> **S Tier**\n> - Leaf\n>\n> **A Tier**\n>\n> - Bag\n>\n> **B Tier**\n> - Tap\n',
    );
  });

  it('keeps line breaks as they are', () => {
    const text = '## S Tier\r\n- Leaf\r\n\r\n## A Tier\r\n- Bag\r\n- Tap';
    expect(moved(text, ['Tap', 'S'])).toBe('## S Tier\r\n- Leaf\r\n- Tap\r\n\r\n## A Tier\r\n- Bag');
  });

  it('refuses to take an item out of a line that it shares', () => {
    const text = '## S Tier\n- [[Leaf]], [[Bag]]\n- [[Can]]\n\n## A Tier\n- Tap\n';
    expect(() => moved(text, ['Leaf', 'A'])).toThrow('items-joined');
    expect(moved(text, ['Leaf', 'A'], ['Bag', 'A'])).toBe(
      '## S Tier\n- [[Can]]\n\n## A Tier\n- Tap\n- [[Leaf]], [[Bag]]\n',
    );
  });

  it.each([
    ['an item was changed', (text: string) => text.replace('Bag', 'Bags')],
    ['an item was added', (text: string) => text.replace('- Bag', '- Bag\n- More')],
    ['a line was written above', (text: string) => `First.\n${text}`],
    ['the list is gone', () => 'Words.\n'],
  ])('refuses when %s', (_, changed) => {
    const text = '## S Tier\n- Leaf\n\n## A Tier\n- Bag\n';
    const table = tableIn(text);
    const target = { order: [0, 1], rungs: [0, 0] };
    expect(editTierList({ text: changed(text), listsIn }, table, target)).toEqual({
      kind: 'refused',
      reason: 'table-changed',
    });
  });
});

const item = fc.oneof(
  fc.constantFrom('a', 'b c', '[[Note]] — words', '**bold**', '[x] done', '🟢 good', '`code`'),
  fc.integer({ min: 0, max: 99 }).map((number) => `thing ${number}`),
);
const listText = fc
  .record({
    tiers: fc.array(
      fc.array(fc.record({ text: item, more: fc.constantFrom('', '  - nested', '  goes on') }), { maxLength: 4 }),
      { minLength: 2, maxLength: 5 },
    ),
    head: fc.constantFrom('## # Tier', '**# Tier**', '### Tier #'),
    marker: fc.constantFrom('- ', '* ', '1. '),
    gap: fc.boolean(),
    loose: fc.boolean(),
    prefix: fc.constantFrom('', '> '),
    eol: fc.constantFrom('\n', '\r\n'),
    tail: fc.constantFrom([], ['', 'Words after.'], ['', '# Another', 'x']),
  })
  .map(({ tiers, head, marker, gap, loose, prefix, eol, tail }) => {
    const lines = tiers.flatMap((items, at) => [
      head
        .replace('#', /^#/.test(head) ? '#' : (['S', 'A', 'B', 'C', 'D'][at] ?? ''))
        .replace(/# Tier$|Tier #$/, (end) => end.replace('#', ['S', 'A', 'B', 'C', 'D'][at] ?? '')),
      ...(gap ? [''] : []),
      ...items.flatMap(({ text, more }, index) => [
        ...(loose && index > 0 ? [''] : []),
        `${marker}${text}`,
        ...(more === '' ? [] : [marker === '1. ' ? ` ${more}` : more]),
      ]),
      '',
    ]);
    return ['Words.', '', ...lines.map((line) => `${prefix}${line}`.trimEnd()), ...tail].join(eol);
  });
const someJumps = fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { minLength: 1, maxLength: 6 });

function jumped(table: Table, jumps: readonly (readonly [number, number])[]) {
  const ladder = ladderOf(table);
  if (!ladder) return null;
  const all = rungsIn(ladder);
  const none = noMoves(table, ladder);
  if (none.order.length === 0) return null;
  const moves = jumps.reduce<Moves>(
    (so, [from, to]) => moveToRung(ladder, so, from % so.order.length, all[to % all.length] ?? 0),
    none,
  );
  return { ladder, moves, shown: withMoves(table, ladder, moves, plainText).table };
}

/** The lines of a text that are not blank, without what counts them. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?/, ''))
    .filter((line) => line !== '')
    .sort();

/** What is written of a table or a list in a text reads back as it was shown. */
function readsBack(
  text: string,
  table: Table,
  jumps: readonly (readonly [number, number])[],
  isList: boolean,
): boolean {
  const made = jumped(table, jumps);
  if (made === null) return false;
  const { ladder, moves, shown } = made;
  const renumber = { column: table.tier?.rankColumn ?? 0, cells: movedCells(ladder, moves) };
  const result = isList
    ? editTierList({ text, listsIn }, table, moves)
    : editTable({ text, tables: readNote(text).tables }, table, { kind: 'apply-order', order: moves.order, renumber });
  if (result.kind === 'refused') return false;
  const after = applyChanges(text, result.changes);
  const cellsOf = ({ body, tier }: Table): readonly string[][] =>
    body.map(({ cells }) =>
      Array.from({ length: Math.max(2, tier?.rankColumn ?? 0) }, (_, at) => cells[at] ?? '').concat(
        cells.slice(Math.max(2, tier?.rankColumn ?? 0)),
      ),
    );
  if (isList) {
    const now = listsIn(after).find(({ line }) => line === table.line);
    expect(now && cellsOf(tableOfTierList(now, t))).toEqual(cellsOf(shown));
    expect(linesOf(after)).toEqual(linesOf(text));
    return true;
  }
  const now = readNote(after).tables.find(({ line }) => line === table.line);
  expect(now?.body.map(({ cells }) => cells)).toEqual(shown.body.map(({ cells }) => cells));
  const outside = (whole: string): string[] =>
    whole.split('\n').filter((_, line) => line + 1 < table.line || line + 1 > table.endLine);
  expect(outside(after)).toEqual(outside(text));
  if (now?.tier)
    expect(now.tier.rungs.map(({ rankText }) => rankText)).toEqual(shown.tier?.rungs.map(({ rankText }) => rankText));
  return true;
}

describe('What was moved', () => {
  it('reads back as it was shown, in any tier list', () => {
    let written = 0;
    fc.assert(
      fc.property(listText, someJumps, (text, jumps) => {
        const [list] = listsIn(text);
        if (list && readsBack(text, tableOfTierList(list, t), jumps, true)) written++;
      }),
    );
    expect(written).toBeGreaterThan(20);
  });

  const data = process.env['IDEA_TIERS_DATA'];
  it.skipIf(data === undefined)('reads back as it was shown, in every tier table and list of the corpus', () => {
    const folder = path.join(data ?? '', 'corpus', 'notes');
    let [tables, lists] = [0, 0];
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) continue;
      const text = readFileSync(path.join(folder, name), 'utf8');
      const note = readNote(text);
      for (const table of note.tables) {
        if (table.tier === null || table.body.length < 2) continue;
        for (const jumps of [
          [[0, 1]],
          [[1, 0]],
          [
            [9, 0],
            [3, 2],
          ],
        ] as const) {
          expect(readsBack(text, table, jumps, false), `${name}: ${table.line}`).toBe(true);
        }
        tables++;
      }
      for (const list of note.tierLists) {
        for (const jumps of [[[0, 1]], [[2, 0]]] as const) {
          expect(readsBack(text, tableOfTierList(list, t), jumps, true), `${name}: ${list.line}`).toBe(true);
        }
        lists++;
      }
    }
    expect([tables > 40, lists > 0]).toEqual([true, true]);
  });
});
