import { parse } from 'yaml';
import { applyChanges } from '../../src/model/apply-changes.ts';
import { readFrontmatter } from '../../src/read/frontmatter.ts';
import { readNote } from '../../src/read/note.ts';
import { readOutline } from '../../src/read/outline.ts';
import { fillInMissing, type FillOptions } from '../../src/write/fill-in.ts';
import type { NoteDraft } from '../../src/write/note-draft.ts';
import { composeThreeStepNote } from '../../src/write/three-step-note.ts';
import { EMPTY_DRAFT } from './drafts.ts';

/** A note with what it lacks filled in, by the built-in template unless the draft says otherwise. Throws when that is more than inserting. */
export function filledIn(text: string, options: FillOptions = {}, draft: Partial<NoteDraft> = {}): string {
  const template = composeThreeStepNote({ ...EMPTY_DRAFT, ...draft });
  const result = fillInMissing(readOutline(text), readOutline(template), options);
  if (result.kind === 'unclosed') throw new Error(`a code block is open from line ${result.line} on`);
  if (result.changes.some(({ from, to }) => from !== to))
    throw new Error('something that stood in the note is taken out');
  return applyChanges(text, result.changes);
}

/** The first line of `before` that `after` does not have, in order; `null` where it has all of them. */
export function lostLine(before: string, after: string): string | null {
  const lines = after.split(/\r?\n/);
  let at = 0;
  for (const line of before.split(/\r?\n/)) {
    const found = lines.indexOf(line, at);
    if (found === -1) return line;
    at = found + 1;
  }
  return null;
}

/** What the reader finds wrong in `after` and not in `before`, wherever it stands. */
export function newProblems(before: string, after: string): readonly string[] {
  const known = problemsOf(before);
  return problemsOf(after).filter((problem) => {
    const at = known.indexOf(problem);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

function problemsOf(text: string): string[] {
  const frontmatter = readFrontmatter(text, (yaml): unknown => parse(yaml, { logLevel: 'error' })).problems;
  // The parser of YAML says the line in words, too.
  return [...frontmatter, ...readNote(text).problems].map((problem) =>
    JSON.stringify({ ...problem, line: 0, first: 0, later: 0 }).replace(/ at line \d+/, ''),
  );
}
