import { describe, expect, it } from 'vitest';
import { SIGNAL_FIELDS } from '../../src/model/frontmatter';
import { readFrontmatter } from '../../src/read/frontmatter';
import { parseYaml } from './note-reading';

const read = (yaml: string): ReturnType<typeof readFrontmatter> =>
  readFrontmatter(`---\n${yaml}\n---\nBody`, parseYaml);
const wrongFields = (yaml: string): string[] =>
  read(yaml).problems.map((problem) => (problem.code === 'frontmatter-field' ? problem.field : problem.code));

describe('readFrontmatter(note, parseYaml)', () => {
  it('says that there is none', () => {
    expect(readFrontmatter('Body', parseYaml)).toMatchObject({ present: false, tags: [], problems: [] });
  });

  it('takes an empty one for present and right', () => {
    expect(readFrontmatter('---\n---\n', parseYaml)).toMatchObject({ present: true, problems: [] });
    expect(read('# only a comment')).toMatchObject({ present: true, problems: [] });
  });

  it('reads every field', () => {
    const signals = Object.fromEntries(SIGNAL_FIELDS.map((field) => [field, `${field} text`]));
    const yaml = [
      'tags: [a, b]',
      'category: Дом',
      'description: "Про дом: да"',
      'title: Дом',
      'updated: 2025-01-31 10:20:30',
      'created: 2025-01-30',
      ...SIGNAL_FIELDS.map((field) => `${field}: ${field} text`),
    ].join('\n');
    expect(read(yaml)).toEqual({
      present: true,
      tags: ['a', 'b'],
      category: 'Дом',
      description: 'Про дом: да',
      title: 'Дом',
      updated: '2025-01-31 10:20:30',
      created: '2025-01-30',
      signals,
      filled: ['tags', 'category', 'description', 'title', 'updated', 'created', ...SIGNAL_FIELDS],
      problems: [],
    });
  });

  it('takes fields without a value for left out', () => {
    const yaml = ['tags:', 'category:', 'title:', 'updated:', 'created:', 'Receptor:'].join('\n');
    expect(read(yaml)).toMatchObject({
      tags: [],
      category: null,
      title: null,
      updated: null,
      signals: {},
      problems: [],
    });
  });

  it.each([
    ['tags: [a, "#b", 2024]', ['a', 'b', '2024']],
    ['tags: a, b #c', ['a', 'b']],
    ['tags: "a, #b c"', ['a', 'b', 'c']],
    ['tags:\n  - a\n  -\n  - " c "', ['a', 'c']],
    ['tags: ""', []],
  ])('reads tags as Obsidian does: %j', (yaml, tags) => {
    expect(read(yaml)).toMatchObject({ tags, problems: [] });
  });

  it.each([
    ['tags:\n  a: 1', 'tags'],
    ['tags: [[a, b]]', 'tags'],
    ['category: [a, b]', 'category'],
    ['description:\n  a: 1', 'description'],
    ['title: [a]', 'title'],
    ['title: true', 'title'],
    ['updated: yesterday', 'updated'],
    ['updated: 31.01.2025', 'updated'],
    ['created: [2025]', 'created'],
    ['Emergence: {a: 1}', 'Emergence'],
  ])('tells which field is wrong in %j', (yaml, field) => {
    expect(wrongFields(yaml)).toEqual([field]);
  });

  it('tells the line of a wrong field, in line order', () => {
    const { problems } = read('title: T\n"updated": no\nReceptor:\n  a: 1\ncategory: [x]');
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 6]);
  });

  it('keeps the right fields beside wrong ones', () => {
    expect(read('title: T\ncategory: [x]\ntags: [a]')).toMatchObject({ title: 'T', category: null, tags: ['a'] });
  });

  it.each(['a: "never closed', 'a: [1, 2', 'a: 1\n b: 2\nc', '\ta: 1', 'a: 1\na: 2', 'a: *nobody'])(
    'takes YAML that does not parse for a problem: %j',
    (yaml) => {
      const { present, problems, tags } = read(yaml);
      expect(present).toBe(true);
      expect(problems).toMatchObject([{ code: 'frontmatter-syntax', line: 1 }]);
      expect(tags).toEqual([]);
    },
  );

  it.each(['just words', '- a\n- b', '42'])('takes YAML that holds no fields for a problem: %j', (yaml) => {
    expect(read(yaml).problems).toMatchObject([{ code: 'frontmatter-syntax' }]);
  });

  it('takes dates that a parser made of text for the text', () => {
    const parser = (): unknown => ({
      created: new Date('2025-01-31T00:00:00Z'),
      updated: new Date('2025-01-31T10:20:30Z'),
    });
    expect(readFrontmatter('---\na: 1\n---\n', parser)).toMatchObject({
      updated: '2025-01-31 10:20:30',
      problems: [],
    });
  });

  it('hands the parser the YAML alone', () => {
    const seen: string[] = [];
    readFrontmatter('---\r\na: 1\r\nb: |\r\n  ---\r\n---\r\nBody', (yaml) => {
      seen.push(yaml.replaceAll('\r', ''));
      return {};
    });
    expect(seen.map((yaml) => yaml.trimEnd())).toEqual(['a: 1\nb: |\n  ---']);
  });

  it('does not stumble over a parser that throws something else', () => {
    const parser = (): unknown => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a parser of somebody else's may throw anything
      throw 'text';
    };
    expect(readFrontmatter('---\na: 1\n---\n', parser).problems).toEqual([
      { code: 'frontmatter-syntax', line: 1, detail: 'text' },
    ]);
  });
});
