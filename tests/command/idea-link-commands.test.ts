import { MarkdownView } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ideaLinkActions } from '../../src/command/idea-link-commands';
import { writeProgress } from '../../src/command/write-progress';
import { translator } from '../../src/i18n';
import type { NearName } from '../../src/index/answers';
import type { Relation } from '../../src/model/vocabulary';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { readNote } from '../../src/read/note';
import { BUILT_IN } from '../../src/read/vocabulary';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import type { IdeaLinkActions, WrittenEntry } from '../../src/view/ideas/idea-link-actions';
import type { SuggestedIdea } from '../../src/view/core/services';
import type { Host } from '../host/boot';
import { AddDialog, choose } from './add-dialog';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';
import { PreviewDialog } from './preview-dialog';
import { eventually } from '../eventually';

const RING = [
  '# Ring',
  '',
  '## Upstream ideas',
  '',
  '1. [[Brass]] — what it is cast of',
  '2. [[Sounds]] — what it is one of',
  '',
  '## Downstream ideas',
  '',
  '1. [[Hand bel: small]] — rung by hand',
  '',
].join('\n');
const BRASS = '# Brass\n\nCopper and zinc.\n';
const FILES = {
  'Ring.md': RING,
  'Metals/Brass.md': BRASS,
  'Sounds.md': '# Sounds\n\n## Downstream ideas\n\n- [[Ring]]\n',
  'Hand bell small.md': '# Hand bell\n',
  'Choir.md': '# Choir\n\nSee [[Hand bel: small|the bell]] and ![[hand bel: small#Tone]].\n',
};

const NEAR: readonly NearName[] = [{ path: 'Hand bell small.md', name: 'Hand bell small', difference: 'typo' }];

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

interface Started extends CommandHost {
  readonly actions: IdeaLinkActions;
  readonly dialog: PreviewDialog;
  readonly text: (path: string) => Promise<string>;
}

async function start(
  near: readonly NearName[] = NEAR,
  settings: Partial<Settings> = {},
  suggested: readonly SuggestedIdea[] = [],
  files: Readonly<Record<string, string>> = FILES,
): Promise<Started> {
  const commands = await hostWithCommands({ files });
  const { host } = commands;
  await host.settle();
  const app = host.app.forPlugins;
  const actions = ideaLinkActions({
    app,
    t: translator('en'),
    settings: () => ({ ...DEFAULT_SETTINGS, ...settings }),
    vocabulary: () => BUILT_IN,
    // The test's own, so that "Undo last change" of the plugin does not know of it.
    writer: new NoteWriter(app, writeProgress(translator('en'))),
    ideas: {
      nearNames: () => near,
      // Each note lists the ring.
      linksOf: () => [{ line: 1, target: 'Ring', heading: '', relation: 'upstream', description: '', origin: 'list' }],
      resolve: (target) => `${target}.md`,
    },
    suggestions: { of: () => suggested, prepare: () => Promise.resolve() },
    links: new LinkResolver(app),
  });
  const text = async (path: string): Promise<string> => {
    const file = app.vault.getFileByPath(path);
    if (!file) throw new Error(`no ${path}`);
    return app.vault.read(file);
  };
  return { ...commands, actions, dialog: new PreviewDialog(host), text };
}

const entry = (link: string, relation: Relation, line: number): WrittenEntry => ({
  path: 'Ring.md',
  line,
  link,
  relation,
});

async function openInEditor(host: Host, path: string): Promise<MarkdownView> {
  const { vault, workspace } = host.app.forPlugins;
  const file = vault.getFileByPath(path);
  const leaf = workspace.getLeaf();
  if (file) await leaf.openFile(file, { state: { mode: 'source' } });
  await host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error(`${path} is open in no editor`);
  return leaf.view;
}

