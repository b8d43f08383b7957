import MarkdownIt from 'markdown-it';
import type { Note } from '../../src/model/note.ts';
import { frontmatterEnd } from '../../src/markdown/frontmatter.ts';
import { readNote } from '../../src/read/note.ts';
import { timeInTurns } from './measure.ts';

/** What `bench` prints of the reader. */
export interface ReaderFigures {
  readonly characters: number;
  readonly ms: number;
  /** How many times faster than markdown-it parses the same bodies. */
  readonly vsMarkdownIt: number;
  /** How many times slower than counting the bodies' line feeds. */
  readonly vsNewlineCount: number;
}

/** Reads the bodies of the notes (their frontmatter cut off) into models, beside markdown-it in the same run. */
export function benchReader(texts: readonly string[]): ReaderFigures {
  // Written anew: a slice of the whole text would cost every reader an extra step at each character.
  const bodies = texts.map((text) => Buffer.from(text.slice(frontmatterEnd(text).offset)).toString());
  const parser = new MarkdownIt();
  let sum = 0;
  const [ms = 0, markdownIt = 0, newlines = 0] = timeInTurns([
    () => {
      for (const body of bodies) sum += checksum(readNote(body));
    },
    () => {
      for (const body of bodies) sum += parser.parse(body, {}).length;
    },
    () => {
      for (const body of bodies) sum += countNewlines(body);
    },
  ]);
  if (sum === 0) throw new Error('the notes are empty');
  return {
    characters: bodies.reduce((total, body) => total + body.length, 0),
    ms,
    vsMarkdownIt: markdownIt / ms,
    vsNewlineCount: ms / newlines,
  };
}

/** Touches every value of the model, so that nothing of the reader's work can be put off. */
function checksum(note: Note): number {
  let sum = note.lineCount + note.turns.length + note.problems.length;
  for (const links of [note.ideaLinks, note.markdownLinks]) {
    for (const link of links) {
      sum +=
        link.line + lengthOf(link.target) + lengthOf(link.relation) + lengthOf(link.description) + lengthOf(link.group);
      sum += lengthOf(link.heading) + lengthOf(link.alias);
      for (const id of link.footnotes) sum += lengthOf(id);
    }
  }
  for (const table of note.tables) {
    sum += table.line + table.endLine + lengthOf(table.caption) + lengthOf(table.callout) + table.align.length;
    for (const cell of table.header) sum += lengthOf(cell);
    for (const row of table.body) for (const cell of row.cells) sum += row.line + lengthOf(cell);
    for (const mark in table.legend) sum += lengthOf(mark);
    for (const rung of table.tier?.rungs ?? []) {
      sum += (rung.rank ?? 0) + lengthOf(rung.rankText) + lengthOf(rung.subject);
      for (const cell of rung.cells) sum += lengthOf(cell.text) + cell.marks.length;
      for (const mark in rung.marks) sum += rung.marks[mark] ?? 0;
    }
  }
  for (const step of note.steps) sum += step.line + step.endLine + step.words + step.set + lengthOf(step.language);
  return sum;
}

/** Looks into the text, so that a slice has to be one. */
function lengthOf(text: string): number {
  return text.length === 0 ? 0 : text.length + text.charCodeAt(text.length - 1);
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
