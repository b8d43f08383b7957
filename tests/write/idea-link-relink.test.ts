import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { relinkNote, type Relink } from '../../src/write/idea-link-relink';

const TO: Relink = { from: 'Bel', link: 'Bell', path: 'Metal work/Bell (big).md' };
const relinked = (text: string, line: number | null = null, relink = TO): string =>
  applyChanges(text, relinkNote(text, relink, line));

describe('Leading links to another note', () => {
  it.each([
    ['a wikilink', '[[Bel]]', '[[Bell]]'],
    ['its alias', '[[Bel|the bell]]', '[[Bell|the bell]]'],
    ['its heading', '[[Bel#Tone]]', '[[Bell#Tone]]'],
    ['its block', '[[Bel#^a1|x]]', '[[Bell#^a1|x]]'],
    ['an embed', '![[Bel]]', '![[Bell]]'],
    ['another case, white space and extension', '[[ bel.md |x]]', '[[ Bell |x]]'],
    ['a link in a table', '| [[Bel\\|b]] |', '| [[Bell\\|b]] |'],
    ['a Markdown link', '[b](Bel.md#Tone)', '[b](Metal%20work/Bell%20%28big%29.md#Tone)'],
    ['a Markdown link in pointed brackets', '[b](<Bel.md>)', '[b](<Metal work/Bell (big).md>)'],
    ['a Markdown link with a title', '[b](Bel.md (x))', '[b](Metal%20work/Bell%20%28big%29.md (x))'],
    ['one with an escaped bracket in its words', '[b\\]](<Bel.md>)', '[b\\]](<Metal work/Bell (big).md>)'],
    [
      'one with an escaped sign in its address',
      '[b](B\\el.md) [b](&#66;el.md)',
      '[b](B\\el.md) [b](Metal%20work/Bell%20%28big%29.md)',
    ],
    [
      'an embed in a link',
      '[![[Bel]]](x.md) [![b](<Bel.md>)](x.md)',
      '[![[Bell]]](x.md) [![b](<Metal work/Bell (big).md>)](x.md)',
    ],
    ['several in one line', '> [[Bel]] and *[[Bel]]*', '> [[Bell]] and *[[Bell]]*'],
    ['a link in the frontmatter', '---\nup: "[[Bel]]"\n---\n', '---\nup: "[[Bell]]"\n---\n'],
    ['a link that is indented in a list', '- x\n\n    [[Bel]]', '- x\n\n    [[Bell]]'],
    ['a link in a footnote that runs on', '[^1]: x\n\n    [[Bel]]', '[^1]: x\n\n    [[Bell]]'],
    ['a footnote', '[^1]: [[Bel]]\r\n', '[^1]: [[Bell]]\r\n'],
  ])('changes the target of %s', (_, text, after) => {
    expect(relinked(text)).toBe(after);
  });

  it.each([
    ['[[Bel]] and [[Bel|x]]', '[[Bell]] and [[Bell|x]]'],
    ['[[Bel]] and [[Bel#Tone]]', '[[Bell|Bel]] and [[Bell#Tone]]'],
    ['---\nup: "[[Bel]]"\n---\n', '---\nup: "[[Bell|Bel]]"\n---\n'],
    ['| [[Bel]] |', '| [[Bell]] |'],
    ['![[Bel]] [b](Bel.md)', '![[Bell]] [b](Metal%20work/Bell%20%28big%29.md)'],
  ])('leaves an alias to be read: %s', (text, after) => {
    expect(relinked(text, null, { ...TO, isAlias: true })).toBe(after);
  });

  it.each([
    ['`[[Bel]]`'],
    ['```\n[[Bel]]\n```'],
    ['~~~\n[[Bel]]\n~~~ not the end\n[[Bel]]\n~~~'],
    ['Prose.\n\n    [[Bel]]\n'],
    ['> ```\n> [[Bel]]\n'],
    ['[[Belfry]]'],
    ['[[Metal/Bel]]'],
    ['[[#Bel]]'],
    ['[Bel](https://bel.example)'],
    ['[[Bel'],
    ['[[Bel] [b](Bel.md'],
    ['[[[Bel] ]]'],
    ['```js\n[[Bel]]\n```js\n[[Bel]]\n```'],
    ['~~~ a`b\n[[Bel]]\n~~~'],
    ['````\n```\n[[Bel]]\n````'],
    ['```\n~~~\n[[Bel]]\n```'],
    ['```\n    ```\n[[Bel]]\n```'],
    ['```\n[[Bel]]'],
    ['> ```\n> [[Bel]]\n> ```'],
    ['> [!note]\n> ```\n> [[Bel]]'],
    ['- a\n  ```\n  [[Bel]]\n\n  [[Bel]]'],
    ['- > ~~~\n  > [[Bel]]'],
    ['a\n\n    [[Bel]]'],
    ['a\n\n\t[[Bel]]'],
    ['- a\n\n      [[Bel]]'],
    ['`` ` [[Bel]] ` ``'],
    ['``` [[Bel]] ```'],
    ['`a\n[[Bel]]` b'],
    ['<!-- [[Bel]] -->'],
    ['a <!-- b\n[[Bel]] --> c'],
    ['<!--\n\n[[Bel]]\n-->'],
    ['a $$[[Bel]]$$'],
    ['$$\n[[Bel]]\n$$'],
    ['<pre>\n\n[[Bel]]\n</pre>'],
  ])('leaves %j as it is', (text) => {
    expect(relinked(text)).toBe(text);
  });

  it.each([
    ['```js\n[[Bel]]\n```\n[[Bel]]', '```js\n[[Bel]]\n```\n[[Bell]]'],
    ['> ```\n> [[Bel]]\n\n[[Bel]]', '> ```\n> [[Bel]]\n\n[[Bell]]'],
    ['- ```\n  [[Bel]]\n- [[Bel]]', '- ```\n  [[Bel]]\n- [[Bell]]'],
    ['``` a`b\n[[Bel]]', '``` a`b\n[[Bell]]'],
    ['a\n    [[Bel]]', 'a\n    [[Bell]]'],
    ['- a\n\n    [[Bel]]', '- a\n\n    [[Bell]]'],
    ['`a\n\n[[Bel]]` b', '`a\n\n[[Bell]]` b'],
    ['| ` | [[Bel]] ` |\n|---|---|', '| ` | [[Bell]] ` |\n|---|---|'],
    ['\\`[[Bel]]`', '\\`[[Bell]]`'],
  ])('knows where code ends, in %j', (text, after) => {
    expect(relinked(text)).toBe(after);
  });

  it('finds a target with a path, and one that is percent-encoded', () => {
    expect(relinked('[[Metal/Bel]]', null, { ...TO, from: 'Metal/Bel' })).toBe('[[Bell]]');
    expect(relinked('[b](A%20bel.md)', null, { ...TO, from: 'A bel', path: 'Bell.md' })).toBe('[b](Bell.md)');
  });

  it('changes one line alone where one is asked for', () => {
    expect(relinked('[[Bel]]\n[[Bel]]\n[[Bel]]', 2)).toBe('[[Bel]]\n[[Bell]]\n[[Bel]]');
  });
});
