import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontmatterLinks, type FrontmatterLink } from '../../src/markdown/frontmatter-links';
import { scanFrontmatter } from '../../src/markdown/frontmatter-scan';
import { anyFields, writtenFields } from './yaml-fields';

const linksOf = (yaml: string): readonly (FrontmatterLink & { readonly written: string })[] => {
  const text = `---\n${yaml}\n---\n[[Body]]\n`;
  return frontmatterLinks(text, scanFrontmatter(text)).map((link) => ({
    ...link,
    written: text.slice(link.from, link.to),
  }));
};
const targetsOf = (yaml: string): unknown => linksOf(yaml).map(({ key, target }) => `${key}: ${target}`);

describe('frontmatterLinks(text, scan)', () => {
  it.each([
    ['up: "[[A]]"', ['up: A']],
    ["up: '[[A#h|b]]'", ['up: A']],
    ['up: [[A]]', ['up: A']],
    ['up: [[A]], [[B]] # [[C]]', ['up: A', 'up: B']],
    ['up:\n  - "[[A]]"\n  - [[B]]\n  # - [[C]]', ['up: A', 'up: B']],
    ['up: ["[[A]]", "[[B]]"] # [[C]]', ['up: A', 'up: B']],
    ['up: words [[A]] and [[B]]', ['up: A', 'up: B']],
    ['up: |\n  [[A]]\n  # [[B]]\ndown: "[[C]]"', ['up: A', 'up: B', 'down: C']],
    ["up: '[[It''s]]'", ["up: It's"]],
    ['up: "[[\\u0410\\\\b]]"', ['up: А\\b']],
    ['up: "[[A\n  b]]"', ['up: A b']],
    ['up: >-\n  words and [[A\n  b]] and\n  [[C]]', ['up: A b', 'up: C']],
    ['about:\n  up: "see #1 [[A]]"\n  down: [[B]] # [[C]]', ['about: A', 'about: B']],
    ['up: "[x](y.md#h)"', ['up: y.md']],
    ['up: "[x](<a b.md>), [y](../A%20(b).md)"', ['up: a b.md', 'up: ../A%20(b).md']],
    ['up: "[x](https://x.y), [y](file:///z/A.md)"', ['up: file:///z/A.md']],
    ['up: "[[A]], [[#own]], [[]], [[B]c]], [[[D]]"', ['up: A', 'up: D']],
    ['# [[A]]\nup: x # [[B]]\n"[[C]]": d', []],
    ['tags: [a, b]', []],
  ])('finds in %j %j', (yaml, targets) => {
    expect(targetsOf(yaml)).toEqual(targets);
    expect(targetsOf(yaml.replaceAll('\n', '\r\n'))).toEqual(targets);
  });

  it('tells the parts of a link and where all of it stands', () => {
    expect(linksOf('up: "a\\t[[A#h|b]] c"\ndown: [[C]]')).toMatchObject([
      { kind: 'wikilink', key: 'up', target: 'A', heading: 'h', alias: 'b', written: '[[A#h|b]]' },
      { kind: 'wikilink', key: 'down', target: 'C', heading: '', alias: '', written: '[[C]]' },
    ]);
    expect(linksOf('up: >\n  long [[A\n  b]]\n  and "[x](y.md#z)"')).toMatchObject([
      { target: 'A b', written: '[[A\n  b]]' },
      { kind: 'markdown', target: 'y.md', heading: 'z', alias: 'x', written: '[x](y.md#z)' },
    ]);
  });

  it('ends a link where it ends, also before a line that goes on', () => {
    const written = (yaml: string): unknown => linksOf(yaml).map((link) => link.written);
    expect(written('up: "a [[A]]\\\n  b"')).toEqual(['[[A]]']);
    expect(written('up: "a [[A]]\n  b"')).toEqual(['[[A]]']);
    expect(written('up: "[[A]\\x5d \\u005b[B]] c"')).toEqual(['[[A]\\x5d', '\\u005b[B]]']);
  });

  it('finds links in the order of the note, each where it says, whatever stands there', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyFields, writtenFields), (yaml) => {
        let before = 0;
        for (const { kind, from, to, written } of linksOf(yaml)) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(written).toMatch(kind === 'wikilink' ? /^\[[^]*\[[^]*\][^]*\]$/ : /^\[[^]*\)$/);
          before = to;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['[[', '[', '[](', '[[A]', '[a](', '[[A]] # '])('reads a long row of %j in time', (piece) => {
    const found = linksOf(`a: "${piece.repeat(50_000)}"\nb: ${piece.repeat(50_000)}`);
    expect(found.length).toBe(piece.includes(']]') ? 50_001 : 0);
  });
});
