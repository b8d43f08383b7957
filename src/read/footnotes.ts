import type { Problem } from '../model/problem';
import { bracketClose, definitionHead } from './line-kinds';
import { CODE } from './lines';

/** A definition: its line and where its text stands. */
interface Definition {
  readonly line: number;
  readonly from: number;
  readonly end: number;
}

/** `[^id]` with an id that a tool or a person writes; a character class in a pattern (`[^a-z]+`) is not one. */
const REFERENCE = /\[\^([\p{L}\p{N}_][\p{L}\p{N}_ .:-]{0,60})\]/uy;

/** Gathers where footnotes are cited and defined, and tells what does not fit together. */
export class FootnoteReader {
  /** Lines with references, each as its number, where its content begins and where it ends. */
  readonly #citing: number[] = [];
  readonly #defined = new Map<string, Definition>();
  readonly #problems: Problem[] = [];

  constructor(private readonly text: string) {}

  /** `[^id]: …`; `from` is behind the colon. */
  definition(line: number, id: string, from: number, end: number): void {
    const key = id.toLowerCase();
    const before = this.#defined.get(key);
    if (before === undefined) this.#defined.set(key, { line, from, end });
    else if (differs(this.text.slice(before.from, before.end), this.text.slice(from, end))) {
      this.#problems.push({ code: 'footnote-redefined', line, id, first: before.line });
    }
  }

  /** A line that holds `[^`. It is looked into when all definitions are known. */
  cites(line: number, content: number, end: number): void {
    this.#citing.push(line, content, end);
  }

  /**
   * The problems found. A note that defines no footnote at all quotes somebody else's text: its references are no promise of its
   * own.
   */
  finish(): readonly Problem[] {
    const undefinedIds = new Set<string>();
    const citing = this.#citing;
    for (let at = 0; this.#defined.size > 0 && at < citing.length; at += 3) {
      const line = citing[at] ?? 0;
      for (const id of this.#undefinedOn(citing[at + 1] ?? 0, citing[at + 2] ?? 0)) {
        if (undefinedIds.has(id)) continue;
        undefinedIds.add(id);
        this.#problems.push({ code: 'footnote-undefined', line, id });
      }
    }
    return this.#problems;
  }

  /** Ids cited on a line and defined nowhere, but for the one that a definition begins with and for those in code. */
  #undefinedOn(content: number, end: number): string[] {
    const { text } = this;
    const ids: string[] = [];
    let ticks = 0;
    let counted = content;
    for (let at = text.indexOf('[^', content); at !== -1 && at < end; at = text.indexOf('[^', at + 2)) {
      const close = bracketClose(text, at + 2, end);
      if (close === -1 || this.#defined.has(text.slice(at + 2, close).toLowerCase())) continue;
      for (; counted < at; counted++) if (text.charCodeAt(counted) === CODE.backtick) ticks++;
      if (ticks % 2 === 1 || text.charCodeAt(at - 1) === CODE.backslash) continue;
      if (at === content && definitionHead(text, content, end) !== null) continue;
      REFERENCE.lastIndex = at;
      const id = REFERENCE.exec(text)?.[1];
      if (id !== undefined) ids.push(id.toLowerCase());
    }
    return ids;
  }
}

/** A definition repeated with less or more to say is the same one. */
function differs(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.trim(), b.trim()].sort((one, other) => one.length - other.length);
  let end = short.length;
  while (end > 0 && (short.charAt(end - 1) === '.' || short.charAt(end - 1).trim() === '')) end--;
  return !long.startsWith(short.slice(0, end));
}
