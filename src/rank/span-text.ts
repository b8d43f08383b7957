import { UNITS } from '../model/amounts';
import { lazily } from '../text/lazily';
import { withoutNoise } from './rounding';

const HOUR = 3600;
const MONTH = 2_630_000;
/** What is longer than hours has hours at the most behind it; hours, minutes and seconds stand together. */
const MOST_PARTS = { long: 2, short: 3 };

/** Sizes with a short word in each script, the longest first. */
const SIZES = lazily(() => [
  ...UNITS.filter(([dimension]) => dimension === 'duration')
    .map(([, size, words]) => [size, /[a-z]+/.exec(words)?.[0] ?? '', /[а-я]+/.exec(words)?.[0] ?? ''] as const)
    .reverse(),
  [1, 's', 'с'] as const,
]);

/**
 * A duration as people write it: `1 h 30 min` for 1.5 h, `10 min` for a sixth of an hour. Half a week, and what is whole, stay as they are.
 *
 * @param form the unit around a `#`, in its column's words, which say in which script those of other units are.
 * @param size how many seconds the unit has.
 */
export function spanText(number: number, form: string, size: number, write: (number: number) => string): string {
  const plain = form.replace('#', write(number));
  if (size < 1 || number === 0 || (size > HOUR && Number.isInteger(number * 2))) return plain;
  const most = size > HOUR ? MOST_PARTS.long : MOST_PARTS.short;
  const parts: string[] = [];
  let left = rounded(number * size);
  for (const [one, latin, cyrillic] of SIZES()) {
    // Months are no number of weeks; minutes become hours, but hours no days.
    if (one > Math.max(size, HOUR) || (one === 604_800 && size >= MONTH)) continue;
    const isLast = parts.length + 1 === most || one === 1;
    const count = isLast ? withoutNoise(left / one) : Math.floor(left / one);
    if (count === 0) continue;
    if (one === size && count === number) return plain;
    parts.push(`${write(count)} ${/[а-я]/iu.test(form) ? cyrillic : latin}`);
    left = rounded(left - count * one);
    if (isLast) break;
  }
  return parts.join(' ');
}

/** To millionths of a second: a column's hours have twelve digits. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
