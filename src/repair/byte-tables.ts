import { ENCODINGS, type Encoding } from '../model/garbled';
import { decodeBytes } from './decode';

/** Symbols that stand for no character of a table: between two stretches, in no table, and in place of a byte. */
export const BREAK = 0;
export const FOREIGN = 1;
export const HOLE = 2;

/** A one-byte encoding, turned round. */
export interface ByteTable {
  readonly encoding: Encoding;
  /** The byte of each symbol, 0 where the table has none. */
  readonly bytes: Uint8Array;
  /** 1 for symbols that the encoding does not have, but a careless decoder lets stand for their own byte. */
  readonly careless: Uint8Array;
  readonly fleeting: readonly FleetingByte[];
}

/** A byte that is easily lost: its character is invisible, or a space that is made an ordinary one, or there is none. */
export interface FleetingByte {
  readonly kind: 'invisible' | 'space' | 'undefined';
  readonly byte: number;
  readonly character: string;
}

/**
 * 0x80 to 0x9F of windows-1252. Written out, because many versions of Node decode Latin-1 under that name (nodejs/node issue 56542);
 * above, the two are the same.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What older versions of Mac Roman have for the euro sign and the omega. */
const OLD_MAC_ROMAN: readonly (readonly [character: string, byte: number])[] = [
  ['¤', 0xdb],
  ['\u2126', 0xbd],
];

/** For each encoding, the characters of the bytes from 0x80 to 0xFF. */
const CHARACTERS = ENCODINGS.map((encoding) => {
  const decoded = decodeBytes(
    encoding,
    Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index),
  );
  return encoding === 'windows-1252' ? WINDOWS_1252 + decoded.slice(WINDOWS_1252.length) : decoded;
});

/** The symbol of each UTF-16 unit: a small number for a character that some table has, else `FOREIGN`. */
export const SYMBOLS = new Uint16Array(0x10000).fill(FOREIGN);

const known = new Set(CHARACTERS.join('') + OLD_MAC_ROMAN.join(''));
for (let code = 0x80, symbol = HOLE; code <= 0xffff; code++) {
  if (code < 0xa0 || known.has(String.fromCharCode(code))) SYMBOLS[code] = code === 0xfffd ? HOLE : ++symbol;
}

export const SYMBOL_COUNT = SYMBOLS.reduce((most, symbol) => Math.max(most, symbol), 0) + 1;

/** What a text can have been decoded with; those before are met more often. */
export const BYTE_TABLES = ENCODINGS.map((encoding, index) => turnRound(encoding, CHARACTERS[index] ?? ''));

function turnRound(encoding: Encoding, characters: string): ByteTable {
  const bytes = new Uint8Array(SYMBOL_COUNT);
  const careless = new Uint8Array(SYMBOL_COUNT);
  const put = (character: string, byte: number): boolean => {
    const symbol = SYMBOLS[character.charCodeAt(0)] ?? FOREIGN;
    if (symbol <= HOLE || bytes[symbol] !== 0) return false;
    bytes[symbol] = byte;
    return true;
  };
  const fleeting: FleetingByte[] = [];
  [...characters].forEach((character, index) => {
    const byte = 0x80 + index;
    put(character, byte);
    const kind = lossOf(character);
    if (kind !== null) fleeting.push({ kind, byte, character });
  });
  if (encoding === 'macintosh') for (const [character, byte] of OLD_MAC_ROMAN) put(character, byte);
  if (encoding.startsWith('windows')) {
    for (let byte = 0x80; byte < 0xa0; byte++) {
      if (put(String.fromCharCode(byte), byte)) careless[SYMBOLS[byte] ?? FOREIGN] = 1;
    }
  }
  return { encoding, bytes, careless, fleeting };
}

function lossOf(character: string): FleetingByte['kind'] | null {
  if (character === '\uFFFD') return 'undefined';
  if (character === '\u00A0') return 'space';
  return /[\p{Cc}\p{Cf}]/u.test(character) ? 'invisible' : null;
}
