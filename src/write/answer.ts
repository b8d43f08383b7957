import { isFilled } from '../markdown/filled';
import { textBelow } from '../markdown/step-text';
import type { IdeaLink } from '../model/note';
import type { OutlinedText, Section } from '../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { closingWords } from '../model/words';
import { lazily } from '../text/lazily';
import { firstIndex } from '../text/first-index';
import { splitLines } from '../text/line-breaks';
import { inHeadings } from './answer-forms';
import { withStepHeadings, type StepOf } from './answer-headings';
import { fenceAtStart, saysMarkdown, unfenced, type Unfenced } from './answer-fences';
import { fieldsAtEnd, fieldsIn } from './answer-fields';
import type { FieldBlock } from './frontmatter-fields';
import { addTo } from '../text/grouped';

/** What of an answer can be put into a note. */
export interface TakenAnswer {
  /** Without quote marks that stand before all of it; none is empty. */
  readonly texts: ReadonlyMap<StepNumber, string>;
  /** Fields of frontmatter above the steps, as they are written. */
  readonly fields: readonly FieldBlock[];
  /** Entries of idea lists that stand in no step. */
  readonly ideas: readonly AnswerIdea[];
  /** Lines with something in them that are none of these. */
  readonly rest: readonly string[];
}

export type AnswerIdea = Pick<IdeaLink, 'relation' | 'target' | 'heading' | 'description'>;

/** What a model's answer gives for a note. */
export type Answer =
  | ({ readonly kind: 'steps' } & TakenAnswer)
  /** No heading of a step is in it, nor anything else that can be taken. */
  | { readonly kind: 'none' }
  /** Steps, but no text below them. */
  | { readonly kind: 'empty' }
  /** Some steps come more than once: what may be meant, in the order of the answer. */
  | { readonly kind: 'several'; readonly answers: readonly TakenAnswer[] };

/** How an answer is read. */
export interface AnswerReading {
  readonly outline: (text: string) => OutlinedText;
  readonly ideaLinks: (text: string) => readonly IdeaLink[];
  /** Which step a heading of an answer opens, and what says so. */
  readonly stepOf: StepOf;
}

/** An answer as it may be read, and what is found in it so. */
interface Reading extends Pick<Unfenced, 'around' | 'ends'> {
  readonly note: OutlinedText;
  readonly steps: readonly Section[];
  readonly links: readonly IdeaLink[];
}

/**
 * Reads a model's answer: its steps in whatever spelling the reader knows and in whatever order, also where the answer, or a step of it,
 * stands in a code block; fields of frontmatter and lists of ideas; and whatever stands around them.
 */
export function readAnswer(answer: string, { outline, ideaLinks, stepOf }: AnswerReading): Answer {
  const readingOf = ({ text, around, ends }: Unfenced): Reading => {
    const note = outline(text);
    return { note, around, ends, steps: stepsOf(note), links: ideaLinks(text) };
  };
  const inFences = (text: string): readonly Unfenced[] => [{ text, around: [], ends: [] }, ...unfenced(text)];
  const { said, around } = inHeadings(answer, stepOf);
  const headed = withStepHeadings(said, stepOf);
  // As it is written, unless that hides a step or an idea: a fence around all may end at the first that stands within, and headings
  // may be of other words.
  const [best] = [...inFences(said), ...(headed === said ? [] : inFences(headed))]
    .map((one) => readingOf({ ...one, around: [...around, ...one.around] }))
    .sort((a, b) => kindsOf(b.steps) - kindsOf(a.steps) || listedIn(b) - listedIn(a));
  const answers = best ? answersIn(best) : [];
  const [first] = answers;
  if (first) return answers.length > 1 ? { kind: 'several', answers } : { kind: 'steps', ...first };
  return { kind: best && best.steps.length > 0 ? 'empty' : 'none' };
}

function kindsOf(steps: readonly Section[]): number {
  return new Set(steps.map(({ key }) => key)).size;
}

/** How many ideas of an answer that has steps stand below a heading that says what they are. */
function listedIn({ steps, links }: Reading): number {
  return steps.length === 0 ? 0 : links.filter(isAboveOrBelow).length;
}

/** Sources and related notes may well be a part of the expansion. */
function isAboveOrBelow({ relation }: IdeaLink): boolean {
  return relation !== 'source' && relation !== 'related';
}

/** The steps that stand in the text of no other, quoted as little as any. */
function stepsOf({ outline }: OutlinedText): readonly Section[] {
  const marks = ({ quote }: Section): number => quote.split('>').length;
  const all = outline.sections.filter(({ set }) => set > 0);
  const least = all.reduce((depth, section) => Math.min(depth, marks(section)), Infinity);
  let end = 0;
  return all.filter((section) => {
    if (marks(section) > least || section.line <= end) return false;
    end = section.endLine;
    return true;
  });
}

/** Tells whether one of some links stands in a section. */
function holding(links: readonly IdeaLink[]): (section: Section) => boolean {
  const lines = links.map(({ line }) => line).sort((a, b) => a - b);
  return ({ line, endLine }) => (lines[firstIndex(lines, (one) => one > line)] ?? Infinity) <= endLine;
}

