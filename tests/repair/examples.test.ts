import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, type Encoding, type RepairedNote } from '../../src/model/garbled';
import { repairNote } from '../../src/repair/repair-note';
import { garble } from './garble';

type Garble = (text: string) => string;

/** What each encoding makes of a text, but for those that lose some of it. */
function inEach(of: (garbled: Garble) => string): readonly (readonly [Encoding, string])[] {
  return ENCODINGS.flatMap((encoding) => {
    const text = of((words) => garble(words, encoding));
    return text.includes('\uFFFD') ? [] : [[encoding, text] as const];
  });
}

/** Which lines, from 1, are not as they were meant. */
function wrongLines(note: RepairedNote | null, meant: string): number[] {
  const lines = meant.split('\n');
  return (note?.text ?? '').split('\n').flatMap((line, index) => (line === lines[index] ? [] : [index + 1]));
}

const PROSE = 'The screen shows what it was given. Nobody reads bytes by eye.\n\n';
const LINES = [
  'Яблоня стоит у забора, её посадил ещё дед.',
  'Объём урожая большой, хватает всем соседям.',
  'Часы чинят неделями, каждый винт ждёт очереди.',
];

describe('repairNote(text), of what a healthy text only mentions', { timeout: 60_000 }, () => {
  it.each<readonly [string, (g: Garble) => string]>([
    ['a word in a single line', (g) => `If you see ${g('привет')} in your mail, ask for the bytes.\n`],
    ['a word with a paragraph around', (g) => `${PROSE}If you see ${g('привет')} in a mail, ask for it.\n\n${PROSE}`],
    ['a phrase', (g) => `${PROSE}Then ${g('привет мир')} comes out of the printer and all of us laugh.\n`],
    ['a word of a list', (g) => `${PROSE}- sometimes ${g('яблоня')} turns up in the logs\n- nothing else\n`],
    [
      'a word of a table',
      (g) => `| Where | What |\n|---|---|\n| log | the word ${g('яблоня')} stands in its title |\n`,
    ],
    ['a word of a quote', (g) => `> He opened it and saw ${g('начало')} for a title.\n\n${PROSE}`],
    ['a word of a property', (g) => `---\ndescription: how ${g('привет')} came into our mails\n---\n${PROSE}`],
    ['a word of a heading', (g) => `# What ${g('привет')} in your mail means\n\n${PROSE}`],
    ['words in bold and in brackets', (g) => `It said **${g('привет')}** (or ${g('сад')}), as we all could see.\n`],
    ['a word in curly quotes', (g) => `The page said “${g('привет')}” and nothing else; we left.\n`],
    [
      'a word in two lines',
      (g) => `Once I saw ${g('привет')} in a mail.\n\nThen it was ${g('яблоня')} on the till.\n${PROSE}`,
    ],
    [
      'signs in a list',
      (g) => `Look for ${g('—')}, ${g('’')}, ${g('“')}, ${g('é')} and ${g('ü')} before you send it off.\n`,
    ],
    ['a word that was decoded twice', (g) => `If you see ${g(g('привет'))} in your mail, ask for it.\n`],
    ['a word of the last letters alone', (g) => `${g('тцфчсц')} was all that the four of us could read there.\n`],
    ['a word among German ones', (g) => `Manchmal steht ${g('привет')} über allem, und niemand weiß, warum.\n`],
  ])('leaves it alone: %s', (_, of) => {
    for (const [encoding, text] of inEach(of)) expect([encoding, repairNote(text)]).toEqual([encoding, null]);
  });

  it.each<readonly [string, (g: Garble) => string]>([
    ['a line of English', (g) => `${PROSE}${g('It’s “late” — the café’s façade… naïve.')}\n`],
    ['a line of Russian below English prose', (g) => `${PROSE}${g('Яблоня стоит у забора, её посадил дед.')}\n`],
    ['a title alone', (g) => `---\ntitle: ${g('Яблоня у забора')}\n---\n${PROSE}`],
    ['a heading alone', (g) => `# ${g('Яблоня у забора')}\n\n${PROSE}`],
    ['a list of words with their translations', (g) => `- hello - ${g('привет')}\n- apple tree - ${g('яблоня')}\n`],
    ['a link', (g) => `${PROSE}For more about it see [[${g('Яблоня')}]] and what is below.\n`],
    ['a tag', (g) => `${PROSE}All of these notes are below #${g('яблоня')} in the vault.\n`],
    [
      'names in all lines',
      (g) => ['Иван', 'Анна', 'Лена', 'Ольга'].map((name) => `- ask ${g(name)} about it before noon\n`).join(''),
    ],
    [
      'a word of a garbled note, in a healthy line',
      (g) => `${g(LINES.join('\n'))}\nLater we found that ${g('яблоня')} had been cut down again.\n`,
    ],
  ])('repairs what is garbled, or says which line is in doubt: %s', (_, of) => {
    const meant = of((words) => words);
    for (const [encoding, text] of inEach(of)) {
      const note = repairNote(text);
      expect([encoding, note === null]).toEqual([encoding, false]);
      expect([encoding, note?.doubtful]).toEqual([encoding, expect.arrayContaining(wrongLines(note, meant))]);
    }
  });

  const english = 'the of a mail says what nobody here can read at once or ever again'.split(' ');
  const sentence = fc.array(fc.constantFrom(...english), { minLength: 4, maxLength: 20 });
  const word = fc.string({ unit: fc.constantFrom(...'бвгджзклмнопрстуфхцчшяеёиоуыэю'), minLength: 5, maxLength: 12 });

  it('leaves English with a garbled word anywhere alone (property)', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), word, fc.nat(), (lines, shown, place) => {
        for (const encoding of ENCODINGS) {
          const garbled = garble(shown, encoding);
          if (garbled.includes('\uFFFD')) continue;
          const line = place % lines.length;
          const text = lines
            .map((words, index) =>
              (index === line ? words.toSpliced(place % words.length, 0, garbled) : words).join(' '),
            )
            .join('.\n');
          expect([encoding, repairNote(text)]).toEqual([encoding, null]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('repairNote(text), of a note that was decoded with several encodings', { timeout: 60_000 }, () => {
  it.each(ENCODINGS)('marks each line that is not what it was: %s and another', (encoding) => {
    const others = ['Вечером пили чай и говорили о погоде — долго.', 'Юрий привёз щенка, и все смеялись.'];
    for (const other of ENCODINGS) {
      for (const count of [1, 2]) {
        const meant = [...LINES, ...others.slice(0, count)];
        const text = meant.map((line, index) => garble(line, index < LINES.length ? encoding : other)).join('\n');
        const note = repairNote(text);
        if (text.includes('\uFFFD') || note === null || note.lost.length > 0) continue;
        const wrong = wrongLines(note, meant.join('\n'));
        expect([other, note.doubtful]).toEqual([other, expect.arrayContaining(wrong)]);
      }
    }
  });
});