describe('The command “Add idea link”', () => {
  it('is offered while a note is open, asks for the idea and the sentence, and shows what it will write', async () => {
    const { host, run, dialog, text } = await start();
    const names = (): readonly string[] => host.app.commands.listCommands().map(({ name }) => name);
    expect(names()).not.toContain('Idea Tiers: Add idea link');
    const { editor } = await openInEditor(host, 'Ring.md');
    await run('add-idea-link');
    await choose(host, 'Choir');
    const add = new AddDialog(host);
    expect(add.title).toBe('Add idea link to “Ring”');
    expect(add.relationEl.value).toBe('upstream');
    add.relate('downstream');
    add.say('What this note says about the idea', 'sung to');
    await add.next();
    expect(dialog.lines).toContain('Added as line 11: 2. [[Choir]] — sung to');
    expect(editor.getValue()).toBe(RING);
    await dialog.click('Apply');
    expect(editor.getValue()).toContain('2. [[Choir]] — sung to\n');
    editor.undo();
    expect(editor.getValue()).toBe(RING);
    expect(await text('Choir.md')).toBe(FILES['Choir.md']);
  });

  it('lists this note in the other one, too, as one change with one undo', async () => {
    const { host, run, dialog, text } = await start();
    await openInEditor(host, 'Sounds.md');
    await run('add-idea-link');
    await choose(host, 'Brass');
    const add = new AddDialog(host);
    add.relate('direct');
    add.say('What this note says about the idea', 'sounds bright');
    await add.listThere();
    add.say('What “Brass” says about this note', 'what it is loved for');
    await add.next();
    expect(dialog.lines).toContain('Sounds');
    expect(dialog.lines).toContain('Brass');
    expect(dialog.status).toBe('8 lines in 2 notes will change:');
    await dialog.click('Apply');
    expect(await text('Metals/Brass.md')).toBe(
      `${BRASS}\n## Directly related to this note\n\n- [[Sounds]] — what it is loved for\n`,
    );
    expect(notices()).toEqual(['2 notes were changed. To revert, run “Undo last change”.']);
    await run('undo-last-change');
    expect(await text('Metals/Brass.md')).toBe(BRASS);
    const view = host.app.forPlugins.workspace.getActiveViewOfType(MarkdownView);
    expect(view?.editor.getValue()).toBe(FILES['Sounds.md']);
  });

  it('links a note whose name parts a wikilink as Obsidian can follow it, in both notes', async () => {
    const { host, run, dialog, text } = await start();
    const app = host.app.forPlugins;
    const sharp = await app.vault.create('C# and D.md', '# Sharp\n');
    await host.settle();
    await app.workspace.getLeaf().openFile(sharp, { state: { mode: 'source' } });
    await host.settle();
    await run('add-idea-link');
    await choose(host, 'Brass');
    const add = new AddDialog(host);
    add.relate('direct');
    await add.listThere();
    await add.next();
    await dialog.click('Apply');
    expect(await text('Metals/Brass.md')).toContain('- [C# and D](C%23%20and%20D.md)');
    await host.settle();
    const { resolvedLinks } = app.metadataCache;
    expect(resolvedLinks['Metals/Brass.md']).toEqual({ 'C# and D.md': 1 });
  });

  it('says that no property can lead to such a note', async () => {
    const { host, actions } = await start([{ path: 'C#.md', name: 'C#', difference: 'typo' }]);
    const { vault } = host.app.forPlugins;
    await vault.create('C#.md', '');
    await vault.create('Up.md', '---\nup: "[[C sharp]]"\n---\n');
    await host.settle();
    actions.relink({ path: 'Up.md', line: 2, link: 'C sharp' });
    await host.settle();
    await choose(host, 'C#');
    expect(notices().at(-1)).toBe(
      'A property in “Up” cannot link to a note with #, ^, |, [ or ] in its name. Nothing was written.',
    );
  });

  it('says where it only answers that it adds the link back', async () => {
    const { host, actions } = await start();
    actions.add('Ring.md', { relation: 'downstream', idea: 'Choir.md' });
    await host.settle();
    expect(new AddDialog(host).title).toBe('Add the link back from “Ring”');
    await new AddDialog(host).next();
    expect(new PreviewDialog(host).title).toBe('Add the link back from “Ring”');
  });

  it('is taken back by the button of its notice, once, also behind another change', async () => {
    const { host, actions, dialog, text } = await start();
    const before = [await text('Ring.md'), await text('Choir.md')];
    for (const [path, idea] of [
      ['Ring.md', 'Choir.md'],
      ['Choir.md', 'Ring.md'],
    ] as const) {
      actions.add(path, { relation: 'direct', idea });
      await host.settle();
      await new AddDialog(host).next();
      await dialog.click('Apply');
    }
    const [first, second] = document.querySelectorAll<HTMLElement>('.notice > button');
    expect([first?.textContent, second?.textContent]).toEqual(['Undo', 'Undo']);
    first?.click();
    await host.settle();
    expect(await text('Ring.md')).toBe(before[0]);
    expect(await text('Choir.md')).not.toBe(before[1]);
    expect(notices().at(-1)).toBe('“Add idea link” was undone in “Ring”.');
    second?.click();
    await host.settle();
    expect(await text('Choir.md')).toBe(before[1]);
  });

  it('is taken back in an open editor, too, and left alone where that says something else by now', async () => {
    const { host, actions, dialog } = await start();
    const { editor } = await openInEditor(host, 'Ring.md');
    for (const more of ['', 'Typed since.\n']) {
      actions.add('Ring.md', { relation: 'direct', idea: 'Choir.md' });
      await host.settle();
      await new AddDialog(host).next();
      await dialog.click('Apply');
      editor.replaceRange(more, { line: 0, ch: 0 });
      const written = editor.getValue();
      expect(written).not.toBe(RING);
      all('.notice > button').at(-1)?.click();
      await host.settle();
      expect(editor.getValue()).toBe(more === '' ? RING : written);
    }
    expect(notices().at(-1)).toContain('has changed in the meantime');
  });

  it('adds a footnote where that is chosen', async () => {
    const { host, actions, dialog, text } = await start();
    actions.add('Ring.md', { relation: 'upstream', idea: 'Choir.md' });
    await host.settle();
    await new AddDialog(host).next();
    await dialog.toggle('Add a footnote');
    await dialog.click('Apply');
    expect(await text('Ring.md')).toContain('3. [[Choir]] [^1]\n');
    expect(await text('Ring.md')).toContain('#### Sources\n\n[^1]: [[Choir]]\n');
  });

  it('writes a link that is no other note’s: with the folder where names are the same', async () => {
    const { host, actions, dialog, text } = await start();
    await host.app.vault.createFolder('Woods');
    await host.app.vault.create('Woods/Brass.md', 'A tree.\n');
    await host.settle();
    actions.add('Choir.md', { relation: 'upstream', idea: 'Woods/Brass.md' });
    await host.settle();
    await new AddDialog(host).next();
    await dialog.click('Apply');
    expect(await text('Choir.md')).toContain('- [[Woods/Brass]]');
  });

  it('says why nothing can be written', async () => {
    const { host, actions, dialog } = await start();
    actions.add('Ring.md', { relation: 'upstream', idea: 'Sounds.md' });
    await host.settle();
    await new AddDialog(host).next();
    expect(dialog.isOpen).toBe(false);
    expect(notices()).toEqual(['“Ring” already lists this idea under that relation. Nothing was written.']);
  });
});

