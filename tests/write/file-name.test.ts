import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from '../../src/text/fold';
import { fileNameOf, folderPathOf, freeName } from '../../src/write/file-name';

describe('fileNameOf(title)', () => {
  it.each([
    ['LLM Mistake: Completion vs Cognition', 'LLM Mistake Completion vs Cognition'],
    ['Input/Output\\Error', 'Input-Output-Error'],
    ['What is "mind"?', "What is 'mind'"],
    ['A [draft] | B', 'A (draft) - B'],
    ['#1 idea ^block', '1 idea block'],
    ['a<b>c', 'a b c'],
    ['..hidden..', 'hidden'],
    ['Name. ', 'Name'],
    ['Line\nbreak\tand\u202e turn', 'Line break and turn'],
    ['Порог внимания', 'Порог внимания'],
    ['🔹 Знак 👩‍👩‍👧', '🔹 Знак 👩‍👩‍👧'],
    ['CON', 'CON_'],
    ['nul.report', 'nul_.report'],
    ['Lpt9', 'Lpt9_'],
    ['Console', 'Console'],
    ['?*:', ''],
    ['', ''],
  ])('makes of %j the name %j', (title, name) => {
    expect(fileNameOf(title).name).toBe(name);
  });

  it('says what was changed, each sign once', () => {
    expect(fileNameOf('Plain').changes).toEqual([]);
    expect(fileNameOf('  Plain   name ').changes).toEqual([]);
    expect(fileNameOf('a/b/c: why?').changes).toEqual([
      { kind: 'sign', from: '/', to: '-' },
      { kind: 'sign', from: ':', to: '' },
      { kind: 'sign', from: '?', to: '' },
    ]);
    expect(fileNameOf('.obsidian').changes).toEqual([{ kind: 'sign', from: '.', to: '' }]);
    expect(fileNameOf('con').changes).toEqual([{ kind: 'reserved' }]);
    expect(fileNameOf('д'.repeat(101)).changes).toEqual([{ kind: 'shortened' }]);
  });

  it('stores accents in one piece', () => {
    expect(fileNameOf('И\u0306од')).toEqual({ name: 'Йод', changes: [] });
  });

  it('shortens at whole characters as a reader sees them', () => {
    expect(fileNameOf(`${'a'.repeat(190)}👩‍👩‍👧`).name).toBe('a'.repeat(190));
    expect(fileNameOf('я'.repeat(300)).name).toBe('я'.repeat(100));
    expect(fileNameOf(`${'a'.repeat(199)} b`).name).toBe('a'.repeat(199));
  });

  it('gives names that every system and every link can hold, and that stay as they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' })), (title) => {
        const { name } = fileNameOf(title);
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}]|^[. ]|[. ]$|\s\s/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
        expect(fileNameOf(name)).toEqual({ name, changes: [] });
      }),
    );
  });
});

describe('freeName(name, taken)', () => {
  it('is the name itself when it is free', () => {
    expect(freeName('Idea', new Set(['other']))).toBe('Idea');
  });

  it('counts up past the taken ones, whatever their case', () => {
    expect(freeName('Idea', new Set(['idea']))).toBe('Idea 2');
    expect(freeName('Idea', new Set(['IDEA', 'idea 2', 'Idea 4'].map(foldCase)))).toBe('Idea 3');
    expect(freeName('Йод', new Set(['й\u043e\u0434'].map(foldCase)))).toBe('Йод 2');
  });
});

describe('folderPathOf(typed, existing)', () => {
  const existing = ['Ideas', 'Ideas/2025 #1', 'Архив'];

  it('takes a folder that exists as it is spelt', () => {
    expect(folderPathOf('ideas/2025 #1/', existing)).toEqual({ path: 'Ideas/2025 #1', exists: true, changes: [] });
    expect(folderPathOf('', existing)).toEqual({ path: '', exists: true, changes: [] });
    expect(folderPathOf('/', existing)).toEqual({ path: '', exists: true, changes: [] });
  });

  it('cleans the parts that are to be created, and only those', () => {
    expect(folderPathOf('ideas/2025 #1/Why? / new', existing)).toEqual({
      path: 'Ideas/2025 #1/Why/new',
      exists: false,
      changes: [{ kind: 'sign', from: '?', to: '' }],
    });
  });

  it('finds the folder that a cleaned part names', () => {
    expect(folderPathOf('Архив?', existing)).toMatchObject({ path: 'Архив', exists: true });
  });

  it('never leads out of the vault', () => {
    expect(folderPathOf('../../etc', existing).path).toBe('etc');
    expect(folderPathOf('Ideas/../..', existing).path).toBe('Ideas');
  });
});
