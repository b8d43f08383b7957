import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suggest as program } from '../../src/node/programs/suggest';
import { callProgram, folderWith, runProgram, type Run } from './program';

let folder: string;

beforeAll(async () => {
  folder = await folderWith({
    'Garden/Beds.md': '## Upstream ideas\n\n- [[Soil]]\n',
    'Garden/Hedge.md': 'A hedge.\n',
    'Soil.md': '',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const suggest = (...args: readonly string[]): Promise<Run> => callProgram(program, ['.', ...args], folder);
const parsed = ({ out }: Run): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('prints an object a note, in path order, twice the same', async () => {
  const run = await suggest();
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(parsed(run)).toMatchObject([{ path: 'Garden/Beds.md' }, { path: 'Garden/Hedge.md' }, { path: 'Soil.md' }]);
  expect(await suggest()).toEqual(run);
});

test('says why, in the language of the terminal', { timeout: 30_000 }, async () => {
  const inLanguage = async (language: string): Promise<unknown> =>
    parsed(await runProgram('suggest', ['.', 'Hedge'], { cwd: folder, language }))[0];
  const told = (reason: string): object => ({
    path: 'Garden/Hedge.md',
    suggestions: [{ path: 'Soil.md', relation: 'upstream', score: expect.any(Number) as number, reasons: [reason] }],
  });
  expect(await inLanguage('en_US.UTF-8')).toEqual(told('1 note of this folder lists it above'));
  expect(await inLanguage('ru_RU.UTF-8')).toEqual(told('1 заметка этой папки указывает её как вышестоящую'));
});

test('asked blindly, holds against what is written', async () => {
  const run = await suggest('Garden/Beds.md', '--blind');
  expect(parsed(run)).toEqual([{ path: 'Garden/Beds.md', suggestions: [] }]);
});

test.each([
  { args: ['Nowhere'], status: 1, says: 'Nowhere' },
  { args: ['--limit', '0'], status: 2, says: 'Usage' },
  { args: ['--sideways'], status: 2, says: 'Usage' },
])('ends with $status for $args', async ({ args, status, says }) => {
  const run = await suggest(...args);
  expect(run.status).toBe(status);
  expect(run.err).toContain(says);
});
