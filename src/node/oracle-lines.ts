/** What is told of one note. */
export interface OracleLine {
  readonly path: string;
  /** Of all that `inspect` says, and of all results of writes. */
  readonly inspect: string;
  readonly write: string;
  /** The same by part: a hash a key of `inspect` (`inspect.tables`) and a kind of write (`write.remove`). */
  readonly parts: ReadonlyMap<string, string>;
}

/** How notes differ from what was told before. */
export interface Comparison {
  /** In path order. */
  readonly differences: readonly Difference[];
  /** Parts that no note had before, and parts that no note has any more. */
  readonly newParts: readonly string[];
  readonly goneParts: readonly string[];
}

export type Difference =
  | { readonly kind: 'differs'; readonly path: string; readonly parts: readonly string[] }
  /** Was told of before, and is not there. */
  | { readonly kind: 'missing'; readonly path: string }
  /** Was not told of before. */
  | { readonly kind: 'new'; readonly path: string };

const TOTALS = ['inspect', 'write'] as const;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const UNESCAPED = new Map(Object.entries(ESCAPES).map(([sign, written]) => [written, sign]));

/** A path as it stands in a line. */
export function escapePath(path: string): string {
  return path.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** One line, without its line break: `PATH`, `inspect:HASH`, `write:HASH`, then a part each, tabs between. */
export function writeLine({ path, inspect, write, parts }: OracleLine): string {
  const named = [['inspect', inspect], ['write', write], ...parts];
  return [escapePath(path), ...named.map(([name, hash]) => `${name}:${hash}`)].join('\t');
}

/** The lines of a text; throws where one is none of ours. */
export function readOracleLines(text: string): readonly OracleLine[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line, index) => {
      const [path = '', ...fields] = line.split('\t');
      const parts = new Map<string, string>();
      for (const field of fields) {
        const [, name, hash] = /^([^:]+):([0-9a-f]+)$/.exec(field) ?? [];
        if (name !== undefined && hash !== undefined) parts.set(name, hash);
      }
      const [inspect, write] = TOTALS.map((total) => parts.get(total));
      if (inspect === undefined || write === undefined || parts.size < fields.length) {
        throw new Error(`line ${index + 1} is no line of the oracle`);
      }
      for (const total of TOTALS) parts.delete(total);
      return {
        path: path.replace(/\\[\\tnr]/g, (written) => UNESCAPED.get(written) ?? written),
        inspect,
        write,
        parts,
      };
    });
}

/**
 * What differs between what was told before and what is told now. A part that is told of now for the first time is no difference of
 * any note.
 */
export function compareLines(before: readonly OracleLine[], now: readonly OracleLine[]): Comparison {
  const known = new Map(before.map((line) => [line.path, line]));
  const found = new Map(now.map((line) => [line.path, line]));
  const partsBefore = partsOf(before);
  const partsNow = partsOf(now);
  const common = new Set([...partsNow].filter((part) => partsBefore.has(part)));
  const paths = [...new Set([...known.keys(), ...found.keys()])].sort();
  return {
    differences: paths.flatMap((path): readonly Difference[] => {
      const [was, is] = [known.get(path), found.get(path)];
      if (!is) return [{ kind: 'missing', path }];
      if (!was) return [{ kind: 'new', path }];
      const parts = differingParts(was, is, common);
      return parts.length === 0 ? [] : [{ kind: 'differs', path, parts }];
    }),
    // Where one side has no notes nothing is known of its parts.
    newParts: before.length === 0 ? [] : [...partsNow].filter((part) => !common.has(part)),
    goneParts: now.length === 0 ? [] : [...partsBefore].filter((part) => !common.has(part)),
  };
}

function partsOf(lines: readonly OracleLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ parts }) => [...parts.keys()]));
}

/** The parts that differ; of a total that differs by none of them, and by none that only one side has, the total's name. */
function differingParts(was: OracleLine, is: OracleLine, common: ReadonlySet<string>): readonly string[] {
  return TOTALS.flatMap((total) => {
    const isOf = (part: string): boolean => part.startsWith(`${total}.`);
    const own = [...new Set([...was.parts.keys(), ...is.parts.keys()])].filter(isOf);
    const parts = own.filter((part) => common.has(part) && was.parts.get(part) !== is.parts.get(part));
    const isExplained =
      parts.length > 0 || (own.some((part) => common.has(part)) && own.some((part) => !common.has(part)));
    return was[total] === is[total] || isExplained ? parts : [total];
  });
}
