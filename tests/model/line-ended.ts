import fc from 'fast-check';
import type { TextChange } from '../../src/model/text-change';

const ENDS = ['\n', '\r\n', '\r'] as const;

/** A text as an editor holds it. */
export const inEditor = (text: string): string => text.replace(/\r\n?|\n/g, '\n');

/** Any text: each kind of line end, one after the other too, and `\r` at the very end. */
export const lineEnded = (): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('a', 'é', ...ENDS), { maxLength: 12 }).map((parts) => parts.join(''));

/** Any text with the same lines. */
export function endedOtherwise(text: string): fc.Arbitrary<string> {
  const lines = inEditor(text).split('\n');
  const ends = fc.array(fc.constantFrom(...ENDS), { minLength: lines.length, maxLength: lines.length });
  return ends.map((chosen) =>
    lines.reduce((before, line, index) => {
      const end = chosen[index - 1] ?? '\n';
      // These two would be one line end.
      return before + (before.endsWith('\r') && end === '\n' ? '\r\n' : end) + line;
    }),
  );
}

/** Any changes of the text, also those that begin, end or insert one half of a `\r\n`. */
export function changesIn(text: string): fc.Arbitrary<readonly TextChange[]> {
  const places = fc.array(fc.nat({ max: text.length }), { maxLength: 6 }).map((all) => all.sort((a, b) => a - b));
  const insert = fc.array(fc.constantFrom('x', ...ENDS), { maxLength: 3 }).map((parts) => parts.join(''));
  return fc
    .tuple(places, fc.array(insert, { minLength: 3, maxLength: 3 }))
    .map(([at, inserts]) =>
      inserts.flatMap((each, index) =>
        at[index * 2 + 1] === undefined ? [] : [{ from: at[index * 2] ?? 0, to: at[index * 2 + 1] ?? 0, insert: each }],
      ),
    );
}
