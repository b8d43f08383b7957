import { MarkdownView, type TFile } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShownNote } from '../../src/model/shown-note';
import { CurrentNote } from '../../src/obsidian/current-note';
import { CurrentPath } from '../../src/obsidian/current-path';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { StepBaselines } from '../../src/obsidian/step-baselines';
import { ShownNotes } from '../../src/obsidian/shown-notes';
import * as ofFrontmatter from '../../src/read/frontmatter';
import * as ofNotes from '../../src/read/note';
import { BUILT_IN, compileVocabulary } from '../../src/read/vocabulary';
import * as ofRepair from '../../src/repair/repair-note';
import { createHost, type Host } from '../host/boot.ts';

// Of what other files of this worker have loaded as well: a module that is mocked would have to be loaded anew.
beforeEach(() => {
  vi.spyOn(ofNotes, 'readNote');
  vi.spyOn(ofFrontmatter, 'readFrontmatter');
  vi.spyOn(ofRepair, 'repairNote');
});

afterEach(() => vi.restoreAllMocks());

const FILES = {
  'A.md': '## Upstream ideas\n\n- [[C]] — one\n- [[C#Part]] — a part\n- [[Missing]] — none\n',
  'B.md': '## Upstream ideas\n\n- [[C]] — one\n',
  'C.md': '',
  'Picture.canvas': '{}',
};

interface Follower {
  readonly told: (ShownNote | null)[];
  readonly note: CurrentNote;
}

/** The notes that are shown in a host, with as many views as a test wants. */
class Window {
  readonly host: Host = createHost({ files: FILES });
  vocabulary = BUILT_IN;
  readonly #app = this.host.app.forPlugins;
  readonly notes = new ShownNotes(this.#app, new LinkResolver(this.#app), {
    vocabulary: () => this.vocabulary,
    isLeftOut: (path) => path.startsWith('Left out/'),
    vault: { meant: () => [], usualKind: () => null },
    isTemplate: () => false,
    seen: new StepBaselines(this.#app),
  });

  constructor() {
    this.notes.load();
  }

  follow(): Follower {
    const told: (ShownNote | null)[] = [];
    const note = new CurrentNote(this.notes, (shown) => told.push(shown));
    note.load();
    return { told, note };
  }

  followPath(): { readonly told: string[]; readonly note: CurrentPath } {
    const told: string[] = [];
    const note = new CurrentPath(this.notes, (path) => told.push(path));
    note.load();
    return { told, note };
  }

