import { CODE } from './lines';

/** Finds the comments that open within one text. What nothing closes is looked for once. */
export class Comments {
  readonly #text: string;
  #noHtml = false;
  #noPercent = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset behind the comment that opens at `at` (`<!-- … -->`, `%% … %%`); -1 when none does, or nothing closes it. */
  endAt(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at) === CODE.percent) {
      if (this.#noPercent || text.charCodeAt(at + 1) !== CODE.percent) return -1;
      const close = text.indexOf('%%', at + 2);
      this.#noPercent = close === -1;
      return close === -1 ? -1 : close + 2;
    }
    if (this.#noHtml || !text.startsWith('<!--', at)) return -1;
    const close = text.indexOf('-->', at + 4);
    this.#noHtml = close === -1;
    return close === -1 ? -1 : close + 3;
  }
}
