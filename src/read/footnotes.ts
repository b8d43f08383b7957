import type { Problem } from '../model/problem';
import { bracketClose, definitionHead } from '../markdown/line-kinds';
import { CODE } from '../markdown/lines';
import { lazily } from '../text/lazily';

/** A definition: its line and where its text stands. */
interface Definition {
  readonly line: number;
  readonly from: number;
  readonly end: number;
}

/** `[^id]` with an id that a tool or a person writes; a character class in a pattern (`[^a-z]+`) is not one. */
const REFERENCE = lazily(() => new RegExp(String.raw`\[\^([\p{L}\p{N}_][\p{L}\p{N}_ .:-]{0,60})\]`, 'uy'));

/** Gathers where footnotes are cited and defined, and tells what does not fit together. */
export class FootnoteReader {
  readonly #text: string;
  /** What may be references, each as its line, where that line's content begins, and where it stands itself. */
  readonly #references: number[] = [];
  readonly #defined = new Map<string, Definition>();
  readonly #problems: Problem[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** `[^id]: …`; `from` is behind the colon. */
  definition(line: number, id: string, from: number, end: number): void {
    const key = id.toLowerCase();
    const before = this.#defined.get(key);
    if (before === undefined) this.#defined.set(key, { line, from, end });
    else if (differs(this.#text.slice(before.from, before.end), this.#text.slice(from, end))) {
      this.#problems.push({ code: 'footnote-redefined', line, id, first: before.line });
    }
  }

  /** `[^` at `at`, on a line whose content begins at `content`. It is looked into when all definitions are known. */
  reference(line: number, content: number, at: number): void {
    this.#references.push(line, content, at);
  }

  /**
   * The problems found. A note that defines no footnote at all quotes somebody else's text: its references are no promise of its
   * own.
   */
  finish(): readonly Problem[] {
    if (this.#defined.size === 0) return this.#problems;
    const text = this.#text;
    const undefinedIds = new Set<string>();
    let counted = 0;
    let ticks = 0;
    for (let index = 0; index < this.#references.length; index += 3) {
      const at = this.#references[index + 2] ?? 0;
      const close = bracketClose(text, at + 2, text.length);
      if (close === -1 || this.#defined.has(text.slice(at + 2, close).toLowerCase())) continue;
      const content = this.#references[index + 1] ?? 0;
      if (counted < content) {
        counted = content;
        ticks = 0;
      }
      // What stands in code cites nothing.
      for (; counted < at; counted++) if (text.charCodeAt(counted) === CODE.backtick) ticks++;
      if (ticks % 2 === 1 || text.charCodeAt(at - 1) === CODE.backslash) continue;
      if (at === content && definitionHead(text, content, text.length) !== null) continue;
      const pattern = REFERENCE();
      pattern.lastIndex = at;
      const id = pattern.exec(text)?.[1]?.toLowerCase();
      if (id === undefined || undefinedIds.has(id)) continue;
      undefinedIds.add(id);
      this.#problems.push({ code: 'footnote-undefined', line: this.#references[index] ?? 0, id });
    }
    return this.#problems;
  }
}

/** A definition repeated with less or more to say is the same one. */
function differs(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.trim(), b.trim()].sort((one, other) => one.length - other.length);
  let end = short.length;
  while (end > 0 && (short.charAt(end - 1) === '.' || short.charAt(end - 1).trim() === '')) end--;
  return !long.startsWith(short.slice(0, end));
}
