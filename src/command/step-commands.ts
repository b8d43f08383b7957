import { Notice, parseYaml } from 'obsidian';
import type { OutlinedText } from '../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import type { NoteEdit } from '../model/text-change';
import { readFrontmatter } from '../read/frontmatter';
import { readOutline } from '../read/outline';
import { WORDS } from '../text/letters';
import { splitLines } from '../text/line-breaks';
import type { PreviewOption } from '../view/change-preview-modal';
import { readAnswer } from '../write/answer';
import { fillInMissing, hasLooseText, type FillResult } from '../write/fill-in';
import type { Translate } from '../i18n';
import { ownStep, pasteSteps, type PasteResult } from '../write/paste-steps';
import { composePrompt } from '../write/prompt';
import { stepText } from '../write/step-text';
import { templateChunks } from '../write/template-parts';
import { composeThreeStepNote } from '../write/three-step-note';
import { readClipboard } from './clipboard';
import { chosenTemplate, type TemplateContext } from './chosen-template';
import { draftBasis } from './plan-new-note';
import { propose, type ProposeContext } from './propose';
import { nameOfNote } from '../text/note-name';

export type StepContext = ProposeContext & TemplateContext;

/** The active note as it is now, and the parts of the template that it would have been made by. */
interface StepNote {
  readonly path: string;
  readonly name: string;
  readonly note: OutlinedText;
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
  const broken = readFrontmatter(note.text, (yaml): unknown => parseYaml(yaml)).problems.find(
    ({ code }) => code === 'frontmatter-syntax',
  );
  const remarks = [...found.remarks];
  if (broken?.code === 'frontmatter-syntax') remarks.push(t('steps.brokenFrontmatter', { detail: broken.detail }));
  const fill = (chosen: ReadonlySet<string>): FillResult =>
    fillInMissing(note, found.template, {
      textIsStep1: chosen.has('textIsStep1'),
      keepsFrontmatter: broken !== undefined,
    });
  const first = fill(new Set());
  if (isRefused(first, t)) return;
  const isLoose = hasLooseText(note);
  const option = { key: 'textIsStep1', name: t('steps.textIsStep1'), hint: t('steps.textIsStep1Hint') };
  propose(context, {
    action: 'commands.fillIn',
    title: t('steps.fillInto', { note: name }),
    nothing: t('steps.nothingMissing'),
    remarks,
    options: isLoose ? [{ ...option, value: isRussian(note.text) }] : [],
    edits: (chosen) => editsOf(path, note, fill(chosen), t),
  });
}

/** Puts on the clipboard what a model needs to do the steps that the active note lacks. Nothing is sent. Rejects as the vault does. */
export async function copyPrompt(context: StepContext): Promise<void> {
  const { t } = context;
  const found = await activeNote(context);
  if (!found) return;
  const { name, note } = found;
  const texts = new Map(STEP_NUMBERS.map((step) => [step, textOf(found, step)]));
  const missing = STEP_NUMBERS.filter((step) => texts.get(step) === '');
  const loose = hasLooseText(note)
    ? splitLines(note.text)
        .slice(note.outline.bodyLine - 1)
        .join('\n')
        .trim()
    : '';
  if (missing.length === 0 || (missing.length === STEP_NUMBERS.length && loose === ''))
    return void new Notice(t(missing.length === 0 ? 'steps.done' : 'steps.nothingToWorkFrom', { note: name }));
  const headingOf = (step: StepNumber): string => {
    const section = ownStep(note, step);
    const [own] = section ? splitLines(note.text.slice(section.heading.from, section.heading.to)) : [];
    return own ?? chunkOf(found, step)[0] ?? '';
  };
  const sections = chunkOf(found, 3).filter((line, index) => index > 0 && line.startsWith('#'));
  const taskOf = (step: StepNumber): string => {
    const ends = step === 3 && sections.length > 0 ? [`${t('prompt.sections')}\n`, ...sections] : [];
    return [headingOf(step), '', t(`prompt.task${step}`), ...ends].join('\n');
  };
  const written = STEP_NUMBERS.filter((step) => !missing.includes(step));
  const prompt = composePrompt(context.settings().prompt || t('prompt.builtIn'), {
    title: name,
    tasks: missing.map(taskOf).join('\n\n'),
    steps: written.map((step) => `${headingOf(step)}\n\n${texts.get(step) ?? ''}`).join('\n\n') || loose,
    step1: texts.get(1) || loose,
    step2: texts.get(2) ?? '',
    step3: texts.get(3) ?? '',
  });
  // Of the window that has the focus: another one's clipboard cannot be written.
  await activeWindow.navigator.clipboard.writeText(prompt);
  new Notice(t('steps.promptCopied', { steps: missing.map((step) => t('settings.stepHeading', { step })).join(', ') }));
}

