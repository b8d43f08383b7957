import type { OutlinedText, PartKey, Section } from '../model/outline';
import { RELATION_NAMES } from '../model/vocabulary';
import { noteLines } from './note-lines';

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
  const { lines } = noteLines(text);
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

/**
 * The steps of a note that count as its own where it has several sets: those that are not quoted rather than those that are, then
 * the set with the most steps, then the one with the most words.
 */
export function ownSteps(sections: readonly Section[]): readonly Section[] {
  const sets = new Map<number, Section[]>();
  for (const section of sections.filter(({ set }) => set > 0)) {
    const set = sets.get(section.set);
    if (set) set.push(section);
    else sets.set(section.set, [section]);
  }
  const isQuoted = (set: readonly Section[]): number => Number(set.every(({ quote }) => quote !== ''));
  const words = (set: readonly Section[]): number => set.reduce((sum, section) => sum + section.words, 0);
  const [best] = [...sets.values()].sort(
    (a, b) => isQuoted(a) - isQuoted(b) || b.length - a.length || words(b) - words(a),
  );
  return best ?? [];
}

/** Where a part goes: behind the line `after`, its heading at `level`. */
interface Spot {
  readonly chunk: Chunk;
  readonly after: number;
  readonly level: number;
}

const isIdeas = (key: PartKey): boolean => RELATION_NAMES.some((name) => name === key);

/** What has to be known of a note to find places in it. */
interface NotePlaces {
  readonly sections: readonly Section[];
  /** Those of `sections` that are the note's own: one set of steps, and the lists of ideas. */
  readonly own: readonly Section[];
  /** The last line with something in it before a line. */
  lastFilled(before: number): number;
  /** The line behind which a new heading takes nothing in, from a line on. */
  settle(line: number): number;
}

/**
 * Where missing parts go: lists of ideas beside those that the note has; anything else behind all that comes before it in the
 * template, as far as that stands above what comes behind it. A list has no place where its heading would hold for what follows.
 */
export function findSpots(
  missing: readonly Chunk[],
  template: readonly Chunk[],
  { sections, own, ...places }: NotePlaces,
): readonly Spot[] {
  const order = template.map(({ key }) => key);
  const levels = own.filter(({ set, level }) => set > 0 && level > 0).map(({ level }) => level);
  const stepLevel = levels.length === 0 ? 0 : Math.min(...levels);
  const lists = own.filter(({ set }) => set === 0);
  const shift = Math.max(
    0,
    stepLevel - Math.min(...template.filter(({ key }) => isIdeas(key)).map(({ level }) => level)),
  );
  const spots: Spot[] = [];

  // Steps of other sets bound what is the note's own.
  const steps = own.filter(({ set }) => set > 0);
  const others = sections.filter((section) => section.set > 0 && !own.includes(section)).map(({ line }) => line);
  const from = Math.max(0, ...others.filter((line) => line < (steps[0]?.line ?? 0)));
  const to = Math.min(Infinity, ...others.filter((line) => line > (steps.at(-1)?.line ?? Infinity)));
  const near = own.filter(({ line }) => line > from && line < to);

  const between = (before: readonly PartKey[], behind: readonly PartKey[]): number => {
    const next = Math.min(to, ...near.filter(({ key }) => behind.includes(key)).map(({ line }) => line));
    const ends = [
      ...near.filter(({ key, line }) => before.includes(key) && line < next).map(({ endLine }) => endLine),
      ...spots.filter(({ chunk: { key }, after }) => before.includes(key) && after < next).map(({ after }) => after),
    ];
    return ends.length > 0 ? places.settle(Math.max(...ends)) : places.lastFilled(next);
  };
  // Lists of a lower level stay with the heading above them; sources are the same wherever they stand.
  const endWithLower = (section: Section, level: number): number => {
    const below = sections.filter(({ line }) => line > section.line);
    const next = below.findIndex((one) => one.set > 0 || one.key === 'source' || (one.level > 0 && one.level <= level));
    return below.slice(0, next === -1 ? undefined : next).at(-1)?.endLine ?? section.endLine;
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
      after: places.lastFilled(first.line),
      level: first.key === 'source' ? chunk.level : first.level || chunk.level,
    };
  };

  // What follows has to close the new heading, or links in it would count as its own.
  const isBelow = (chunk: Chunk, spot: Spot): boolean => order.indexOf(chunk.key) > order.indexOf(spot.chunk.key);
  const closedBy = (spot: Spot): Spot | null => {
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
    return headings.length === 0 ? null : { ...spot, level: Math.max(spot.level, Math.min(...headings)) };
  };

  for (const chunk of [...missing].sort((a, b) => Number(isIdeas(a.key)) - Number(isIdeas(b.key)))) {
    const at = order.indexOf(chunk.key);
    const before = order.slice(0, at);
    const behind = order.slice(at + 1);
    if (!isIdeas(chunk.key)) {
      // In a note without steps the first ones go behind everything, or they would take in what stands there.
      const after = steps.length === 0 ? places.lastFilled(Infinity) : between(before, behind);
      spots.push({ chunk, after, level: stepLevel || chunk.level });
      continue;
    }
    const apart = (): Spot => ({ chunk, after: between(before, behind), level: Math.min(6, chunk.level + shift) });
    const spot = closedBy(lists.length > 0 ? beside(chunk, before) : apart());
    if (spot) spots.push(spot);
  }
  return spots.sort((a, b) => order.indexOf(a.chunk.key) - order.indexOf(b.chunk.key));
}
