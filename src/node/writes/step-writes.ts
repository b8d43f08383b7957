import { align } from '../../compare/align';
import { linesToCompare } from '../../compare/align-lines';
import { changedLines } from '../../compare/changed-lines';
import { compareWords } from '../../compare/words';
import { translator } from '../../i18n';
import { applyChanges, linePairs } from '../../model/apply-changes';
import { ownSteps } from '../../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';
import { readFrontmatter } from '../../read/frontmatter';
import { readOutline } from '../../read/outline';
import { stepTexts } from '../../read/step-texts';
import { splitLines } from '../../text/line-breaks';
import { readAnswer, type Answer } from '../../write/answer';
import { fillInMissing, hasLooseText } from '../../write/fill-in';
import { ownStep, pasteSteps, type PasteResult } from '../../write/paste-steps';
import { unknownPlaceholders } from '../../write/placeholders';
import { composePrompt } from '../../write/prompt';
import { stepText } from '../../write/step-text';
import { templateChunks } from '../../write/template-parts';
import { writingPlace } from '../../write/three-step-note';
import { updatedChange, withoutUpdated } from '../../write/updated';
import { parseYaml } from '../inspect-note';
import { MODEL_ANSWER, NOW, TEMPLATE } from './fixed-answers';
import { composedFor } from './new-note';
import {
  answer,
  bodyParts,
  edit,
  type Attempt,
  type WriteKind,
  type WritePromise,
  type Written,
  type WrittenNote,
} from './write-kind';

const t = translator('en');

/** What the template has and the note lacks is put between what is there. */
const FILLS: WritePromise = {
  once: true,
  // A text that is taken for step 1 may be in another language.
  problems: ['step-language'],
  changes: {
    yaml: 'grows',
    fields: 'fills',
    lines: 'grows',
    headings: 'grows',
    tables: 'grows',
    tiers: 'grows',
    steps: 'grows',
  },
};

/** What the steps say, in a message too, and what is read in it, with the footnotes that they define. Frontmatter is none of it. */
const PASTES: WritePromise = {
  once: true,
  problems: ['footnote-undefined'],
  changes: { ...bodyParts('free'), tiers: 'free' },
};

/** What is written into the steps of a note and its frontmatter, and what is shown of them: one row a kind. */
export const STEP_WRITES: readonly WriteKind[] = [
  { name: 'fill-in', attempts: (note) => fillings(note, composedFor(note.name)), promise: FILLS },
  {
    name: 'fill-in-own-template',
    attempts: (note) => fillings(note, composedFor(note.name, { template: TEMPLATE })),
    promise: FILLS,
  },
  { name: 'paste-answer', attempts: pastings, promise: PASTES },
  {
    name: 'read-answer',
    attempts: ({ text }) => [{ what: 'the note as an answer', make: () => answer(readAnswer(text, readOutline)) }],
    promise: null,
  },
  {
    name: 'prompt',
    attempts: (note) => [{ what: 'by the built-in template', make: () => promptFor(note) }],
    promise: null,
  },
  {
    name: 'updated',
    attempts: (note) => [
      { what: 'to the time', make: () => edit(note, [updatedChange(note.text, NOW) ?? []].flat()) },
      { what: 'what else it says', make: () => answer(withoutUpdated(note.text)) },
    ],
    promise: { once: true, changes: { yaml: 'updated', fields: 'updated' } },
  },
  {
    name: 'template-reading',
    attempts: ({ text }) => [
      {
        what: 'as a template',
        make: () => answer({ unknown: unknownPlaceholders(text), place: writingPlace(text) }),
      },
    ],
    promise: null,
  },
  { name: 'compare-steps', attempts: comparisons, promise: null },
  { name: 'preview', attempts: previews, promise: null },
];

function fillings(note: WrittenNote, composed: string): readonly Attempt[] {
  const template = readOutline(composed);
  const { problems } = readFrontmatter(note.text, parseYaml);
  const keepsFrontmatter = problems.some(({ code }) => code === 'frontmatter-syntax');
  const choices = hasLooseText(note.outlined) ? [false, true] : [false];
  // Steps in a message, or in another callout, are filled in there.
  const isQuoted = (ownSteps(note.outlined.outline)[0]?.quote ?? '') !== '';
  return choices.map((textIsStep1) => ({
    what: textIsStep1 ? 'its text as step 1' : 'what is missing',
    make: () => filled(note, fillInMissing(note.outlined, template, { textIsStep1, keepsFrontmatter })),
    changes: {
      ...(isQuoted && { callouts: 'grows', turns: 'grows' }),
      // What stood below nothing stands below the heading of step 1.
      ...(textIsStep1 && { tables: 'free', tiers: 'free', links: 'free' }),
    },
  }));
}

function filled(note: WrittenNote, result: PasteResult): Written {
  return result.kind === 'changes' ? edit(note, result.changes) : refused(result);
}

function refused({ kind, line }: Exclude<PasteResult, { kind: 'changes' }>): Written {
  return {
    kind: 'refused',
    reason: kind === 'unclosed' ? `unclosed code from line ${line}` : `${kind} from line ${line}`,
  };
}

