import { describe, expect, test } from 'vitest';
import { parseMetadata } from './metadata/parse.ts';

describe('parseMetadata(text)', () => {
  test('Headings in callouts, quotes and list items are not in the cache', () => {
    const { headings } = parseMetadata(
      '# Out\n\n> [!note] T\n> ## In a callout\n\n> ## In a quote\n\n- ## In an item\n',
    );
    expect(headings?.map((heading) => heading.heading)).toEqual(['Out']);
  });

  test('List items in callouts are in the cache', () => {
    expect(parseMetadata('> [!note] T\n> - one\n>   - two\n').listItems?.map((item) => item.parent)).toEqual([-1, 1]);
  });

  test('A link in a table cell ends before its escaped bar', () => {
    const { links } = parseMetadata('| a |\n|---|\n| [[Cell\\|alias]] |\n');
    expect(links).toMatchObject([{ link: 'Cell', displayText: 'alias', original: '[[Cell\\|alias]]' }]);
  });

  test('Code, also indented code, and HTML comments hold no links', () => {
    expect(parseMetadata('`[[A]]`\n\n    [[B]]\n\n<!-- [[C]] -->\n').links).toBeUndefined();
  });

  test('Tags are read in Cyrillic, and a number alone is none', () => {
    expect(parseMetadata('#тег/под and #1').tags?.map(({ tag }) => tag)).toEqual(['#тег/под']);
  });

  test('Underlined headings and closing marks are read as headings', () => {
    const { headings } = parseMetadata('Title\n=====\n\n### Third ###\n');
    expect(headings?.map(({ heading, level }) => [heading, level])).toEqual([
      ['Title', 1],
      ['Third', 3],
    ]);
  });

  test('Footnotes and their references are found, and the links in them', () => {
    const cache = parseMetadata('Text[^1]\n\n[^1]: See [[Source]].\n');
    expect(cache.footnotes?.map(({ id }) => id)).toEqual(['1']);
    expect(cache.footnoteRefs?.map(({ id }) => id)).toEqual(['1']);
    expect(cache.links?.map(({ link }) => link)).toEqual(['Source']);
  });

  test.each(['', '---', '---\na: [', '```\n[[A]]', '\u{d800}', 'a\r\nb\r\n', '> [!note', '[[', '- [ ] 1. '])(
    'A text of any shape is read: %j',
    (text) => {
      expect(() => parseMetadata(text)).not.toThrow();
    },
  );
});