/** Fills the steps of the active note with those of the answer on the clipboard, after a preview. Rejects as the vault does. */
export async function pasteAnswer(context: StepContext): Promise<void> {
  const { t } = context;
  const found = await activeNote(context);
  const text = found && (await readClipboard(t));
  if (!found || text === null) return;
  const { path, name, note, template } = found;
  const read = (part: string): OutlinedText => readOutline(part, context.vocabulary());
  const answer = readAnswer(text, read);
  switch (answer.kind) {
    case 'none':
      new Notice(t('steps.noSteps'));
      return;
    case 'empty':
      new Notice(t('steps.emptyAnswer'));
      return;
    case 'several':
      new Notice(t('steps.severalSets', { count: answer.count }));
      return;
    case 'steps':
  }
  const { texts, leftOut } = answer;
  const paste = (chosen: ReadonlySet<string>): PasteResult =>
    pasteSteps(note, template, texts, new Set(STEP_NUMBERS.filter((step) => chosen.has(String(step)))), read);
  if (isRefused(paste(new Set()), t)) return;
  const words = (step: StepNumber): number => texts.get(step)?.match(WORDS())?.length ?? 0;
  const remarks = [...found.remarks];
  const options: PreviewOption[] = [];
  for (const step of STEP_NUMBERS.filter((number) => texts.has(number))) {
    const section = ownStep(note, step);
    if (section && section.words > 0) {
      const hint = t('steps.replaceHint', { count: section.words });
      options.push({ key: String(step), name: t('steps.replace', { step }), hint, value: false });
    } else remarks.push(t(section ? 'steps.filled' : 'steps.added', { step, count: words(step) }));
  }
  if (leftOut > 0) remarks.push(t('steps.leftOut', { count: leftOut }));
  propose(context, {
    action: 'commands.pasteAnswer',
    title: t('steps.pasteInto', { note: name }),
    remarks,
    options,
    edits: (chosen) => editsOf(path, note, paste(chosen), t),
  });
}

/** Whether nothing can be written; it is said why. */
function isRefused(result: PasteResult, t: Translate): result is Exclude<PasteResult, { kind: 'changes' }> {
  if (result.kind === 'changes') return false;
  new Notice(t(result.kind === 'unclosed' ? 'steps.unclosed' : 'steps.otherSet', { line: result.line }));
  return true;
}

/** The note that is in front, read anew; `null`, and it is said, where there is none. */
async function activeNote(context: StepContext): Promise<StepNote | null> {
  const { app, t, writer } = context;
  const file = app.workspace.getActiveFile();
  const text = file?.extension === 'md' ? await writer.read(file.path) : null;
  if (!file || text === null) {
    new Notice(t('steps.noNote'));
    return null;
  }
  const { path, basename: name, stat } = file;
  const chosen = await chosenTemplate(context);
  const now = new Date();
  const composed = composeThreeStepNote({
    ...draftBasis(context.settings(), chosen),
    titles: isRussian(name) ? { ru: name, en: '' } : { ru: '', en: name },
    name,
    tags: [],
    text: '',
    ideas: {},
    now,
    created: new Date(stat.ctime),
  });
  const vocabulary = context.vocabulary();
  const note = readOutline(text, vocabulary);
  return {
    path,
    name: nameOfNote(path),
    note,
    template: readOutline(composed, vocabulary),
    remarks: chosen.remarks,
  };
}

function editsOf(path: string, { text }: OutlinedText, result: PasteResult, t: Translate): readonly NoteEdit[] {
  return [{ path, text, changes: isRefused(result, t) ? [] : result.changes }];
}

function textOf({ note }: StepNote, step: StepNumber): string {
  const section = ownStep(note, step);
  return section ? stepText(note, section) : '';
}

function chunkOf({ template }: StepNote, step: StepNumber): readonly string[] {
  return templateChunks(template).find(({ key }) => key === `step${step}`)?.lines ?? [];
}

/** Whether most letters are Russian. */
function isRussian(text: string): boolean {
  return (text.match(/[а-яё]/gi)?.length ?? 0) > (text.match(/[a-z]/gi)?.length ?? 0);
}
