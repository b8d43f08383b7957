import { CURRENCY_CODES, CURRENCY_WORDS, PREFIXED_UNITS, UNIT_PREFIXES, UNITS } from '../model/amounts';
import { lazily, lazyPattern } from '../text/lazily';
import { matchAt } from './match-at';
import { WordTable } from './word-table';

/** What a number counts. */
export interface Unit {
  /** Units of one dimension can be compared; one `per` something else is another dimension than one by itself. */
  readonly dimension: string;
  /** How many of the dimension's least unit it is. */
  readonly size: number;
  /** How it is written around a number: `# kg`, `$#`, around a hundred times a number: `§ %`. */
  readonly form?: string;
}

export const SHARE: Unit = { dimension: 'share', size: 1 };
export const MONEY: Unit = { dimension: 'currency', size: 1 };
export const SECOND: Unit = { dimension: 'duration', size: 1 };

type Row = readonly [meaning: Unit, words: string];

const TABLE = lazily(() => new WordTable(rows()));

function* rows(): Generator<Row> {
  for (const [dimension, size, words] of UNITS) yield [{ dimension, size }, words];
  for (const [size, words] of CURRENCY_WORDS) yield [{ dimension: 'currency', size }, words];
  yield [MONEY, CURRENCY_CODES];
  for (const [dimension, prefixes, short, long] of PREFIXED_UNITS) {
    yield [{ dimension, size: 1 }, `${short} ${long}`.trim()];
    for (const [size, shortPrefixes, longPrefixes] of UNIT_PREFIXES) {
      if (prefixes === 'small' ? size > 1e3 : prefixes === 'large' && size < 1e3) continue;
      yield [{ dimension, size }, `${joined(shortPrefixes, short)} ${joined(longPrefixes, long)}`.trim()];
    }
  }
}

function joined(prefixes: string, words: string): string {
  return words && prefixes.replace(/\S+/g, (prefix) => words.replace(/\S+/g, (word) => prefix + word));
}

const WORD = lazyPattern(
  '(?:US\\s(?=dollar))?(°?[\\p{L}µ]+(?:·[hч](?!\\p{L}))?)([²³]|\\^?[23](?!\\d))?(?:\\.(?![\\p{L}\\d]))?',
  'uy',
);
const SIGN = lazyPattern('[A-Z]{0,2}\\p{Sc}|¢', 'uy');
const PER = lazyPattern('\\.?\\s*(?:/\\s*|per\\s+|в\\s+(?=\\p{L}{3}))(\\p{L}+)[²³23]?', 'uy');

/** The units that the word at `from` may mean, and the offset behind it; `null` where no such word stands there. */
export function readUnits(
  text: string,
  from: number,
): { readonly units: readonly Unit[]; readonly end: number } | null {
  const sign = matchAt(SIGN(), text, from);
  if (sign !== null) return { units: [sign.groups[0] === '¢' ? { ...MONEY, size: 0.01 } : MONEY], end: sign.end };
  const word = matchAt(WORD(), text, from);
  const units = TABLE().of(word?.groups[1] ?? '');
  if (word === null || units.length === 0) return null;
  const per = matchAt(PER(), text, word.end);
  const each = per?.groups[1] ?? '';
  const time = TABLE()
    .of(each)
    .find(({ dimension }) => dimension === SECOND.dimension);
  const power = Number('23'['²³'.indexOf(word.groups[2] ?? ' ')] ?? word.groups[2]?.slice(-1) ?? 1);
  const of = `${power === 1 ? '' : ` ${power}`}${per === null ? '' : ` / ${time === undefined ? each : 's'}`}`;
  return {
    // A dollar a month is a dollar still: nobody adds up in one column what is paid by the hour and by the year.
    units: units.map((unit) =>
      unit.dimension === MONEY.dimension
        ? unit
        : { dimension: unit.dimension + of, size: unit.size ** power / (time?.size ?? 1) },
    ),
    end: (per ?? word).end,
  };
}
