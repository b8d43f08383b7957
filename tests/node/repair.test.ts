import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repair as program } from '../../src/node/programs/repair';
import { RUSSIAN, garble, withoutInvisible } from '../repair/garble';
import { callProgram, folderWith, type Run } from './program';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await folderWith({
    'mac.md': garble(RUSSIAN, 'macintosh'),
    'lossy.md': withoutInvisible(garble(RUSSIAN, 'windows-1254')),
    'healthy.md': RUSSIAN,
    'twin/Сад.md': RUSSIAN,
    'words/words.md': 'Яблоня стоит у забора, её посадил; это говорит, сорт, а характер — эхинацея. Цена: антоновка.',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const repair = (...args: readonly string[]): Promise<Run> => callProgram(program, args);

describe('npm run repair -- FILE [--vault FOLDER [--guess]]', { timeout: 60_000 }, () => {
  it('prints the repaired text, says in one line what was done, and leaves the file alone', async () => {
    const before = await readFile(at('mac.md'), 'utf8');
    const { status, out, err } = await repair(at('mac.md'));
    expect([status, out]).toEqual([0, RUSSIAN]);
    const characters = [...RUSSIAN].filter((one) => one > '\u007F').length;
    expect(err).toBe(`macintosh → UTF-8: ${characters} sequences restored, 0 lost\n`);
    expect(await readFile(at('mac.md'), 'utf8')).toBe(before);
  });

  it('leaves U+FFFD for each character that is lost', async () => {
    const { status, out, err } = await repair(at('lossy.md'));
    const lost = out.split('\uFFFD').length - 1;
    expect(status).toBe(0);
    expect(lost).toBeGreaterThan(20);
    expect(err).toMatch(new RegExp(`^windows-1254 → UTF-8: \\d+ sequences restored, ${lost} lost\n$`));
    expect(out.split('\n')).toHaveLength(RUSSIAN.split('\n').length);
  });

  it('restores what is lost from a healthy twin in the vault', async () => {
    const { status, out, err } = await repair(at('lossy.md'), '--vault', at('twin'));
    expect([status, out]).toEqual([0, RUSSIAN]);
    expect(err).toMatch(/(\d+) lost: \1 restored from a twin, 0 guessed, 0 still lost\n$/);
  });

  it('guesses by the words of the vault when it is asked to, and counts that apart', async () => {
    const unasked = await repair(at('lossy.md'), '--vault', at('words'));
    expect(unasked.err).toContain(': 0 restored from a twin, 0 guessed, ');
    const { out, err } = await repair(at('lossy.md'), '--vault', at('words'), '--guess');
    expect(out).toContain('> Яблоня стоит у забора');
    expect(out).toContain('Эхинацея');
    const [, guessed = '', still = ''] = /0 restored from a twin, (\d+) guessed, (\d+) still lost/.exec(err) ?? [];
    expect(Number(guessed)).toBeGreaterThan(5);
    expect(out.split('\uFFFD')).toHaveLength(Number(still) + 1);
  });

  it('prints nothing for a healthy note, and ends with 3', async () => {
    const { status, out, err } = await repair(at('healthy.md'));
    expect([status, out]).toEqual([3, '']);
    expect(err).toContain('healthy.md is not garbled');
  });

  it('ends with 1 where the file or the vault cannot be read', async () => {
    for (const args of [[at('missing.md')], [at('lossy.md'), '--vault', at('missing')]]) {
      const { status, out, err } = await repair(...args);
      expect([status, out]).toEqual([1, '']);
      expect(err).toContain('missing');
    }
  });

  it('explains itself and ends with 2 where it is used wrongly', async () => {
    const file = at('mac.md');
    for (const args of [[], [file, file], [file, '--guess'], [file, '--vault'], [file, '--wrong']]) {
      const { status, out, err } = await repair(...args);
      expect([args, status, out]).toEqual([args, 2, '']);
      expect(err).toContain('Usage: npm run --silent repair');
    }
  });
});
