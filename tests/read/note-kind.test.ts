import { describe, expect, it } from 'vitest';
import { readLinks, readNote, readPlacedNote } from '../../src/read/note';
import { BUILT_IN } from '../../src/read/vocabulary';

const relationsIn = (text: string, path = ''): unknown[] =>
  readNote(text, BUILT_IN, path)
    .ideaLinks.filter(({ origin }) => origin !== 'property')
    .map(({ target, relation }) => [target, relation]);

describe('a map of content', () => {
  it.each([
    'Optics MOC',
    'MOC Optics',
    'Optics (MOC)',
    'MOC_Optics',
    'index',
    '_index',
    '00 Index',
    'Optics – Index',
    'Map of Content',
    'Optics Map of Contents',
    'Карта знаний об оптике',
    'Карта тем',
    'Оптика. Указатель',
    'Оглавление',
    '🗺️ Optics',
    '光学目录',
    'Themenkarte Optik',
  ])('says so by its name: %s', (name) => {
    expect(relationsIn('- [[Lens]]\n', `Physics/${name}.md`)).toEqual([['Lens', 'downstream']]);
    expect(relationsIn(`# ${name}\n\n- [[Lens]]\n`)).toEqual([['Lens', 'downstream']]);
  });

  it.each(['Body mass index', 'Index funds', 'Карта памяти', 'Карта мира', 'Democracy', 'Mocha', 'Фондовый индекс'])(
    'is not what %j names',
    (name) => {
      expect(relationsIn('- [[Lens]]\n', `Physics/${name}.md`)).toEqual([['Lens', 'related']]);
      expect(relationsIn(`# ${name}\n\n- [[Lens]]\n`)).toEqual([['Lens', 'related']]);
    },
  );

  it.each([
    '---\ntags: moc\n---\n',
    '---\ntags:\n  - type/MOC\n---\n',
    '---\ntype: MOC\n---\n',
    '---\ntype: "[[Map of content]]"\n---\n',
    '#moc #light\n\n',
  ])('says so by a tag or a property: %j', (head) => {
    expect(relationsIn(`${head}- [[Lens]]\n`)).toEqual([['Lens', 'downstream']]);
  });

  it.each(['---\ntags: optics-moc\n---\n', '---\nup: "[[Optics MOC]]"\n---\n', 'See #mocking.\n\n'])(
    'is not what only belongs to one: %j',
    (head) => {
      expect(relationsIn(`${head}- [[Lens]]\n`)).toEqual([['Lens', 'related']]);
    },
  );

  it('lists below what it lists, but for what says otherwise', () => {
    const text = '- [[Lens]]\n\n## Core\n[[Light]]\n[[Ray]]\n\n## Up\n- [[Physics]]\n\n## See also\n- [[Sound]]\n';
    expect(relationsIn(text, 'Optics MOC.md')).toEqual([
      ['Lens', 'downstream'],
      ['Light', 'downstream'],
      ['Ray', 'downstream'],
      ['Physics', 'upstream'],
      ['Sound', 'related'],
    ]);
  });

  it('is known to all who read', () => {
    const text = '| Name | What |\n|---|---|\n| [[Lens]] | bends |\n';
    expect(readLinks(text, BUILT_IN, 'MOC.md')).toMatchObject([{ relation: 'downstream' }]);
    expect(readPlacedNote(text, BUILT_IN, 'MOC.md').entries).toMatchObject([{ links: [{ relation: 'downstream' }] }]);
  });
});

describe("the note's own name", () => {
  it('gives no direction as its first heading', () => {
    expect(relationsIn('# Parent ideas\n- [[Lens]]\n')).toEqual([['Lens', 'upstream']]);
    expect(relationsIn('# Parent ideas\n- [[Lens]]\n', 'On/Parent ideas.md')).toEqual([['Lens', 'related']]);
    expect(relationsIn('# Child themes of a site\n\n## See also\n- [[Lens]]\n')).toEqual([['Lens', 'related']]);
    expect(relationsIn('# Дочерние компании\n- [[Lens]]\n')).toEqual([['Lens', 'related']]);
  });

  it('makes a list of its own headings a table of contents', () => {
    const text =
      '- [[Lens#Glass]]\n- [[Lens]]\n- [[Optics/Lens#Use]]\n- [[Light#Ray]]\n- [x](Lens.md#Glass)\n\n## Glass\n';
    expect(relationsIn(text, 'Optics/Lens.md')).toEqual([
      ['Lens', 'related'],
      ['Light', 'related'],
    ]);
    expect(readNote(text, BUILT_IN, 'Optics/Lens.md').markdownLinks).toEqual([]);
  });

  it('has its own headings for ideas where they are what belongs to it', () => {
    const links = '- [[Lens#Glass|Its glass]] — sand and lead.\n- [x](Lens.md#Use) — in the hand.\n- [[#Care]]\n';
    for (const heading of ['Directly related to this note', 'Прямо относящиеся к этой заметке']) {
      const { ideaLinks, markdownLinks } = readNote(`## ${heading}\n${links}`, BUILT_IN, 'Optics/Lens.md');
      expect(
        [...ideaLinks, ...markdownLinks].map(({ relation, heading: part, description }) => [
          relation,
          part,
          description,
        ]),
      ).toEqual([
        ['direct', 'Glass', 'sand and lead.'],
        ['direct', 'Use', 'in the hand.'],
      ]);
    }
    for (const heading of ['Contents', 'Downstream ideas', 'Upstream ideas', 'Related', 'Содержание'])
      expect(relationsIn(`## ${heading}\n${links}`, 'Optics/Lens.md')).toEqual([]);
  });
});
