import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { PROJECT } from '../host/page/build.ts';
import { Workbench } from '../e2e/workbench.ts';
import { LINKS, NOTES } from '../view/linked-notes.ts';

/** What one switch to a note costs with sidebar, map and comparison open: how often each thing is done. */
export interface SwitchFigures {
  /** How often the note's text is read, and asked whether it is garbled. */
  readonly reads: number;
  readonly garbledChecks: number;
  /** How often Obsidian is asked where a link leads, and how many links there are. */
  readonly resolutions: number;
  readonly links: number;
  /** Of the view that is drawn most often: how often until the note is painted. */
  readonly draws: number;
  /** How often the views are drawn after that, all together. */
  readonly drawsAfter: number;
  /** The parts of the sidebar that are drawn then. */
  readonly partsAfter: number;
}

declare global {
  interface Window {
    /** What `watch` counts in the page. */
    counted: { asked: number; before: Record<string, number>; after: number; parts: Set<string> };
  }
}

const NOTE = 'Many links.md';
/** The functions that are counted, by their names in the sources. */
const READ = 'readNote';
const REPAIR = 'repairNote';
/** Nothing is under way any more after so long, in milliseconds. */
const REST_MS = 1500;

/** Opens the three views in Chromium, tells them of a note as Obsidian does when one is opened, and counts. Needs a browser. */
export async function benchSwitch(): Promise<SwitchFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-switch-'));
  // The server knows notes by name alone: all stand in one folder here, where links find them as well.
  for (const [name, text] of Object.entries(NOTES)) await writeFile(path.join(folder, path.basename(name)), text);
  const workbench = await Workbench.start(folder);
  try {
    const plugin = await namedPlugin();
    const { page } = await workbench.open({
      note: 'Start.md',
      viewport: { width: 1800, height: 900 },
      prepare: async (opened) => void (await opened.route('**/main.js', (route) => route.fulfill({ body: plugin }))),
    });
    await openViews(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await page.evaluate(watch);
    await calls(session);
    await page.evaluate((note) => {
      const file = window.app.vault.getFileByPath(note);
      if (file === null) throw new Error(`no note ${note}`);
      window.app.workspace.trigger('file-open', file);
    }, NOTE);
    await page.waitForTimeout(REST_MS);
    const counted = await calls(session);
    const { asked, before, after, parts } = await page.evaluate(() => ({
      ...window.counted,
      parts: window.counted.parts.size,
    }));
    const [reads, garbledChecks] = [READ, REPAIR].map((name) => counted.get(name) ?? 0);
    if (reads === undefined || garbledChecks === undefined || Object.keys(before).length < 2) {
      throw new Error('not all views show the note');
    }
    return {
      reads,
      garbledChecks,
      resolutions: asked,
      links: LINKS.length,
      draws: Math.max(...Object.values(before)),
      drawsAfter: after,
      partsAfter: parts,
    };
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true });
  }
}

/** The plugin with the names of its functions, and one for itself. */
async function namedPlugin(): Promise<string> {
  const result = await build({
    absWorkingDir: PROJECT,
    entryPoints: ['src/main.ts'],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian'],
    write: false,
    logLevel: 'error',
  });
  return `${result.outputFiles[0]?.text ?? ''}\n//# sourceURL=counted-main.js`;
}

/** Opens the map and the comparison beside an empty tab, and waits until nothing is under way. */
async function openViews(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { workspace } = window.app;
    workspace.leftSplit.collapse();
    for (const type of ['idea-tiers-map', 'idea-tiers-compare']) {
      await workspace.getLeaf('split').setViewState({ type, active: false });
    }
    await workspace.getLeavesOfType('markdown')[0]?.setViewState({ type: 'empty' });
  });
  await page.waitForSelector('.idea-tiers-map-node');
  await page.waitForTimeout(REST_MS);
}

/** Counts in the page from now on. */
function watch(): void {
  const { workspace, metadataCache } = window.app;
  const counted: Window['counted'] = { asked: 0, before: {}, after: 0, parts: new Set() };
  window.counted = counted;
  const ask = metadataCache.getFirstLinkpathDest.bind(metadataCache);
  metadataCache.getFirstLinkpathDest = (link, from) => {
    counted.asked++;
    return ask(link, from);
  };
  let isPainted = false;
  new PerformanceObserver((list) => {
    isPainted ||= list.getEntriesByName('idea-tiers:update').length > 0;
  }).observe({ type: 'measure' });
  for (const type of ['idea-tiers', 'idea-tiers-map', 'idea-tiers-compare']) {
    const el = workspace.getLeavesOfType(type)[0]?.view.containerEl;
    if (el === undefined) throw new Error(`no view ${type}`);
    new MutationObserver((records) => {
      // A frame brings what is drawn to its place: that is no draw.
      const drawn = records.filter(({ type: kind }) => kind !== 'attributes');
      if (drawn.length === 0) return;
      if (!isPainted) counted.before[type] = (counted.before[type] ?? 0) + 1;
      else counted.after++;
      if (!isPainted || type !== 'idea-tiers') return;
      for (const { target, addedNodes } of drawn) {
        const isList = target.instanceOf(Element) && target.matches('.idea-tiers-sections');
        for (const node of isList ? addedNodes : [target]) {
          const el = node.instanceOf(Element) ? node : node.parentElement;
          const sectionEl = el?.closest('.idea-tiers-section.mod-top');
          counted.parts.add(sectionEl?.getAttribute('data-section') ?? 'head');
        }
      }
    }).observe(el, { childList: true, subtree: true, characterData: true, attributes: true });
  }
}

/** How often each of the plugin's functions was called since this was asked last. */
async function calls(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { result } = await session.send('Profiler.takePreciseCoverage');
  const counts = new Map<string, number>();
  for (const { url, functions } of result) {
    if (!url.endsWith('counted-main.js')) continue;
    for (const { functionName, ranges } of functions) {
      counts.set(functionName, (counts.get(functionName) ?? 0) + (ranges[0]?.count ?? 0));
    }
  }
  return counts;
}
