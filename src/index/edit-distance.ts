/**
 * How many letters have to be added, left out, replaced or swapped with the next one to turn `a` into `b`; `limit + 1` where that
 * is more than `limit`. Optimal string alignment (Fred Damerau, 1964; Vladimir Levenshtein, 1965), only along the diagonal, as far
 * from it as `limit` allows (Esko Ukkonen, 1985).
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooMany;
  let before = new Array<number>(b.length + 1).fill(tooMany);
  let last = Array.from({ length: b.length + 1 }, (_, index) => Math.min(index, tooMany));
  let row = new Array<number>(b.length + 1).fill(tooMany);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const end = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[from - 1] ?? tooMany;
    for (let j = from; j <= end; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j - 1] ?? tooMany) + (isSame ? 0 : 1), (row[j - 1] ?? tooMany) + 1);
      if (j < i + limit) cost = Math.min(cost, (last[j] ?? tooMany) + 1);
      const isSwapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? tooMany) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least >= tooMany) return tooMany;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? tooMany, tooMany);
}
