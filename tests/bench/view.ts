import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { App } from 'obsidian';
import type { Page } from 'playwright-core';
import { Workbench } from '../e2e/workbench.ts';
import { median } from './measure.ts';

declare global {
  interface Window {
    /** The host's app, as Obsidian offers its own to the console. */
    app: App;
  }
}

/** What `bench` prints of the sidebar, in milliseconds from a note's opening to the frame that shows it. */
export interface ViewFigures {
  readonly switchMs: number;
  readonly switchLargestMs: number;
}

/** Notes opened for the median, how many count as the largest, and how often each is opened. */
const ORDINARY = 40;
const LARGEST = 5;
const ROUNDS = 5;

/**
 * Tells the sidebar in Chromium of one note after the other, as Obsidian does when one is opened, and takes the plugin's own
 * measures. The notes themselves are not drawn: that work is the host's, and far more than the sidebar's. Needs a browser.
 */
export async function benchView(texts: readonly string[]): Promise<ViewFigures> {
  const bySize = [...texts].sort((a, b) => a.length - b.length);
  const every = Math.max(1, Math.floor(bySize.length / ORDINARY));
  const ordinary = bySize.filter((_, index) => index % every === 0).slice(0, ORDINARY);
  const largest = bySize.slice(-LARGEST);
  // Few notes: what the host does in the background with thousands would be measured, too.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-view-'));
  const write = (kind: string, notes: readonly string[]): Promise<string[]> =>
    Promise.all(
      notes.map(async (text, index) => {
        const name = `${kind} ${index}.md`;
        await writeFile(path.join(folder, name), text);
        return name;
      }),
    );
  const paths = { ordinary: await write('ordinary', ordinary), largest: await write('largest', largest) };
  const workbench = await Workbench.start(folder);
  try {
    const { page } = await workbench.open({});
    await quiet(page);
    const switchMs = median(await timeSwitches(page, paths.ordinary));
    return { switchMs, switchLargestMs: Math.max(...(await timeSwitches(page, paths.largest))) };
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true });
  }
}

/** Empties the main pane and waits until the host has nothing left to do. */
export async function quiet(page: Page, patience = 30_000): Promise<void> {
  await page.evaluate(async () => {
    await window.app.workspace.getLeaf(false).setViewState({ type: 'empty' });
    window.app.workspace.leftSplit.collapse();
  });
  await page.waitForFunction(
    () => window.app.vault.getMarkdownFiles().every((file) => window.app.metadataCache.getFileCache(file) !== null),
    null,
    { timeout: patience },
  );
}

/** Milliseconds that each note takes, as medians; a round before is not counted. */
export async function timeSwitches(page: Page, paths: readonly string[]): Promise<number[]> {
  const times = paths.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, note] of paths.entries()) {
      const took = await page.evaluate(async (wanted) => {
        const { vault, workspace } = window.app;
        const file = vault.getFileByPath(wanted);
        if (file === null) throw new Error(`no note ${wanted}`);
        // Read before: what the disk and the network take is not the sidebar's.
        await vault.read(file);
        performance.clearMeasures('idea-tiers:update');
        workspace.trigger('file-open', file);
        for (let frame = 0; frame < 600; frame++) {
          const measure = performance.getEntriesByName('idea-tiers:update').at(-1);
          if (measure !== undefined) return measure.duration;
          await new Promise((resolve) => window.requestAnimationFrame(resolve));
        }
        throw new Error(`the sidebar does not show ${wanted}`);
      }, note);
      if (round >= 0) times[index]?.push(took);
    }
  }
  return times.map(median);
}
