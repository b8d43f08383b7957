import { setTimeout } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';

/** Median of `values`; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that the given share of `values` does not exceed: 0.95 for the 95th percentile; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * Milliseconds that each task takes, as medians of `rounds` (at least five). The tasks take turns, so that a machine that slows
 * down slows all of them; one round before is not counted.
 */
export function timeInTurns(tasks: readonly (() => unknown)[], rounds = 5): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      const took = performance.now() - start;
      if (round >= 0) times[index]?.push(took);
    }
  }
  return times.map(median);
}

/** The bytes that are held after garbage collection. */
export async function heap(): Promise<number> {
  // What holds bytes outside of the heap lets go of them a moment after it was collected.
  for (let round = 0; round < 3; round++) {
    // Only there with --expose-gc.
    runInNewContext('gc()');
    await setTimeout(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
