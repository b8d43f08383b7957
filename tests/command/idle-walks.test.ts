import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findRawText } from '../../src/command/raw-text';
import { translator } from '../../src/i18n';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { readNote } from '../../src/read/note';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot';
import { idleMoments, type IdleMoments } from '../idle-moments';
import { hostWithCommands } from './commands-plugin';

const NOTES = 30;
const STEPS = '### Step 1 — Correction\n\n> Часы отстают, потому что масло густеет.\n';
const FILES = Object.fromEntries(Array.from({ length: NOTES }, (_, at) => [`Note ${at}.md`, `${STEPS}\n${at}\n`]));

let moments: IdleMoments;
beforeEach(() => (moments = idleMoments()));
afterEach(() => {
  moments.restore();
  vi.restoreAllMocks();
});

/** Lets idle moments come as long as work waits for them; tells how many notes were read in each. */
async function readsByMoment(host: Host, reads: () => number, most = 200): Promise<readonly number[]> {
  const each: number[] = [];
  for (let left = most; moments.isWaiting() && left > 0; left--) {
    const before = reads();
    await moments.next(host);
    each.push(reads() - before);
  }
  return each;
}

/** That all is read, a note a moment, and that nothing is read any more once it was ended. */
async function expectSlices(host: Host, reads: () => number): Promise<void> {
  const each = await readsByMoment(host, reads);
  expect(each.length).toBeGreaterThanOrEqual(NOTES);
  expect(Math.max(...each)).toBeLessThanOrEqual(2);
  expect(reads()).toBe(NOTES);
}

async function expectEnd(host: Host, reads: () => number, end: () => void): Promise<void> {
  await readsByMoment(host, reads, 5);
  expect(moments.isWaiting()).toBe(true);
  end();
  const before = reads();
  await readsByMoment(host, reads);
  expect(reads() - before).toBeLessThanOrEqual(1);
  expect(reads()).toBeLessThan(NOTES);
  expect(moments.isWaiting()).toBe(false);
}

describe.each(['unfinished-notes', 'find-garbled-notes'])('The command %s', (id) => {
  const start = async (): Promise<{ host: Host; reads: () => number }> => {
    const { host, run } = await hostWithCommands({ files: FILES });
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    await run(id);
    return { host, reads: () => read.mock.calls.length };
  };

  it('reads a note an idle moment', async () => {
    const { host, reads } = await start();
    await expectSlices(host, reads);
  });

  it.each([
    ['its button is pressed', 'Stop'],
    ['it is closed', ''],
  ])('reads no more once %s', async (_, name) => {
    const { host, reads } = await start();
    await expectEnd(host, reads, () => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.modal button, .prompt button')];
      if (name !== '') buttons.find(({ textContent }) => textContent === name)?.click();
      else document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
  });
});

describe('The search for the raw text of a note', () => {
  const start = (): { host: Host; reads: () => number; stop: AbortController } => {
    const host = createHost({ files: FILES });
    const app = host.app.forPlugins;
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    const stop = new AbortController();
    const note = { path: 'Shown.md', text: STEPS, note: readNote(STEPS) };
    const context = { app, t: translator('en'), writer: new NoteWriter(app), vocabulary: () => BUILT_IN };
    void findRawText({ ...context, isLeftOut: () => false }, note, stop.signal);
    return { host, reads: () => read.mock.calls.length, stop };
  };

  it('reads a note an idle moment', async () => {
    const { host, reads } = start();
    await host.settle();
    await expectSlices(host, reads);
  });

  it('reads no more once it is stopped', async () => {
    const { host, reads, stop } = start();
    await host.settle();
    await expectEnd(host, reads, () => stop.abort());
  });
});
