import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit as program } from '../../src/node/programs/audit';
import { callProgram, folderWith, runProgram, type Run } from './program';

let folder: string;

beforeAll(async () => {
  folder = await folderWith({
    'Garden.md': '## Upstream ideas\n\n- [[Soil]] — what it stands on\n- [[Wather]]\n- [a page](Soil.md)\n',
    'Soil.md': '## Upstream ideas\n\n- [[Garden]]\n- [[sketch.fig]]\n',
    'Weather.md': '',
    'sketch.fig': '{}',
    '.trash/Wather.md': '',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const audit = (args: readonly string[]): Promise<Run> => callProgram(program, args, folder);

test('prints one JSON object with a list for each kind of finding', { timeout: 30_000 }, async () => {
  const { status, out, err } = await audit(['.', '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const inGarden = { path: 'Garden.md', relation: 'upstream' };
  expect(JSON.parse(out)).toEqual({
    notes: 3,
    links: 5,
    contradictions: [
      {
        kind: 'both-above',
        places: [
          { ...inGarden, line: 3, target: 'Soil' },
          { ...inGarden, line: 5, target: 'Soil.md' },
          { path: 'Soil.md', line: 3, relation: 'upstream', target: 'Garden' },
        ],
      },
    ],
    selfLinks: [],
    duplicates: [
      {
        to: 'Soil.md',
        places: [
          { ...inGarden, line: 3, target: 'Soil' },
          { ...inGarden, line: 5, target: 'Soil.md' },
        ],
      },
    ],
    oneSided: [],
    dangling: [{ target: 'Wather', places: [{ ...inGarden, line: 4, target: 'Wather' }] }],
    knots: [],
    unlinked: ['Weather.md'],
    hubs: [{ path: 'Soil.md', neighbours: 2, incoming: 1, outgoing: 2 }],
  });
});

test('prints Markdown in the language of the terminal', { timeout: 30_000 }, async () => {
  const inLanguage = (language: string): Promise<Run> => runProgram('audit', ['.'], { cwd: folder, language });
  const english = await inLanguage('en_US.UTF-8');
  expect(english.out).toContain('# Audit of idea links');
  expect(english.out).toContain('Wather');
  const russian = await inLanguage('ru_RU.UTF-8');
  expect(russian.out).toMatch(/^# [А-Я]/);
});

test(
  'explains itself and ends with 2 where it is used wrongly, with 1 where there is no such folder',
  { timeout: 60_000 },
  async () => {
    for (const args of [[], ['.', 'other'], ['--all', '.']]) {
      const { status, out, err } = await audit(args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/^Usage: /);
    }
    expect(await audit(['nowhere'])).toMatchObject({ status: 1, out: '' });
    expect(await audit(['Garden.md'])).toMatchObject({ status: 1, err: 'Garden.md is not a folder\n' });
  },
);