  file(path: string): TFile {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) throw new Error(`no ${path}`);
    return file;
  }

  async open(path: string): Promise<void> {
    await this.#app.workspace.getLeaf(false).openFile(this.file(path));
    await this.rest();
  }

  /** Until all is read and checked. */
  async rest(): Promise<void> {
    await this.host.settle();
    await wait(150);
    await this.host.settle();
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

const pathsOf = ({ told }: Follower): (string | undefined)[] => told.map((shown) => shown?.path);

describe('Views of one note', () => {
  test('share its reading: every text is read, repaired and checked once, and all are told the same', async () => {
    const app = new Window();
    const all = [app.follow(), app.follow(), app.follow()];
    await app.open('A.md');
    const reads = vi.spyOn(app.host.app.vault, 'cachedRead');
    const parts = [ofNotes.readNote, ofRepair.repairNote, ofFrontmatter.readFrontmatter].map((part) =>
      vi.mocked(part).mockClear(),
    );
    await app.open('B.md');
    expect([reads, ...parts].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 1]);
    const [first, ...others] = all.map(({ told }) => told.at(-1));
    expect(first?.path).toBe('B.md');
    for (const other of others) expect(other?.note).toBe(first?.note);
  });

  test('share what they know of its links, each looked up once however it is written', async () => {
    const app = new Window();
    const all = [app.follow(), app.follow()];
    await app.rest();
    const asked = vi.spyOn(app.host.app.metadataCache, 'getFirstLinkpathDest');
    await app.open('A.md');
    for (const { told } of all) {
      const shown = told.at(-1);
      for (const link of ['C', 'C#Part', 'Missing', 'C#Part']) shown?.resolve(link);
      expect(shown?.resolve('C#Part')?.path).toBe('C.md');
      expect(shown?.resolve('Missing')).toBeNull();
    }
    expect(asked.mock.calls.map(([link]) => link).sort()).toEqual(['C', 'Missing']);
  });

  test('are told nothing that they know: an event that changes nothing is told to none', async () => {
    const app = new Window();
    const { told } = app.follow();
    await app.open('A.md');
    const before = told.length;
    const { workspace, vault } = app.host.app;
    workspace.trigger('active-leaf-change', workspace.getMostRecentLeaf());
    await vault.modify(app.file('A.md'), FILES['A.md']);
    app.host.app.metadataCache.trigger('resolved');
    await app.rest();
    expect(told).toHaveLength(before);
  });

  test('keep its reading until the last of them lets go', async () => {
    const app = new Window();
    const first = app.follow();
    const second = app.follow();
    await app.open('A.md');
    first.note.unload();
    await app.host.app.vault.modify(app.file('A.md'), 'Other');
    await app.rest();
    expect(second.told.at(-1)?.text).toBe('Other');
    second.note.unload();
    vi.mocked(ofNotes.readNote).mockClear();
    await app.host.app.vault.modify(app.file('A.md'), 'Another');
    await app.open('B.md');
    expect(ofNotes.readNote).not.toHaveBeenCalled();
    const third = app.follow();
    await app.rest();
    expect(third.told.at(-1)).toMatchObject({ path: 'B.md', state: 'current' });
  });

  test('are told nothing more when the plugin is unloaded', async () => {
    const app = new Window();
    const { told } = app.follow();
    await app.open('A.md');
    app.notes.unload();
    const before = told.length;
    await app.host.app.vault.modify(app.file('A.md'), 'Other');
    await app.open('B.md');
    expect(told).toHaveLength(before);
  });

  test('see what is typed, read once when the keys rest', async () => {
    const app = new Window();
    const all = [app.follow(), app.follow()];
    await app.open('A.md');
    const view = app.host.app.forPlugins.workspace.getLeaf(false).view;
    if (!(view instanceof MarkdownView)) throw new Error('no note is open');
    vi.mocked(ofNotes.readNote).mockClear();
    for (const key of 'tea') view.editor.replaceRange(key, { line: 2, ch: 0 });
    await wait(450);
    expect(ofNotes.readNote).toHaveBeenCalledTimes(1);
    for (const { told } of all) expect(told.at(-1)?.text).toContain('aet- [[C]]');
  });
});

describe('A pinned view', () => {
  test('shares the reading of the current note, and keeps its own when that is another', async () => {
    const app = new Window();
    const pinned = app.follow();
    const free = app.follow();
    await app.open('A.md');
    vi.mocked(ofNotes.readNote).mockClear();
    pinned.note.pin('A.md');
    await app.rest();
    expect(ofNotes.readNote).not.toHaveBeenCalled();
    await app.open('B.md');
    expect([pinned, free].map(({ told }) => told.at(-1)?.path)).toEqual(['A.md', 'B.md']);
    expect(ofNotes.readNote).toHaveBeenCalledTimes(1);
    await app.host.app.vault.modify(app.file('A.md'), 'Other');
    await app.rest();
    expect(pinned.told.at(-1)).toMatchObject({ text: 'Other', state: 'current' });
    const before = free.told.length;
    pinned.note.pin(null);
    expect(pinned.told.at(-1)?.path).toBe('B.md');
    expect(free.told).toHaveLength(before);
  });

  test('goes with its note when that is renamed, whether it is read by then or not', async () => {
    const app = new Window();
    const pinned = app.follow();
    await app.rest();
    pinned.note.pin('A.md');
    await app.host.app.vault.rename(app.file('A.md'), 'Z.md');
    await app.rest();
    expect([pinned.note.pinnedPath, pinned.told.at(-1)?.path]).toEqual(['Z.md', 'Z.md']);
  });

  test('is no greyer for what is in front', async () => {
    const app = new Window();
    const pinned = app.follow();
    const free = app.follow();
    await app.open('A.md');
    pinned.note.pin('A.md');
    const { workspace } = app.host.app.forPlugins;
    workspace.setActiveLeaf(workspace.getLeaf('tab'));
    await app.rest();
    expect([pinned, free].map(({ told }) => told.at(-1)?.state)).toEqual(['current', 'past']);
    pinned.note.pin(null);
    expect(pinned.told.at(-1)?.state).toBe('past');
  });
});

