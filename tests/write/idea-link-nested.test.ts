import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Relation } from '../../src/model/vocabulary';
import { readNote } from '../../src/read/note';
import { relinkNote } from '../../src/write/idea-link-relink';
import { applyChanges } from '../../src/model/apply-changes';
import { edited, entryOf, linksOf } from './idea-link-reading';

const note = (...lines: string[]): string => ['---', ...lines, '---', '# Glaze', ''].join('\n');

const UP = '  up: "[[Clay]]"';
const DOWN = ['  down:', '    - "[[Ash]]"', "    - '[[Slip|slips]]'"];
const BLOCK = note('title: Glaze', 'links:', UP, ...DOWN, 'size: 3');
const FLOW = note(`links: {up: "[[Clay]]", down: ["[[Ash]]", '[[Slip]]']}`, 'size: 3');

const LINES = note('links: {', '  up: "[[Clay]]",', '  down: ["[[Ash]]",', '    "[[Slip]]"]', '}', 'size: 3');

const removed = (text: string, target: string): unknown =>
  edited(text, { kind: 'remove', entry: entryOf(text, target) });
const moved = (text: string, target: string, relation: Relation): unknown =>
  edited(text, { kind: 'move', entry: entryOf(text, target), relation });
const added = (text: string, relation: Relation): unknown =>
  edited(text, { kind: 'add', relation, link: 'Kiln', sentence: '', footnote: null });

