import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownFiles } from '../../src/node/markdown-files';
import { compareLines, readOracleLines, writeLine, type OracleLine } from '../../src/node/oracle-lines';
import { oracleLine } from '../../src/node/oracle-note';
import { WRITE_KINDS } from '../../src/node/oracle-writes';
import { oracle as program } from '../../src/node/programs/oracle';
import { noteToWrite, ReadVault, type StoredText } from '../../src/node/writes/read-vault';
import type { WriteKind, Written } from '../../src/node/writes/write-kind';
import { garble, RUSSIAN } from '../repair/garble';
import { callProgram, folderWith, runProgram, type Run } from './program';

const VAULT = path.resolve(import.meta.dirname, '../vault');

let texts: readonly StoredText[];
let vault: ReadVault;

beforeAll(async () => {
  const { notes } = await markdownFiles(VAULT);
  texts = await Promise.all(
    notes.map(async ({ file, path: name }) => ({ path: name, text: await readFile(file, 'utf8') })),
  );
  const raw =
    '### Raw text:\n\n> так и вот\n\n---\n\n### Step 1 — Correction:\n\n> Так и вот.\n\n### Step 2 — Translation:\n';
  texts = [...texts, { path: 'Garbled.md', text: garble(RUSSIAN, 'macintosh') }, { path: 'Raw.md', text: raw }];
  vault = vaultOf(texts);
});

function vaultOf(notes: readonly StoredText[]): ReadVault {
  return new ReadVault(
    notes.map((note) => note.path),
    notes,
  );
}

/** What comes of a kind of write, without the attempts that come to nothing. */
function resultsIn(kind: WriteKind, note: StoredText): readonly Written[] {
  return kind
    .attempts(noteToWrite(note), vault)
    .map(({ make }) => make())
    .filter((written) => !isNothing(written));
}

function isNothing(written: Written): boolean {
  switch (written.kind) {
    case 'edits':
      return written.edits.every(({ changes }) => changes.length === 0);
    case 'file':
    case 'text':
      return written.text === '';
    case 'answer':
      return written.value === null || JSON.stringify(written.value) === '[]';
    case 'refused':
      return true;
  }
}

