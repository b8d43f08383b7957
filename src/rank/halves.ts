import { lazyPattern } from '../text/lazily';
import { readUnits } from './units';

/** Longer cells are sentences. */
const LONGEST = 60;
/** Most cells have none of them. */
const HINT = /пол|\bhalf\b|^(?:\S+\s)?an?\s/iu;
const START = '^((?:\\S+\\s)??)';
/** `2½`, `an hour and a half`. */
const AND_HALF = lazyPattern('(\\d+|\\ban?|^)((?: ?\\p{L}+)?) (?:and a half|с половиной)(?!\\p{L})', 'iu');
const ONE_AND_HALF = lazyPattern(`${START}пол(?:тор[аы]|утора)\\s`, 'iu');
const HALF = lazyPattern(`${START}(?:(half (?:of )?an?\\s|пол-?(?!день|ночь)(?=\\p{L}{3}))|an?\\s)(?=(.*))`, 'iu');

/** A text in which halves, and one, that are written in words are in digits: `½ часа` for `полчаса`, `1 hour` for `an hour`. */
export function withHalves(text: string): string {
  if (text.length > LONGEST || !HINT.test(text)) return text;
  return text
    .replace(AND_HALF(), (_, count: string, what: string) => `${Number.isNaN(parseInt(count)) ? 1 : count}½${what}`)
    .replace(ONE_AND_HALF(), '$11½ ')
    .replace(HALF(), (all, lead: string, half: string | undefined, what: string) => {
      const end = readUnits(what, 0)?.end ?? 0;
      if (half) return end > 0 ? `${lead}½ ` : all;
      return end === what.length ? `${lead}1 ` : all;
    });
}