/** What the answer says, once for each version of the step that has most of them; nothing where nothing can be taken. */
function answersIn({ note, steps, around, ends, links }: Reading): readonly TakenAnswer[] {
  const lines = splitLines(note.text);
  const versions = new Map<StepNumber, string[]>();
  const { sections, labelled } = note.outline;
  const lists = sections.filter(({ set }) => set === 0);
  const taken = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let line = from; line < to; line++) taken.add(line);
  };
  const above = fieldsIn(lines, (steps[0]?.line ?? lines.length + 1) - 1);
  const fields = above ?? fieldsAtEnd(lines, steps.at(-1)?.headEnd ?? 0);
  if (fields) take(fields.from + 1, fields.to + 2);
  const ofAround = fields ? null : fieldsIn(around, around.length);
  const listed = links.filter(({ origin }) => origin !== 'property');
  const hasIdeas = holding(listed.filter(isAboveOrBelow));
  /** Where a step's text ends, 0-based. Lists of ideas behind it are none of its text, unless they are sources of the expansion. */
  const endOf = ({ key, line }: Section, index: number): number => {
    const next = steps[index + 1]?.line ?? lines.length + 1;
    let list = firstIndex(lists, (one) => one.line > line);
    const goesOn = (one: Section | undefined): boolean => one !== undefined && one.line < next && !hasIdeas(one);
    while (key === 'step3' && goesOn(lists[list])) list++;
    const behind = above === null && fields && fields.from >= line ? fields.from : lines.length;
    return Math.min(lists[list]?.line ?? next, next, behind + 1) - 1;
  };
  const belowOf = (section: Section, index: number): readonly string[] =>
    lines.slice(section.headEnd, endOf(section, index));
  const areFenced = steps.length > 1 && steps.every((section, index) => fenceAtStart(belowOf(section, index)) !== null);
  for (const [index, section] of steps.entries()) {
    const { line, headEnd, quote, key } = section;
    const step = STEP_NUMBERS.find((number) => key === `step${number}`);
    let below = belowOf(section, index);
    const first = below.findIndex(isFilled);
    const end = ends[line - 1] ?? ends[headEnd + first];
    if (end !== undefined) below = below.slice(0, Math.max(0, end - headEnd));
    else if (quote !== '' && isQuoted(below[first])) below = below.slice(0, quoteEnd(below));
    if (index === steps.length - 1) below = withoutClosing(below);
    // A heading that ends the text of a step is of what follows: another version, say.
    else if (/^#{1,6} /.test(below.findLast(isFilled) ?? '')) below = below.slice(0, below.findLastIndex(isFilled));
    // Nor are idea links at its end, each behind its label.
    const isText = (one: string, at: number): boolean => isFilled(one) && !labelled.has(headEnd + 1 + at);
    below = below.slice(0, below.findLastIndex(isText) + 1);
    const fence = fenceAtStart(below);
    // What stands behind a step's own fence is no more of it.
    const isOwn =
      fence !== null && (areFenced || saysMarkdown(below[fence.from]) || !below.slice(fence.to + 1).some(isFilled));
    if (isOwn) below = below.slice(0, fence.to + 1);
    take(line, headEnd + below.length + 1);
    const text = textBelow(isOwn ? below.slice(fence.from + 1, fence.to) : below, quote);
    if (step === undefined || text === '') continue;
    addTo(versions, step, text);
  }
  const ideas = listed.filter(({ line }) => !taken.has(line));
  for (const { line } of ideas) taken.add(line);
  // Headings over lists that are taken say nothing else.
  for (const { line, headEnd } of lists.filter(holding(ideas))) take(line, headEnd + 1);
  const outside = around.filter((_, at) => !(ofAround && at >= ofAround.from && at <= ofAround.to));
  const rest = [...outside, ...lines.filter((_, index) => !taken.has(index + 1))].filter(isFilled);
  const other = { fields: (fields ?? ofAround)?.blocks ?? [], ideas, rest };
  const isOther = steps.length === 0 && other.fields.length + ideas.length > 0;
  const count = Math.max(Number(isOther), ...[...versions.values()].map((texts) => texts.length));
  return Array.from({ length: count }, (_, index) => ({
    texts: new Map([...versions].map(([step, texts]) => [step, texts[index] ?? texts.at(-1) ?? ''])),
    ...other,
  }));
}

function isQuoted(line = ''): boolean {
  return /^\s*>/.test(line);
}

/** Where the last quote of some lines ends, with the lines that run on in it. */
function quoteEnd(lines: readonly string[]): number {
  let end = lines.findLastIndex(isQuoted) + 1;
  while (isFilled(lines[end] ?? '')) end++;
  return end;
}

const CLOSING = lazily(() => new RegExp(`^[^a-zа-яё]{0,9}(?:${closingWords()})(?![a-zа-яё])`, 'i'));
/** What is no text of a step where a rule is above it. */
const NOTE = /^[*_(]{0,3}(?:note|примечание)[*_]*:/i;

/** The lines of the last step without a closing line that is said to whoever asked. */
function withoutClosing(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex(isFilled);
  const [line = '', above = ''] = [lines[last], lines[last - 1]];
  const isClosing = CLOSING().test(line) || (NOTE.test(line) && /^---+$/.test(lines[last - 2] ?? ''));
  return isClosing && !isFilled(above) ? lines.slice(0, last) : lines;
}
