import { BlockCursor } from '../../src/markdown/block-cursor';
import type { Note, Step } from '../../src/model/note';
import type { Table } from '../../src/model/table';
import type { TextChange } from '../../src/model/text-change';
import { readNote } from '../../src/read/note';
import { stepText } from '../../src/markdown/step-text';
import { turnTexts, type TurnText } from '../../src/read/turn-texts';
import type { LinkEdit } from '../../src/write/idea-link-edit';
import { linksOf } from './idea-link-reading';

/** A footnote's citation or definition, found without the plugin's own code. */
interface Mark {
  /** Offset of the bracket. */
  readonly at: number;
  readonly id: string;
  /** What a definition says on its line, `null` for a citation. */
  readonly said: string | null;
}

interface Line {
  /** Of a table: whatever else it looks like. */
  readonly isRow: boolean;
  readonly from: number;
  readonly text: string;
  readonly isCode: boolean;
  /** It stands in a list's item or in a footnote. */
  readonly isHosted: boolean;
  /** The line on which the innermost callout begins that this one stands in; -1 for none. */
  readonly callout: number;
}

const QUOTE = /^(?:[ \t]*>)*/;
const depthOf = (text: string): number => (QUOTE.exec(text)?.[0] ?? '').split('>').length - 1;

/** The lines of a text: which of them are code, and in which callout they stand. */
function linesIn(text: string): readonly Line[] {
  const callouts: { readonly depth: number; readonly line: number }[] = [];
  let fence: { readonly sign: string; readonly depth: number } | null = null;
  let from = 0;
  const rows = rowsIn(text);
  // What is indented below a blank line is code, unless a list or a footnote stands above it.
  const front = /^---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  let isComment = false;
  let above = { isBlank: true, isCode: false, isHost: false, depth: 0 };
  return text.split('\n').map((raw, line) => {
    const start = from;
    from += raw.length + 1;
    if (start < front) return { from: start, text: raw, isCode: true, isRow: false, isHosted: false, callout: -1 };
    const depth = depthOf(raw);
    const content = raw.replace(QUOTE, '').trim();
    while ((callouts.at(-1)?.depth ?? 0) > depth) callouts.pop();
    if (fence !== null && depth < fence.depth) fence = null;
    const sign = /^(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}|~{3,})/.exec(content)?.[1];
    const wasCode = fence !== null;
    if (fence !== null) {
      if (content === fence.sign) fence = null;
    } else if (sign !== undefined) fence = { sign, depth };
    if (!wasCode && depth > 0 && !rows.has(line + 1) && /^\[![^\]]+\]/.test(content)) {
      while ((callouts.at(-1)?.depth ?? 0) >= depth) callouts.pop();
      callouts.push({ depth, line });
    }
    const isFence = wasCode || fence !== null;
    const isIndented = /^ {4}/.test(raw.replace(QUOTE, '').replace(/^ (?=\S| {4})/, depth > 0 ? '' : ' '));
    // A list in a quote holds nothing that stands outside of it.
    const isHosted = above.isHost && above.depth <= depth;
    const isCode = isFence || (content !== '' && isIndented && (above.isBlank || above.isCode) && !isHosted);
    if (content === '%%' && !isCode) isComment = !isComment;
    const isRow = rows.has(line + 1);
    const isHead = /^(?:[-*+]|\d+[.)])\s|^\[\s*\^?[^\]]+\]:/.test(content);
    // What is indented so far runs on where nothing holds it.
    const opens = !isComment && isHead && !isCode && !isRow && (!isIndented || isHosted);
    const isBreak = /^(?:#{1,6}\s|-{3,}$)/.test(content);
    const stays = content === '' || isIndented || (!above.isBlank && !isBreak);
    above = {
      isBlank: content === '' || isFence || /^(?:#{1,6}\s|-{3,}$|%%$)/.test(content),
      isCode,
      isHost: opens || (stays && isHosted),
      depth,
    };
    return {
      from: start,
      text: raw.replace(/\r$/, ''),
      isCode,
      isRow,
      isHosted: above.isHost,
      callout: callouts.at(-1)?.line ?? -1,
    };
  });
}

/** The lines of tables, from 1: where one ends only the reader tells. */
function rowsIn(text: string): ReadonlySet<number> {
  const rows = new Set<number>();
  const block = new BlockCursor(text);
  while (block.next()) if (block.kind === 'row') rows.add(block.at.line);
  return rows;
}

