import type { IdeaLink, Note } from '../model/note';
import type { Outline, OutlinedText, Section, UnclosedBlock } from '../model/outline';
import { BlockCursor } from '../markdown/block-cursor';
import { frontmatterEnd } from '../markdown/frontmatter';
import { isBoldLabel } from '../markdown/line-kinds';
import { bodySpan, lastFilledLine } from '../markdown/filled';
import { lineStart, trimEnd, type LineStart } from '../markdown/lines';
import { firstIndex } from '../text/first-index';
import { Intervals } from '../text/intervals';
import { labelledLines } from './labelled-lines';
import { readNote } from './note';
import { BUILT_IN, type Vocabulary } from './vocabulary';
import { addTo } from '../text/grouped';

/** A heading or label as it stands, before it is known where its section ends. */
type Head = Omit<Section, 'key' | 'endLine' | 'textEnd' | 'headEnd' | 'body'> & {
  readonly key: Section['key'] | null;
  readonly depth: number;
  headEnd: number;
  /** The first line below it that is quoted less deeply. */
  quoteEnd: LineStart | null;
};

/**
 * Finds the parts of the three-step template in a text, also those that are still empty. Total, as the reader is.
 *
 * @param note What the text was read as with this vocabulary, where that is known.
 */
export function readOutline(
  text: string,
  vocabulary: Vocabulary = BUILT_IN,
  note: Note = readNote(text, vocabulary),
): OutlinedText {
  const links = [...note.ideaLinks, ...note.markdownLinks];
  const { heads: all, unclosed } = readHeads(text, note, vocabulary);
  const linkLines = linesByRelation(links);
  // Bold words are a label only above links that the reader takes for its.
  const heads = all.filter(({ level, set, key, line }, index) => {
    if (level > 0 || set > 0) return true;
    const lines = linkLines.get(key) ?? [];
    const below = lines[firstIndex(lines, (one) => one > line)] ?? Infinity;
    return below < (all[index + 1]?.line ?? Infinity);
  });
  const steps = new Map(note.steps.map((step) => [step.line, step]));
  const inSteps = new Intervals(note.steps.map(({ line, endLine }) => ({ first: line + 1, last: endLine })));
  // As if the text ended in one more line break.
  const end: LineStart = { line: note.lineCount + 1, offset: text.length + 1 };
  const sections = heads.flatMap(({ key, depth, quoteEnd, ...head }, index): Section[] => {
    if (key === null) return [];
    const step = steps.get(head.line);
    if (step) {
      const { endLine, textEnd, body } = step;
      return [{ ...head, key, endLine, textEnd, body }];
    }
    // No further than the next part of the template: what stands between is looked at once.
    let below = index + 1;
    let next = heads[below];
    while (next && !(next.key !== null || next.depth < depth || (next.level > 0 && next.level <= (head.level || 6)))) {
      next = heads[++below];
    }
    const nextHead = next ? { line: next.line, offset: lineStart(text, next.heading.from) } : end;
    const boundary = quoteEnd && quoteEnd.line < nextHead.line ? quoteEnd : nextHead;
    const last = lastFilledLine(text, { line: head.headEnd, end: head.heading.to }, boundary);
    const endLine = last.line;
    // The expansion may have headings of its own that sound like a list of ideas: only one still empty is the template's.
    if (endLine > head.headEnd && inSteps.hold(head.line)) return [];
    return [{ ...head, key, endLine, textEnd: endLine, body: bodySpan(text, head.heading.to, last.end) }];
  });
  const linked = new Set(links.map(({ relation }) => relation));
  const { ownSet, rawText } = note;
  const labelled = labelledLines(text, links);
  const bodyLine = frontmatterEnd(text).line;
  const headings = heads.filter(({ key, level, depth }) => key === null && level > 0 && depth === 0);
  const outline: Outline = { bodyLine, sections, headings, ownSet, rawText, linked, labelled, unclosed };
  return { text, outline };
}

/** The lines of links by what they are, ascending. */
function linesByRelation(links: readonly IdeaLink[]): ReadonlyMap<Section['key'] | null, readonly number[]> {
  const found = new Map<Section['key'] | null, number[]>();
  for (const { relation, line } of links) {
    addTo(found, relation, line);
  }
  for (const lines of found.values()) lines.sort((a, b) => a - b);
  return found;
}

/** Headings of any kind, and labels that mean a part of the template, as the reader sees them: not in code, not in comments. */
function readHeads(text: string, note: Note, vocabulary: Vocabulary): { heads: Head[]; unclosed: UnclosedBlock[] } {
  const block = new BlockCursor(text);
  const { at, code } = block;
  const steps = new Map(note.steps.map((step) => [step.line, step]));
  const heads: Head[] = [];
  /** Those whose quote has not ended, the deepest last. */
  const quoted: Head[] = [];
  const unclosed: UnclosedBlock[] = [];
  let open: UnclosedBlock | null = null;
  let hasHeadings = false;
  while (block.next()) {
    const { kind, level } = block;
    const { line, start, content, end, depth } = at;
    while ((quoted.at(-1)?.depth ?? 0) > depth) {
      const ended = quoted.pop();
      if (ended) ended.quoteEnd = { line, offset: start };
    }
    const isBlock = kind === 'code' || kind === 'comment' || kind === 'formula' || kind === 'html';
    if (open !== null && (!isBlock || block.opens)) unclosed.push(open);
    const first: Pick<UnclosedBlock, 'line' | 'depth'> =
      open === null || block.opens ? { line, depth: code.quoteDepth } : open;
    open = isBlock && code.isOpen ? { line: first.line, depth: first.depth, endLine: line } : null;
    const last = heads.at(-1);
    if (kind === 'underline' && last?.line === line - 1) last.headEnd = line;
    if (kind !== 'heading' && kind !== 'text') continue;
    const step = steps.get(line);
    const isLabel = level === 0 && at.indent < 4 && isBoldLabel(text, content, trimEnd(text, content, end));
    if (level === 0 && !step && !isLabel) continue;
    // What names the note names no list by the way.
    const isTitle = level === 1 && depth === 0 && !hasHeadings;
    hasHeadings ||= level > 0 && depth === 0;
    const words = text.slice(block.from, block.to);
    const head: Head = {
      key: step ? (`step${step.step}` as const) : vocabulary.relationOf(words, isTitle ? 'title' : 'heading'),
      heading: { from: content, to: block.headEnd },
      line,
      level,
      quote: depth === 0 ? '' : text.slice(start, content),
      words: step?.words ?? 0,
      set: step?.set ?? 0,
      depth,
      headEnd: line,
      quoteEnd: null,
    };
    heads.push(head);
    if (depth > 0) quoted.push(head);
  }
  if (open !== null) unclosed.push(open);
  // An item ends before what is added below it at the margin.
  return { heads, unclosed: unclosed.filter((block) => block.depth >= 0) };
}
