import type { EntryForm, FieldPlace } from '../model/note';
import type { Span } from '../model/span';
import { skipSpace, type LineCursor } from '../markdown/lines';
import { endHere } from '../text/here';
import { EntrySpans, linkSpan, type EntryHead } from './entry-spans';
import type { FieldLinks, InlineField } from './inline-fields';
import type { Opening } from './subject';

/** A number that counts the headings that are entries. */
const NUMBER = /\d{1,3}[.)][ \t\u00A0]+/y;

/**
 * Where the entry of a line stands, whose text begins at `from` and ends at `end`: before what is not shown at the line's end.
 * `seen` is the note's text, blanks in place of that.
 */
export function lineSpans(
  seen: string,
  opening: Opening,
  head: Pick<EntryHead, 'form' | 'marker' | 'introducer'>,
  from: number,
  end: number,
  lineEnd: number,
): EntrySpans {
  const { before } = opening;
  const spans = new EntrySpans({ ...head, link: linkSpan(opening), end: opening.end }, lineEnd);
  if (before !== '') spans.piece(0, from);
  spans.piece(before.length, skipSpace(seen, opening.end, end));
  return spans;
}

/** Where the label of an opening stands, whose line's text begins at `from`; `null` without one. */
export function labelSpan(text: string, from: number, { label, end }: Opening): Span | null {
  const at = label === '' ? -1 : text.slice(from, end).indexOf(label);
  return at === -1 ? null : { from: from + at, to: from + at + label.length };
}

/** The marker of a line that begins at `content`, and its text at `from`. */
export function markerSpan(text: string, form: EntryForm, content: number, from: number): Span {
  if (form === 'inner') return { from, to: from };
  if (form === 'footnote') return { from: content, to: skipSpace(text, from, text.length) };
  if (form !== 'heading' || content === from) return { from: content, to: from };
  return { from: content, to: Math.max(from, endHere(NUMBER, text, from)) };
}

/** Where a link of an inline field stands, in a line whose text begins at `from`. */
export function fieldSpans(
  seen: string,
  { whole, key, value }: InlineField,
  { opening, end }: FieldLinks,
  form: EntryForm,
  { content, end: lineEnd }: Pick<LineCursor, 'content' | 'end'>,
  from: number,
): EntrySpans {
  const link = linkSpan(opening);
  const isInner = form === 'inner';
  const isLine = whole.to === value.to || whole.from === from;
  const field: FieldPlace = { form: isLine ? 'line' : 'bracketed', whole, key, value, item: value, quote: '' };
  const marker = markerSpan(seen, form, content, isInner ? link.from : from);
  const spans = new EntrySpans(
    { form, marker, link, end: opening.end, introducer: key, field },
    isInner ? end : lineEnd,
  );
  spans.piece(0, skipSpace(seen, opening.end, end));
  return spans;
}
