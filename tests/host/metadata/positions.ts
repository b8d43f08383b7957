import type { Loc, Pos } from 'obsidian';

/** Offsets of a text → lines and columns, all counted from 0. */
export class Positions {
  readonly #lineStarts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  loc(offset: number): Loc {
    const line = this.lineAt(offset);
    return { line, col: offset - this.lineStart(line), offset };
  }

  pos(start: number, end: number): Pos {
    return { start: this.loc(start), end: this.loc(end) };
  }

  lineStart(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
