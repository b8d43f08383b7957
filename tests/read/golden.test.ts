import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../golden';
import { readingOf } from './note-reading';

const FOLDER = path.resolve(import.meta.dirname, '../notes');
const FILES = readdirSync(FOLDER);
const NAMES = FILES.filter((file) => file.endsWith('.md')).map((file) => path.basename(file, '.md'));

describe('readNote(text) and readFrontmatter(text) on the golden notes', () => {
  it.each(NAMES)('reads %s as a careful person does', (name) => {
    const text = readFileSync(path.join(FOLDER, `${name}.md`), 'utf8');
    expectGolden(path.join(FOLDER, `${name}.json`), readingOf(text));
  });

  it('has a note for every expectation', () => {
    const expected = FILES.filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
    expect(expected.filter((name) => !NAMES.includes(name))).toEqual([]);
  });
});
