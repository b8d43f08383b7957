import type { Table, Tier } from '../model/table';
import { lazily } from '../text/lazily';
import { countSpacedWords } from '../text/spaced-words';
import { isBlankLine } from '../markdown/filled';
import { lineBreakEnd, lineBreakStart, lineEnd, lineStart } from '../markdown/lines';
import { MARK_SOURCE, mayHoldMarks, readMarks, withoutSelector } from './marks';
import { plainText } from '../markdown/plain-text';

/** `🟢=clear gain`, `🟢 — clear gain`, `🟢: clear gain` in a header cell. */
const IN_HEADER = lazily(() => new RegExp(`(${MARK_SOURCE})\\s*(?:=|—|–|:|-\\s)\\s*([^,;()|]+)`, 'gu'));

/** An item of a list: `- 🟢 clear gain`, `🟢 = clear gain`, with at most five words before a colon, a dash or the end. */
const IN_LIST = lazily(
  () => new RegExp(`^[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s*)?[*_]*(${MARK_SOURCE})[*_\\s]*(?:[=:—–-]\\s*)?(.*)$`, 'u'),
);
const NEAR_LINES = 24;
/** Rows of tables between a table and its legend, with the blank lines behind them, that are not counted among these. */
const MOST_ROWS = 40;
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

/**
 * What the marks of a table mean: from its header, else from a list a few lines above or below it; only for marks that the
 * table uses.
 *
 * @param contradict Told of marks to which the header gives another meaning once more; the first one stays.
 */
export function readLegend(
  text: string,
  table: Unexplained,
  tier: Tier | null,
  contradict: Contradict,
): Readonly<Record<string, string>> {
  const header = headerLegend(table.header, contradict);
  if (tier === null || Object.keys(header).length > 0) return header;
  const used = new Set(
    table.body.flatMap((row) => row.cells.flatMap((cell) => readMarks(cell).map(({ mark }) => mark))),
  );
  return used.size === 0 ? {} : listLegend(linesNear(text, table.from, table.end), used);
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

function listLegend(lines: readonly string[], used: ReadonlySet<string>): Record<string, string> {
  const legend: Record<string, string> = {};
  for (const line of lines) {
    if (!mayHoldMarks(line)) continue;
    const found = IN_LIST().exec(plainText(line));
    if (found === null) continue;
    const mark = withoutSelector(found[1] ?? '');
    const words = ((found[2] ?? '').split(/[:—–]|\s-\s/u)[0] ?? '').trim().replace(/[.,;]$/, '');
    if (used.has(mark) && words !== '' && countSpacedWords(words) <= MOST_WORDS) legend[mark] ??= words;
  }
  return legend;
}

/** The lines around what stands between two offsets, nearest below first, then nearest above. */
function linesNear(text: string, from: number, end: number): string[] {
  const below = new NearLines();
  // The table itself ends in the line at `end`.
  let stop = lineEnd(text, end);
  while (stop < text.length && below.mayGoOn) {
    const next = lineBreakEnd(text, stop);
    stop = lineEnd(text, next);
    below.take(text.slice(next, stop));
  }
  const above = new NearLines();
  let start = from;
  while (start > 0 && above.mayGoOn) {
    const before = lineBreakStart(text, start);
    start = lineStart(text, before);
    above.take(text.slice(start, before));
  }
  return [...below.lines, ...above.lines];
}

/** Lines one way from a table. Another table between, a copy of it, say, moves no legend away. */
class NearLines {
  readonly lines: string[] = [];
  #rows = 0;
  #isBehindRow = true;

  get mayGoOn(): boolean {
    return this.lines.length < NEAR_LINES && this.#rows < MOST_ROWS;
  }

  take(line: string): void {
    const isRow = line.includes('|');
    if (isRow || (this.#isBehindRow && isBlankLine(line))) this.#rows++;
    else if (line.length <= LONGEST_ITEM) this.lines.push(line.trimEnd());
    else this.lines.push('');
    this.#isBehindRow = isRow;
  }
}
