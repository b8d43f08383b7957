import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { relinkNote, type Relink } from '../../src/write/idea-link-relink';
import { linksOf } from './idea-link-reading';

const yaml = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\nWords.\n`;

/** Each way to write a relation, with `Bel` where `Bell` was meant; by origin. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  property: [
    yaml('up: "[[Bel]]"'),
    yaml("up: '[[Bel]]'"),
    yaml('up: [[Bel]]'),
    yaml('up: "[[Bel|the bell]]" # why'),
    yaml('up: "[[A]], [[Bel]]"'),
    yaml('up:', '  - "[[A]]"', '  - "[[Bel#Tone]]"'),
    yaml('up:', '- [[A]]', '- [[Bel]]'),
    yaml('up: ["[[A]]", "[[Bel]]"]'),
    yaml("up: ['[[Bel|b]]', '[[A]]']"),
    yaml('up: [', '  "[[A]]",', '  "[[Bel]]"', ']'),
    yaml('up: >-', '  [[Bel]]'),
    yaml('"up": "[[Bel]]"'),
  ].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]),
  field: [
    'up:: [[Bel]]\n',
    'up:: [[A]], [[Bel|b]]\n',
    'Words (up:: [[Bel]]) and more.\n',
    'Words [up:: [[Bel]]] and more.\n',
    '- up:: [[Bel]] rings\n',
    '**Up**:: [[Bel]]\n',
    '`supports::` [[Bel]]\n',
    '> up:: [[Bel]]\n',
    '| a | b |\n|---|---|\n| x (up:: [[Bel]]) | y |\n',
    'up:: [b](Bel.md)\n',
  ],
  label: [
    '**Requires:** [[Bel]]\n',
    'Part of: [[A]] and [[Bel]]\n',
    'See [[A]] · [[Bel]]\n',
    '*Parent*: [[Bel]]\n',
    '**Up:** [[A]] **Down:** [[Bel]]\n',
    '## Parent: [[Bel]]\n',
    '- Metal\n  **Requires:** [[Bel]]\n',
    '> [!info]\n> **Parent:** [[Bel]]\n',
    '| Parent | [[Bel]] |\n|---|---|\n| Child | [[A]] |\n',
  ],
  line: [
    '↑ [[Bel]]\n\nWords.\n',
    'Words.\n\n[[Bel]]\n',
    '← [[A]] | [[Bel]] →\n\nWords.\n',
    '[[A]] > [[Bel]]\n\n# Clapper\n\nWords.\n',
    '# Clapper\n\n## Metal\n\n[[Bel]]\n\n## Wood\n\nWords.\n',
  ],
  list: [
    '## Upstream\n\n- **[[Bel]]**: rings\n',
    '## Upstream\n\n1. [[A]] / [[Bel]] — ring\n',
    '> [!abstract] Parents\n> - [[Bel]] — rings\n',
    '> [!resources]\n> - [[Bel]]\n',
    '**Parents**\n- ☑ [[Bel|bell]]\n',
    '## Sources\n\n[^1]: [[Bel]]\n',
  ],
  row: [
    '| ↑ | ↓ |\n|---|---|\n| [[A]]<br>[[Bel]] | [[C]] |\n',
    '| Broader | Narrower |\n|---|---|\n| [[A]] | **[[Bel\\|bell]]** (rings) |\n',
    '## Children\n\n| Idea | Why |\n|---|---|\n| [[Bel]] | rings |\n',
  ],
  heading: ['## Upstream\n\n### [[Bel]]\n\nRings.\n'],
};

const TO: Relink = { from: 'Bel', link: 'Bell', path: 'Metal/Bell.md' };
const CASES = Object.entries(WAYS).flatMap(([origin, texts]) => texts.map((text) => [origin, text] as const));

describe('Leading to another note an idea link that is written as', () => {
  it.each(CASES)('a %s: %j', (origin, text) => {
    const before = linksOf(readNote(text));
    const link = before.find(({ target }) => /^Bel(?:\.md)?$/.test(target));
    expect(link?.origin).toBe(origin);
    const after = applyChanges(text, relinkNote(text, TO, link?.line ?? 0));
    expect(after).toBe(
      text.includes('(Bel.md)') ? text.replace('Bel.md', 'Metal/Bell.md') : text.replace('Bel', 'Bell'),
    );
    const target = text.includes('(Bel.md)') ? 'Metal/Bell.md' : 'Bell';
    expect(linksOf(readNote(after))).toEqual(before.map((one) => (one === link ? { ...one, target } : one)));
  });

  it.each(CASES)('a %s by a name that needs quotes in YAML: %j', (_, text) => {
    const link = linksOf(readNote(text)).find(({ target }) => target === 'Bel');
    const after = applyChanges(text, relinkNote(text, { ...TO, link: 'Bob\'s "Bell"' }, link?.line ?? 0));
    const expected = link ? [link.relation, link.origin] : [];
    const found = linksOf(readNote(after)).filter(({ target }) => target === 'Bob\'s "Bell"');
    expect(found.flatMap(({ relation, origin }) => [relation, origin])).toEqual(expected);
  });

  it.each(CASES)('a %s by an alias, which stays to be read: %j', (_, text) => {
    const before = linksOf(readNote(text));
    const link = before.find(({ target }) => target === 'Bel');
    const after = applyChanges(text, relinkNote(text, { ...TO, isAlias: true }, link?.line ?? 0));
    const found = linksOf(readNote(after));
    expect(found).toHaveLength(before.length);
    const shown = ({ target, alias, relation }: (typeof before)[number]): unknown => [alias || target, relation];
    // In a row a pipe would part cells: beside one no alias is written.
    if (link && link.heading === '' && !/\| \[\[|---\|/.test(text)) expect(found.map(shown)).toEqual(before.map(shown));
  });
});
