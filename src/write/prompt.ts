import { backticksAt } from '../markdown/code-spans';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { stepText } from '../markdown/step-text';
import type { OutlinedText, PartKey } from '../model/outline';
import { RELATION_NAMES, STEP_NUMBERS, type Relation, type StepNumber } from '../model/vocabulary';
import { foldSpace } from '../text/fold-space';
import { splitLines } from '../text/line-breaks';
import type { AnswerIdea } from './answer';
import { saysField } from './answer-fields';
import { bodyOf, hasLooseText } from './fill-in';
import { oneLine } from './note-draft';
import { ownStep } from './paste-steps';
import { templateChunks } from './template-parts';

/** What the template of a prompt may hold between `{{` and `}}`. */
interface PromptValues {
  readonly title: string;
  /** What is asked for: the headings of the missing steps, each with what is to be done. */
  readonly tasks: string;
  /** The steps that are there, each under its heading. */
  readonly steps: string;
  /** More backticks than stand side by side in the steps: what stands between two of them is data. */
  readonly fence: string;
  readonly step1: string;
  readonly step2: string;
  readonly step3: string;
}

/** Whether a prompt may hold a placeholder of this name. */
export function isPromptValue(name: string): boolean {
  return /^(?:title|tasks|steps|fence|step[123])$/.test(name);
}

/** The sentences of a prompt. */
export interface PromptWords {
  /** The template; see `PromptValues`. */
  readonly template: string;
  task(step: StepNumber, pages: number): string;
  /** Asks for sections, whose headings follow. */
  readonly sections: string;
  /** Asks for a table with marks and a legend, whose header follows. */
  readonly table: string;
  /** Asks which of some notes belong to the note, which follow in their lists. */
  readonly candidates: string;
  /** What a list is called that the template of notes does not have. */
  list(relation: Relation): string;
  /** Asks for fields of frontmatter, which follow. */
  readonly fields: string;
  /** What a field holds; `''` where that is not known. */
  field(name: string): string;
}

