import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span';
import { readPlacedNote } from '../../src/read/note';
import { anyText } from './nasty-text';

const RUNS = { numRuns: 1000 };
const cut = (text: string, { from, to }: Span): string => text.slice(from, to);

describe('the footnotes of a note', () => {
  it('hold the lines that belong to them', () => {
    const text = [
      'Words[^1] and[^b].',
      '',
      '[^1]: One,',
      'which runs on.',
      '',
      '    Of two paragraphs[^c].',
      '    ```',
      '    [^no]: code',
      '    ```',
      '[ ^b ]:  Two',
      '- an item',
      '> [^c]: Three',
      '> - of them',
      '>   runs on',
      'words',
    ].join('\n');
    const { footnotes } = readPlacedNote(text);
    expect(footnotes.map(({ id, line, whole, text: said }) => [id, line, cut(text, whole), cut(text, said)])).toEqual([
      [
        '1',
        3,
        '[^1]: One,\nwhich runs on.\n\n    Of two paragraphs[^c].\n    ```\n    [^no]: code\n    ```',
        'One,\nwhich runs on.\n\n    Of two paragraphs[^c].\n    ```\n    [^no]: code\n    ```',
      ],
      ['b', 10, '[ ^b ]:  Two', 'Two'],
      ['c', 12, '[^c]: Three', 'Three'],
    ]);
  });

  it.each<[string, readonly (readonly [string, string, boolean])[]]>([
    [
      'a[^1] b[ ^Two ]',
      [
        ['[^1]', '1', false],
        ['[ ^Two ]', 'Two', false],
      ],
    ],
    [
      '[^1]: a[^2]:',
      [
        ['[^1]', '1', true],
        ['[^2]', '2', false],
      ],
    ],
    ['[[^1|a]] [[^ 1 ]] [[#^1]] \\[^1] `[^1]` $$[^1]$$ a[^]', []],
    [
      '[[^1]] [[[^a]]] [[^2] [^3]]: `[[^4]]`',
      [
        ['[^1]', '1', false],
        ['[^a]', 'a', false],
        ['[^2]', '2', false],
        ['[^3]', '3', false],
      ],
    ],
    ['[[^1]]: a', [['[^1]', '1', false]]],
    [
      '%%\n[^1]: a\n%%\nb %%[^2]%%',
      [
        ['[^1]', '1', true],
        ['[^2]', '2', false],
      ],
    ],
    ['```\n[^1]\n```\n\n`a\nb[^1]` [^3]', [['[^3]', '3', false]]],
    ['---\na: "[^1]"\n---\n> # b[^2]', [['[^2]', '2', false]]],
    [
      '| a[^1] | `b` |\n|---|---|\n| `[^2]` | [^3] |',
      [
        ['[^1]', '1', false],
        ['[^3]', '3', false],
      ],
    ],
  ])('are cited and defined in %j', (text, found) => {
    const { citations } = readPlacedNote(text);
    expect(citations.map((one) => [cut(text, one), cut(text, one.name), one.defines])).toEqual(found);
    for (const { id, name } of citations) expect(id).toBe(cut(text, name));
  });

  it('stand where they are said to, in any text at all', { timeout: 60_000 }, () => {
    const pieces = [
      '[^1]',
      '[ ^a b ]',
      '[^1]:',
      ' ',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
      '`',
      '```\n',
      '%%',
      'word',
      '[[',
      '$',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, text), (one) => {
        const { footnotes, citations, lineCount } = readPlacedNote(one);
        let before = 0;
        for (const { id, from, to, name, line } of citations) {
          expect(from).toBeGreaterThanOrEqual(before);
          before = to;
          expect(cut(one, { from, to }).replace(/\s/g, '')).toBe(`[^${id.replace(/\s/g, '')}]`);
          expect(cut(one, name)).toBe(id);
          expect(one.slice(0, from).split(/\r\n|\r|\n/).length).toBe(line);
        }
        let start = -1;
        for (const { id, whole, text: said, line } of footnotes) {
          expect(whole.from).toBeGreaterThan(start);
          start = whole.from;
          expect(said.from).toBeGreaterThan(whole.from);
          expect(said.to).toBe(whole.to);
          expect(said.to).toBeGreaterThanOrEqual(said.from);
          expect(cut(one, { from: whole.from, to: said.from })).toContain(id);
          expect(line).toBeLessThanOrEqual(lineCount);
          // A definition in Obsidian's eyes is a citation that defines.
          const head = citations.find(({ from }) => from === whole.from);
          expect(head?.defines ?? true).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('are the same whether or not a paragraph further down holds code', { timeout: 60_000 }, () => {
    const pieces = [
      '[^1]',
      '[^1]: ',
      ' ',
      '\n',
      '\n\n',
      '\n>\n',
      '> ',
      '- ',
      '`',
      '``',
      '$$',
      '<b>',
      '%%',
      'word',
      '| a |',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const below = readPlacedNote(`${one}\n\n[^z] \`x\``).citations;
        expect(below.filter(({ from }) => from < one.length)).toEqual(readPlacedNote(one).citations);
      }),
      RUNS,
    );
  });
});
