import { setTimeout } from 'node:timers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import { TurnNotesModal, type ChosenTurn } from '../../src/view/new-note/turn-notes-modal';
import { createHost } from '../host/boot.ts';
import { one } from './open-sidebar';
import { eventually } from '../eventually';

const TURNS = ['Tea', 'Kettle', 'Cup'].map((title, index) => ({
  line: index * 10 + 1,
  when: '',
  text: title,
  title,
  uid: title,
}));

describe('The notes of a chat', () => {
  let asked: { readonly turn: ChosenTurn; readonly end: (isMade: boolean) => void }[];
  let done: [number, number][];
  let modal: TurnNotesModal;
  beforeEach(() => {
    document.body.empty();
    asked = [];
    done = [];
    modal = new TurnNotesModal(createHost({ files: {} }).app, translator('en'), 'New notes', TURNS, {
      remarks: [],
      folder: 'Ideas',
      folders: () => [],
      made: Promise.resolve(new Map()),
      open: () => undefined,
      check: () => '',
      tidy: () => undefined,
      create: (turn) => new Promise((end) => asked.push({ turn, end })),
      closed: () => undefined,
      done: (made, count) => done.push([made, count]),
    });
    modal.open();
    for (const toggle of document.querySelectorAll<HTMLElement>('.checkbox-container')) toggle.click();
    one(document, 'button.mod-cta').click();
  });

  const bar = (): HTMLProgressElement => {
    const el = one(document, 'progress');
    if (!el.instanceOf(HTMLProgressElement)) throw new Error('no progress bar');
    return el;
  };
  const end = async (isMade: boolean): Promise<void> => {
    const count = asked.length;
    asked.at(-1)?.end(isMade);
    await eventually(() => expect(asked.length + done.length).toBe(count + 1));
  };

  it('are made one after the other, and it is said how many are', async () => {
    expect([bar().value, bar().max]).toEqual([0, 3]);
    expect(one(document, 'button.mod-cta').textContent).toBe('Create 3 notes');
    await end(true);
    expect(bar().value).toBe(1);
    expect(one(document, '[role="status"]').textContent).toBe('1 of 3 notes created.');
    // One that could not be made does not count, and does not stop the others.
    await end(false);
    expect(bar().value).toBe(1);
    await end(true);
    expect(asked.map(({ turn }) => turn.title)).toEqual(['Tea', 'Kettle', 'Cup']);
    expect(done).toEqual([[2, 3]]);
    expect(document.querySelector('.modal')).toBeNull();
  });

  it('can be left between two: what is made stays, and no other is made', async () => {
    modal.close();
    await end(true);
    expect(asked).toHaveLength(1);
    expect(done).toEqual([[1, 3]]);
  });

  it('are chosen all or none, of those that are searched for and have no note yet', async () => {
    modal.close();
    document.body.empty();
    modal = new TurnNotesModal(createHost({ files: {} }).app, translator('en'), 'New notes', TURNS, {
      remarks: [],
      folder: 'Ideas',
      folders: () => [],
      made: Promise.resolve(new Map([['Cup', 'Ideas/Cup of tea.md']])),
      open: () => undefined,
      check: () => '',
      tidy: () => undefined,
      create: () => Promise.resolve(true),
      closed: () => undefined,
      done: () => undefined,
    });
    modal.open();
    await Promise.resolve();
    const button = (name: string): HTMLElement => {
      const found = [...document.querySelectorAll('button')].find((el) => el.textContent === name);
      if (!found) throw new Error(`no button ${name}`);
      return found;
    };
    const create = (): string | null => one(document, 'button.mod-cta').textContent;
    expect(button('Has its note: “Cup of tea”')).toBeDefined();
    button('All').click();
    expect(create()).toBe('Create 2 notes');
    button('None').click();
    expect(create()).toBe('Create notes');
    expect(one(document, 'button.mod-cta').hasAttribute('disabled')).toBe(true);
    const search = document.querySelector<HTMLInputElement>('input[aria-label="Search messages"]');
    if (!search) throw new Error('no search');
    search.value = 'kett';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    button('All').click();
    expect(create()).toBe('Create 1 note');
  });
});

describe('The notes of a chat of thousands of messages', () => {
  const MANY = Array.from({ length: 1000 }, (_, index) => ({
    line: index * 10 + 1,
    when: '',
    text: `Thought ${index}`,
    title: `Thought ${index}`,
    uid: `u-${index}`,
  }));
  const fields = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.idea-tiers-field')];
  let lookedAt: number;
  let closed: number;
  let modal: TurnNotesModal;
  const frames: (() => void)[] = [];
  const noTimer = setTimeout(() => undefined);
  const open = (made: ReadonlyMap<string, string> = new Map()): void => {
    document.body.empty();
    lookedAt = 0;
    closed = 0;
    modal = new TurnNotesModal(createHost({ files: {} }).app, translator('en'), 'New notes', MANY, {
      remarks: [],
      folder: 'Ideas',
      folders: () => [],
      made: Promise.resolve(made),
      open: () => undefined,
      check: (chosen) => {
        lookedAt += chosen.length;
        return '';
      },
      tidy: () => undefined,
      create: () => Promise.resolve(true),
      done: () => undefined,
      closed: () => closed++,
    });
    modal.open();
  };
  const paint = (): void => frames.shift()?.();
  const click = (name: string): void =>
    [...document.querySelectorAll('button')].find((el) => el.textContent === name)?.click();

  beforeEach(() => {
    frames.length = 0;
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(() => frame(0)));
    vi.spyOn(window, 'setTimeout').mockImplementation((work) => {
      if (typeof work === 'function') work();
      return noTimer;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('are drawn in slices, in their order, until the dialog is closed', async () => {
    open(new Map([['u-950', 'Ideas/Late.md']]));
    await Promise.resolve();
    const first = fields().length;
    expect(first).toBeLessThanOrEqual(200);
    for (let left = 1000; frames.length > 0 && left > 0; left--) {
      const before = fields().length;
      paint();
      expect(fields().length - before).toBeLessThanOrEqual(200);
    }
    expect(fields().map((el) => el.querySelector('input')?.value)).toEqual(MANY.map(({ title }) => title));
    expect(document.body.textContent).toContain('Has its note: “Late”');

    open();
    modal.close();
    paint();
    expect(fields()).toEqual([]);
    expect(frames).toEqual([]);
  });

  it('are chosen all at once, drawn or not', () => {
    open();
    lookedAt = 0;
    click('All');
    expect(one(document, 'button.mod-cta').textContent).toBe('Create 1,000 notes');
    expect(lookedAt).toBeLessThanOrEqual(2 * MANY.length);
    while (frames.length > 0) paint();
    const on = document.querySelectorAll('.idea-tiers-field .checkbox-container.is-enabled');
    expect(on).toHaveLength(1000);
    expect(lookedAt).toBeLessThanOrEqual(2 * MANY.length);
  });

  it('are no longer looked for once the dialog is closed', () => {
    open();
    expect(closed).toBe(0);
    modal.close();
    expect(closed).toBe(1);
  });
});
