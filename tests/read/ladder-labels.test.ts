import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';

/** The folder with real notes; without it this test skips itself. */
const DATA = process.env['IDEA_TIERS_DATA'] ?? '';
const NOTES = path.join(DATA, 'corpus/notes');

/** What a person says of a table that looks like a ladder; read by eye, before the reader was changed. */
interface Label {
  readonly path: string;
  readonly line: number;
  readonly tier: boolean;
  readonly rankColumn?: number;
  readonly why: string;
}

const LABELS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'ladder-labels.json'), 'utf8')) as Label[];

/** Which labels of tier tables are read otherwise, and F1 over them; a ladder in another column counts as both missed and invented. */
function scored(): { readonly f1: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let right = 0;
  let missed = 0;
  let invented = 0;
  for (const label of LABELS) {
    const table = readNote(readFileSync(path.join(NOTES, label.path), 'utf8')).tables.find(
      ({ line }) => line === label.line,
    );
    if (table === undefined) throw new Error(`no table in line ${label.line} of ${label.path}`);
    const column = table.tier === null ? undefined : table.tier.rankColumn + 1;
    if (column === label.rankColumn) {
      if (label.tier) right++;
      continue;
    }
    if (label.tier) missed++;
    if (column !== undefined) invented++;
    wrong.push(`${label.path}:${label.line} ${label.tier ? 'missed' : 'invented'}: ${label.why}`);
  }
  return { f1: (2 * right) / (2 * right + missed + invented), wrong };
}

describe.skipIf(DATA === '')('tables of IDEA_TIERS_DATA that look like ladders', () => {
  it('are told apart from those that are some', () => {
    const { f1, wrong } = scored();
    expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
