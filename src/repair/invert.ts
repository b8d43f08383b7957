import type { LostCharacter } from '../model/garbled';
import { HOLE, SYMBOLS, type ByteTable } from './byte-tables';
import type { Span } from '../text/span';
import { decodeUtf16 } from './decode';
import { SCRIPT_COUNT, SEQUENCE_LENGTHS, bitsOfLead, isEncodedIn, scriptOf } from './utf8';

const REPLACEMENT = 0xfffd;
/** Of a sequence that lost more bytes than this, nothing can be said. */
const MOST_DROPPED = 2;

/** A text with one wrong decoding undone. */
interface Inverted {
  readonly text: string;
  /** How many sequences were whole. */
  readonly restored: number;
  readonly lost: readonly LostCharacter[];
  /** Offsets in `text` of words that hold signs of a neighbour, or were left as they stand though some of it looks like a sequence. */
  readonly unsure: readonly number[];
}

/** What stands at a place of a garbled text. */
type Unit =
  | { readonly kind: 'whole'; readonly end: number; readonly code: number }
  /** A sequence of which bytes are gone; `isLone` where nothing but the leading one is left: it may as well have been written so. */
  | { readonly kind: 'part'; readonly end: number; readonly isLone: boolean; readonly candidates: readonly string[] }
  /** What is part of no sequence. */
  | { readonly kind: 'stranger'; readonly end: number };

/** Characters beyond ASCII that stand side by side. */
interface Word extends Span {
  readonly whole: number;
  readonly parts: number;
  /** Leading bytes alone, and characters of no sequence. */
  readonly lone: number;
  readonly strangers: number;
  /** A leading byte stands before a sign that is of another table's, or a character was lost of which nothing can be said. */
  readonly isCut: boolean;
}

interface Truncated extends LostCharacter {
  /** The leading byte's character where nothing else is left. */
  readonly lone: number | null;
}

/**
 * Undoes one wrong decoding. What is no part of a sequence stays as it stands, so does a leading byte alone of which no byte can be
 * missing: somebody wrote that later. So do words of which more is no sequence than is, for two healthy letters may look like one; and
 * in a line where such words outweigh the others, all but words of several sequences.
 *
 * @param holes Characters of `text` that are lost already.
 */
export function invert(text: string, table: ByteTable, holes: readonly LostCharacter[]): Inverted {
  const out = new Uint16Array(text.length);
  let size = 0;
  let restored = 0;
  const truncated: Truncated[] = [];
  const unsure: number[] = [];
  const isSeen = new Uint8Array(SCRIPT_COUNT);
  isSeen[scriptOf('—'.charCodeAt(0))] = 1;
  const unitAt = unitReader(text, table, holes);
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to; at++) out[size++] = text.charCodeAt(at);
  };
  const undo = ({ from, to }: Span): void => {
    for (let at = from; at < to;) {
      const unit = unitAt(at);
      if (unit.kind === 'whole') {
        const { code } = unit;
        if (code > 0xffff) out[size++] = 0xd7c0 + (code >> 10);
        out[size++] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
        isSeen[scriptOf(code)] = 1;
        restored++;
      } else if (unit.kind === 'part') {
        const { candidates, isLone } = unit;
        truncated.push({ at: size, candidates, lone: isLone ? text.charCodeAt(at) : null });
        out[size++] = REPLACEMENT;
      } else copy(at, unit.end);
      at = unit.end;
    }
  };
  let done = 0;
  for (const words of linesOfWords(text, unitAt, cutReader(text, table))) {
    const sum = (of: (word: Word) => number): number => words.reduce((total, word) => total + of(word), 0);
    const isHealthyLine =
      sum((word) => (isHealthy(word) ? word.lone : 0)) > sum((word) => (isHealthy(word) ? 0 : word.whole + word.parts));
    for (const word of words) {
      copy(done, word.from);
      const isLeft = isHealthy(word) || (isHealthyLine && (word.lone > 0 || word.whole < 2));
      if (word.isCut || (isLeft && word.whole + word.parts > 0)) unsure.push(size);
      if (isLeft) copy(word.from, word.to);
      else undo(word);
      done = word.to;
    }
  }
  copy(done, text.length);
  const lost = truncated.filter(({ at, lone, candidates }) => {
    if (lone === null || lone === REPLACEMENT) return true;
    if (candidates.some((one) => isSeen[scriptOf(one.codePointAt(0) ?? 0)] === 1)) return true;
    out[at] = lone;
    return false;
  });
  return {
    text: decodeUtf16(out.subarray(0, size)),
    restored,
    lost: lost.map(({ at, candidates }) => ({ at, candidates })),
    unsure,
  };
}

