import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';
import { NearNames } from '../../src/index/near-names.ts';

const PATHS = [
  'LLM Mistake Completion vs Cognition.md',
  'Ideas/Garden of forking paths.md',
  'Ideas/Garden of paths.md',
  'Old/Сад расходящихся тропок.md',
  'Ёлка и ёж.md',
  '2025-08-13.md',
  'Note 17.md',
  'AI.md',
  'Token-Path Overfitting.md',
];
const near = new NearNames(PATHS);
const found = (target: string): string[] => near.find(target, 5).map(({ path, difference }) => `${difference} ${path}`);

describe('names that are nearly meant', () => {
  test.each([
    ['a name in another folder', 'New/сад расходящихся тропок', 'form Old/Сад расходящихся тропок.md'],
    [
      'a sign that no file name can hold',
      'LLM Mistake: Completion vs Cognition?',
      'sign LLM Mistake Completion vs Cognition.md',
    ],
    ['an emoji', '🌳 Garden of paths', 'sign Ideas/Garden of paths.md'],
    ['a hyphen or none', 'TokenPath overfitting', 'sign Token-Path Overfitting.md'],
    ['an encoded link', 'Token-Path%20Overfitting.', 'sign Token-Path Overfitting.md'],
    ['е for ё', 'Елка и еж', 'sign Ёлка и ёж.md'],
    ['a word too many', 'LLM Mistake Completion vs Real Cognition', 'word LLM Mistake Completion vs Cognition.md'],
    ['a typo', 'LLM Mistake Compeltion vs Cogntion', 'typo LLM Mistake Completion vs Cognition.md'],
    ['a typo in Russian', 'Сад рассходящихся тропок', 'typo Old/Сад расходящихся тропок.md'],
  ])('%s', (_, target, name) => {
    expect(found(target)[0]).toBe(name);
  });

  test('the nearest comes first', () => {
    expect(found('Garden of the paths')).toEqual(['word Ideas/Garden of paths.md']);
    expect(found('Garden, of forking paths')).toEqual([
      'sign Ideas/Garden of forking paths.md',
      'word Ideas/Garden of paths.md',
    ]);
    expect(near.find('Garden, of forking paths', 1)).toHaveLength(1);
  });

  test('another number, a short name by one letter, and a name of which half differs are other names', () => {
    expect(found('2025-08-14')).toEqual([]);
    expect(found('Note 18')).toEqual([]);
    expect(found('AR')).toEqual([]);
    expect(found('Garden of roses and lilies')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('there are none among no names', () => {
    expect(new NearNames([]).find('Anything', 5)).toEqual([]);
  });

  test('a letter that is left out or doubled is found in any name that is long enough', () => {
    const anyName = fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){1,3}$/);
    fc.assert(
      fc.property(anyName, fc.nat(), fc.boolean(), (name, at, isDoubled) => {
        const place = at % name.length;
        fc.pre(name[place] !== ' ');
        const wrong = name.slice(0, place) + (isDoubled ? (name[place] ?? '').repeat(2) : '') + name.slice(place + 1);
        fc.pre(wrong !== name);
        const other = new NearNames([`${name}.md`, ...PATHS]);
        expect(other.find(wrong, 1)).toMatchObject([{ path: `${name}.md`, difference: 'typo' }]);
      }),
    );
  });
});

describe('the distance of two texts', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['abcdef', 'badcfe', 3],
    ['kitten', 'sitting', 3],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  test('is known only up to the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('short', 'a much longer text', 2)).toBe(3);
  });

  test('along the diagonal is the same as in the whole table', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(anyText, anyText, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(wholeTable(a, b), limit + 1));
      }),
      { numRuns: 300 },
    );
  });
});

/** Optimal string alignment, every cell of it. */
function wholeTable(a: string, b: string): number {
  const cost = new Map<string, number>();
  const at = (i: number, j: number): number => cost.get(`${i} ${j}`) ?? Infinity;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const options = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push(at(i - 2, j - 2) + 1);
      cost.set(`${i} ${j}`, i === 0 && j === 0 ? 0 : Math.min(...options));
    }
  }
  return at(a.length, b.length);
}