function pastings(note: WrittenNote): readonly Attempt[] {
  const template = readOutline(composedFor(note.name));
  const paste = (given: Answer, replaced: readonly StepNumber[]): Written =>
    given.kind === 'steps'
      ? filled(note, pasteSteps(note.outlined, template, given.texts, new Set(replaced), readOutline))
      : { kind: 'refused', reason: given.kind };
  const plain = readAnswer(MODEL_ANSWER, readOutline);
  const fenced = readAnswer(`Sure.\n\n\`\`\`markdown\n${MODEL_ANSWER}\`\`\`\n`, readOutline);
  return [
    { what: 'into empty steps', make: () => paste(plain, []) },
    { what: 'over all steps', make: () => paste(plain, STEP_NUMBERS) },
    { what: 'over step 2, out of a code block', make: () => paste(fenced, [2]) },
  ];
}

/** The prompt for what the note lacks, as the command puts it together. */
function promptFor({ name, outlined: note }: WrittenNote): Written {
  const template = templateChunks(readOutline(composedFor(name)));
  const lines = splitLines(note.text);
  const textOf = (step: StepNumber): string => {
    const section = ownStep(note, step);
    return section ? stepText(note, section) : '';
  };
  const chunkOf = (step: StepNumber): readonly string[] =>
    template.find(({ key }) => key === `step${step}`)?.lines ?? [];
  const missing = STEP_NUMBERS.filter((step) => textOf(step) === '');
  const loose = hasLooseText(note)
    ? lines
        .slice(note.outline.bodyLine - 1)
        .join('\n')
        .trim()
    : '';
  if (missing.length === 0) return { kind: 'refused', reason: 'done' };
  if (missing.length === STEP_NUMBERS.length && loose === '')
    return { kind: 'refused', reason: 'nothing to work from' };
  const headingOf = (step: StepNumber): string => {
    const section = ownStep(note, step);
    const [own] = section ? splitLines(note.text.slice(section.heading.from, section.heading.to)) : [];
    return own ?? chunkOf(step)[0] ?? '';
  };
  const sections = chunkOf(3).filter((line, index) => index > 0 && line.startsWith('#'));
  const taskOf = (step: StepNumber): string => {
    const ends = step === 3 && sections.length > 0 ? [`${t('prompt.sections')}\n`, ...sections] : [];
    return [headingOf(step), '', t(`prompt.task${step}`), ...ends].join('\n');
  };
  const written = STEP_NUMBERS.filter((step) => !missing.includes(step));
  const text = composePrompt(t('prompt.builtIn'), {
    title: name,
    tasks: missing.map(taskOf).join('\n\n'),
    steps: written.map((step) => `${headingOf(step)}\n\n${textOf(step)}`).join('\n\n') || loose,
    step1: textOf(1) || loose,
    step2: textOf(2),
    step3: textOf(3),
  });
  return { kind: 'text', text };
}

/** Steps 1 and 2 of each set, line by line; and their words, as a change from one to the other would be shown. */
function comparisons({ text, note }: WrittenNote): readonly Attempt[] {
  const lines = splitLines(text);
  const texts = stepTexts(text, note.steps);
  return [...new Set(note.steps.map(({ set }) => set))].flatMap((set) => {
    const [first, second] = ([1, 2] as const).map((number) =>
      note.steps.findIndex((step) => step.set === set && step.step === number),
    );
    const [one, other] = [note.steps[first ?? -1], note.steps[second ?? -1]];
    if (!one || !other) return [];
    const sides = [linesToCompare(lines, one), linesToCompare(lines, other)] as const;
    const [ours, theirs] = sides.map((side) => side.map((line) => line.text));
    return [
      { what: `lines of set ${set}`, make: () => answer({ sides, alignment: align(ours ?? [], theirs ?? []) }) },
      {
        what: `first words of set ${set}`,
        make: () => answer(compareWords(firstWords(texts[first ?? -1]), firstWords(texts[second ?? -1]))),
      },
    ];
  });
}

/** A line is as much as is ever compared by its words. */
function firstWords(text = ''): string {
  return text.slice(0, 500);
}

/** How a change is shown before it is made. */
function previews(note: WrittenNote): readonly Attempt[] {
  const template = readOutline(composedFor(note.name));
  const shown = (result: PasteResult): Written => {
    if (result.kind !== 'changes') return refused(result);
    const { text } = note;
    return answer(changedLines(text, applyChanges(text, result.changes), linePairs(text, result.changes)));
  };
  return [
    { what: 'of what is filled in', make: () => shown(fillInMissing(note.outlined, template, {})) },
    {
      what: 'of steps replaced',
      make: () => {
        const given = readAnswer(MODEL_ANSWER, readOutline);
        const texts = given.kind === 'steps' ? given.texts : new Map<StepNumber, string>();
        return shown(pasteSteps(note.outlined, template, texts, new Set(STEP_NUMBERS), readOutline));
      },
    },
  ];
}