describe('Moving and removing an idea link', () => {
  it('moves the entry after a preview', async () => {
    const { host, actions, dialog, text } = await start();
    actions.move(entry('Brass', 'upstream', 5), 'downstream');
    await host.settle();
    expect(dialog.title).toBe('Move “Brass” to “Downstream ideas”');
    expect(await text('Ring.md')).toBe(RING);
    await dialog.click('Apply');
    const links = readNote(await text('Ring.md')).ideaLinks;
    expect(links.map(({ target, relation }) => [target, relation])).toEqual([
      ['Sounds', 'upstream'],
      ['Hand bel: small', 'downstream'],
      ['Brass', 'downstream'],
    ]);
    expect(await text('Ring.md')).toContain('1. [[Sounds]]');
  });

  it('shows a number that closes up as a change in its line', async () => {
    const { host, actions, dialog, text } = await start();
    actions.remove(entry('Brass', 'upstream', 5));
    await host.settle();
    expect(dialog.title).toBe('Remove “Brass” from “Ring”');
    expect(dialog.lines).toContain('Removed line 5: 1. [[Brass]] — what it is cast of');
    expect(dialog.lines.some((line) => line.startsWith('Changed line 5:'))).toBe(true);
    await dialog.click('Apply');
    expect(await text('Ring.md')).toBe(
      RING.replace('1. [[Brass]] — what it is cast of\n2. [[Sounds]]', '1. [[Sounds]]'),
    );
  });

  it('is refused where the entry is gone, or the note', async () => {
    const { host, actions, dialog } = await start();
    actions.remove(entry('Tin', 'upstream', 5));
    await host.settle();
    actions.remove({ ...entry('Tin', 'upstream', 5), path: 'Gone.md' });
    await host.settle();
    expect(dialog.isOpen).toBe(false);
    expect(notices()).toEqual([
      '“Ring” no longer has this entry. Nothing was written.',
      'The note “Gone” no longer exists. Nothing was written.',
    ]);
  });

  it('leaves everything as it was where a note changes while the preview is open', async () => {
    const { host, actions, dialog, text } = await start();
    actions.remove(entry('Brass', 'upstream', 5));
    await host.settle();
    const file = host.app.vault.getFileByPath('Ring.md');
    if (file) await host.app.vault.modify(file, `${RING}More.\n`);
    await dialog.click('Apply');
    expect(await text('Ring.md')).toBe(`${RING}More.\n`);
    expect(notices()).toEqual(['“Ring” has changed in the meantime. Nothing was written.']);
  });
});