function isHealthy({ whole, parts, lone, strangers }: Word): boolean {
  return strangers > 0 && lone >= whole + parts;
}

/** The words of each line that has some. */
function* linesOfWords(
  text: string,
  unitAt: (at: number) => Unit,
  isCutAt: (at: number) => boolean,
): Generator<readonly Word[]> {
  let words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) {
      const word = wordAt(text, at, unitAt, isCutAt);
      words.push(word);
      at = word.to;
      continue;
    }
    if (code === 0x0a && words.length > 0) {
      yield words;
      words = [];
    }
    at++;
  }
  yield words;
}

function wordAt(text: string, from: number, unitAt: (at: number) => Unit, isCutAt: (at: number) => boolean): Word {
  let isCut = false;
  let whole = 0;
  let parts = 0;
  let lone = 0;
  let strangers = 0;
  let to = from;
  while (text.charCodeAt(to) >= 0x80) {
    const unit = unitAt(to);
    const isHole = text.charCodeAt(to) === REPLACEMENT;
    isCut ||= (unit.kind !== 'whole' && isCutAt(to)) || (unit.kind === 'stranger' && isHole);
    if (unit.kind === 'whole') whole++;
    else if (unit.kind === 'part' && !unit.isLone) parts++;
    else if (!isHole) {
      lone++;
      if (unit.kind === 'stranger') strangers++;
    }
    to = unit.end;
  }
  return { from, to, whole, parts, lone, strangers, isCut };
}

/** Cyrillic letters, of most languages, may well stand behind a sign that is a leading byte: a quote. */
const isCyrillic = (code: number): boolean => code >= 0x400 && code < 0x492;

/** Tells whether a leading byte is followed by what the table does not have, as where the text was decoded with a neighbour of it. */
function cutReader(text: string, table: ByteTable): (at: number) => boolean {
  const byteAt = byteReader(text, table);
  return (at) => {
    const length = lengthOf(byteAt(at));
    let end = at + 1;
    while (end < at + length && isContinuation(byteAt(end))) end++;
    const next = text.charCodeAt(end);
    const isSign = next >= 0x80 && next !== REPLACEMENT && !isCyrillic(next);
    return end < at + length && isSign && lengthOf(byteAt(end)) === 1;
  };
}

/** Tells the byte of the character at a place, 0 where the table has none. */
function byteReader(text: string, { bytes }: ByteTable): (at: number) => number {
  const symbols = SYMBOLS();
  return (at) => bytes[symbols[text.charCodeAt(at)] ?? 0] ?? 0;
}

/** Reads what stands at a place, be it a sequence or not. */
function unitReader(text: string, table: ByteTable, holes: readonly LostCharacter[]): (at: number) => Unit {
  const byteAt = byteReader(text, table);
  let readTruncated: ReturnType<typeof truncatedReader> | null = null;
  return (at) => {
    const unit = text.charCodeAt(at);
    const lead = byteAt(at);
    const length = lengthOf(lead);
    if (length < 2 && unit !== REPLACEMENT) return { kind: 'stranger', end: at + 1 };
    let code = bitsOfLead(lead, length);
    let end = at + 1;
    for (; end < at + length; end++) {
      const byte = byteAt(end);
      if (!isContinuation(byte)) break;
      code = (code << 6) | (byte & 0x3f);
    }
    if (length > 1 && end === at + length)
      return isEncodedIn(code, length) ? { kind: 'whole', end, code } : { kind: 'stranger', end: at + 1 };
    readTruncated ??= truncatedReader(text, table, holes);
    const { end: partEnd, candidates } = readTruncated(at);
    return candidates.length > 0
      ? { kind: 'part', end: partEnd, isLone: partEnd === at + 1, candidates }
      : { kind: 'stranger', end: partEnd };
  };
}

