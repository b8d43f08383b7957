/** What counts as one slip, and what as none. */
export interface SlipRules {
  /** Whether two letters that changed places are one slip, not two. */
  readonly swaps: boolean;
  /** Whether the letters that `b` goes on with behind `a` cost nothing. */
  readonly openEnd: boolean;
}

const WHOLE: SlipRules = { swaps: true, openEnd: false };

/**
 * How many letters have to be added, left out, replaced or swapped with the next one to turn `a` into `b`; `limit + 1` where that
 * is more than `limit`. Optimal string alignment (Fred Damerau, 1964; Vladimir Levenshtein, 1965), only along the diagonal, as far
 * from it as `limit` allows (Esko Ukkonen, 1985); with an open end (Peter Sellers, 1980) the least of the last row.
 */
export function editDistance(a: string, b: string, limit: number, { swaps, openEnd }: SlipRules = WHOLE): number {
  const tooMany = limit + 1;
  const longer = b.length - a.length;
  if (longer < -limit || (longer > limit && !openEnd)) return tooMany;
  const columns = Math.min(b.length, a.length + limit);
  let before = new Array<number>(columns + 1).fill(tooMany);
  let last = Array.from({ length: columns + 1 }, (_, index) => Math.min(index, tooMany));
  let row = new Array<number>(columns + 1).fill(tooMany);
  let from = 0;
  for (let i = 1; i <= a.length; i++) {
    from = Math.max(1, i - limit);
    const end = Math.min(columns, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[from - 1] ?? tooMany;
    for (let j = from; j <= end; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j - 1] ?? tooMany) + (isSame ? 0 : 1), (row[j - 1] ?? tooMany) + 1);
      if (j < i + limit) cost = Math.min(cost, (last[j] ?? tooMany) + 1);
      const isSwapped =
        swaps &&
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? tooMany) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least >= tooMany) return tooMany;
    [before, last, row] = [last, row, before];
  }
  const found = openEnd ? Math.min(...last.slice(Math.max(0, from - 1))) : (last[b.length] ?? tooMany);
  return Math.min(found, tooMany);
}
