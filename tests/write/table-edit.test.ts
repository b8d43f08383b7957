import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableRow } from '../../src/model/table';
import { splitRow } from '../../src/markdown/table-row';
import { ladderOf } from '../../src/rank/ladder';
import { movedCells, moveToRung, noMoves, rungsIn } from '../../src/rank/moves';
import { readNote } from '../../src/read/note';
import { applyChanges } from '../../src/model/apply-changes';
import { editTable, rungsInPlace, type NoteTables, type TableEdit } from '../../src/write/table-edit';
import { cellText, readRow } from '../../src/write/table-lines';
import { inverse, permutation, tableText } from './tables';

function noteOf(text: string): NoteTables {
  return { text, tables: readNote(text).tables };
}

function firstTable(text: string): Table {
  const [table] = readNote(text).tables;
  if (table === undefined) throw new Error(`no table in ${text}`);
  return table;
}

/** The text after the edit of its first table. */
function edited(text: string, edit: TableEdit, table = firstTable(text)): string {
  const result = editTable(noteOf(text), table, edit);
  if (result.kind === 'refused') throw new Error(result.reason);
  return applyChanges(text, result.changes);
}

const order = (...rows: readonly number[]): TableEdit => ({ kind: 'apply-order', order: rows, renumber: null });

const NOTE = `# Ways

> [!note] Told
> |Tier|Way|Cost|
> |---|:-:|---|
> |1|**oak** [[x\\|y]]|💰|
> | 2 |elm  |  |
> |3|ash|💰💰

Words after.
`;

describe("editTable(note, shown, { kind: 'apply-order' })", () => {
  it('moves rows as they are written', () => {
    expect(
      edited(NOTE, order(2, 0, 1))
        .split('\n')
        .slice(5, 8),
    ).toEqual(['> |3|ash|💰💰', '> |1|**oak** [[x\\|y]]|💰|', '> | 2 |elm  |  |']);
  });

  it('touches nothing but the lines that change', () => {
    const result = editTable(noteOf(NOTE), firstTable(NOTE), order(0, 2, 1));
    if (result.kind !== 'changes') throw new Error(result.kind);
    expect(result.changes.map(({ from, to }) => NOTE.slice(from, to))).toEqual(['> | 2 |elm  |  |', '> |3|ash|💰💰']);
    expect(editTable(noteOf(NOTE), firstTable(NOTE), order(0, 1, 2))).toEqual({ kind: 'changes', changes: [] });
  });

  it('leaves line breaks where they are, and the last line without one', () => {
    expect(edited('|T|\r\n|-|\r\n|a|\n|b|\r\n|c|', order(2, 1, 0))).toBe('|T|\r\n|-|\r\n|c|\n|b|\r\n|a|');
  });

  it('finds the rows where lines end in a lone carriage return, or each in another way', () => {
    expect(edited('Words.\r\r|T|\r|-|\r|a|\r|b|\r\r', order(1, 0))).toBe('Words.\r\r|T|\r|-|\r|b|\r|a|\r\r');
    expect(edited('Words.\r\n\r|T|\n|-|\r|a|\r\n|b|\n|c|', order(2, 0, 1))).toBe(
      'Words.\r\n\r|T|\n|-|\r|c|\r\n|a|\n|b|',
    );
  });

  it('takes a byte order mark within the note for text of a cell', () => {
    expect(edited('|T|W|\n|-|-|\n\uFEFF|a|\n|b|\n', order(1, 0))).toBe('|T|W|\n|-|-|\n|b|\n\uFEFF|a|\n');
  });

  it('is read again in the order that was applied', () => {
    const before = firstTable(NOTE).body.map(({ cells }) => cells);
    expect(firstTable(edited(NOTE, order(1, 2, 0))).body.map(({ cells }) => cells)).toEqual([
      before[1],
      before[2],
      before[0],
    ]);
  });

  it('can leave the rungs in place while the rows move', () => {
    const edit: TableEdit = { kind: 'apply-order', order: [2, 1, 0], renumber: rungsInPlace(firstTable(NOTE)) };
    const text = edited(NOTE, edit);
    expect(text.split('\n').slice(5, 8)).toEqual(['> |1|ash|💰💰', '> | 2 |elm  |  |', '> |3|**oak** [[x\\|y]]|💰|']);
    expect(edited(text, { ...edit, renumber: rungsInPlace(firstTable(text)) })).toBe(NOTE);
  });

  it('can number the rows anew in any column, also where a row has no such cell', () => {
    const text = '|A|B|C|\n|-|-|-|\n|a|\n|b|x|y|z|\n||||\n';
    const renumber = { column: 2, cells: ['1', 'p|q', '3'] };
    expect(edited(text, { kind: 'apply-order', order: [1, 0, 2], renumber })).toBe(
      '|A|B|C|\n|-|-|-|\n|b|x|1|z|\n|a| | p\\|q |\n|||3|\n',
    );
  });

  it('has no rungs to leave in place in an ordinary table', () => {
    expect(rungsInPlace(firstTable('|A|B|\n|-|-|\n|x|y|\n'))).toBeNull();
  });

  it.each([
    ['a cell was changed', NOTE.replace('elm', 'Elm')],
    ['a header was changed', NOTE.replace('Cost', 'Price')],
    ['a column was aligned otherwise', NOTE.replace(':-:', '---')],
    ['a row was added', NOTE.replace('💰💰\n', '💰💰\n> |4|fir||\n')],
    ['a row was taken away', NOTE.replace('> | 2 |elm  |  |\n', '')],
    ['two rows changed places', edited(NOTE, order(1, 0, 2))],
    ['a line was written above', `First.\n${NOTE}`],
    ['the table is gone', '# Ways\n'],
    ['the note is empty', ''],
  ])('refuses when %s', (_, text) => {
    expect(editTable(noteOf(text), firstTable(NOTE), order(0, 2, 1))).toEqual({
      kind: 'refused',
      reason: 'table-changed',
    });
  });

  it('bears changes elsewhere in the note', () => {
    const text = NOTE.replace('# Ways', '# Other ways').replace('after', 'behind');
    expect(edited(text, order(2, 1, 0), firstTable(NOTE))).toContain('> |3|ash|💰💰\n> | 2 |elm');
  });

  it.each([[[0, 1]], [[0, 1, 1]], [[0, 1, 3]], [[0, 1, 2, 2]], [[0, 1.5, 2]]])('throws at the order %j', (rows) => {
    expect(() => edited(NOTE, order(...rows))).toThrow('the 3 rows of the table on line 4');
  });
});

