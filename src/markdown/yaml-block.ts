import {
  PiecedText,
  SIGN,
  isBlank,
  isLineEnd,
  lineEnd,
  skipBlanks,
  skipSpaces,
  type Extent,
  type Piece,
  type ScannedValue,
  type YamlValue,
} from './yaml-value';

/** What becomes of the line breaks at a block's end: none, one, or all of them are part of it. */
type Ending = 'strip' | 'clip' | 'keep';

interface BlockHead {
  readonly isFolded: boolean;
  readonly ending: Ending;
  /** How far its lines are indented beyond what holds it; 0 where its first line tells. */
  readonly indent: number;
  /** Offset of the line break. */
  readonly feed: number;
}

/** Reads a block of text, `|` or `>`; `null` where it is not written as YAML wants it. */
export function readBlock(text: string, at: number, { limit, indent }: Extent): ScannedValue | null {
  const head = readHead(text, at, limit);
  if (head === null) return null;
  let width = head.indent === 0 ? 0 : indent + head.indent;
  let blanks = 0;
  let blankWidth = 0;
  let first = -1;
  let last = head.feed;
  let next = head.feed + 1;
  while (next < limit) {
    const feed = lineEnd(text, next, limit);
    const start = skipSpaces(text, next);
    if (isLineEnd(text, start)) {
      blanks++;
      if (first === -1) blankWidth = Math.max(blankWidth, start - next);
      // Blanks beyond the indentation are text.
      else if (start - next > width) last = feed;
    } else {
      if (width === 0 && start - next > indent) width = start - next;
      if (width === 0 || start - next < width) break;
      if (first === -1) first = next;
      last = feed;
    }
    next = feed + 1;
  }
  if (first !== -1 && head.indent === 0 && blankWidth > width) return null;
  if (first === -1) {
    const isKept = head.ending === 'keep' && blanks > 0;
    const place = {
      from: head.feed,
      to: head.feed,
      style: 'block' as const,
      pieces: [{ at: 0, from: head.feed, to: head.feed }],
    };
    return { value: { text: isKept ? '\n'.repeat(blanks) : '', ...place }, end: isKept ? next - 1 : head.feed };
  }
  const to = last > first && text.charCodeAt(last - 1) === SIGN.return ? last - 1 : last;
  const end = head.ending === 'keep' ? next - 1 : to;
  return { value: new BlockText(text, head, { first, next, width, from: first + width, to }), end };
}

function readHead(text: string, at: number, limit: number): BlockHead | null {
  const head = /[|>](?:([1-9])([+-]?)|([+-])([1-9]?))?/y;
  head.lastIndex = at;
  const found = head.exec(text);
  if (found === null) return null;
  const behind = skipBlanks(text, head.lastIndex);
  const isRemark = behind > head.lastIndex && text.charCodeAt(behind) === SIGN.hash;
  if (!isRemark && !isLineEnd(text, behind)) return null;
  const sign = found[2] ?? found[3];
  return {
    isFolded: text.charCodeAt(at) === SIGN.greater,
    ending: sign === '-' ? 'strip' : sign === '+' ? 'keep' : 'clip',
    indent: Number(found[1] ?? found[4] ?? 0),
    feed: lineEnd(text, behind, limit),
  };
}

interface BlockPlace {
  /** Offset of the first filled line; lines above it are blank. */
  readonly first: number;
  /** Offset of the line below the block. */
  readonly next: number;
  /** How far its lines are indented. */
  readonly width: number;
  readonly from: number;
  /** The end of the last filled line. */
  readonly to: number;
}

/** A block's text, put together when it is asked for: in the notes these are pages. */
class BlockText implements YamlValue {
  readonly style = 'block';
  readonly from: number;
  readonly to: number;
  readonly #note: string;
  readonly #head: BlockHead;
  readonly #place: BlockPlace;
  #read: PiecedText | null = null;

  constructor(note: string, head: BlockHead, place: BlockPlace) {
    this.#note = note;
    this.#head = head;
    this.#place = place;
    this.from = place.from;
    this.to = place.to;
  }

  get text(): string {
    return (this.#read ??= this.#put()).text;
  }

  get pieces(): readonly Piece[] {
    return (this.#read ??= this.#put()).pieces;
  }

  #put(): PiecedText {
    const { isFolded, ending } = this.#head;
    const { next, to } = this.#place;
    const note = this.#note;
    const value = new PiecedText();
    let joint = '';
    let wasIndented = false;
    let at = this.#head.feed + 1;
    for (; at <= to; at = lineEnd(note, at, next) + 1) {
      const { from, end, isIndented } = this.#lineAt(at);
      if (at < this.#place.first) {
        value.copy(note, from, end);
        value.put('\n', end, end + 1);
        continue;
      }
      if (!isFolded) {
        if (joint !== '') value.put(joint, at - 1, at);
        value.copy(note, from, end);
        joint = '\n';
      } else if (isIndented) {
        if (joint === ' ') joint = '\n';
        else if (!wasIndented && joint === '\n') joint = '\n\n';
        if (joint !== '') value.put(joint, at - 1, at);
        value.copy(note, from, end);
        joint = '\n';
        wasIndented = true;
      } else if (from === end) {
        if (joint === '\n') value.put('\n', at - 1, at);
        else joint = '\n';
      } else {
        if (joint !== '') value.put(joint, at - 1, at);
        value.copy(note, from, end);
        joint = ' ';
        wasIndented = false;
      }
    }
    if (ending === 'keep') {
      for (; at < next; at = lineEnd(note, at, next) + 1) {
        value.put('\n', at - 1, at);
        const { from, end } = this.#lineAt(at);
        value.copy(note, from, end);
      }
    }
    if (ending !== 'strip') value.put('\n', Math.min(at, next) - 1, Math.min(at, next));
    return value;
  }

  /** A line's text behind the indentation of all. */
  #lineAt(at: number): { readonly from: number; readonly end: number; readonly isIndented: boolean } {
    const { next, width } = this.#place;
    const feed = lineEnd(this.#note, at, next);
    const stop = feed > at && this.#note.charCodeAt(feed - 1) === SIGN.return ? feed - 1 : feed;
    const from = Math.min(at + width, stop);
    return { from, end: stop, isIndented: from < stop && isBlank(this.#note.charCodeAt(from)) };
  }
}
