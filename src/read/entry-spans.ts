import type { EntryForm, FieldPlace, IdeaEntry, IdeaLink } from '../model/note';
import type { Span } from '../model/span';
import { CODE, skipSpace, type LineCursor } from '../markdown/lines';
import { cellPlaces } from '../markdown/table-row';
import type { EntryPlaces } from './entry-text';
import type { Opening } from './subject';

/** Where the row of a table stands. */
export type RowPlace = Pick<LineCursor, 'content' | 'end'>;

/** What parts the cells of a row in its entry's text. */
export const CELLS_JOIN = ' — ';

/** Where an entry's head stands. */
export interface EntryHead {
  readonly form: EntryForm;
  readonly marker: Span;
  readonly link: Span;
  /** Behind the link and what closes its emphasis. */
  readonly end: number;
  readonly introducer: Span | null;
  /** Of an inline field. */
  readonly field?: FieldPlace;
}

/** Remembers where an entry stands while it is read: of its text, which is put together out of parts of lines, where each began. */
export class EntrySpans {
  readonly #head: EntryHead;
  /** Each as an offset in the entry's text and the offset in the note's that it stands for. */
  readonly #pieces: number[] = [];
  #lineEnd: number;

  /** @param lineEnd Where the line ends that holds the link. */
  constructor(head: EntryHead, lineEnd: number) {
    this.#head = head;
    this.#lineEnd = lineEnd;
  }

  /** From the offset `raw` on the entry's text is what stands in the note from `from` on. */
  piece(raw: number, from: number): void {
    this.#pieces.push(raw, from);
  }

  /** One more line belongs to the entry. */
  line(end: number): void {
    this.#lineEnd = end;
  }

  /**
   * @param read What the entry's text was read as.
   * @param isMore Whether it has any behind the link.
   */
  finish(links: readonly IdeaLink[], read: EntryPlaces, isMore: boolean): IdeaEntry {
    const { form, marker, link, end, introducer, field = null } = this.#head;
    const to = Math.max(this.#lineEnd, end);
    let last = Math.min(to, Math.max(end, isMore ? this.#endOf(read.to) : end));
    let first = read.from < read.to ? this.#startOf(read.from) : last;
    // Of a row, cells before the link say something of it, too.
    if (first < link.to) first = this.#firstBehind(link.to) ?? last;
    last = Math.max(first, last);
    return {
      links,
      form,
      whole: { from: marker.from, to },
      marker,
      link,
      joint: { from: link.to, to: first },
      description: { from: first, to: last },
      citations: read.citations.map(({ id, from, to: stop }) => {
        return { id, from: this.#startOf(from), to: this.#endOf(stop) };
      }),
      introducer,
      field,
    };
  }

  #startOf(raw: number): number {
    // The last piece that begins no later, by halves: an entry may have thousands of lines, and of citations.
    let index = 0;
    for (let end = this.#pieces.length; end - index > 2;) {
      const middle = ((index + end) >> 2) * 2;
      if ((this.#pieces[middle] ?? 0) > raw) end = middle;
      else index = middle;
    }
    return (this.#pieces[index + 1] ?? 0) + raw - (this.#pieces[index] ?? 0);
  }

  /** The same for an offset behind the last sign of something. */
  #endOf(raw: number): number {
    return raw === 0 ? this.#head.end : this.#startOf(raw - 1) + 1;
  }

  #firstBehind(offset: number): number | undefined {
    return this.#pieces.find((at, index) => index % 2 === 1 && at >= offset);
  }
}

/** From the first of an opening's links to its last. */
export function linkSpan({ subjects, end }: Pick<Opening, 'subjects' | 'end'>): Span {
  return { from: subjects[0]?.from ?? end, to: subjects.at(-1)?.end ?? end };
}

/** Where the entry of a row stands: its link opens the cell of `column`, and the cells `others` say something of it. */
export function rowSpans(
  text: string,
  { content, end }: RowPlace,
  column: number,
  opening: Pick<Opening, 'subjects' | 'end'>,
  others: readonly number[],
  introducer: Span | null,
): EntrySpans {
  const cells = cellPlaces(text, content, end).map((span) => new Cell(text, span));
  const own = cells[column] ?? new Cell(text, { from: end, to: end });
  const link = linkSpan(opening);
  const head: EntryHead = {
    form: 'row',
    marker: { from: content, to: content },
    link: { from: own.at(link.from), to: own.at(link.to) },
    end: own.at(opening.end),
    introducer,
  };
  const spans = new EntrySpans(head, end);
  let raw = own.say(spans, 0, opening.end);
  for (const other of others) raw = cells[other]?.say(spans, raw === 0 ? 0 : raw + CELLS_JOIN.length, 0) ?? raw;
  return spans;
}

/** Where a link stands in the cell of `column`, which is a field of its own; what is said of it goes up to `stop`. */
export function cellSpans(
  text: string,
  { content, end }: RowPlace,
  column: number,
  opening: Pick<Opening, 'subjects' | 'end'>,
  stop: number,
): EntrySpans {
  const value = cellPlaces(text, content, end)[column] ?? { from: end, to: end };
  const cell = new Cell(text, value);
  const inside = linkSpan(opening);
  const link = { from: cell.at(inside.from), to: cell.at(inside.to) };
  const spans = new EntrySpans(
    {
      form: 'inner',
      marker: { from: link.from, to: link.from },
      link,
      end: cell.at(opening.end),
      introducer: null,
      field: {
        form: 'bracketed',
        whole: value,
        key: { from: value.from, to: value.from },
        value,
        item: value,
        quote: '',
      },
    },
    cell.at(stop),
  );
  cell.say(spans, 0, opening.end);
  return spans;
}

/** A cell of a row, in which `\|` stands for a pipe of its own. */
class Cell {
  readonly #text: string;
  readonly #span: Span;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#span = span;
  }

  /** Where in the note the sign stands that is at an offset of what the cell says. */
  at(offset: number): number {
    let at = this.#span.from;
    for (let said = 0; said < offset && at < this.#span.to; said++) at += this.#isEscape(at) ? 2 : 1;
    return at;
  }

  /** Adds what the cell says from an offset on to an entry's text, which has `raw` signs; returns how many it has then. */
  say(spans: EntrySpans, raw: number, offset: number): number {
    const { to } = this.#span;
    let at = skipSpace(this.#text, this.at(offset), to);
    if (at < to) spans.piece(raw, at);
    let length = raw;
    for (; at < to; length++) {
      if (this.#isEscape(at)) {
        at += 2;
        spans.piece(length + 1, at);
      } else at++;
    }
    return length;
  }

  #isEscape(at: number): boolean {
    return this.#text.charCodeAt(at) === CODE.backslash && this.#text.charCodeAt(at + 1) === CODE.pipe;
  }
}
