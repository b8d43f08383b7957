import { aligning, isGap, type Alignment } from '../../compare/align';
import { linesToCompare, type TextLine } from '../../compare/align-lines';
import { joinSentences, sentencesOf } from '../../compare/sentences';
import type { Note } from '../../model/note';
import type { ShownNote } from '../../model/shown-note';
import { atOnce, making, type Work } from '../../model/work';
import { splitLines } from '../../text/line-breaks';

/** Up to so many lines are few. */
const FEW_LINES = 3;
/** Lines of so many sentences are paragraphs, which are looked into however many there are. */
const LONG = 2;

type Sides = readonly [first: readonly TextLine[], second: readonly TextLine[]];

/** Lines of steps 1 and 2 that stand for each other; one of the lists is empty where nothing does. */
export interface LinePair {
  readonly sides: Sides;
  readonly isGap: boolean;
  readonly sureness: number;
}

export interface ComparedSteps {
  readonly by: Alignment['by'];
  /** What was paired. */
  readonly unit: 'line' | 'sentence';
  readonly sureness: number;
  readonly pairs: readonly LinePair[];
  /** How long the translation is for its text: 1 for as long. */
  readonly length: number;
}

/** The numbers of the sets in which steps 1 and 2 both have a text. */
export function comparableSets({ steps }: Pick<Note, 'steps'>): readonly number[] {
  const filled = (number: 1 | 2): readonly number[] =>
    steps.flatMap(({ step, set, words }) => (step === number && words > 0 ? [set] : []));
  const second = new Set(filled(2));
  return filled(1).filter((set) => second.has(set));
}

/** Pairs the lines of a set's steps. `null` where the set has not both. */
export function compareSteps(shown: Pick<ShownNote, 'text' | 'note'>, set: number): ComparedSteps | null {
  return atOnce(comparingSteps(shown, set));
}

/** The same in steps, for a note if there is one. */
export function* comparingSteps(
  shown: Pick<ShownNote, 'text' | 'note'> | null,
  set: number,
): Work<ComparedSteps | null> {
  const [first, second] = ([1, 2] as const).map((number) =>
    shown?.note.steps.find((step) => step.set === set && step.step === number),
  );
  if (!shown || !first || !second) return null;
  const lines = splitLines(shown.text);
  const { unit, texts } = yield* inUnits([linesToCompare(lines, first), linesToCompare(lines, second)]);
  const [ours, theirs] = texts;
  const { by, sureness, pairs } = yield* aligning(
    ours.map(({ text: said }) => said),
    theirs.map(({ text: said }) => said),
  );
  const signs = (text: readonly TextLine[]): number => text.reduce((sum, line) => sum + line.text.length, 0);
  return {
    by,
    unit,
    sureness,
    length: signs(theirs) / Math.max(1, signs(ours)),
    pairs: withoutSplitGaps(
      pairs.map((pair) => ({
        sides: [ours.slice(pair.first.from, pair.first.to), theirs.slice(pair.second.from, pair.second.to)],
        isGap: isGap(pair),
        sureness: pair.sureness,
      })),
    ).map((pair) => (unit === 'line' ? pair : withLines(pair))),
  };
}

/** Both texts by their lines; by their sentences where lines are few, or long, for a pair of those would say little. */
function* inUnits(texts: Sides): Work<{ readonly unit: ComparedSteps['unit']; readonly texts: Sides }> {
  const cut: Sides = [yield* inSentences(texts[0]), yield* inSentences(texts[1])];
  const sides = [0, 1] as const;
  const areLong = sides.every((side) => cut[side].length >= LONG * texts[side].length);
  const areFew = Math.max(texts[0].length, texts[1].length) <= FEW_LINES;
  const areCut =
    sides.some((side) => cut[side].length > texts[side].length) && sides.every((side) => cut[side].length > 1);
  return areCut && (areFew || areLong) ? { unit: 'sentence', texts: cut } : { unit: 'line', texts };
}

function* inSentences(lines: readonly TextLine[]): Work<readonly TextLine[]> {
  return (yield* making(lines, sentencesOf, ({ text }) => text.length)).flat();
}

/** Lines that nothing in the other text stands for leave one gap on their side, up to the next pair. */
function withoutSplitGaps(pairs: readonly LinePair[]): readonly LinePair[] {
  const result: LinePair[] = [];
  /** Since the last pair, by the side that has lines. */
  let gaps: (TextLine[] | undefined)[] = [];
  for (const pair of pairs) {
    if (!pair.isGap) gaps = [];
    const side = pair.sides[0].length === 0 ? 1 : 0;
    const known = pair.isGap ? gaps[side] : undefined;
    if (known) for (const line of pair.sides[side]) known.push(line);
    else if (pair.isGap) {
      const lines = (gaps[side] = [...pair.sides[side]]);
      result.push({ ...pair, sides: side === 0 ? [lines, []] : [[], lines] });
    } else result.push(pair);
  }
  return result;
}

function withLines(pair: LinePair): LinePair {
  return { ...pair, sides: [joinSentences(pair.sides[0]), joinSentences(pair.sides[1])] };
}
