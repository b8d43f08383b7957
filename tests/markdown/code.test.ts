import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { codeIn } from '../../src/markdown/code';

/** The text with all code in it as dots. */
function dotted(text: string): string {
  return codeIn(text).reduce(
    (shown, { from, to }) => shown.slice(0, from) + shown.slice(from, to).replace(/[^\n]/g, '.') + shown.slice(to),
    text,
  );
}

/** What there is, a text, and the same with dots for code. */
const CASES: readonly (readonly [what: string, text: string, code: string])[] = [
  ['a fence', '```\na\n```\nb', '...\n.\n...\nb'],
  ['one with a language', '```js\na\n```\nb', '.....\n.\n...\nb'],
  ['one that a line with a language does not close', '```\na\n```js\nb\n```\nc', '...\n.\n.....\n.\n...\nc'],
  ['one of tildes with backticks behind', '~~~ a`b\na\n~~~\nb', '.......\n.\n...\nb'],
  ['none of backticks with a backtick behind', '``` a`b\n[[a]]', '``` a`b\n[[a]]'],
  ['one that fewer signs do not close', '````\na\n```\nb\n````\nc', '....\n.\n...\n.\n....\nc'],
  ['one that more signs close', '```\na\n`````\nb', '...\n.\n.....\nb'],
  ['one that other signs do not close', '```\na\n~~~\nb', '...\n.\n...\n.'],
  ['one that an indented fence closes', '```\na\n   ```\nb', '...\n.\n......\nb'],
  ['one that a fence indented by 4 does not close', '```\na\n    ```\nb', '...\n.\n.......\n.'],
  ['one never closed', 'a\n```\nb\n\nc', 'a\n...\n.\n\n.'],
  ['one in a quote', '> ```\n> a\n> ```\n> b', '> ...\n...\n.....\n> b'],
  ['one never closed in a quote', '> ```\n> a\nb', '> ...\n...\nb'],
  ['one never closed in a quote in a quote', '> > ```\n> > a\n> b', '> > ...\n.....\n> b'],
  ['one in a callout', '> [!note] t\n> ```\n> a\n\nb', '> [!note] t\n> ...\n...\n\nb'],
  ['one in an item', '- ```\n  a\n  ```\n- b', '- ...\n...\n.....\n- b'],
  ['one never closed in an item', '- ```\n  a\nb', '- ...\n...\nb'],
  ['one never closed in a numbered item', '1. a\n   ~~~\n   b\n\n   c\n2. d', '1. a\n   ...\n....\n\n....\n2. d'],
  ['one in an item of a quote', '> - ```\n>   a\n> - b', '> - ...\n.....\n> - b'],
  ['one in a quote of an item', '- > ```\n  > a\n  b', '- > ...\n.....\n  b'],
  ['a closing fence with a footnote', '```\na\n``` [^1]\nb', '...\n.\n........\nb'],
  ['indented code', 'a\n\n    b\n\tc\nd', 'a\n\n.....\n..\nd'],
  ['none within a paragraph', 'a\n    b', 'a\n    b'],
  ['indented code behind an underline', 'a\n===\n    b', 'a\n===\n.....'],
  ['indented code behind an underline that looks like an empty item', 'a\n- \n    b c', 'a\n- \n.......'],
  ['indented code behind an underline of two signs', 'a\n--\n    b', 'a\n--\n.....'],
  ['none in an item', '- a\n\n    b', '- a\n\n    b'],
  ['indented code in an item', '- a\n\n      b', '- a\n\n.......'],
  ['indented code that opens an item', '-     a', '.......'],
  ['indented code in a quote', '>     a', '.......'],
  ['none in an item that goes on with others', '1. a\n2. b\n\n   c', '1. a\n2. b\n\n   c'],
  ['none behind a number in a paragraph', 'a\n2. b\n\n      c', 'a\n2. b\n\n.......'],
  ['none in a footnote', '[^1]: a\n\n    b', '[^1]: a\n\n    b'],
  ['a span', 'a `b` c', 'a ... c'],
  ['a span of two backticks', 'a ``b ` c`` d', 'a ......... d'],
  ['a span over lines', '> a `b\n> c` d', '> a ..\n.... d'],
  ['none over paragraphs', 'a `b\n\nc` d', 'a `b\n\nc` d'],
  ['none over cells', '| a | b |\n|---|---|\n| ` | c ` |', '| a | b |\n|---|---|\n| ` | c ` |'],
  ['none over rows', 'a|b\n-|-\n`|c\nd|`', 'a|b\n-|-\n`|c\nd|`'],
  ['none behind an escape', 'a \\`b` c', 'a \\`b` c'],
  [
    'none in a tag or an address',
    '<a title="`"> `b` <https://a.example/`> `c`',
    '<a title="`"> ... <https://a.example/`> ...',
  ],
  ['a comment', 'a <!-- b --> c', 'a .......... c'],
  ['a comment over lines', 'a\n<!-- b\n\nc -->\nd', 'a\n......\n\n.....\nd'],
  ['no comment that is never closed', 'a <!-- b\n\nc', 'a <!-- b\n\nc'],
  ['a comment of Obsidian', '%%\na\n\nb\n%%\nc', '..\n.\n\n.\n..\nc'],
  ['a formula', 'a $$b$$ c', 'a ..... c'],
  ['a formula over lines', '$$\na\n\nb\n$$\nc', '..\n.\n\n.\n..\nc'],
  ['none that is never closed', '$$\na', '$$\na'],
  ['preformatted text', '<pre>\na\n\nb\n</pre>\nc', '.....\n.\n\n.\n......\nc'],
  ['HTML code in a line', 'a <code>b</code> c', 'a .............. c'],
  ['none in the frontmatter', '---\na: `b`\n---\n`c`', '---\na: `b`\n---\n...'],
];

