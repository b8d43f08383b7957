import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillFields } from '../../src/write/fill-fields';
import { oneLine } from '../../src/write/note-draft';
import { EMPTY_DRAFT } from './drafts';

const TEMPLATE = `a: {{title}}
b: "{{title}}"
c: '{{title}}'
items:
  - {{title}}
  - "{{title}}"
  - 'on {{title}}'
flow: [{{title}}, "{{title}}", '{{title}}', x {{title}} y]
deep: [[a, {{title}}], {{title}}]
words: On {{title}}, twice: {{title}} # {{title}}
quoted: "On \\"{{title}}\\""
single: 'It''s {{title}}'
over: [
  "{{title}}",
  {{title}}
]
text: |
  {{title}}
end: {{date}} {{time}}
tags:
  - {{tags}}
flat: [{{tags}}, z]
signs: [%{{title}}, @{{title}}, |{{title}}, - {{title}}]
map: {a: {{title}}, b: c, d: [x, '{{title}}']}
percent: %{{title}}
at: @{{title}}
bar: | {{title}}
`.trimEnd();

function filled(title: string, tags: readonly string[] = [], template = TEMPLATE): Record<string, unknown> {
  const draft = { ...EMPTY_DRAFT, titles: { ru: '', en: title }, tags };
  return parse(fillFields(template.split('\n'), draft).join('\n'), { logLevel: 'error' }) as Record<string, unknown>;
}

/** Values over several lines, by their names, and what they read as. */
const OVER_LINES: Readonly<Record<string, readonly [string, (title: string) => unknown]>> = {
  plain: ['first\n  {{title}} and\n\n  more', (title) => `first ${title} and\nmore`],
  plainBelow: ['\n  first {{title}}\n  and more', (title) => `first ${title} and more`],
  remarked: ['first\n  with {{title}} # {{title}}', (title) => `first with ${title}`],
  double: ['"first\n  {{title}}\n\n  \\"more\\""', (title) => `first ${title}\n"more"`],
  single: ["'it''s\n  {{title}} and\n  more'", (title) => `it's ${title} and more`],
  item: ['\n  - first\n    {{title}}\n  - b', (title) => [`first ${title}`, 'b']],
  itemQuoted: ['\n  - "first\n    {{title}}"\n  - {{title}}', (title) => [`first ${title}`, title]],
  flow: [
    '[a\n  {{title}} b,\n  # {{title}}, [\n  c, # {{title}}]\n  {{title}}]',
    (title) => [`a ${title} b`, 'c', title],
  ],
  flowQuoted: ['[\n  "a\n  {{title}}",\n  b ]', (title) => [`a ${title}`, 'b']],
  map: ['{a: b,\n  c: {{title}} d,\n  "e": {{title}}}', (title) => ({ a: 'b', c: `${title} d`, e: title })],
  text: ['|-\n  first\n  and {{title}}', (title) => `first\nand ${title}`],
  foldedText: ['>- # {{title}}\n  first\n  and {{title}}', (title) => `first and ${title}`],
  typedText: ['!!str |-\n  and {{title}}', (title) => `and ${title}`],
  textInItem: ['\n  - a: |-\n      and {{title}}\n    b: {{title}}', (title) => [{ a: `and ${title}`, b: title }]],
  anchor: ['&one {{title}}', (title) => title],
  typed: ['!!str {{title}}', (title) => title],
  both: ['\n  - &two !!str on {{title}}\n  - [&three {{title}}, b]', (title) => [`on ${title}`, [title, 'b']]],
  name: ['\n  x {{title}}: a\n  {{title}} of: {{title}}', (title) => ({ [`x ${title}`]: 'a', [`${title} of`]: title })],
  nameQuoted: ['\n  "{{title}}": a', (title) => ({ [title]: 'a' })],
  nameInFlow: ['{x {{title}}: a, "{{title}}": b}', (title) => ({ [`x ${title}`]: 'a', [title]: 'b' })],
  belowDash: ['\n  -\n    {{title}}\n  -   \n    on {{title}}\n    more', (title) => [title, `on ${title} more`]],
  mapBelowDash: [
    '\n  -\n    x {{title}}: a\n    b: {{title}}\n  - -\n      c: {{title}}',
    (title) => [{ [`x ${title}`]: 'a', b: title }, [{ c: title }]],
  ],
  remark: ['a # {{title}}\n# {{title}}\n  # {{title}}', () => 'a'],
  beside: ['a\n  b', () => 'a b'],
};

