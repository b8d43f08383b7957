import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderOf, type Ladder } from '../../src/rank/ladder';
import {
  areMovesOf,
  isMoved,
  movedCells,
  moveTo,
  moveToRung,
  noMoves,
  printOf,
  rungsIn,
  step,
  withMoves,
  type Moves,
} from '../../src/rank/moves';
import { readNote } from '../../src/read/note';
import type { Table } from '../../src/model/table';
import { plainText } from '../../src/markdown/plain-text';

/** A tier table of rungs over things called `a`, `b`, `c`, … */
function ladderTable(header: string, ...rungs: readonly string[]): Table {
  const rows = rungs.map((rung, row) => `| ${rung} | ${String.fromCharCode(97 + row)} |`);
  const [table] = readNote(
    ['## Levels of maturity', '', `| ${header} | Thing |`, '|---|---|', ...rows, ''].join('\n'),
  ).tables;
  if (!table?.tier) throw new Error(`no tier table under ${header}`);
  return table;
}

/** What it is once rows were moved, `1a 2b`. */
function after(table: Table, move: (ladder: Ladder, moves: Moves) => Moves | null): string | null {
  const ladder = ladderOf(table);
  if (!ladder) throw new Error('no ladder');
  const moves = move(ladder, noMoves(table, ladder));
  if (moves === null) return null;
  const { body } = withMoves(table, ladder, moves, plainText).table;
  return body.map(({ cells }) => cells.join('')).join(' ');
}

const up = (from: number) => (ladder: Ladder, moves: Moves) =>
  step(ladder, moves, from, from > 0 ? from - 1 : null, -1);
const down = (from: number) => (ladder: Ladder, moves: Moves) =>
  step(ladder, moves, from, from + 1 < moves.order.length ? from + 1 : null, 1);

describe('What rungs are to their rows', () => {
  it.each([
    ['shared', 'Tier', ['S', 'A', 'A', 'B']],
    ['places', 'Tier', ['S', 'A', 'B']],
    ['places', 'Level', ['1', '2', '3']],
    ['places', 'Tier', ['Gold', 'Steel', 'Wood']],
    ['names', 'Level', ['Cellular', 'Neural', 'Mental', 'Social']],
    ['places', 'Level', ['Low', 'Medium', 'High']],
    ['shared', 'Priority', ['High', 'high', 'Low']],
    ['shared', 'Tier', ['S', '', 'A', '']],
  ])('is %s where a column %s holds %j', (kind, header, rungs) => {
    expect(ladderOf(ladderTable(header, ...rungs))?.kind).toBe(kind);
  });

  it('is nothing in a table of one row, or without rungs', () => {
    expect(ladderOf(ladderTable('Tier', '1'))).toBeNull();
    const [table] = readNote('| Name | Thing |\n|---|---|\n| x | y |\n| z | w |\n').tables;
    expect(table && ladderOf(table)).toBeNull();
  });
});

describe('A row that is moved', () => {
  it('takes the rung that several share, written as it is written there', () => {
    const table = ladderTable('Tier', '**S**', 'A', 'A', 'B');
    expect(after(table, (ladder, moves) => moveTo(ladder, moves, 3, 1, 0))).toBe('**S**a **S**d Ab Ac');
    expect(after(table, (ladder, moves) => moveToRung(ladder, moves, 3, 0))).toBe('**S**a **S**d Ab Ac');
    expect(after(table, (ladder, moves) => moveToRung(ladder, moves, 0, 1))).toBe('Ab Ac Aa Bd');
  });

  it.each([
    ['1 2 3', ['1', '2', '3'], '1c 2a 3b'],
    ['Roman', ['**I**', '**II**', '**III**'], '**I**c **II**a **III**b'],
    ['T3', ['T3', 'T2', 'T1'], 'T3c T2a T1b'],
    ['S A B', ['S', 'A', 'B'], 'Sc Aa Bb'],
    ['medals', ['🥇', '🥈', '🥉'], '🥇c 🥈a 🥉b'],
    ['remarks', ['S (best)', 'A (good)', 'B (bad)'], 'S (best)c A (good)a B (bad)b'],
    ['ranges', ['1–3', '4–6', '7–9'], '1–3c 4–6a 7–9b'],
  ])('has the rows between renumbered in the notation of the table: %s', (_, rungs, expected) => {
    expect(after(ladderTable('Tier', ...rungs), (ladder, moves) => moveTo(ladder, moves, 2, 0, 0))).toBe(expected);
  });

  it.each([
    [['1. Cell', '2. Nerve', '3. Mind'], '1. Mindc 2. Cella 3. Nerveb'],
    [['**L0 — Cell**', '**L1 — Nerve**', '**L2 — Mind**'], '**L0 — Mind**c **L1 — Cell**a **L2 — Nerve**b'],
    [['I. Cell', 'II. Nerve', 'III. Mind'], 'I. Mindc II. Cella III. Nerveb'],
  ])('takes its name along where the rungs %j count names', (rungs, expected) => {
    const table = ladderTable('Level', ...rungs);
    expect(after(table, (ladder, moves) => moveTo(ladder, moves, 2, 0, 0))).toBe(expected);
  });

  it('leaves the words that a rung is called by', () => {
    const table = ladderTable('Tier', 'Tier 1: Core', 'Tier 2: Rest');
    expect(after(table, up(1))).toBe('Tier 1: Coreb Tier 2: Resta');
  });

  it('takes its rung along where rungs are names', () => {
    const table = ladderTable('Level', 'Cellular', 'Neural', 'Mental', 'Social');
    expect(after(table, up(2))).toBe('Cellulara Mentalc Neuralb Sociald');
    expect(after(table, (ladder, moves) => moveToRung(ladder, moves, 3, 0))).toBe('Sociald Cellulara Neuralb Mentalc');
  });

  it('is told its rung where it begins one that goes on in empty cells', () => {
    const table = ladderTable('Tier', 'S', '', 'A', '');
    expect(after(table, (ladder, moves) => moveTo(ladder, moves, 0, 3, 2))).toBe('Sb Ac d Aa');
    expect(after(table, up(3))).toBe('Sa b Ad Ac');
  });
});

