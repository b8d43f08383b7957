import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import {
  UnfinishedNotesModal,
  type GatheredNote,
  type UnfinishedSearch,
} from '../../src/view/steps/unfinished-notes-modal';
import { readNote } from '../../src/read/note';
import { garble } from '../repair/garble';
import { ownNote } from '../write/own-notes';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { eventually } from '../eventually';

const step = (number: number, text: string): string =>
  `### Step ${number} — ${['Correction', 'Translation', 'Vector-field expansion'][number - 1] ?? ''}\n\n> ${text}\n`;
const WHOLE = [step(1, 'Раз.'), step(2, 'One.'), step(3, 'Two.')].join('\n');
const FIELDS = '---\ntitle: A\ntags: [a]\n---\n';

const FILES = {
  'Whole.md': FIELDS + WHOLE,
  'Fieldless.md': `---\ntitle: A\ntags: []\n---\n${WHOLE}`,
  'Half/Empty third.md': FIELDS + [step(1, 'Раз.'), step(2, 'One.'), step(3, '')].join('\n'),
  'Half/Only first.md': FIELDS + step(1, 'Раз.'),
  'Quoted.md': `${FIELDS}${WHOLE}\n${step(1, 'Второй набор.')}`,
  'Archive/Left out.md': step(1, 'Раз.'),
  'Plain.md': 'No steps.\n',
};

async function start(language: 'en' | 'ru' = 'en'): Promise<CommandHost> {
  const commands = await hostWithCommands({
    files: FILES,
    language,
    settings: { frontmatterFields: ['title', 'tags'], excludedFolders: ['Archive'] },
  });
  await commands.run('unfinished-notes');
  return commands;
}

const dialog = (): HTMLElement => {
  const el = document.querySelector<HTMLElement>('.prompt');
  if (!el) throw new Error('no dialog is open');
  return el;
};
const rows = (): string[] =>
  Array.from(dialog().querySelectorAll('.suggestion-content'), (el) =>
    Array.from(el.children, (part) => part.textContent).join(' | '),
  );
