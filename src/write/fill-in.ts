import { isBlankLine, isFilled } from '../markdown/filled';
import { countQuoteMarks } from '../markdown/quote-marks';
import { isUnfinishedFrontmatter, keptEnd } from '../markdown/frontmatter';
import { ownSteps, type OutlinedText, type PartKey, type Section, type UnclosedBlock } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { RELATION_NAMES, STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { splitLines } from '../text/line-breaks';
import { missingFields } from './fill-frontmatter';
import { groundOf, insertLines, noteLines, type NoteLines } from './note-lines';
import { findSpots, templateChunks, type Chunk } from './template-parts';
import { withStepText } from './step-text';

/** What of a template is to be filled into a note. */
export interface FillOptions {
  /** The parts wanted, `fields` for the frontmatter; all of the template's when it is left out. */
  readonly keys?: readonly (PartKey | 'fields')[];
  /** Texts for steps that the note lacks. */
  readonly texts?: ReadonlyMap<StepNumber, string>;
  /** A text that stands under no heading of the template is taken for that of step 1. */
  readonly textIsStep1?: boolean;
  /** The frontmatter cannot be read, and is left alone. */
  readonly keepsFrontmatter?: boolean;
}

export type FillResult =
  /** `changes` is empty where the note lacks nothing. */
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  /** A code block begins in `line` and never ends: what is added below it would be code. */
  | { readonly kind: 'unclosed'; readonly line: number };

/**
 * What a note lacks of the template, each part where the template has it. Nothing that stands in the note is moved or rewritten:
 * every change only inserts. `template` is a note composed by the template with this note's values.
 */
export function fillInMissing(note: OutlinedText, template: OutlinedText, options: FillOptions = {}): FillResult {
  const target = noteLines(note.text);
  const isLeft = options.keepsFrontmatter || options.keys?.includes('fields') === false;
  const fields = isLeft ? null : missingFields(note, template);
  const blocks = missingBlocks(note, template, target, options);
  if (fields?.kind === 'whole') blocks.unshift({ after: 0, lines: fields.lines, quote: '' });
  const unclosed = note.outline.unclosed.find((code) => blocks.some((block) => goesInto(block, code)));
  if (unclosed) return { kind: 'unclosed', line: unclosed.line };
  const changes = [
    ...(fields?.kind === 'fields'
      ? fields.insertions.map(({ after, lines }) => insertLines(target, after, lines))
      : []),
    ...spaced(blocks, target).map(({ after, lines }) => insertLines(target, after, lines)),
  ];
  return { kind: 'changes', changes: changes.sort((a, b) => a.from - b.from) };
}

/** Whether a note has text, but none of it under a heading of the template: then it may be the text of step 1. */
export function hasLooseText(note: OutlinedText): boolean {
  const { sections, linked } = note.outline;
  return sections.length + linked.size === 0 && firstText(bodyOf(note)) !== -1;
}

/** Lines to go in behind the line `after`, 1-based; 0 is the very beginning. */
interface Block {
  readonly after: number;
  readonly lines: readonly string[];
  /** The marks of the quote that they go into. */
  readonly quote: string;
}

/** Whether what is put there would be a part of a block of code that is never closed, or part it. */
function goesInto({ after, quote }: Block, { line, endLine, depth }: UnclosedBlock): boolean {
  return after >= line && (after < endLine || (after === endLine && quote.split('>').length > depth));
}

/** Blocks at one place as one, in the quote that they go into, blank lines around it where there are none. */
function spaced(blocks: readonly Block[], { lines }: NoteLines): readonly Omit<Block, 'quote'>[] {
  const places = [...new Set(blocks.map(({ after }) => after))];
  return places.map((after) => {
    const here = blocks.filter((block) => block.after === after);
    const joined = here.flatMap((block, index) => {
      const spread = index === 0 && after === 0 ? block.lines : ['', ...block.lines];
      return spread.map((line) => (line === '' ? block.quote.trimEnd() : block.quote + line));
    });
    return { after, lines: isBlankLine(lines[after] ?? '') ? joined : [...joined, here[0]?.quote.trimEnd() ?? ''] };
  });
}

function missingBlocks(note: OutlinedText, template: OutlinedText, target: NoteLines, options: FillOptions): Block[] {
  const { outline } = note;
  const kept = Math.max(Number(isUnfinishedFrontmatter(note.text)), keptEnd(note.text).line - 1);
  const { taken, captioned, callouts } = groundOf(note.text);
  let bodyFrom = Math.min(kept, target.lines.length);
  // What only looks like frontmatter may end within a block of code.
  while (taken.has(bodyFrom) && taken.has(bodyFrom + 1)) bodyFrom++;
  const body = target.lines.slice(bodyFrom);
  if (!options.keys && !isUnfinishedFrontmatter(note.text) && !body.some((line) => line.trim() !== ''))
    return [{ after: bodyFrom, lines: bodyOf(template), quote: '' }];
  const steps = ownSteps(outline);
  const quote = steps[0]?.quote ?? '';
  // Steps in the text of the note's own are a part of it.
  const isInner = ({ line, set }: Section): boolean =>
    set > 0 && steps.some((step) => set !== step.set && line > step.line && line <= step.endLine);
  const sections = outline.sections
    .filter((section) => !isInner(section))
    .map((section) => {
      let endLine = endOfWaiting(target.lines, section);
      while (taken.has(endLine + 1) && (quote === '' || isQuotedLine(target.lines[endLine]))) endLine++;
      return { ...section, endLine };
    });
  const own = sections.filter(({ set, line, ...section }) =>
    set > 0 ? steps.some((step) => step.line === line) : section.quote.trim() === quote.trim(),
  );
  const hasIdeas = outline.linked.size > 0 || own.some(({ set }) => set === 0);
  const startsText = options.textIsStep1 === true && hasLooseText(note);
  const isMissing = ({ key }: Chunk): boolean => {
    if (options.keys?.includes(key) === false || own.some((section) => section.key === key)) return false;
    const relation = RELATION_NAMES.find((name) => name === key);
    if (relation === undefined) return true;
    // A quote's headings would hold for what follows it. What holds the lists is not put over lists that stand without it.
    return quote === '' && (relation === 'related' ? !hasIdeas : !outline.linked.has(relation));
  };
  const chunks = templateChunks(template);
  const lastFilled = (before: number): number => {
    let line = Math.min(target.lines.length, Math.max(0, before - 1));
    while (line > bodyFrom && !taken.has(line) && !isTaken(target.lines[line - 1] ?? '')) line--;
    return Math.max(bodyFrom, line);
  };
  const spots = findSpots(chunks.filter(isMissing), chunks, {
    sections,
    own,
    headings: outline.headings,
    isQuoted: quote !== '',
    lastFilled,
    isHeld: (line) => {
      // What is pasted is wanted wherever its place is.
      if (options.texts) return false;
      const isParted = isQuotedLine(target.lines[line - 1]) && isQuotedLine(target.lines[line]);
      return captioned.has(line) || (quote === '' ? isParted : callouts[line] !== callouts[steps[0]?.line ?? 0]);
    },
  });
  return spots.map(({ chunk, after, level }): Block => {
    if (startsText && chunk.key === 'step1') {
      return { after: lastFilled(bodyFrom + firstText(body) + 1), lines: [chunk.lines[0] ?? ''], quote };
    }
    const step = STEP_NUMBERS.find((number) => chunk.key === `step${number}`);
    const text = step === undefined ? undefined : options.texts?.get(step);
    const [heading = '', ...rest] = text === undefined ? chunk.lines : withStepText(chunk.lines, text);
    const rule = chunk.hasRule && after > bodyFrom && !isUnfinishedFrontmatter(note.text) ? ['---', ''] : [];
    const lines = [...rule, heading.replace(/^#+(?= )/, '#'.repeat(level)), ...rest];
    return { after, lines, quote };
  });
}

/** Whether a line is more than blank or a rule: also an empty quote, which waits for a text. */
function isTaken(line: string): boolean {
  return isFilled(line) || isQuotedLine(line);
}

function isQuotedLine(line = ''): boolean {
  return line.trimStart().startsWith('>');
}

/** The last line of a section, with the empty quote that waits in it. */
function endOfWaiting(lines: readonly string[], { endLine, quote }: Section): number {
  const depth = countQuoteMarks(quote);
  let end = endLine;
  for (let at = endLine; at < lines.length && isBlankLine(lines[at] ?? ''); at++) {
    const deeper = countQuoteMarks(lines[at] ?? '') - depth;
    if (deeper < 0) break;
    if (deeper > 0) end = at + 1;
  }
  return end;
}

/** The first line of a text, 0-based, that its title does not take; -1 where there is none. */
function firstText(body: readonly string[]): number {
  return body.findIndex((line) => isFilled(line) && !/^# /.test(line));
}

/** A note's text below its frontmatter, without blank lines around it. */
export function bodyOf({ text, outline }: OutlinedText): readonly string[] {
  const lines = splitLines(text).slice(outline.bodyLine - 1);
  const isText = (line: string): boolean => line !== '';
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}
