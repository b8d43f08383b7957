import type { Said } from './reading';

/**
 * How a part of a reading may differ after a write.
 * - `same`: not at all.
 * - `grows`, `shrinks`: all that was there is there in its order, and may say more; the other way round.
 * - `cut`: shrinks by one run of lines, and definitions of footnotes.
 * - `one-more`, `one-less`: one thing (of `one-less`: those of one run of lines) is new, or gone; the rest is the same.
 * - `goes`: nothing is new, wherever it stands; what the lines that go were a part of may say less.
 * - `moved`: the same things, those of one run of lines in another place.
 * - `exchanges`: the same but for one run of lines that is gone, and one that is new.
 * - `exchanges-within`: the same things, each with such lines of its own.
 * - `order`: the same words, in another order.
 * - `target`: the same but for one target of links, which is another one.
 * - `values`: of what fields hold, links each for itself, one thing at most is gone, and one is new.
 * - `more-values`: of what fields hold, nothing is gone.
 * - `letters`: the same letters and numbers; signs and spaces differ.
 * - `fills`: what said something says the same; what said nothing may say something, and more may be there.
 * - `as-before`: nothing of a sort that was not there.
 * - `updated`: the same but for the one field or line.
 * - `free`: in any way.
 */
export type Change =
  | 'same'
  | 'grows'
  | 'shrinks'
  | 'cut'
  | 'one-more'
  | 'one-less'
  | 'goes'
  | 'moved'
  | 'exchanges'
  | 'exchanges-within'
  | 'order'
  | 'target'
  | 'values'
  | 'more-values'
  | 'letters'
  | 'fills'
  | 'as-before'
  | 'updated'
  | 'free';

/** What is new in one part; `null` where nothing is. */
export function firstNew(before: readonly Said[], after: readonly Said[]): string | null {
  return said('new', differing(before, after, headOf).added[0]);
}

/** What does not keep to a change; `null` where all does. */
export function breach(change: Change, before: readonly Said[], after: readonly Said[]): string | null {
  switch (change) {
    case 'free':
      return null;
    case 'same':
      return firstDifference(before.map(keyOf), after.map(keyOf));
    case 'grows':
      return notWithin(before, after, 'gone');
    case 'shrinks':
      return notWithin(after, before, 'new');
    case 'cut': {
      const was = citingLess(before, after);
      const definitions = differing(was.filter(isDefinition), after.filter(isDefinition), keyOf).gone;
      const rest = was.filter((one) => !definitions.includes(one));
      // What ran on in a footnote is a line of its own where it stays without it.
      const isLeft = ({ words }: Said, other: Said): boolean => words.join(' ') === other.words.join(' ');
      const left = was.map((one) => (definitions.includes(one) && after.find((other) => isLeft(one, other))) || one);
      return notWithin(after, left, 'new') ?? apart(differing(rest, after, keyOf).gone, rest);
    }
    case 'one-more': {
      const { gone, added } = differing(before, after, keyOf);
      return said('gone', gone[0]) ?? said('one more than one', added[1]);
    }
    case 'one-less': {
      const { gone, added } = differing(before, after, keyOf);
      return said('new', added[0]) ?? apart(gone, before);
    }
    case 'goes': {
      const { gone, added } = differing(before, after, thingOf);
      const isLess = added.length === 1 && gone.some((one) => holds(one, added[0] ?? one));
      return isLess ? null : said('new', added[0]);
    }
    case 'moved': {
      const whole = differing(before, after, thingOf);
      return (
        said('gone', whole.gone[0]) ??
        said('new', whole.added[0]) ??
        apart(differing(before, after, keyOf).gone, before)
      );
    }
    case 'exchanges':
      return exchanged(before, after);
    case 'exchanges-within':
      return exchangedWithin(before, after);
    case 'order':
      return firstDifference(inAnyOrder(before), inAnyOrder(after));
    case 'target':
      return otherTargets(before, after) ?? firstDifference(before.map(withoutTargets), after.map(withoutTargets));
    case 'values': {
      const { gone, added } = differing(before.flatMap(valuesOf), after.flatMap(valuesOf), keyOf);
      return said('gone, too', gone[1]) ?? said('new, too', added[1]);
    }
    case 'more-values':
      return said('gone', differing(before.flatMap(valuesOf), after.flatMap(valuesOf), keyOf).gone[0]);
    case 'letters':
      return firstDifference(before.map(lettersOf), after.map(lettersOf));
    case 'fills': {
      const kept = before.filter(({ words }) => !isEmpty(words));
      return said('gone', differing(kept, after, keyOf).gone[0]);
    }
    case 'as-before': {
      const known = new Set(before.map(headOf));
      return said(
        'new',
        after.find(({ head }) => !known.has(head)),
      );
    }
    case 'updated': {
      const others = (all: readonly Said[]): readonly string[] => all.filter((one) => !isUpdated(one)).map(keyOf);
      return firstDifference(others(before), others(after));
    }
  }
}