describe('fillFields(template, draft)', () => {
  const odd = fc.array(
    fc.constantFrom(...'% | > @ ` [ ] { } , : # & * ! \' " \\ - ? ~ a б 1 true null {{x}} ='.split(' '), ' '),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  it('reads back as the title, whatever it holds, wherever the placeholder stands (property)', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          odd.map((list) => list.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const title = oneLine(text);
          fc.pre(title !== '' && !/^\s|\s$|[\uFEFF\uFFFE\uFFFF]|\p{Cs}/u.test(title));
          const read = filled(title);
          expect(read).toMatchObject({
            ...{ a: title, b: title, c: title },
            items: [title, title, `on ${title}`],
            flow: [title, title, title, `x ${title} y`],
            deep: [['a', title], title],
            words: `On ${title}, twice: ${title}`,
            quoted: `On "${title}"`,
            single: `It's ${title}`,
            over: [title, title],
            signs: [`%${title}`, `@${title}`, `|${title}`, `- ${title}`],
            map: { a: title, b: 'c', d: ['x', title] },
            percent: `%${title}`,
            at: `@${title}`,
            bar: `| ${title}`,
            end: '2025-09-06 07:05:09',
          });
        },
      ),
    );
  });

  const shapes = fc.shuffledSubarray(Object.keys(OVER_LINES), { minLength: 1 });
  const titles = fc
    .oneof(
      odd.map((list) => list.join('')),
      fc.string(),
    )
    .map(oneLine)
    .filter((title) => title !== '' && !/^\s|\s$/.test(title));

  it('reads back as the title in values over several lines, behind anchors, in names and remarks (property)', () => {
    fc.assert(
      fc.property(titles, shapes, (title, names) => {
        const template = names.map((name) => `${name}: ${OVER_LINES[name]?.[0] ?? ''}\n`).join('');
        const meant = Object.fromEntries(names.map((name) => [name, OVER_LINES[name]?.[1](title)]));
        expect(filled(title, [], `${template}end: {{title}}`)).toEqual({ ...meant, end: title });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves values over several lines as they are written where nothing is to be filled in', () => {
    const lines = ['a: "b', '  c"', 'd: e', '  f', 'g: [', '  h,', ']', 'i: &j k', 'l: |', '  m:{{n}}', '', '# o'];
    expect(fillFields(lines, EMPTY_DRAFT)).toEqual(lines);
  });

  it('writes tags as a list, also behind an anchor or before a remark', () => {
    const draft = { ...EMPTY_DRAFT, tags: ['a', '1'] };
    expect(parse(fillFields(['x: &t {{tags}}', 'y: {{tags}} # z'], draft).join('\n'))).toEqual({
      x: ['a', '1'],
      y: ['a', '1'],
    });
  });

  it('writes tags one a line where the line is an item, and side by side between brackets', () => {
    expect(filled('T', ['a', 'б/в', '1'])).toMatchObject({ tags: ['a', 'б/в', '1'], flat: ['a', 'б/в', '1', 'z'] });
    expect(filled('T')).toMatchObject({ tags: null });
  });

  it.each([
    ['a: @home', '@home'],
    ['a: %x # y', '%x'],
    ['a: | x', '| x'],
    ['a: "open', '"open'],
    ['a: b: c', 'b: c'],
    ['a: - b', '- b'],
    ['a: [@b, c]', ['@b', 'c']],
    ['a: {b: c}', { b: 'c' }],
  ])('makes text of what YAML would not read: %s', (line, value) => {
    expect(parse(fillFields([line], EMPTY_DRAFT).join('\n'))).toEqual({ a: value });
  });

  it('takes no placeholder for an empty list where nothing is to be filled in', () => {
    expect(fillFields(['a: {{weather}} # x', 'b: [{{title}}]'], EMPTY_DRAFT)).toEqual([
      'a: {{weather}} # x',
      'b: [""]',
    ]);
  });
});
