/** The places of a text where no link or tag is looked for. */
export class Mask {
  readonly #covered: Uint8Array;

  constructor(length: number) {
    this.#covered = new Uint8Array(length);
  }

  cover(start: number, end: number): void {
    this.#covered.fill(1, start, end);
  }

  covers(offset: number): boolean {
    return this.#covered[offset] === 1;
  }
}

/** The text with a range made blank, line ends kept, so that all offsets stay. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