/** What one field holds, each value and each link for itself. */
function valuesOf({ line, head, place, words: [json = ''] }: Said): readonly Said[] {
  const values = [JSON.parse(json) as unknown].flat(9).filter((value) => value !== null && value !== '');
  return values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .flatMap((value) => value.match(/\[\[.*?\]\]/g) ?? [value])
    .map((word) => ({ line, head, place, words: [word.replace(/^\[\[|\]\]$/g, '')] }));
}

function keyOf({ head, place, words }: Said): string {
  return `${head} | ${place} | ${words.join(' ')}`;
}

/** What it is and says, wherever it stands. */
function thingOf({ head, words }: Said): string {
  return `${head} | ${words.join(' ')}`;
}

function headOf({ head }: Said): string {
  return head;
}

function said(what: string, one: Said | undefined): string | null {
  return one === undefined ? null : `${what}: ${shortened(keyOf(one))}`;
}

const LONGEST = 160;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function firstDifference(before: readonly string[], after: readonly string[]): string | null {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index++) {
    const [was, is] = [before[index], after[index]];
    if (was !== is) return `${shortened(was ?? 'nothing')} → ${shortened(is ?? 'nothing')}`;
  }
  return null;
}

/** The first thing that is not among the others, in their order; they may say more. */
function notWithin(part: readonly Said[], whole: readonly Said[], what: string): string | null {
  let at = 0;
  for (const one of part) {
    while (at < whole.length && !holds(whole[at], one)) at++;
    if (at === whole.length) return said(what, one);
    at++;
  }
  return null;
}

function holds(whole: Said | undefined, part: Said): boolean {
  if (whole?.head !== part.head || whole.place !== part.place) return false;
  const words = tokensOf(part);
  let at = 0;
  for (const word of tokensOf(whole)) if (at < words.length && word === words[at]) at++;
  return at === words.length;
}

/** What cites a footnote that a cut shortens cites what is left of it: a citation says what it cites. */
function citingLess(before: readonly Said[], after: readonly Said[]): readonly Said[] {
  const citations = (all: readonly Said[]): ReadonlySet<string> =>
    new Set(all.flatMap(({ words }) => words.filter((word) => word.startsWith('[^'))));
  const [was, is] = [citations(before), citations(after)];
  const short = [...is].filter((word) => !was.has(word));
  if (short.length === 0) return before;
  const partsOf = (word: string): Said => ({ line: 0, head: '', place: '', words: word.slice(2, -1).split('\u00a0') });
  const cited = (word: string): string =>
    (was.has(word) && !is.has(word) && short.find((less) => holds(partsOf(word), partsOf(less)))) || word;
  return before.map((one) => ({ ...one, words: one.words.map(cited) }));
}

function tokensOf({ words }: Said): readonly string[] {
  return words.flatMap((word) => word.split(' '));
}

/** Says what is gone, or new, apart from a first run; of what has lines of its own, in its lines. */
function exchanged(before: readonly Said[], after: readonly Said[]): string | null {
  const [was, is] = withoutSameEnds(before, after, keyOf);
  const [left, put] = withoutPassed(was, is);
  const { gone, added } = differing(left, put, keyOf);
  // Where all that left its place came to another, it is that; so it is where it has other things around it.
  const isWhole = gone.length === 0 && (left.length < was.length || standsIn(put, left));
  const came = isWhole ? new Set(left.map(keyOf)) : near(gone, left);
  return apart(gone, left, near(added, put)) ?? apart(added, put, came);
}

/** What left its place and what was put elsewhere, without what stands between the two: one begins with it, the other ends so. */
function withoutPassed(was: readonly Said[], is: readonly Said[]): readonly [readonly Said[], readonly Said[]] {
  const [before, after] = [was.map(keyOf), is.map(keyOf)];
  const isPassed = (one: readonly string[], other: readonly string[], size: number): boolean =>
    one.slice(0, size).every((key, index) => key === other[other.length - size + index]);
  for (let size = Math.min(was.length, is.length); size > 0; size--) {
    if (isPassed(before, after, size)) return [was.slice(size), is.slice(0, is.length - size)];
    if (isPassed(after, before, size)) return [was.slice(0, was.length - size), is.slice(size)];
  }
  return [was, is];
}

/** Whether things stand among others without anything between them. */
function standsIn(all: readonly Said[], some: readonly Said[]): boolean {
  const [keys, run] = [all.map(keyOf), some.map(keyOf)];
  return keys.some((_, from) => run.every((key, index) => key === keys[from + index]));
}

