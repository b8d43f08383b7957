import type { LostCharacter } from '../model/garbled';
import { HOLE, SYMBOLS, type ByteTable } from './byte-tables';
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
}

/** A sequence of which bytes are gone. */
interface Truncated extends LostCharacter {
  /** The leading byte's character where nothing else is left: it may as well have been written as it stands. */
  readonly lone: number | null;
}

/**
 * Undoes one wrong decoding. What is no part of a sequence stays as it stands, so does a leading byte alone of which no byte can be
 * missing: somebody wrote that later.
 *
 * @param holes Characters of `text` that are lost already.
 */
export function invert(text: string, table: ByteTable, holes: readonly LostCharacter[]): Inverted {
  const { bytes } = table;
  const symbols = SYMBOLS();
  const out = new Uint16Array(text.length);
  let size = 0;
  let restored = 0;
  const truncated: Truncated[] = [];
  const isSeen = new Uint8Array(SCRIPT_COUNT);
  isSeen[scriptOf('—'.charCodeAt(0))] = 1;
  let readTruncated: ReturnType<typeof truncatedReader> | null = null;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const lead = bytes[symbols[unit] ?? 0] ?? 0;
    const length = SEQUENCE_LENGTHS[lead] ?? 1;
    if (length < 2 && unit !== REPLACEMENT) {
      out[size++] = unit;
      at++;
      continue;
    }
    let code = bitsOfLead(lead, length);
    let end = at + 1;
    for (; end < at + length; end++) {
      const byte = bytes[symbols[text.charCodeAt(end)] ?? 0] ?? 0;
      if (SEQUENCE_LENGTHS[byte] !== 0) break;
      code = (code << 6) | (byte & 0x3f);
    }
    if (length > 1 && end === at + length) {
      if (isEncodedIn(code, length)) {
        if (code > 0xffff) out[size++] = 0xd7c0 + (code >> 10);
        out[size++] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
        isSeen[scriptOf(code)] = 1;
        restored++;
        at = end;
      } else {
        out[size++] = unit;
        at++;
      }
      continue;
    }
    readTruncated ??= truncatedReader(text, table, holes);
    const { end: truncatedEnd, candidates } = readTruncated(at);
    if (candidates.length > 0) truncated.push({ at: size, candidates, lone: truncatedEnd === at + 1 ? unit : null });
    out[size++] = candidates.length > 0 ? REPLACEMENT : unit;
    at = truncatedEnd;
  }
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
  };
}

/** Reads sequences of which bytes are gone: where what is left ends, and all they can have been; nothing if they are none. */
function truncatedReader(
  text: string,
  table: ByteTable,
  holes: readonly LostCharacter[],
): (at: number) => { readonly end: number; readonly candidates: readonly string[] } {
  const { bytes, fleeting } = table;
  const symbols = SYMBOLS();
  const byteOf = (character: string): number => bytes[symbols[character.charCodeAt(0)] ?? 0] ?? 0;
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
