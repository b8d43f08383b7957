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

/**
 * Where missing parts go: lists of ideas beside those that the note has; anything else behind all that comes before it in the
 * template, as far as that stands above what comes behind it.
 *
 * @param lastFilled The last line with something in it before a line.
 * @param settle The line behind which a new heading takes nothing in, from a line on.
 */
export function findSpots(
  missing: readonly Chunk[],
  template: readonly Chunk[],
  own: readonly Section[],
  lastFilled: (before: number) => number,
  settle: (line: number) => number,
): readonly Spot[] {
  const order = template.map(({ key }) => key);
  const levels = own.filter(({ set, level }) => set > 0 && level > 0).map(({ level }) => level);
  const stepLevel = levels.length === 0 ? 0 : Math.min(...levels);
  const lists = own.filter(({ set }) => set === 0);
  // A step's heading has to close the lists above it, or links in its text would count as theirs.
  const shift = Math.max(
    0,
    stepLevel - Math.min(...template.filter(({ key }) => isIdeas(key)).map(({ level }) => level)),
  );
  const spots: Spot[] = [];

  const between = (before: readonly PartKey[], behind: readonly PartKey[]): number => {
    const next = Math.min(...own.filter(({ key }) => behind.includes(key)).map(({ line }) => line));
    const ends = [
      ...own.filter(({ key, line }) => before.includes(key) && line < next).map(({ endLine }) => endLine),
      ...spots.filter(({ chunk: { key }, after }) => before.includes(key) && after < next).map(({ after }) => after),
    ];
    return ends.length > 0 ? settle(Math.max(...ends)) : lastFilled(next);
  };
  const beside = (chunk: Chunk, before: readonly PartKey[]): Spot => {
    for (const key of [...before].reverse()) {
      const section = lists.findLast((list) => list.key === key);
      if (section) {
        const level = section.level && Math.min(6, section.level + Number(key === 'related'));
        return { chunk, after: section.endLine, level: level || chunk.level };
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

  for (const chunk of missing) {
    const at = order.indexOf(chunk.key);
    const before = order.slice(0, at);
    if (isIdeas(chunk.key) && lists.length > 0) spots.push(beside(chunk, before));
    else if (isIdeas(chunk.key)) {
      spots.push({ chunk, after: between(before, order.slice(at + 1)), level: Math.min(6, chunk.level + shift) });
    } else {
      // In a note without steps the first ones go behind everything, or they would take in what stands there.
      const after = lists.length === own.length ? lastFilled(Infinity) : between(before, order.slice(at + 1));
      spots.push({ chunk, after, level: stepLevel || chunk.level });
    }
  }
  return spots;
}
