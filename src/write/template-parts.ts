import type { OtherHeading, OutlinedText, PartKey, Section } from '../model/outline';
import { RELATION_NAMES } from '../model/vocabulary';
import { firstIndex } from '../text/first-index';
import { splitLines } from '../text/line-breaks';

/** A part of a template: its heading and what waits below it. */
export interface Chunk {
  readonly key: PartKey;
  readonly lines: readonly string[];
  /** Of its heading; 0 for a line that only acts as one. */
  readonly level: number;
  /** A rule stands above it. */
  readonly hasRule: boolean;
}

/** The parts of a composed note in their order, the first of each kind. */
export function templateChunks({ text, outline }: OutlinedText): readonly Chunk[] {
  const lines = splitLines(text);
  const { sections } = outline;
  return sections.flatMap(({ key, line, level }, index): Chunk[] => {
    if (sections.findIndex((section) => section.key === key) < index) return [];
    const own = lines.slice(line - 1, (sections[index + 1]?.line ?? lines.length + 1) - 1);
    while (own.length > 1 && isBlankOrRule(own.at(-1))) own.pop();
    return [{ key, lines: own, level, hasRule: lines.slice(0, line - 1).findLast((one) => one !== '') === '---' }];
  });
}

function isBlankOrRule(line: string | undefined): boolean {
  return line === '' || line === '---';
}

/** Where a part goes: behind the line `after`, its heading at `level`. */
interface Spot {
  readonly chunk: Chunk;
  readonly after: number;
  readonly level: number;
}

const isIdeas = (key: PartKey): boolean => RELATION_NAMES.some((name) => name === key);

/** A section of the note, or a part that is placed in it and stands nowhere yet. */
type Placed = Omit<Section, 'heading' | 'body' | 'textEnd'>;

/** What has to be known of a note to find places in it. */
interface NotePlaces {
  readonly sections: readonly Placed[];
  /** Those of `sections` that are the note's own: one set of steps, and the lists of ideas. */
  readonly own: readonly Placed[];
  readonly headings: readonly OtherHeading[];
  /** The note's own parts stand in a quote. */
  readonly isQuoted: boolean;
  /** The last line with something in it before a line. */
  readonly lastFilled: (before: number) => number;
  /** Whether a heading behind a line would part a table from its caption or a quote, or go into a callout that is not the note's own. */
  readonly isHeld: (line: number) => boolean;
}

/** Of lines or levels the smallest, and the greatest; a note may have more than a call takes. */
const least = (numbers: readonly number[]): number => numbers.reduce((found, one) => Math.min(found, one), Infinity);
const most = (numbers: readonly number[]): number => numbers.reduce((found, one) => Math.max(found, one), 0);

/** Parts that are placed behind one line stand between it and the next: so much of a line is each, in each round less. */
const PLACED = 0.01;

/**
 * Where missing parts go: lists of ideas beside those that the note has; anything else behind all that comes before it in the
 * template, as far as that stands above what comes behind it. A list has no place where its heading would hold for what follows;
 * but the heading of another part may end it, also one that is only just placed. So what has no place is looked at again with the
 * others as a part of the note, as it would be the next time.
 */
export function findSpots(missing: readonly Chunk[], template: readonly Chunk[], places: NotePlaces): readonly Spot[] {
  const order = template.map(({ key }) => key);
  const set = places.own.find((section) => section.set > 0)?.set ?? 1;
  const placed: (Spot & { readonly line: number })[] = [];
  const now = { ...places };
  let left = missing;
  for (let size = PLACED; left.length > 0; size *= PLACED) {
    const spots = placeOnce(left, template, now).map((spot, index) => ({
      ...spot,
      line: spot.after + (index + 1) * size,
    }));
    if (spots.length === 0) break;
    placed.push(...spots);
    // What holds the lists is not put over lists that stand without it.
    left = left.filter(({ key }) => key !== 'related' && !placed.some(({ chunk }) => chunk.key === key));
    const parts = placed.map(({ chunk: { key }, line, level }): Placed => {
      return { key, line, headEnd: line, endLine: line, level, quote: '', words: 0, set: isIdeas(key) ? 0 : set };
    });
    const byLine = (a: Placed, b: Placed): number => a.line - b.line;
    now.sections = [...places.sections, ...parts].sort(byLine);
    now.own = [...places.own, ...parts].sort(byLine);
    now.lastFilled = (before) =>
      Math.max(
        places.lastFilled(Math.ceil(before)),
        ...parts.filter(({ line }) => line < before).map(({ line }) => line),
      );
  }
  return placed
    .sort((a, b) => a.line - b.line || order.indexOf(a.chunk.key) - order.indexOf(b.chunk.key))
    .map(({ chunk, after, level }) => ({ chunk, after: Math.floor(after), level }));
}

