import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { relinkNote } from '../../src/write/idea-link-relink';
import { edited, entryOf, linksOf, READING } from './idea-link-reading';
import { editIdeaLinks } from '../../src/write/idea-link-edit';

type Result = ReturnType<typeof edited>;
type Kind = 'add' | 'remove' | 'move';

/** Adds an upstream idea `New`, or takes `A` away, or moves it downstream. */
function done(text: string, kind: Kind, target = 'A'): Result {
  if (kind === 'add') return edited(text, { kind, relation: 'upstream', link: 'New', sentence: '', footnote: null });
  const entry = entryOf(text, target);
  return edited(text, kind === 'move' ? { kind, entry, relation: 'downstream' } : { kind, entry });
}

const yaml = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\nWords.\n`;

interface Row {
  readonly before: string;
  readonly add?: string;
  readonly remove?: string;
  readonly move?: string;
}

const ROWS: Readonly<Record<string, Row>> = {
  'a single value': {
    before: yaml('title: x', 'up: "[[A]]"'),
    add: yaml('title: x', 'up:', '  - "[[A]]"', '  - "[[New]]"'),
    remove: yaml('title: x'),
    move: yaml('title: x', 'down: "[[A]]"'),
  },
  'a single value between other quotes': {
    before: yaml("up: '[[A]]'", 'title: x'),
    add: yaml('up:', "  - '[[A]]'", "  - '[[New]]'", 'title: x'),
    move: yaml("down: '[[A]]'", 'title: x'),
  },
  'a single value beside lists between brackets': {
    before: yaml('tags: [a, b]', 'up:   "[[A]]"  '),
    add: yaml('tags: [a, b]', 'up:   ["[[A]]", "[[New]]"]  '),
  },
  'a single value beside lists of another indentation': {
    before: yaml('tags:', '-   a', 'up: "[[A]]"'),
    add: yaml('tags:', '-   a', 'up:', '-   "[[A]]"', '-   "[[New]]"'),
  },
  'a single value with a remark': {
    before: yaml('up: "[[A]]" # why'),
    add: yaml('up: ["[[A]]", "[[New]]"] # why'),
  },
  'several links in one value': {
    before: yaml("up: '[[A]], [[B]]'"),
    add: yaml("up: '[[A]], [[B]], [[New]]'"),
    remove: yaml("up: '[[B]]'"),
    move: yaml("up: '[[B]]'", "down: '[[A]]'"),
  },
  'a link without quotes': {
    before: yaml('up: [[A]]'),
    add: yaml('up:', '  - "[[A]]"', '  - "[[New]]"'),
    remove: 'Words.\n',
    move: yaml('down: [[A]]'),
  },
  'a list of lines': {
    before: yaml('up:', '  - "[[A]]"', '  - "[[B]]" # why', 'down:', '  - "[[C]]"', '# end'),
    add: yaml('up:', '  - "[[A]]"', '  - "[[B]]" # why', '  - "[[New]]"', 'down:', '  - "[[C]]"', '# end'),
    remove: yaml('up:', '  - "[[B]]" # why', 'down:', '  - "[[C]]"', '# end'),
    move: yaml('up:', '  - "[[B]]" # why', 'down:', '  - "[[C]]"', '  - "[[A]]"', '# end'),
  },
  'a list of lines without quotes': {
    before: yaml('up:', '- [[B]]', '- [[A]]', 'title: x'),
    add: yaml('up:', '- [[B]]', '- [[A]]', '- "[[New]]"', 'title: x'),
    remove: yaml('up:', '- [[B]]', 'title: x'),
    move: yaml('up:', '- [[B]]', 'down:', '- "[[A]]"', 'title: x'),
  },
  'a list between brackets': {
    before: yaml("up: [ '[[B]]','[[A|a]]' ] # why", 'down: []'),
    add: yaml("up: [ '[[B]]','[[A|a]]', '[[New]]' ] # why", 'down: []'),
    remove: yaml("up: [ '[[B]]' ] # why", 'down: []'),
    move: yaml("up: [ '[[B]]' ] # why", "down: ['[[A|a]]']"),
  },
  'a list between brackets over lines': {
    before: yaml('up: [', '  "[[A]]", # first', '  "[[B]]"', ']'),
    add: yaml('up: [', '  "[[A]]", # first', '  "[[B]]", "[[New]]"', ']'),
  },
  'properties with nothing in them': {
    before: yaml('down: ', 'up: # here', 'related: "[[A]]"'),
    add: yaml('down: ', 'up: "[[New]]" # here', 'related: "[[A]]"'),
    move: yaml('down: "[[A]]" ', 'up: # here'),
  },
  'lines that end in another way, behind a mark': {
    before: '\ufeff---\r\nup: "[[A]]"\r\n---\r\nWords.\r\n',
    add: '\ufeff---\r\nup:\r\n  - "[[A]]"\r\n  - "[[New]]"\r\n---\r\nWords.\r\n',
    remove: '\ufeffWords.\r\n',
    move: '\ufeff---\r\ndown: "[[A]]"\r\n---\r\nWords.\r\n',
  },
  'a list beside a property': {
    before: `${yaml('down: ["[[C]]"]')}\n## Upstream ideas\n\n- [[A]]\n- [[B]] — so\n`,
    add: `${yaml('down: ["[[C]]"]')}\n## Upstream ideas\n\n- [[A]]\n- [[B]] — so\n- [[New]]\n`,
    move: `${yaml('down: ["[[C]]", "[[A]]"]')}\n## Upstream ideas\n\n- [[B]] — so\n`,
  },
  'a property beside a list': {
    before: `${yaml('up: "[[A]]"', 'x: 1')}\n## Downstream ideas\n\n- [[C]] — so\n`,
    add: `${yaml('up:', '  - "[[A]]"', '  - "[[New]]"', 'x: 1')}\n## Downstream ideas\n\n- [[C]] — so\n`,
    move: `${yaml('down: "[[A]]"', 'x: 1')}\n## Downstream ideas\n\n- [[C]] — so\n`,
  },
  'a field': {
    before: 'up:: [[A]]\nWords.\n',
    add: 'up:: [[A]], [[New]]\nWords.\n',
    remove: 'Words.\n',
    move: 'down:: [[A]]\nWords.\n',
  },
  'a field with several links': {
    before: 'Words.\n\nup:: [[A]]; [[B]]\n\ndown:: [[C]]\n',
    add: 'Words.\n\nup:: [[A]]; [[B]]; [[New]]\n\ndown:: [[C]]\n',
    remove: 'Words.\n\nup:: [[B]]\n\ndown:: [[C]]\n',
    move: 'Words.\n\nup:: [[B]]\n\ndown:: [[C]], [[A]]\n',
  },
  'a field whose links have words': {
    before: 'up:: [[A]] first, [[B]] then\n',
    add: 'up:: [[A]] first, [[B]] then, [[New]]\n',
    remove: 'up:: [[B]] then\n',
  },
  'two fields in a line': {
    before: 'up:: [[A]] | next:: [[B]]\n',
    add: 'up:: [[A]], [[New]] | next:: [[B]]\n',
    remove: 'next:: [[B]]\n',
    move: 'down:: [[A]] | next:: [[B]]\n',
  },
  'a field in brackets': {
    before: 'Words (up:: [[A]]) words.\n',
    add: 'Words (up:: [[A]], [[New]]) words.\n',
    remove: 'Words words.\n',
    move: 'Words (down:: [[A]]) words.\n',
  },
  'a field in an entry': {
    before: '## Related ideas\n\n- [[B]] — so [up:: [[A]]] on\n',
    add: '## Related ideas\n\n- [[B]] — so [up:: [[A]], [[New]]] on\n',
    remove: '## Related ideas\n\n- [[B]] — so on\n',
    move: '## Related ideas\n\n- [[B]] — so [down:: [[A]]] on\n',
  },
  'a label': {
    before: '**Requires:** [[A]] · [[B]]\n\nWords.\n',
    add: '**Requires:** [[A]] · [[B]] · [[New]]\n\nWords.\n',
    remove: '**Requires:** [[B]]\n\nWords.\n',
  },
  'a label above a list': {
    before: '**Requires:** [[A]]\n- words\n',
    add: '**Requires:** [[A]], [[New]]\n- words\n',
    remove: '- words\n',
  },
  'two labels in a line': {
    before: 'Prev: [[B]] | Next: [[A]]\n\nWords.\n',
    remove: 'Prev: [[B]]\n\nWords.\n',
  },
};
const CASES = Object.entries(ROWS).flatMap(([name, row]) =>
  (['add', 'remove', 'move'] as const).flatMap((kind) => {
    const after = row[kind];
    return after === undefined ? [] : [{ name, kind, before: row.before, after }];
  }),
);

