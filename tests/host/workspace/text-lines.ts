import type * as O from 'obsidian';

/** A text with its line starts, to go between offsets and positions. Built once for each text. */
export class TextLines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get count(): number {
    return this.#starts.length;
  }

  line(index: number): string {
    const start = this.#starts[index];
    if (start === undefined) return '';
    const next = this.#starts[index + 1];
    return this.text.slice(start, next === undefined ? this.text.length : next - 1);
  }

  /** Positions outside the text are moved to its nearest place, as CodeMirror does. */
  offset(position: O.EditorPosition): number {
    const line = Math.min(Math.max(position.line, 0), this.count - 1);
    const start = position.line < 0 ? 0 : (this.#starts[line] ?? 0);
    if (position.line >= this.count) return this.text.length;
    return start + Math.min(Math.max(position.ch, 0), this.line(line).length);
  }

  position(offset: number): O.EditorPosition {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, ch: at - (this.#starts[low] ?? 0) };
  }
}
