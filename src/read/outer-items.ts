/** An item without a link, below which others may be nested. */
interface OuterItem<H> {
  readonly indent: number;
  readonly depth: number;
  readonly line: number;
  readonly from: number;
  readonly end: number;
  /** Made when a link stands below it. */
  heading: H | undefined;
}

/** A longer item says something of its own. */
const LONGEST = 60;

/** The items that an item is nested in: what one is called may say what the links below it are. */
export class OuterItems<H extends { readonly asLabel: unknown }> {
  #open: OuterItem<H>[] = [];

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** Another block begins. */
  end(): void {
    if (this.#open.length > 0) this.#open = [];
  }

  /** The reader has come to an item: those that are indented no less are over. */
  enter(indent: number, depth: number): void {
    for (
      let last = this.#open.at(-1);
      last && (last.indent >= indent || last.depth !== depth);
      last = this.#open.at(-1)
    )
      this.#open.pop();
  }

  /** An item without a link, whose text stands between two offsets. */
  add(indent: number, depth: number, line: number, from: number, end: number): void {
    if (end > from && end - from <= LONGEST) this.#open.push({ indent, depth, line, from, end, heading: undefined });
  }

  /** The innermost that says what links below it are; `make` makes a heading of one. */
  label(make: (line: number, from: number, end: number) => H): H | null {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const one = this.#open[at];
      if (one === undefined) continue;
      one.heading ??= make(one.line, one.from, one.end);
      if (one.heading.asLabel !== null) return one.heading;
    }
    return null;
  }
}
