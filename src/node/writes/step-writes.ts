import { align } from '../../compare/align';
import { linesToCompare } from '../../compare/align-lines';
import { changedLines } from '../../compare/changed-lines';
import { compareWords } from '../../compare/words';
import { translator } from '../../i18n';
import { FIELD_WORDS } from '../../i18n/field-words';
import { applyChanges, linePairs } from '../../model/apply-changes';
import { stepText } from '../../markdown/step-text';
import { ownSteps } from '../../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';
import { readFrontmatter } from '../../read/frontmatter';
import { readNote } from '../../read/note';
import { readOutline } from '../../read/outline';
import { answerStep } from '../../read/answer-steps';
import { BUILT_IN, withBareSteps } from '../../read/vocabulary';
import { DEFAULT_SETTINGS, fieldNames } from '../../settings';
import { splitLines } from '../../text/line-breaks';
import { readAnswer, type Answer, type AnswerReading } from '../../write/answer';
import { hasLooseText } from '../../write/fill-in';
import { fillIn } from '../../write/fill-in-guard';
import { pasteSteps, type PasteResult } from '../../write/paste-steps';
import { unknownPlaceholders } from '../../write/placeholders';
import { promptFor } from '../../write/prompt';
import { rawTextRemoval } from '../../write/raw-text';
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

/** How an answer is read: a step's number alone is a step there. */
const ANSWERS: AnswerReading = {
  outline: (text) => readOutline(text, withBareSteps(BUILT_IN)),
  stepOf: (heading) => answerStep(heading, BUILT_IN),
  ideaLinks: (text) => {
    const { ideaLinks, markdownLinks } = readNote(text, withBareSteps(BUILT_IN));
    return [...ideaLinks, ...markdownLinks];
  },
};

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
    attempts: ({ text }) => [{ what: 'the note as an answer', make: () => answer(readAnswer(text, ANSWERS)) }],
    promise: null,
  },
  {
    name: 'prompt',
    attempts: (note) => [{ what: 'by the built-in template', make: () => promptOf(note) }],
    promise: null,
  },
  {
    name: 'raw-text-removal',
    attempts: (note) => {
      const change = rawTextRemoval(note.outlined);
      return change === null ? [] : [{ what: 'its raw text', make: () => edit(note, [change]) }];
    },
    promise: { once: true, changes: PASTES.changes },
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
    make: () => filled(note, fillIn(note.outlined, template, { textIsStep1, keepsFrontmatter }, note.reading)),
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
  const plain = readAnswer(MODEL_ANSWER, ANSWERS);
  const fenced = readAnswer(`Sure.\n\n\`\`\`markdown\n${MODEL_ANSWER}\`\`\`\n`, ANSWERS);
  return [
    { what: 'into empty steps', make: () => paste(plain, []) },
    { what: 'over all steps', make: () => paste(plain, STEP_NUMBERS) },
    { what: 'over step 2, out of a code block', make: () => paste(fenced, [2]) },
  ];
}

/** The prompt for what the note lacks, as the command puts it together. */
function promptOf({ name, outlined }: WrittenNote): Written {
  const template = readOutline(composedFor(name), withBareSteps(BUILT_IN));
  const { pageCharacters, mostChanged } = DEFAULT_SETTINGS;
  const prompt = promptFor(name, outlined, template, fieldNames(DEFAULT_SETTINGS), {
    template: t('prompt.builtIn'),
    task: (step, count) =>
      step === 3
        ? t('prompt.task3', { count, characters: count * pageCharacters })
        : t(`prompt.task${step}`, { percent: mostChanged }),
    sections: t('prompt.sections'),
    table: t('prompt.table'),
    candidates: '',
    list: () => '',
    fields: t('prompt.fields'),
    field: (field) => {
      const key = FIELD_WORDS.get(field);
      return key === undefined ? '' : t(key);
    },
  });
  return prompt.kind === 'prompt' ? { kind: 'text', text: prompt.text } : { kind: 'refused', reason: prompt.kind };
}

/** Steps 1 and 2 of each set, line by line; and their words, as a change from one to the other would be shown. */
function comparisons({ text, note }: WrittenNote): readonly Attempt[] {
  const lines = splitLines(text);
  const texts = note.steps.map((step) => stepText(text, step));
  const places = new Map<string, number>(
    note.steps.map(({ set, step }, at) => [`${set} ${step}`, at] as const).reverse(),
  );
  return [...new Set(note.steps.map(({ set }) => set))].flatMap((set) => {
    const [first, second] = [1, 2].map((number) => places.get(`${set} ${number}`));
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
    { what: 'of what is filled in', make: () => shown(fillIn(note.outlined, template, {}, note.reading)) },
    {
      what: 'of steps replaced',
      make: () => {
        const given = readAnswer(MODEL_ANSWER, ANSWERS);
        const texts = given.kind === 'steps' ? given.texts : new Map<StepNumber, string>();
        return shown(pasteSteps(note.outlined, template, texts, new Set(STEP_NUMBERS), readOutline));
      },
    },
  ];
}