describe('editTable where a row would be read otherwise', () => {
  const refused = { kind: 'refused', reason: 'table-unclear' };
  const copy = { kind: 'insert-copy', order: [1, 0], renumber: null, column: null } as const;

  it.each([
    ['begins another table', '| a | b |\n|---|---|\n| --- | --- |\n| 1 | 2 |\n'],
    ['opens a comment that the copy closes', '| a | b |\n|---|---|\n%%\n| 1 | 2 |\n'],
    ['opens a formula that the copy closes', '> | a | b |\n> |---|---|\n> | 1 | 2 |\n> $$\n'],
  ])('refuses a copy: it %s', (_, text) => {
    expect(editTable(noteOf(text), firstTable(text), copy)).toEqual(refused);
  });

  it.each<TableEdit>([copy, order(1, 0), { kind: 'add-column', column: { header: 'c', cells: ['1', '2'] } }])(
    'refuses to write into a table of which a row seems to define a footnote: %j',
    (edit) => {
      const text = '| a | b |\n|---|---|\n| 1 | 2 |\n[^2]: x\n';
      expect(editTable(noteOf(text), firstTable(text), edit)).toEqual(refused);
    },
  );

  it('refuses an order in which a row like the delimiter row is moved, but no order that changes nothing', () => {
    const text = '| a | b |\n|---|---|\n| --- | --- |\n| 1 | 2 |\n';
    expect(editTable(noteOf(text), firstTable(text), order(1, 0))).toEqual(refused);
    expect(editTable(noteOf(text), firstTable(text), order(0, 1))).toEqual({ kind: 'changes', changes: [] });
  });
});

