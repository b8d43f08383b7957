import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInline } from '../../src/markdown/inline';
import { plainText } from '../../src/markdown/plain-text';
import type { InlineToken } from '../../src/model/inline';
import { InlineDrawing } from '../../src/view/core/inline-drawing';
import { inlineText } from '../markdown/inline-text';

function drawn(markdown: string): HTMLElement {
  const el = createDiv();
  new InlineDrawing(readInline).draw(el, markdown);
  return el;
}

describe('InlineDrawing.draw(el, markdown)', () => {
  it.each([
    ['10<sup>3</sup> H<sub>2</sub>O', '10<sup>3</sup> H<sub>2</sub>O'],
    ["<span style='color:red'>Red</span> oil", 'Red oil'],
    ['<u>a</u> <kbd>b</kbd> <mark>c</mark> <b>d</b>', '<u>a</u> <kbd>b</kbd> <mark>c</mark> <strong>d</strong>'],
    ['<ul><li>one</li><li>two</li></ul>', 'one<br>two'],
    ['a %% b %% c <!-- d -->', 'a  c '],
    ['Tom &amp; Ann &lt;b&gt;', 'Tom &amp; Ann &lt;b&gt;'],
    ['3*4 and 2**3', '3*4 and 2**3'],
    ['<script>a</script>', 'a'],
    ['a^[b *c*]', 'a<sup aria-label="b c">*</sup>'],
    ['a[^1]', 'a<sup>1</sup>'],
    ['<a name="b">c</a>', 'c'],
  ])('draws %j', (markdown, html) => {
    expect(drawn(markdown).innerHTML).toBe(html);
  });

  it.each([
    ['[[Note#Part]]', 'Note > Part', 'Note#Part'],
    ['[[#Part]]', 'Part', '#Part'],
    ['![[Note#Part]]', 'Note > Part', 'Note#Part'],
    ['![[a.png|100]]', 'a.png', 'a.png'],
    ['[a](<My Note.md> "t")', 'a', 'My Note.md'],
  ])('draws %j as a link', (markdown, text, link) => {
    const linkEl = drawn(markdown).querySelector('a');
    expect([linkEl?.textContent, linkEl?.dataset.href]).toEqual([text, link]);
  });

  it('shows a picture from elsewhere as a link out of the vault', () => {
    const linkEl = drawn('![a](https://a.example/b.png)').querySelector('a');
    expect([linkEl?.textContent, linkEl?.className]).toEqual(['a', 'external-link']);
  });

  it('shows what the plain text says', () => {
    /** Whether plain text writes a token in its own way: powers, breaks, math, marks of footnotes. */
    const isApart = (tokens: readonly InlineToken[]): boolean =>
      tokens.some(
        (token) =>
          ['raised', 'lowered', 'break', 'math', 'footnote'].includes(token.type) ||
          ('children' in token && isApart(token.children)),
      );
    let compared = 0;
    fc.assert(
      fc.property(inlineText, (markdown) => {
        if (isApart(readInline(markdown))) return;
        compared++;
        expect(drawn(markdown).textContent.replace(/\s+/g, ' ').trim()).toBe(plainText(markdown).replace(/\s+/g, ' '));
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
