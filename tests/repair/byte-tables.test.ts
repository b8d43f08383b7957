import { describe, expect, it } from 'vitest';
import { BYTE_TABLES, HOLE, SYMBOLS, type ByteTable } from '../../src/repair/byte-tables';
import { ENCODINGS, type Encoding } from '../../src/model/garbled';

function tableOf(encoding: Encoding): ByteTable {
  const table = BYTE_TABLES().find((one) => one.encoding === encoding);
  if (!table) throw new Error(`no table of ${encoding}`);
  return table;
}

function byteOf(encoding: Encoding, character: string): number | undefined {
  return tableOf(encoding).bytes[SYMBOLS()[character.charCodeAt(0)] ?? 0];
}

describe('The byte tables', () => {
  it('turn every decoder round that Node has right', () => {
    for (const encoding of ENCODINGS.filter((one) => one !== 'windows-1252')) {
      const bytes = Array.from({ length: 128 }, (_, index) => 0x80 + index);
      for (const byte of bytes) {
        const character = new TextDecoder(encoding).decode(Uint8Array.of(byte));
        if (character !== '\uFFFD') expect([encoding, character, byteOf(encoding, character)]).toContain(byte);
      }
    }
  });

  it('have windows-1252 as the encoding standard has it', () => {
    expect([...'€—™Ÿÿ\u0081\u00A0'].map((one) => byteOf('windows-1252', one))).toEqual([
      0x80, 0x97, 0x99, 0x9f, 0xff, 0x81, 0xa0,
    ]);
  });

  it('take a control character for its own byte in the Windows encodings, as careless decoders do, and say so', () => {
    expect(byteOf('windows-1252', '\u0097')).toBe(0x97);
    expect(tableOf('windows-1252').careless[SYMBOLS()[0x97] ?? 0]).toBe(1);
    expect(tableOf('windows-1252').careless[SYMBOLS()[0x81] ?? 0]).toBe(0);
    expect(byteOf('macintosh', '\u0097')).toBe(0);
  });

  it('have both versions of Mac Roman', () => {
    expect([...'€¤\u03A9\u2126\uF8FF'].map((one) => byteOf('macintosh', one))).toEqual([0xdb, 0xdb, 0xbd, 0xbd, 0xf0]);
  });

  it('know which bytes get lost easily', () => {
    const fleeting = (encoding: Encoding): readonly number[] => tableOf(encoding).fleeting.map(({ byte }) => byte);
    expect(fleeting('windows-1254')).toEqual([0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e, 0xa0, 0xad]);
    expect(tableOf('windows-1257').fleeting.filter(({ kind }) => kind === 'undefined')).toMatchObject([
      { byte: 0xa1 },
      { byte: 0xa5 },
    ]);
    expect(SYMBOLS()[0xfffd]).toBe(HOLE);
  });
});
