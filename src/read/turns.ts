import type { Turn } from '../model/note';
import { CODE } from '../markdown/lines';

/** `### User, on 07/12/2025 at 9:05 AM;`: a message as the chat importer wrote it before it used callouts. */
const OLD_TURN = /^(User|Assistant|ChatGPT), on .+ at .+;$/;

/** Gathers the messages of imported chats, and knows in which callout the reader stands. */
export class TurnReader {
  readonly #text: string;
  readonly turns: Turn[] = [];
  /** Types of the callouts that hold here, by depth of quoting. */
  readonly #callouts: (string | undefined)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The type of the innermost callout, or `''`. */
  get callout(): string {
    return this.#callouts.findLast((type) => type !== undefined) ?? '';
  }

  /** `[!type]` at the head of a quote. */
  head(line: number, type: string, depth: number): void {
    if (type === 'nexus_user') this.turns.push({ role: 'user', line });
    if (type === 'nexus_agent') this.turns.push({ role: 'agent', line });
    this.leave(depth - 1);
    this.#callouts[depth] = type;
  }

  /** A heading, which may be the head of an older message. */
  heading(line: number, level: number, from: number, end: number): void {
    if ((level !== 3 && level !== 4) || this.#text.charCodeAt(end - 1) !== CODE.semicolon) return;
    const found = OLD_TURN.exec(this.#text.slice(from, end));
    if (found !== null) this.turns.push({ role: found[1] === 'User' ? 'user' : 'agent', line });
  }

  /** The reader has come to a line of this depth of quoting: deeper callouts are over. */
  leave(depth: number): void {
    while (this.#callouts.length > depth + 1) this.#callouts.pop();
  }
}
