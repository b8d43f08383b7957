import { describe, expect, it } from 'vitest';
import type { InlineToken } from '../../src/model/inline';
import { readInline } from '../../src/read/inline';

/** Tokens as short as they read: `strong(a emphasis(b))`. */
function shape(tokens: readonly InlineToken[]): string {
  return tokens.map(shapeOf).join(' ');
}

function shapeOf(token: InlineToken): string {
  switch (token.type) {
    case 'text':
      return `"${token.text}"`;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'highlight':
      return `${token.type}(${shape(token.children)})`;
    case 'code':
    case 'math':
      return `${token.type}<${token.text}>`;
    case 'wikilink':
      return `wikilink<${token.target}#${token.heading}|${token.alias}>`;
    case 'link':
      return `link<${token.href}>(${shape(token.children)})`;
    case 'embed':
      return `embed<${token.target}|${token.alias}>`;
    case 'footnote':
      return `footnote<${token.id}>`;
    case 'break':
      return 'break';
  }
}

describe('readInline(markdown)', () => {
  it.each([
    ['plain words', '"plain words"'],
    ['', ''],
    ['a **b** c', '"a " strong("b") " c"'],
    ['**a** and **b**', 'strong("a") " and " strong("b")'],
    ['**a *b* c**', 'strong("a " emphasis("b") " c")'],
    ['*a **b** c*', 'emphasis("a " strong("b") " c")'],
    ['***x***', 'strong(emphasis("x"))'],
    ['__a__ _b_', 'strong("a") " " emphasis("b")'],
    ['«_а_»', '"«" emphasis("а") "»"'],
    ['~~a~~ ==b==', 'strike("a") " " highlight("b")'],
    ['`a *b*`', 'code<a *b*>'],
    ['`` a`b ``', 'code<a`b>'],
    ['**bold with `*` code**', 'strong("bold with " code<*> " code")'],
    ['$x^2$ and $$y$$', 'math<x^2> " and " math<y>'],
    ['one<br>two<BR/>', '"one" break "two" break'],
    ['word[^1]', '"word" footnote<1>'],
    ['<https://example.org>', 'link<https://example.org>("https://example.org")'],
    ['see https://example.org/a, then', '"see " link<https://example.org/a>("https://example.org/a") ", then"'],
  ])('reads %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it.each([
    ['[[Note]]', 'wikilink<Note#|>'],
    ['[[Note#Part|shown]]', 'wikilink<Note#Part|shown>'],
    ['[[Note\\|shown]]', 'wikilink<Note#|shown>'],
    ['**[[Note]]** — so', 'strong(wikilink<Note#|>) " — so"'],
    ['![[picture.png|100]]', 'embed<picture.png|100>'],
    ['![alt](picture.png)', 'embed<picture.png|alt>'],
    ['[shown](Note.md "title")', 'link<Note.md>("shown")'],
    ['[**b**](<a b.md>)', 'link<a b.md>(strong("b"))'],
    ['[x](file:///C:/a%20(b).md)', 'link<file:///C:/a%20(b).md>("x")'],
  ])('reads the link %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it.each([
    '2 * 3 * 4',
    'snake_case_word',
    'слово_слово_слово',
    '**unclosed',
    '* a *',
    '`unclosed',
    '[[unclosed',
    '[a](unclosed',
    'from $5 to $6',
    'a ~ b',
    'a == b',
    '[[]]',
    '&amp; <b>',
  ])('leaves %j as text', (markdown) => {
    expect(shape(readInline(markdown))).toBe(`"${markdown}"`);
  });

  it('takes a sign behind a backslash for text', () => {
    expect(shape(readInline('\\*no\\* \\[[Note]] \\`'))).toBe('"*no* [[Note]] `"');
  });

  it('loses no text in nesting deeper than any note means', () => {
    const deep = `${'**a *b '.repeat(30)}core${'* **'.repeat(30)}`;
    expect(JSON.stringify(readInline(deep))).toContain('core');
  });
});
