import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinks, readNote } from '../../src/read/note';

const NAMES = ['House', 'Kitchen', 'Knives', 'Кухня', '厨房'];
const SIGNS = [' > ', ' › ', ' » ', ' / ', ' → ', ' -> ', '>', ' ❯ '];

describe('the way down to a note in its first line', () => {
  it('leads up by each of its links, whatever sign parts them and whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2 }),
        fc.constantFrom(...SIGNS),
        fc.constantFrom('', '---\ntags: [a]\n---\n', '# Honing\n\n', '\n\n'),
        fc.constantFrom('', '📂 ', '**'),
        fc.constantFrom('', 'Honing', '**Honing**'),
        (names, sign, above, before, last) => {
          const links = names.map((name) => `[[${name}]]`).join(sign);
          const line = before + links + (before === '**' ? '**' : '') + (last === '' ? '' : sign + last);
          const { ideaLinks } = readNote(`${above}${line}\n\nWords.\n`);
          expect(ideaLinks.map(({ target, relation }) => [target, relation])).toEqual(
            names.map((name) => [name, 'upstream']),
          );
        },
      ),
    );
  });

  it.each([
    ['of two signs', '[[House]] > [[Kitchen]] / [[Knives]]'],
    ['that parts a menu', '[[House]] | [[Kitchen]] | [[Knives]]'],
    ['that goes on as a sentence', '[[House]] > [[Kitchen]] in size. So it is said.'],
    ['of one link', '[[House]] > Honing'],
    ['through a diary', '[[2031]] > [[2031-02]] > [[2031-02-03]]'],
    ['further down', 'Words.\n\n[[House]] > [[Kitchen]]\n\nWords.'],
    ['in a section', '## Route\n\n[[House]] > [[Kitchen]]'],
    ['in a list of something else', '# Related\n\n[[House]] / [[Kitchen]]'],
  ])('is none %s', (_, text) => {
    expect(readNote(`${text}\n\nWords.\n`).ideaLinks.filter(({ relation }) => relation === 'upstream')).toEqual([]);
  });

  it('takes no longer than its length', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `[[A${index}]]`).join(' > ');
    expect(readLinks(long)).toHaveLength(20_000);
  });
});
