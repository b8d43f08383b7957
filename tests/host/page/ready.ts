import type { App } from '../app.ts';

const UPDATE_MEASURE = 'idea-tiers:update';
/** How long a plugin that paints nothing is waited for, in milliseconds. */
const PATIENCE_MS = 3000;

/** A plugin may have noticed the new note this long before `file-open` told us, by another event; in milliseconds. */
const HEAD_START_MS = 250;

/**
 * Keeps `<html data-ready>` true to what can be seen: false from the opening of a note until the plugin has painted it, which it
 * tells with a User Timing measure.
 */
export class Readiness {
  private openedAt = 0;
  private started = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly app: App) {
    new PerformanceObserver(() => {
      for (const look of this.waiting) look();
    }).observe({ type: 'measure' });
    app.workspace.on('file-open', () => void this.wait());
  }

  /** Called when the workbench stands and the first note is open; readiness is not told before. */
  start(): void {
    this.started = true;
    void this.finish(this.openedAt);
  }

  private async wait(): Promise<void> {
    this.openedAt = performance.now();
    show(false);
    if (this.started) await this.finish(this.openedAt);
  }

  private async finish(openedAt: number): Promise<void> {
    const file = this.app.workspace.getActiveFile();
    if (file) {
      await this.app.vault.read(file);
      await this.painted(openedAt);
    }
    // Two frames: the measure is taken before the browser has drawn.
    await frame();
    await frame();
    if (openedAt === this.openedAt) show(true);
  }

  /** Settles when the plugin has painted what was opened at `openedAt`, or when patience ends. */
  private painted(openedAt: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        const updates = performance.getEntriesByName(UPDATE_MEASURE);
        if (updates.some((update) => update.startTime > openedAt - HEAD_START_MS)) done();
      };
      const timer = window.setTimeout(() => done(), PATIENCE_MS);
      const done = (): void => {
        window.clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }
}

function show(ready: boolean): void {
  document.documentElement.setAttribute('data-ready', String(ready));
}

const frame = (): Promise<unknown> => new Promise((resolve) => window.requestAnimationFrame(resolve));