describe('the table of writes', () => {
  it('names each kind once', () => {
    const names = WRITE_KINDS.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it.each(WRITE_KINDS.map((kind) => [kind.name, kind] as const))('has something to do for %s', (_, kind) => {
    const results = texts.map((note) => JSON.stringify(resultsIn(kind, note)));
    const done = results.filter((result) => result !== '[]');
    expect(done).not.toEqual([]);
    // What is always the same would say nothing of a note.
    if (texts.length === done.length) expect(new Set(done).size).toBeGreaterThan(1);
  });

  it('tells the attempts of a kind in a note apart', () => {
    for (const kind of WRITE_KINDS) {
      for (const note of texts) {
        const whats = kind.attempts(noteToWrite(note), vault).map(({ what }) => what);
        expect(whats).toEqual([...new Set(whats)]);
      }
    }
  });
});

describe('the line of a note', () => {
  const inTheVault = (name: string): StoredText => {
    const found = texts.find((note) => note.path.endsWith(name));
    if (!found) throw new Error(`the sample vault has no ${name}`);
    return found;
  };

  it('is the same for the same note', () => {
    const anew = vaultOf(texts);
    for (const note of texts) expect(oracleLine(note, anew)).toEqual(oracleLine(note, vault));
  });

  it('shows another reading as the key of it', () => {
    const note = inTheVault('Wish List.md');
    const changed = { ...note, text: `${note.text}\n\n| a | b |\n| --- | --- |\n| c | d |\n` };
    const [difference] = compareLines([oracleLine(note, vault)], [oracleLine(changed, vault)]).differences;
    const parts = difference?.kind === 'differs' ? difference.parts : [];
    expect(parts.filter((part) => part.startsWith('inspect.'))).toEqual(['inspect.tables']);
    expect(parts).toContain('write.table-csv');
    expect(parts).not.toContain('write.neighbours');
  });

  it('shows another write as the kind of it alone', () => {
    const note = inTheVault('Wish List.md');
    const changed = WRITE_KINDS.map((kind): WriteKind =>
      kind.name === 'tidy'
        ? { ...kind, attempts: (one, all) => kind.attempts(one, all).map((each) => ({ ...each, what: 'other' })) }
        : kind,
    );
    expect(compareLines([oracleLine(note, vault)], [oracleLine(note, vault, changed)])).toEqual({
      differences: [{ kind: 'differs', path: note.path, parts: ['write.tidy'] }],
      newParts: [],
      goneParts: [],
    });
  });

  it('takes a throw as a result, by its name and message, and the rest of its kind as it is', () => {
    const note = inTheVault('Wish List.md');
    const kindThat = (message: string, text: string): WriteKind => ({
      name: 'odd',
      promise: null,
      attempts: () => [
        {
          what: 'throws',
          make: () => {
            throw new RangeError(message);
          },
        },
        { what: 'works', make: () => ({ kind: 'text', text }) },
      ],
    });
    const hash = (message: string, text = 'a'): string | undefined =>
      oracleLine(note, vault, [kindThat(message, text)]).parts.get('write.odd');
    expect(hash('one')).toBe(hash('one'));
    expect(hash('one')).not.toBe(hash('other'));
    expect(hash('one')).not.toBe(hash('one', 'b'));
  });

  it('tells Maps, Sets and numbers apart that JSON takes for the same', () => {
    const note = inTheVault('Wish List.md');
    const hash = (value: unknown): string | undefined =>
      oracleLine(note, vault, [
        { name: 'odd', promise: null, attempts: () => [{ what: 'value', make: () => ({ kind: 'answer', value }) }] },
      ]).parts.get('write.odd');
    const values = [new Map([[1, 2]]), new Map([[1, 3]]), new Set([1]), new Set([2]), {}, null, Infinity, NaN];
    expect(new Set(values.map(hash)).size).toBe(values.length);
  });
});

describe('lines', () => {
  const line = (
    name: string,
    parts: Readonly<Record<string, string>>,
    totals = Object.values(parts).join(''),
  ): OracleLine => ({
    path: name,
    inspect: 'aa',
    write: totals === '' ? '0' : totals,
    parts: new Map(Object.entries(parts)),
  });

  it('are read as they were written, whatever a path holds', () => {
    const part = fc.tuple(fc.stringMatching(/^write\.[a-z-]{1,9}$/), fc.stringMatching(/^[0-9a-f]{4}$/));
    const signs = fc.constantFrom('\\', '\t', '\n', '\r', 'n', 't', ':', ' ', 'ё', '/');
    const lines = fc.array(
      fc.tuple(fc.string({ unit: signs, minLength: 1 }), fc.array(part)).map(([name, parts]) => ({
        path: name,
        inspect: '12',
        write: 'ab',
        parts: new Map(parts),
      })),
    );
    fc.assert(
      fc.property(lines, (some) => {
        const text = some.map((one) => `${writeLine(one)}\n`).join('');
        expect(text.split('\n')).toHaveLength(some.length + 1);
        expect(readOracleLines(text)).toEqual(some);
      }),
    );
  });

  it.each(['Note.md', 'Note.md\tinspect:12', 'Note.md\tinspect:12\twrite:xyz', 'Note.md\tinspect:1\twrite:2\tnoise'])(
    'are not read out of %j',
    (text) => {
      expect(() => readOracleLines(text)).toThrow('line 1 is no line of the oracle');
    },
  );

  it('tell notes that are on one side only', () => {
    expect(
      compareLines([line('a.md', {}), line('b.md', {})], [line('b.md', {}), line('c.md', {})]).differences,
    ).toEqual([
      { kind: 'missing', path: 'a.md' },
      { kind: 'new', path: 'c.md' },
    ]);
  });

  it('take a part that is new for no difference of any note, and tell one that is gone', () => {
    const before = [line('a.md', { 'write.x': '1' }), line('b.md', { 'write.x': '2' })];
    const now = [line('a.md', { 'write.x': '1', 'write.y': '5' }), line('b.md', { 'write.x': '3', 'write.y': '5' })];
    expect(compareLines(before, now)).toEqual({
      differences: [{ kind: 'differs', path: 'b.md', parts: ['write.x'] }],
      newParts: ['write.y'],
      goneParts: [],
    });
    expect(compareLines(now, before)).toMatchObject({ newParts: [], goneParts: ['write.y'] });
  });

  it('take a part that one note lacks and others have for a difference', () => {
    const both = line('a.md', { 'write.x': '1', 'write.y': '2' });
    const before = [both, line('b.md', { 'write.x': '1', 'write.y': '2' })];
    const now = [both, line('b.md', { 'write.x': '1' })];
    const differences = [{ kind: 'differs', path: 'b.md', parts: ['write.y'] }];
    expect(compareLines(before, now).differences).toEqual(differences);
    expect(compareLines(now, before).differences).toEqual(differences);
  });

  it('tell a total that no part accounts for', () => {
    const parts = { 'write.x': '1' };
    const differences = [{ kind: 'differs', path: 'a.md', parts: ['write'] }];
    expect(compareLines([line('a.md', parts)], [line('a.md', parts, '9')]).differences).toEqual(differences);
    expect(compareLines([line('a.md', {}, '8')], [line('a.md', parts)]).differences).toEqual(differences);
  });
});

describe('npm run oracle -- FOLDER [--against FILE]', { timeout: 300_000 }, () => {
  let folder: string;
  const oracle = (...args: readonly string[]): Promise<Run> => callProgram(program, args, folder);

  beforeAll(async () => {
    folder = await folderWith({
      'notes/b.md': '## Upstream ideas\n\n- [[a]] — above\n\n| T | N |\n| --- | --- |\n| 1 | x |\n| 2 | y |\n',
      'notes/a.md': '## Downstream ideas\n\n- [[b]]\n',
      'notes/Garbled.md': garble(RUSSIAN, 'macintosh'),
      'notes/.trash/c.md': 'text',
    });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('prints one line a note in path order, the same wherever it runs, and nothing that differs against it', async () => {
    const { status, out, err } = await oracle('notes');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = out.split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['Garbled.md', 'a.md', 'b.md', '']);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^[^\t]+\tinspect:[0-9a-f]+\twrite:[0-9a-f]+(\t[^\t]+)+$/);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Chatham';
    const elsewhere = await runProgram('oracle', ['notes'], { cwd: folder, language: 'ru_RU.UTF-8' });
    process.env['TZ'] = zone;
    expect(elsewhere.out).toBe(out);
    await writeFile(path.join(folder, 'lines'), out);
    expect(await oracle('notes', '--against', 'lines')).toEqual({ status: 0, out: '', err: '0 of 3 notes differ\n' });
  });

  it('says of many notes, which several processes ask, what it says of each', async () => {
    const notes = Array.from({ length: 420 }, (_, index): StoredText => {
      const path = `${String(index).padStart(3, '0')}.md`;
      return { path, text: `## Upstream ideas\n\n- [[${(index * 7) % 430}]] — ${index}\n` };
    });
    const many = await folderWith(Object.fromEntries(notes.map((note) => [note.path, note.text])));
    const { status, out, err } = await runProgram('oracle', [many]);
    await rm(many, { recursive: true, force: true });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const all = vaultOf(notes);
    expect(out).toBe(notes.map((note) => `${writeLine(oracleLine(note, all))}\n`).join(''));
  });

  it('names what differs, and ends with 1', async () => {
    const { out } = await oracle('notes');
    const [garbled = '', a = '', b = ''] = out.split('\n');
    const told = [
      garbled.replace(/write\.fill-in:\w+/, 'write.fill-in:0'),
      a.replace(/\twrite\.remove:\w+/, ''),
      b.replace('b.md', 'gone.md'),
    ];
    await writeFile(path.join(folder, 'told'), `${told.join('\n')}\n`);
    const { status, out: differing, err } = await oracle('notes', '--against', 'told');
    expect(differing.split('\n')).toEqual([
      'Garbled.md\twrite.fill-in',
      'a.md\twrite.remove',
      'b.md\tnew note',
      'gone.md\tmissing note',
      '',
    ]);
    expect({ status, err }).toEqual({ status: 1, err: '4 of 3 notes differ\n' });
  });

  it('says once that a part is new, and that one is gone', async () => {
    const { out } = await oracle('notes');
    await writeFile(path.join(folder, 'fewer'), out.replace(/\twrite\.remove:\w+/g, ''));
    expect(await oracle('notes', '--against', 'fewer')).toEqual({
      status: 0,
      out: '',
      err: 'new part: write.remove\n0 of 3 notes differ\n',
    });
    await writeFile(path.join(folder, 'more'), out.replace(/$(?=\n)/gm, '\twrite.other:1'));
    expect(await oracle('notes', '--against', 'more')).toEqual({
      status: 1,
      out: '',
      err: 'gone part: write.other\n0 of 3 notes differ\n',
    });
  });

  it('explains itself and ends with 2 where it is used wrongly', async () => {
    for (const args of [[], ['notes', 'other'], ['notes', '--against'], ['--all', 'notes']]) {
      const { status, out, err } = await oracle(...args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/^Usage: /);
    }
    expect(await oracle('nowhere')).toMatchObject({ status: 2, out: '' });
    expect(await oracle('notes/a.md')).toMatchObject({ status: 2, err: 'notes/a.md is not a folder\n' });
    expect(await oracle('notes', '--against', 'nowhere')).toMatchObject({ status: 2, out: '' });
    expect(await oracle('notes', '--against', 'notes/a.md')).toMatchObject({
      status: 2,
      err: 'line 1 is no line of the oracle\n',
    });
  });
});