describe('codeIn(text)', () => {
  it.each(CASES)('finds %s', (_, text, code) => {
    expect(dotted(text)).toBe(code);
    expect(dotted(text.replaceAll('\n', '\r\n')).replaceAll('\r', '').replaceAll(/\.+$/gm, '')).toBe(
      code.replaceAll(/\.+$/gm, ''),
    );
  });

  const part = fc.constantFrom(
    ...[
      '```',
      '~~~',
      '````',
      '`',
      '``',
      '> ',
      '>',
      '- ',
      '1. ',
      '    ',
      '  ',
      ' ',
      '\t',
      '\n',
      '\n',
      '\n\n',
      'a',
      'b c',
    ],
    ...['# ', '---', '* * *', '===', '\\', '[^1]: ', '[[x]]', '|'],
  );
  // The other parser knows no frontmatter.
  const markdown = fc
    .array(part, { maxLength: 30 })
    .map((parts) => parts.join(''))
    .map((text) => (text.startsWith('---') ? `\n${text}` : text));

  it('finds the code that another parser finds', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // An empty item cannot interrupt a paragraph; the other parser holds that of one that only stands above its quote, too.
        fc.pre(!/>[ \t]*(?:[-+*]|\d+[.)])[ \t]*$/m.test(text));
        expect(linesOfCode(text, ours(text))).toEqual(linesOfCode(text, theirs(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives ranges in order, inside of the text, that do not touch each other', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: 'grapheme' })), (text) => {
        let last = 0;
        for (const { from, to } of codeIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

type Range = readonly [from: number, to: number];

const ours = (text: string): Range[] => codeIn(text).map(({ from, to }) => [from, to]);

/** What the parser of the stand-in for Obsidian takes for code. */
function theirs(text: string): Range[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const ranges: Range[] = [];
  const walk = (node: typeof tree | (typeof tree)['children'][number]): void => {
    const { position } = node;
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    if (node.type === 'code' || node.type === 'inlineCode') ranges.push([from, to]);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return ranges;
}

/** By line the letters that stand in code: what marks stand before them is a matter of taste. */
function linesOfCode(text: string, ranges: readonly Range[]): string[] {
  const isCode = (at: number): boolean => ranges.some(([from, to]) => at >= from && at < to);
  return [...text].map((sign, at) => (/[a-z]/.test(sign) && isCode(at) ? '.' : sign));
}