describe("editTable(note, shown, { kind: 'insert-copy' })", () => {
  it('stands below an empty line, as it is written, in its order', () => {
    const edit: TableEdit = { kind: 'insert-copy', order: [2, 0, 1], renumber: null, column: null };
    const lines = NOTE.split('\n');
    expect(edited(NOTE, edit).split('\n')).toEqual([
      ...lines.slice(0, 8),
      '>',
      '> |Tier|Way|Cost|',
      '> |---|:-:|---|',
      '> |3|ash|💰💰',
      '> |1|**oak** [[x\\|y]]|💰|',
      '> | 2 |elm  |  |',
      ...lines.slice(8),
    ]);
    expect(readNote(edited(NOTE, edit)).tables).toHaveLength(2);
  });

  it('can have another numbering and a column of scores', () => {
    const edit: TableEdit = {
      kind: 'insert-copy',
      order: [1, 0],
      renumber: { column: 0, cells: ['1', '2'] },
      column: { header: 'Score', cells: ['0.5', '2'] },
    };
    expect(edited('|T|W|\r\n|-|-|\r\n|S|a|\r\n|A|b|', edit)).toBe(
      '|T|W|\r\n|-|-|\r\n|S|a|\r\n|A|b|\r\n\r\n|T|W| Score |\r\n|-|-| ---: |\r\n|1|b| 2 |\r\n|2|a| 0.5 |',
    );
  });

  it('stays in the list item that the table opens', () => {
    const text = '- |T|W|\n  |-|-|\n  |1|a|\n  |2|b|\n';
    const edit: TableEdit = { kind: 'insert-copy', order: [1, 0], renumber: null, column: null };
    expect(edited(text, edit)).toBe(`${text}\n  |T|W|\n  |-|-|\n  |2|b|\n  |1|a|\n`);
  });
});

describe("editTable(note, shown, { kind: 'add-column' })", () => {
  it('adds a column at the right of every row, ragged ones too', () => {
    const text = '|T|W|\n|-|-|\n|1|a|\n|2|\n|3|c\n|4|d|more|\n5 | e\n||\n';
    const cells = ['10', '', '3|4', '∞', '5', '6'];
    const result = edited(text, { kind: 'add-column', column: { header: 'Score', cells } });
    expect(result).toBe(
      '|T|W| Score |\n|-|-| ---: |\n|1|a| 10 |\n|2| |  |\n|3|c | 3\\|4 |\n|4|d|∞ | more|\n5 | e | 5 |\n|| | 6 |\n',
    );
    const { header, align, body } = firstTable(result);
    expect([header, align]).toEqual([
      ['T', 'W', 'Score'],
      [null, null, 'right'],
    ]);
    expect(body.map((row) => row.cells[2])).toEqual(cells);
  });

  it('leaves alone the HTML that ends below a table', () => {
    const html = ['<details>', '<summary>Ranked</summary>', ''];
    const note = [...html, '|T|W|', '|-|-|', '|1|a|', '|2|b|', '</details>', '', 'Words.'].join('\n');
    const edit: TableEdit = { kind: 'add-column', column: { header: 'S', cells: ['8', '9'] } };
    const table = ['|T|W| S |', '|-|-| ---: |', '|1|a| 8 |', '|2|b| 9 |'];
    expect(edited(note, edit)).toBe([...html, ...table, '</details>', '', 'Words.'].join('\n'));
  });

  it('throws when a row is given no cell', () => {
    expect(() => edited(NOTE, { kind: 'add-column', column: { header: 'S', cells: ['1'] } })).toThrow(
      'column of 1 cells for the 3 rows',
    );
  });
});

describe('a wide table of short rows', () => {
  const wide = `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|1\n'.repeat(100)}`;
  const cells = Array.from({ length: 100 }, (_, row) => String(row));

  it('is put into another order as any other', () => {
    const text = wide.replace('|1\n|1\n', '|1\n|2\n');
    const rows = [1, 0, ...Array.from({ length: 98 }, (_, row) => row + 2)];
    expect(edited(text, order(...rows))).toBe(wide.replace('|1\n|1\n', '|2\n|1\n'));
  });

  it('is given no column: what stands before it would have to be written a hundred thousand times', () => {
    const column = { header: 'S', cells };
    const refused = { kind: 'refused', reason: 'table-too-wide' };
    const rows = [...cells.keys()];
    expect(editTable(noteOf(wide), firstTable(wide), { kind: 'add-column', column })).toEqual(refused);
    const copy: TableEdit = { kind: 'insert-copy', order: rows, renumber: null, column };
    expect(editTable(noteOf(wide), firstTable(wide), copy)).toEqual(refused);
    expect(editTable(noteOf(wide), firstTable(wide), { ...copy, column: null }).kind).toBe('changes');
  });
});

