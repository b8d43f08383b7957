import { isFilled } from '../markdown/filled';
import type { OutlinedText, Section } from '../model/outline';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { splitLines } from '../text/line-breaks';
import { textBelow } from './step-text';

/** What a model's answer gives for the steps of a note. */
export type Answer =
  | {
      readonly kind: 'steps';
      /** Without quote marks that stand before all of it; none is empty. */
      readonly texts: ReadonlyMap<StepNumber, string>;
      /** How many lines with something in them belong to no step. */
      readonly leftOut: number;
    }
  /** No heading of a step is in it. */
  | { readonly kind: 'none' }
  /** Steps, but no text below them. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'several'; readonly count: number };

/**
 * Reads a model's answer: its steps in whatever spelling the reader knows, also where the answer, or a step of it, stands in a code
 * block, and whatever stands before the first.
 */
export function readAnswer(answer: string, read: (text: string) => OutlinedText): Answer {
  const readings = [{ text: answer, around: 0 }, ...unfenced(answer)].map(({ text, around }) => {
    const note = read(text);
    return { note, around, steps: stepsOf(note) };
  });
  // As it is written, unless that hides a step: a fence around all may end at the first that stands within.
  const [best] = readings.sort((a, b) => kindsOf(b.steps) - kindsOf(a.steps));
  if (!best || best.steps.length === 0) return { kind: 'none' };
  const count = new Set(best.steps.map(({ set }) => set)).size;
  return count > 1 ? { kind: 'several', count } : stepsIn(best.note, best.steps, best.around);
}

function kindsOf(steps: readonly Section[]): number {
  return new Set(steps.map(({ key }) => key)).size;
}

function stepsOf({ outline }: OutlinedText): readonly Section[] {
  return outline.sections.filter(({ set }) => set > 0);
}

function stepsIn(note: OutlinedText, steps: readonly Section[], around: number): Answer {
  const lines = splitLines(note.text);
  const texts = new Map<StepNumber, string>();
  const taken = new Set<number>();
  for (const [index, section] of steps.entries()) {
    const step = STEP_NUMBERS.find((number) => section.key === `step${number}`);
    const next = steps[index + 1]?.line ?? lines.length + 1;
    // The expansion may end in its sources; lists of ideas behind the other steps are none of theirs.
    const list = note.outline.sections.find(({ set, line }) => set === 0 && line > section.line);
    const end = step === 3 ? next : Math.min(next, list?.line ?? next);
    for (let line = section.line; line < end; line++) taken.add(line);
    const text = withoutFence(textBelow(lines.slice(section.headEnd, end - 1), section.quote));
    if (step !== undefined && text !== '') texts.set(step, text);
  }
  if (texts.size === 0) return { kind: 'empty' };
  const leftOut = around + lines.filter((line, index) => isFilled(line) && !taken.has(index + 1)).length;
  return { kind: 'steps', texts, leftOut };
}

/** A code block that is meant for reading: without a language, or in Markdown. */
const OPENING = /^[ \t]*(`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt)?[ \t]*$/i;

/** What stands in the outermost code block, with the number of filled lines around it; and the answer without the fences of any. */
function unfenced(answer: string): readonly { readonly text: string; readonly around: number }[] {
  const lines = splitLines(answer);
  const first = lines.findIndex((line) => OPENING.test(line));
  if (first === -1) return [];
  const fence = OPENING.exec(lines[first] ?? '')?.[1] ?? '';
  const last = lines.findLastIndex((line) => line.trim() === fence);
  const end = last > first ? last : lines.length;
  const around = [...lines.slice(0, first), ...lines.slice(end + 1)].filter(isFilled).length;
  return [
    { text: lines.slice(first + 1, end).join('\n'), around },
    { text: withoutFences(lines).join('\n'), around: 0 },
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
