import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import type { Note } from '../../src/model/note';
import { ownSteps, type OutlinedText } from '../../src/model/outline';
import { STEP_NUMBERS, type StepNumber } from '../../src/model/vocabulary';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { fillInMissing } from '../../src/write/fill-in';
import { ownStep, pasteSteps } from '../../src/write/paste-steps';
import { promptFor, type PromptWords } from '../../src/write/prompt';
import { stepText } from '../../src/write/step-text';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { comparableSets, compareSteps } from '../../src/view/compare/compared-steps';
import { EMPTY_DRAFT } from './drafts';
import { heading, ownNote } from './own-notes';

const TEMPLATE = readOutline(composeThreeStepNote(EMPTY_DRAFT));
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
      fc.property(ownNote, (all) => {
        const note = readOutline(all);
        const read = readNote(all);
        expect(note.outline.ownSet).toBe(read.ownSet);
        // It begins where its author began it last.
        const begun = all.split('\n').lastIndexOf(heading(1)) + 1;
        expect(ownSteps(note.outline)[0]?.line).toBe(begun);

        const missing = STEP_NUMBERS.filter((number) => (ownStep(note, number)?.words ?? 0) === 0);
        const prompt = promptFor('A', note, TEMPLATE, [], WORDS);
        if (prompt.kind === 'prompt') expect(prompt.missing).toEqual(missing);
        else expect(prompt.kind).toBe(missing.length === 0 ? 'done' : 'nothing');

        const filled = fillInMissing(note, TEMPLATE, { keys: ['step1', 'step2', 'step3'] });
        if (filled.kind === 'changes') {
          const after = readOutline(applyChanges(all, filled.changes));
          expect(placeOf(after)).toBe(placeOf(note));
          expect(ownSteps(after.outline).map(({ key }) => key)).toEqual(['step1', 'step2', 'step3']);
          for (const number of STEP_NUMBERS) {
            const before = ownStep(note, number);
            const then = ownStep(after, number);
            if (before && then) expect(stepText(after, then)).toBe(stepText(note, before));
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
        const pasted = pasteSteps(note, TEMPLATE, texts, new Set(), readOutline);
        if (pasted.kind !== 'changes') return;
        const after = readOutline(applyChanges(all, pasted.changes));
        expect(placeOf(after)).toBe(placeOf(note));
        expect(ownSteps(after.outline).filter(({ words }) => words === 0)).toEqual([]);
        const said = new Map(saidIn(read, all));
        for (const [number, now] of saidIn(readNote(after.text), after.text)) {
          if (!missing.includes(number)) expect(now).toBe(said.get(number));
        }
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
