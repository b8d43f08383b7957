import { setTimeout } from 'node:timers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import { ChangePreviewModal } from '../../src/view/core/change-preview-modal';
import { createHost } from '../host/boot.ts';
import { PreviewDialog } from '../command/preview-dialog';

const NOTES = 60;
const LONG = 'A kettle is loud before it boils.\n'.repeat(1500);

describe('A change over many long notes', () => {
  const frames: (() => void)[] = [];
  const noTimer = setTimeout(() => undefined);
  let compared: number;
  let applied: number;
  let modal: ChangePreviewModal;
  let dialog: PreviewDialog;

  beforeEach(() => {
    document.body.empty();
    frames.length = 0;
    compared = 0;
    applied = 0;
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(() => frame(0)));
    vi.spyOn(window, 'setTimeout').mockImplementation((work) => {
      if (typeof work === 'function') work();
      return noTimer;
    });
    const host = createHost({ files: {} });
    dialog = new PreviewDialog(host);
    modal = new ChangePreviewModal(host.app, translator('en'), {
      title: 'Fix link',
      options: [{ key: 'other', name: 'Another way', hint: '', value: false }],
      plan: (chosen) =>
        Array.from({ length: NOTES }, (_, index) => () => {
          compared++;
          const sign = chosen.has('other') ? 'Cup' : 'Tea';
          return { note: `Note ${index}`, before: LONG, after: `${sign}\n${LONG}`, pairs: new Map() };
        }),
      apply: () => Promise.resolve(applied++),
    });
    modal.open();
  });
  afterEach(() => vi.restoreAllMocks());

  const paint = (): void => frames.shift()?.();

  it('is compared in slices, which is shown, and can be made once all of it was', () => {
    expect(compared).toBeLessThanOrEqual(NOTES / 6);
    expect(dialog.lines[0]).toBe('Note 0');
    expect(dialog.status).toBe(`${compared} of ${NOTES} notes read`);
    expect(dialog.button('Apply').disabled).toBe(true);
    for (let left = NOTES; frames.length > 0 && left > 0; left--) {
      const before = compared;
      paint();
      expect(compared - before).toBeLessThanOrEqual(NOTES / 6);
    }
    expect(compared).toBe(NOTES);
    expect(dialog.status).toBe(`${NOTES} lines in ${NOTES} notes will change:`);
    expect(dialog.lines.filter((line) => line.startsWith('Note '))).toHaveLength(NOTES);
    expect(dialog.button('Apply').disabled).toBe(false);
  });

  it('is not made before all of it was compared', () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    expect(applied).toBe(0);
  });

  it('is compared no further once the dialog is closed', () => {
    const before = compared;
    modal.close();
    while (frames.length > 0) paint();
    expect(compared).toBe(before);
  });

  it('is compared anew, and not as it was, once another way is chosen', () => {
    document.querySelector<HTMLElement>('.checkbox-container')?.click();
    compared = 0;
    while (frames.length > 0) paint();
    expect(compared).toBeLessThan(NOTES);
    expect(dialog.lines.filter((line) => line.includes('Tea'))).toEqual([]);
    expect(dialog.status).toBe(`${NOTES} lines in ${NOTES} notes will change:`);
  });
});

describe('A change of one note that takes long to compare', () => {
  it('is compared in slices, which end when the dialog is closed, and is told as in one go', () => {
    document.body.empty();
    const frames: (() => void)[] = [];
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(() => frame(0)));
    vi.spyOn(window, 'setTimeout').mockImplementation((work) => {
      if (typeof work === 'function') work();
      return setTimeout(() => undefined);
    });
    const host = createHost({ files: {} });
    const lines = Array.from({ length: 1200 }, (_, at) => `${at}`);
    const before = lines.join('\n');
    const after = [...lines].reverse().join('\n');
    const open = (): ChangePreviewModal => {
      const modal = new ChangePreviewModal(host.app, translator('en'), {
        title: 'Turn',
        options: [],
        plan: () => [() => ({ before, after, pairs: new Map() })],
        apply: () => Promise.resolve(),
      });
      modal.open();
      return modal;
    };
    const dialog = new PreviewDialog(host);
    const closed = open();
    expect(dialog.status).toBe('0 of 1 note read');
    expect(dialog.button('Apply').disabled).toBe(true);
    closed.close();
    while (frames.length > 0) frames.shift()?.();
    expect(document.querySelector('.modal')).toBeNull();
    open();
    let painted = 0;
    for (; frames.length > 0; painted++) frames.shift()?.();
    expect(painted).toBeGreaterThan(2);
    expect(dialog.status).toBe('1,199 lines will change:');
    expect(dialog.button('Apply').disabled).toBe(false);
    vi.restoreAllMocks();
  });
});
