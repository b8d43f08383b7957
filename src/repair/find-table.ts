import { BREAK, BYTE_TABLES, CAREFUL, FOREIGN, HOLE, SYMBOLS, SYMBOL_COUNT, type ByteTable } from './byte-tables';
import { remembered } from '../text/remembered';
import { withoutExamples, withoutShown } from './examples';
import { invert } from './invert';
import { SEQUENCE_LENGTHS, bitsOfLead, isEncodedIn, scriptOf } from './utf8';

/** What a text has to have for a table to fit. */
interface Measure {
  /** Whole sequences, and different characters among them. */
  readonly whole: number;
  readonly kinds: number;
  /** For each whole sequence at most so many units that are none. */
  readonly others: number;
}

const GARBLED: Measure = { whole: 5, kinds: 3, others: 1 };

/** What a few places of a text have to have for the whole of it to be looked at: less than a garbled one ever does. */
const SUSPECT: Measure = { whole: 1, kinds: 1, others: 5 };

/** Of the right table, a stranger in the words of so many sequences is too many, and so is so small a share of the other decoding. */
const UNLIKE = 8;

const PLACES = 64;
const PLACE_LENGTH = 64;

/** A text's characters beyond ASCII, as symbols; ASCII between them is one `BREAK`. */
interface Symbols {
  readonly list: Uint16Array;
  /** How often each symbol is in the list. */
  readonly counts: Uint32Array;
  /** The symbols beyond `HOLE` that are in the list, each once: few of those there are. */
  readonly kinds: readonly number[];
  /** How many of the list are not `BREAK`. */
  readonly size: number;
}

/**
 * The tables that a text may have been wrongly decoded with, none for a healthy text. Decided on the whole of it: through some table at least
 * half of what is not ASCII makes sequences of UTF-8, of characters that are written in notes. In healthy notes it is a tenth at
 * most, unless they show garbled words: what they show makes no note garbled. Of several tables nothing in the text tells which it was.
 */
export function findTables(text: string): readonly ByteTable[] {
  if (hasLittle(text) || isHealthyInPlaces(text)) return [];
  const tables = bestTables(symbolsIn(text), GARBLED);
  const [table] = tables;
  if (!table) return [];
  const [inner] = bestTables(symbolsIn(invert(text, table, []).text), GARBLED);
  // Words come again: to undo one takes longer than to look it up.
  const undo = remembered((word) => {
    const { text: once } = invert(word, table, []);
    return inner ? invert(once, inner, []).text : once;
  });
  const prose = withoutShown(withoutExamples(text), undo);
  return bestTables(symbolsIn(prose), GARBLED).length === 0 ? [] : tables;
}

/** Whether too little of a text is not ASCII for any table to fit: so it is with most lines. */
function hasLittle(text: string): boolean {
  let left = 2 * GARBLED.whole;
  for (let at = 0; at < text.length && left > 0; at++) if (text.charCodeAt(at) >= 0x80) left--;
  return left > 0;
}

/** Whether a long text is not garbled in places all over it, as far as enough of what stands there is not ASCII. */
function isHealthyInPlaces(text: string): boolean {
  const step = Math.floor(text.length / PLACES);
  if (step < 2 * PLACE_LENGTH) return false;
  const places = Array.from({ length: PLACES }, (_, place) => text.slice(place * step, place * step + PLACE_LENGTH));
  const symbols = symbolsIn(places.join('\n'));
  return symbols.size > 2 * PLACES && bestTables(symbols, SUSPECT).length === 0;
}

/** Those that fit best, in their order. */
function bestTables(symbols: Symbols, measure: Measure): readonly ByteTable[] {
  if (symbols.size < 2 * measure.whole) return [];
  let best: ByteTable[] = [];
  let bestFit = 0;
  let bestCareless = 0;
  for (const table of BYTE_TABLES()) {
    const careless = mayMatch(table, symbols, measure);
    const found = careless === null ? null : countUnits(table, symbols.list, measure);
    if (careless === null || found === null) continue;
    const fit = found.whole / (found.whole + found.others);
    if (fit < bestFit || (fit === bestFit && careless > bestCareless)) continue;
    if (fit > bestFit || careless < bestCareless) best = [];
    // One that differs in nothing that stands there would restore the same.
    const isSame = (other: ByteTable): boolean =>
      symbols.kinds.every((kind) => other.bytes[kind] === table.bytes[kind]);
    if (!best.some(isSame)) best.push(table);
    bestFit = fit;
    bestCareless = careless;
  }
  return best;
}

