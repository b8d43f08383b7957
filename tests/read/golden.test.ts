import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../golden';
import { BUILT_IN, compileVocabulary, type Vocabulary } from '../../src/read/vocabulary';
import { readingOf } from './note-reading';

const FOLDER = path.resolve(import.meta.dirname, '../notes');
const FILES = readdirSync(FOLDER);
const NAMES = FILES.filter((file) => file.endsWith('.md')).map((file) => path.basename(file, '.md'));

/** `….de-en.md` is read where steps 1 and 2 are in German and English. */
function vocabularyOf(name: string): Vocabulary {
  const [, first, second] = /\.([a-z]{2})-([a-z]{2})$/.exec(name) ?? [];
  if (first === undefined || second === undefined) return BUILT_IN;
  return compileVocabulary({ relations: {}, steps: {}, languages: [first, second] });
}

describe('readNote(text) and readFrontmatter(text) on the golden notes', () => {
  it.each(NAMES)('reads %s as a careful person does', (name) => {
    const text = readFileSync(path.join(FOLDER, `${name}.md`), 'utf8');
    expectGolden(path.join(FOLDER, `${name}.json`), readingOf(text, vocabularyOf(name)));
  });

  it('has a note for every expectation', () => {
    const expected = FILES.filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
    expect(expected.filter((name) => !NAMES.includes(name))).toEqual([]);
  });
});
