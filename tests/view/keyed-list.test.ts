import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawEach, KeyedList } from '../../src/view/core/keyed-list';

/** Keys of which one may stand twice: nothing that is drawn may be left behind for it. */
const KEYS = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
const DRAWS = fc.array(KEYS, { minLength: 1, maxLength: 6 });

let parent = createDiv();
beforeEach(() => {
  parent = document.body.createDiv();
});
afterEach(() => parent.remove());

const buttons = (): readonly HTMLButtonElement[] => [...parent.querySelectorAll('button')];
const texts = (): readonly string[] => buttons().map((el) => el.textContent);

/** Two ways to draw buttons that say their keys. */
const WAYS: Readonly<Record<string, () => (keys: readonly string[]) => void>> = {
  'new KeyedList(…).draw(…)': () => {
    const pieces = new KeyedList<string>(
      () => {
        const el = createEl('button');
        return { el, update: (key) => el.setText(key) };
      },
      (key) => key,
    );
    return (keys) => pieces.draw(parent, keys);
  },
  'drawEach(…)': () => (keys) =>
    void drawEach(parent, 'button', keys, {
      keyOf: (key) => key,
      make: () => createEl('button'),
      draw: (el, key) => el.setText(key),
    }),
};

describe.each(Object.entries(WAYS))('%s', (_, makeWay) => {
  it('draws the data in their order, whatever stood there, and leaves what else is there alone', () => {
    fc.assert(
      fc.property(DRAWS, (draws) => {
        parent.empty();
        const other = parent.createSpan();
        const draw = makeWay();
        for (const keys of draws) {
          draw(keys);
          expect(texts()).toEqual(keys);
          expect(other.parentElement).toBe(parent);
        }
      }),
    );
  });

  it('keeps the element of a key, and the focus where it need not move', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'bcdefgh')),
        fc.uniqueArray(fc.constantFrom(...'bcdefgh')),
        (one, two) => {
          parent.empty();
          const draw = makeWay();
          draw([...one, 'a']);
          const before = new Map(buttons().map((el) => [el.textContent, el]));
          before.get('a')?.focus();
          draw([...two, 'a']);
          for (const el of buttons()) if (before.has(el.textContent)) expect(before.get(el.textContent)).toBe(el);
          expect(document.activeElement).toBe(before.get('a'));
        },
      ),
    );
  });
});

describe('A piece that can be made another', () => {
  it('is, unless it has the focus', () => {
    let made = 0;
    const pieces = new KeyedList<string>(
      () => {
        made++;
        const el = createEl('button');
        return { el, update: (key) => el.setText(key), canBe: () => true };
      },
      (key) => key,
    );
    pieces.draw(parent, ['a', 'b', 'c']);
    buttons()[1]?.focus();
    pieces.draw(parent, ['d', 'e', 'f']);
    expect(texts()).toEqual(['d', 'e', 'f']);
    expect(made).toBe(4);
    expect(document.activeElement).toBe(document.body);
  });
});