function symbolsIn(text: string): Symbols {
  const symbolOf = SYMBOLS();
  const list = new Uint16Array(text.length);
  const counts = new Uint32Array(SYMBOL_COUNT());
  const kinds: number[] = [];
  let length = 0;
  let size = 0;
  let isBreak = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (!isBreak) list[length++] = BREAK;
      isBreak = true;
      continue;
    }
    const symbol = symbolOf[code] ?? FOREIGN;
    list[length++] = symbol;
    const count = counts[symbol] ?? 0;
    if (count === 0 && symbol > HOLE) kinds.push(symbol);
    counts[symbol] = count + 1;
    size++;
    isBreak = false;
  }
  return { list: list.subarray(0, length), counts, kinds, size };
}

/**
 * Whether, by its counts alone, enough of a text can be whole sequences of a table: each needs a leading byte and a continuation.
 * Then says how many of its characters are there only for careless decoders, else `null`.
 */
function mayMatch({ bytes, careless }: ByteTable, { counts, kinds, size }: Symbols, measure: Measure): number | null {
  let leads = 0;
  let continuations = 0;
  let carelessCount = 0;
  for (const symbol of kinds) {
    const count = counts[symbol] ?? 0;
    const length = SEQUENCE_LENGTHS[bytes[symbol] ?? 0] ?? 1;
    if (length === 0) continuations += count;
    else if (length > 1) leads += count;
    if (careless[symbol] === 1) carelessCount += count;
  }
  const whole = Math.min(leads, continuations);
  const others = size - continuations - whole;
  return whole >= measure.whole && others <= whole * measure.others ? carelessCount : null;
}

/**
 * How many of a text's units are whole sequences, and how many are not; `null` where those are too many, or too few are whole, or where
 * the table is only like the right one: then words of whole sequences hold characters of none, and bytes of one kind are decoded in two
 * ways.
 */
function countUnits(
  { bytes, careless }: ByteTable,
  list: Uint16Array,
  measure: Measure,
): { readonly whole: number; readonly others: number } | null {
  let whole = 0;
  let others = 0;
  let strangers = 0;
  let wordWhole = 0;
  let wordStrangers = 0;
  let carefully = 0;
  let carelessly = 0;
  const kinds = new Set<number>();
  for (let at = 0; at < list.length;) {
    const symbol = list[at] ?? BREAK;
    const byte = bytes[symbol] ?? 0;
    // In place of a leading byte it may be followed by up to three others.
    const length = symbol === HOLE ? 4 : (SEQUENCE_LENGTHS[byte] ?? 1);
    if (length < 2) {
      at++;
      if (symbol === BREAK) {
        if (wordWhole > 0) strangers += wordStrangers;
        wordWhole = wordStrangers = 0;
        continue;
      }
      others++;
      wordStrangers++;
      // Even if all that is left were pairs of bytes.
      if (others > (whole + (list.length - at) / 2) * measure.others) return null;
      continue;
    }
    let code = bitsOfLead(byte, length);
    let isWhole = symbol !== HOLE;
    let end = at + 1;
    for (; end < at + length; end++) {
      const next = list[end] ?? BREAK;
      const continuation = bytes[next] ?? 0;
      if (next === HOLE) isWhole = false;
      else if (SEQUENCE_LENGTHS[continuation] === 0) code = (code << 6) | (continuation & 0x3f);
      else break;
    }
    if (isWhole && end === at + length && isEncodedIn(code, length) && scriptOf(code) > 0) {
      whole++;
      wordWhole++;
      if (kinds.size < measure.kinds) kinds.add(code);
      for (let one = at + 1; one < end; one++) {
        const continuation = list[one] ?? BREAK;
        if (careless[continuation] === 1) carelessly++;
        else if (careless[continuation] === CAREFUL) carefully++;
      }
    } else others++;
    at = end;
  }
  if (wordWhole > 0) strangers += wordStrangers;
  const isEnough = whole >= measure.whole && whole * measure.others >= others && kinds.size >= measure.kinds;
  const isLike = strangers * UNLIKE > whole || Math.min(carefully, carelessly) * UNLIKE > carefully + carelessly;
  return isEnough && !isLike ? { whole, others } : null;
}
