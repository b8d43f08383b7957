import { matchAt } from './match-at';
import type { Reading } from './amount';
import { SECOND } from './units';

const CLOCK =
  /([+−-]?)(\d{1,4})(?::([0-5]\d))?(?::([0-5]\d)(?:[.,](\d+))?)?(?![\d:])(\s*(?:h(?:rs?|ours?)?|ч(?:ас(?:а|ов)?)?)(?![a-zа-яё])\.?)?(?:\s*([ap])\.?m\.?(?![a-z]))?/iuy;
/** `5′30″` */
const PACE = /(\d{1,4})['′’]\s?([0-5]?\d)(?:["″”]|'')/uy;
const RANGE = /\s*[–—-]\s*/uy;
const LEAD = /^[~≈<>≤≥\s]*/u;
const REST = /^\s*(?:$|[([]|[,;—–-]\s+\D)/u;

/** Reads `m:ss`, `m′ss″`, `h:mm:ss`, `h:mm h` or a time of day: how many seconds it is, of a span its middle; `null` for anything else. */
export function readClock(plain: string): Reading | null {
  if (!/\d(?:[:'′’]\s?\d|\s?[ap]\.?m)/iu.test(plain)) return null;
  const first = readOne(plain, LEAD.exec(plain)?.[0].length ?? 0);
  if (first === null) return null;
  const range = matchAt(RANGE, plain, first.end);
  const last = range === null ? null : readOne(plain, range.end);
  if (!REST.test(plain.slice(last?.end ?? first.end))) return null;
  return { value: last === null ? first.value : (first.value + last.value) / 2, unit: SECOND };
}

function readOne(plain: string, from: number): { readonly value: number; readonly end: number } | null {
  const pace = matchAt(PACE, plain, from);
  if (pace !== null) return { value: Number(pace.groups[1]) * 60 + Number(pace.groups[2]), end: pace.end };
  const found = matchAt(CLOCK, plain, from);
  if (found === null) return null;
  const [, sign, big, middle = '0', small, part = '0', hours, half] = found.groups;
  if (found.groups[2] === undefined || (found.groups[3] ?? half) === undefined) return null;
  const isHours = small !== undefined || hours !== undefined || half !== undefined;
  const first = half === undefined ? Number(big) : (Number(big) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const seconds = isHours
    ? first * 3600 + Number(middle) * 60 + Number(`${small ?? 0}.${part}`)
    : first * 60 + Number(middle);
  return { value: sign === '' || sign === '+' ? seconds : -seconds, end: found.end };
}
