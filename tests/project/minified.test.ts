import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minified } from '../release/minified.mjs';

const BUNDLE = 'function twice(number) { return number + number; }\nconsole.log(twice(21));\n';

let folder: string;
let kept: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-minified-'));
  kept = path.join(folder, 'output/minified.js');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const short = (bundle: string, toplevel = true): Promise<string> => minified(bundle, { toplevel }, kept);

describe('what is made of a bundle', () => {
  it('is kept, and taken again for the same bundle alone', async () => {
    const made = await short(BUNDLE);
    expect(made.length).toBeLessThan(BUNDLE.length);
    const first = await readFile(kept, 'utf8');
    expect(await short(BUNDLE)).toBe(made);
    expect(await readFile(kept, 'utf8')).toBe(first);
    expect(await short(BUNDLE.replace('21', '22'))).toContain('22');
    expect(await short(BUNDLE)).toBe(made);
    expect(await short(BUNDLE, false)).toContain('twice');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -5)],
    ['changed', (text: string) => text.replace('console', 'Console')],
    ['empty', () => ''],
  ])('is made anew where what was kept is %s', async (_, spoiled) => {
    const made = await short(BUNDLE);
    await writeFile(kept, spoiled(await readFile(kept, 'utf8')));
    expect(await short(BUNDLE)).toBe(made);
  });
});
