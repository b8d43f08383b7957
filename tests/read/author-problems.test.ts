import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { KindLetter } from '../../src/model/note-facts';
import { noteFindings, type NoteVault } from '../../src/read/author-problems';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readNote } from '../../src/read/note';
import { templateFolder } from '../../src/read/template';

const NOWHERE: NoteVault = {
  resolve: (target) => (target === 'Tools' ? 'Tools.md' : null),
  meant: () => [],
  usualKind: () => null,
};

/** The codes of a note's problems, with the field or target that each is about; and the targets that are wanted. */
function told(text: string, vault: NoteVault | null = NOWHERE, path = 'Note.md'): readonly string[] {
  const frontmatter = readFrontmatter(text, (yaml): unknown => parse(yaml, { logLevel: 'error' }));
  const { problems, wanted } = noteFindings({ path, text, note: readNote(text), frontmatter }, vault);
  const about = problems.map((problem) =>
    'field' in problem
      ? `${problem.code} ${problem.field}`
      : 'target' in problem
        ? `${problem.code} ${problem.target}`
        : problem.code,
  );
  return [...about, ...wanted.map(({ target }) => `wanted ${target}`)];
}

const noteOf = (...fields: readonly string[]): string => `---\n${fields.join('\n')}\n---\nText.\n`;
const where = (usual: Readonly<Record<string, KindLetter>>): NoteVault => ({
  ...NOWHERE,
  usualKind: (field) => usual[field] ?? null,
});

describe('fields are wrong in the eyes of their author', () => {
  const OF_OTHERS = [
    'created: 1649715996044',
    "updated: ''",
    'category:',
    '  - "[[Tools]]"',
    'tags: {a: b}',
    'title: [x]',
  ];

  test('those of other makers are right, in a vault and alone', () => {
    expect(told(noteOf(...OF_OTHERS))).toEqual([]);
    expect(told(noteOf(...OF_OTHERS), null)).toEqual([]);
  });

  test('the template decides for the notes that follow it, but for what is empty', () => {
    const wrong = [
      'frontmatter-field created',
      'frontmatter-field category',
      'frontmatter-field tags',
      'frontmatter-field title',
    ];
    expect(told(noteOf(...OF_OTHERS, 'Receptor:', 'Acceptor: x'))).toEqual(wrong);
    expect(told(`${noteOf(...OF_OTHERS)}### Шаг 1 — Корректура\n`, null)).toEqual(wrong);
    expect(told(noteOf(...OF_OTHERS, 'Activation: [gym]'))).toEqual([]);
  });

  test('what most notes of the vault do is right, and anything else wrong', () => {
    const note = noteOf(...OF_OTHERS, 'Receptor:', 'Acceptor: x');
    expect(told(note, where({ created: 'n', category: 'l', tags: 'o', title: 'l' }))).toEqual([]);
    expect(told(noteOf(...OF_OTHERS), where({ created: 'd', category: 'l', title: 't' }))).toEqual([
      'frontmatter-field created',
      'frontmatter-field title',
    ]);
    expect(told(noteOf('category: word', 'created: 2024-05-01'), where({ category: 'l', created: 'n' }))).toEqual([]);
  });

  test.each(['Invalid date', 'invalid date', 'Invalid DateTime', '"Invalid date"'])(
    '%s is no date anywhere',
    (date) => {
      expect(told(noteOf(`updated: ${date}`), null)).toEqual(['frontmatter-field updated']);
      expect(told(noteOf(`created: ${date}`), where({ created: 't' }))).toEqual(['frontmatter-field created']);
      expect(told(noteOf(`title: ${date}`))).toEqual([]);
    },
  );
});

