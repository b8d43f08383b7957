import type { App } from '../app.ts';

const UPDATE_MEASURE = 'idea-tiers:update';
/** How long a plugin that paints nothing is waited for, in milliseconds. */
const PATIENCE_MS = 3000;

/**
 * Keeps `<html data-ready>` true to what can be seen: false from the opening of a note until the plugin has painted it, which it
 * tells with a User Timing measure.
 */
export class Readiness {
  private opening = 0;
  private painted: (() => void) | null = null;
  private started = false;

  constructor(private readonly app: App) {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(UPDATE_MEASURE).length > 0) this.painted?.();
    }).observe({ type: 'measure' });
    app.workspace.on('file-open', () => void this.wait());
  }

  /** Called when the workbench stands and the first note is open; readiness is not told before. */
  start(): void {
    this.started = true;
    void this.wait();
  }

  private async wait(): Promise<void> {
    const opening = (this.opening += 1);
    this.show(false);
    if (!this.started) return;
    const file = this.app.workspace.getActiveFile();
    const before = lastUpdate();
    if (file) {
      await this.app.vault.read(file);
      await this.update(before);
    }
    // Two frames: the measure is taken before the browser has drawn.
    await frame();
    await frame();
    if (opening === this.opening) this.show(true);
  }

  /** Settles with the next measure, or with one that was taken while the note was being read. */
  private update(before: number): Promise<void> {
    if (lastUpdate() > before) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, PATIENCE_MS);
      this.painted = () => {
        window.clearTimeout(timer);
        this.painted = null;
        resolve();
      };
    });
  }

  private show(ready: boolean): void {
    document.documentElement.setAttribute('data-ready', String(ready));
  }
}

const lastUpdate = (): number => performance.getEntriesByName(UPDATE_MEASURE).length;

const frame = (): Promise<unknown> => new Promise((resolve) => window.requestAnimationFrame(resolve));
