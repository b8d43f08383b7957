/**
 * Knows where a sign stands next, so that a line is searched for it only where it is: the text is walked through once, however
 * many lines ask.
 */
export class LookAhead {
  #next = -1;

  constructor(
    private readonly text: string,
    private readonly sign: string,
  ) {}

  /** Whether the sign begins between two offsets. The first must not go back from one question to the next. */
  isBetween(from: number, end: number): boolean {
    if (this.#next < from) {
      const at = this.text.indexOf(this.sign, from);
      this.#next = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#next < end;
  }
}
