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

function filled(title: string, tags: readonly string[] = []): Record<string, unknown> {
  const draft = { ...EMPTY_DRAFT, titles: { ru: '', en: title }, tags };
  return parse(fillFields(TEMPLATE.split('\n'), draft).join('\n'), { logLevel: 'error' }) as Record<string, unknown>;
}

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
