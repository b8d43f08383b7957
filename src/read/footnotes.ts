import type { LineKind } from '../markdown/block-cursor';
import { codeIn, type CodeRange } from '../markdown/code';
import { bracketClose, definitionHead, type DefinitionHead } from '../markdown/line-kinds';
import { CODE, skipSpace, trimEnd, type LineCursor } from '../markdown/lines';
import type { Citation, Footnote } from '../model/note';
import type { Problem } from '../model/problem';
import { lazyPattern } from '../text/lazily';

/** A definition: its line and where its text stands. */
interface Definition {
  readonly line: number;
  readonly from: number;
  readonly end: number;
}

/** A definition whose block may go on. */
interface OpenFootnote extends Pick<LineCursor, 'line' | 'indent' | 'depth'> {
  readonly id: string;
  readonly from: number;
  readonly textFrom: number;
  /** The end of its last line so far, and which that is. */
  end: number;
  endLine: number;
  isOpen: boolean;
}

/** A blank line, quoted or not. */
const BLANK = /\n[ \t>]*\r?(?=\n)/g;
/** What between the brackets of a wikilink is an id. */
const NO_LINK = /^\^[^\s|]+$/;
/** What code and the like begins with. */
const MAY_BE_CODE = /[`$<]/;

/** `[^id]` with an id that a tool or a person writes; a character class in a pattern (`[^a-z]+`) is not one. */
const REFERENCE = lazyPattern(String.raw`\[\^([\p{L}\p{N}_][\p{L}\p{N}_ .:-]{0,60})\]`, 'uy');

/** Gathers where footnotes are cited and defined, and tells what does not fit together. */
export class FootnoteReader {
  readonly #text: string;
  /** What may be references, each as its line, where that line's content begins, and where it stands itself. */
  readonly #references: number[] = [];
  readonly #defined = new Map<string, Definition>();
  readonly #problems: Problem[] = [];
  readonly #footnotes: OpenFootnote[] = [];
  /** Those whose blocks may go on, and whether the line above was code or the like. */
  #open: readonly OpenFootnote[] = [];
  #isBelowBlock = false;
  readonly #citations: Citation[] = [];

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

  /** A definition whose place is asked for. */
  begin({ line, content, end, indent, depth }: LineCursor, { id, from }: DefinitionHead): void {
    const textFrom = skipSpace(this.#text, from, end);
    const one = { id, line, indent, depth, from: content, textFrom, end, endLine: line, isOpen: true };
    this.#footnotes.push(one);
    this.#open = [...this.#open, one];
    this.#isBelowBlock = false;
  }

  /** The next line: part of the definitions above where it is indented further than they are, or runs on. */
  goOn({ line, end, indent, depth }: LineCursor, kind: LineKind): void {
    if (this.#open.length === 0) return;
    const isBlock = kind === 'code' || kind === 'comment' || kind === 'formula' || kind === 'html';
    const mayRunOn = kind === 'text' || kind === 'row' || kind === 'delimiter';
    const goesOn = isBlock && this.#isBelowBlock;
    this.#isBelowBlock = isBlock;
    for (const one of this.#open) {
      const runsOn = mayRunOn && line === one.endLine + 1;
      if (depth !== one.depth || (kind !== 'blank' && indent <= one.indent && !goesOn && !runsOn)) one.isOpen = false;
      else if (kind !== 'blank') {
        one.end = end;
        one.endLine = line;
      }
    }
    if (this.#open.some(({ isOpen }) => !isOpen)) this.#open = this.#open.filter(({ isOpen }) => isOpen);
  }

  /** A bracket that may open a citation. @param mayDefine no: whatever it looks like, its line is a table's row. */
  citation({ line, content, end }: LineCursor, at: number, mayDefine: boolean): void {
    const before = at > content ? this.#text.charCodeAt(at - 1) : 0;
    if (before === CODE.backslash) return;
    const close = bracketClose(this.#text, at + 1, end);
    if (close === -1) return;
    // A wikilink cites where it holds an id alone: no note's name begins with a caret.
    if (before === CODE.bracketOpen && !NO_LINK.test(this.#text.slice(at + 1, close))) return;
    const caret = skipSpace(this.#text, at + 1, close);
    if (this.#text.charCodeAt(caret) !== CODE.caret) return;
    const from = skipSpace(this.#text, caret + 1, close);
    const to = trimEnd(this.#text, from, close);
    if (from === to) return;
    const defines = mayDefine && at === content && this.#text.charCodeAt(close + 1) === CODE.colon;
    const id = this.#text.slice(from, to);
    this.#citations.push({ id, line, from: at, to: close + 1, name: { from, to }, defines });
  }

  /** The definitions, with the lines that belong to them. */
  footnotes(): readonly Footnote[] {
    return this.#footnotes.map(({ id, line, from, textFrom, end }) => {
      return { id, line, whole: { from, to: end }, text: { from: textFrom, to: end } };
    });
  }

  /** The citations, and the heads of definitions. What stands in code is none. */
  citations(): readonly Citation[] {
    if (!this.#mayBeInCode()) return this.#citations;
    const code = codeIn(this.#text).filter(({ role }) => role !== 'comment');
    let index = 0;
    return this.#citations.filter(({ from, to }) => {
      while ((code[index]?.to ?? Infinity) <= from) index++;
      return !overlaps(code[index], to);
    });
  }

  /** Whether a paragraph that cites holds signs of code: all code is looked for then. None goes over a blank line. */
  #mayBeInCode(): boolean {
    const text = this.#text;
    let from = 0;
    let to = 0;
    for (const one of this.#citations) {
      if (one.from < to) continue;
      from = paragraphStart(text, one.from, to);
      BLANK.lastIndex = one.from;
      to = BLANK.exec(text)?.index ?? text.length;
      if (MAY_BE_CODE.test(text.slice(from, to))) return true;
    }
    return false;
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

/** Whether code that ends behind the beginning of something begins before its end. */
const overlaps = (code: CodeRange | undefined, to: number): boolean => code !== undefined && code.from < to;

/** Behind the last blank line before an offset, at least `least`. */
function paragraphStart(text: string, offset: number, least: number): number {
  for (let end = text.lastIndexOf('\n', offset); end > least;) {
    const start = text.lastIndexOf('\n', end - 1);
    if (/^[ \t>]*\r?$/.test(text.slice(start + 1, end))) return end;
    end = start;
  }
  return least;
}

/** A definition repeated with less or more to say is the same one. */
function differs(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.trim(), b.trim()].sort((one, other) => one.length - other.length);
  let end = short.length;
  while (end > 0 && (short.charAt(end - 1) === '.' || short.charAt(end - 1).trim() === '')) end--;
  return !long.startsWith(short.slice(0, end));
}
