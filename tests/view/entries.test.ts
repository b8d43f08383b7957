import { describe, expect, it } from 'vitest';
import { IdeaIndex } from '../../src/index/idea-index';
import { NoteNames } from '../../src/index/note-names';
import type { ShownNote } from '../../src/model/shown-note';
import { readLinks, readNote } from '../../src/read/note';
import { nameOfNote } from '../../src/text/note-name';
import { entriesOf } from '../../src/view/ideas/entries';
import { fieldName } from '../../src/view/ideas/field-name';

const NOTES = ['Clay.md', 'Wheel.md', 'Glaze.md'];

/** What is listed of a note: relation, name, field, description. */
function listed(text: string): readonly string[] {
  const names = new NoteNames();
  for (const path of ['Bowl.md', ...NOTES]) names.add(path);
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  const set = (path: string, content: string) => ({ kind: 'set', path, links: readLinks(content) }) as const;
  index.update([set('Bowl.md', text), ...NOTES.map((path) => set(path, ''))]);
  const shown: ShownNote = {
    path: 'Bowl.md',
    name: 'Bowl',
    text,
    garbled: null,
    note: readNote(text),
    problems: [],
    progress: null,
    isLeftOut: false,
    resolve: (link) => {
      const path = names.resolve(link.replace(/#.*/, ''), 'Bowl.md');
      return path === null ? null : { path, basename: nameOfNote(path) };
    },
    state: 'current',
    movedFrom: null,
    openedAt: null,
  };
  return [...entriesOf(shown, index)].flatMap(([relation, entries]) =>
    entries.map(({ name, field, description }) => [relation, name, field, description].join(' | ')),
  );
}

describe('entriesOf(note, ideas)', () => {
  it('lists an idea once that stands in a property, a field and a list: as the list says it', () => {
    const text = '---\nup: ["[[Clay]]", "[[Wheel]]"]\n---\nup:: [[clay]]\n\n## Upstream ideas\n\n- [[Clay]] — wet\n';
    expect(listed(text)).toEqual(['upstream | Wheel |  | ', 'upstream | Clay |  | wet']);
  });

  it('lists it under each relation that it has, and twice where a list has it twice', () => {
    const text = 'x:: [[Clay]]\n\n## Upstream ideas\n\n- [[Clay]] — wet\n- [[Clay#Dry]] — hard\n- [[Clay]]\n';
    expect(listed(text)).toEqual([
      'upstream | Clay |  | wet',
      'upstream | Clay |  | hard',
      'upstream | Clay |  | ',
      'related | Clay |  | ',
    ]);
  });

  it('gives the name of a field that says more than the relation', () => {
    const text = '---\nnext: "[[Glaze]]"\ncategories: "[[Clay]]"\n---\n(supports:: [[Wheel]])\n';
    expect(listed(text)).toEqual([
      'upstream | Clay | categories | ',
      'related | Glaze | next | ',
      'related | Wheel | supports | ',
    ]);
  });
});

describe('fieldName(link)', () => {
  it.each(['up', 'Parents', 'children', 'see_also', 'related', 'Related notes', 'x', 'Вышестоящие идеи', 'Связанное'])(
    'leaves out %s',
    (group) => {
      expect(fieldName({ origin: 'property', group })).toBe('');
    },
  );

  it('is that of fields only', () => {
    expect(fieldName({ origin: 'field', group: 'supports' })).toBe('supports');
    expect(fieldName({ origin: 'list', group: 'supports' })).toBe('');
    expect(fieldName({ origin: 'line', group: 'supports' })).toBe('');
  });
});
