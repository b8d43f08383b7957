import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';
import { readNote } from '../../src/read/note';

const VAULT = path.resolve(import.meta.dirname, '../vault');
const notes = readdirSync(VAULT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.md'))
  .sort();

/** Notes that are wrong on purpose. */
const GARBLED = '4_Drafts/Звук старого динамика.md';
const BROKEN = '4_Drafts/Wish List.md';

function textOf(note: string): string {
  return readFileSync(path.join(VAULT, note), 'utf8');
}

/** Link targets of a text that no note of the vault answers to, by path or by base name. */
function dangling(text: string): string[] {
  return [...text.matchAll(/\[\[([^\]|#\\]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !notes.some((note) => note === `${target}.md` || path.posix.basename(note) === `${target}.md`));
}

describe('the sample vault', () => {
  it('links only to its own notes, but for the note of broken links', () => {
    const broken = notes.filter((note) => note !== BROKEN).flatMap((note) => dangling(textOf(note)));
    expect(broken).toEqual([]);
    expect(dangling(textOf(BROKEN))).not.toEqual([]);
  });

  it('has frontmatter that parses', () => {
    for (const note of notes) {
      const yaml = /^---\n([\s\S]*?)\n---\n/.exec(textOf(note))?.[1];
      if (yaml !== undefined) expect(parse(yaml), note).toBeTypeOf('object');
    }
  });

  it('holds one note whose text was decoded with a one-byte encoding, and no other such note', () => {
    const looksGarbled = (text: string): boolean => /[–—][°±≤≥∏∫ª¥µ∂∑∞]/.test(text);
    expect(notes.filter((note) => looksGarbled(textOf(note)))).toEqual([GARBLED]);
  });

  it('has two notes of one base name in two folders, and an empty note', () => {
    expect(notes.filter((note) => path.posix.basename(note) === 'Cleaning.md')).toHaveLength(2);
    expect(notes.filter((note) => textOf(note) === '')).toEqual(['4_Drafts/Untitled thought.md']);
  });
});

describe('the walk that begins in “Start here”', () => {
  const stops = textOf('Start here.md')
    .split('\n## ')
    .filter((section) => /^\d\. /.test(section));

  it('has one note at each stop, each another, among them one of the folder in the style of other people', () => {
    const links = stops.map((stop) => [...stop.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, link = '']) => link));
    expect(links.every(({ length }) => length === 1)).toBe(true);
    expect(new Set(links.flat()).size).toBe(7);
    expect(links.flat()).toContain('Soldering MOC');
  });

  it('says what to try in the words of the interface, in both languages', () => {
    const messages = JSON.stringify([en, ru]);
    for (const stop of stops.slice(0, -1)) {
      const [english = [], russian = []] = stop
        .split('\n\n')
        .slice(1, 3)
        .map((text) => [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, words = '']) => words.split(' → ')));
      expect(english.length, stop).toBeGreaterThan(0);
      expect(russian.length, stop).toBe(english.length);
      // «Карту идей» stands in its case.
      const said = [...english, ...russian].map((words) => words.replace(/^Карту идей$/, 'Карта идей'));
      expect(said.filter((words) => !messages.includes(`:"${words}"`))).toEqual([]);
    }
  });

  it('comes to ideas in properties, in inline fields and in a map of content', () => {
    const relations = notes
      .filter((note) => note.startsWith('5_'))
      .map((note) => readNote(textOf(note), undefined, note).ideaLinks.map(({ relation }) => relation));
    expect(relations).toEqual([
      ['upstream', 'upstream', 'related'],
      ['upstream', 'downstream', 'related'],
      ['upstream', 'related'],
      ['downstream', 'downstream', 'downstream'],
    ]);
  });
});
