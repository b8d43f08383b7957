import { describe, expect, it } from 'vitest';
import type { FoundCharacter, RepairedNote } from '../../src/model/garbled';
import { Recovery, namesakesFirst, putBack } from '../../src/repair/recovery';
import { repairNote } from '../../src/repair/repair-note';
import { RUSSIAN, garble, withoutInvisible } from './garble';

/** No letter of it is twice in the same surroundings. */
const ORIGINAL = `${RUSSIAN}
Связь двух мыслей — это не мост, а общая почва: я стою на ней, и ты стоишь.
❌ нет, ❌ никогда, ” и 🌐 по-русски.
`;

function damaged(text: string): RepairedNote {
  const note = repairNote(withoutInvisible(garble(text, 'windows-1254')));
  if (note === null || note.lost.length === 0) throw new Error('nothing is lost');
  return note;
}

function recover(note: RepairedNote, vault: Readonly<Record<string, string>>, guess: boolean): Recovery {
  const recovery = new Recovery(note, guess);
  for (const [path, text] of Object.entries(vault)) recovery.read(path, text);
  return recovery;
}

const twinsIn = (found: readonly FoundCharacter[]): ReadonlySet<string | null> =>
  new Set(found.map(({ twin }) => twin));

describe('Recovery, from a twin', () => {
  it('restores all of it, exactly', () => {
    const note = damaged(ORIGINAL);
    const recovery = recover(note, { 'Other.md': 'Nothing of it.', 'Twin.md': ORIGINAL }, false);
    expect(recovery.isComplete).toBe(true);
    expect(putBack(note, recovery.found())).toBe(ORIGINAL);
    expect(twinsIn(recovery.found())).toEqual(new Set(['Twin.md']));
  });

  it('restores what stands in a text that only shares a part', () => {
    const note = damaged(ORIGINAL);
    const part = 'Об этом — отдельно.\n\nСвязь двух мыслей — это не мост, а общая почва: я стою на ней, и ты стоишь.\n';
    const found = recover(note, { 'Part.md': `# Выписки\n\n${part}\nИ дальше своё.` }, false).found();
    const from = note.text.indexOf('двух мы');
    expect(found.length).toBeGreaterThan(4);
    expect(found.every(({ at }) => at > from && at < from + 70)).toBe(true);
    for (const { at, character } of found)
      expect(note.lost.find((one) => one.at === at)?.candidates).toContain(character);
  });

  it('takes a garbled note for a twin when all of it can be restored, and no other', () => {
    const note = damaged(ORIGINAL);
    const lossless = recover(note, { 'Mac.md': garble(ORIGINAL, 'macintosh') }, false);
    expect(putBack(note, lossless.found())).toBe(ORIGINAL);
    const lossy = recover(note, { 'Self.md': withoutInvisible(garble(ORIGINAL, 'windows-1254')) }, true);
    expect(lossy.found().filter(({ twin }) => twin !== null)).toEqual([]);
  });

  it('leaves open what two places of a twin say otherwise, and what the bytes cannot be', () => {
    const line = (letter: string): string =>
      `Некоторое вступление перед словом ко${letter}а и после него ещё немного.\n`;
    const note = damaged(`${RUSSIAN}${line('с')}`);
    const at = note.text.indexOf('ко\uFFFDа') + 2;
    const foundIn = (vault: string): string | undefined =>
      recover(note, { 'Twin.md': vault }, false)
        .found()
        .find((one) => one.at === at)?.character;
    expect(foundIn(line('с'))).toBe('с');
    expect(foundIn(line('с') + line('я'))).toBeUndefined();
    expect(foundIn(line('ж'))).toBeUndefined();
  });
});

describe('Recovery, by the words of other notes', () => {
  const LEARNT = {
    'A.md': 'Мысль растёт, как яблоня: связь корней и почвы. Новая мысль, общая почва, я стою.',
    'B.md': 'Связь с почвой. ❌ Так нельзя. “Цитата” и ещё “одна”. Сеть 🌐 большая.',
  };
  const guessIn = (text: string, word: string, vault: Readonly<Record<string, string>> = LEARNT): string => {
    const note = damaged(`${RUSSIAN}\n${text}\n`);
    const recovery = recover(note, vault, true);
    const guessed = putBack(note, recovery.found());
    expect(recovery.found().every(({ twin }) => twin === null)).toBe(true);
    return guessed.slice(guessed.lastIndexOf('\n', guessed.length - 2) + 1).includes(word)
      ? word
      : (guessed.trim().split('\n').at(-1) ?? '');
  };

  it('guesses a word that was met, and keeps its capital letter', () => {
    expect(guessIn('Крепкая связь.', 'связь')).toBe('связь');
    expect(guessIn('Новый дом.', 'Новый', { 'A.md': 'и новый дом' })).toBe('Новый');
  });

  it('guesses a sign that was met', () => {
    expect(guessIn('Тут ❌ стоит', '❌')).toBe('❌');
    expect(guessIn('Тут “ум” тонок', 'ум”')).toBe('ум”');
    expect(guessIn('Тут 🌐 стоит', '🌐')).toBe('🌐');
  });

  it('prefers the word that stood beside the same word to the one that is met more often', () => {
    const vault = { 'A.md': 'с с с с с с дом с домом. Тут но я стою один, и с тобой' };
    expect(guessIn('Тут но я стою', 'я стою', vault)).toBe('я стою');
    expect(guessIn('Тут и с тобой', 'с тобой', vault)).toBe('с тобой');
  });

  it('leaves open what was never met', () => {
    expect(guessIn('Фуртыся кузявая', 'фуртыся', {})).toBe('Фурты\uFFFD\uFFFD куз\uFFFDва\uFFFD');
  });

  it('takes what can be one character only', () => {
    const note = repairNote(garble(`${RUSSIAN}\nПолка \u0490анок`, 'windows-1253'));
    if (note === null) throw new Error('not garbled');
    const lost = note.lost.filter(({ candidates }) => candidates.length === 1);
    expect(lost.map(({ candidates }) => candidates[0])).toContain('\u0490');
    expect(putBack(note, recover(note, {}, true).found())).toBe(`${RUSSIAN}\nПолка \u0490анок`);
  });

  it('guesses nothing when it is not asked to', () => {
    expect(recover(damaged(ORIGINAL), LEARNT, false).found()).toEqual([]);
  });
});

describe('namesakesFirst(paths, path, text)', () => {
  it('puts notes of the same file name or of the name in the title first', () => {
    const paths = ['a/One.md', 'b/Garden.md', 'c/Seed.md'];
    expect(namesakesFirst(paths, 'x/seed.md', 'no title')).toEqual(['c/Seed.md', 'a/One.md', 'b/Garden.md']);
    expect(namesakesFirst(paths, '000.md', '---\ntitle: "Garden"\r\n---\n')).toEqual([
      'b/Garden.md',
      'a/One.md',
      'c/Seed.md',
    ]);
    expect(namesakesFirst(paths, '000.md', '')).toEqual(paths);
    expect(namesakesFirst(paths, '000.md', '---\n"title" : >-\n  Garden\n---\n')[0]).toBe('b/Garden.md');
  });

  it('takes a line of the text for no title', () => {
    const paths = ['a/One.md', 'b/Garden.md'];
    expect(namesakesFirst(paths, '000.md', '---\na: 1\n---\ntitle: Garden\n')).toEqual(paths);
    expect(namesakesFirst(paths, '000.md', 'title: Garden\n')).toEqual(paths);
  });
});
