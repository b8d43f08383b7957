import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import type { Note } from '../../src/model/note';
import { ownSteps, type OutlinedText } from '../../src/model/outline';
import { STEP_NUMBERS, type StepNumber } from '../../src/model/vocabulary';
import { atOnce } from '../../src/model/work';
import { readIndexed, readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { compileVocabulary, withBareSteps, type Vocabulary } from '../../src/read/vocabulary';
import { fillInMissing } from '../../src/write/fill-in';
import { ownStep, pasteSteps } from '../../src/write/paste-steps';
import { promptFor, type PromptWords } from '../../src/write/prompt';
import { stepText } from '../../src/markdown/step-text';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { comparableSets, compareSteps } from '../../src/view/compare/compared-steps';
import { setsOf } from '../../src/view/steps/step-sets';
import { EMPTY_DRAFT } from './drafts';
import { heading, ownNote } from './own-notes';

const ASKED = 'Сделай это по-русски.';
const IN_GERMAN = 'Mach das bitte, und zwar auf Deutsch, und nicht für die anderen.';

/** The same note in German and English, which are told apart by some common words; what its prompt says is handed in. */
function inGerman(text: string, asked: string): string {
  return text
    .replaceAll(ASKED, asked)
    .replaceAll('Слово и дело.', 'Das Wort und die Tat, und auch der Gedanke ist nicht für die anderen.')
    .replaceAll('A word and a deed.', 'A word and a deed, and that is what it was for, with the thought.');
}

/** Languages of steps 1 and 2, with what notes are read and made by where they are set. */
const WAYS = (
  [
    [['ru', 'en']],
    [['de', 'en'], IN_GERMAN],
    // A prompt in a third language, of another script and of the same.
    [['de', 'en'], ASKED],
    [['de', 'en'], 'Corrige les fautes et ne change pas les mots qui sont dans le texte.'],
    [['uk', 'fr']],
    [['zh', 'ru']],
  ] as const
).map(([languages, asked]) => {
  const vocabulary = compileVocabulary({ relations: {}, steps: {}, languages });
  const outline = (text: string): OutlinedText => readOutline(text, vocabulary);
  const style = { ...EMPTY_DRAFT.style, languages };
  return {
    vocabulary,
    outline,
    style,
    said: (text: string): string => (asked === undefined ? text : inGerman(text, asked)),
    template: readOutline(composeThreeStepNote({ ...EMPTY_DRAFT, style }), withBareSteps(vocabulary)),
  };
});
const way = fc.constantFrom(...WAYS);

const WORDS: PromptWords = {
  template: '{{steps}}',
  task: () => '',
  sections: '',
  table: '',
  candidates: '',
  list: () => '',
  fields: '',
  field: () => '',
};

const readLength = (text: string, vocabulary: Vocabulary): number =>
  atOnce(readIndexed(text, vocabulary, '')).expansion;

/** What the note's own steps say, by the reader alone. */
function saidIn(note: Note, all: string): readonly (readonly [StepNumber, string])[] {
  return note.steps
    .filter(({ set }) => set === note.ownSet)
    .map(({ step: number, body: { from, to } }) => [number, all.slice(from, to)]);
}

/** Where the note's own set begins, as every command has it. */
const placeOf = ({ text: all, outline }: OutlinedText): string | undefined => {
  const [first] = ownSteps(outline);
  return first && all.slice(0, first.heading.from);
};

describe('The note’s own set', () => {
  it('is one and the same to the reader, the prompt, filling in, pasting and comparing', () => {
    fc.assert(
      fc.property(ownNote, way, (written, { vocabulary, outline, template, said: say }) => {
        const all = say(written);
        const note = outline(all);
        const read = readNote(all, vocabulary);
        expect(note.outline.ownSet).toBe(read.ownSet);
        // The sidebar shows it first, and it is what is unfinished.
        expect(setsOf(read)[0]).toMatchObject({ set: read.ownSet, isOwn: true });
        expect(readLength(all, vocabulary)).toBe(
          read.steps.find(({ set, step }) => set === read.ownSet && step === 3)?.words ?? 0,
        );
        // It begins where its author began it last.
        const begun = all.split('\n').lastIndexOf(heading(1)) + 1;
        expect(ownSteps(note.outline)[0]?.line).toBe(begun);

        const missing = STEP_NUMBERS.filter((number) => (ownStep(note, number)?.words ?? 0) === 0);
        const prompt = promptFor('A', note, template, [], WORDS);
        if (prompt.kind === 'prompt') expect(prompt.missing).toEqual(missing);
        else expect(prompt.kind).toBe(missing.length === 0 ? 'done' : 'nothing');

        const filled = fillInMissing(note, template, { keys: ['step1', 'step2', 'step3'] });
        if (filled.kind === 'changes') {
          const after = outline(applyChanges(all, filled.changes));
          expect(placeOf(after)).toBe(placeOf(note));
          expect(ownSteps(after.outline).map(({ key }) => key)).toEqual(['step1', 'step2', 'step3']);
          for (const number of STEP_NUMBERS) {
            const before = ownStep(note, number);
            const then = ownStep(after, number);
            if (before && then) expect(stepText(after.text, then)).toBe(stepText(note.text, before));
          }
        }

        // Compared is what it says, where both steps say something.
        const compared = compareSteps({ text: all, note: read }, read.ownSet ?? 0);
        expect(comparableSets(read).includes(read.ownSet ?? 0)).toBe(!missing.includes(1) && !missing.includes(2));
        if (compared && !missing.includes(1)) {
          const own = read.steps.find(({ set, step: number }) => set === read.ownSet && number === 1);
          const shown = compared.pairs.flatMap(({ sides: [first] }) => first);
          expect(shown.length).toBeGreaterThan(0);
          for (const { line } of shown) {
            expect(line > (own?.headEnd ?? 0) && line <= (own?.endLine ?? 0)).toBe(true);
          }
        }

        const texts = new Map(
          missing.map((number) => [number, number === 1 ? 'Новое слово.' : 'A new word.'] as const),
        );
        const pasted = pasteSteps(note, template, texts, new Set(), outline);
        if (pasted.kind !== 'changes') return;
        const after = outline(applyChanges(all, pasted.changes));
        expect(placeOf(after)).toBe(placeOf(note));
        expect(ownSteps(after.outline).filter(({ words }) => words === 0)).toEqual([]);
        const said = new Map(saidIn(read, all));
        for (const [number, now] of saidIn(readNote(after.text, vocabulary), after.text)) {
          if (!missing.includes(number)) expect(now).toBe(said.get(number));
        }
      }),
    );
  });

  it('is the template’s in a note made of a message, whatever steps that quotes', () => {
    fc.assert(
      fc.property(ownNote, way, fc.boolean(), (quoted, { vocabulary, style }, isCorrected) => {
        const said = `Мысль вслух.\n\n${quoted}`;
        const draft = isCorrected ? { text: said, raw: '' } : { text: '', raw: said };
        const text = composeThreeStepNote({ ...EMPTY_DRAFT, style, titles: { ru: 'Дверь', en: '' }, ...draft });
        const { steps, ownSet, rawText } = readNote(text, vocabulary);
        const own = steps.filter(({ set }) => set === ownSet);
        expect(own.map(({ step }) => step)).toEqual([1, 2, 3]);
        expect(own.map(({ words }) => words > 0)).toEqual([isCorrected, false, false]);
        expect((rawText?.words ?? 0) > 0).toBe(!isCorrected);
      }),
    );
  });
});

const NOTES = path.join(process.env['IDEA_TIERS_DATA'] ?? '', 'corpus/notes');

describe.skipIf(process.env['IDEA_TIERS_DATA'] === undefined)('The notes of a vault', { timeout: 120_000 }, () => {
  it('lack no step of their own set that none of their sets lacked', () => {
    const lacking = (steps: Note['steps'], set: number | null): number =>
      STEP_NUMBERS.filter((number) => !steps.some((one) => one.set === set && one.step === number && one.words > 0))
        .length;
    const unfinished = readdirSync(NOTES, { recursive: true, encoding: 'utf8' }).filter((file) => {
      if (!file.endsWith('.md')) return false;
      const { steps, ownSet } = readNote(readFileSync(path.join(NOTES, file), 'utf8'));
      const best = Math.min(...steps.map(({ set }) => lacking(steps, set)));
      return ownSet !== null && lacking(steps, ownSet) > best;
    });
    expect(unfinished).toEqual([]);
  });
});
