import type { Problem } from '../model/problem';
import { definitionHead } from './line-kinds';
import { CODE } from './lines';

interface Definition {
  readonly line: number;
  readonly text: string;
}

/** `[^id]` with an id that a tool or a person writes; a character class in a pattern (`[^a-z]+`) is not one. */
const REFERENCE = /\[\^([\p{L}\p{N}_][\p{L}\p{N}_ .:-]{0,60})\]/uy;

/** Gathers where footnotes are cited and defined, and tells what does not fit together. */
export class FootnoteReader {
  readonly #cited = new Map<string, number>();
  readonly #defined = new Map<string, Definition>();
  readonly #problems: Problem[] = [];

  constructor(private readonly text: string) {}

  /** `[^id]: …`; `from` is behind the colon. */
  definition(line: number, id: string, from: number, end: number): void {
    const key = id.toLowerCase();
    const text = this.text.slice(from, end).trim();
    const before = this.#defined.get(key);
    if (before === undefined) this.#defined.set(key, { line, text });
    else if (differs(before.text, text)) {
      this.#problems.push({ code: 'footnote-redefined', line, id, first: before.line });
    }
  }

  /** The references between two offsets of one line, but for the id that a definition begins with; those in code are passed over. */
  references(line: number, content: number, end: number): void {
    const { text } = this;
    const from = definitionHead(text, content)?.from ?? content;
    let ticks = 0;
    let counted = from;
    for (let at = text.indexOf('[^', from); at !== -1 && at < end; at = text.indexOf('[^', at + 2)) {
      for (; counted < at; counted++) if (text.charCodeAt(counted) === CODE.backtick) ticks++;
      if (ticks % 2 === 1 || text.charCodeAt(at - 1) === CODE.backslash) continue;
      REFERENCE.lastIndex = at;
      const id = REFERENCE.exec(text)?.[1]?.toLowerCase();
      if (id !== undefined && !this.#cited.has(id)) this.#cited.set(id, line);
    }
  }

  /**
   * The problems found. A note that defines no footnote at all quotes somebody else's text: its references are no promise of its
   * own.
   */
  finish(): Problem[] {
    if (this.#defined.size > 0) {
      for (const [id, line] of this.#cited) {
        if (!this.#defined.has(id)) this.#problems.push({ code: 'footnote-undefined', line, id });
      }
    }
    return this.#problems;
  }
}

/** A definition repeated with less or more to say is the same one. */
function differs(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !long.startsWith(short.replace(/[.\s]+$/, ''));
}
