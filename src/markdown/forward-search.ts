/**
 * Knows where a sign stands next, so that a line is searched for it only where it is: the text is walked through once, however
 * many lines ask.
 */
export class ForwardSearch {
  readonly #text: string;
  #next = -1;

  constructor(
    text: string,
    readonly sign: string,
  ) {
    this.#text = text;
  }

  /** Where the sign begins next at `from` or behind it; infinity when nowhere. `from` must not go back between questions. */
  next(from: number): number {
    if (this.#next < from) {
      const at = this.#text.indexOf(this.sign, from);
      this.#next = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#next;
  }
}
