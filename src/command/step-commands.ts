import { Notice, parseYaml, Setting, type TFile } from 'obsidian';
import type { OutlinedText } from '../model/outline';
import { STEP_NUMBERS } from '../model/vocabulary';
import type { NoteEdit } from '../model/text-change';
import { answerStep } from '../read/answer-steps';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { readOutline } from '../read/outline';
import { withBareSteps } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import { fieldNames, type Settings } from '../settings';
import { WORDS } from '../text/letters';
import { splitLines } from '../text/line-breaks';
import type { PreviewHead, PreviewOption } from '../view/core/change-preview-modal';
import { wordRepeated } from '../view/core/repeated-fields';
import { IdeaBoxes } from '../view/ideas/idea-boxes';
import { FIELD_WORDS } from '../i18n/field-words';
import { readAnswer, type TakenAnswer } from '../write/answer';
import { saysField } from '../write/answer-fields';
import { hasLooseText } from '../write/fill-in';
import { fillIn as filledIn, type GuardedFill } from '../write/fill-in-guard';
import type { Translate } from '../i18n';
import { pasteAnswer as putAnswer } from '../write/paste-answer';
import { ownStep, type PasteResult } from '../write/paste-steps';
import { unknownPlaceholders } from '../write/placeholders';
import { isPromptText, isPromptValue, promptFor, type Prompt, type PromptWords } from '../write/prompt';
import type { NoteDraft } from '../write/note-draft';
import { repeatedFieldNames } from '../write/frontmatter-fields';
import { composeThreeStepNote, repeatedFields } from '../write/three-step-note';
import { languageOf } from '../write/typography';
import { copyText, pasteText } from './clipboard';
import { readingOf } from './idea-reading';
import { boxesOf, candidatesFor, changesWithTicked, type SuggestingContext } from './ticked-ideas';
import { chosenTemplate } from './chosen-template';
import { draftBasis } from './plan-new-note';
import { propose, type ProposeContext } from './propose';
import { nameOfNote } from '../text/note-name';
import { refusalMessage } from './write-messages';

export type StepContext = ProposeContext & SuggestingContext;

/** The active note as it is now, and the parts of the template that it would have been made by. */
interface StepNote {
  readonly path: string;
  readonly name: string;
  readonly note: OutlinedText;
  /** The same repaired, where it is garbled: what is read of it, and never written. */
  readonly repaired: OutlinedText;
  readonly template: OutlinedText;
  /** What there is to say of the template. */
  readonly remarks: readonly string[];
}

/** Adds what the active note lacks of the template, after a preview. Rejects as the vault does. */
export async function fillIn(context: StepContext): Promise<void> {
  const { t } = context;
  const found = await activeNote(context);
  if (!found) return;
  const { path, name, note } = found;
  const broken = readFrontmatter(note.text, (yaml): unknown => parseYaml(yaml)).problems.flatMap((problem) =>
    problem.code === 'frontmatter-syntax' ? [t('steps.brokenFrontmatter', problem)] : [],
  );
  const remarks = [...found.remarks, ...broken];
  const reading = readingOf(context, path);
  const fill = (chosen: ReadonlySet<string>): GuardedFill =>
    filledIn(
      note,
      found.template,
      { textIsStep1: chosen.has('textIsStep1'), keepsFrontmatter: broken.length > 0 },
      reading,
    );
  const first = fill(new Set());
  if (isRefused(first, t)) return;
  if (first.isPartial) remarks.push(t('steps.noPlace'));
  let boxes: IdeaBoxes | null = null;
  propose(context, {
    action: 'commands.fillIn',
    title: t('steps.fillInto', { note: name }),
    nothing: t(first.isPartial ? 'steps.noPlace' : 'steps.nothingMissing'),
    remarks,
    options: hasLooseText(note)
      ? [
          {
            key: 'textIsStep1',
            name: t('steps.textIsStep1'),
            hint: t('steps.textIsStep1Hint'),
            value: languageOf(note.text, 'en') === 'ru',
          },
        ]
      : [],
    more: (el, redraw) => {
      boxes = new IdeaBoxes(
        el,
        t,
        boxesOf(context, () => ({ path, text: found.repaired.text })),
        redraw,
      );
    },
    edits: (chosen) => {
      const [edit] = editsOf(path, note, fill(chosen), t);
      const { changes, refused } = changesWithTicked(context, path, note.text, edit.changes, boxes?.ticked ?? []);
      boxes?.refuse(refused);
      return [{ ...edit, changes }];
    },
  });
}

function promptOf(
  context: StepContext,
  { name, repaired, template }: StepNote,
  candidates: Parameters<typeof promptFor>[5] = [],
): Prompt {
  const settings = context.settings();
  return promptFor(name, repaired, template, fieldNames(settings), promptWords(settings, context.t), candidates);
}

