import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/compare/align';
import { compareTexts, placedWords } from '../../src/compare/changed-words';
import { WRITE_KINDS } from '../../src/node/oracle-writes';
import { noteToWrite, ReadVault } from '../../src/node/writes/read-vault';
import { readNote } from '../../src/read/note';
import { readRank } from '../../src/read/rank';
import { readLabelledOpening } from '../../src/read/subject';
import { openingSentence } from '../../src/write/title-of-text';
import { withStepHeadings } from '../../src/write/answer-headings.ts';
import { tidyTypography } from '../../src/write/typography';
import { countInThisFile } from './every-shape';
import { growthOf } from './growth';
import { loadCounted } from './work';

const counted = await loadCounted();

describe('the work grows as what it is done with:', () => {
  countInThisFile();

  it.each(counted.kinds.KNOWN)('$name', (kind) => {
    expect(growthOf(counted, kind, { text: (size) => 'a'.repeat(size) })).toMatchObject({ isLinear: true });
  });

  it('long blanks beside a tier table, which cost hardly more than a word does', () => {
    const [reader] = counted.kinds.READINGS;
    const beside = (line: string): number =>
      counted.workOf(() =>
        reader?.work(`| Tier | a |\n|---|---|\n| 1 | 🟢 b |\n| 2 | 🟢 c |\n\n${line}\n\n`.repeat(20)),
      );
    expect(beside(`${' '.repeat(990)}d`)).toBeLessThan(10 * beside('d'.repeat(991)));
  });
});

/** As much of a piece as makes so many megabytes. */
const megabytes = (many: number, piece: string): string => piece.repeat((many * 1_000_000) / piece.length);

// An engine's stack holds so many arguments, and so much that an expression may have to go back to.
describe('what is long does not run out of room:', () => {
  it.each([
    ['dashes behind an entry', `## Upstream ideas\n\n- [[a]] ${megabytes(6, '- ')}`],
    ['stars behind an entry', `## Upstream ideas\n\n- [[a]] ${megabytes(5, '* ')}`],
    ['dashes in a cell', `[[a]]\n\n| Tier | a |\n|---|---|\n| 1 | ${megabytes(5, '- ')} |\n| 2 | 🟢 |\n`],
    ['a rule in a step', `[[a]]\n\n### Step 1. Corrected Russian Text\n\n${megabytes(5, '-')}\n`],
    ['links in a line', megabytes(2, '[[a]], ')],
    ['links in a line, each under the one before it', megabytes(2, '[[a]] > ')],
  ])('%s', (_, text) => {
    expect(readNote(text).ideaLinks.length).toBeGreaterThan(0);
  });

  it('one word, sentence, cell', () => {
    const dashes = megabytes(5, '- ');
    expect(readLabelledOpening(`${dashes}[[a]]`, 0, dashes.length + 5)).toBeNull();
    expect(placedWords(megabytes(5, 'a')).length).toBeGreaterThan(0);
    expect(placedWords(megabytes(5, '-')).length).toBeGreaterThan(0);
    expect(openingSentence(megabytes(5, 'a.'))).not.toBe('');
    expect(readRank(megabytes(5, '_'))).toBeNull();
    expect(tidyTypography(megabytes(5, 'я'), { nbsp: true, yo: true })).toHaveLength(5_000_000);
  });

  it('one sign, where expressions are compiled without optimizing them', { timeout: 300_000 }, async () => {
    const script = path.join(import.meta.dirname, 'long-runs.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--no-regexp-optimization',
      '--import',
      'tsx',
      script,
    ]);
    expect(stdout).toBe('done\n');
  });

  it('headings of one step in an answer', () => {
    const heads = 'Corrected text:\n\n### Step 1. Corrected Russian Text\n'.repeat(150_000);
    expect(withStepHeadings(heads, () => ({ step: 1, by: 'step' }))).toContain('# Step 1');
  });

  it('lines that only one of two texts has', () => {
    const lines = Array.from({ length: 200_000 }, () => 'a');
    expect(align(lines, []).pairs).toHaveLength(200_000);
    expect(align([], lines).pairs).toHaveLength(200_000);
  });

  it('words that are all written otherwise', () => {
    const { stretches } = compareTexts(placedWords(megabytes(0.4, 'A ')), placedWords(megabytes(0.4, 'a ')));
    expect(stretches).toHaveLength(200_000);
  });

  it('code in a step that a prompt quotes', () => {
    const text = `### Step 1. Corrected Russian Text\n\n${megabytes(1, '`a` ')}\n`;
    const [prompt] =
      WRITE_KINDS.find(({ name }) => name === 'prompt')?.attempts(
        noteToWrite({ path: 'a.md', text }),
        new ReadVault([], []),
      ) ?? [];
    expect(prompt?.make().kind).toBe('text');
  });
});
