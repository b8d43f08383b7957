import type { Turn } from '../model/note';
import type { Span } from '../model/span';
import { bodySpan } from '../markdown/filled';
import { CODE, lineBreakEnd, lineBreakStart, lineEnd, lineStart } from '../markdown/lines';

/** `### User, on 07/12/2025 at 9:05 AM;`: a message as the chat importer wrote it before it used callouts. */
const OLD_TURN = /^(User|Assistant|ChatGPT), on .+ at .+;$/;

/** What a chat knows a message by, below it. */
export const TURN_UID = /^\s*<!-- UID: (.+?) -->\s*$/;

/** A message whose text is still to be found. */
interface TurnHead extends Omit<Turn, 'body'> {
  /** How deep its callout is quoted; 0 for a heading, which holds up to the next message. */
  readonly depth: number;
  /** Where the last line of the callout ends, once a line is quoted less deeply. */
  end: number | null;
}

/** Gathers the messages of imported chats, and knows in which callout the reader stands. */
export class TurnReader {
  readonly #text: string;
  readonly #heads: TurnHead[] = [];
  /** Types of the callouts that hold here, by depth of quoting. */
  readonly #callouts: (string | undefined)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The type of the innermost callout, or `''`. */
  get calloutType(): string {
    return this.#callouts.findLast((type) => type !== undefined) ?? '';
  }

  /** `[!type]` at the head of a quote. */
  callout(line: number, type: string, depth: number, head: Span): void {
    if (type === 'nexus_user') this.#heads.push({ role: 'user', line, head, depth, end: null });
    if (type === 'nexus_agent') this.#heads.push({ role: 'agent', line, head, depth, end: null });
    this.#forget(depth - 1);
    this.#callouts[depth] = type;
  }

  /** A heading, which may be the head of an older message; its words stand from `from` to `end`. */
  heading(line: number, level: number, from: number, end: number, head: Span): void {
    if ((level !== 3 && level !== 4) || this.#text.charCodeAt(end - 1) !== CODE.semicolon) return;
    const found = OLD_TURN.exec(this.#text.slice(from, end));
    if (found !== null)
      this.#heads.push({ role: found[1] === 'User' ? 'user' : 'agent', line, head, depth: 0, end: null });
  }

  /** The reader has come to a line at `start` of this depth of quoting, the one above it was quoted more deeply. */
  leave(depth: number, start: number): void {
    this.#forget(depth);
    const last = this.#heads.at(-1);
    if (last !== undefined && last.depth > depth) last.end ??= lineBreakStart(this.#text, start);
  }

  #forget(depth: number): void {
    while (this.#callouts.length > depth + 1) this.#callouts.pop();
  }

  /** The messages with their texts, each up to the next at most. */
  finish(): readonly Turn[] {
    const text = this.#text;
    return this.#heads.map(({ role, line, head, end }, index) => {
      const next = this.#heads[index + 1];
      const whole = next === undefined ? text.length : lineBreakStart(text, lineStart(text, next.head.from));
      const last = end === null || end > whole ? whole : withUid(text, end, whole);
      return { role, line, head, body: bodySpan(text, head.to, last) };
    });
  }
}

/** Where a message ends whose callout ends at `end`: with what a chat knows it by, if that comes next, before `limit`. */
function withUid(text: string, end: number, limit: number): number {
  let from = end;
  while (from < limit) {
    const start = lineBreakEnd(text, from);
    from = lineEnd(text, start);
    const written = text.slice(start, from);
    if (written.trim() !== '') return TURN_UID.test(written) ? from : end;
  }
  return end;
}
