import type { InlineStyle } from '../model/inline';
import { lazyPattern } from '../text/lazily';
import { CODE } from './lines';
import { SIGN, Piece, type Chain } from './pieces';

/** Signs that open and close emphasis, each with the place that it has in the memory of what nothing opens. */
type Sign = CODE.star | CODE.underscore | CODE.tilde | CODE.equals;
const PLACE: Readonly<Record<Sign, number>> = {
  [CODE.star]: 0,
  [CODE.underscore]: 1,
  [CODE.tilde]: 2,
  [CODE.equals]: 3,
};

/** For each kind of closing run the order below which nothing opens it. One for all, filled anew each time that runs are paired. */
const NOTHING = new Int32Array(24);

const PUNCTUATION = lazyPattern('\\p{P}');

/** A run of one of the signs; what is not used of it stays text. */
interface Run {
  readonly piece: Piece;
  readonly sign: Sign;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly order: number;
  before: Run | null;
  behind: Run | null;
}

/**
 * Pairs emphasis by the rules of CommonMark (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis); `~~` and Obsidian's
 * `==` open and close where two stars would.
 */
export class Emphasis {
  readonly #markdown: string;
  readonly #chain: Chain;
  #last: Run | null = null;
  #count = 0;

  constructor(markdown: string, chain: Chain) {
    this.#markdown = markdown;
    this.#chain = chain;
  }

  /** Where the reader stands among the runs: what is paired later begins behind it. */
  get mark(): Run | null {
    return this.#last;
  }

  /** Takes the signs between two offsets for a run that may open or close emphasis. */
  add(from: number, to: number, sign: Sign): void {
    const before = this.#isSpace(from - 1) ? 'space' : this.#isPunctuation(from - 1, true) ? 'sign' : 'word';
    const behind = this.#isSpace(to) ? 'space' : this.#isPunctuation(to, false) ? 'sign' : 'word';
    const isLeft = behind === 'word' || (behind === 'sign' && before !== 'word');
    const isRight = before === 'word' || (before === 'sign' && behind !== 'word');
    const inWords = sign !== CODE.underscore;
    const piece = this.#chain.push(new Piece(from, to, SIGN));
    const canOpen = isLeft && (inWords || !isRight || before === 'sign');
    const canClose = isRight && (inWords || !isLeft || behind === 'sign');
    if (!canOpen && !canClose) return;
    const run: Run = {
      piece,
      sign,
      length: to - from,
      canOpen,
      canClose,
      order: ++this.#count,
      before: this.#last,
      behind: null,
    };
    if (this.#last !== null) this.#last.behind = run;
    this.#last = run;
  }

  /** Pairs the runs behind `mark`, and forgets those that are left. */
  pairBehind(mark: Run | null): void {
    if (this.#last !== mark) this.#pair(mark);
    this.#last = mark;
    if (mark !== null) mark.behind = null;
  }

  #pair(mark: Run | null): void {
    const nothing = NOTHING.fill(mark?.order ?? 0);
    let closer = this.#firstBehind(mark);
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.behind;
        continue;
      }
      const key = PLACE[closer.sign] * 6 + (closer.canOpen ? 3 : 0) + (closer.length % 3);
      const floor = nothing[key] ?? 0;
      let opener = closer.before;
      while (opener !== null && opener.order > floor && !opens(opener, closer)) opener = opener.before;
      if (opener === null || opener.order <= floor) {
        nothing[key] = closer.before?.order ?? 0;
        const next: Run | null = closer.behind;
        if (!closer.canOpen) this.#forget(closer);
        closer = next;
      } else closer = this.#wrap(opener, closer);
    }
  }

  #firstBehind(mark: Run | null): Run | null {
    let run = this.#last;
    while (run !== null && run.before !== mark) run = run.before;
    return run;
  }

  /** Makes a pair, and returns the run with which to go on. */
  #wrap(opener: Run, closer: Run): Run | null {
    const open = opener.piece;
    const close = closer.piece;
    const used = open.to - open.from >= 2 && close.to - close.from >= 2 ? 2 : 1;
    open.to -= used;
    close.from += used;
    this.#chain.wrapBetween(open, close, open.to, close.from, { type: styleOf(opener.sign, used) });
    // Runs between the two open and close nothing any more.
    opener.behind = closer;
    closer.before = opener;
    if (open.from === open.to) this.#forget(opener);
    if (close.from < close.to) return closer;
    const next = closer.behind;
    this.#forget(closer);
    return next;
  }

  #forget({ before, behind }: Run): void {
    if (before !== null) before.behind = behind;
    if (behind !== null) behind.before = before;
    else this.#last = before;
  }

  #isSpace(at: number): boolean {
    const code = this.#markdown.charCodeAt(at);
    if (code > CODE.space && code < 0x80) return false;
    return Number.isNaN(code) || /\s/.test(this.#markdown.charAt(at));
  }

  #isPunctuation(at: number, isBefore: boolean): boolean {
    const code = this.#markdown.charCodeAt(at);
    if (code < 0x80) return !isAsciiWord(code);
    // Letters of the two alphabets are told without an expression's cost.
    if (code >= 0x400 && code < 0x530) return false;
    const isLow = code >= 0xdc00 && code < 0xe000;
    const sign = this.#markdown.codePointAt(isBefore && isLow ? at - 1 : at) ?? code;
    return PUNCTUATION().test(String.fromCodePoint(sign));
  }
}

const isAsciiWord = (code: number): boolean =>
  (code >= CODE.zero && code <= CODE.nine) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Whether one run opens what the other closes. Runs that could do both pair only where their lengths do not add up to three. */
function opens(opener: Run, closer: Run): boolean {
  if (opener.sign !== closer.sign || !opener.canOpen) return false;
  const isEither = closer.canOpen || opener.canClose;
  return !isEither || closer.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0;
}

function styleOf(sign: Sign, used: 1 | 2): InlineStyle {
  switch (sign) {
    case CODE.tilde:
      return 'strike';
    case CODE.equals:
      return 'highlight';
    case CODE.star:
    case CODE.underscore:
      return used === 2 ? 'strong' : 'emphasis';
  }
}