describe('ideas in the properties of a property', () => {
  it.each([
    [BLOCK, 'Clay', note('title: Glaze', 'links:', ...DOWN, 'size: 3')],
    [BLOCK, 'Ash', note('title: Glaze', 'links:', UP, '  down:', "    - '[[Slip|slips]]'", 'size: 3')],
    [FLOW, 'Clay', note(`links: {down: ["[[Ash]]", '[[Slip]]']}`, 'size: 3')],
    [FLOW, 'Slip', note('links: {up: "[[Clay]]", down: ["[[Ash]]"]}', 'size: 3')],
    [note('links:', UP, 'size: 3'), 'Clay', note('size: 3')],
    [note('links: {up: "[[Clay]]"}', 'size: 3'), 'Clay', note('size: 3')],
    [note('links:', '  down:', '  - "[[Ash]]"', UP), 'Clay', note('links:', '  down:', '  - "[[Ash]]"')],
    [note('links:', '  old: {up: "[[Clay]]", x: "y"}'), 'Clay', note('links:', '  old: {x: "y"}')],
    [note('links:', '  up: [[Clay]]', '  x: 1'), 'Clay', note('links:', '  x: 1')],
    [LINES, 'Clay', note('links: {', '  down: ["[[Ash]]",', '    "[[Slip]]"]', '}', 'size: 3')],
    [LINES, 'Ash', note('links: {', '  up: "[[Clay]]",', '  down: ["[[Slip]]"]', '}', 'size: 3')],
    [
      note('links: {', '  up: "[[Clay]]",', '  down: "[[Ash]]",', '}'),
      'Ash',
      note('links: {', '  up: "[[Clay]]",', '}'),
    ],
    [note('links: {', '  up: "[[Clay]]",', '}', 'size: 3'), 'Clay', note('size: 3')],
    [note('links: {', "  'up': '[[Clay]]',", '  size: 3', '  }'), 'Clay', note('links: {', '  size: 3', '  }')],
    [note('links: {up: "[[Clay]]", size: 3, is: {x: 1}}'), 'Clay', note('links: {size: 3, is: {x: 1}}')],
    [note('links: {old: {', '  up: "[[Clay]]", x: 1}}'), 'Clay', note('links: {old: {', '  x: 1}}')],
  ])('are removed from %j: %s', (text, target, after) => {
    expect(removed(text, target)).toBe(after);
  });

  it.each([
    [BLOCK, 'Clay', 'downstream', note('title: Glaze', 'links:', ...DOWN, "    - '[[Clay]]'", 'size: 3')],
    [
      BLOCK,
      'Slip',
      'upstream',
      note('title: Glaze', 'links:', '  up: ["[[Clay]]", "[[Slip|slips]]"]', ...DOWN.slice(0, 2), 'size: 3'),
    ],
    [BLOCK, 'Clay', 'direct', note('title: Glaze', 'links:', '  direct: "[[Clay]]"', ...DOWN, 'size: 3')],
    [
      BLOCK,
      'Slip',
      'direct',
      note('title: Glaze', 'links:', UP, ...DOWN.slice(0, 2), '  direct: "[[Slip|slips]]"', 'size: 3'),
    ],
    [FLOW, 'Clay', 'downstream', note(`links: {down: ["[[Ash]]", '[[Slip]]', '[[Clay]]']}`, 'size: 3')],
    [
      LINES,
      'Slip',
      'upstream',
      note('links: {', '  up: ["[[Clay]]", "[[Slip]]"],', '  down: ["[[Ash]]"]', '}', 'size: 3'),
    ],
    [
      LINES,
      'Clay',
      'direct',
      note('links: {', '  direct: "[[Clay]]",', '  down: ["[[Ash]]",', '    "[[Slip]]"]', '}', 'size: 3'),
    ],
    [FLOW, 'Slip', 'direct', note('links: {up: "[[Clay]]", down: ["[[Ash]]"], direct: "[[Slip]]"}', 'size: 3')],
  ] as const)('are moved in %j: %s to %s', (text, target, relation, after) => {
    expect(moved(text, target, relation)).toBe(after);
  });

  it.each([
    [BLOCK, 'upstream', note('title: Glaze', 'links:', '  up: ["[[Clay]]", "[[Kiln]]"]', ...DOWN, 'size: 3')],
    [
      LINES,
      'direct',
      note(
        'links: {',
        '  up: "[[Clay]]",',
        '  down: ["[[Ash]]",',
        '    "[[Slip]]"],',
        '  direct: "[[Kiln]]"',
        '}',
        'size: 3',
      ),
    ],
    [BLOCK, 'direct', note('title: Glaze', 'links:', UP, ...DOWN, '  direct: "[[Kiln]]"', 'size: 3')],
    [FLOW, 'downstream', note(`links: {up: "[[Clay]]", down: ["[[Ash]]", '[[Slip]]', '[[Kiln]]']}`, 'size: 3')],
  ] as const)('are added in %j as %s', (text, relation, after) => {
    expect(added(text, relation)).toBe(after);
  });

  it.each([BLOCK, FLOW, LINES])('lead to another note in %j', (text) => {
    const changes = relinkNote(text, { from: 'Clay', link: 'Loam', path: 'Loam.md' }, null);
    expect(applyChanges(text, changes)).toBe(text.replace('Clay', 'Loam'));
  });

  it.each([
    ['in a list', note('links:', '  - up: "[[Clay]]"', '  - down: "[[Ash]]"')],
    ['in a list of a relation', note('up:', '  - link: "[[Clay]]"', '    why: "x"')],
    ['with a remark in braces', note('links: {', '  up: "[[Clay]]", # why', '  down: "[[Ash]]"', '}')],
    ['with a remark behind them', note('links:', '  up: "[[Clay]]" # why', '  x: 1')],
    ['with an anchor', note('links:', '  up: &a "[[Clay]]"', '  x: *a')],
    ['with an anchor in braces', note('links: {up: &a "[[Clay]]", x: *a}')],
    ['below a relation', note('up:', '  a: "[[Clay]]"')],
  ])('stay where they stand %s', (_, text) => {
    expect(removed(text, 'Clay')).toEqual({ refused: 'property' });
  });

  it('are put beside none in a list of properties, nor beside an anchor', () => {
    const text = note('up:', '  - link: "[[Clay]]"', '    why: "x"');
    expect(added(text, 'upstream')).toEqual({ refused: 'property' });
    expect(added(note('up: &a ["[[Clay]]"]', 'x: *a'), 'upstream')).toEqual({ refused: 'property' });
  });

  it('lose, move and take one link, as YAML and the reader say, and keep every other line', () => {
    const names = fc.uniqueArray(fc.constantFrom('up', 'down', 'direct', 'next', 'size', 'colour'), { minLength: 1 });
    const shapes = fc.array(fc.constantFrom('one', 'block', 'flow', 'number'), { minLength: 6, maxLength: 6 });
    const kinds = fc.constantFrom('remove', 'upstream', 'downstream', 'direct', 'add');
    let made = 0;
    fc.assert(
      fc.property(
        names,
        shapes,
        fc.constantFrom('lines', 'braces', 'braces over lines'),
        fc.constantFrom("'", '"'),
        kinds,
        fc.nat(),
        (keys, forms, around, quote, kind, pick) => {
          const isFlow = around !== 'lines';
          const inner = keys.map((key, at) => {
            const [one, two] = [`${quote}[[${key} 1]]${quote}`, `${quote}[[${key} 2]]${quote}`];
            const form = forms[at] ?? 'one';
            if (form === 'one' || (form === 'number' && isFlow)) return `${key}: ${one}`;
            if (form === 'number') return `${key}: 3`;
            return form === 'flow' || isFlow ? `${key}: [${one}, ${two}]` : `${key}:\n    - ${one}\n    - ${two}`;
          });
          const links = isFlow
            ? around === 'braces'
              ? `links: {${inner.join(', ')}}`
              : `links: {\n  ${inner.join(',\n  ')}\n}`
            : `links:\n${inner.map((one) => `  ${one}`).join('\n')}`;
          const text = note('title: "A: b"', links, 'size: 3');
          const entries = linksOf(readNote(text));
          const entry = entries[pick % Math.max(1, entries.length)];
          if (entry === undefined) return;
          const after =
            kind === 'add'
              ? edited(text, { kind, relation: entry.relation, link: 'Kiln', sentence: '', footnote: null })
              : kind === 'remove'
                ? edited(text, { kind, entry })
                : entry.relation === kind
                  ? null
                  : edited(text, { kind: 'move', entry, relation: kind });
          if (typeof after !== 'string') return;
          made++;
          const said = linksOf(readNote(after)).map(({ target, relation }) => `${target} ${relation}`);
          const before = entries
            .filter((one) => kind === 'add' || one !== entry)
            .map(({ target, relation }) => `${target} ${relation}`);
          const more = kind === 'remove' ? [] : [kind === 'add' ? `Kiln ${entry.relation}` : `${entry.target} ${kind}`];
          expect(said.sort()).toEqual([...before, ...more].sort());
          const yaml: unknown = parse(after.split('---\n')[1] ?? '');
          expect(yaml).toMatchObject({ title: 'A: b', size: 3 });
          // A key that stands alone in its line holds links, or is opened beside one that holds something else.
          const kept = (lines: string): readonly string[] =>
            lines.split('\n').filter((line) => !line.includes('[[') && !/^\s*\w+:(?: \{)?$|^\}$/.test(line));
          expect(kept(after)).toEqual(kept(text));
        },
      ),
      { numRuns: 200 },
    );
    expect(made).toBeGreaterThan(80);
  });
});