/** Puts on the clipboard what a model needs to do the steps that the active note lacks. Nothing is sent. Rejects as the vault does. */
export async function copyPrompt(context: StepContext): Promise<void> {
  const { t } = context;
  const found = await activeNote(context);
  if (!found) return;
  const { name } = found;
  const settings = context.settings();
  const candidates = settings.promptNamesIdeas ? await candidatesFor(context, found.path, found.repaired.text) : [];
  const prompt = promptOf(context, found, candidates);
  if (prompt.kind !== 'prompt')
    return void new Notice(t(prompt.kind === 'done' ? 'steps.done' : 'steps.nothingToWorkFrom', { note: name }));
  const unknown = unknownPlaceholders(settings.prompt, isPromptValue).map((placeholder) =>
    t('settings.unknown', { placeholder: `{{${placeholder.name}}}` }),
  );
  const steps = prompt.missing.map((step) => t('settings.stepHeading', { step }));
  if (prompt.asksFields) steps.unshift(t('unfinished.anyFields'));
  await copyText(
    context.app,
    t,
    prompt.text,
    [t('steps.promptCopied', { steps: steps.join(', ') }), ...unknown].join(' '),
  );
}

/** Fills the steps of the active note with those of the answer on the clipboard, after a preview. Rejects as the vault does. */
export async function pasteAnswer(context: StepContext): Promise<void> {
  // Read first: later it may be taken for something that nobody asked for.
  await pasteText(context.app, context.t, (text) => pasteInto(context, text));
}

async function pasteInto(context: StepContext, text: string): Promise<void> {
  const { t } = context;
  const found = await activeNote(context);
  if (!found) return;
  const { path, name, note } = found;
  if (found.repaired !== note) return void new Notice(refusalMessage({ reason: 'garbled', path }, t));
  if (isPromptText(text, promptWords(context.settings(), t).template, promptOf(context, found)))
    return void new Notice(t('steps.isPrompt'));
  const bare = withBareSteps(context.vocabulary());
  const answer = readAnswer(text, {
    outline: (part) => readOutline(part, bare),
    stepOf: (heading) => answerStep(heading, bare),
    ideaLinks: (part) => {
      const { ideaLinks, markdownLinks } = readNote(part, bare);
      return [...ideaLinks, ...markdownLinks];
    },
  });
  if (answer.kind === 'none' || answer.kind === 'empty')
    return void new Notice(t(answer.kind === 'none' ? 'steps.noSteps' : 'steps.emptyAnswer'));
  const answers = answer.kind === 'several' ? answer.answers : [answer];
  const last = answers.at(-1);
  if (!last) return;
  let taken = last;
  const { fields, ideas, rest } = last;
  const paste = (chosen: ReadonlySet<string>): ReturnType<typeof putAnswer> =>
    putAnswer(
      note,
      found.template,
      taken,
      {
        replaced: new Set(STEP_NUMBERS.filter((step) => chosen.has(String(step)))),
        fields: new Set(fields.map((field) => field.name).filter((field) => chosen.has(`field ${field}`))),
        takesIdeas: chosen.has('ideas'),
        removesRawText: chosen.has('raw'),
      },
      { outline: (part) => readOutline(part, context.vocabulary()), links: readingOf(context, path) },
    );
  const first = paste(new Set(['ideas', ...fields.map((field) => `field ${field.name}`)]));
  if (isRefused(first.result, t)) return;
  const refused = fields.filter((block) => first.refusedFields.includes(block) || !isYaml(block.lines));
  /** What there is to say and to choose of the version that is taken. */
  const head = (): PreviewHead => {
    const remarks = [...found.remarks, ...wordRepeated(repeatedFieldNames(fields.flatMap(({ lines }) => lines)), t)];
    const possible: PreviewOption[] = [];
    for (const step of STEP_NUMBERS.filter((number) => taken.texts.has(number))) {
      const section = ownStep(note, step);
      if (section && section.words > 0) {
        const hint = t('steps.replaceHint', { count: section.words });
        possible.push({ key: String(step), name: t('steps.replace', { step }), hint, value: false });
      } else
        remarks.push(
          t(section ? 'steps.filled' : 'steps.added', {
            step,
            count: taken.texts.get(step)?.match(WORDS())?.length ?? 0,
          }),
        );
    }
    for (const block of fields.filter((one) => !refused.includes(one))) {
      const value = block.lines
        .join('\n')
        .replace(/\n\s*- /g, ', ')
        .replace(/^[^:]*:[,\s]*/, '');
      const name = t('steps.takeField', { field: block.name });
      possible.push({ key: `field ${block.name}`, name, hint: value, value: !saysField(note.text, block.name) });
    }
    const count = ideas.length - first.refusedIdeas.length;
    possible.push(
      { key: 'ideas', name: t('steps.takeIdeas', { count }), hint: '', value: true },
      {
        key: 'raw',
        name: t('commands.removeRawText'),
        hint: t('steps.removeRawHint'),
        value: context.settings().removesRawText,
      },
    );
    const made = (...chosen: readonly string[]): string => JSON.stringify(paste(new Set(chosen)).result);
    // What is there as the answer has it already is not offered.
    const options = possible.filter(({ key }) => made(key) !== made());
    const left = [
      ...rest,
      ...first.refusedIdeas.map(({ target }) => `[[${target}]]`),
      ...refused.flatMap(({ lines }) => lines),
    ];
    if (left.length > 0) remarks.push(t('steps.leftOut', { count: left.length }), ...left.slice(0, MOST_LEFT));
    return { remarks, options };
  };
  propose(context, {
    action: 'commands.pasteAnswer',
    title: t('steps.pasteInto', { note: name }),
    ...head(),
    more: (el, redraw) => {
      if (answers.length < 2) return;
      new Setting(el).setName(t('steps.whichVersion', { count: answers.length })).addDropdown((dropdown) => {
        for (const [index, one] of answers.entries())
          dropdown.addOption(String(index), versionName(one, answers, index));
        dropdown.setValue(String(answers.length - 1)).onChange((index) => {
          taken = answers[Number(index)] ?? last;
          redraw(head());
        });
      });
    },
    edits: (chosen) => editsOf(path, note, paste(chosen).result, t),
  });
}

