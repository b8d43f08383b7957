import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readInline } from '../../src/markdown/inline';
import type { InlineToken } from '../../src/model/inline';
import { inlineText } from './inline-text';

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
    case 'underline':
    case 'key':
    case 'raised':
    case 'lowered':
      return `${token.type}(${shape(token.children)})`;
    case 'code':
    case 'math':
      return `${token.type}<${token.text}>`;
    case 'wikilink':
      return `wikilink<${token.target}#${token.heading}|${token.alias}>`;
    case 'link':
      return `link<${token.href}>(${shape(token.children)})`;
    case 'embed':
      return `embed<${token.target}${token.heading && `#${token.heading}`}|${token.alias}>`;
    case 'footnote':
      return `footnote<${token.id}${token.text && `: ${token.text}`}>`;
    case 'break':
    case 'comment':
    case 'tag':
      return token.type;
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
    ['***x***', 'emphasis(strong("x"))'],
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
    ['![[picture.png|100]]', 'embed<picture.png|>'],
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
    'a <b> c',
    'a </b> c',
    '3*4',
    '2*300',
    '12*',
    '2**3',
    'x ~~ y',
    'a ~b~ c',
    'a ===b=== c',
    'snake_case and more_of_it',
    'a < b',
    'x<y',
    '<3',
    'x <y and z> w',
    'List<T>',
    '</>',
    '<!-- unclosed',
    '%% unclosed',
    '80 %, 20 %',
    'AT&T',
    '&unknown;',
    '&amp',
    '&#;',
    '&#x110000000;',
    '$5 and $6',
    '$ 5$',
    '$5 $6',
    '^[unclosed',
    '2^[',
    '^[]',
    '[words] (in brackets)',
    '[a](b c)',
    '[a](b "c)',
    '[a](<b)',
    'http://',
    'xhttps://example.org',
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

  it.each([
    // A star within a word opens and closes like any other.
    ['3*4 = 12, 5*6 = 30', '"3" emphasis("4 = 12, 5") "6 = 30"'],
    ['a==b && c==d', '"a" highlight("b && c") "d"'],
    ['**a** 2*3', 'strong("a") " 2*3"'],
    ['*a**b*', 'emphasis("a**b")'],
    ['**a*', '"*" emphasis("a")'],
    ['**«a»**b', '"**«a»**b"'],
    ['**🟢**b', 'strong("🟢") "b"'],
    ['_a_b_', 'emphasis("a_b")'],
    ['**a ==b== ~~c~~**', 'strong("a " highlight("b") " " strike("c"))'],
    ['*a [b* c](d)', '"*a " link<d>("b* c")'],
    ['\\*a\\* \\| \\[b\\]', '"*a* | [b]"'],
    ['\\a \\', '"\\a \\"'],
  ])('pairs signs as CommonMark does in %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it.each([
    ['Tom &amp; Ann', '"Tom & Ann"'],
    ['5&nbsp;000', '"5\u00A0000"'],
    ['a &#124; b &#x7C; c', '"a | b | c"'],
    ['&#x2014;&mdash;&ndash;', '"——–"'],
    ['&alpha;&Omega;&sigmaf;&Sigma;', '"αΩςΣ"'],
    ['&eacute;&Eacute;&szlig;&yuml;&iexcl;', '"éÉßÿ¡"'],
    ['&lt;b&gt; &quot;&apos;', '"<b> "\'"'],
    ['&times;&le;&rarr;&euro;&hellip;', '"×≤→€…"'],
    ['&#42;a&#42; &ast;b&ast;', '"*a* *b*"'],
    ['&#0; &#xD800;', '"\uFFFD \uFFFD"'],
    ['\\&amp;', '"&amp;"'],
    ['`&amp;`', 'code<&amp;>'],
    ['$a &lt; b$', 'math<a &lt; b>'],
    ['[a](b&amp;c)', 'link<b&c>("a")'],
  ])('reads the character references in %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it.each([
    ["<span style='color:red'>Red</span> oil", 'tag "Red" tag " oil"'],
    ['10<sup>3</sup>', '"10" raised("3")'],
    ['H<sub>2</sub>O', '"H" lowered("2") "O"'],
    [
      '<b>a</b> <STRONG>b</STRONG> <i>c</i> <em>d</em>',
      'strong("a") " " strong("b") " " emphasis("c") " " emphasis("d")',
    ],
    ['<u>a</u> <mark>b</mark> <s>c</s> <kbd>d</kbd>', 'underline("a") " " highlight("b") " " strike("c") " " key("d")'],
    ['<b>a *b*</b>', 'strong("a " emphasis("b"))'],
    ['**a <span class="x">b** c</span>', 'strong("a " tag "b") " c" tag'],
    ['a<br/>b<br >c', '"a" break "b" break "c"'],
    ['<ul><li>one</li></ul>', 'tag tag "one" tag tag'],
    ['<ul><li>one</li><li>two</li></ul>', 'tag tag "one" break tag "two" tag tag'],
    ['<p>one<p>two', 'tag "one" break "two"'],
    ['a<hr>b', '"a" break "b"'],
    ['<a href="b&amp;c.md">d</a>', 'link<b&c.md>("d")'],
    ['<a name="b"></a>c', 'link<>() "c"'],
    ['<img src="a.png" alt="b" width=5>', 'embed<a.png|b>'],
    ['<b>a <i>b</b> c</i>', 'strong("a <i>b") " c</i>"'],
    ['<name@example.org>', 'link<mailto:name@example.org>("name@example.org")'],
    ['<obsidian://open?vault=a>', 'link<obsidian://open?vault=a>("obsidian://open?vault=a")'],
    ['a <!-- b --> c %% d %% e', '"a " comment " c " comment " e"'],
    ['`<b>` `%% a %%`', 'code<<b>> " " code<%% a %%>'],
  ])('reads the HTML or comment in %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it.each([
    ['[a](b "t")', 'link<b>("a")'],
    ["[a](b 't')", 'link<b>("a")'],
    ['[a](b (t))', 'link<b>("a")'],
    ['[a](<My Note.md>)', 'link<My Note.md>("a")'],
    ['[a](<My Note.md> "t")', 'link<My Note.md>("a")'],
    ['[a](b_(c).md)', 'link<b_(c).md>("a")'],
    ['[a](b\\)c)', 'link<b)c>("a")'],
    ['[a](b(c)', '"[a](b(c)"'],
    ['[a \\] b](c)', 'link<c>("a ] b")'],
    ['[a [b] c](d)', 'link<d>("a [b] c")'],
    ['[a [b](c) d](e)', '"[a " link<c>("b") " d](e)"'],
    ['[![a](b)](c)', 'link<c>(embed<b|a>)'],
    ['![a *b*](c)', 'embed<c|a b>'],
    ['![alt|100x145](x)', 'embed<x|alt>'],
    ['![100](x)', 'embed<x|>'],
    ['![[x.png|100x200]]', 'embed<x.png|>'],
    ['![[Note#Part|shown]]', 'embed<Note#Part|shown>'],
    ['[[Note|a [b] c]]', 'wikilink<Note#|a [b] c>'],
    ['[a]([[b]])', 'link<[[b]]>("a")'],
    ['[https://a.example](https://a.example)', 'link<https://a.example>("https://a.example")'],
    ['(https://a.example/b_(c))', '"(" link<https://a.example/b_(c)>("https://a.example/b_(c)") ")"'],
    ['**https://a.example/b**', 'strong(link<https://a.example/b>("https://a.example/b"))'],
    ['HTTPS://a.example/b?c=d&amp;e', 'link<HTTPS://a.example/b?c=d&e>("HTTPS://a.example/b?c=d&e")'],
    ['a^[b *c*] d', '"a" footnote<: b c> " d"'],
    ['^[a [b](c)]', 'footnote<: a b>'],
    ['a![^b]', '"a!" footnote<b>'],
    ['https://a.example[^b]', 'link<https://a.example>("https://a.example") footnote<b>'],
    ['a[^b] [[^c]]', '"a" footnote<b> " " footnote<c>'],
    ['$a$ $$b$$ \\$5', 'math<a> " " math<b> " $5"'],
    ['$a_1$ and $b_1$ are *c*', 'math<a_1> " and " math<b_1> " are " emphasis("c")'],
    ['$5, $6 and $x$', '"$5, $6 and " math<x>'],
    ['```a`b``` ``c', 'code<a`b> " ``c"'],
  ])('reads links, footnotes, math and code in %j', (markdown, expected) => {
    expect(shape(readInline(markdown))).toBe(expected);
  });

  it('tiles the text with its outermost tokens, and keeps the others inside them in order', () => {
    const check = (tokens: readonly InlineToken[], from: number, to: number, tiles: boolean): void => {
      let at = from;
      for (const token of tokens) {
        if (tiles) expect(token.from).toBe(at);
        expect(token.from).toBeGreaterThanOrEqual(at);
        expect(token.to).toBeGreaterThan(token.from);
        at = token.to;
        if ('children' in token) check(token.children, token.from, token.to, false);
      }
      if (tiles) expect(at).toBe(to);
      expect(at).toBeLessThanOrEqual(to);
    };
    fc.assert(
      fc.property(inlineText, (markdown) => {
        check(readInline(markdown), 0, markdown.length, true);
      }),
      { numRuns: 2000 },
    );
  });
});