describe('editing ideas where the note writes them', () => {
  it.each(CASES)('does $kind in $name, and keeps every other byte', ({ before, kind, after }) => {
    expect(done(before, kind)).toBe(after);
  });

  it.each([
    ['a remark behind it', yaml('up: "[[A]]" # why'), 'remove'],
    ['a remark above it', yaml('up:', '  - "[[B]]"', '  # why', '  - "[[A]]"'), 'remove'],
    ['a remark in its list', yaml('up: [', '  "[[B]]", # why', '  "[[A]]"', ']'), 'remove'],
    ['an anchor', yaml('up: &a "[[A]]"', 'down: *a'), 'add'],
    ['an anchor', yaml('up: &a "[[A]]"', 'down: *a'), 'remove'],
    ['fields of its own', yaml('up:', '  a: "[[A]]"'), 'add'],
    ['fields of its own', yaml('up:', '  a: "[[A]]"'), 'move'],
    ['lines', yaml('up: "[[A]]', '  and words"'), 'add'],
    ['a block of lines', yaml('up: |', '  [[A]]', '  [[B]]'), 'remove'],
    ['words between its links', yaml('up: "[[B]] and so [[A]]"'), 'remove'],
  ] as const)('is refused where a property has %s: %j', (_, before, kind) => {
    expect(done(before, kind)).toEqual({ refused: 'property' });
  });

  it('moves an entry into a field only where nothing but its link would go', () => {
    const note = (words: string): string => `down:: [[B]]\n\n## Upstream ideas\n\n${words}\n`;
    expect(done(note('- **[[A]]**\n- [[C]]'), 'move')).toBe(note('- [[C]]').replace('[[B]]', '[[B]], [[A]]'));
    for (const words of ['- [[A]]\n  - why', '- first: [[A]]', '- [[A]] — why']) {
      expect(done(note(words), 'move')).toBe(`down:: [[B]]\n\n## Upstream ideas\n\n## Downstream ideas\n\n${words}\n`);
    }
  });

  it('gives no property a name that another one has', () => {
    expect(done(yaml('up: "[[A]]"', 'down: {a: 1}'), 'move')).toBe(
      `${yaml('down: {a: 1}')}\n## Downstream ideas\n\n- [[A]]\n`,
    );
  });

  it('writes a sentence into a list, for a property has no room for it', () => {
    const text = yaml('up: "[[A]]"');
    const sentence = { kind: 'add', relation: 'upstream', link: 'New', sentence: 'so', footnote: null } as const;
    expect(edited(text, sentence)).toBe(`${text}\n## Upstream ideas\n\n- [[New]] — so\n`);
    expect(edited(text, { ...sentence, sentence: '', footnote: 'A book' })).toContain('- [[New]] [^1]\n');
  });

  it('writes names into quotes as YAML has them there, and leads links elsewhere within theirs', () => {
    const add = (text: string, link: string): Result =>
      edited(text, { kind: 'add', relation: 'upstream', link, sentence: '', footnote: null });
    expect(add(yaml("up: ['[[A]]']"), "Don't")).toBe(yaml("up: ['[[A]]', '[[Don''t]]']"));
    expect(add(yaml('up: ["[[A]]"]'), 'a "b"')).toBe(yaml('up: ["[[A]]", "[[a \\"b\\"]]"]'));
    const relinked = (text: string, from: string, link: string): string =>
      applyChanges(text, relinkNote(text, { from, link, path: `${link}.md` }, null));
    expect(relinked(yaml("up: '[[A|a]]' # [[B]]"), 'A', "Don't")).toBe(yaml("up: '[[Don''t|a]]' # [[B]]"));
    expect(relinked(yaml("up: ['[[Don''t#x]]']"), "Don't", 'Do')).toBe(yaml("up: ['[[Do#x]]']"));
    expect(relinked(yaml('up: "[[\\u0414\\u043e\\u043c]]"'), 'Дом', 'a "b"')).toBe(yaml('up: "[[a \\"b\\"]]"'));
    expect(relinked(yaml('up:', "  - a: '[[A]]'"), 'A', "Don't")).toBe(yaml('up:', "  - a: '[[Don''t]]'"));
    expect(relinked(yaml("up: '[a](A.md)'"), 'A', "Don't")).toBe(yaml("up: '[a](Don''t.md)'"));
  });

  it('puts a first idea where the note keeps its others, else where it is wanted', () => {
    const add = (text: string, isFirst: boolean): Result => {
      const names = { upstream: ['grows from'], downstream: ['down'], direct: [], related: [], source: [] };
      const relationOf = READING.relationOf;
      const reading = { ...READING, relationOf, properties: { isFirst, names } };
      const edit = { kind: 'add', relation: 'downstream', link: 'New', sentence: '', footnote: null } as const;
      const result = editIdeaLinks(text, edit, reading);
      return result.kind === 'changes' ? applyChanges(text, result.changes) : { refused: result.reason };
    };
    const section = '\n## Downstream ideas\n\n- [[New]]\n';
    expect(add('Words.\n', false)).toBe(`Words.\n${section}`);
    expect(add('Words.\n', true)).toBe(yaml('down:', '  - "[[New]]"'));
    expect(add(yaml('up: "[[A]]"'), false)).toBe(yaml('up: "[[A]]"', 'down: "[[New]]"'));
    const list = 'Words.\n\n## Upstream ideas\n\n- [[A]]\n';
    expect(add(list, true)).toBe(list + section);
    expect(add('---\nnever closed\n', true)).toContain('- [[New]]');
  });
});

