import type { Turn } from '../model/note';
import type { Span } from '../model/span';
import { bodySpan } from '../markdown/filled';
import { CODE, LineCursor, lineBreakStart, lineStart } from '../markdown/lines';

/** `### User, on 07/12/2025 at 9:05 AM;`: a message as the chat importer wrote it before it used callouts. */
const OLD_TURN = /^(User|Assistant|ChatGPT), on .+ at .+;$/;

/** What a chat knows a message by, below it. */
export const TURN_UID = /^\s*<!-- UID: (.+?) -->\s*$/;

/** A message whose text is still to be found. */
interface TurnHead extends Omit<Turn, 'body'> {
  /** How deep its callout is quoted; 0 for a heading, which holds up to the next message. */
  readonly depth: number;
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
    if (type === 'nexus_user') this.#heads.push({ role: 'user', line, head, depth });
    if (type === 'nexus_agent') this.#heads.push({ role: 'agent', line, head, depth });
    this.leave(depth - 1);
    this.#callouts[depth] = type;
  }

  /** A heading, which may be the head of an older message; its words stand from `from` to `end`. */
  heading(line: number, level: number, from: number, end: number, head: Span): void {
    if ((level !== 3 && level !== 4) || this.#text.charCodeAt(end - 1) !== CODE.semicolon) return;
    const found = OLD_TURN.exec(this.#text.slice(from, end));
    if (found !== null) this.#heads.push({ role: found[1] === 'User' ? 'user' : 'agent', line, head, depth: 0 });
  }

  /** The reader has come to a line of this depth of quoting: deeper callouts are over. */
  leave(depth: number): void {
    while (this.#callouts.length > depth + 1) this.#callouts.pop();
  }

  /** The messages with their texts, each up to the next at most. */
  finish(): readonly Turn[] {
    const text = this.#text;
    const heads = this.#heads;
    const first = heads.find(({ depth }) => depth > 0);
    const at = first ? new LineCursor(text, lineStart(text, first.head.from), first.line) : null;
    return heads.map(({ role, line, head, depth }, index) => {
      const next = heads[index + 1];
      const nextStart = next && lineStart(text, next.head.from);
      const whole = nextStart === undefined ? text.length : lineBreakStart(text, nextStart);
      const end = depth === 0 || at === null ? whole : quotedEnd(at, { line, head, depth }, next?.line ?? Infinity);
      return { role, line, head, body: bodySpan(text, head.to, end) };
    });
  }
}

/** Where a message of a callout ends that begins in or below the line where `at` stands; `at` goes on to what follows it. */
function quotedEnd(at: LineCursor, { line, head, depth }: Omit<TurnHead, 'role'>, nextLine: number): number {
  while (at.line < line && at.next());
  let end = head.to;
  let goesOn = at.next();
  while (goesOn && at.line < nextLine && at.depth >= depth) {
    end = at.end;
    goesOn = at.next();
  }
  const written = (): string => at.text.slice(at.start, at.end);
  while (goesOn && at.line < nextLine && written().trim() === '') goesOn = at.next();
  return goesOn && at.line < nextLine && TURN_UID.test(written()) ? at.end : end;
}
