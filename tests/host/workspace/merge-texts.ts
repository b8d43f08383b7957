import { ChangeSet, Text } from '@codemirror/state';

interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** More pairs of lines than these are not compared: all between the first and the last difference is one change then. */
const MOST_PAIRS = 4_000_000;

/** What makes `after` out of `before`, line by line; no more of a line than differs where it is one against one. */
export function changesBetween(before: string, after: string): Change[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [mid, midNow] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  let at = old.slice(0, head).join('').length;
  return hunks(mid, midNow).flatMap(({ same, gone, come }) => {
    const from = at + same.length;
    at = from + gone.length;
    return gone === come ? [] : [tight({ from, to: at, insert: come }, gone)];
  });
}

/** `mine` with what was changed from `base` to `theirs` put in; where both changed the same, both stand. */
export function mergedText(base: string, mine: string, theirs: string): string {
  const [ours, others] = [mine, theirs].map((text) => ChangeSet.of(changesBetween(base, text), base.length));
  if (!ours || !others) return mine;
  const text = ours.apply(Text.of(base.split('\n')));
  return others.map(ours).apply(text).toString();
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Hunk {
  /** What stands before it and is the same in both. */
  readonly same: string;
  readonly gone: string;
  readonly come: string;
}

function hunks(old: readonly string[], now: readonly string[]): Hunk[] {
  if (old.length * now.length > MOST_PAIRS) return [{ same: '', gone: old.join(''), come: now.join('') }];
  const width = now.length + 1;
  // How many lines the rests from here on have in common.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const same = i;
    while (i < old.length && j < now.length && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    const [endOfSame, begin] = [i, j];
    while ((i < old.length || j < now.length) && !(i < old.length && j < now.length && old[i] === now[j])) {
      if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    found.push({
      same: old.slice(same, endOfSame).join(''),
      gone: old.slice(endOfSame, i).join(''),
      come: now.slice(begin, j).join(''),
    });
  }
  return found;
}

/** Without what both begin and end with. */
function tight({ from, to, insert }: Change, gone: string): Change {
  let head = 0;
  const most = Math.min(gone.length, insert.length);
  while (head < most && gone[head] === insert[head]) head++;
  let tail = 0;
  while (tail < most - head && gone[gone.length - 1 - tail] === insert[insert.length - 1 - tail]) tail++;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