const NAMES = ['Ash', "Don't", 'Дом: a', 'Elm [1', 'Fir "x"', 'Oak #2'] as const;
const OTHERS = [
  'title: "[[words]] and more"',
  'tags:\n  - a\n  - b',
  'tags: [a, "b, c"]',
  '# a remark',
  'said: |\n  up: "[[Ash]]"\n\n  more',
  'extra:\n  inner: "[[Ash]]"',
  'day: 2025-01-02 # today',
  '',
] as const;

const link = fc.constantFrom('Ash', "Don't", 'Дом: a', 'Fir "x"').map((name) => `[[${name}]]`);
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const double = (text: string): string => JSON.stringify(text);
const quote = fc.constantFrom(single, double);
/** What a property holds, as it is written. */
const held = fc
  .record({
    links: fc.uniqueArray(link, { minLength: 0, maxLength: 3 }),
    word: fc.constantFrom('', 'plain', '12'),
    as: quote,
    form: fc.constantFrom('single', 'flow', 'lines', 'margin'),
    gap: fc.constantFrom(', ', ','),
  })
  .map(({ links, word, as, form, gap }) => {
    const items = [...(word === '' ? [] : [word]), ...links.map(as)];
    if (form === 'single') return ` ${items[0] ?? ''}`;
    if (form === 'flow' || items.length === 0) return ` [${items.join(gap)}]`;
    return items.map((item) => `\n${form === 'lines' ? '  ' : ''}- ${item}`).join('');
  });
