import { readFacts } from '../../src/read/facts.ts';
import { readLinks, readNote } from '../../src/read/note.ts';
import { readOutline } from '../../src/read/outline.ts';
import { SHAPES } from '../shapes/shapes.ts';

/** What `bench` prints of hostile, huge and odd texts: of that which takes longest to be read, for the start and for its outline. */
export interface ShapesFigures {
  readonly shapes: number;
  /** What it is called. */
  readonly slowest: string;
  readonly msPerMB: number;
  /** How many times longer than a tenth of it each character takes. */
  readonly growth: number;
  /** The one that grows most, of those that take long enough to be measured. */
  readonly steepest: string;
  readonly mostGrowth: number;
}

const SIZE = 200_000;
const ROUNDS = 3;
/** What is read faster is over before the clock has moved. */
const MEASURABLE_MS_PER_MB = 10;

/** Reads each shape in 20 and in 200 kB. */
export function benchShapes(): ShapesFigures {
  const figures = SHAPES.map(({ name, text }) => {
    const [small, large] = [SIZE / 10, SIZE].map((size) => msPerMB(Buffer.from(text(size)).toString()));
    return { slowest: name, msPerMB: large ?? NaN, growth: (large ?? NaN) / (small ?? NaN) };
  });
  const [slowest] = figures.sort((a, b) => b.msPerMB - a.msPerMB);
  const [steepest] = figures
    .filter(({ msPerMB }) => msPerMB > MEASURABLE_MS_PER_MB)
    .sort((a, b) => b.growth - a.growth);
  if (slowest === undefined || steepest === undefined) throw new Error('no shapes');
  return { shapes: figures.length, ...slowest, steepest: steepest.slowest, mostGrowth: steepest.growth };
}

/** The least of some rounds: what else a machine does takes longer, never less. */
function msPerMB(text: string): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    readOutline(text, undefined, readNote(text));
    readLinks(text);
    readFacts(text, 'Shape.md');
    least = Math.min(least, performance.now() - start);
  }
  return (least / text.length) * 1e6;
}
