import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Workbench } from '../e2e/workbench.ts';
import { median } from './measure.ts';
import { linkedNote } from './vault.ts';
import { quiet, timeSwitches } from './view.ts';

/** What `bench` prints of a machine that is slow, as a phone is: in milliseconds. */
export interface SlowedFigures {
  readonly notes: number;
  /** Evaluating the plugin and its `onload`, in the page. */
  readonly startMs: number;
  /** From a note's opening to the frame that shows it: an ordinary one. */
  readonly switchMs: number;
  /** Until every note is read, in idle moments: most of it is waiting for what the host does with the notes itself. */
  readonly firstIndexMs: number;
}

/** How many times slower Chromium's processor is told to be. */
const SLOWED = 4;
const SWITCHES = 15;
const NOTES_IN_PROPERTIES = 2000;
/** A vault that is read by a slow machine takes a while. */
const PATIENCE_MS = 600_000;

/** Opens a folder of notes in Chromium as slow as a phone. Needs a browser. */
export async function benchSlowed(folder: string): Promise<SlowedFigures> {
  const workbench = await Workbench.start(folder);
  try {
    let slow = (_: number): Promise<unknown> => Promise.resolve();
    const { page } = await workbench.open({
      prepare: async (opened) => {
        const session = await opened.context().newCDPSession(opened);
        slow = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
        await slow(SLOWED);
      },
    });
    const startMs = await measureOf(page, 'workbench:plugin');
    const firstIndexMs = await measureOf(page, 'idea-tiers:index');
    await slow(1);
    await quiet(page, PATIENCE_MS);
    const paths = await page.evaluate(() =>
      window.app.vault
        .getMarkdownFiles()
        .sort((a, b) => a.stat.size - b.stat.size)
        .map((file) => file.path),
    );
    const every = Math.max(1, Math.floor(paths.length / SWITCHES));
    await slow(SLOWED);
    const switches = await timeSwitches(
      page,
      paths.filter((_, index) => index % every === 0),
    );
    return { notes: paths.length, startMs, switchMs: median(switches), firstIndexMs };
  } finally {
    await workbench.close();
  }
}

/** The same of a vault whose notes have their relations in properties. */
export async function benchSlowedInProperties(): Promise<SlowedFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-slowed-'));
  try {
    for (let note = 0; note < NOTES_IN_PROPERTIES; note++)
      await writeFile(path.join(folder, `Note ${note}.md`), linkedNote(note, NOTES_IN_PROPERTIES, true));
    return await benchSlowed(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How long what the page measures took, once it is there. */
async function measureOf(page: Page, name: string): Promise<number> {
  const found = await page.waitForFunction((wanted) => performance.getEntriesByName(wanted).at(-1)?.duration, name, {
    timeout: PATIENCE_MS,
  });
  return (await found.jsonValue()) ?? Number.NaN;
}
