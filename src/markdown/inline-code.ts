import { ForwardSearch } from './forward-search';
import { addTo } from '../text/grouped';
import { endHere } from '../text/here';

/** A part of a paragraph that is code, a comment or a formula. */
export interface InlineCode {
  readonly from: number;
  readonly to: number;
  readonly role: 'span' | 'comment' | 'formula' | 'html';
}

/** What may open code, or hides what opens none: an escaped sign, an address, a tag. */
const SIGN = /\\[!-/:-@[-`{-~]|`+|\$\$|<!--|<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>|\/?[a-z])/giu;
/** A tag with its attributes, which may hold backticks. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/iy;
/** Elements whose text is no Markdown to anybody. */
const RAW = /^<(code|pre|script|style|textarea)[\s>]/i;

/** The code of one paragraph, ascending. What nothing closes is text. Linear in its length. */
export function readInlineCode(text: string): readonly InlineCode[] {
  const found: InlineCode[] = [];
  const ticks = new TickRuns(text);
  const ends = { comment: new ForwardSearch(text, '-->'), formula: new ForwardSearch(text, '$$') };
  const closings = new Map<string, ForwardSearch>();
  let lower: string | null = null;
  SIGN.lastIndex = 0;
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    const { 0: sign, index: from } = match;
    let to = from + sign.length;
    if (sign.startsWith('`')) {
      const close = ticks.next(sign.length, to);
      if (close !== -1) {
        to = close + sign.length;
        found.push({ from, to, role: 'span' });
      }
    } else if (sign === '$$' || sign === '<!--') {
      const role = sign === '$$' ? 'formula' : 'comment';
      const end = ends[role];
      const close = end.next(to);
      if (close !== Infinity) {
        to = close + end.sign.length;
        found.push({ from, to, role });
      }
    } else if (sign.startsWith('<') && !sign.endsWith('>')) {
      const end = endHere(TAG, text, from);
      if (end >= 0) {
        to = end;
        const name = RAW.exec(text.slice(from, to))?.[1]?.toLowerCase();
        if (name !== undefined) {
          lower ??= text.toLowerCase();
          // Letters that are longer in lower case would move what stands behind them.
          const whole = lower.length === text.length ? lower : text;
          const closing = closings.get(name) ?? new ForwardSearch(whole, `</${name}>`);
          closings.set(name, closing);
          const close = closing.next(to);
          if (close !== Infinity) {
            to = close + closing.sign.length;
            found.push({ from, to, role: 'html' });
          }
        }
      }
    }
    SIGN.lastIndex = to;
  }
  return found;
}

/** The runs of backticks of a text, found by their length. */
class TickRuns {
  /** By length the offsets of the runs, the first first. */
  readonly #runs = new Map<number, number[]>();
  /** By length how many of the runs lie behind. */
  readonly #passed = new Map<number, number>();

  constructor(text: string) {
    for (const { 0: run, index } of text.matchAll(/`+/g)) {
      addTo(this.#runs, run.length, index);
    }
  }

  /** Where a run of that length begins next at `from` or behind it; -1 where none does. `from` must not go back. */
  next(length: number, from: number): number {
    const runs = this.#runs.get(length) ?? [];
    let passed = this.#passed.get(length) ?? 0;
    while (passed < runs.length && (runs[passed] ?? 0) < from) passed++;
    this.#passed.set(length, passed);
    return runs[passed] ?? -1;
  }
}
