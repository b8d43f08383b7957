import { readInline } from '../markdown/inline';
import { isLetter } from '../markdown/line-kinds';
import { CODE } from '../markdown/lines';
import type { InlineToken } from '../model/inline';
import type { CitedFootnote } from '../model/note';
import type { Span } from '../model/span';
import { endHere } from '../text/here';

/**
 * What joins subject and description: a dash, a colon or the like, footnote references of another make, and the bold mark behind
 * the colon of `**[[Idea]]:** text`; and what only closes: `(See [[Idea]].)`.
 */
const SEPARATORS =
  /(?:=>|[\s\u200B-\u200F\u2060-\u2069]|\{?\^\d+\}?|[‒-―:：=→⟶➜➔⇒•·|]|<br ?\/?>|&(?:[mn]dash|nbsp);|-+>|[.,;?!](?=\s|$)|[−-]+(?=\s|$)|(?:\*\*|__)(?=\s|$)|[.)>❯›]+$){1,999}/y;
const DASH = 0x2014;
const NO_FOOTNOTES: readonly string[] = [];
const NOTHING_CITED: readonly CitedFootnote[] = [];

/** What an entry says of its subject, and the footnotes that it cites for it, each once, in order. */
export interface EntryText {
  readonly description: string;
  readonly footnotes: readonly string[];
}

const NOTHING_SAID: EntryText = { description: '', footnotes: NO_FOOTNOTES };

/**
 * Reads what stands behind an entry's subject. The description is Markdown without what joins it to the subject, without references
 * to footnotes, and without comments: they are for the author's eye in the note. `marks` of emphasis that opened before the link end
 * somewhere in it: they are no part of it, either.
 */
export function readEntryText(raw: string, marks = ''): EntryText {
  if (raw === '') return NOTHING_SAID;
  const left = leftOut(raw);
  return left === null
    ? { description: joined(raw, marks), footnotes: NO_FOOTNOTES }
    : { description: joined(left.rest(), marks), footnotes: left.footnotes() };
}

/** An entry's text, and where in it the description stands and what is cited. */
export interface EntryPlaces extends EntryText, Span {
  readonly citations: readonly CitedFootnote[];
}

/**
 * Reads the same with its places, of the description as far as it does not stand before `behind`. Where nothing is said there, that
 * is empty, at the text's end.
 */
export function readEntryPlaces(raw: string, behind: number, marks = ''): EntryPlaces {
  const left = leftOut(raw);
  const kept = left === null ? raw : left.rest();
  const body = kept.slice(behindSeparators(kept, 0)).trimEnd();
  const description = withoutOrphan(body, marks);
  const footnotes = left === null ? NO_FOOTNOTES : left.footnotes();
  const citations = left === null ? NOTHING_CITED : left.citations;
  const written = body.startsWith(description) ? description : body;
  const end = behindSeparators(kept, 0) + written.length;
  const start = behindSeparators(kept, left === null ? behind : left.keptOf(behind));
  if (start >= end) return { description, footnotes, from: raw.length, to: raw.length, citations };
  return left === null
    ? { description, footnotes, from: start, to: end, citations }
    : { description, footnotes, from: left.rawOf(start), to: left.rawOf(end - 1) + 1, citations };
}

/** What of an entry's text is no part of its description; `null` where all is. */
function leftOut(raw: string): LeftOut | null {
  if (!MAY_LEAVE_OUT.test(raw)) return null;
  const left = new LeftOut(raw);
  if (MAY_HIDE.test(raw)) left.look(readInline(raw));
  else left.lookForFootnotes();
  return left;
}

