import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkAddress } from '../../src/markdown/link-address';
import { linkTarget } from '../../src/markdown/wikilink';
import type { IdeaEntry, PlacedNote } from '../../src/model/note';
import type { Span } from '../../src/model/span';
import { readPlacedNote } from '../../src/read/note';
import { anyText, closedBlocks, plainLines } from './nasty-text';

const NOTES = path.resolve(import.meta.dirname, '../notes');
const RUNS = { numRuns: 1000 };

const cut = (text: string, { from, to }: Span): string => text.slice(from, to);

/** The parts of a note's entries, cut out of its text. */
function partsOf(text: string): readonly object[] {
  return readPlacedNote(text).entries.map(
    ({ form, marker, link, joint, description, citations, introducer, whole }) => ({
      form,
      parts: [
        cut(text, { from: whole.from, to: marker.from }),
        cut(text, marker),
        cut(text, { from: marker.to, to: link.from }),
        cut(text, link),
        cut(text, joint),
        cut(text, description),
        cut(text, { from: description.to, to: whole.to }),
      ].join('¦'),
      ...(citations.length === 0 ? {} : { citations: citations.map((one) => cut(text, one)) }),
      below: introducer && cut(text, introducer),
    }),
  );
}

describe('the spans of entries', () => {
  it.each<[string, string, readonly object[]]>([
    [
      'items',
      '## Upstream ideas\r\n\r\n-  **[[Patience|calm]]** — adjusted over weeks[^1] and\r\n   months. [^2]  \r\n2) [[Oil]]\r\n',
      [
        {
          form: 'item',
          parts: '¦-  ¦**¦[[Patience|calm]]¦** — ¦adjusted over weeks[^1] and\r\n   months.¦ [^2]  ',
          citations: ['[^1]', '[^2]'],
          below: 'Upstream ideas',
        },
        { form: 'item', parts: '¦2) ¦¦[[Oil]]¦¦¦', below: 'Upstream ideas' },
      ],
    ],
    [
      'items in a quote whose text is an item of its own, or has its link on its second line',
      '> [!note] Downstream ideas\n> - [[Oil]]\n>   - one drop.\n> - Words\n>   → [[Dust]] — none\n>   at all ^id\n',
      [
        { form: 'item', parts: '¦- ¦¦[[Oil]]¦\n>   - ¦one drop.¦', below: 'Downstream ideas' },
        {
          form: 'item',
          parts: '¦- ¦Words\n>   → ¦[[Dust]]¦ — ¦none\n>   at all¦ ^id',
          below: 'Downstream ideas',
        },
      ],
    ],
    [
      'paragraphs, and lines in the middle of one',
      '**Upstream ideas:**\n\n🔹 [[A b]], [[C]] – both[^1].\n\nSo it is.\nDownstream: [[D]] — words %%not these%% more %%nor these%%\n',
      [
        {
          form: 'paragraph',
          parts: '¦¦🔹 ¦[[A b]], [[C]]¦ – ¦both[^1].¦',
          citations: ['[^1]'],
          below: '**Upstream ideas:**',
        },
        {
          form: 'inner',
          parts: '¦¦Downstream: ¦[[D]]¦ — ¦words %%not these%% more¦ %%nor these%%',
          below: 'Downstream',
        },
      ],
    ],
    [
      'headings',
      '# Upstream ideas\n\n### 2. [[A]]\n\nWords of\nA.\n\n[[B]]: more\n======\n',
      [
        { form: 'heading', parts: '¦### 2. ¦¦[[A]]¦\n\n¦Words of\nA.¦', below: 'Upstream ideas' },
        { form: 'heading', parts: '¦¦¦[[B]]¦: ¦more¦', below: 'Upstream ideas' },
      ],
    ],
    [
      'footnotes',
      '#### Sources\n\n[ ^a ]:  See [[A]], words.\n',
      [{ form: 'footnote', parts: '¦[ ^a ]:  ¦See ¦[[A]]¦, ¦words.¦', below: 'Sources' }],
    ],
    [
      'rows, whose cells may hold pipes',
      '## Direct ideas\n\n| No | Idea | Why | More |\n|---|---|---|---|\n| 1 | **[[A\\|b]]** — c\\|d | e\\|f[^1] | g |\n',
      [
        {
          form: 'row',
          parts: '¦¦| 1 | **¦[[A\\|b]]¦** — ¦c\\|d | e\\|f[^1] | g¦ |',
          citations: ['[^1]'],
          below: 'Direct ideas',
        },
      ],
    ],
    [
      'items with words before their links',
      '## Downstream ideas\n\n- Many good words, [[A]].\n',
      [{ form: 'item', parts: '¦- ¦Many good words, ¦[[A]]¦.¦¦', below: 'Downstream ideas' }],
    ],
  ])('are right for %s', (_, text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it('count in UTF-16 units of the whole text, its frontmatter included', () => {
    const text = '---\na: 🔹\n---\n## Upstream ideas\n- 🔹 [[A]]: b[^1]\n';
    const at = text.indexOf('- 🔹');
    expect(readPlacedNote(text).entries).toMatchObject([
      {
        whole: { from: at, to: text.length - 1 },
        marker: { from: at, to: at + 2 },
        link: { from: at + 5, to: at + 10 },
        joint: { from: at + 10, to: at + 12 },
        description: { from: at + 12, to: at + 13 },
        citations: [{ id: '1', from: at + 13, to: at + 17 }],
      },
    ]);
  });

  it('are those of each link that is read, in golden notes, too', () => {
    const names = ['entries-as-paragraphs', 'entries-as-table-rows', 'nested-lists-and-tasks', 'sources-and-footnotes'];
    for (const name of names) {
      const text = readFileSync(path.join(NOTES, `${name}.md`), 'utf8');
      const note = readPlacedNote(text);
      expect(note.entries.length).toBeGreaterThan(1);
      holdWhatIsRead(text, note);
    }
  });

  const lists = fc
    .array(
      fc.constantFrom(
        '- [[A]] — one[^1]',
        '  - two [^2]',
        '  more `[^3]` %%x%%',
        '1. **[[B|b]]:** [^4] words[^5].',
        '> [[C]]',
        '> - **[x](D.md)** - y ^id',
        '',
        '## Upstream ideas',
        '### 3. [[E]] — f',
        '[^1]: [[G]] said[^2]',
        '- words, [[H]].',
        '• [[Q]] — r',
        '• s[^1]',
        '🔹 **[[T]]** – u',
        '→ [[I]], [[J]] and [[K]] — l',
        '✅ [[M]] — n',
        '☐ **[[N]]** – o as in [[^1]]',
        '🔟 [[O]] [[[^1]](',
        '| a | b |',
        '|---|---|',
        '| [[L\\|m]] | n \\| o |',
        'Upstream: [[P]] q',
        'up:: [[R]], [[S]] u, [[V]] — w[^1]',
        '- words (x:: [[W]]) and [y:: [[X]]] words',
        'prev:: [[Y]] | next:: [[Z]]',
        'Prev: [[Y]] | Next: [[Z]]',
        'See [[A]] · [[B]]',
        '↑ [[C]]',
        '- **[[D]] (so):** e',
      ),
      { maxLength: 12 },
    )
    .map((lines) => lines.join('\n'));

  it('nest and ascend in any text at all, and cut out what was read', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      anyText,
      lists,
      fc.tuple(closedBlocks, plainLines).map((parts) => parts.join('\n')),
    );
    fc.assert(
      fc.property(text, (one) => holdWhatIsRead(one, readPlacedNote(one))),
      RUNS,
    );
  });
});