describe('a template is no note', () => {
  const near: NoteVault = { ...where({ created: 'd', updated: 'd' }), meant: () => ['Near'] };
  const LINKS = '- [[Naer]]\n';
  const all = ['frontmatter-field created', 'link-without-note Naer'];

  test('a note that is none has all of it', () => {
    expect(told(`---\ncreated: soon\n---\n${LINKS}`, near)).toEqual(all);
  });

  test.each([
    ['a placeholder in its frontmatter', `---\ncreated: soon\ntitle: "{{title}}"\n---\n${LINKS}`],
    ['one without quotes', `---\ncreated: {{date}}\n---\n${LINKS}`],
    ['a command in it', `---\ncreated: <% tp.date.now() %>\n---\n${LINKS}`],
    ['one that makes it no YAML', `---\ntitle: "<% tp.file.title %>": x\ncreated: soon\n---\n${LINKS}`],
    ['a placeholder in its text', `---\ncreated: soon\n---\n# {{title}}\n${LINKS}`],
    ['one in a link', `---\ncreated: soon\n---\n- [[{{VALUE}}]]\n${LINKS}`],
    ['a command in its text', `---\ncreated: soon\n---\n> <%* await tp.x() -%>\n${LINKS}`],
  ])('%s makes one', (_, text) => {
    expect(told(text, near)).toEqual([]);
  });

  test.each([
    ['code', '```\n{{title}}\n```\n'],
    ['code in a line', 'Write `{{title}}` or `<% x %>`.\n'],
    ['a formula', '$\\frac{{ab}}{c}$ and $x$\n\n$$\n{{abc}}\n$$\n'],
    ['a letter in braces', 'x^{{n}}\n'],
    ['a lone sign', 'a <% b, {{ c\n'],
  ])('%s makes none', (_, body) => {
    expect(told(`---\ncreated: soon\n---\n${body}${LINKS}`, near)).toEqual(all);
  });

  test.each([
    'Templates/Note.md',
    '99_templates/a/Note.md',
    'x/_Template/Note.md',
    'Шаблоны/Note.md',
    '📄 Templates/Note.md',
  ])('%s stands among templates', (path) => {
    expect(told(`---\ncreated: soon\n---\n${LINKS}`, near, path)).toEqual([]);
  });

  test.each(['Templates.md', 'Contemplates/Note.md', 'Template engines/Note.md'])('%s does not', (path) => {
    expect(told(`---\ncreated: soon\n---\n${LINKS}`, near, path)).toEqual(all);
  });

  test.each([
    ['{"folder":"Molds"}', 'Molds/'],
    ['\uFEFF{"folder":"/a/Molds/ "}', 'a/Molds/'],
    ['{"folder":""}', null],
    ['{"folder":"/"}', null],
    ['{"folder":7}', null],
    ['[]', null],
    ['null', null],
    ['', null],
    ['{', null],
  ])('the settings %s name the folder %s', (json, folder) => {
    expect(templateFolder(json, 'folder')).toBe(folder);
  });

  test('the one that the settings name does', () => {
    expect(told(`---\ncreated: soon\n---\n${LINKS}`, { ...near, isTemplate: true })).toEqual([]);
  });

  test('frontmatter that does not parse is a problem where no placeholder is to blame', () => {
    expect(told('---\ntitle: "open\n---\n# {{title}}\n')).toEqual(['frontmatter-syntax']);
    expect(told('---\ntitle: "open\ndate: {{date}}\n---\n')).toEqual([]);
  });
});

describe('links without a note', () => {
  test('are wanted, once each, where no name is near, and problems where one is', () => {
    const vault: NoteVault = {
      ...NOWHERE,
      resolve: (target) => (target === 'There' ? 'There.md' : null),
      meant: (target) => (target === 'Theer' ? ['There'] : []),
    };
    const text = '- [[Theer]]\n- [[Grit before speed]]\n- [[There]]\n- [[Theer]]\n- [[Grit before speed]]\n';
    expect(told(text, vault)).toEqual(['link-without-note Theer', 'wanted Grit before speed']);
    expect(told(text, null)).toEqual([]);
  });

  test('a note lists itself as upstream, but not by a link to a heading of its own', () => {
    const vault: NoteVault = { ...NOWHERE, resolve: () => 'Note.md' };
    expect(told('## Upstream ideas\n\n- [[Note#Part]]\n- [[#Other]]\n', vault)).toEqual([]);
    expect(told('## Upstream ideas\n\n- [[Note]]\n', vault)).toEqual(['idea-itself']);
  });
});

test('any text has findings, each in a line of it, and nothing throws', () => {
  const piece = fc.constantFrom(
    '---\n',
    'created: ',
    '{{',
    '}}',
    '<%',
    '%>',
    '[[A]]',
    '\n',
    '- ',
    'Receptor: ',
    '[',
    '```',
    '$$',
    '"',
    'x',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const text = pieces.join('');
      const lines = text.split(/\r\n?|\n/).length;
      const frontmatter = readFrontmatter(text, (yaml): unknown => parse(yaml, { logLevel: 'silent' }));
      const { fields, problems, wanted } = noteFindings(
        { path: 'a.md', text, note: readNote(text), frontmatter },
        NOWHERE,
      );
      for (const { line } of [...fields, ...problems, ...wanted]) expect(line >= 1 && line <= lines).toBe(true);
      expect(problems.filter((problem) => fields.includes(problem))).toHaveLength(fields.length);
    }),
  );
});