/** The parts that have a place in a note as it is, in the order of the template. */
function placeOnce(
  missing: readonly Chunk[],
  template: readonly Chunk[],
  { sections, own, headings, isQuoted, lastFilled, isHeld }: NotePlaces,
): readonly Spot[] {
  // A quote goes on no further than its section; elsewhere what follows it is passed over, or it would be the new part's, which a
  // quoted heading does not end.
  const settle = (line: number): number =>
    isQuoted
      ? line
      : lastFilled(sections.find((section) => section.line > line && section.quote === '')?.line ?? Infinity);
  const order = template.map(({ key }) => key);
  const levels = own.filter(({ set, level }) => set > 0 && level > 0).map(({ level }) => level);
  const stepLevel = levels.length === 0 ? 0 : least(levels);
  const lists = own.filter(({ set }) => set === 0);
  const shift = Math.max(0, stepLevel - least(template.filter(({ key }) => isIdeas(key)).map(({ level }) => level)));
  const spots: Spot[] = [];

  // Steps of other sets bound what is the note's own.
  const steps = own.filter(({ set }) => set > 0);
  const isOwn = new Set(own);
  const others = sections.filter((section) => section.set > 0 && !isOwn.has(section)).map(({ line }) => line);
  const from = most(others.filter((line) => line < (steps[0]?.line ?? 0)));
  const to = least(others.filter((line) => line > (steps.at(-1)?.line ?? Infinity)));
  const near = own.filter(({ line }) => line > from && line < to);

  /** @param first Where what stands behind it cannot begin yet. */
  const between = (before: readonly PartKey[], behind: readonly PartKey[], first = 0): number => {
    const nexts = near.filter(({ key, line }) => behind.includes(key) && line > first);
    const next = Math.min(to, least(nexts.map(({ line }) => line)));
    const ends = [
      ...near.filter(({ key, line }) => before.includes(key) && line < next).map(({ endLine }) => endLine),
      ...spots.filter(({ chunk: { key }, after }) => before.includes(key) && after < next).map(({ after }) => after),
    ];
    return settle(ends.length > 0 ? most(ends) : lastFilled(next));
  };
  // Lists and headings of a lower level stay with the heading above them; sources are the same wherever they stand, but below a
  // heading that ends them there may be links of that list once more.
  const endWithLower = (section: Placed, level: number): number => {
    const below = sections.filter(({ line }) => line > section.line);
    const goesOn = (one: Placed): boolean => {
      const other = headings[firstIndex(headings, ({ line }) => line > one.line)];
      return other !== undefined && other.level > level && other.level <= one.level;
    };
    const next = below.findIndex(
      (one) => one.set > 0 || (one.key === 'source' ? !goesOn(one) : one.level > 0 && one.level <= level),
    );
    const last = below.slice(0, next === -1 ? undefined : next).at(-1) ?? section;
    if (section.level === 0) return last.endLine;
    const other = headings.find((one) => one.line > section.line && one.level <= level)?.line ?? Infinity;
    return other < last.line ? last.endLine : lastFilled(Math.min(other, below[next]?.line ?? Infinity));
  };
  const beside = (chunk: Chunk, before: readonly PartKey[]): Spot => {
    for (const key of [...before].reverse()) {
      const section = lists.findLast((list) => list.key === key);
      if (section) {
        const own = section.level && Math.min(6, section.level + Number(key === 'related'));
        const level = own || chunk.level;
        return { chunk, after: endWithLower(section, level), level };
      }
      const spot = spots.find((placed) => placed.chunk.key === key && isIdeas(key));
      if (spot) return { ...spot, chunk };
    }
    const [first] = lists;
    if (!first) throw new Error(`no list of ideas beside ${chunk.key}`);
    return {
      chunk,
      after: lastFilled(first.line),
      level: first.key === 'source' ? chunk.level : first.level || chunk.level,
    };
  };

  // What follows has to close the new heading, or links in it would count as its own.
  const isBelow = (chunk: Chunk, spot: Spot): boolean => order.indexOf(chunk.key) > order.indexOf(spot.chunk.key);
  const closedBy = (spot: Spot): Spot | null => {
    if (isHeld(Math.floor(spot.after))) return null;
    const below = sections.filter(({ line }) => line > spot.after);
    // Lists with a direction say by themselves what their links are.
    const first = below.findIndex(({ set, key }) => set > 0 || key === 'related');
    const end = below[first]?.line;
    if (end === undefined) return spot;
    const headings = [
      ...below.slice(0, first + 1).map(({ level }) => level),
      ...spots
        .filter(
          ({ chunk, after }) => after < end && (after > spot.after || (after === spot.after && isBelow(chunk, spot))),
        )
        .map(({ level }) => level),
    ].filter((level) => level > 0);
    return headings.length === 0 ? null : { ...spot, level: Math.max(spot.level, least(headings)) };
  };

  // Sources end a step: what follows within it would be its text no longer, and could be a list.
  const outOfSteps = (spot: Spot): Spot =>
    spot.chunk.key === 'source'
      ? {
          ...spot,
          after: steps.reduce(
            (after, { line, endLine }) => (line > after ? after : Math.max(after, endLine)),
            spot.after,
          ),
        }
      : spot;

  let hasPlace = true;
  for (const chunk of [...missing].sort((a, b) => Number(isIdeas(a.key)) - Number(isIdeas(b.key)))) {
    const at = order.indexOf(chunk.key);
    const before = order.slice(0, at);
    const behind = order.slice(at + 1);
    if (!isIdeas(chunk.key)) {
      // Sources that stand above a step that comes before this one do not pull it up there.
      const first = most(near.filter(({ set, key }) => set > 0 && before.includes(key)).map(({ line }) => line));
      // In a note without steps the first ones go behind everything, or they would take in what stands there.
      const after = steps.length === 0 ? lastFilled(Infinity) : between(before, behind, first);
      // A step that has no place keeps the later ones out.
      if (isHeld(Math.floor(after))) hasPlace = false;
      if (hasPlace) spots.push({ chunk, after, level: stepLevel || chunk.level });
      continue;
    }
    const apart = (): Spot => ({ chunk, after: between(before, behind), level: Math.min(6, chunk.level + shift) });
    const spot = closedBy(outOfSteps(lists.length > 0 ? beside(chunk, before) : apart()));
    if (spot) spots.push(spot);
  }
  return spots.sort((a, b) => order.indexOf(a.chunk.key) - order.indexOf(b.chunk.key));
}
