import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';
import { inOrder } from '../release/messages-by-number.mjs';
import { shorthand, spellingModule, type Shorthand } from '../release/shorthand.mjs';

const bytes = (texts: readonly string[]): number => Buffer.byteLength(texts.join(' '));

/** The messages as the bundle spells them out. */
function spelledOut({ short, ...spelling }: Shorthand): unknown {
  const program = `${spellingModule(spelling).replaceAll('export ', '')};short.map(spelledOut)`;
  return runInNewContext(program, { short });
}

describe('the shorthand of messages', () => {
  it('is spelled out as the messages were, also where they hold letters that could stand for a phrase', () => {
    const letter = fc.constantFrom(...'abа {}|', '¡', '«', '»', 'ÿ', 'Ā', 'Ͽ', '\u00ad', '\n', '😀', '!', 'Z');
    const phrase = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
    const message = fc.array(phrase, { maxLength: 8 }).map((phrases) => phrases.join(''));
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 30 }), fc.nat(20), (some, again) => {
        const messages = [...some, ...Array.from({ length: again }, () => some[0] ?? '')];
        expect(spelledOut(shorthand(messages))).toEqual(messages);
      }),
    );
  });

  it('takes less than six tenths of what the messages of the interface take', () => {
    const messages = [...inOrder(en, en), ...inOrder(en, ru)];
    const made = shorthand(messages);
    expect(spelledOut(made)).toEqual(messages);
    expect(bytes([...made.short, ...made.phrases])).toBeLessThan(bytes(messages) * 0.6);
  });

  it('leaves alone what says nothing twice', () => {
    expect(shorthand(['Open', 'Fold all', ''])).toMatchObject({ short: ['Open', 'Fold all', ''], phrases: [] });
  });
});
