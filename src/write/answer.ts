import { isFilled } from '../markdown/filled';
import type { IdeaLink } from '../model/note';
import type { OutlinedText, Section } from '../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { splitLines } from '../text/line-breaks';
import { fieldsIn } from './answer-fields';
import type { FieldBlock } from './frontmatter-fields';
import { textBelow } from './step-text';

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
}

/**
 * Reads a model's answer: its steps in whatever spelling the reader knows and in whatever order, also where the answer, or a step of it,
 * stands in a code block; fields of frontmatter and lists of ideas; and whatever stands around them.
 */
export function readAnswer(answer: string, reading: AnswerReading): Answer {
  const readings = [{ text: answer, around: [] }, ...unfenced(answer)].map(({ text, around }) => {
    const note = reading.outline(text);
    return { note, around, steps: stepsOf(note) };
  });
  // As it is written, unless that hides a step: a fence around all may end at the first that stands within.
  const [best] = readings.sort((a, b) => kindsOf(b.steps) - kindsOf(a.steps));
  if (!best) return { kind: 'none' };
  const answers = answersIn(best.note, best.steps, best.around, reading.ideaLinks(best.note.text));
  const [first] = answers;
  if (!first) return best.steps.length === 0 ? { kind: 'none' } : { kind: 'empty' };
  return answers.length > 1 ? { kind: 'several', answers } : { kind: 'steps', ...first };
}

function kindsOf(steps: readonly Section[]): number {
  return new Set(steps.map(({ key }) => key)).size;
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

/** What the answer says, once for each version of the step that has most of them; nothing where nothing can be taken. */
function answersIn(
  note: OutlinedText,
  steps: readonly Section[],
  around: readonly string[],
  links: readonly IdeaLink[],
): readonly TakenAnswer[] {
  const lines = splitLines(note.text);
  const versions = new Map<StepNumber, string[]>();
  const lists = note.outline.sections.filter(({ set }) => set === 0);
  let list = 0;
  const taken = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let line = from; line < to; line++) taken.add(line);
  };
  for (const [index, section] of steps.entries()) {
    const step = STEP_NUMBERS.find((number) => section.key === `step${number}`);
    const next = steps[index + 1]?.line ?? lines.length + 1;
    // The expansion may end in its sources; lists of ideas behind the other steps are none of theirs.
    while ((lists[list]?.line ?? Infinity) <= section.line) list++;
    const end = step === 3 ? next : Math.min(next, lists[list]?.line ?? next);
    take(section.line, end);
    const text = withoutFence(textBelow(lines.slice(section.headEnd, end - 1), section.quote));
    if (step === undefined || text === '') continue;
    const texts = versions.get(step);
    if (texts) texts.push(text);
    else versions.set(step, [text]);
  }
  const fields = fieldsIn(lines, (steps[0]?.line ?? lines.length + 1) - 1);
  if (fields) take(fields.from + 1, fields.to + 2);
  const ideas = links.filter(({ line, origin }) => origin !== 'property' && !taken.has(line));
  for (const { line } of ideas) taken.add(line);
  // Headings over lists that are taken say nothing else.
  const listed = ideas.map(({ line }) => line).sort((a, b) => a - b);
  let idea = 0;
  for (const { line, headEnd, endLine } of lists) {
    while ((listed[idea] ?? Infinity) <= line) idea++;
    if ((listed[idea] ?? Infinity) <= endLine) take(line, headEnd + 1);
  }
  const rest = [...around, ...lines.filter((line, index) => isFilled(line) && !taken.has(index + 1))];
  const count = Math.max(0, ...[...versions.values()].map((texts) => texts.length));
  const other = { fields: fields?.blocks ?? [], ideas, rest };
  if (count === 0)
    return other.fields.length + ideas.length > 0 && steps.length === 0 ? [{ texts: new Map(), ...other }] : [];
  return Array.from({ length: count }, (_, index) => ({
    texts: new Map([...versions].map(([step, texts]) => [step, texts[index] ?? texts.at(-1) ?? ''])),
    ...other,
  }));
}

/** A code block that is meant for reading: without a language, or in Markdown. */
const OPENING = /^[ \t]*(`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt)?[ \t]*$/i;

/** What stands in the outermost code block, with the filled lines around it; and the answer without the fences of any. */
function unfenced(answer: string): readonly { readonly text: string; readonly around: readonly string[] }[] {
  const lines = splitLines(answer);
  const first = lines.findIndex((line) => OPENING.test(line));
  if (first === -1) return [];
  const fence = OPENING.exec(lines[first] ?? '')?.[1] ?? '';
  const last = lines.findLastIndex((line) => line.trim() === fence);
  const end = last > first ? last : lines.length;
  const around = [...lines.slice(0, first), ...lines.slice(end + 1)].filter(isFilled);
  return [
    { text: lines.slice(first + 1, end).join('\n'), around },
    { text: withoutFences(lines).join('\n'), around: [] },
  ];
}

const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/;

/**
 * The lines without the fences of blocks that are meant for reading. Unlike in Markdown, a fence with a language within such a block
 * opens one of its own: so models write.
 */
function withoutFences(lines: readonly string[]): readonly string[] {
  const open: { readonly at: number; readonly sign: string }[] = [];
  const left = new Set<number>();
  lines.forEach((line, at) => {
    const [, sign = '', words = ''] = FENCE.exec(line) ?? [];
    if (sign === '') return;
    const last = open.at(-1);
    if (!last || words.trim() !== '' || !sign.startsWith(last.sign)) open.push({ at, sign });
    else {
      open.pop();
      if (OPENING.test(lines[last.at] ?? '')) left.add(last.at).add(at);
    }
  });
  // One that is never closed hides what is below it.
  for (const { at } of open) if (OPENING.test(lines[at] ?? '')) left.add(at);
  return lines.filter((_, at) => !left.has(at));
}

/** A step's text that is one code block as a whole, without its fences. */
function withoutFence(text: string): string {
  const lines = splitLines(text);
  const fence = OPENING.exec(lines[0] ?? '')?.[1];
  const isWhole = fence !== undefined && lines.length > 1 && lines.at(-1)?.trim() === fence;
  return isWhole && !lines.slice(1, -1).some((line) => line.trim() === fence)
    ? lines.slice(1, -1).join('\n').trim()
    : text;
}