/** What stands between the same beginning and the same end. */
function withoutSameEnds(
  before: readonly Said[],
  after: readonly Said[],
  key: (one: Said) => string,
): readonly [readonly Said[], readonly Said[]] {
  const isSame = (one: Said | undefined, other: Said | undefined): boolean =>
    one !== undefined && other !== undefined && key(one) === key(other);
  let from = 0;
  while (isSame(before[from], after[from])) from++;
  const shorter = Math.min(before.length, after.length) - from;
  let same = 0;
  while (same < shorter && isSame(before[before.length - 1 - same], after[after.length - 1 - same])) same++;
  return [before.slice(from, before.length - same), after.slice(from, after.length - same)];
}

/** What stands in a run of lines or next to it: it may have come there as it is. */
function near(run: readonly Said[], all: readonly Said[]): ReadonlySet<string> {
  const places = run.map((one) => all.indexOf(one));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return new Set(all.filter((_, index) => index >= first - 1 && index <= last + 1).map(keyOf));
}

/** The same of each thing's own lines. */
function exchangedWithin(before: readonly Said[], after: readonly Said[]): string | null {
  const heads = firstDifference(before.map(headOf), after.map(headOf));
  if (heads !== null) return heads;
  const linesOf = ({ words }: Said): readonly Said[] =>
    words.map((head, line) => ({ line, head, place: '', words: [] }));
  for (const [index, one] of before.entries()) {
    const other = after[index];
    const seen = other ? exchanged(linesOf(one), linesOf(other)) : null;
    if (seen !== null) return seen;
  }
  return null;
}

interface Differing {
  readonly gone: readonly Said[];
  readonly added: readonly Said[];
}

/** What has no like on the other side; of several alike, those that do not stand between the same beginning and the same end. */
function differing(before: readonly Said[], after: readonly Said[], key: (one: Said) => string): Differing {
  const [was, is] = withoutSameEnds(before, after, key);
  return { gone: without(was, is, key), added: without(is, was, key) };
}

function without(some: readonly Said[], others: readonly Said[], key: (one: Said) => string): readonly Said[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return some.filter((one) => {
    const count = counts.get(key(one)) ?? 0;
    counts.set(key(one), count - 1);
    return count <= 0;
  });
}

/** Says what lies between things that should be one run: they are of one entry. */
function apart(some: readonly Said[], all: readonly Said[], moved: ReadonlySet<string> = new Set()): string | null {
  const lines = some.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return said(
    'stays between what goes',
    all.find((one) => one.line > first && one.line < last && !some.includes(one) && !moved.has(keyOf(one))),
  );
}

function inAnyOrder(all: readonly Said[]): readonly string[] {
  return all
    .flatMap((one) => [`${one.head} | ${one.place}`, ...tokensOf(one).flatMap((token) => token.split('|'))])
    .filter((token) => token !== '')
    .sort();
}

/** A wikilink, or the address of a Markdown link. */
const LINKS = /\[\[[^\]]*\]\]|\]\((?:<[^>]*>|[^()]|\([^()]*\))*\)/g;

function withoutTargets(one: Said): string {
  return keyOf(one).replace(LINKS, '[[]]');
}

/** Says where more than one name of a note becomes another, or becomes several. */
function otherTargets(before: readonly Said[], after: readonly Said[]): string | null {
  const targets = (all: readonly Said[]): readonly string[] => all.flatMap((one) => keyOf(one).match(LINKS) ?? []);
  const [was, is] = [targets(before), targets(after)];
  if (was.length !== is.length) return `${was.length} targets → ${is.length}`;
  const changed = [...was.keys()].filter((index) => was[index] !== is[index]);
  for (const side of [was, is]) {
    const names = new Set(changed.map((index) => nameIn(side[index] ?? '')));
    if (names.size > 1) return `several targets: ${shortened([...names].join(', '))}`;
  }
  return null;
}

/** The name of the note that a link leads to, as far as it tells. */
function nameIn(link: string): string {
  const [, wiki, pointed, address] = /^\[\[([^\]|#]*)|^\]\(\s*(?:<([^>#]*)|((?:[^()#"]|\([^()]*\))*))/.exec(link) ?? [];
  return decoded(wiki ?? pointed ?? address ?? '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(/^.*\//s, '')
    .replace(/\.md$/i, '')
    .normalize('NFC')
    .toLowerCase();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const NO_LETTER = new RegExp('[^\\p{L}\\p{N}]', 'gu');

function lettersOf(one: Said): string {
  return keyOf(one).replace(NO_LETTER, '').replace(/ё/g, 'е').replace(/Ё/g, 'Е');
}

function isEmpty(words: readonly string[]): boolean {
  return words.every((word) => /^(?:null|""|\[(?:null|"")?\])?$/.test(word));
}

function isDefinition({ head }: Said): boolean {
  return head.startsWith('definition');
}

function isUpdated({ head, words }: Said): boolean {
  return head === 'updated' || (head === '' && /^\s*["']?updated["']?\s*:/.test(words[0] ?? ''));
}
