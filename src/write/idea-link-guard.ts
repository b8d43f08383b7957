import type { IdeaLink, PlacedNote, Step } from '../model/note';
import type { Table } from '../model/table';
import type { TextChange } from '../model/text-change';
import { firstIndex } from '../text/first-index';
import { foldSpace } from '../text/fold-space';
import { linksOf } from './idea-link-check';
import { citationsIn, type Citation } from './idea-link-footnotes';
import type { NoteLine } from './idea-link-lines';

/** A note as it is compared. */
export interface ReadText {
  readonly text: string;
  readonly lines: readonly NoteLine[];
  readonly note: PlacedNote;
}

/** What is put into a note. */
export interface Insertion {
  readonly change: TextChange;
  /** An offset on the line of an entry that it goes on behind; `null` where it begins a list. */
  readonly behind: number | null;
}

/** What an edit does to a note. */
export interface Edit {
  readonly before: ReadText;
  readonly after: ReadText;
  /** In order. */
  readonly changes: readonly TextChange[];
  /** What is put in, by those of the changes that are no numbers. */
  readonly parts: readonly Insertion[];
  /** Ids of the footnotes that are added. */
  readonly added: readonly string[];
  /** What is taken out is put in again elsewhere. */
  readonly isMove: boolean;
  /**
   * What is put in between are parts of a note, with links, tables and steps of their own, and all that stands there is read as before;
   * below a `heading` in another list or table.
   */
  readonly puts?: 'parts' | 'heading';
}

/**
 * Whether all that an edit does not mean keeps its meaning: each citation leads to the footnote that it led to, each footnote, step
 * and cell says what it said, tables have their captions, messages and callouts their lines, and no list begins inside of them.
 */
export function keepsMeaning(edit: Edit): boolean {
  const trace = new Trace(edit);
  const checks = [keepsFootnotes, keepsBlocks, keepsSteps, keepsTurns];
  if (edit.puts) checks.push(keepsProblems);
  if (edit.puts === 'parts') checks.push(keepsLinks);
  if (edit.puts !== 'heading') checks.push(keepsTables);
  return checks.every((keeps) => keeps(edit, trace));
}

/** Where what is kept stands before and after an edit. */
class Trace {
  readonly #changes: readonly TextChange[];
  /** Before each change, by how much what stands there is moved. */
  readonly #shifts: readonly number[];
  /** What was put in, in the text after. */
  readonly inserted: readonly TextChange[];
  readonly #lineOf: (offset: number) => number;