describe('A note that cannot be written', () => {
  it('stays as it was, and the user is told why', async () => {
    const { host, actions, dialog, text } = await start();
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(host.app.vault, 'process').mockRejectedValue(new Error('EROFS: read-only file system'));
    actions.remove(entry('Brass', 'upstream', 5));
    await host.settle();
    await dialog.click('Apply');
    expect(await text('Ring.md')).toBe(RING);
    expect(notices()).toEqual(['“Remove idea link…” failed: EROFS: read-only file system']);
    error.mockRestore();
  });

  it('leaves no other note of the same change written', async () => {
    const { host, actions, dialog, text } = await start();
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const write = host.app.vault.process.bind(host.app.vault);
    vi.spyOn(host.app.vault, 'process').mockImplementation((file, change) =>
      file.path === 'Choir.md' ? Promise.reject(new Error('EROFS: read-only file system')) : write(file, change),
    );
    actions.relink(entry('Hand bel: small', 'downstream', 10));
    await host.settle();
    await choose(host, 'Hand bell small');
    await dialog.toggle('Also in 1 other note');
    await dialog.click('Apply');
    expect(await text('Ring.md')).toBe(RING);
    expect(await text('Choir.md')).toBe(FILES['Choir.md']);
    expect(notices()).toEqual(['“Fix link” failed: EROFS: read-only file system']);
    error.mockRestore();
  });
});

describe('An idea without a sentence', () => {
  it('goes into a property first where the settings say so, under the name that they have', async () => {
    const { host, actions, dialog, text } = await start(NEAR, {
      firstIdeas: 'property',
      relationFields: { upstream: ['part of'], direct: [], downstream: [], related: [], source: [] },
    });
    const add = async (idea: string): Promise<void> => {
      actions.add('Choir.md', { relation: 'upstream', idea });
      await host.settle();
      await new AddDialog(host).next();
      await dialog.click('Apply');
    };
    await add('Sounds.md');
    expect(await text('Choir.md')).toBe(`---\npart of:\n  - "[[Sounds]]"\n---\n${FILES['Choir.md']}`);
    await add('Ring.md');
    expect(await text('Choir.md')).toBe(`---\npart of:\n  - "[[Sounds]]"\n  - "[[Ring]]"\n---\n${FILES['Choir.md']}`);
    actions.move({ path: 'Choir.md', line: 3, link: 'Sounds', relation: 'upstream' }, 'downstream');
    await host.settle();
    await dialog.click('Apply');
    expect(await text('Choir.md')).toBe(
      `---\npart of:\n  - "[[Ring]]"\ndown:\n  - "[[Sounds]]"\n---\n${FILES['Choir.md']}`,
    );
  });
});

