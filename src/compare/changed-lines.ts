import { LETTER_OR_DIGIT } from '../text/letters';
import { splitLines } from '../text/line-breaks';
import { atOnce, type Work } from '../model/work';
import { diffing, type Run } from './diff';
import { comparingWords, couldKeep, replaceWhole, sameShare, type Part } from './words';
import { addTo } from '../text/grouped';

/** One line of what a change does to a text. Lines are counted from 1; a line break is no part of a line's text. */
export type ChangedLine =
  | { readonly kind: 'same'; readonly before: number; readonly after: number; readonly text: string }
  | { readonly kind: 'removed'; readonly before: number; readonly text: string }
  | { readonly kind: 'added'; readonly after: number; readonly text: string }
  /** Changed where it stands. */
  | { readonly kind: 'altered'; readonly before: number; readonly after: number; readonly parts: readonly Part[] }
  /** Stands elsewhere now; told once, in its new place, though it may be changed as well. */
  | { readonly kind: 'moved'; readonly before: number; readonly after: number; readonly parts: readonly Part[] }
  /** So many lines between are the same. */
  | { readonly kind: 'skipped'; readonly count: number };

/** How many lines that stay are told before and behind each change. */
const CONTEXT = 2;
/** So many characters are compared word by word before others are asked. */
const CHARACTERS_AT_ONCE = 10_000;
/** A line is told to be altered, not removed and another added, when this share of it stays. */
const ALIKE = 0.5;

/**
 * What becomes of a text's lines: those that change, with a few around them. `pairs` says which line (1-based) of the first text
 * is which of the second, for rows that are moved and changed in one go; without it, only a line that is moved as it stands is told
 * to be moved.
 */
export function changedLines(
  before: string,
  after: string,
  pairs?: ReadonlyMap<number, number>,
): readonly ChangedLine[] {
  return atOnce(changingLines(before, after, pairs));
}

/** The same in steps. */
export function* changingLines(
  before: string,
  after: string,
  pairs: ReadonlyMap<number, number> = new Map(),
): Work<readonly ChangedLine[]> {
  const texts = { before: splitLines(before), after: splitLines(after), compared: 0 };
  const origins = new Map([...pairs].map(([from, to]) => [to - 1, from - 1]));
  const runs = yield* diffing(
    texts.before.map((line, index) => (pairs.has(index + 1) ? `row ${index}` : `line ${line}`)),
    texts.after.map((line, index) => {
      const origin = origins.get(index);
      return origin === undefined ? `line ${line}` : `row ${origin}`;
    }),
  );
  for (const [to, from] of movedAsWritten(texts, runs, origins)) origins.set(to, from);
  const moved = new Set(origins.values());
  const lines: ChangedLine[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'same') {
      for (const { from, to } of indexes(run)) lines.push(yield* stayed(texts, from, to));
      continue;
    }
    const [earlier, later] = [runs[index - 1], runs[index + 1]];
    // What is removed is told together with what is added in its place.
    if (run.kind === 'added' && earlier?.kind === 'removed') continue;
    const removed = run.kind === 'removed' ? indexes(run).map(({ from }) => from) : [];
    const addedRun = run.kind === 'added' ? run : later?.kind === 'added' ? later : null;
    const added = addedRun ? indexes(addedRun).map(({ to }) => to) : [];
    for (const line of yield* replaced(texts, removed, added, origins, moved)) lines.push(line);
  }
  return withContext(lines);
}

interface Texts {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many characters were compared word by word since others were asked. */
  compared: number;
}

function indexes({ before, after, length }: Run): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length }, (_, step) => ({ from: before + step, to: after + step }));
}

/** Lines that are gone in one place and new in another, as written, the first with the first. Blank ones and rules are none. */
function movedAsWritten(
  { before, after }: Texts,
  runs: readonly Run[],
  origins: ReadonlyMap<number, number>,
): readonly (readonly [to: number, from: number])[] {
  const paired = new Set(origins.values());
  const gone = new Map<string, number[]>();
  for (const { from } of runs.filter(({ kind }) => kind === 'removed').flatMap(indexes)) {
    const line = before[from] ?? '';
    if (paired.has(from) || !LETTER_OR_DIGIT().test(line)) continue;
    addTo(gone, line, from);
  }
  // The first is taken first, from the end: all others would move up each time.
  for (const places of gone.values()) places.reverse();
  const added = runs.filter(({ kind }) => kind === 'added').flatMap(indexes);
  return added.flatMap(({ to }) => {
    const from = origins.has(to) ? undefined : gone.get(after[to] ?? '')?.pop();
    return from === undefined ? [] : [[to, from] as const];
  });
}

/** Lines in whose place others stand. Where they are as many, those that are alike were altered. */
function* replaced(
  texts: Texts,
  removed: readonly number[],
  added: readonly number[],
  origins: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
): Work<readonly ChangedLine[]> {
  const lines: ChangedLine[] = [];
  const waiting: ChangedLine[] = [];
  const sameNumber = removed.length === added.length;
  for (let step = 0; step < Math.max(removed.length, added.length); step++) {
    const from = removed[step];
    const to = added[step];
    const goes = from !== undefined && !moved.has(from);
    const origin = to === undefined ? undefined : origins.get(to);
    if (sameNumber && goes && to !== undefined && origin === undefined) {
      const line = yield* stayed(texts, from, to);
      if (line.kind === 'altered' && sameShare(line.parts) >= ALIKE) {
        for (const one of waiting.splice(0)) lines.push(one);
        lines.push(line);
        continue;
      }
    }
    if (goes) lines.push({ kind: 'removed', before: from + 1, text: textOf(texts.before, from) });
    if (to === undefined) continue;
    waiting.push(
      origin === undefined
        ? { kind: 'added', after: to + 1, text: textOf(texts.after, to) }
        : { kind: 'moved', before: origin + 1, after: to + 1, parts: yield* partsOf(texts, origin, to) },
    );
  }
  return [...lines, ...waiting];
}

function* stayed(texts: Texts, from: number, to: number): Work<ChangedLine> {
  const numbers = { before: from + 1, after: to + 1 };
  const [before, after] = [textOf(texts.before, from), textOf(texts.after, to)];
  if (texts.before[from] === texts.after[to]) return { kind: 'same', ...numbers, text: after };
  // Where hardly a word stays, the two are read one after the other; finding out word by word would take long.
  const parts = couldKeep(ALIKE, before, after) ? yield* partsOf(texts, from, to) : replaceWhole(before, after);
  return { kind: 'altered', ...numbers, parts: sameShare(parts) < ALIKE ? replaceWhole(before, after) : parts };
}

function* partsOf(texts: Texts, from: number, to: number): Work<readonly Part[]> {
  const [before, after] = [textOf(texts.before, from), textOf(texts.after, to)];
  texts.compared += before.length + after.length;
  if (texts.compared > CHARACTERS_AT_ONCE) {
    texts.compared = 0;
    yield;
  }
  return yield* comparingWords(before, after);
}

function textOf(lines: readonly string[], index: number): string {
  return lines[index] ?? '';
}

function withContext(lines: readonly ChangedLine[]): readonly ChangedLine[] {
  const near = new Uint8Array(lines.length);
  lines.forEach((line, index) => {
    if (line.kind !== 'same') near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  });
  const told: ChangedLine[] = [];
  let count = 0;
  lines.forEach((line, index) => {
    if (near[index] === 0) {
      count++;
      return;
    }
    if (count > 0) told.push({ kind: 'skipped', count });
    count = 0;
    told.push(line);
  });
  return count > 0 ? [...told, { kind: 'skipped', count }] : told;
}