describe('What happens to a note', () => {
  test('is read again when it is called otherwise: it may be a map of content now', async () => {
    const app = new Window();
    const { told } = app.follow();
    const { vault } = app.host.app;
    await vault.create('Optics.md', '- [[Lens]]\n');
    await app.open('Optics.md');
    await app.rest();
    expect(told.at(-1)?.note.ideaLinks).toMatchObject([{ relation: 'related' }]);
    await vault.rename(app.file('Optics.md'), 'Optics MOC.md');
    await app.rest();
    expect(told.at(-1)).toMatchObject({ path: 'Optics MOC.md', note: { ideaLinks: [{ relation: 'downstream' }] } });
  });

  test('is told to all that show it: renamed, deleted, and there again', async () => {
    const app = new Window();
    const all = [app.follow(), app.follow()];
    const { vault } = app.host.app;
    await app.open('A.md');
    await vault.rename(app.file('A.md'), 'Z.md');
    await app.rest();
    for (const { told } of all) {
      expect(told.filter((shown) => shown?.movedFrom)).toMatchObject([{ path: 'Z.md', movedFrom: 'A.md' }]);
    }
    await app.host.app.fileManager.trashFile(app.file('Z.md'));
    await app.rest();
    for (const { told } of all) expect(told.at(-1)).toMatchObject({ path: 'Z.md', state: 'deleted' });
    await vault.create('Z.md', '- [[C]]\n');
    await app.rest();
    for (const { told } of all)
      expect(told.at(-1)).toMatchObject({ path: 'Z.md', state: 'current', text: '- [[C]]\n' });
  });

  test('leaves it read as one of a left-out folder once it is in one', async () => {
    const app = new Window();
    const { told } = app.follow();
    await app.open('A.md');
    await app.host.app.vault.createFolder('Left out');
    await app.host.app.vault.rename(app.file('A.md'), 'Left out/A.md');
    await app.rest();
    expect(told.at(-1)).toMatchObject({ path: 'Left out/A.md', isLeftOut: true, note: { ideaLinks: [] } });
  });

  test('leads its links elsewhere, as soon as the name is there and once Obsidian has resolved all again', async () => {
    const app = new Window();
    const { told } = app.follow();
    await app.open('A.md');
    const before = told.at(-1);
    expect(before?.resolve('Missing')).toBeNull();
    await app.host.app.vault.create('Missing.md', '');
    expect(before?.resolve('Missing')?.path).toBe('Missing.md');
    await app.rest();
    expect(told.at(-1)?.resolve).not.toBe(before?.resolve);
    expect(told.at(-1)?.problems).toEqual([]);
    await app.host.app.fileManager.trashFile(app.file('Missing.md'));
    expect(told.at(-1)?.resolve('Missing')).toBeNull();
  });

  test('does not keep it from being read anew when the words have changed meanwhile', async () => {
    const app = new Window();
    const { told } = app.follow();
    app.host.app.workspace.trigger('file-open', app.file('B.md'));
    await app.rest();
    expect(told.at(-1)?.note.ideaLinks).toMatchObject([{ relation: 'upstream' }]);
    app.vocabulary = compileVocabulary({ relations: { related: ['Upstream ideas'] }, steps: {} });
    app.notes.refresh();
    // The vault tells of the file before the answer is there.
    app.host.app.vault.trigger('modify', app.file('B.md'));
    await app.rest();
    expect(told.at(-1)?.note.ideaLinks).toMatchObject([{ relation: 'related' }]);
  });

  test('a note that is opened and gone before it is read takes nothing away', async () => {
    const app = new Window();
    const follower = app.follow();
    await app.open('A.md');
    vi.spyOn(app.host.app.vault, 'cachedRead').mockReturnValue(new Promise(() => undefined));
    app.host.app.workspace.trigger('file-open', app.file('B.md'));
    await app.host.app.fileManager.trashFile(app.file('B.md'));
    app.host.app.workspace.trigger('file-open', app.file('Picture.canvas'));
    await app.rest();
    expect(pathsOf(follower)).not.toContain('B.md');
    expect(follower.told.at(-1)).toMatchObject({ path: 'A.md', state: 'past' });
  });
});

describe('A view that needs only the path', () => {
  test('has it before the note is read, and has nothing read', async () => {
    const app = new Window();
    const { told } = app.followPath();
    const reads = vi.spyOn(app.host.app.vault, 'cachedRead');
    vi.mocked(ofNotes.readNote).mockClear();
    for (const path of ['A.md', 'B.md', 'B.md']) app.host.app.workspace.trigger('file-open', app.file(path));
    expect(told).toEqual(['A.md', 'B.md']);
    await app.host.app.vault.rename(app.file('B.md'), 'Z.md');
    await app.rest();
    expect(told).toEqual(['A.md', 'B.md', 'Z.md']);
    expect(reads).not.toHaveBeenCalled();
    expect(ofNotes.readNote).not.toHaveBeenCalled();
  });
});
