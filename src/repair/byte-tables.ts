import { ENCODINGS, type Encoding } from '../model/garbled';
import { lazily, lazyPattern } from '../text/lazily';
import { decodeBytes } from './decode';

/** Symbols that stand for no character of a table: between two stretches, in no table, and in place of a byte. */
export const BREAK = 0;
export const FOREIGN = 1;
export const HOLE = 2;

/** In a table's `careless`: a byte from 0x80 to 0x9F that was decoded as its encoding says, where careless decoders leave a control. */
export const CAREFUL = 2;

/** A one-byte encoding, turned round. */
export interface ByteTable {
  readonly encoding: Encoding;
  /** The byte of each symbol, 0 where the table has none. */
  readonly bytes: Uint8Array;
  /** 1 for symbols that the encoding does not have, but a careless decoder lets stand for their own byte; `CAREFUL` for the others. */
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

/** The symbol of each UTF-16 unit: a small number for a character that some table has, else `FOREIGN`. */
export const SYMBOLS = lazily(() => tables().symbols);
export const SYMBOL_COUNT = lazily(() => tables().count);

/** What a text can have been decoded with; those before are met more often. */
export const BYTE_TABLES = lazily(() => {
  const { symbols, count, characters } = tables();
  return ENCODINGS.map((encoding, index) => turnRound(encoding, characters[index] ?? '', symbols, count));
});

const tables = lazily(() => {
  const characters = ENCODINGS.map(charactersOf);
  const known = new Set(characters.join('') + OLD_MAC_ROMAN.join(''));
  for (let code = 0x80; code < 0xa0; code++) known.add(String.fromCharCode(code));
  const codes = Uint16Array.from(known, (character) => character.charCodeAt(0)).sort();
  const symbols = new Uint16Array(0x10000).fill(FOREIGN);
  let last = HOLE;
  for (const code of codes) if (code >= 0x80) symbols[code] = code === 0xfffd ? HOLE : ++last;
  return { characters, symbols, count: last + 1 };
});

/** The characters of an encoding's bytes from 0x80 to 0xFF. */
function charactersOf(encoding: Encoding): string {
  const decoded = decodeBytes(
    encoding,
    Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index),
  );
  return encoding === 'windows-1252' ? WINDOWS_1252 + decoded.slice(WINDOWS_1252.length) : decoded;
}

function turnRound(encoding: Encoding, characters: string, symbols: Uint16Array, count: number): ByteTable {
  const bytes = new Uint8Array(count);
  const careless = new Uint8Array(count);
  const put = (character: string, byte: number): boolean => {
    const symbol = symbols[character.charCodeAt(0)] ?? FOREIGN;
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
  // Windows-1252 and -1254: what says Latin-1 or Latin-5 is decoded as these, and by some decoders as it says.
  if (/^w.*[24]$/.test(encoding)) {
    for (let byte = 0x80; byte < 0xa0; byte++) {
      if (!put(String.fromCharCode(byte), byte)) continue;
      careless[symbols[byte] ?? FOREIGN] = 1;
      careless[symbols[characters.charCodeAt(byte - 0x80)] ?? FOREIGN] = CAREFUL;
    }
  }
  return { encoding, bytes, careless, fleeting };
}

const INVISIBLE = lazyPattern('[\\p{Cc}\\p{Cf}]');

function lossOf(character: string): FleetingByte['kind'] | null {
  if (character === '\uFFFD') return 'undefined';
  if (character === '\u00A0') return 'space';
  return INVISIBLE().test(character) ? 'invisible' : null;
}
