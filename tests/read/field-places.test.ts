import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span';
import { readNote, readPlacedNote } from '../../src/read/note';
import { compileVocabulary } from '../../src/read/vocabulary';

const cut = (text: string, { from, to }: Span): string => text.slice(from, to);

/** The places of a note's fields, cut out of its text. */
function placesIn(text: string): unknown[] {
  return readPlacedNote(text).entries.flatMap(({ form, link, field }) =>
    field === null
      ? []
      : [
          {
            form: `${form} ${field.form}`,
            key: cut(text, field.key),
            value: cut(text, field.value),
            item: cut(text, field.item),
            quote: field.quote,
            link: cut(text, link),
            whole: cut(text, field.whole),
          },
        ],
  );
}

describe('where a property stands that holds an idea link', () => {
  it.each([
    ['up: "[[A]]"', 'scalar', '"[[A]]"', '"[[A]]"', '"', '[[A]]'],
    ["'up': '[[A|b]]' # why", 'scalar', "'[[A|b]]'", "'[[A|b]]'", "'", '[[A|b]]'],
    ['up: [[A]]', 'scalar', '[[A]]', '[[A]]', '', '[[A]]'],
    ['up: "see [[A]]."', 'scalar', '"see [[A]]."', '"see [[A]]."', '"', '[[A]]'],
    ['up: ["[[A]]"]', 'flow-list', '["[[A]]"]', '"[[A]]"', '"', '[[A]]'],
    ['up: [[[A]]]', 'flow-list', '[[[A]]]', '[[A]]', '', '[[A]]'],
    ['up:\n  - "[[A]]"\n', 'block-list', '- "[[A]]"', '"[[A]]"', '"', '[[A]]'],
    ['up:\r\n- [[A]]\r\n', 'block-list', '- [[A]]', '[[A]]', '', '[[A]]'],
    ['up: "[A](A.md)"', 'scalar', '"[A](A.md)"', '"[A](A.md)"', '"', '[A](A.md)'],
  ])('is told of %j', (yaml, form, value, item, quote, link) => {
    const text = `---\ntitle: T\n${yaml}\nlast: 1\n---\n`;
    const whole = yaml.slice(0, yaml.indexOf(value) + value.length);
    const key = yaml.slice(0, yaml.indexOf(':'));
    expect(placesIn(text)).toEqual([{ form: `property ${form}`, key, value, item, quote, link, whole }]);
  });

  it('is told of each of several values', () => {
    const text = '---\nup:\n  - "[[A]]"\n  - plain\n  - \'[[B]]\'\nx: ["[[C]]", "[[D]]"]\n---\n';
    expect(placesIn(text)).toMatchObject([
      { item: '"[[A]]"' },
      { item: "'[[B]]'" },
      { item: '"[[C]]"', whole: 'x: ["[[C]]", "[[D]]"]' },
      { item: '"[[D]]"' },
    ]);
  });
});

describe('where an inline field stands', () => {
  it.each([
    ['up:: [[A]] — why', 'paragraph line', 'up', '[[A]] — why', 'up:: [[A]] — why'],
    ['- **Up**:: [[A]]', 'item line', 'Up', '[[A]]', '**Up**:: [[A]]'],
    ['words (up:: [[A]]) words', 'inner bracketed', 'up', '[[A]]', '(up:: [[A]])'],
    ['words [up:: [[A]]] words', 'inner bracketed', 'up', '[[A]]', '[up:: [[A]]]'],
    ['- [[B]] (up:: [[A]])', 'inner bracketed', 'up', '[[A]]', '(up:: [[A]])'],
  ])('is told of %j', (text, form, key, value, whole) => {
    expect(placesIn(text)).toEqual([{ form, key, value, item: value, quote: '', link: '[[A]]', whole }]);
  });
});

describe('the names of fields', () => {
  const own = compileVocabulary({ relations: {}, steps: {}, fields: { downstream: ['grows_into'], source: ['up'] } });

  it("are the user's own as well, in properties and in lines", () => {
    const text = '---\ngrowsInto: "[[A]]"\nup: "[[B]]"\nother: "[[C]]"\n---\nGrows into:: [[D]]\n';
    expect(readNote(text, own).ideaLinks.map(({ target, relation }) => [target, relation])).toEqual([
      ['A', 'downstream'],
      ['B', 'source'],
      ['D', 'downstream'],
    ]);
  });

  it('say of an idea that is listed, too, no problem', () => {
    const text = '---\nup: "[[A]]"\n---\nup:: [[A]]\n\n## Up\n\n- [[A]]\n';
    expect(readNote(text).problems).toEqual([]);
    expect(readNote(`${text}- [[A]]\n`).problems).toMatchObject([{ code: 'idea-repeated', line: 9, first: 8 }]);
  });
});