describe('A step', () => {
  const table = ladderTable('Tier', 'S', 'A', 'A', 'B');
  it('goes past a row of the same rung, and onto the rung of one of another', () => {
    expect(after(table, up(2))).toBe('Sa Ac Ab Bd');
    expect(after(table, up(1))).toBe('Sa Sb Ac Bd');
    expect(after(table, down(2))).toBe('Sa Ab Bc Bd');
  });

  it('ends where there is no further rung', () => {
    expect(after(table, up(0))).toBeNull();
    expect(after(table, down(3))).toBeNull();
  });

  it('comes back to a rung that all rows have left', () => {
    const there = (ladder: Ladder, moves: Moves): Moves => step(ladder, moves, 0, 1, 1) ?? moves;
    expect(after(table, there)).toBe('Aa Ab Ac Bd');
    expect(after(table, (ladder, moves) => step(ladder, there(ladder, moves), 0, null, -1))).toBe('Sa Ab Ac Bd');
  });
});

const rungCells = fc.oneof(
  fc.array(fc.constantFrom('S', 'A', 'B', 'C', '**A**', ''), { minLength: 2, maxLength: 9 }),
  fc.integer({ min: 2, max: 9 }).map((count) => Array.from({ length: count }, (_, row) => `${row + 1}`)),
  fc.integer({ min: 2, max: 9 }).map((count) => Array.from({ length: count }, (_, row) => `L${row}. Word`)),
);

describe('Any moves', () => {
  const moved = fc.tuple(rungCells, fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }));
  const replay = (rungs: readonly string[], jumps: readonly (readonly [number, number])[]) => {
    const table = ladderTable('Tier', ...rungs);
    const ladder = ladderOf(table);
    if (!ladder) throw new Error('no ladder');
    const moves = jumps.reduce<Moves>(
      (so, [from, to]) => {
        const all = rungsIn(ladder);
        return moveToRung(ladder, so, from % rungs.length, all[to % all.length] ?? 0);
      },
      noMoves(table, ladder),
    );
    return { table, ladder, moves };
  };

  it('keep every row and every rung, and what else a row says', () => {
    fc.assert(
      fc.property(moved, ([rungs, jumps]) => {
        fc.pre(
          readNote(`| Tier | x |\n|-|-|\n${rungs.map((rung) => `| ${rung} | y |\n`).join('')}`).tables[0]?.tier != null,
        );
        const { table, ladder, moves } = replay(rungs, jumps);
        expect(areMovesOf(table, ladder, moves)).toBe(true);
        expect([...moves.order].sort((a, b) => a - b)).toEqual([...table.body.keys()]);
        const { body } = withMoves(table, ladder, moves, plainText).table;
        expect(body.map(({ cells }) => cells[1])).toEqual(moves.order.map((row) => table.body[row]?.cells[1]));
        if (ladder.kind === 'places' && ladder.cells.every((cell) => cell.after === '')) {
          expect(movedCells(ladder, moves)).toEqual(table.body.map(({ cells }) => cells[0] ?? ''));
        }
      }),
    );
  });

  it('by steps are undone by steps back', () => {
    fc.assert(
      fc.property(rungCells, fc.nat(8), fc.boolean(), (rungs, row, isUp) => {
        fc.pre(
          readNote(`| Tier | x |\n|-|-|\n${rungs.map((rung) => `| ${rung} | y |\n`).join('')}`).tables[0]?.tier != null,
        );
        const { table, ladder, moves } = replay([...rungs].sort(), []);
        const from = row % rungs.length;
        const next = (so: Moves, at: number, by: 1 | -1): number | null =>
          so.order[at + by] === undefined ? null : at + by;
        const by = isUp ? -1 : 1;
        const there = step(ladder, moves, from, next(moves, from, by), by);
        if (there === null) return;
        const at = there.order.indexOf(moves.order[from] ?? 0);
        const back = step(ladder, there, at, next(there, at, by === 1 ? -1 : 1), by === 1 ? -1 : 1);
        expect(back).toEqual(moves);
        expect(back && isMoved(table, ladder, back)).toBe(false);
      }),
    );
  });

  it('that were kept for another table are none of this one', () => {
    const table = ladderTable('Tier', 'S', 'A', 'A');
    const ladder = ladderOf(table);
    if (!ladder) throw new Error('no ladder');
    const good = noMoves(table, ladder);
    expect(areMovesOf(table, ladder, good)).toBe(true);
    for (const bad of [
      { order: [0, 1], rungs: [0, 1] },
      { order: [0, 1, 1], rungs: [0, 1, 1] },
      { order: [0, 1, 2], rungs: [0, 1, 2] },
      { order: [0, 1, 2], rungs: [0, 1, 9] },
    ]) {
      expect(areMovesOf(table, ladder, bad)).toBe(false);
    }
    expect(printOf(table)).not.toBe(printOf(ladderTable('Tier', 'S', 'A', 'B')));
  });
});
