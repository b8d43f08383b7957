/** An item without a link, below which others may be nested. */
interface OuterItem<H> {
  indent: number;
  depth: number;
  line: number;
  from: number;
  end: number;
  /** Made when a link stands below it. */
  heading: H | undefined;
}

/** A longer item says something of its own. */
const LONGEST = 60;

/** The items that an item is nested in: what one is called may say what the links below it are. */
export class OuterItems<H extends { readonly asLabel: unknown }> {
  /** The first `#size` of them are open; those behind are left over, to be filled anew: items are many. */
  readonly #items: OuterItem<H>[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Another block begins. */
  end(): void {
    this.#size = 0;
  }

  /** The reader has come to an item: those that are indented no less are over. */
  enter(indent: number, depth: number): void {
    while (this.#size > 0) {
      const last = this.#items[this.#size - 1];
      if (last !== undefined && last.indent < indent && last.depth === depth) return;
      this.#size--;
    }
  }

  /** An item without a link, whose text stands between two offsets. */
  add(indent: number, depth: number, line: number, from: number, end: number): void {
    if (end <= from || end - from > LONGEST) return;
    const one = this.#items[this.#size++];
    if (one === undefined) this.#items.push({ indent, depth, line, from, end, heading: undefined });
    else {
      one.indent = indent;
      one.depth = depth;
      one.line = line;
      one.from = from;
      one.end = end;
      one.heading = undefined;
    }
  }

  /** The innermost that says what links below it are; `make` makes a heading of one. */
  label(make: (line: number, from: number, end: number) => H): H | null {
    for (let at = this.#size - 1; at >= 0; at--) {
      const one = this.#items[at];
      if (one === undefined) continue;
      one.heading ??= make(one.line, one.from, one.end);
      if (one.heading.asLabel !== null) return one.heading;
    }
    return null;
  }
}
