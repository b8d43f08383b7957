import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoteNames } from '../../src/index/note-names';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { relinkNote } from '../../src/write/idea-link-relink';
import { addressOf, fitsWikilink, linkToNote } from '../../src/text/note-link';
import { copyToProperties, leftOutOf } from '../../src/write/property-copy';
import { edited, entryOf, linksOf, READING } from './idea-link-reading';

const SIGNS = [
  '#',
  '^',
  '|',
  '[',
  ']',
  '%',
  '%25',
  '%%',
  '(',
  ')',
  '&',
  '&amp;',
  '`',
  '~',
  '!',
  "'",
  ',',
  '=',
  '_',
  '*',
];
/** Names that files have, and no wikilink leads to most of them. */
const odd = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom('C', 'ab', 'Звук', 'é', '1', ' x', ' and ')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `N${parts.join('')}z`);

/** The vault with the note and those that a link to it might be mistaken for; where what a note lists leads to. */
function ledTo(text: string, path: string): readonly (string | null)[] {
  const bare = path.replace(/\.md$/, '');
  const others = [bare.split('#')[0], bare.split('|')[0], bare.split('^')[0], bare.replace(/%25/g, '%')];
  const names = new NoteNames([path, ...others.map((other) => `${other ?? ''}.md`)]);
  return linksOf(readNote(text)).map(({ target }) => names.resolve(target, 'Here.md'));
}

/** How notes hold an entry. */
const NOTES = [
  '## Upstream ideas\n',
  '## Upstream ideas\n\n- **[[Brass]]** — one\n',
  '## Upstream ideas\n\n| Idea | Why |\n| --- | --- |\n| [[Brass]] | one |\n',
  'up:: [[Brass]]\n',
  '> [!note] Upstream ideas\n> - [[Brass]]\n',
];

describe('a link to a note', () => {
  it.each([
    ['Bell', '[[Bell]]'],
    ['x/Звук', '[[x/Звук]]'],
    ['50%', '[[50%]]'],
    ['C#', '[C#](C%23.md)'],
    ['x/C# and F#', '[C# and F#](x/C%23%20and%20F%23.md)'],
    ['a^b', '[a^b](a%5Eb.md)'],
    ['a|b', '[a&#124;b](a%7Cb.md)'],
    ['a[b]', String.raw`[a\[b\]](a%5Bb%5D.md)`],
    ['50%25', '[50%25](50%2525.md)'],
    ['100%% sure', '[100&#37;% sure](100%25%25%20sure.md)'],
  ])('to %s is %s', (name, link) => {
    expect(linkToNote(name)).toBe(link);
  });

  it('shows words, and leads to a part', () => {
    expect(linkToNote('Bell', 'the bell', '#Tone')).toBe('[[Bell#Tone|the bell]]');
    expect(linkToNote('C#', 'a language', '#The types')).toBe('[a language](C%23.md#The%20types)');
    expect(linkToNote('Bell', 'a ]] bell')).toBe(String.raw`[a \]\] bell](Bell.md)`);
  });

  it('leads to just that note, whatever it is called', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom('', 'x/', 'C#/'), (name, folder) => {
        const path = `${folder}${name}.md`;
        const link = linkToNote(folder + name);
        expect(ledTo(`## Upstream ideas\n\n- ${link} — so\n`, path)).toEqual([path]);
        expect(decodeURIComponent(addressOf(path))).toBe(path);
      }),
    );
  });

  it('leads there however it is added, in lists, rows, fields and callouts', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom(...NOTES), fc.boolean(), (link, text, hasFootnote) => {
        const sentence = text.includes('::') ? '' : 'it rings';
        const footnote = hasFootnote && sentence !== '' ? '' : null;
        const after = edited(text, { kind: 'add', relation: 'upstream', link, sentence, footnote });
        if (typeof after !== 'string') throw new Error(after.refused);
        expect(ledTo(after, `${link}.md`).filter((path) => path !== null)).toEqual(
          footnote === null ? [`${link}.md`] : [`${link}.md`, `${link}.md`],
        );
        expect(edited(after, { kind: 'add', relation: 'upstream', link, sentence, footnote })).toEqual({
          refused: 'listed',
        });
      }),
    );
  });

  it('leads there when it is moved out of a row', () => {
    const text =
      '## Upstream ideas\n\n| Idea | Why |\n| --- | --- |\n| [Zinc](Zinc.md) | so |\n| [C#](C%23.md) | so |\n\n## Downstream ideas\n\n- [[Tin]]\n';
    const after = edited(text, { kind: 'move', entry: entryOf(text, 'C%23.md'), relation: 'downstream' });
    expect(after).toContain('- [C#](C%23.md) — so');
  });

  it('leads there where another was led to it', () => {
    const lead = (text: string, link: string): string =>
      applyChanges(text, relinkNote(text, { from: 'Old', link, path: `${link}.md` }, null));
    expect(lead('see [[Old]], [[Old#Types|words]], ![[old]], [w](Old.md), [w](<Old.md>)\n', 'C# x')).toBe(
      'see [C# x](C%23%20x.md), [words](C%23%20x.md#Types), ![C# x](C%23%20x.md), [w](C%23%20x.md), [w](<C%23 x.md>)\n',
    );
    fc.assert(
      fc.property(odd, fc.constantFrom('[[Old]]', '**[[Old|so]]**', '[so](Old.md)'), (name, old) => {
        const after = lead(`## Upstream ideas\n\n- ${old} — why\n`, name);
        expect(ledTo(after, `${name}.md`)).toEqual([`${name}.md`]);
      }),
    );
  });

  it('stands in no property where it could not be followed', () => {
    const front = '---\nup: "[[Old]]"\n---\n';
    expect(relinkNote(front, { from: 'Old', link: 'C#', path: 'C#.md' }, null)).toEqual([]);
    const add = { kind: 'add', relation: 'upstream', link: 'C#', sentence: '', footnote: null } as const;
    expect(edited(front, add)).toEqual({ refused: 'name' });
    const field = '---\nup: "[[Old]]"\n---\n\n**Unlocks:** [C#](C%23.md)\n';
    expect(edited(field, { kind: 'move', entry: entryOf(field, 'C%23.md'), relation: 'upstream' })).toEqual({
      refused: 'name',
    });
    const lists = '## Upstream ideas\n\n- [[A]]\n- [C#](C%23.md)\n';
    const copied = copyToProperties(lists, READING);
    if (copied.kind !== 'changes') throw new Error(copied.reason);
    expect(applyChanges(lists, copied.changes)).toBe(`---\nup:\n  - "[[A]]"\n---\n${lists}`);
    expect(leftOutOf(lists, READING)).toBe(1);
  });

  it('is a wikilink wherever it can be', () => {
    fc.assert(
      fc.property(odd, (name) => {
        expect(linkToNote(name).startsWith('[[')).toBe(fitsWikilink(name));
      }),
    );
  });
});
