import type { EntryForm, FieldPlace, IdeaEntry, IdeaLink } from '../model/note';
import type { Span } from '../model/span';
import type { EntryPlaces } from './entry-text';
import type { Opening } from './subject';

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

  /** The same of one more line, which ends at `end`. */
  line(raw: number, from: number, end: number): void {
    this.piece(raw, from);
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
