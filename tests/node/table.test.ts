import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { table } from '../../src/node/programs/table';
import { callProgram, folderWith, type Run } from './program';

const NOTE = `Two tables.

| Way | Time |
|---|---|
| walk | 1 h 50 min |
| bus | 45 min |
| ride, fast | soon |

| Tier | **Way** | Gain | Price |
|---|---|---|---|
| 1 | [[Loose leaf\\|leaf]] | 🟢🟢 | 💰💰💰 |
| 2 | Bag | 🟢 | 💰 |
| 3 | Tap | 🟢 | |
| 4 | Say "tea" | 🔴 | 💰 |
`;

let folder = '';
beforeAll(async () => {
  folder = await folderWith({ 'Ways.md': NOTE, 'Plain.md': 'Nothing.\n' });
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: readonly string[]): Promise<Run> {
  return callProgram(table, [path.join(folder, 'Ways.md'), ...args]);
}

it('prints the first tier table as CSV, as it is written', async () => {
  expect(await run()).toEqual({
    status: 0,
    out: 'Tier,Way,Gain,Price\r\n1,leaf,🟢🟢,💰💰💰\r\n2,Bag,🟢,💰\r\n3,Tap,🟢,\r\n4,"Say ""tea""",🔴,💰\r\n',
    err: '',
  });
});

it('sorts by several columns, by number or name, up and down', async () => {
  const tiers = async (...args: readonly string[]): Promise<string> =>
    (await run(...args)).out.replace(/^.*\r\n|,.*\r\n/g, '');
  expect(await tiers('--sort', '3:down')).toBe('1234');
  expect(await tiers('--sort', 'Price', '--sort', 'way:down')).toBe('4213');
  expect(await tiers('--sort', '4:down', '--sort', 'Tier:down')).toBe('1423');
});

it('ranks, rows that cannot be ranked last', async () => {
  const { out } = await run('--rank', 'value-for-cost', '--format', 'json');
  const { rows } = JSON.parse(out) as { rows: { rank: number; place: number | null; score: number | null }[] };
  expect(rows.map(({ rank, place, score }) => [rank, place, score])).toEqual([
    [2, 1, 1],
    [1, 2, 0.666666666667],
    [4, 3, null],
    [3, null, null],
  ]);
});

it('prints what the cells count as', async () => {
  const { out, status } = await run('--table', '1', '--sort', 'Time', '--format', 'json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    columns: [
      { text: 'Way', kind: 'text' },
      { text: 'Time', kind: 'duration' },
    ],
    rows: [
      row(6, ['bus', null], ['45 min', 0.75]),
      row(5, ['walk', null], ['1 h 50 min', 1.83333333333]),
      row(7, ['ride, fast', null], ['soon', null]),
    ],
  });
});

function row(line: number, ...cells: readonly (readonly [text: string, value: number | null])[]): object {
  return { line, rank: null, place: null, score: null, cells: cells.map(([text, value]) => ({ text, value })) };
}

it('prints Markdown, its cells as they are written', async () => {
  expect((await run('--sort', '1:down', '--format', 'markdown')).out).toBe(
    '| Tier | **Way** | Gain | Price |\n| --- | --- | --- | --- |\n| 4 | Say "tea" | 🔴 | 💰 |\n| 3 | Tap | 🟢 |  |\n' +
      '| 2 | Bag | 🟢 | 💰 |\n| 1 | [[Loose leaf\\|leaf]] | 🟢🟢 | 💰💰💰 |\n',
  );
});

it('prints of short rows below a very wide header what is written, in every format', async () => {
  const width = 15_000;
  const lines = [`| Tier ${'| a '.repeat(width)}|`, `|${'-|'.repeat(width + 1)}`, '| 1 |\n'.repeat(width)];
  const vault = await folderWith({ 'Wide.md': lines.join('\n') });
  try {
    const printed = (format: string): Promise<Run> =>
      callProgram(table, [path.join(vault, 'Wide.md'), '--format', format]);
    const { columns, rows } = JSON.parse((await printed('json')).out) as Record<
      'columns' | 'rows',
      { cells: readonly unknown[] }[]
    >;
    expect([columns.length, rows.length]).toEqual([width + 1, width]);
    expect(rows.every(({ cells }) => cells.length === 1)).toBe(true);
    expect((await printed('csv')).out).toBe(`Tier${',a'.repeat(width)}\r\n${'1\r\n'.repeat(width)}`);
    expect((await printed('markdown')).out.endsWith('\n| 1 |\n')).toBe(true);
  } finally {
    await rm(vault, { recursive: true });
  }
});

it.each([
  { args: ['--table', '3'], status: 1, err: /has no table 3/ },
  { args: ['--sort', 'Colour'], status: 2, err: /no column “Colour”/ },
  { args: ['--sort', '9'], status: 2, err: /no column “9”/ },
  { args: ['--table', '1', '--rank', 'value'], status: 2, err: /No column counts as value/ },
  { args: ['--rank', 'tier'], status: 2, err: /^Usage/ },
  { args: ['--rank', 'value', '--sort', '1'], status: 2, err: /^Usage/ },
  { args: ['--format', 'xml'], status: 2, err: /^Usage/ },
  { args: ['--table', '0'], status: 2, err: /^Usage/ },
  { args: ['another.md'], status: 2, err: /^Usage/ },
  { args: ['--wide'], status: 2, err: /^Usage/ },
])('ends with $status for $args, and says why', async ({ args, status, err }) => {
  const told = await run(...args);
  expect(told).toMatchObject({ status, out: '' });
  expect(told.err).toMatch(err);
});

it('ends with 1 where there is no file or no table, and with 2 without a file', async () => {
  expect(await callProgram(table, [path.join(folder, 'Nowhere.md')])).toMatchObject({ status: 1, out: '' });
  expect(await callProgram(table, [path.join(folder, 'Plain.md')])).toMatchObject({ status: 1, out: '' });
  expect(await callProgram(table, [])).toMatchObject({ status: 2, out: '' });
});