/** The footnotes of a text: what cites, what defines. */
function marksIn(lines: readonly Line[]): readonly Mark[] {
  return lines.flatMap(({ from, text, isCode, isRow }): readonly Mark[] => {
    if (isCode) return [];
    const plain = text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length));
    return Array.from(plain.matchAll(/(?<![[\\])\[\^([^[\]]+)\](:?)/g), ({ 0: whole, 1: id = '', 2: colon, index }) => {
      const opens = colon === ':' && !isRow && text.slice(0, index).replace(QUOTE, '').trim() === '';
      return {
        at: from + index,
        id: id.toLowerCase(),
        said: opens ? withoutIds(text.slice(index + whole.length)).trim() : null,
      };
    });
  });
}

/** Numbers may change, as long as they lead where they did. */
const withoutIds = (text: string): string => text.replace(/\[\s*\^\s*[^[\]]+\]/g, '[^]');

/** Where an offset of the text before the changes stands in the text after them; `null` when it was taken out. */
function moved(changes: readonly TextChange[], offset: number): number | null {
  let shift = 0;
  for (const { from, to, insert } of changes) {
    if (offset < from) break;
    if (offset < to) return null;
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

interface Reading {
  readonly text: string;
  readonly note: Note;
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
}

/** Of one note many edits are looked at, one after the other. */
let last: Reading | null = null;

function readOnce(text: string, noteOf: NoteOf): Reading {
  return last?.text === text ? last : (last = read(text, noteOf));
}

type NoteOf = (text: string) => Note;

function read(text: string, noteOf: NoteOf): Reading {
  const lines = linesIn(text);
  return { text, note: noteOf(text), lines, marks: marksIn(lines) };
}

/** An insertion that says something, in the text after the changes. */
interface Inserted {
  /** Of the lines: in the text after, the first that says something and the last. */
  readonly first: number;
  readonly last: number;
  /** The offset in the text before. */
  readonly at: number;
  /** It is a footnote's definition and nothing else. */
  readonly isDefinition: boolean;
}

/** Every promise that an edit broke, in words; none where it kept them all. Who has read the two texts hands the readings in. */
export function brokenPromises(
  text: string,
  changes: readonly TextChange[],
  after: string,
  edit: LinkEdit,
  noteOf: NoteOf = readNote,
): string[] {
  const [one, other] = [readOnce(text, noteOf), read(after, noteOf)];
  const at = (offset: number): number | null => moved(changes, offset);
  const inserted = insertions(other, changes);
  return [
    ...footnotesBroken(one, other, at, edit),
    ...tablesBroken(one, other, inserted, edit),
    ...stepsBroken(one, other, changes, inserted, edit),
    ...calloutsBroken(one, other, at, inserted, edit),
  ];
}

function insertions(other: Reading, changes: readonly TextChange[]): readonly Inserted[] {
  let shift = 0;
  return changes.flatMap(({ from, to, insert }): readonly Inserted[] => {
    const start = from + shift;
    shift += insert.length - (to - from);
    // A number in a marker or a citation is no text of its own.
    if (/^[\s>]*$|^\d+$/.test(insert)) return [];
    const begin = start + (/^[\s>]*/.exec(insert)?.[0].length ?? 0);
    return [
      {
        first: lineAt(other.text, begin),
        last: lineAt(other.text, start + insert.trimEnd().length - 1),
        at: from,
        isDefinition: /^[\s>]*\[\^[^[\]]+\]:/.test(insert) && isOneLine(insert),
      },
    ];
  });
}

/** One line of text alone. */
const isOneLine = (insert: string): boolean =>
  !insert
    .replace(/^[\s>]+/, '')
    .trim()
    .includes('\n');
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

function footnotesBroken(
  one: Reading,
  other: Reading,
  at: (offset: number) => number | null,
  edit: LinkEdit,
): readonly string[] {
  const broken: string[] = [];
  const definitionOf = ({ marks }: Reading, id: string): Mark | undefined =>
    marks.find((mark) => mark.said !== null && mark.id === id);
  const kept = new Set<number>();
  for (const mark of one.marks) {
    const place = at(mark.at);
    if (place === null) continue;
    kept.add(place);
    const now = other.marks.find((found) => found.at === place);
    if (!now || (now.said === null) !== (mark.said === null)) broken.push(`[^${mark.id}] is no footnote any more`);
    else if (now.said !== mark.said) broken.push(`[^${mark.id}] said “${mark.said}”, says “${now.said}”`);
    else {
      const [was, is] = [definitionOf(one, mark.id), definitionOf(other, now.id)];
      // A footnote that is moved takes its number along.
      const isMoved = edit.kind === 'move' && was && at(was.at) === null && is?.said === was.said;
      const isSame = isMoved || (was ? is !== undefined && at(was.at) === is.at : is === undefined);
      if (mark.said === null && !isSame) broken.push(`[^${mark.id}] led to “${was?.said}”, leads to “${is?.said}”`);
    }
  }
  const added = other.marks.filter((mark) => !kept.has(mark.at));
  for (const mark of added) {
    if (mark.said !== null && other.marks.filter(({ id, said }) => said !== null && id === mark.id).length > 1) {
      if (edit.kind === 'add') broken.push(`[^${mark.id}] is defined once more`);
    }
  }
  if (edit.kind === 'add' && edit.footnote !== null) {
    const entries = linksOf(other.note).filter(
      ({ target, relation }) => target === edit.link && relation === edit.relation,
    );
    const says = entries.flatMap(({ footnotes }) => footnotes.map((id) => definitionOf(other, id.toLowerCase())?.said));
    if (!says.includes(edit.footnote || `[[${edit.link}]]`)) broken.push('the new entry does not cite its footnote');
  }
  if (edit.kind === 'move') {
    // A footnote that nothing cites may become an item.
    const cited = (reading: Reading, marks: readonly Mark[]): string => {
      const says = marks
        .filter(({ said }) => said === null)
        .map(({ id }) => definitionOf(reading, id)?.said ?? `${id}?`);
      return [...new Set(says)].sort().join('\n');
    };
    const gone = one.marks.filter((mark) => at(mark.at) === null);
    if (cited(one, gone) !== cited(other, added)) broken.push('the moved entry cites something else');
  }
  return broken;
}

function tablesBroken(one: Reading, other: Reading, inserted: readonly Inserted[], edit: LinkEdit): readonly string[] {
  const said = ({ caption, callout, header }: Table): string =>
    JSON.stringify([caption, callout, withoutIds(header.join('|'))]);
  const [was, is] = [one.note.tables.map(said), other.note.tables.map(said)];
  const broken = was.join('\n') === is.join('\n') ? [] : [`tables were ${was.join(', ')}, are ${is.join(', ')}`];
  for (const table of one.note.tables) {
    const head = one.lines.findLastIndex(
      ({ text, isCode, isHosted }, index) =>
        index < table.line - 1 &&
        !isCode &&
        (/^[\s>]*#{1,6}\s/.test(text) ||
          // Below what an item or a footnote says, the line is a break: what runs on lazily is underlined by nothing.
          (!isHosted && /[^\s>]/.test(text) && /^[\s>]*(?:=+|-+)\s*$/.test(one.lines[index + 1]?.text ?? ''))),
    );
    if (head === -1) continue;
    const [from, to] = [one.lines[head]?.from ?? 0, one.lines[table.line - 1]?.from ?? 0];
    const isBetween = inserted.some(
      (text) => text.at > from && text.at <= to && !holds(one, edit, text, head, table.line - 2),
    );
    if (isBetween) broken.push(`something was written between “${table.caption}” and its table`);
  }
  return broken;
}

/** Whether some lines hold a list already that this is an entry of. */
function holds({ note, lines, marks }: Reading, edit: LinkEdit, text: Inserted, first: number, last: number): boolean {
  const from = lines[first]?.from ?? 0;
  const to = lines[last + 1]?.from ?? Infinity;
  if (text.isDefinition && marks.some(({ at, said }) => said !== null && at >= from && at < to)) return true;
  const relation = edit.kind === 'remove' ? null : edit.relation;
  return linksOf(note).some((link) => link.relation === relation && link.line - 1 >= first && link.line - 1 <= last);
}

function stepsBroken(
  one: Reading,
  other: Reading,
  changes: readonly TextChange[],
  inserted: readonly Inserted[],
  edit: LinkEdit,
): readonly string[] {
  const said = ({ note }: Reading): string => JSON.stringify(note.steps.map(({ step, set }) => [step, set]));
  if (said(one) !== said(other)) return [`steps were ${said(one)}, are ${said(other)}`];
  const isIn = ({ line, endLine }: Step, first: number): boolean => first > line - 1 && first <= endLine - 1;
  const broken: string[] = [];
  const texts = [one, other].map(({ text, note }) => note.steps.map((step) => stepText(text, step)));
  for (const [index, step] of one.note.steps.entries()) {
    const now = other.note.steps[index];
    if (!now) continue;
    const within = inserted.filter((text) => isIn(now, text.first) || isIn(now, text.last));
    if (within.some((text) => !holds(one, edit, text, step.line - 1, step.endLine - 1))) {
      broken.push(`something was written into step ${step.step}`);
      continue;
    }
    const lines = one.lines.slice(step.line, step.endLine);
    const isCut = changes.some(({ from, to }) => {
      const last = lines.at(-1);
      return to > from && to > (lines[0]?.from ?? Infinity) && from <= (last ? last.from + last.text.length : -1);
    });
    // What is taken out of a step, or written behind its own list, changes it; each line that is left must be there in order.
    // Where all that is left stands in a quote, its marks are none of the text.
    const [was = '', is = ''] = texts.map((all) => withoutIds(all[index] ?? '').replace(/^(?:> ?)+/gm, ''));
    if (within.length === 0 && !isCut ? was !== is : within.length === 0 && !isSubsequence(is, was)) {
      broken.push(`step ${step.step} said “${was}”, says “${is}”`);
    } else if (within.length > 0 && !isCut && !isSubsequence(was, is)) {
      broken.push(`step ${step.step} lost lines`);
    }
  }
  return broken;
}

function isSubsequence(few: string, many: string): boolean {
  // Items behind a removed one close up.
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim().replace(/^\d+([.)])/, '1$1'))
      .filter((line) => line !== '');
  const rest = lines(many);
  return lines(few).every((line) => {
    const found = rest.indexOf(line);
    rest.splice(0, found + 1);
    return found !== -1;
  });
}

