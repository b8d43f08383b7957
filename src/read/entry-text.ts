import { readInline } from '../markdown/inline';
import type { InlineToken } from '../model/inline';

/** What joins subject and description: a dash, a colon or the like, and footnote references of another make. */
const SEPARATORS = /(?:\s|\{?\^\d+\}?|[—–:=→⇒•|]|[.,;?!](?=\s|$)|-+(?=\s|$))*/y;
const NO_FOOTNOTES: readonly string[] = [];

/** What an entry says of its subject, and the footnotes that it cites for it, each once, in order. */
export interface EntryText {
  readonly description: string;
  readonly footnotes: readonly string[];
}

/**
 * Reads what stands behind an entry's subject. The description is Markdown without what joins it to the subject, without references
 * to footnotes, and without comments: they are for the author's eye in the note.
 */
export function readEntryText(raw: string): EntryText {
  if (!raw.includes('[^') && !raw.includes('%%') && !raw.includes('!--')) {
    return { description: joined(raw), footnotes: NO_FOOTNOTES };
  }
  const left = new LeftOut(raw);
  if (MAY_HIDE.test(raw)) left.look(readInline(raw));
  else left.lookForFootnotes();
  return { description: joined(left.rest()), footnotes: left.footnotes };
}

/** Signs of code, comments, math, addresses and the like, in which nothing is a reference. */
const MAY_HIDE = /[`\\$<%|\n]|\]\(|\[\[\^|\^\[|:\/\//;
const FOOTNOTE = /\[\^([^[\]\s]{1,80})\]/y;

/** Gathers what of an entry's text is no part of its description. */
class LeftOut {
  readonly #raw: string;
  readonly footnotes: string[] = [];
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
      FOOTNOTE.lastIndex = from;
      const id = FOOTNOTE.exec(this.#raw)?.[1];
      if (id !== undefined) this.#cite(id, { from, to: FOOTNOTE.lastIndex });
    }
  }

  #cite(id: string, span: Pick<InlineToken, 'from' | 'to'>): void {
    if (!this.footnotes.includes(id)) this.footnotes.push(id);
    this.#leaveOut(span);
  }

  /** The text without what was left out. */
  rest(): string {
    return this.#kept + this.#raw.slice(this.#from);
  }

  /** The space before it goes, too. */
  #leaveOut({ from, to }: Pick<InlineToken, 'from' | 'to'>): void {
    this.#kept += this.#raw.slice(this.#from, from).trimEnd();
    this.#from = to;
  }
}

/** Text without what joins it to the subject. */
function joined(raw: string): string {
  SEPARATORS.lastIndex = 0;
  SEPARATORS.test(raw);
  return withoutOrphan(raw.slice(SEPARATORS.lastIndex).trimEnd());
}

/** `**[[Idea]] — text**` leaves a bold mark behind that nothing opens. */
function withoutOrphan(text: string): string {
  if (!text.endsWith('**')) return text;
  return readInline(text).at(-1)?.type === 'text' ? text.slice(0, -2).trimEnd() : text;
}
