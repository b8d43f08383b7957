import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntryText } from '../../src/read/entry-text';
import { inlineText } from '../markdown/inline-text';

describe('readEntryText(raw)', () => {
  it.each([
    ['', '', []],
    ['— words', 'words', []],
    ['[^1] — words[^2], more [^1].', 'words, more.', ['1', '2']],
    ['%% a %% — words', 'words', []],
    [':** words', 'words', []],
    [': **words** more', '**words** more', []],
    ['— words <!-- a [^1] --> more', 'words more', []],
    ['— a class `[^a-z]`', 'a class `[^a-z]`', []],
    ['— no \\[^1]', 'no \\[^1]', []],
    ['— words [[^3]].', 'words.', ['3']],
    ['— *see [^1]* https://a.example[^2]', '*see* https://a.example', ['1', '2']],
    ['— words**', 'words', []],
    ['— **a** and b**', '**a** and b', []],
    ['— **a**', '**a**', []],
    ['— words^[an aside]', 'words^[an aside]', []],
  ])('reads %j', (raw, description, footnotes) => {
    expect(readEntryText(raw)).toEqual({ description, footnotes });
  });

  it('reads the same whether or not anything could hide a reference', () => {
    const text = fc
      .array(fc.oneof(inlineText, fc.constantFrom('[^1]', ' [^b] ', 'word', '[[a]]', '[', ']', '*', '**')), {
        maxLength: 5,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        const open = raw.replace(/[`\\$<%|\n*_=~]|\]\(|\[\[\^|\^\[|:\/\/|!?\[\[\[/g, '');
        // Code behind the text has the whole of it read sign by sign.
        const slow = readEntryText(`${open} \`x\``);
        const fast = readEntryText(`${open} x`);
        expect([fast.footnotes, `${fast.description.slice(0, -1)}\`x\``]).toEqual([slow.footnotes, slow.description]);
      }),
      { numRuns: 1000 },
    );
  });
});