/** Checks all that spans promise of a note. */
function holdWhatIsRead(text: string, { entries, ideaLinks, markdownLinks }: PlacedNote): void {
  const links = entries.flatMap((entry) => entry.links);
  expect(new Set(links)).toEqual(new Set([...ideaLinks, ...markdownLinks]));
  expect(links.length).toBe(ideaLinks.length + markdownLinks.length);
  let before = 0;
  for (const entry of entries) {
    const { whole, marker, link, joint, description, citations, introducer, form } = entry;
    const edges = [whole.from, marker.from, marker.to, link.from, link.to, joint.from, joint.to, description.from];
    edges.push(description.to, whole.to);
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(whole.from).toBe(marker.from);
    expect(link.to).toBe(joint.from);
    expect(joint.to).toBe(description.from);
    expect(whole.from).toBeGreaterThanOrEqual(before);
    before = whole.from;
    for (const one of citations) {
      expect(one.from).toBeGreaterThanOrEqual(whole.from);
      expect(one.to).toBeLessThanOrEqual(whole.to);
      expect(cut(text, one)).toBe(`[^${one.id}]`);
    }
    expect([...new Set(citations.map(({ id }) => id))]).toEqual(entry.links[0]?.footnotes);
    if (introducer) expect(introducer.to).toBeLessThanOrEqual(form === 'row' ? whole.from : link.from);
    holdsLinks(cut(text, link), entry);
    holdsDescription(cut(text, description), text.slice(whole.from, description.to), entry);
  }
}

/** The link that is cut out is the first of the entry. */
function holdsLinks(written: string, { links: [first], form }: IdeaEntry): void {
  const said = form === 'row' ? written.replaceAll('\\|', '|') : written;
  const inside = /^!?\[\[([^]*?)\]\]/.exec(said)?.[1];
  if (inside !== undefined) expect(linkTarget(inside)).toMatchObject({ target: first?.target, alias: first?.alias });
  else {
    expect(said.startsWith('[')).toBe(true);
    const at = said.indexOf('](') + 1;
    const address = linkAddress(said, at, said.length)?.address;
    if (address !== undefined) expect(address).toContain(first?.target);
  }
}

/** The text without one of its marks of emphasis: one that opened before the link may end in the description, also within `***`. */
function withoutOneMark(text: string): readonly string[] {
  return Array.from(text.matchAll(/[*_]{1,3}|~~|==/g), ({ 0: mark, index }) =>
    Array.from(mark, (_, at) => (text.slice(0, index) + text.slice(index + at + 1)).trim()),
  ).flat();
}

/**
 * What is cut out says what was read: all its words, without those that are left out.
 * Words that stand before the link, as in a footnote, are read first: so the order is held to all that the entry has up to the end of its description.
 */
function holdsDescription(written: string, upToItsEnd: string, { links: [first], form }: IdeaEntry): void {
  const said = first?.description ?? '';
  const source = form === 'row' ? written.replaceAll('\\|', '|') : written;
  const isWhole = !/[\n\r|]|%%|<!--|\[\^/.test(written) && form !== 'row';
  if (isWhole) expect([source, ...withoutOneMark(source)].some((one) => said.endsWith(one))).toBe(true);
  else {
    let at = 0;
    for (const word of said.split(/\s+/).filter((part) => /^\p{L}+$/u.test(part) && source.includes(part))) {
      const found = upToItsEnd.indexOf(word, at);
      if (form !== 'row') expect(found === -1 ? word : '').toBe('');
      at = Math.max(at, found + word.length);
    }
  }
}
