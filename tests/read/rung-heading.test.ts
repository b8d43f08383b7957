import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeRung, readRungHeading } from '../../src/read/rung-heading.ts';

const PARTS = [
  'S',
  'A',
  'b',
  'SSS',
  'Tier 1',
  'Уровень 2',
  'T3',
  '🥇',
  '🥈',
  '**',
  '🔹',
  ' ',
  '. ',
  ':',
  '[[',
  '1',
  'low',
  'abc',
  'Design',
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

it('passes over no line that has a rung before a colon', () => {
  fc.assert(
    fc.property(line, line, (label, rest) => {
      const text = `${label}:${rest}`;
      if (readRungHeading(text, 0, label.length) !== null) expect(mayBeRung(text, 0, text.length)).toBe(true);
    }),
  );
});

it.each(['S: [[A]]', '**Tier 1**: [[A]]', '🔹 🥇 [[A]]', 'Уровень 2: [[A]]'])('may find a rung before %j', (text) => {
  expect(mayBeRung(text, 0, text.length)).toBe(true);
});

it.each(['Winter: [[A]]', '[[Quartz]] — words', 'Жизнь: [[A]]'])(
  'sees at a glance that %j begins with none',
  (text) => {
    expect(mayBeRung(text, 0, text.length)).toBe(false);
  },
);