/** More lines of an answer than these are only counted. */
const MOST_LEFT = 20;
const LONGEST_NAME = 60;

/** What a version of an answer is known by: the beginning of what is only in it. */
function versionName({ texts }: TakenAnswer, all: readonly TakenAnswer[], index: number): string {
  const step = STEP_NUMBERS.find((number) => new Set(all.map((one) => one.texts.get(number))).size > 1);
  const [line = ''] = splitLines((step && texts.get(step)) ?? '');
  return `${index + 1} · ${step ?? ''} · ${line.slice(0, LONGEST_NAME)}`;
}

/** Whether lines are frontmatter that the app can read. */
function isYaml(lines: readonly string[]): boolean {
  try {
    parseYaml(lines.join('\n'));
    return true;
  } catch {
    return false;
  }
}

/** A prompt's sentences in the language of the interface. */
function promptWords(settings: Settings, t: Translate): PromptWords {
  return {
    template: settings.prompt || t('prompt.builtIn'),
    task: (step, count) =>
      t(`prompt.task${step}`, {
        percent: settings.mostChanged,
        count,
        characters: count * settings.pageCharacters,
      }),
    sections: t('prompt.sections'),
    table: t('prompt.table'),
    candidates: t('prompt.candidates'),
    list: (relation) => t(`relations.${relation}`),
    fields: t('prompt.fields'),
    field: (name) => {
      const key = FIELD_WORDS.get(name);
      return key === undefined ? '' : t(key);
    },
  };
}

/** Whether nothing can be written; it is said why. */
function isRefused(result: PasteResult, t: Translate): result is Exclude<PasteResult, { kind: 'changes' }> {
  if (result.kind === 'changes') return false;
  new Notice(t(result.kind === 'unclosed' ? 'steps.unclosed' : 'steps.otherSet', { line: result.line }));
  return true;
}

/** The note that is in front and its text, read anew; `null`, and it is said, where there is none. */
export async function activeText({
  app,
  t,
  writer,
}: StepContext): Promise<{ readonly file: TFile; readonly text: string } | null> {
  const file = app.workspace.getActiveFile();
  const text = file?.extension === 'md' ? await writer.read(file.path) : null;
  if (file && text !== null) return { file, text };
  new Notice(t('steps.noNote'));
  return null;
}

/** The note that is in front, with what a step of it needs to know. */
async function activeNote(context: StepContext): Promise<StepNote | null> {
  const active = await activeText(context);
  if (active === null) return null;
  const { file, text } = active;
  const { path, basename: name, stat } = file;
  const chosen = await chosenTemplate(context);
  const now = new Date();
  const draft: NoteDraft = {
    ...draftBasis(context.settings(), chosen),
    titles: { ru: '', en: '', [languageOf(name, 'en')]: name },
    name,
    tags: [],
    text: '',
    raw: '',
    ideas: {},
    now,
    created: new Date(stat.ctime),
  };
  const vocabulary = context.vocabulary();
  const note = readOutline(text, vocabulary);
  const repaired = repairNote(text);
  return {
    path,
    name: nameOfNote(path),
    note,
    repaired: repaired === null ? note : readOutline(repaired.text, vocabulary),
    template: readOutline(composeThreeStepNote(draft), withBareSteps(vocabulary)),
    remarks: [...chosen.remarks, ...wordRepeated(repeatedFields(draft), context.t)],
  };
}

function editsOf(path: string, { text }: OutlinedText, result: PasteResult, t: Translate): readonly [NoteEdit] {
  return [{ path, text, changes: isRefused(result, t) ? [] : result.changes }];
}