/** Reads sequences of which bytes are gone: where what is left ends, and all they can have been; nothing if they are none. */
function truncatedReader(
  text: string,
  table: ByteTable,
  holes: readonly LostCharacter[],
): (at: number) => { readonly end: number; readonly candidates: readonly string[] } {
  const { fleeting } = table;
  const symbols = SYMBOLS();
  const byteOf = (character: string): number => byteReader(character, table)(0);
  const lostBefore = new Map(holes.map(({ at, candidates }) => [at, candidates]));
  // Where one character of a kind is left, that kind was not dropped.
  const left = new Set(fleeting.filter(({ character }) => text.includes(character)).map(({ kind }) => kind));
  const gone = fleeting.filter(({ kind, byte }) => !left.has(kind) && isContinuation(byte));
  const dropped = gone.filter(({ kind }) => kind !== 'space').map(({ byte }) => byte);
  const droppedBeforeSpace = gone.map(({ byte }) => byte);
  const replaced = fleeting
    .filter(({ kind }) => kind === 'undefined' || (kind === 'invisible' && !left.has(kind)))
    .map(({ byte }) => byte);

  const bytesAt = (at: number): readonly number[] => {
    const character = text.charAt(at);
    if (symbols[character.charCodeAt(0)] !== HOLE) return [byteOf(character)];
    return lostBefore.get(at)?.map(byteOf) ?? replaced;
  };
  const known = new Map<string, readonly string[]>();

  return (at) => {
    const leads = bytesAt(at).filter((byte) => lengthOf(byte) > 1);
    const most = Math.max(1, ...leads.map(lengthOf));
    const rest: (readonly number[])[] = [];
    while (rest.length < most - 1) {
      const next = bytesAt(at + 1 + rest.length).filter(isContinuation);
      if (next.length === 0) break;
      rest.push(next);
    }
    // A lost character before nothing of a sequence is not the beginning of one.
    const isLead = text.charCodeAt(at) !== REPLACEMENT || rest.length > 0;
    const end = at + 1 + rest.length;
    // A space that was made an ordinary one, or cut off with the end of its line.
    const mayBeSpace = /^\s?$/.test(text.charAt(end));
    const key = `${text.slice(at, end)}${mayBeSpace ? ' ' : ''}`;
    const candidates =
      (holes.length === 0 ? known.get(key) : null) ??
      (isLead ? complete(leads, rest, mayBeSpace ? droppedBeforeSpace : dropped) : []);
    known.set(key, candidates);
    return candidates.length > 0 ? { end, candidates } : { end: at + 1, candidates: lostBefore.get(at) ?? [] };
  };
}

/** The characters whose bytes are one of `leads`, then one of each of `rest`, with `dropped` ones anywhere behind the first. */
function complete(
  leads: readonly number[],
  rest: readonly (readonly number[])[],
  dropped: readonly number[],
): readonly string[] {
  const found = new Set<string>();
  for (const lead of leads) {
    const length = lengthOf(lead);
    if (length - 1 - rest.length > MOST_DROPPED) continue;
    const add = (code: number, missing: number, index: number): void => {
      const toCome = rest.length - index;
      if (missing === 0 && toCome === 0 && isEncodedIn(code, length) && scriptOf(code) > 0)
        found.add(String.fromCodePoint(code));
      if (missing === 0) return;
      for (const byte of rest[index] ?? []) add((code << 6) | (byte & 0x3f), missing - 1, index + 1);
      if (missing > toCome) for (const byte of dropped) add((code << 6) | (byte & 0x3f), missing - 1, index);
    };
    add(bitsOfLead(lead, length), length - 1, 0);
  }
  return [...found];
}

function lengthOf(byte: number): number {
  return SEQUENCE_LENGTHS[byte] ?? 1;
}

function isContinuation(byte: number): boolean {
  return lengthOf(byte) === 0;
}
