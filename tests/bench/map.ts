import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Workbench } from '../e2e/workbench.ts';
import { seededRandom } from './generate.ts';
import { median } from './measure.ts';

/** What `bench` prints of moving the map of 60 notes with some 300 edges: milliseconds of main-thread work a frame. */
export interface MapFigures {
  readonly panFrameMs: number;
  readonly zoomFrameMs: number;
}

const NODES = 60;
const LINKS_A_NOTE = 5;
const HEADINGS = ['Upstream ideas', 'Downstream ideas', 'Direct ideas', 'Related ideas'];
const ROUNDS = 7;
const FRAMES = 60;

/** Moves the map of a tab in Chromium by events of the pointer and the wheel, one a frame, and asks the browser what it did. */
export async function benchMap(): Promise<MapFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-map-'));
  for (const [name, text] of knot()) await writeFile(path.join(folder, `${name}.md`), text);
  const workbench = await Workbench.start(folder);
  try {
    const { page } = await workbench.open({ note: 'Note 0.md' });
    await page.evaluate(() => window.app.workspace.leftSplit.collapse());
    await page.keyboard.press('Control+p');
    await page.getByRole('combobox').fill('Open idea map');
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('.idea-tiers-map-node').length === count, NODES);
    const rounds = async (kind: 'pan' | 'zoom'): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) times.push(await frameMs(page, kind));
      return median(times.slice(1));
    };
    return { panFrameMs: await rounds('pan'), zoomFrameMs: await rounds('zoom') };
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true });
  }
}

/** Notes by name: the first lists all others, and each lists some. */
function knot(): ReadonlyMap<string, string> {
  const random = seededRandom(1);
  const listed = (targets: readonly number[], heading: string): string =>
    `## ${heading}\n\n${targets.map((target) => `- [[Note ${target}]]`).join('\n')}\n\n`;
  const all = Array.from({ length: NODES - 1 }, (_, index) => index + 1);
  const first = HEADINGS.map((heading, of) =>
    listed(
      all.filter((target) => target % HEADINGS.length === of),
      heading,
    ),
  );
  const others = all.map((note): [string, string] => {
    const targets = Array.from({ length: LINKS_A_NOTE }, () => 1 + Math.floor(random() * (NODES - 1)));
    return [`Note ${note}`, listed([...new Set(targets)], HEADINGS[note % 2] ?? '')];
  });
  return new Map([['Note 0', first.join('')], ...others]);
}

async function frameMs(page: Page, kind: 'pan' | 'zoom'): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (seconds === undefined) throw new Error('the browser does not tell how long its tasks took');
    return seconds * 1000;
  };
  const before = await spent();
  await page.evaluate(
    async ({ kind, frames }) => {
      const el = document.querySelector('.idea-tiers-map-window.mod-whole');
      if (el === null) throw new Error('no map');
      const { left, top } = el.getBoundingClientRect();
      const init = { bubbles: true, cancelable: true, pointerId: 1 };
      for (let frame = 0; frame <= frames; frame++) {
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
        const way = kind === 'zoom' ? 0 : Math.min(frame, frames - frame);
        const at = { clientX: left + 5 + way * 4, clientY: top + 5 + way * 2 };
        if (kind === 'zoom') {
          const deltaY = frame < frames / 2 ? 4 : -4;
          el.dispatchEvent(new WheelEvent('wheel', { ...init, ...at, deltaY, ctrlKey: true }));
        } else {
          const type = frame === 0 ? 'pointerdown' : frame === frames ? 'pointerup' : 'pointermove';
          el.dispatchEvent(new PointerEvent(type, { ...init, ...at, button: 0 }));
        }
      }
    },
    { kind, frames: FRAMES },
  );
  const took = (await spent()) - before;
  await session.detach();
  return took / FRAMES;
}
