import fc from 'fast-check';

/** A table in a note, as authors and their tools write them. */
export interface TableText {
  readonly text: string;
  /** The lines of its body, without line breaks. */
  readonly rows: readonly string[];
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a',
    '1',
    '🟢 good',
    '💰💰',
    '[[a\\|b]]',
    '`x\\|y`',
    '\\\\',
    'a\\',
    '&',
    '<b>x</b>',
    '👍🏽',
    'שלום',
    '  x ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll(/[|\\\p{C}\p{Zl}\p{Zp}]/gu, '')),
);

/** Outer pipes or none, ragged rows, no space or too much. */
function rowText(width: number): fc.Arbitrary<string> {
  const cells = fc.array(cell, { minLength: 1, maxLength: width + 2 });
  return fc
    .tuple(cells, fc.constantFrom('', ' ', '\t', '\u00A0'), fc.boolean(), fc.constantFrom('', '  '))
    .map(
      ([all, space, closed, end]) =>
        `|${all.map((one) => `${space}${one}${space}`).join('|')}${closed ? '|' : ''}${end}`,
    );
}

/** Notes with one table: quoted or not, with any line break, at the end of the note or not. */
export const tableText: fc.Arbitrary<TableText> = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(rowText(width), { minLength: 1, maxLength: 8 }),
      prefix: fc.constantFrom('', '', '> ', '>', '> > ', '>> ', '  '),
      ends: fc.constantFrom<readonly string[]>(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']),
      before: fc.constantFrom([], ['# Head', ''], ['Words.', '']),
      after: fc.constantFrom<readonly string[]>([], [''], ['', 'Words after.'], ['# Heading at once', 'more']),
    }),
  )
  .map(({ width, rows, prefix, ends, before, after }) => {
    const header = `|${Array.from({ length: width }, (_, column) => ` H${column} `).join('|')}|`;
    const delimiter = `|${Array.from({ length: width }, (_, column) => (column % 2 === 0 ? '---' : ':-:')).join('|')}|`;
    const lines = [header, delimiter, ...rows].map((line) => `${prefix}${line}`);
    const all = [...before, ...lines, ...after];
    const text = all.map((line, index) => (index === 0 ? line : `${ends[index % ends.length] ?? ''}${line}`)).join('');
    return { text, rows: lines.slice(2) };
  });

/** A permutation of so many rows. */
export function permutation(length: number): fc.Arbitrary<readonly number[]> {
  const rows = Array.from({ length }, (_, row) => row);
  return fc.shuffledSubarray(rows, { minLength: length, maxLength: length });
}

/** The order that undoes another. */
export function inverse(order: readonly number[]): readonly number[] {
  const back = order.map(() => 0);
  for (const [place, row] of order.entries()) back[row] = place;
  return back;
}
