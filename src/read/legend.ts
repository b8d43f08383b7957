import type { Span } from '../model/span';
import type { Table, Tier } from '../model/table';
import { lazyPattern } from '../text/lazily';
import { countSpacedWords } from '../text/spaced-words';
import { isBlankLine } from '../markdown/filled';
import { lineBreakEnd, lineBreakStart, lineEnd, lineStart } from '../markdown/lines';
import { MARK_SOURCE, mayHoldMarks, readMarks, withoutSelector } from './marks';
import { plainText } from '../markdown/plain-text';

/** `🟢=clear gain`, `🟢 — clear gain`, `🟢: clear gain` in a header cell. */
const IN_HEADER = lazyPattern(`(${MARK_SOURCE})\\s*(?:=|—|–|:|-\\s)\\s*([^,;()|]+)`, 'gu');

/** An item of a list: `- 🟢 clear gain`, `🟢 = clear gain`, with at most five words before a colon, a dash or the end. */
const IN_LIST = lazyPattern(`^[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s*)?[*_]*(${MARK_SOURCE})[*_\\s]*(?:[=:—–-]\\s*)?(.*)$`);
/** So many lines below a table and above it, rows of other tables and the blank lines behind these left out. */
const NEAR_LINES = 24;
/** In characters. */
const LONGEST_ITEM = 1000;
const MOST_WORDS = 5;

/** A table that still lacks its legend, and where it begins and ends. */
interface Unexplained extends Pick<Table, 'header' | 'body'> {
  /** Offset of the header's line. */
  readonly from: number;
  /** Offset behind the last row. */
  readonly end: number;
}

type Contradict = (mark: string, first: string, second: string) => void;

/** A line that may be one of a legend, and what it says. */
interface Near {
  /** Where the way goes on: the line's end on the way down, its start on the way up. */
  readonly edge: number;
  readonly mark: string;
  /** Empty when the line says nothing about a mark. */
  readonly words: string;
}

/** What the marks of a note's tables mean. */
export class LegendReader {
  readonly #text: string;
  readonly #below: NearLines;
  readonly #above: NearLines;

  constructor(text: string) {
    this.#text = text;
    this.#below = new NearLines(text, true);
    this.#above = new NearLines(text, false);
  }

  /**
   * From the table's header, else from a list a few lines below or above it; only for marks that the table uses.
   *
   * @param contradict Told of marks to which the header gives another meaning once more; the first one stays.
   */
  read(table: Unexplained, tier: Tier | null, contradict: Contradict): Readonly<Record<string, string>> {
    const legend = headerLegend(table.header, contradict);
    if (tier === null || Object.keys(legend).length > 0) return legend;
    const used = new Set(
      table.body.flatMap((row) => row.cells.flatMap((cell) => readMarks(cell).map(({ mark }) => mark))),
    );
    if (used.size === 0) return legend;
    // The table itself ends in the line at `end`. The nearest line says what a mark means, below before above.
    this.#below.explain(lineEnd(this.#text, table.end), used, legend);
    this.#above.explain(table.from, used, legend);
    return legend;
  }
}

function headerLegend(header: readonly string[], contradict: Contradict): Record<string, string> {
  const legend: Record<string, string> = {};
  for (const cell of header) {
    if (!mayHoldMarks(cell)) continue;
    for (const [, mark, words] of plainText(cell).matchAll(IN_HEADER())) {
      if (mark === undefined || words === undefined) continue;
      const key = withoutSelector(mark);
      const meaning = words.trim();
      const first = (legend[key] ??= meaning);
      if (first.toLowerCase() !== meaning.toLowerCase()) contradict(key, first, meaning);
    }
  }
  return legend;
}

/** The lines one way from tables. Each is read once, however many tables it is near to; so work stays in proportion to the text. */
class NearLines {
  readonly #text: string;
  readonly #isDown: boolean;
  /** What comes behind an edge between two lines. */
  readonly #behind = new Map<number, Near | null>();

  constructor(text: string, isDown: boolean) {
    this.#text = text;
    this.#isDown = isDown;
  }

  /** Adds to the legend of a table that begins or ends at `edge` what the lines near it say. */
  explain(edge: number, used: ReadonlySet<string>, legend: Record<string, string>): void {
    let near = this.#next(edge, true);
    for (let count = 1; near !== null; count++) {
      const { mark, words } = near;
      if (words !== '' && used.has(mark)) legend[mark] ??= words;
      near = count < NEAR_LINES ? this.#next(near.edge, false) : null;
    }
  }

  /** The next line behind an edge. Another table between, a copy of the first one, say, moves no legend away, however long it is. */
  #next(edge: number, fromRow: boolean): Near | null {
    const passed: number[] = [];
    let at = edge;
    let isBehindRow = fromRow;
    let near = this.#behind.get(at);
    while (near === undefined) {
      passed.push(at);
      const line = this.#lineBehind(at);
      if (line === null) near = null;
      else {
        at = this.#isDown ? line.to : line.from;
        const words = this.#text.slice(line.from, line.to);
        const isRow = words.includes('|');
        near = isRow || (isBehindRow && isBlankLine(words)) ? this.#behind.get(at) : nearOf(words, at);
        isBehindRow = isRow;
      }
    }
    for (const one of passed) this.#behind.set(one, near);
    return near;
  }

  #lineBehind(edge: number): Span | null {
    if (edge === (this.#isDown ? this.#text.length : 0)) return null;
    if (this.#isDown) {
      const from = lineBreakEnd(this.#text, edge);
      return { from, to: lineEnd(this.#text, from) };
    }
    const to = lineBreakStart(this.#text, edge);
    return { from: lineStart(this.#text, to), to };
  }
}

function nearOf(line: string, edge: number): Near {
  const found = line.length <= LONGEST_ITEM && mayHoldMarks(line) ? IN_LIST().exec(plainText(line.trimEnd())) : null;
  const words = ((found?.[2] ?? '').split(/[:—–]|\s-\s/u)[0] ?? '').trim().replace(/[.,;]$/, '');
  return {
    edge,
    mark: withoutSelector(found?.[1] ?? ''),
    words: countSpacedWords(words) <= MOST_WORDS ? words : '',
  };
}
