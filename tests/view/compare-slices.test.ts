import { setTimeout } from 'node:timers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import { readInline } from '../../src/markdown/inline';
import type { ShownNote } from '../../src/model/shown-note';
import { comparePanel } from '../../src/view/compare/compare-panel';
import { rawPanel } from '../../src/view/compare/raw-panel';
import { InlineDrawing } from '../../src/view/core/inline-drawing';
import type { KeyedItem } from '../../src/view/core/keyed-list';
import { createHost } from '../host/boot.ts';
import { all, one } from './open-sidebar';
import { shownNote } from './shown-note';

const SHORT = 'A kettle is loud before it boils.';
/** Lines, or words, of which none is like another. */
const MANY = Array.from({ length: 400 }, (_, at) => `Kettle ${at} holds ${at * 7} cups`);

function shown(path: string, first: readonly string[], second: readonly string[]): ShownNote {
  const text = `### Step 1 — Correction\n\n${first.join('\n')}\n\n### Step 2 — Translation\n\n${second.join('\n')}\n`;
  return shownNote(path, text);
}

const frames: (() => void)[] = [];
let taken = 0;

beforeEach(() => {
  createHost({ files: {} });
  document.body.empty();
  frames.length = 0;
  taken = 0;
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(() => frame(0)));
  vi.spyOn(window, 'setTimeout').mockImplementation((work) => {
    if (typeof work === 'function') work();
    return setTimeout(() => undefined);
  });
  // Every step fills a frame.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
});
afterEach(() => vi.restoreAllMocks());

const frame = async (): Promise<void> => {
  for (const paint of frames.splice(0)) {
    taken++;
    paint();
  }
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};
const toTheEnd = async (): Promise<void> => {
  while (frames.length > 0) await frame();
};

const t = translator('en');
const panels: Readonly<Record<string, () => KeyedItem<ShownNote | null>>> = {
  'Steps 1 and 2': () => comparePanel({ t, inline: new InlineDrawing(readInline), goToLine: () => undefined }),
  'The raw text and step 1': () =>
    rawPanel({
      t,
      goToLine: () => undefined,
      attempt: (work) => void work(),
      raw: {
        find: ({ path, note }) =>
          Promise.resolve({
            text: note.steps[0]?.words === SHORT.split(' ').length ? SHORT : MANY.toReversed().join(' '),
            by: 'words',
            path,
            line: 1,
          }),
        takeBack: () => Promise.resolve(),
      },
    }),
};

describe.each(Object.entries(panels))('%s', (_, make) => {
  const long = shown('Long.md', MANY, MANY.toSpliced(7, 3));
  const short = shown('Short.md', [SHORT], [SHORT]);
  const open = async (note: ShownNote): Promise<KeyedItem<ShownNote | null>> => {
    const panel = make();
    document.body.append(panel.el);
    panel.update(note);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    return panel;
  };
  const status = (): string => one(document.body, '[role="status"]').textContent;
  const drawn = (): number => all(document.body, '.idea-tiers-pair, .idea-tiers-raw > *').length;
  const isBusy = (): boolean => document.querySelector('[aria-busy="true"]') !== null;

  it('are compared at once where they are short', async () => {
    await open(short);
    expect(isBusy()).toBe(false);
    expect(status()).not.toBe('Comparing…');
    expect(frames).toEqual([]);
  });

  it('are compared in slices where they are long, which is said', async () => {
    await open(long);
    expect(status()).toBe('Comparing…');
    expect(isBusy()).toBe(true);
    expect(drawn()).toBe(0);
    await toTheEnd();
    expect(taken).toBeGreaterThan(5);
    expect(status()).not.toBe('Comparing…');
    expect(isBusy()).toBe(false);
    expect(drawn()).toBeGreaterThan(10);
  });

  it('are compared no further once another note is shown', async () => {
    const panel = await open(long);
    panel.update(short);
    await toTheEnd();
    expect(taken).toBeLessThan(5);
    expect(drawn()).toBeLessThan(2);
    expect(isBusy()).toBe(false);
  });

  it('stay as they were while a newer text is compared', async () => {
    const panel = await open(long);
    await toTheEnd();
    const before = drawn();
    panel.update(shown('Long.md', MANY.slice(1), MANY));
    expect(status()).toBe('Comparing…');
    expect(drawn()).toBe(before);
    await toTheEnd();
    expect(status()).not.toBe('Comparing…');
  });

  it('are compared no further once they are out of the page, and anew when they come back', async () => {
    const panel = await open(long);
    panel.el.remove();
    await toTheEnd();
    expect(taken).toBeLessThan(3);
    document.body.append(panel.el);
    expect(drawn()).toBe(0);
    panel.update(long);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    await toTheEnd();
    expect(drawn()).toBeGreaterThan(10);
  });
});
