import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, type RepairedNote } from '../../src/model/garbled';
import { Recovery, putBack } from '../../src/repair/recovery';
import { repairNote } from '../../src/repair/repair-note';
import { garble, withoutInvisible } from './garble';

/** The folder with real notes; without it these tests skip themselves. */
const DATA = process.env['IDEA_TIERS_DATA'] ?? '';
const NOTES = path.join(DATA, 'corpus/notes');
const TWIN_OF_000 = '22_AI_Research_mainstream/Production AI Techniques Tiered Table.md';
const TWIN_OF_002 = '0_chatgpt/AI/2025-07-26 - 2Путь ИИ разработчика/06_кирилл_описывает_некие_метафизические.md';

const textOf = (note: string): string => readFileSync(path.join(NOTES, note), 'utf8');
const paths = (): readonly string[] =>
  readdirSync(NOTES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

function seed(number: string): { readonly text: string; readonly note: RepairedNote } {
  const folder = path.join(DATA, 'seeds');
  const file = readdirSync(folder).find((one) => one.startsWith(number));
  const text = readFileSync(path.join(folder, file ?? number), 'utf8');
  const note = repairNote(text);
  if (note === null) throw new Error(`seed ${number} is not found to be garbled`);
  return { text, note };
}

describe.skipIf(DATA === '')('Repair, on real notes (IDEA_TIERS_DATA)', { timeout: 300_000 }, () => {
  it('suspects no healthy note', () => {
    expect(paths().filter((note) => repairNote(textOf(note)) !== null)).toEqual([]);
  });

  it.each([
    ['001', 792],
    ['002', 5182],
  ])('restores seed %s, whose repaired text garbles to the seed again', (number, restored) => {
    const { text, note } = seed(number);
    expect(note).toMatchObject({ encodings: ['macintosh'], restored, lost: [] });
    expect(garble(note.text, 'macintosh')).toBe(text);
  });

  it('restores the seeds to their twins, but for the lines that one of them does not have', () => {
    expect(seed('002').note.text).toBe(textOf(TWIN_OF_002));
    const twin = textOf(TWIN_OF_000).split('\n');
    expect(seed('001').note.text.split('\n')).toEqual([...twin.slice(0, 61), ...twin.slice(101)]);
  });

  it('counts what seed 000 lost, and restores all of it from its twin', () => {
    const { text, note } = seed('000');
    expect(note).toMatchObject({ encodings: ['windows-1254'], restored: 2635 });
    expect(note.lost).toHaveLength(223);
    const recovery = new Recovery(note, false);
    recovery.read(TWIN_OF_000, textOf(TWIN_OF_000));
    expect(putBack(note, recovery.found())).toBe(textOf(TWIN_OF_000));
    expect(withoutInvisible(garble(textOf(TWIN_OF_000), 'windows-1254'))).toBe(text);
  });

  it('guesses nearly all of what seed 000 lost where its twin is not there', () => {
    const { note } = seed('000');
    const recovery = new Recovery(note, true);
    for (const other of paths()) if (other !== TWIN_OF_000) recovery.read(other, textOf(other));
    const found = recovery.found();
    const truth = new Recovery(note, false);
    truth.read(TWIN_OF_000, textOf(TWIN_OF_000));
    const right = new Map(truth.found().map(({ at, character }) => [at, character]));
    expect(found.filter(({ at, character }) => right.get(at) === character).length).toBeGreaterThanOrEqual(210);
  });

  it('restores 200 notes from every encoding, and half of them from each twice', () => {
    const enough = (text: string): boolean => (text.match(/[^\0-\x7F]/g)?.length ?? 0) > 20;
    const texts = paths()
      .filter((_, index) => index % 10 === 0)
      .map(textOf)
      .filter((text) => enough(text) && !text.includes('\uFFFD'))
      .slice(0, 200);
    expect(texts.length).toBeGreaterThan(190);
    for (const [index, text] of texts.entries()) {
      for (const [number, encoding] of ENCODINGS.entries()) {
        const once = garble(text, encoding);
        // Twice costs twice as much: half of the notes show it for each.
        for (const garbled of (index + number) % 2 === 0 ? [once, garble(once, encoding)] : [once]) {
          const note = repairNote(garbled);
          expect(note?.encodings).toHaveLength(garbled === once ? 1 : 2);
          if (`${once}${garbled}`.includes('\uFFFD'))
            expect(note?.text.split('\n')).toHaveLength(text.split('\n').length);
          else expect(note?.text === text).toBe(true);
        }
      }
    }
  });
});