const status = (): string => dialog().querySelector('[role="status"]')?.textContent ?? '';
const chip = (name: string): HTMLElement => {
  const found = Array.from(dialog().querySelectorAll('button')).find((el) => el.textContent?.startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const ended = (): Promise<void> => eventually(() => expect(status()).toBe('Unfinished: 3 of 5 three-step notes.'));

beforeEach(() => document.body.empty());

describe('The command “Unfinished notes”', () => {
  it('lists the notes with steps that lack something, in groups by what they lack', async () => {
    await start();
    await ended();
    expect(rows()).toEqual([
      'Only first | Step 2 missing · Step 3 missing · Half/Only first.md',
      'Empty third | Step 3 empty · Half/Empty third.md',
      'Fieldless | 1 empty property · Fieldless.md',
    ]);
    expect(dialog().querySelector('progress')).toBeNull();
  });

  it('reads the fields of notes to which Obsidian has not come yet', async () => {
    const commands = await hostWithCommands({
      files: FILES,
      settings: { frontmatterFields: ['title', 'tags'], excludedFolders: ['Archive'] },
    });
    vi.spyOn(commands.host.app.metadataCache, 'getFileCache').mockReturnValue(null);
    await commands.run('unfinished-notes');
    await ended();
    expect(rows().at(-1)).toBe('Fieldless | 1 empty property · Fieldless.md');
  });

  it('finds them by their names, their folders and by what they lack', async () => {
    await start();
    await ended();
    const inputEl = dialog().querySelector('input');
    const search = (words: string): number => {
      if (inputEl) inputEl.value = words;
      inputEl?.dispatchEvent(new Event('input'));
      return rows().length;
    };
    expect(['fieldless', 'half', 'step 3', 'empty field', 'nothing like it'].map(search)).toEqual([1, 2, 2, 1, 0]);
  });

  it('shows only those that lack what is chosen', async () => {
    await start();
    await ended();
    expect(chip('Step 3').textContent).toBe('Step 3: 2');
    chip('Step 3').click();
    expect(chip('Step 3').getAttribute('aria-pressed')).toBe('true');
    expect(rows()).toHaveLength(2);
    chip('Step 2').click();
    expect(rows()).toHaveLength(1);
    chip('Step 2').focus();
    chip('Step 2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(chip('Step 2').getAttribute('aria-pressed')).toBe('false');
    chip('Step 3').click();
    expect(rows()).toHaveLength(3);
  });

  it('opens a note where it is to be gone on with', async () => {
    const { asked, host } = await start();
    await ended();
    dialog().querySelectorAll<HTMLElement>('.suggestion-item')[1]?.click();
    await host.settle();
    expect(asked).toEqual(['open Half/Empty third.md at line 13']);
    expect(document.querySelector('.prompt')).toBeNull();
  });

  it('does not make its list anew under somebody who goes through it', async () => {
    const { host } = await hostWithCommands({ files: FILES });
    let tell: Parameters<UnfinishedSearch['gather']> | null = null;
    let end = (): void => undefined;
    const gather: UnfinishedSearch['gather'] = (...told) => {
      tell = told;
      return new Promise<void>((resolve) => (end = resolve));
    };
    new UnfinishedNotesModal(host.app, translator('en'), { count: 9, gather, open: () => undefined }).open();
    const now = vi.spyOn(performance, 'now');
    const read = (done: number): void => {
      const note: GatheredNote = {
        path: `${done}.md`,
        name: `${done}`,
        lacks: [{ what: 2, isMissing: true }],
        line: 1,
      };
      now.mockReturnValue(performance.timeOrigin + done * 1000);
      tell?.[0](note);
      tell?.[2](done);
    };
    const inputEl = dialog().querySelector('input');
    read(1);
    read(2);
    expect(rows()).toHaveLength(2);
    inputEl?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    read(3);
    expect(rows()).toHaveLength(2);
    expect(status()).toContain('3');
    inputEl?.dispatchEvent(new Event('input'));
    expect(rows()).toHaveLength(3);
    read(4);
    expect(rows()).toHaveLength(4);
    inputEl?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    const selected = (): string | undefined => dialog().querySelector('.is-selected .suggestion-title')?.textContent;
    expect(selected()).toBe('2');
    read(5);
    end();
    await eventually(() => expect(dialog().querySelector('progress')).toBeNull());
    // Enter opens what was selected, also where the search has come to its end under it.
    expect(selected()).toBe('2');
    expect(rows()).toHaveLength(4);
    chip('Show all 5').click();
    expect(rows()).toHaveLength(5);
    now.mockRestore();
  });

  it('shows a part of thousands, in their order, while they are read and after, and more when asked', async () => {
    const { host } = await hostWithCommands({ files: FILES });
    const ALL = 700;
    const found = Array.from({ length: ALL }, (_, number): GatheredNote => {
      const name = String((number * 7) % ALL).padStart(4, '0');
      return { path: `${name}.md`, name, lacks: [{ what: number % 2 === 0 ? 2 : 3, isMissing: true }], line: 1 };
    });
    const now = vi.spyOn(performance, 'now');
    const shown: number[] = [];
    const titles = (): (string | undefined)[] => rows().map((row) => row.split(' | ')[0]);
    const gather: UnfinishedSearch['gather'] = (take, _, progress) => {
      for (const [at, note] of found.entries()) {
        take(note);
        now.mockReturnValue(performance.timeOrigin + at * 20);
        progress(at + 1);
        if (at % 100 === 99) shown.push(rows().length);
      }
      return Promise.resolve();
    };
    new UnfinishedNotesModal(host.app, translator('en'), { count: ALL, gather, open: () => undefined }).open();
    await eventually(() => expect(dialog().querySelector('progress')).toBeNull());
    now.mockRestore();
    expect(Math.max(...shown)).toBe(100);
    const sorted = [2, 3].flatMap((step) =>
      found
        .filter(({ lacks }) => lacks[0]?.what === step)
        .map(({ name }) => name)
        .sort(),
    );
    expect(titles()).toEqual(sorted.slice(0, 100));
    expect(status()).toBe('Unfinished: 700 of 700 three-step notes.');
    chip('+500 more').click();
    expect(rows()).toHaveLength(600);
    chip('Show all 700').click();
    expect(titles()).toEqual(sorted);
    // What is asked next is another list.
    chip('Step 3').click();
    expect(rows()).toHaveLength(100);
    expect(titles()).toEqual(sorted.slice(ALL / 2, ALL / 2 + 100));
  });

  it('can be stopped, and stops when it is closed', async () => {
    const { host, run } = await hostWithCommands({ files: FILES });
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    const waiting: (() => void)[] = [];
    read.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(WHOLE))));
    await run('unfinished-notes');
    chip('Stop').focus();
    chip('Stop').click();
    waiting.shift()?.();
    await eventually(() => expect(status()).toMatch(/^Stopped after 1 of 7\. Unfinished: 1\.$/));
    expect(read).toHaveBeenCalledTimes(1);
    // The button is gone: typing goes on in the field.
    expect(document.activeElement).toBe(dialog().querySelector('input'));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await run('unfinished-notes');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    waiting.shift()?.();
    await host.settle();
    expect(document.querySelector('.prompt')).toBeNull();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads the fields itself where Obsidian has not come to a note yet', async () => {
    const { host, run } = await hostWithCommands({
      files: FILES,
      settings: { frontmatterFields: ['title', 'tags'], excludedFolders: ['Archive'] },
    });
    vi.spyOn(host.app.metadataCache, 'getFileCache').mockReturnValue(null);
    await run('unfinished-notes');
    await ended();
    expect(rows().at(-1)).toBe('Fieldless | 1 empty property · Fieldless.md');
  });

  it('speaks Russian', async () => {
    await start('ru');
    await eventually(() => expect(status()).toBe('Не закончено: 3 из 5 трёхшаговых заметок.'));
    expect(rows()[0]).toBe('Only first | Шага 2 нет · Шага 3 нет · Half/Only first.md');
  });
});

describe('What it says a note lacks', () => {
  it(
    'is what the reader says of the note’s own set, also where the note is garbled',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(ownNote, { minLength: 10, maxLength: 10 }), async (notes) => {
          document.body.empty();
          const files = notes.flatMap((text, index): [string, string][] => [
            [`${index}.md`, text],
            [`Garbled ${index}.md`, garble(text, 'macintosh')],
          ]);
          const commands = await hostWithCommands({
            files: Object.fromEntries(files),
            language: 'en',
            settings: { frontmatterFields: [] },
          });
          await commands.run('unfinished-notes');
          await eventually(() => expect(status()).toMatch(/ of 20 three-step notes\.$/));
          const expected = notes.flatMap((text, index) => {
            const { steps, ownSet } = readNote(text);
            const lacks = ([1, 2, 3] as const).flatMap((number) => {
              const own = steps.find((one) => one.set === ownSet && one.step === number);
              return own && own.words > 0 ? [] : [`Step ${number} ${own ? 'empty' : 'missing'}`];
            });
            if (lacks.length === 0) return [];
            return ['', 'Garbled '].map((name) => `${name}${index} | ${[...lacks, `${name}${index}.md`].join(' · ')}`);
          });
          expect(rows().sort()).toEqual(expected.sort());
        }),
        { numRuns: 5 },
      );
    },
  );
});
