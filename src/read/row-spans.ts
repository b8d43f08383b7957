import type { Span } from '../model/span';
import { CODE, skipSpace, type LineCursor } from '../markdown/lines';
import { cellPlaces } from '../markdown/table-row';
import { EntrySpans, linkSpan, type EntryHead } from './entry-spans';
import type { Opening } from './subject';

/** Where the row of a table stands. */
export type RowPlace = Pick<LineCursor, 'content' | 'end'>;

/** What parts the cells of a row in its entry's text. */
export const CELLS_JOIN = ' — ';

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
