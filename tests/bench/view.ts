import type { App } from 'obsidian';
import { Workbench } from '../e2e/workbench.ts';
import { median } from './measure.ts';

declare global {
  interface Window {
    /** The host's app, as Obsidian offers its own to the console. */
    app: App;
  }
}

/** What `bench` prints of the sidebar, in milliseconds from opening a note to the frame that shows it. */
export interface ViewFigures {
  readonly switchMs: number;
  readonly switchLargestMs: number;
}

/** Notes opened for the median, and times that each of the largest is opened. */
const ORDINARY = 40;
const LARGEST = 5;
const ROUNDS = 5;

/** A note as the page knows it. */
interface Listed {
  readonly path: string;
  readonly size: number;
}

/** Opens notes of a folder one after the other in Chromium and takes the plugin's own measures. Needs a browser. */
export async function benchView(folder: string): Promise<ViewFigures> {
  const workbench = await Workbench.start(folder);
  try {
    const { page } = await workbench.open({});
    const notes = await page.evaluate((): Listed[] =>
      window.app.vault.getMarkdownFiles().map(({ path, stat }) => ({ path, size: stat.size })),
    );
    const bySize = [...notes].sort((a, b) => a.size - b.size);
    const largest = bySize.slice(-LARGEST);
    const every = Math.max(1, Math.floor(bySize.length / ORDINARY));
    const ordinary = bySize.filter((_, index) => index % every === 0).slice(0, ORDINARY);
    const open = (path: string): Promise<number> =>
      page.evaluate(async (wanted) => {
        const file = window.app.vault.getFileByPath(wanted);
        if (file === null) throw new Error(`no note ${wanted}`);
        // Read before: what the disk and the network take is not the sidebar's.
        await window.app.vault.read(file);
        performance.clearMeasures('idea-tiers:update');
        await window.app.workspace.getLeaf(false).openFile(file);
        for (let frame = 0; frame < 600; frame++) {
          const measure = performance.getEntriesByName('idea-tiers:update').at(-1);
          if (measure !== undefined) return measure.duration;
          await new Promise((resolve) => window.requestAnimationFrame(resolve));
        }
        throw new Error(`the sidebar does not show ${wanted}`);
      }, path);
    const time = async (paths: readonly Listed[], rounds: number): Promise<number[]> => {
      const times: number[][] = paths.map(() => []);
      for (let round = -1; round < rounds; round++) {
        for (const [index, { path }] of paths.entries()) {
          const took = await open(path);
          if (round >= 0) times[index]?.push(took);
        }
      }
      return times.map(median);
    };
    return {
      switchMs: median(await time(ordinary, ROUNDS)),
      switchLargestMs: Math.max(...(await time(largest, ROUNDS))),
    };
  } finally {
    await workbench.close();
  }
}
