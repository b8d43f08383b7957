import { ItemView, MarkdownView, Plugin, type Editor, type TFile, type WorkspaceLeaf } from 'obsidian';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createHost, type Host } from './boot.ts';
import { eventually } from '../eventually';

const told: string[] = [];
let ticks = 0;

function noteAt(host: Host, path: string): TFile {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no file ${path}.`);
  return file;
}

class TinyView extends ItemView {
  #query = '';
  getViewType(): string {
    return 'tiny';
  }
  getDisplayText(): string {
    return 'Tiny';
  }
  override getState(): Record<string, unknown> {
    return { query: this.#query };
  }
  override async setState(state: unknown): Promise<void> {
    await Promise.resolve();
    if (typeof state === 'object' && state !== null && 'query' in state) this.#query = String(state.query);
  }
  protected override async onOpen(): Promise<void> {
    await Promise.resolve();
    told.push('open');
    this.addAction('pin', 'Pin', () => told.push('pin'));
    this.registerEvent(this.app.workspace.on('file-open', (file: TFile | null) => told.push(file?.path ?? 'nothing')));
    this.registerDomEvent(this.contentEl.doc, 'keyup', () => told.push('keyup'));
  }
  protected override async onClose(): Promise<void> {
    await Promise.resolve();
    told.push('close');
  }
}

class TinyPlugin extends Plugin {
  override onload(): void {
    this.registerView('tiny', (leaf: WorkspaceLeaf) => new TinyView(leaf));
    this.addRibbonIcon('star', 'Open tiny', () => told.push('ribbon'));
    this.addStatusBarItem().setText('Tiny status');
    this.addCommand({ id: 'run', name: 'Run', callback: () => told.push('run') });
    this.addCommand({
      id: 'edit',
      name: 'Edit',
      editorCallback: (editor) => editor.replaceSelection('edited'),
    });
    this.registerHoverLinkSource('tiny', { display: 'Tiny', defaultMod: true });
    this.registerInterval(window.setInterval(() => (ticks += 1), 1));
    this.registerObsidianProtocolHandler('tiny', () => undefined);
    this.registerCliHandler('tiny:run', 'Run', null, () => '');
  }
}

async function open(host: Host, path: string): Promise<void> {
  await host.app.workspace.getLeaf().openFile(noteAt(host, path));
}

function markdownView(host: Host): MarkdownView {
  const view: unknown = host.app.workspace.getActiveViewOfType(MarkdownView);
  if (!(view instanceof MarkdownView)) throw new Error('The active view is no note.');
  return view;
}

beforeEach(() => {
  told.length = 0;
});

describe('Leaves', () => {
  test('ensureSideLeaf() opens the view once, beside the note, with Obsidian’s header', async () => {
    const host = createHost({ files: { 'A.md': '' } });
    await host.loadPlugin(TinyPlugin);
    const leaf = await host.app.workspace.ensureSideLeaf('tiny', 'right');
    expect(await host.app.workspace.ensureSideLeaf('tiny', 'right')).toBe(leaf);
    expect(told).toEqual(['open']);
    const [header, content] = leaf.view.containerEl.children;
    expect(header?.className).toBe('view-header');
    expect(content?.className).toBe('view-content');
    document.querySelector<HTMLElement>('.mod-right-split [aria-label="Pin"]')?.click();
    expect(told).toEqual(['open', 'pin']);
  });

  test('A leaf in a background tab holds a deferred view, which becomes the view when the tab is shown', async () => {
    const host = createHost();
    await host.loadPlugin(TinyPlugin);
    const { workspace } = host.app;
    await workspace.getLeaf().setViewState({ type: 'empty', active: true });
    const leaf = workspace.getLeaf('tab');
    await leaf.setViewState({ type: 'tiny', state: { query: 'kept' } });
    expect(leaf.isDeferred).toBe(true);
    expect(leaf.view).not.toBeInstanceOf(TinyView);
    expect(leaf.getViewState()).toMatchObject({ type: 'tiny', state: { query: 'kept' } });
    expect(workspace.getLeavesOfType('tiny')).toEqual([leaf]);
    await workspace.revealLeaf(leaf);
    expect(leaf.isDeferred).toBe(false);
    expect(leaf.view).toBeInstanceOf(TinyView);
    expect(leaf.getViewState().state).toEqual({ query: 'kept' });
  });

  test('A layout comes back with its views’ states, and what was behind stays deferred', async () => {
    const host = createHost({ files: { 'A.md': 'a', 'B.md': 'b' } });
    await host.loadPlugin(TinyPlugin);
    const { workspace } = host.app;
    await open(host, 'A.md');
    const file = host.app.vault.getFileByPath('B.md');
    if (file) await workspace.getLeaf('tab').openFile(file);
    await workspace.ensureSideLeaf('tiny', 'right', { state: { query: 'kept' } });
    const layout: unknown = JSON.parse(JSON.stringify(workspace.getLayout()));
    workspace.detachLeavesOfType('tiny');
    workspace.detachLeavesOfType('markdown');
    await workspace.changeLayout(layout);
    await host.settle();
    expect(workspace.getLeavesOfType('tiny').map((leaf) => leaf.getViewState().state)).toEqual([{ query: 'kept' }]);
    expect(workspace.getLeavesOfType('markdown').map((leaf) => leaf.isDeferred)).toEqual([true, false]);
    expect(workspace.getActiveFile()?.path).toBe('B.md');
  });

  test('`file-open` tells of another note, not of the same again, nor of a click in the sidebar', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '' } });
    await host.loadPlugin(TinyPlugin);
    const leaf = await host.app.workspace.ensureSideLeaf('tiny', 'right');
    await open(host, 'A.md');
    await open(host, 'A.md');
    leaf.containerEl.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(host.app.workspace.getActiveViewOfType(MarkdownView)).toBeNull();
    expect(host.app.workspace.getActiveFile()?.path).toBe('A.md');
    await open(host, 'B.md');
    expect(told).toEqual(['open', 'A.md', 'B.md']);
  });

  test('Back and forward go through the notes of a leaf', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '' } });
    await open(host, 'A.md');
    await open(host, 'B.md');
    const leaf = host.app.workspace.getLeaf();
    await leaf.history.back();
    expect(host.app.workspace.getActiveFile()?.path).toBe('A.md');
    await leaf.history.forward();
    expect(host.app.workspace.getActiveFile()?.path).toBe('B.md');
  });

  test('A pinned leaf keeps its note: links open in another', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '' } });
    await open(host, 'A.md');
    host.app.workspace.getLeaf().setPinned(true);
    await host.app.workspace.openLinkText('B', 'A.md');
    expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
  });

  test('A view that is not to be navigated away keeps its leaf; the note used last stays the active one', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '' } });
    await host.loadPlugin(TinyPlugin);
    await open(host, 'A.md');
    const { workspace } = host.app;
    await workspace.getLeaf('tab').setViewState({ type: 'tiny', active: true });
    expect(workspace.getActiveFile()?.path).toBe('A.md');
    await open(host, 'B.md');
    expect(workspace.getLeavesOfType('tiny')).toHaveLength(1);
    expect(workspace.getLeavesOfType('markdown').map((leaf) => leaf.getViewState().state?.['file'])).toEqual(['B.md']);
  });

  test('When its note is deleted, a leaf is empty and `file-open` tells of nothing', async () => {
    const host = createHost({ files: { 'A.md': '' } });
    await host.loadPlugin(TinyPlugin);
    await host.app.workspace.ensureSideLeaf('tiny', 'right');
    await open(host, 'A.md');
    const file = host.app.vault.getFileByPath('A.md');
    if (file) await host.app.fileManager.trashFile(file);
    await host.settle();
    expect(told).toEqual(['open', 'A.md', 'nothing']);
  });

  test('The tab and the title follow a rename', async () => {
    const host = createHost({ files: { 'A.md': '' } });
    await open(host, 'A.md');
    const file = host.app.vault.getFileByPath('A.md');
    if (file) await host.app.vault.rename(file, 'Renamed.md');
    await host.settle();
    expect(document.querySelector('.mod-root .is-active')?.textContent).toBe('Renamed');
    expect(markdownView(host).containerEl.querySelector('.view-header-title')?.textContent).toBe('Renamed');
  });
});

describe('openLinkText(link, source)', () => {
  test('goes to the heading that the link names', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '# One\n\ntext\n\n## Two words\n' } });
    await host.app.workspace.openLinkText('B#One#Two words', 'A.md');
    expect(markdownView(host).editor.getCursor().line).toBe(4);
  });

  test('makes the note that is missing, and its folders', async () => {
    const host = createHost({ files: { 'A.md': '' } });
    await host.app.workspace.openLinkText('New folder/New note', 'A.md');
    expect(host.app.workspace.getActiveFile()?.path).toBe('New folder/New note.md');
  });
});

describe('Notes', () => {
  test('What another writes into the file of an open note is told by `editor-change` too', async () => {
    const host = createHost({ files: { 'Note.md': 'old' } });
    const leaf = host.app.workspace.getLeaf();
    await leaf.openFile(noteAt(host, 'Note.md'));
    const changes: string[] = [];
    host.app.workspace.on('editor-change', (editor: Editor) => changes.push(editor.getValue()));
    await host.app.vault.modify(noteAt(host, 'Note.md'), 'new');
    await host.settle();
    expect(changes).toEqual(['new']);
  });

  test('A view says to be of a file, and others are told so, before it has read it', async () => {
    const host = createHost({ files: { 'Note.md': 'old', 'Other.md': 'other' } });
    const leaf = host.app.workspace.getLeaf();
    await leaf.openFile(noteAt(host, 'Note.md'));
    const opened: unknown[] = [];
    host.app.workspace.on('file-open', (file: TFile | null) =>
      opened.push([file?.path, markdownView(host).getViewData()]),
    );
    let answer = (): void => undefined;
    host.app.diskOf = () => new Promise((resolve) => (answer = resolve));
    const loaded = leaf.openFile(noteAt(host, 'Other.md'));
    await eventually(() => expect(opened).toEqual([['Other.md', 'old']]));
    expect(markdownView(host).file?.path).toBe('Other.md');
    answer();
    await loaded;
    expect(markdownView(host).getViewData()).toBe('other');
  });

  test('An edit is told by `editor-change` at once, and saved two seconds later', async () => {
    vi.useFakeTimers();
    try {
      const host = createHost({ files: { 'A.md': 'one' } });
      await open(host, 'A.md');
      const changes: string[] = [];
      host.app.workspace.on('editor-change', () => changes.push(markdownView(host).editor.getValue()));
      markdownView(host).editor.replaceRange('!', { line: 0, ch: 3 });
      expect(changes).toEqual(['one!']);
      const file = host.app.vault.getFileByPath('A.md');
      if (!file) throw new Error('The note is gone.');
      expect(await host.app.vault.read(file)).toBe('one');
      await vi.advanceTimersByTimeAsync(2000);
      expect(await host.app.vault.read(file)).toBe('one!');
    } finally {
      vi.useRealTimers();
    }
  });

  test('What others write comes into the open editor', async () => {
    const host = createHost({ files: { 'A.md': 'one' } });
    await open(host, 'A.md');
    const file = host.app.vault.getFileByPath('A.md');
    if (file) await host.app.vault.process(file, () => 'two');
    await host.settle();
    expect(markdownView(host).editor.getValue()).toBe('two');
  });

  test('The reading view renders the note, and editor commands are not offered in it', async () => {
    const host = createHost({ files: { 'A.md': 'See [[B]].' } });
    await host.loadPlugin(TinyPlugin, { id: 'tiny' });
    await open(host, 'A.md');
    expect(host.app.commands.executeCommandById('tiny:edit')).toBe(true);
    expect(markdownView(host).editor.getValue()).toBe('editedSee [[B]].');
    await host.app.workspace.getLeaf().setViewState({ type: 'markdown', state: { file: 'A.md', mode: 'preview' } });
    expect(markdownView(host).contentEl.querySelector('a.internal-link')?.textContent).toBe('B');
    expect(host.app.commands.executeCommandById('tiny:edit')).toBe(false);
  });
});

describe('A plugin', () => {
  test('leaves nothing behind when it is unloaded', async () => {
    const host = createHost();
    const plugin = await host.loadPlugin(TinyPlugin, { id: 'tiny' });
    await host.app.workspace.ensureSideLeaf('tiny', 'right');
    plugin.unload();
    await host.settle();
    expect(told).toEqual(['open', 'close']);
    told.length = 0;
    const ticksBefore = ticks;
    document.dispatchEvent(new KeyboardEvent('keyup'));
    host.app.workspace.trigger('file-open', null);
    await new Promise((resolve) => window.setTimeout(resolve, 5));
    expect([told, ticks]).toEqual([[], ticksBefore]);
    // The tab itself stays where the user has put it.
    expect(host.app.workspace.getLeavesOfType('tiny').map(({ view }) => view instanceof TinyView)).toEqual([false]);
    expect(host.app.workspace.views.has('tiny')).toBe(false);
    expect(host.app.commands.commands).toEqual({});
    expect(host.app.workspace.hoverLinkSources.size + host.app.protocolHandlers.size + host.app.cliHandlers.size).toBe(
      0,
    );
    expect(document.querySelector('[aria-label="Open tiny"], .status-bar-item')).toBeNull();
  });

  test('has no data at first, then what it saved', async () => {
    const plugin = await createHost().loadPlugin(TinyPlugin);
    expect(await plugin.loadData()).toBeNull();
    await plugin.saveData({ a: 1 });
    expect(await plugin.loadData()).toEqual({ a: 1 });
  });

  test('is told that the user switched it on only when the user did', async () => {
    class Enabled extends Plugin {
      override onUserEnable(): void {
        told.push('enabled');
      }
    }
    const host = createHost();
    await host.loadPlugin(Enabled, { id: 'a' });
    expect(told).toEqual([]);
    await host.loadPlugin(Enabled, { id: 'b' }, { enabledByUser: true });
    expect(told).toEqual(['enabled']);
  });

  test('is run from its built code too', async () => {
    const code = `const { Plugin } = require('obsidian');
      module.exports = class extends Plugin { onload() { this.addCommand({ id: 'a', name: 'A', callback: () => {} }); } };`;
    const host = createHost();
    await host.loadPlugin(code, { id: 'built' });
    expect(host.app.commands.listCommands().map((command) => command.id)).toEqual(['built:a']);
  });

  test('hears `create` for every file at the start, unless it waits for the layout', async () => {
    class Early extends Plugin {
      override onload(): void {
        this.registerEvent(this.app.vault.on('create', (file) => told.push(`early ${file.path}`)));
        this.app.workspace.onLayoutReady(() => {
          this.registerEvent(this.app.vault.on('create', (file) => told.push(`late ${file.path}`)));
        });
      }
    }
    const host = createHost({ files: { 'A.md': '' }, starting: true });
    await host.loadPlugin(Early);
    host.finishStart();
    expect(told).toEqual(['early /', 'early A.md']);
    await host.app.vault.create('B.md', '');
    expect(told.slice(2)).toEqual(['early B.md', 'late B.md']);
  });
});
