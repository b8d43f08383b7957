import { OTHERS } from './made.ts';
import { LINES_AND_SIGNS } from './signs.ts';
import { WITHIN } from './within.ts';

/** A kind of text that a vault may hold by export, log or accident, in any size. */
export interface Shape {
  readonly name: string;
  /** At least `size` characters of it. */
  readonly text: (size: number) => string;
  /** Whether it has more columns the longer it is: to go through all rows for each of them takes more than its size. */
  readonly isWide?: boolean;
}

/** Stands in a piece for how often it came. */
const NUMBER = '¤';

const numbered = (before: string, piece: string, after: string, size: number): string => {
  if (!piece.includes(NUMBER))
    return before + piece.repeat(Math.max(1, Math.ceil((size - before.length) / piece.length))) + after;
  const parts = [before];
  let length = before.length;
  for (let number = 1; length < size; number++) {
    const part = piece.replaceAll(NUMBER, String(number));
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + after;
};

/** All of them. */
export const SHAPES: readonly Shape[] = [
  ...LINES_AND_SIGNS.map((piece) => ({
    name: JSON.stringify(piece),
    text: (size: number) => numbered('', piece, '', size),
  })),
  ...WITHIN.map(([name, before, piece, after]) => ({
    name,
    text: (size: number) => numbered(before, piece, after, size),
  })),
  ...OTHERS,
];
