import { vi } from 'vitest';
import type { Host } from './host/boot';

/** Idle moments that come one by one, when a test lets them, by a clock on which every piece of work fills a slice. */
export interface IdleMoments {
  /** Whether any work waits for one. */
  readonly isWaiting: () => boolean;
  /** Lets one come, and all that follows from it. */
  readonly next: (host: Host) => Promise<void>;
  /** Gives the window and its clock back. */
  readonly restore: () => void;
}

/** Takes the place of the window's idle moments. */
export function idleMoments(): IdleMoments {
  const waiting: IdleRequestCallback[] = [];
  Object.assign(window, { requestIdleCallback: (work: IdleRequestCallback) => waiting.push(work) });
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  return {
    isWaiting: () => waiting.length > 0,
    next: async (host) => {
      waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
      await host.settle();
    },
    restore: () => {
      Reflect.deleteProperty(window, 'requestIdleCallback');
      clock.mockRestore();
    },
  };
}
