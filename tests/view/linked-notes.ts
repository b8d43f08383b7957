/** Notes for counting what the opening of one costs: one with many links, tables, steps and a problem. */

const list = (numbers: readonly number[], words: string): string =>
  numbers.map((number) => `- [[Idea ${number}]] — ${words} ${number}.`).join('\n');

/** The links of the note, each once. */
export const LINKS: readonly string[] = Array.from({ length: 20 }, (_, index) => `Idea ${index + 1}`);

const MANY = `---
tags: 7
title: Many links
---

### Step 1 — Correction

Первая мысль о чае.

Вторая мысль о воде.

### Step 2 — Translation

The first thought, about tea.

The second thought, about [[Idea 20]].

## Upstream ideas

${list([1, 2, 3, 4, 5], 'above')}

## Downstream ideas

${list([6, 7, 8, 9, 10], 'below')}
- [[Idea 6#Part]] — its part.

## Related notes

${list([11, 12, 13, 14, 15], 'beside')}

## Ways, ranked

| Tier | Way | Gain |
|---|---|---|
| 1 | [[Idea 16]] and [[Idea 1]] | 🟢 depth |
| 2 | [[Idea 17]] | ⚪ fast |

## Others

| Way | Where |
|---|---|
| [[Idea 18]] | [[Idea 19]] |
`;

/** All but two of the ideas are there; two notes list this one, one of them without being listed. */
export const NOTES: Readonly<Record<string, string>> = {
  'Start.md': '## Upstream ideas\n\n- [[Idea 1]] — where it starts.\n',
  'Many links.md': MANY,
  // It says itself what it is: else it would be read for that.
  'Far/Elsewhere.md': '---\ndescription: Far off.\n---\n## Downstream ideas\n\n- [[Many links]] — seen from here.\n',
  'Ideas/Idea 1.md': '## Downstream ideas\n\n- [[Many links]] — one of them.\n',
  ...Object.fromEntries(
    LINKS.slice(1)
      .filter((name) => name !== 'Idea 15' && name !== 'Idea 20')
      .map((name) => [`Ideas/${name}.md`, `About ${name}.\n`]),
  ),
};
