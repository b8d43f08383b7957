import { UNITS } from '../model/amounts';
import { lazily } from '../text/lazily';
import { withoutNoise } from './rounding';

const HOUR = 3600;
const DAY = 86_400;
/** Sizes with a short word in each script, the longest first. */
const SIZES = lazily(() => [
  ...UNITS.filter(([dimension]) => dimension === 'duration')
    .map(([, size, words]) => [size, /[a-z]+/.exec(words)?.[0] ?? '', /[а-я]+/.exec(words)?.[0] ?? ''] as const)
    .reverse(),
  [1, 's', 'с'] as const,
]);

/**
 * A duration as people write it: `1 h 30 min` for 1.5 h, `10 min` for a sixth of an hour; from days on in one unit of which it is a whole
 * or half number and no part, `6 mo` for half a year.
 *
 * @param form the unit around a `#`, in its column's words, which say in which script those of other units are.
 * @param size how many seconds the unit has.
 */
export function spanText(number: number, form: string, size: number, write: (number: number) => string): string {
  const plain = form.replace('#', write(number));
  if (size < 1 || number === 0 || (size > HOUR && Number.isInteger(number * 2))) return plain;
  const parts: string[] = [];
  let left = Number((number * size).toPrecision(10));
  for (const [one, latin, cyrillic] of SIZES()) {
    const isLong = one > HOUR;
    // Minutes become hours, but hours no days.
    if (isLong && size <= HOUR) continue;
    const many = withoutNoise(left / one);
    const count = isLong || one === 1 ? many : Math.floor(many);
    if (count === 0 || (isLong && (many < 1 || !Number.isInteger(many * 2)))) continue;
    if (!isLong && left >= DAY && size > HOUR) return plain;
    if (one === size && count === number) return plain;
    parts.push(`${write(count)} ${/[а-я]/iu.test(form) ? cyrillic : latin}`);
    left = Math.round((left - count * one) * 1e6) / 1e6;
  }
  return parts.join(' ');
}