it('takes a table for the same when an empty cell was written at the end of a row', () => {
  const shown = firstTable('|a|b|\n|-|-|\n|1|\n|2|\n');
  expect(edited('|a|b|\n|-|-|\n|1| |\n|2|\n', order(1, 0), shown)).toBe('|a|b|\n|-|-|\n|2|\n|1| |\n');
});

/** Any permutation applied and inverted gives the same bytes; the table between is read in the order applied. */
function checkRoundTrip(text: string, line: number, rows: readonly number[]): void {
  const table = readNote(text).tables.find((one) => one.line === line);
  if (table === undefined) throw new Error(`no table on line ${line}`);
  const turned = edited(text, order(...rows), table);
  const now = readNote(turned).tables.find((one) => one.line === line);
  expect(now?.body.map(({ cells }) => cells)).toEqual(rows.map((row) => table.body[row]?.cells));
  expect(edited(turned, order(...inverse(rows)), now)).toBe(text);
}

/** Whether a text comes of another by writing something into it at one place. */
function isWithin(old: string, now: string): boolean {
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  return now.length >= old.length && now.endsWith(old.slice(same));
}

describe('the rows of any table', () => {
  it('come back byte for byte when an order is applied and undone', () => {
    // A row like the one below a header is not moved: another table may begin there.
    const isLikeDelimiters = ({ cells }: TableRow): boolean => cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell));
    const turned = tableText
      .map(({ text }) => ({ text, table: readNote(text).tables[0] }))
      .filter(({ table }) => table !== undefined && !table.body.some(isLikeDelimiters))
      .chain(({ text, table }) => fc.record({ text: fc.constant(text), rows: permutation(table?.body.length ?? 0) }));
    fc.assert(
      fc.property(turned, ({ text, rows }) => checkRoundTrip(text, firstTable(text).line, rows)),
      { numRuns: 300 },
    );
  });

  it('are taken apart as the reader takes them apart', () => {
    fc.assert(
      fc.property(tableText, ({ rows }) => {
        for (const line of rows) {
          const row = readRow(line);
          const written = row.cells.map((cell) => cellText(row, cell));
          expect(written).toEqual(splitRow(line, row.prefix.length, line.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep their cells when a column is added', () => {
    fc.assert(
      fc.property(tableText, ({ text }) => {
        fc.pre(readNote(text).tables.length > 0);
        const table = firstTable(text);
        const cells = table.body.map((_, row) => `s${row}`);
        const now = firstTable(edited(text, { kind: 'add-column', column: { header: 'S', cells } }));
        const filled = (row: TableRow): string[] => table.header.map((_, column) => row.cells[column] ?? '');
        expect(now.body.map((row) => row.cells)).toEqual(table.body.map((row, index) => [...filled(row), `s${index}`]));
      }),
      // A space that the reader takes for text is the row's last cell.
      { numRuns: 300, examples: [[{ text: '| a | b |\n|---|---|\n|\u3000\n', rows: [] }]] },
    );
  });

  const data = process.env.IDEA_TIERS_DATA;
  it.skipIf(data === undefined)(
    'come back in every table of the real notes (IDEA_TIERS_DATA)',
    { timeout: 120_000 },
    () => {
      const folder = path.join(data ?? '', 'corpus/notes');
      const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
      let tables = 0;
      for (const note of notes) {
        const text = readFileSync(path.join(folder, note), 'utf8');
        for (const { line, body } of readNote(text).tables) {
          tables++;
          const rows = permutation(body.length);
          fc.assert(
            fc.property(rows, (order) => checkRoundTrip(text, line, order)),
            // Backwards besides.
            { numRuns: 3, examples: [[[...body.keys()].reverse()]] },
          );
        }
      }
      expect(tables).toBeGreaterThan(1000);
    },
  );

  it.skipIf(data === undefined)(
    'have rows moved to other rungs in every tier table of the real notes, and every other byte stays (IDEA_TIERS_DATA)',
    { timeout: 240_000 },
    () => {
      const folder = path.join(data ?? '', 'corpus/notes');
      let moved = 0;
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.md')) continue;
        const text = readFileSync(path.join(folder, name), 'utf8');
        const note = noteOf(text);
        for (const table of note.tables) {
          const ladder = ladderOf(table);
          if (ladder === null) continue;
          const { tier, body } = table;
          for (const rung of rungsIn(ladder)) {
            for (const from of [0, body.length - 1]) {
              const moves = moveToRung(ladder, noMoves(table, ladder), from, rung);
              const cells = movedCells(ladder, moves);
              const { order } = moves;
              const renumber = { column: tier?.rankColumn ?? 0, cells };
              const result = editTable(note, table, { kind: 'apply-order', order, renumber });
              if (result.kind === 'refused') continue;
              moved++;
              const where = `${name}: ${table.line}, ${from} to ${rung}`;
              const after = applyChanges(text, result.changes);
              const [was, is] = [text, after].map((one) => one.split('\n'));
              const lines = new Set(body.map(({ line }) => line - 1));
              expect(is?.length, where).toBe(was?.length);
              expect(
                is?.filter((_, line) => !lines.has(line)),
                where,
              ).toEqual(was?.filter((_, line) => !lines.has(line)));
              // Of each row all but the rung, byte for byte.
              const target = body.map(({ line }) => is?.[line - 1] ?? '');
              for (const [place, row] of order.entries()) {
                const source = was?.[(body[row]?.line ?? 0) - 1] ?? '';
                const old = body[row]?.cells[renumber.column] ?? '';
                const at = source.indexOf(old);
                const next = cells[place] ?? '';
                const rest = [source.slice(0, at), source.slice(at + old.length)];
                if (old === next) expect(target[place], where).toBe(source);
                else if (source.split(old).length === 2) expect(target[place], where).toBe(rest.join(next));
                else expect(target[place]?.length, where).toBe(source.length - old.length + next.length);
              }
            }
          }
        }
      }
      expect(moved).toBeGreaterThan(300);
    },
  );

  it.skipIf(data === undefined)(
    'get a copy or a column of scores in every table of the real notes, and every other byte stays (IDEA_TIERS_DATA)',
    { timeout: 240_000 },
    () => {
      const folder = path.join(data ?? '', 'corpus/notes');
      const refused = new Set<string>();
      let tables = 0;
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.md')) continue;
        const text = readFileSync(path.join(folder, name), 'utf8');
        const note = noteOf(text);
        for (const table of note.tables) {
          const where = `${name}: ${table.line}`;
          const { body, header } = table;
          const backwards = [...body.keys()].reverse();
          const copy = editTable(note, table, { kind: 'insert-copy', order: backwards, renumber: null, column: null });
          const cells = body.map((_, row) => `s${row}`);
          const scores = editTable(note, table, { kind: 'add-column', column: { header: 'S', cells } });
          if (copy.kind === 'refused' || scores.kind === 'refused') {
            refused.add(where);
            continue;
          }
          tables++;
          // What only puts something in leaves every byte that stands there, in its order.
          for (const { changes } of [copy, scores]) {
            const lost = changes.filter(({ from, to, insert }) => !isWithin(text.slice(from, to), insert));
            expect(lost, where).toEqual([]);
          }
          const copied = readNote(applyChanges(text, copy.changes)).tables;
          expect(copied, where).toHaveLength(note.tables.length + 1);
          const at = note.tables.indexOf(table);
          expect(copied[at]?.body.map((row) => row.cells)).toEqual(body.map((row) => row.cells));
          expect(copied[at + 1]?.body.map((row) => row.cells)).toEqual(backwards.map((row) => body[row]?.cells));
          const scored = readNote(applyChanges(text, scores.changes)).tables[at];
          const filled = (row: TableRow): string[] => header.map((_, column) => row.cells[column] ?? '');
          expect(scored?.body.map((row) => row.cells)).toEqual(body.map((row, n) => [...filled(row), `s${n}`]));
        }
      }
      expect([...refused]).toEqual([]);
      expect(tables).toBeGreaterThan(1000);
    },
  );
});