  constructor({ changes, after }: Edit) {
    this.#changes = changes;
    let shift = 0;
    this.#shifts = [0, ...changes.map(({ from, to, insert }) => (shift += insert.length - (to - from)))];
    this.inserted = changes.map(({ from, insert }, index) => {
      const start = from + (this.#shifts[index] ?? 0);
      return { from: start, to: start + insert.length, insert: '' };
    });
    const starts = after.lines.map(({ from }) => from);
    this.#lineOf = (offset) => indexAt(starts, offset);
  }

  /** The offset in the text after; `null` for what was taken out. */
  at(offset: number): number | null {
    const index = firstIndex(this.#changes, ({ from }) => from > offset);
    // Something may be put in where a cut begins.
    for (let last = index - 1; last >= index - 2; last--) if (offset < (this.#changes[last]?.to ?? 0)) return null;
    return offset + (this.#shifts[index] ?? 0);
  }

  /** Where a change's own text stands in the text after. */
  spanOf(change: TextChange): Pick<TextChange, 'from' | 'to'> {
    return this.inserted[this.#changes.indexOf(change)] ?? change;
  }

  /** The line in the text after, counted from 0, on which the first letter of a line stands. */
  line({ to, content }: NoteLine): number | null {
    const place = this.at(to - content.length);
    return place === null ? null : this.#lineOf(place);
  }

  /** Whether a line of the text after, counted from 0, was put in. */
  isPut(line: NoteLine | undefined): boolean {
    return this.inserted.some(({ from, to }) => line !== undefined && line.from >= from && line.from < to);
  }

  /** A part of the text before without what is taken out of it, in words. */
  kept({ text }: ReadText, from: number, to: number): string {
    return wordsOf(without(text, from, to, this.#changes));
  }

  /** A part of the text after without what was put into it, in words. */
  left({ text }: ReadText, from: number, to: number): string {
    return wordsOf(without(text, from, to, this.inserted));
  }
}

/** The index of the last start at or before an offset; the starts ascend. */
function indexAt(starts: readonly number[], offset: number): number {
  return firstIndex(starts, (start) => start > offset) - 1;
}

function without(text: string, from: number, to: number, cuts: readonly TextChange[]): string {
  let rest = '';
  let at = from;
  for (let index = firstIndex(cuts, (cut) => cut.to >= from); index < cuts.length; index++) {
    const cut = cuts[index];
    if (cut === undefined || cut.from >= to) break;
    rest += text.slice(at, Math.max(at, cut.from));
    at = Math.max(at, cut.to);
  }
  return rest + text.slice(at, Math.max(at, to));
}

/** A text by its words alone, without quote marks and line breaks. */
function wordsOf(text: string): string {
  return foldSpace(text.replace(/^[ \t>]+/gm, '')).trim();
}

function keepsFootnotes({ before, after, added, isMove }: Edit, trace: Trace): boolean {
  const [was, is] = [citationsIn(before.note), citationsIn(after.note)];
  const byPlace = new Map(is.map((one) => [one.at, one]));
  const pairs = was.map((one) => {
    const place = trace.at(one.at);
    return { one, place, now: place === null ? undefined : byPlace.get(place) };
  });
  const kept = new Set(pairs.map(({ now }) => now));
  const [definitions, later] = [firstDefinitions(was), firstDefinitions(is)];
  // Where a footnote stands tells it from all others; of one that is put elsewhere, what it says.
  const ledTo = ({ id }: Citation): number | string | null => {
    const target = definitions.get(id);
    return target ? (trace.at(target.at) ?? saidBy(before, target)) : null;
  };
  const leadsTo = ({ id }: Citation): number | string | null => {
    const target = later.get(id);
    return target ? (kept.has(target) ? target.at : saidBy(after, target)) : null;
  };
  // In a footnote numbers may be others, nothing else.
  const ids = new Set(is.map(({ from, to }) => `${from}-${to}`));
  const numbers = trace.inserted.filter(({ from, to }) => ids.has(`${from}-${to}`));
  const isKept = pairs.every(({ one, place, now }) => {
    if (place === null) return true;
    if (now?.isDefinition !== one.isDefinition || leadsTo(now) !== ledTo(one)) return false;
    if (!one.isDefinition) return true;
    const said = wordsOf(without(after.text, ...textOfFootnote(after, now), numbers));
    return trace.kept(before, ...textOfFootnote(before, one)) === said;
  });
  const put = is.filter((one) => !kept.has(one));
  const [counts, countsAfter] = [definedIn(was), definedIn(is)];
  // A footnote that is put in defines nothing anew, and what stood below it is no part of it.
  const isOwn = put.every((one) => {
    const isNew = (countsAfter.get(one.id) ?? 0) <= Math.max(1, counts.get(one.id) ?? 0);
    return !one.isDefinition || (isNew && trace.left(after, ...textOfFootnote(after, one)) === '');
  });
  const defined = new Set(put.filter(({ isDefinition }) => isDefinition).map(({ id }) => id));
  const isDefined = added.every((id) => defined.has(id));
  if (!isKept || !isOwn || !isDefined) return false;
  if (!isMove) return true;
  // What the entry cited it cites in its new place.
  const keys = (all: readonly Citation[], key: typeof leadsTo): string =>
    [...new Set(all.filter(({ isDefinition }) => !isDefinition).map((one) => `${key(one) ?? `[^${one.id}]`}`))]
      .sort()
      .join('\n');
  const taken = pairs.filter(({ place }) => place === null).map(({ one }) => one);
  return keys(taken, ledTo) === keys(put, leadsTo);
}

/** The definition that Obsidian shows for an id: of several the first. */
function firstDefinitions(citations: readonly Citation[]): ReadonlyMap<string, Citation> {
  const first = new Map<string, Citation>();
  for (const one of citations) if (one.isDefinition && !first.has(one.id)) first.set(one.id, one);
  return first;
}

/** How often each id is defined. */
function definedIn(citations: readonly Citation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, isDefinition } of citations) if (isDefinition) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** From where to where the text of a definition stands; in a comment, that of its line. */
function textOfFootnote({ lines, note }: ReadText, { at, line, to }: Citation): readonly [from: number, to: number] {
  const { footnotes } = note;
  const found = footnotes[firstIndex(footnotes, ({ whole }) => whole.from >= at)];
  const footnote = found?.whole.from === at ? found : undefined;
  return footnote ? [footnote.text.from, footnote.text.to] : [to, lines[line]?.to ?? to];
}

function saidBy(read: ReadText, definition: Citation): string {
  return wordsOf(read.text.slice(...textOfFootnote(read, definition)));
}

/** Code stays code, a heading a heading, what is quoted stays in its callout, and nothing is put into either that does not stand there. */
function keepsBlocks({ before, after, parts }: Edit, trace: Trace): boolean {
  const old = new Set<number>();
  const [quotes, quotesAfter] = [quotesOf(before.lines), quotesOf(after.lines)];
  let last = { was: 0, is: 0 };
  for (const [index, line] of before.lines.entries()) {
    const at = line.kind === 'blank' ? null : trace.line(line);
    const now = at === null ? undefined : after.lines[at];
    if (at === null || !now) continue;
    old.add(at);
    const [was, is] = [quotes[index] ?? 0, quotesAfter[at] ?? 0];
    if ((was === 0) !== (is === 0) || (was > 0 && (was === last.was) !== (is === last.is))) return false;
    if (was > 0) last = { was, is };
    const head = before.lines[line.callout];
    if (now.read !== line.read || now.callout !== (head ? trace.line(head) : -1)) return false;
  }
  const turns = before.note.turns.map(({ line }) => before.lines[line - 1]);
  const starts = before.lines.map(({ from }) => from);
  return parts.every(({ change, behind }) => {
    const { from, to } = trace.spanOf(change);
    const isInMessage = turns.some((head, turn) => {
      const end = turns[turn + 1]?.from ?? before.text.length;
      return head?.kind === 'heading' && change.from > head.from && change.from <= end;
    });
    if (behind === null && isInMessage) return false;
    const head = behind === null ? undefined : before.lines[before.lines[indexAt(starts, behind)]?.callout ?? -1];
    const callout = head ? trace.line(head) : -1;
    return after.lines.every((line, at) => {
      const isPut = line.kind !== 'blank' && line.to > from && line.from < to && !old.has(at);
      return !isPut || (line.closedBy === null && line.callout === callout);
    });
  });
}

/** Of each line the number of the quote that it stands in, 0 for none. A line of text right below a quote runs on in it. */
function quotesOf(lines: readonly NoteLine[]): readonly number[] {
  let count = 0;
  let isOpen = false;
  let mayRunOn = false;
  return lines.map(({ depth, kind }) => {
    const isIn = depth > 0 || (mayRunOn && kind === 'text');
    if (isIn && !isOpen) count++;
    isOpen = isIn;
    mayRunOn = isIn && (kind === 'text' || kind === 'item');
    return isIn ? count : 0;
  });
}

/** Whether each thing of a kind stands where it stood and is kept, and no other but those that may be put in. */
function keepsEach<T extends { readonly line: number }>(
  { before, after, puts }: Edit,
  trace: Trace,
  all: (note: PlacedNote) => readonly T[],
  keeps: (was: T, is: T) => boolean,
): boolean {
  const was = all(before.note);
  const is = all(after.note).filter(({ line }) => !puts || !trace.isPut(after.lines[line - 1]));
  const isKept = (one: T, index: number): boolean => {
    const [line, now] = [before.lines[one.line - 1], is[index]];
    return !!line && !!now && trace.line(line) === now.line - 1 && keeps(one, now);
  };
  return is.length === was.length && was.every(isKept);
}

function keepsTables(edit: Edit, trace: Trace): boolean {
  const { before, parts } = edit;
  const begun = parts.filter(({ behind }) => behind === null);
  const headings = before.lines.filter(({ kind }) => kind === 'heading');
  // Many tables may stand below one long heading: what they share is compared once.
  let alike = ['', ''];
  const isAlike = (was: string, is: string): boolean => {
    if (was === alike[0] && is === alike[1]) return true;
    if (was !== is) return false;
    alike = [was, is];
    return true;
  };
  return keepsEach(
    edit,
    trace,
    ({ tables }) => tables,
    (table, now) => {
      const { from = 0 } = before.lines[table.line - 1] ?? {};
      if (!isAlike(table.caption, now.caption) || headOf(table) !== headOf(now)) return false;
      const rows = new Map(now.body.map((row) => [row.line - 1, row]));
      const hasRows = table.body.every((row) => {
        const at = before.lines[row.line - 1];
        const place = at ? trace.line(at) : null;
        if (place === null) return true;
        const cells = rows.get(place)?.cells ?? [];
        // In a cell that is a field a link may come or go.
        const changed = edit.changes.filter(({ from, to }) => from >= row.span.from && to <= row.span.to).length;
        const others = row.cells.filter((cell, column) => cellsOf([cell]) !== cellsOf([cells[column] ?? '']));
        return cells.length === row.cells.length && others.length <= changed;
      });
      const head = headings[firstIndex(headings, (one) => one.from >= from) - 1];
      return hasRows && !(head && begun.some(({ change }) => change.from > head.from && change.from <= from));
    },
  );
}

const headOf = ({ callout, header, legend }: Table): string => JSON.stringify([callout, cellsOf(header), legend]);
const cellsOf = (cells: readonly string[]): string => cells.join('|').replace(/\[\s*\^[^[\]]*\]/g, '[^]');

/** Steps are where they were and say what they said. */
function keepsSteps(edit: Edit, trace: Trace): boolean {
  const { before, after, parts } = edit;
  return keepsEach(
    edit,
    trace,
    ({ steps }) => steps,
    (step, now) => {
      const [from, to] = textOf(before, step);
      const [start, end] = textOf(after, now);
      const isBegunInside = parts.some(({ change, behind }) => {
        const span = trace.spanOf(change);
        return behind === null && start < end && span.to > start && span.from < end;
      });
      return (
        step.step === now.step &&
        step.set === now.set &&
        !isBegunInside &&
        trace.kept(before, from, to) === trace.left(after, start, end)
      );
    },
  );
}

/** Messages say what they said. */
function keepsTurns(edit: Edit, trace: Trace): boolean {
  const { before, after } = edit;
  return keepsEach(
    edit,
    trace,
    ({ turns }) => turns,
    ({ body }, now) => trace.kept(before, body.from, body.to) === trace.left(after, now.body.from, now.body.to),
  );
}

/** Links are listed as they were, and say what they said. */
function keepsLinks(edit: Edit, trace: Trace): boolean {
  const keyOf = (link: IdeaLink): string => JSON.stringify({ ...link, line: 0 });
  return keepsEach(edit, trace, linksOf, (was, is) => keyOf(was) === keyOf(is));
}

/** Nothing is wrong that was not wrong before. A text that comes below a step may be in another language. */
function keepsProblems({ before, after }: Edit): boolean {
  const left = new Map<string, number>();
  for (const { code } of before.note.problems) left.set(code, (left.get(code) ?? 0) + 1);
  return after.note.problems.every(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count > 0 || code === 'step-language';
  });
}

/** From where to where a step's text stands. */
function textOf({ lines }: ReadText, { line, textEnd }: Step): readonly [from: number, to: number] {
  const from = lines[line]?.from ?? 0;
  return [from, Math.max(from, textEnd > line ? (lines[textEnd - 1]?.to ?? from) : from)];
}