describe('names that must have been meant', () => {
  const vault = new NearNames([
    ...PATHS,
    'C.md',
    'Prism.md',
    'Microscope stand.md',
    'Learning.md',
    '光学入口.md',
    'x/Prism.md',
  ]);
  vault.add('Mirror.md', ['Looking glass', 'Silvered pane']);
  for (const path of [
    'World war I.md',
    'Vitamin B.md',
    'Heating.md',
    'Explicit knowledge.md',
    'The long way round to it.md',
    'Microeconomics.md',
    'Absorption of light.md',
    'Hypertension.md',
    'Symmetry.md',
    'Convection.md',
    'Firm conviction.md',
    'Микроклимат.md',
    'Способы перевода числа.md',
    'Все числа.md',
    'Сложение числам.md',
    'The convection of warm air.md',
  ])
    vault.add(path);
  const meant = (target: string): readonly string[] => vault.meant(target, 3);

  test.each([
    ['another sign', 'LLM Mistake: Completion vs Cognition?', ['LLM Mistake Completion vs Cognition']],
    ['a plural', 'Prisms', ['Prism']],
    ['a typo', 'Microscpoe stand', ['Microscope stand']],
    ['letters that changed places', 'Prims', ['Prism']],
    ['a letter of each word', 'Mikroscope stande', ['Microscope stand']],
    ['a word of a long title', 'LLM Mistake Completion or vs Cognition', ['LLM Mistake Completion vs Cognition']],
    ['an alias', 'looking glass', ['Mirror']],
    ['a typo in an alias', 'Looking glas', ['Mirror']],
    ['a name in another folder', 'y/Prism', ['Prism']],
    ['another letter further on', 'Microeconemics', ['Microeconomics']],
    ['a letter too many', 'Hyppertension', ['Hypertension']],
    ['two letters of a long word', 'Microekonomiks', ['Microeconomics']],
    ['the form of a word', 'Способы перевода числам', ['Способы перевода числа']],
    ['the beginning of a word in a long title', 'The canvection of warm air', ['The convection of warm air']],
  ])('%s', (_, target, names) => {
    expect(meant(target)).toEqual(names);
  });

  test.each([
    'C++',
    'World war II',
    'Vitamin C',
    'Hearing',
    'Implicit knowledge',
    'The long way round to it II',
    'The long way round to it B',
    'C#',
    'Deep learning',
    '光学入门',
    'Note 18',
    '2025 08 14',
    'Prize',
    'Glass as a slow liquid',
    'Garden of paths and ponds',
    'Macroeconomics',
    'Adsorption of light',
    'Hypotension',
    'Asymmetry',
    'Conviction',
    'Макроклимат',
    '',
  ])('%s is another note, which may be written yet', (target) => {
    expect(meant(target)).toEqual([]);
  });

  test('names that come and go are found as if all had been there from the beginning', () => {
    const name = fc.constantFrom(
      'Prism',
      'Prisms',
      'Lens grinding',
      'Lens  Grinding',
      'Сад',
      'Сады',
      'a/Prism',
      'Lens',
      '',
    );
    const change = fc.record({ path: name, aliases: fc.array(name, { maxLength: 2 }), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change), name, (changes, target) => {
        const lived = new NearNames();
        const left = new Map<string, readonly string[]>();
        for (const { path, aliases, isGone } of changes) {
          lived.find(target, 5);
          lived.delete(path);
          left.delete(path);
          if (isGone) continue;
          lived.add(path, aliases);
          left.set(path, aliases);
        }
        const fresh = new NearNames();
        for (const [path, aliases] of left) fresh.add(path, aliases);
        expect(lived.find(target, 9)).toEqual(fresh.find(target, 9));
        expect(lived.meant(target, 9)).toEqual(fresh.meant(target, 9));
      }),
    );
  });
});