/** What footnote references and comments begin with. */
const MAY_LEAVE_OUT = /\[\^|%%|!--/;
/** Signs of code, comments, math, addresses and the like, in which nothing is a reference. */
const MAY_HIDE = /[`\\$<%|\n]|\]\(|\[\[\^|\^\[|:\/\//;
const FOOTNOTE = /\[\^[^[\]\s]{1,80}\]/y;

/** Gathers what of an entry's text is no part of its description. */
class LeftOut {
  readonly #raw: string;
  readonly citations: CitedFootnote[] = [];
  /** Each part that is kept as its offset in what is kept, and that in the text. */
  readonly #parts: number[] = [0, 0];
  #kept = '';
  #from = 0;

  constructor(raw: string) {
    this.#raw = raw;
  }

  look(tokens: readonly InlineToken[]): void {
    for (const token of tokens) {
      if (token.type === 'comment') this.#leaveOut(token);
      else if (token.type === 'footnote' && token.id !== '') this.#cite(token.id, token);
      else if ('children' in token) this.look(token.children);
    }
  }

  /** Finds the same in a text that holds no other sign which could hide one. */
  lookForFootnotes(): void {
    for (let from = this.#raw.indexOf('[^'); from !== -1; from = this.#raw.indexOf('[^', from + 2)) {
      const to = endHere(FOOTNOTE, this.#raw, from);
      if (to < 0) continue;
      this.#cite(this.#raw.slice(from + 2, to - 1), { from, to });
    }
  }

  #cite(id: string, place: Span): void {
    // Of `[[^1]]` the inner brackets are the reference.
    const from = this.#raw.indexOf('[^', place.from);
    this.citations.push({ id, from, to: from + id.length + 3 });
    this.#leaveOut(place);
  }

  /** The ids that are cited, each once. */
  footnotes(): readonly string[] {
    const ids = this.citations.map(({ id }) => id);
    return ids.length > 1 ? [...new Set(ids)] : ids;
  }

  /** The text without what was left out. */
  rest(): string {
    return this.#kept + this.#raw.slice(this.#from);
  }

  /** Where the sign stands in the text that is at an offset of what is kept. */
  rawOf(kept: number): number {
    let index = this.#parts.length - 2;
    while (index > 0 && (this.#parts[index] ?? 0) > kept) index -= 2;
    return (this.#parts[index + 1] ?? 0) + kept - (this.#parts[index] ?? 0);
  }

  /** Where in what is kept the text goes on from an offset of it. */
  keptOf(raw: number): number {
    let index = this.#parts.length - 2;
    while (index > 0 && (this.#parts[index + 1] ?? 0) > raw) index -= 2;
    const kept = (this.#parts[index] ?? 0) + raw - (this.#parts[index + 1] ?? 0);
    return Math.min(kept, this.#parts[index + 2] ?? Infinity);
  }

  /** The space before it goes, too. */
  #leaveOut({ from, to }: Span): void {
    this.#kept += this.#raw.slice(this.#from, from).trimEnd();
    this.#from = to;
    this.#parts.push(this.#kept.length, to);
  }
}

/** Text without what joins it to the subject. */
function joined(raw: string, marks: string): string {
  return withoutOrphan(raw.slice(behindSeparators(raw, 0)).trimEnd(), marks);
}

function behindSeparators(raw: string, from: number): number {
  let at = from;
  let code = raw.charCodeAt(at);
  while (code === CODE.space || code === CODE.colon || code === DASH) code = raw.charCodeAt(++at);
  // Most descriptions begin behind no more than these.
  if (isLetter(code)) return at;
  SEPARATORS.lastIndex = at;
  // Some at a time: an engine has no room to go back to each of millions.
  while (SEPARATORS.test(raw)) at = SEPARATORS.lastIndex;
  return at;
}

/** `**[[Idea]] (so):** text` and `**[[Idea]] — text**` leave marks behind that nothing opens. */
function withoutOrphan(text: string, marks: string): string {
  if (marks !== '' && text.includes(marks)) {
    const [emphasis] = readInline(`${marks}x${text}`);
    if (emphasis !== undefined && 'children' in emphasis && emphasis.from === 0) {
      const at = emphasis.to - 2 * marks.length - 1;
      return (text.slice(0, at) + text.slice(at + marks.length)).trim();
    }
  }
  if (!text.endsWith('**')) return text;
  return readInline(text).at(-1)?.type === 'text' ? text.slice(0, -2).trimEnd() : text;
}
