import { describe, expect, it } from 'vitest';
import { PLACEHOLDER_NAMES, unknownPlaceholders } from '../../src/write/placeholders';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const DRAFT = {
  ...EMPTY_DRAFT,
  titles: { ru: 'Мысль: «поле»', en: 'A *thought*' },
  name: 'A thought',
  tags: ['a', 'б/в'],
  text: '\nРаз.\n\n> Два.\n',
  ideas: { upstream: ['- [[Over]]', '- [[Above]]'], source: ['- [[Chat]]', '  <!-- UID: 1 -->'] },
};
const made = (...lines: readonly string[]): string => composeThreeStepNote({ ...DRAFT, template: lines.join('\n') });
/** Without frontmatter of ours. */
const body = (...lines: readonly string[]): string =>
  made('---', 'own: 1', '---', ...lines).slice('---\nown: 1\n---\n'.length);

describe('A template with placeholders', () => {
  it('knows those that the documents name', () => {
    expect(PLACEHOLDER_NAMES).toEqual(
      expect.arrayContaining(['title', 'title_en', 'date', 'time', 'tags', 'step1', 'upstream']),
    );
  });

  it('fills text in behind the marks of its place, line by line', () => {
    expect(body('> {{step1}}')).toBe('> Раз.\n>\n> > Два.\n');
    expect(body('> - {{ step1 }}')).toBe('> - Раз. > Два.\n');
  });

  it('fills lists in an entry a line; one that is empty goes with its line', () => {
    expect(body('## Up', '', '{{upstream}}', '', '## Down', '', '{{downstream}}', '', '## Of', '', '{{sources}}')).toBe(
      '## Up\n\n- [[Over]]\n- [[Above]]\n\n## Down\n\n## Of\n\n- [[Chat]]\n  <!-- UID: 1 -->\n',
    );
  });

  it('keeps signs of titles from being Markdown, and writes dates and tags', () => {
    expect(body('{{title_ru}} / {{title_en}}: {{date}} {{time}} {{tags}}')).toBe(
      'Мысль: «поле» / A \\*thought\\*: 2025-09-06 07:05:09 #a #б/в\n',
    );
  });

  it('writes times in the form that the placeholder names', () => {
    expect(body('{{date:YYYY-MM-DD}} {{date:D.M.YY}} {{time:HH:mm}} {{ created:[on] YYYY/MM }} {{time:H:m:s}}')).toBe(
      '2025-09-06 6.9.25 07:05 on 2025/09 7:5:9\n',
    );
    expect(made('---', 'day: {{date:YYYY-MM-DD}}', 'at: {{time:HH:mm}} h', '---')).toBe(
      '---\nday: 2025-09-06\nat: 07:05 h\n---\n',
    );
  });

  it('writes months and days of the week by their names, in the language of the headings', () => {
    const style = { ...DRAFT.style, language: 'en' } as const;
    const template = '---\na: 1\n---\n{{date:ddd, dddd D MMMM YYYY}} / {{date:MMM}} / {{date:MMMM}}';
    expect(composeThreeStepNote({ ...DRAFT, style, template })).toContain(
      'Sat, Saturday 6 September 2025 / Sep / September\n',
    );
    expect(composeThreeStepNote({ ...DRAFT, template })).toContain('сб, суббота 6 сентября 2025 / сент. / сентябрь\n');
  });

  it('takes titles for the names of their notes in links, and for themselves in code', () => {
    expect(body('[[{{title_ru}}]] {{title_en}} `{{title_en}}` {{title_en}} [[a|{{title_en}}]]')).toBe(
      '[[Мысль «поле»]] A \\*thought\\* `A *thought*` A \\*thought\\* [[a|A \\*thought\\*]]\n',
    );
    expect(body('> ```', '> {{title_en}}', '> ```', '{{title_en}}')).toBe(
      '> ```\n> A *thought*\n> ```\nA \\*thought\\*\n',
    );
  });

  it('fills lists of fields in as items that a remark is behind, or as all that stands below a field', () => {
    expect(made('---', 'a:', '  - {{tags}} # mine', 'b:', '  {{tags}}', '---')).toBe(
      '---\na:\n  - a # mine\n  - б/в\nb:\n  - a\n  - б/в\n---\n',
    );
  });

  it('leaves what stands for nothing as it is, and names it', () => {
    const template = '{{title:YYYY}} {{a b}} {{weather.now}} {{date:YYYY}}';
    expect(unknownPlaceholders(template)).toEqual(
      ['title:YYYY', 'a b', 'weather.now'].map((name) => ({ name, line: 1 })),
    );
    expect(body(template)).toBe('{{title:YYYY}} {{a b}} {{weather.now}} 2025\n');
  });

  it('fills fields of the frontmatter so that YAML reads the same', () => {
    expect(
      made('---', 'title: {{title_ru}}', 'tags: {{tags}}', 'made: "{{date}}"', 'both: {{name}} ({{title_ru}})', '---'),
    ).toBe(
      '---\ntitle: "Мысль: «поле»"\ntags:\n  - a\n  - б/в\nmade: 2025-09-06\nboth: "A thought (Мысль: «поле»)"\n---\n',
    );
  });

  it('knows names of fields in quotes, within lists and without a blank behind the colon, and leaves remarks alone', () => {
    expect(
      made(
        '---',
        '"a: b": {{title_ru}}',
        'c:{{title_ru}}',
        'd:',
        '  - e: {{title_ru}}',
        '    f: {{tags}}',
        '# g: {{tags}}',
        '---',
      ),
    ).toBe(
      [
        ...['---', '"a: b": "Мысль: «поле»"', 'c: "Мысль: «поле»"', 'd:', '  - e: "Мысль: «поле»"'],
        ...['    f:', '      - a', '      - б/в', '# g: a, б/в', '---', ''],
      ].join('\n'),
    );
  });

  it('leaves what it does not know as it stands, and says where that is', () => {
    expect(body('{{weather}} {{title_fr}} {{ }} {{2+2}}')).toBe('{{weather}} {{title_fr}} {{ }} {{2+2}}\n');
    expect(unknownPlaceholders('a\r\n{{title}} {{weather}}\n{{погода}}')).toEqual([
      { name: 'weather', line: 2 },
      { name: 'погода', line: 3 },
    ]);
  });
});
