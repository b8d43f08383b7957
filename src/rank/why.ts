import type { ColumnKind, ColumnRole } from './columns';
import { compareScores, whyUnranked, type ScoreName } from './ranking';
import { withoutNoise } from './rounding';
import type { TableValues } from './table-values';
import { partsOf, scoreRows, usedMarks, type MarkWeights, type Part, type RowScore, type UsedMark } from './weights';

/** The smallest change of a weight by which two rows of a ranking change places. */
export interface Swap {
  readonly mark: string;
  readonly kind: ColumnKind;
  /** What the mark weighs now. */
  readonly now: number;
  readonly weight: number;
  /** Whether it is enough to weigh exactly that; else it has to be beyond it, however little. */
  readonly isEnough: boolean;
  /** Whether it has to weigh more than now. */
  readonly isMore: boolean;
}

/** A row's parts of value and of cost, and what it scores with any weight for one mark. */
class WeighedRow {
  readonly #parts: Readonly<Record<ColumnKind, readonly Part[]>>;
  readonly #marks: Readonly<Record<ColumnKind, ReadonlySet<string>>>;

  constructor(
    readonly row: number,
    values: TableValues,
    roles: readonly ColumnRole[],
    weights: MarkWeights,
    used: readonly UsedMark[],
  ) {
    const both = <T>(of: (kind: ColumnKind) => T): Readonly<Record<ColumnKind, T>> => {
      return { value: of('value'), cost: of('cost') };
    };
    this.#parts = both((kind) => partsOf(values, row, kind, roles, weights));
    this.#marks = both((kind) => new Set(used.filter((one) => one.kind === kind).map(({ mark }) => mark)));
  }

  /** How often a mark stands in the row. */
  count({ mark, kind }: UsedMark): number {
    return this.#parts[kind].reduce((sum, { text, count }) => sum + (text === mark ? count : 0), 0);
  }

  /** What the row scores where the mark weighs so much. */
  score(used: UsedMark, weight: number): RowScore {
    return { value: this.#sum('value', used, weight), cost: this.#sum('cost', used, weight) };
  }

  /** `null` where nothing counts: marks that cost nothing name no cost, which numbers do. */
  #sum(kind: ColumnKind, { mark, kind: ofKind }: UsedMark, weight: number): number | null {
    const amounts = this.#parts[kind].flatMap(({ text, count, amount }) => {
      const given = kind === ofKind && text === mark ? weight * count : amount;
      const isNothing = given === null || (kind === 'cost' && given === 0 && this.#marks.cost.has(text));
      return isNothing ? [] : [given];
    });
    return amounts.length === 0 ? null : withoutNoise(amounts.reduce((sum, amount) => sum + amount, 0));
  }
}

/**
 * The smallest change of one weight that puts the row `below` above the row `above`; `null` where none does. Marks that are not
 * counted have no weight that could change. In between two weights at which the scores of the rows can cross, or one of them comes
 * to zero, nothing changes: so it is enough to look at these and beyond each of them.
 */
export function smallestSwap(
  values: TableValues,
  by: ScoreName,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
  above: number,
  below: number,
): Swap | null {
  const used = usedMarks(values, roles, weights);
  const [one, other] = [above, below].map((row) => new WeighedRow(row, values, roles, weights, used));
  if (!one || !other) return null;
  const swaps = used.flatMap((mark) => {
    const now = mark.weight;
    if (now === null || (one.count(mark) === 0 && other.count(mark) === 0)) return [];
    const isSwapped = (weight: number): boolean => {
      const order = compareScores(by, one.score(mark, weight), other.score(mark, weight));
      if (order < 0 || (order === 0 && above < below)) return false;
      // With this weight the table must still have what it is ranked by.
      const changed = { ...weights, [mark.kind]: { ...weights[mark.kind], [mark.mark]: weight } };
      return whyUnranked(by, roles, scoreRows(values, roles, changed)) === null;
    };
    return [1, -1].flatMap((way): readonly Swap[] => {
      const found = firstSwap(crossings(mark, one, other), now, way, mark.kind === 'cost' ? 0 : -Infinity, isSwapped);
      return found === null ? [] : [{ mark: mark.mark, kind: mark.kind, now, ...found, isMore: way > 0 }];
    });
  });
  const change = ({ weight, now }: Swap): number => Math.abs(weight - now);
  // At one distance what is enough exactly is less than what has to be beyond.
  return swaps.sort((a, b) => change(a) - change(b) || Number(b.isEnough) - Number(a.isEnough))[0] ?? null;
}

/** The first weight on a way from the present one at which, or beyond which, two rows are swapped. */
function firstSwap(
  all: readonly number[],
  now: number,
  way: number,
  least: number,
  isSwapped: (weight: number) => boolean,
): Pick<Swap, 'weight' | 'isEnough'> | null {
  const ahead = all.filter((weight) => (weight - now) * way > 0 && weight >= least).sort((a, b) => (a - b) * way);
  const stops = [now, ...ahead];
  for (const [at, weight] of stops.entries()) {
    if (at > 0 && isSwapped(weight)) return { weight, isEnough: true };
    const next = stops[at + 1] ?? weight + way;
    const between = (weight + next) / 2;
    if (between >= least && isSwapped(between)) return { weight, isEnough: false };
  }
  return null;
}

/** The weights of a mark at which two rows can come to score the same, or one of them nothing. */
function crossings(mark: UsedMark, one: WeighedRow, other: WeighedRow): readonly number[] {
  const [n1, n2] = [one.count(mark), other.count(mark)];
  // What the rows have without the mark.
  const at0 = [one.score(mark, 0), other.score(mark, 0)];
  const [v1, v2] = at0.map(({ value }) => value ?? 0);
  const [c1, c2] = at0.map(({ cost }) => cost ?? 0);
  if (v1 === undefined || v2 === undefined || c1 === undefined || c2 === undefined) return [];
  const roots =
    mark.kind === 'value'
      ? [(v2 - v1) / (n1 - n2), (v2 * c1 - v1 * c2) / (n1 * c2 - n2 * c1), -v1 / n1, -v2 / n2]
      : [(c2 - c1) / (n1 - n2), (v2 * c1 - v1 * c2) / (v1 * n2 - v2 * n1), 0];
  // Adding zero makes a minus zero a plain one.
  return roots.filter(Number.isFinite).map((root) => withoutNoise(root) + 0);
}
