import { BREAK, BYTE_TABLES, FOREIGN, HOLE, SYMBOLS, SYMBOL_COUNT, type ByteTable } from './byte-tables';
import { SEQUENCE_LENGTHS, bitsOfLead, isEncodedIn, scriptOf } from './utf8';

/** A garbled note has at least so many whole sequences, of so many different characters. */
const FEWEST_WHOLE = 5;
const FEWEST_KINDS = 3;

/** A text's characters beyond ASCII, as symbols; ASCII between them is one `BREAK`. */
interface Symbols {
  readonly list: Uint16Array;
  /** How often each symbol is in the list. */
  readonly counts: Uint32Array;
  /** How many of the list are not `BREAK`. */
  readonly size: number;
}

/**
 * The table that a text was wrongly decoded with, `null` for a healthy text. Decided on the whole of it: through some table at least
 * half of what is not ASCII makes sequences of UTF-8, of characters that are written in notes. In healthy notes it is a tenth at
 * most.
 */
export function findTable(text: string): ByteTable | null {
  const symbols = symbolsIn(text);
  if (symbols.size < 2 * FEWEST_WHOLE) return null;
  let best: ByteTable | null = null;
  let bestFit = 0;
  for (const table of BYTE_TABLES) {
    const careless = mayMatch(table, symbols);
    const found = careless === null ? null : countUnits(table, symbols.list);
    if (careless === null || found === null) continue;
    const fit = found.whole / (found.whole + found.others + careless);
    if (fit > bestFit) {
      best = table;
      bestFit = fit;
    }
  }
  return best;
}

function symbolsIn(text: string): Symbols {
  const list = new Uint16Array(text.length);
  const counts = new Uint32Array(SYMBOL_COUNT);
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
    const symbol = SYMBOLS[code] ?? FOREIGN;
    list[length++] = symbol;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
    size++;
    isBreak = false;
  }
  return { list: list.subarray(0, length), counts, size };
}

/**
 * Whether, by its counts alone, half of a text can be whole sequences of a table: each needs a leading byte and a continuation.
 * Then says how many of its characters are there only for careless decoders, else `null`.
 */
function mayMatch({ bytes, careless }: ByteTable, { counts, size }: Symbols): number | null {
  let leads = 0;
  let continuations = 0;
  let carelessCount = 0;
  for (let symbol = HOLE + 1; symbol < SYMBOL_COUNT; symbol++) {
    const count = counts[symbol] ?? 0;
    if (count === 0) continue;
    const length = SEQUENCE_LENGTHS[bytes[symbol] ?? 0] ?? 1;
    if (length === 0) continuations += count;
    else if (length > 1) leads += count;
    if (careless[symbol] === 1) carelessCount += count;
  }
  const whole = Math.min(leads, continuations);
  const others = size - continuations - whole;
  return whole >= FEWEST_WHOLE && others <= whole ? carelessCount : null;
}

/** How many of a text's units are whole sequences, and how many are not; `null` where those are more, or too few are whole. */
function countUnits(
  { bytes }: ByteTable,
  list: Uint16Array,
): { readonly whole: number; readonly others: number } | null {
  let whole = 0;
  let others = 0;
  const kinds = new Set<number>();
  for (let at = 0; at < list.length;) {
    const symbol = list[at] ?? BREAK;
    const byte = bytes[symbol] ?? 0;
    // In place of a leading byte it may be followed by up to three others.
    const length = symbol === HOLE ? 4 : (SEQUENCE_LENGTHS[byte] ?? 1);
    if (length < 2) {
      at++;
      if (symbol === BREAK) continue;
      others++;
      // Even if all that is left were pairs of bytes.
      if (others > whole + (list.length - at) / 2) return null;
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
      if (kinds.size < FEWEST_KINDS) kinds.add(code);
    } else others++;
    at = end;
  }
  return whole < Math.max(others, FEWEST_WHOLE) || kinds.size < FEWEST_KINDS ? null : { whole, others };
}
