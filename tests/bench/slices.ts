import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** Shorter ones are none that anybody waits for. */
const WORTH_TELLING_MS = 4;

interface Slice {
  readonly start: number;
  readonly took: number;
  /** What the processor worked meanwhile, its other threads included: nothing while others have it. */
  readonly worked: number;
}

/**
 * Measures what is done in one go. A machine that is busy and the garbage collector take their time in the midst of it: what is told
 * of a slice is the less of its time without the collector's and of what the processor worked.
 */
export class Slices {
  readonly #long: Slice[] = [];
  readonly #collected: { readonly start: number; readonly took: number }[] = [];
  readonly #observer = new PerformanceObserver((list) => this.#collect(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Does a work, and tells how long it took, whatever took it. */
  run(work: () => unknown): number {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    const took = performance.now() - start;
    if (took >= WORTH_TELLING_MS) {
      const { user, system } = process.cpuUsage(before);
      this.#long.push({ start, took, worked: (user + system) / 1000 });
    }
    return took;
  }

  /** The longest slice, as told above, and the longest that the garbage collector stopped all else. */
  async end(): Promise<{ readonly longestSliceMs: number; readonly longestCollectionMs: number }> {
    await setTimeout(0);
    this.#collect(this.#observer.takeRecords());
    this.#observer.disconnect();
    const own = this.#long.map(({ start, took, worked }) => {
      const within = this.#collected.filter((one) => one.start < start + took && one.start + one.took > start);
      return Math.min(
        worked,
        within.reduce((left, one) => left - one.took, took),
      );
    });
    return {
      longestSliceMs: Math.max(0, ...own),
      longestCollectionMs: Math.max(0, ...this.#collected.map(({ took }) => took)),
    };
  }

  #collect(entries: readonly PerformanceEntry[]): void {
    for (const entry of entries) {
      // What the bench asks for itself is no slice of anything.
      if (!isForced(entry)) this.#collected.push({ start: entry.startTime, took: entry.duration });
    }
  }
}

function isForced(entry: object): boolean {
  if (!('detail' in entry) || typeof entry.detail !== 'object' || entry.detail === null) return false;
  return 'flags' in entry.detail && (Number(entry.detail.flags) & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
}