export type Prompt =
  | {
      readonly kind: 'prompt';
      readonly text: string;
      readonly missing: readonly StepNumber[];
      /** Whether fields of frontmatter are asked for, too. */
      readonly asksFields: boolean;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing' };

/** Where a template says nothing of its length, step 3 is so many pages. */
const PAGES = 5;
const PAGES_SAID = /(\d+)\s*(?:[AА]4|pages?|стр)/i;
/** Fields that hold when the note was made or what it is called, which no model is asked. */
const OWN_FIELDS: readonly string[] = ['title', 'updated', 'created'];

/**
 * What a model needs to do what a note lacks, in the words given. `fields` are those that a note should have, `candidates` what may
 * belong in its lists.
 */
export function promptFor(
  title: string,
  note: OutlinedText,
  template: OutlinedText,
  fields: readonly string[],
  words: PromptWords,
  candidates: readonly AnswerIdea[] = [],
): Prompt {
  const chunks = templateChunks(template);
  const chunk = (wanted: PartKey): readonly string[] => chunks.find(({ key }) => key === wanted)?.lines ?? [];
  const chunkOf = (step: StepNumber): readonly string[] => chunk(`step${step}`);
  const textOf = (step: StepNumber): string => {
    const section = ownStep(note, step);
    return section ? stepText(note.text, section) : '';
  };
  const missing = STEP_NUMBERS.filter((step) => textOf(step) === '');
  if (missing.length === 0) return { kind: 'done' };
  const raw = rawSection(note);
  const loose = hasLooseText(note) ? bodyOf(note).join('\n').trim() : '';
  const given = raw?.text || loose;
  if (missing.length === STEP_NUMBERS.length && given === '') return { kind: 'nothing' };
  const headingOf = (step: StepNumber): string => {
    const section = ownStep(note, step);
    const [head] = section ? splitLines(note.text.slice(section.heading.from, section.heading.to)) : [];
    return head ?? chunkOf(step)[0] ?? '';
  };
  const taskOf = (step: StepNumber): string => {
    const pages = Number(PAGES_SAID.exec(`${chunkOf(step)[0] ?? ''} ${headingOf(step)}`)?.[1] ?? PAGES);
    return [headingOf(step), '', words.task(step, pages), ...(step === 3 ? formOf(chunkOf(3), words) : [])].join('\n');
  };
  const empty = emptyFields(note.text, fields);
  const asked = empty.map((name) => [`${name}:`, words.field(name)].join(' # ').replace(/ # $/, ''));
  const tasks = [
    ...(empty.length > 0 ? [[words.fields, '', '---', ...asked, '---'].join('\n')] : []),
    // Above the steps: what stands behind the last of them would be its own.
    ...(candidates.length > 0 ? [[words.candidates, ...candidateLists(candidates, chunk, words)].join('\n')] : []),
    ...missing.map(taskOf),
  ].join('\n\n');
  const written = STEP_NUMBERS.filter((step) => !missing.includes(step)).map(
    (step) => `${headingOf(step)}\n\n${textOf(step)}`,
  );
  const said = [...(raw && missing.includes(1) ? [`${raw.heading}\n\n${raw.text}`] : []), ...written];
  const steps = said.join('\n\n') || loose;
  let longest = 2;
  for (let at = steps.indexOf('`'), run = 0; at !== -1; at = steps.indexOf('`', at + run)) {
    run = backticksAt(steps, at);
    longest = Math.max(longest, run);
  }
  const text = composePrompt(words.template, {
    title,
    tasks,
    steps,
    fence: '`'.repeat(longest + 1),
    step1: textOf(1) || given,
    step2: textOf(2),
    step3: textOf(3),
  });
  return { kind: 'prompt', text, missing, asksFields: empty.length > 0 };
}

/** Candidates as the lists that an answer is to have, each under its heading. */
function candidateLists(
  candidates: readonly AnswerIdea[],
  chunk: (key: PartKey) => readonly string[],
  words: PromptWords,
): readonly string[] {
  return RELATION_NAMES.flatMap((relation) => {
    const links = candidates.filter((one) => one.relation === relation).map(({ target }) => `- [[${target}]]`);
    return links.length === 0 ? [] : ['', chunk(relation)[0] ?? `### ${words.list(relation)}`, '', ...links];
  });
}

/** The raw text of a note, without quote marks. */
function rawSection({ text, outline: { rawText } }: OutlinedText): { heading: string; text: string } | null {
  if (rawText === null || rawText.words === 0) return null;
  const { from, to } = rawText.heading;
  return { heading: splitLines(text.slice(from, to))[0] ?? '', text: stepText(text, rawText) };
}

/** The form of step 3 by its part of a template: its headings, and its table. */
function formOf(chunk: readonly string[], words: PromptWords): readonly string[] {
  const headings = chunk.filter((line, index) => index > 0 && line.startsWith('#'));
  const rule = chunk.findIndex((line) => /^\|[\s|:-]*-[\s|:-]*\|$/.test(line));
  return [
    ...(headings.length > 0 ? ['', words.sections, '', ...headings] : []),
    ...(rule > 0 ? ['', words.table, '', ...chunk.slice(rule - 1, rule + 1)] : []),
  ];
}

/** Those of the fields that a note with frontmatter lacks or leaves empty. */
function emptyFields(text: string, fields: readonly string[]): readonly string[] {
  if (scanFrontmatter(text).fields.length === 0) return [];
  return fields.filter((name) => !OWN_FIELDS.includes(name) && !saysField(text, name));
}

/** A prompt by its template. A placeholder that is none of ours stays as it stands. */
function composePrompt(template: string, values: PromptValues): string {
  const known = new Map<string, string>(Object.entries({ ...values, title: oneLine(values.title) }));
  return template.replace(/\{\{[ \t]*(\w+)[ \t]*\}\}/g, (gap, name: string) => known.get(name) ?? gap);
}

/** Signs that a template must have of its own to be known by them. */
const LEAST_KNOWN = 60;
const squeezed = (text: string): string => foldSpace(text).trim();

/**
 * Whether a text is a prompt itself: the one of this note as it is now, or one that the template made of another. An answer that begins
 * with its prompt goes on behind the line of backticks that closes it, and is none.
 */
export function isPromptText(text: string, template: string, now: Prompt): boolean {
  const said = squeezed(text);
  const parts = squeezed(template).split(/ ?\{\{[ \t]*\w+[ \t]*\}\} ?/);
  let end = 0;
  const has = (part: string): boolean => {
    const at = said.indexOf(part, end);
    end = at + part.length;
    return at !== -1;
  };
  if (now.kind === 'prompt' && said === squeezed(now.text)) return true;
  if (parts.join('').length < LEAST_KNOWN || !said.startsWith(parts[0] ?? '') || !parts.every(has)) return false;
  const fence = /`{3,}$/.exec(said)?.[0];
  return fence !== undefined && said.indexOf(fence, end) === said.length - fence.length;
}
