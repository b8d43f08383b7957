import { vi } from 'vitest';

/** Long enough for a machine that does three other things: whoever waits here waits for an event, not for a time. */
const PATIENCE_MS = 20_000;

/** Looks again and again until `look` no longer throws, and gives what it gives then. */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: PATIENCE_MS, interval: 10 });
}