function calloutsBroken(
  one: Reading,
  other: Reading,
  at: (offset: number) => number | null,
  inserted: readonly Inserted[],
  edit: LinkEdit,
): readonly string[] {
  const broken: string[] = [];
  const heads = new Map<number, number>();
  for (const [index, line] of one.lines.entries()) {
    // The line break before the first letter is what an insertion at its beginning would move.
    const place = at(line.from);
    if (line.callout === index && place !== null) heads.set(lineAt(other.text, place), index);
  }
  const roles = ({ note }: Reading): string => note.turns.map(({ role }) => role).join();
  if (roles(one) !== roles(other)) broken.push('the turns are others');
  for (const text of inserted) {
    for (let line = text.first; line <= text.last; line++) {
      const now = other.lines[line];
      if (!now || now.text.trim() === '') continue;
      if (now.isCode && !/`{3}|~{3}/.test(now.text)) broken.push(`“${now.text}” was written into code`);
      if (now.callout === -1) continue;
      const head = heads.get(now.callout);
      const last = head === undefined ? -1 : one.lines.findLastIndex(({ callout }) => callout === head);
      if (head === undefined || !holds(one, edit, text, head, last)) {
        broken.push(`“${now.text}” was written into a callout`);
      }
    }
  }
  if (broken.length > 0) return broken;
  const turns = ({ text, note }: Reading): readonly TurnText[] => turnTexts(text, note.turns);
  const now = turns(other);
  for (const [index, turn] of turns(one).entries()) {
    const then = now[index];
    const isIn = ({ line, endLine }: TurnText, at: number): boolean => at >= line && at <= endLine;
    const isTaken = edit.kind !== 'add' && isIn(turn, edit.entry.line);
    const isPut =
      then !== undefined && inserted.some(({ first, last }) => isIn(then, first + 1) || isIn(then, last + 1));
    const [was, is] = [withoutIds(turn.text), withoutIds(then?.text ?? '')];
    // What a turn lists itself is taken out of it, and put into it.
    const isKept = isTaken ? isPut || isSubsequence(is, was) : isPut ? isSubsequence(was, is) : was === is;
    if (!isKept) broken.push(`a turn said “${was}”, says “${is}”`);
  }
  return broken;
}