const KEYS = ['up', 'down', 'related', 'direct'] as const;
const RELATIONS = { up: 'upstream', down: 'downstream', related: 'related', direct: 'direct' } as const;
const properties = fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), held }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ key }) => key,
});
const notes = fc.record({
  properties,
  before: fc.constantFrom(...OTHERS),
  after: fc.constantFrom(...OTHERS),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  mark: fc.constantFrom('', '', '\ufeff'),
});

/** What YAML says of a note's frontmatter. */
function frontOf(text: string): Readonly<Record<string, unknown>> {
  const found = /^\ufeff?---\r?\n([^]*?)^---\r?\n/m.exec(text)?.[1] ?? '';
  const read: unknown = parse(found);
  return Object.fromEntries(typeof read === 'object' && read !== null ? Object.entries(read) : []);
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter((one) => one !== null) : value === null || value === undefined ? [] : [value];

const keysOf = (text: string): readonly string[] =>
  linksOf(readNote(text))
    .map(({ relation, target, origin }) => `${relation} ${target} ${origin}`)
    .sort();

describe('editing ideas in any properties', { timeout: 120_000 }, () => {
  it('changes that one link, as YAML and the reader say, and keeps every other line', () => {
    let made = 0;
    let all = 0;
    fc.assert(
      fc.property(
        notes,
        fc.constantFrom('add', 'remove', 'move', 'relink'),
        fc.constantFrom(...KEYS),
        fc.constantFrom(...NAMES.slice(0, 3), 'Oak'),
        fc.nat(),
        (note, kind, key, name, nth) => {
          const lines = [note.before, ...note.properties.map((one) => `${one.key}:${one.held}`), note.after];
          const unix = `---\n${lines.join('\n')}\n---\nWords.\n`;
          const text = note.mark + unix.replaceAll('\n', note.eol);
          fc.pre(note.before === '' || note.before.split(':')[0] !== note.after.split(':')[0]);
          const links = linksOf(readNote(text)).filter(({ origin }) => origin === 'property');
          const entry = links[nth % Math.max(1, links.length)];
          const relation = RELATIONS[key];
          if (kind !== 'add' && !entry) return;
          if (kind === 'move' && entry?.relation === relation) return;
          all++;
          const from = KEYS.find((one) => RELATIONS[one] === entry?.relation) ?? 'up';
          const isIn = (one: string): boolean => links.some(({ target, group }) => target === one && group === key);
          const after =
            kind === 'add'
              ? edited(text, { kind, relation, link: name, sentence: '', footnote: null })
              : !entry
                ? ''
                : kind === 'remove'
                  ? edited(text, { kind, entry })
                  : kind === 'move'
                    ? edited(text, { kind, entry, relation })
                    : applyChanges(
                        text,
                        relinkNote(text, { from: entry.target, link: 'New', path: 'New.md' }, entry.line),
                      );
          const isMovedTo = links.some(
            (one) => one.relation === relation && one.target === entry?.target && one.heading === entry.heading,
          );
          const isListed = (kind === 'add' && isIn(name)) || (kind === 'move' && isMovedTo);
          if (typeof after !== 'string') {
            expect(after.refused).toBe(isListed ? 'listed' : 'property');
            return;
          }
          made++;
          const [was, is] = [frontOf(text), frontOf(after)];
          const target = `[[${kind === 'add' ? name : (entry?.target ?? '')}]]`;
          const changed = kind === 'add' ? [key] : kind === 'move' ? [from, key] : [from];
          // Another relation keeps its first idea where the note keeps its others.
          const isBody = !(key in is) && kind === 'add';
          for (const one of new Set([...Object.keys(was), ...Object.keys(is)])) {
            if (!changed.some((name) => name === one)) {
              expect(is[one]).toEqual(was[one]);
              continue;
            }
            const values = [...listOf(was[one])];
            if (kind === 'relink') values[values.indexOf(target)] = '[[New]]';
            else {
              if (one === from && kind !== 'add') values.splice(values.indexOf(target), 1);
              if (one === key && kind !== 'remove' && !isBody) values.push(target);
            }
            expect(listOf(is[one])).toEqual(values);
          }
          const rest = [
            note.before,
            note.after,
            ...note.properties.flatMap((one) => (changed.includes(one.key) ? [] : `${one.key}:${one.held}`)),
          ];
          for (const part of rest) expect(after).toContain(part.replaceAll('\n', note.eol));
          expect(after.replaceAll('\r\n', '').includes('\r')).toBe(false);
          if (note.eol === '\r\n') expect(after.replaceAll('\r\n', '').includes('\n')).toBe(false);
          expect(after.startsWith('\ufeff')).toBe(note.mark !== '');
          if (kind === 'remove')
            expect(keysOf(after)).toEqual(without(keysOf(text), `${entry?.relation} ${entry?.target} property`));
        },
      ),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(all * 0.8);
  });
});

function without(keys: readonly string[], gone: string): readonly string[] {
  const at = keys.indexOf(gone);
  return keys.filter((_, index) => index !== at);
}