describe('“Did you mean…”', () => {
  const broken = entry('Hand bel: small', 'downstream', 10);

  it('leads the link to the note that is chosen', async () => {
    const { host, actions, dialog, text } = await start();
    actions.relink(broken);
    await host.settle();
    await choose(host, 'Hand bell small');
    expect(dialog.title).toBe('Point “Hand bel: small” to “Hand bell small”');
    await dialog.click('Apply');
    expect(await text('Ring.md')).toBe(RING.replace('[[Hand bel: small]]', '[[Hand bell small]]'));
    expect(await text('Choir.md')).toBe(FILES['Choir.md']);
  });

  it('leads all such links of the vault where that is chosen, and takes all back as one', async () => {
    const { host, actions, dialog, text } = await start();
    actions.relink(broken);
    await host.settle();
    await choose(host, 'Hand bell small');
    await dialog.toggle('Also in 1 other note');
    expect(dialog.status).toBe('2 lines in 2 notes will change:');
    await dialog.click('Apply');
    expect(await text('Choir.md')).toBe('# Choir\n\nSee [[Hand bell small|the bell]] and ![[Hand bell small#Tone]].\n');
    expect(await text('Ring.md')).not.toContain('Hand bel:');
  });

  describe('in many notes', () => {
    const MANY = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`Many/Note ${index}.md`, `# Note\n\n- [[Hand bel: small]]\n`]),
    );
    /** What waits for an idle moment. */
    const waiting: IdleRequestCallback[] = [];
    beforeEach(() => {
      waiting.length = 0;
      Object.assign(window, { requestIdleCallback: (work: IdleRequestCallback) => waiting.push(work) });
      // Every piece of work fills a slice.
      let now = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    });
    afterEach(() => {
      Reflect.deleteProperty(window, 'requestIdleCallback');
      vi.restoreAllMocks();
    });

    async function walk(
      files: Readonly<Record<string, string>> = MANY,
      before: (started: Started) => void = () => undefined,
    ): Promise<Started & { readonly reads: () => number; readonly goOn: () => Promise<void> }> {
      const started = await start(NEAR, {}, [], { ...FILES, ...files });
      const { host, actions } = started;
      const goOn = async (): Promise<void> => {
        waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
        await host.settle();
      };
      actions.relink(broken);
      await host.settle();
      const read = vi.spyOn(host.app.vault, 'read');
      before(started);
      await choose(host, 'Hand bell small');
      return { ...started, reads: () => read.mock.calls.length, goOn };
    }
    const searchEl = (): Element | null => document.querySelector('.idea-tiers-search');

    it('reads them in idle moments, shows how far it is, and leads all there', async () => {
      const { dialog, reads, goOn, text } = await walk();
      expect(dialog.isOpen).toBe(false);
      for (let left = 100; searchEl() && left > 0; left--) {
        const before = reads();
        await goOn();
        expect(reads() - before).toBeLessThanOrEqual(2);
        const bar = searchEl()?.querySelector('progress');
        if (bar) expect(bar.max).toBe(Object.keys({ ...FILES, ...MANY }).length);
      }
      await dialog.toggle('Also in 41 other notes');
      expect(dialog.status).toBe('42 lines in 42 notes will change:');
      await dialog.click('Apply');
      expect(await text('Many/Note 39.md')).toBe('# Note\n\n- [[Hand bell small]]\n');
    });

    it('says how far the write is, and the undo, and no longer once it is done', async () => {
      const { dialog, goOn, host, text } = await walk();
      for (let left = 200; searchEl() && left > 0; left--) await goOn();
      await dialog.toggle('Also in 41 other notes');
      const seen: (readonly string[])[] = [];
      const { vault } = host.app;
      const process = vault.process.bind(vault);
      vi.spyOn(vault, 'process').mockImplementation((...given) => {
        seen.push(notices());
        return process(...given);
      });
      await dialog.click('Apply');
      expect(seen).toHaveLength(42);
      expect(seen[7]).toEqual(['7 of 42 notes written']);
      expect(notices()).toHaveLength(1);
      expect(notices()[0]).toMatch(/42 notes/);
      all('.notice button')[0]?.click();
      for (let left = 50; seen.length < 84 && left > 0; left--) await host.settle();
      expect(seen[50]).toContain('8 of 42 notes written');
      await eventually(() => expect(notices()).not.toContain('41 of 42 notes written'));
      expect(await text('Many/Note 39.md')).toBe(MANY['Many/Note 39.md']);
    });

    it('asks notes in idle moments whether they have the link, until it is closed, and reads no others', async () => {
      const others = Object.entries(MANY).map(([path]): [string, string] => [`Other ${path.slice(5)}`, '[[Lost]]\n']);
      // What is looked at of the links to no note, of one note after the other.
      const looked: (string | symbol)[] = [];
      const { reads, goOn } = await walk(Object.fromEntries(others), ({ host }) => {
        const { metadataCache } = host.app;
        metadataCache.unresolvedLinks = new Proxy(metadataCache.unresolvedLinks, {
          get: (links, path: string) => {
            looked.push(path);
            return links[path];
          },
        });
      });
      const inOneGo: number[] = [looked.length];
      for (let count = 0; count < 20; count++) {
        const before = looked.length;
        await goOn();
        inOneGo.push(looked.length - before);
      }
      expect(Math.max(...inOneGo)).toBeLessThanOrEqual(2);
      expect(looked.length).toBeGreaterThan(10);
      expect(searchEl()?.querySelector('progress')?.value).toBeGreaterThan(10);
      // The note itself, and the one other that has the link.
      expect(reads()).toBeLessThanOrEqual(2);
      document.querySelector<HTMLElement>('.idea-tiers-search .modal-close-button')?.click();
      const before = looked.length;
      for (let count = 0; count < 5; count++) await goOn();
      expect(looked.length - before).toBeLessThanOrEqual(1);
      expect(waiting).toEqual([]);
    });

    it('goes on with those it has read where the user wants no more', async () => {
      const { dialog, goOn } = await walk();
      for (let count = 0; count < 14; count++) await goOn();
      const buttons = [...document.querySelectorAll<HTMLElement>('.idea-tiers-search button')];
      buttons.find((el) => el.textContent === 'Continue with what was found')?.click();
      await goOn();
      expect(dialog.isOpen).toBe(true);
      expect(document.body.textContent).toMatch(/Also in [3-7] other notes/);
      expect(waiting).toEqual([]);
    });

    it('reads no more once the dialog is closed', async () => {
      const { dialog, reads, goOn } = await walk();
      await goOn();
      document.querySelector<HTMLElement>('.idea-tiers-search .modal-close-button')?.click();
      const before = reads();
      for (let count = 0; count < 5; count++) await goOn();
      expect(reads() - before).toBeLessThanOrEqual(1);
      expect(waiting).toEqual([]);
      expect(dialog.isOpen).toBe(false);
    });
  });

  it('says so where no name is near', async () => {
    const { host, actions } = await start([]);
    actions.relink(broken);
    await host.settle();
    expect(notices()).toEqual(['No note has a name similar to “Hand bel: small”.']);
  });
});

describe('Creating the note that a link asks for', () => {
  it('starts from the template with this note in its lists, and leads the link there where its name had to change', async () => {
    const { host, actions, dialog, text } = await start();
    actions.create(entry('Hand bel: small', 'downstream', 10));
    await host.settle();
    const form = new NewNoteDialog(host);
    expect(form.field('English title').value).toBe('Hand bel: small');
    await form.click('Create');
    const created = await text('Hand bel small.md');
    expect(readNote(created).ideaLinks.map(({ target, relation }) => [target, relation])).toEqual([
      ['Ring', 'upstream'],
    ]);
    expect(readNote(created).steps.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(dialog.title).toBe('Point “Hand bel: small” to “Hand bel small”');
    await dialog.click('Apply');
    expect(await text('Ring.md')).toContain('1. [[Hand bel small]] — rung by hand');
  });
});
