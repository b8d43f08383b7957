import {
  ItemView,
  MarkdownView,
  Plugin,
  type App,
  type PluginManifest,
  type TFile,
  type WorkspaceLeaf,
} from 'obsidian';
import { expect, test, vi } from 'vitest';
import { UNKIND, type Behaviour } from './behaviour.ts';
import { createHost, type Host } from './boot.ts';
import type { CodeMirrorEditor } from './workspace/editor.ts';
import { eventually } from '../eventually';

const FILES = { 'A.md': 'one\ntwo\nthree\n', 'x/B.md': '', 'x/y/C#.md': '', 'New notes/N.md': '' };

class StillView extends ItemView {
  override navigation = false;
  readonly windows: Window[] = [];
  getViewType(): string {
    return 'still';
  }
  getDisplayText(): string {
    return 'Still';
  }
  protected override async onOpen(): Promise<void> {
    await Promise.resolve();
    this.register(this.contentEl.onWindowMigrated((win) => this.windows.push(win)));
  }
}

class StillPlugin extends Plugin {
  constructor(app: App, manifest: PluginManifest) {
    super(app, manifest);
  }
  override onload(): void {
    this.registerView('still', (leaf: WorkspaceLeaf) => new StillView(leaf));
    this.addRibbonIcon('star', 'Still', () => undefined);
  }
}

function hostWith(behaviour: Partial<Behaviour> = {}): Host {
  return createHost({ files: FILES, behaviour });
}

function fileAt({ app }: Host, path: string): TFile {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(path);
  return file;
}

async function editing(host: Host, path: string): Promise<MarkdownView & { editor: CodeMirrorEditor }> {
  await host.app.workspace.getLeaf().openFile(fileAt(host, path), { state: { mode: 'source' } });
  const view: unknown = host.app.workspace.getLeaf().view;
  if (!(view instanceof MarkdownView)) throw new Error('no note');
  return view as MarkdownView & { editor: CodeMirrorEditor };
}

test('What another writes into the file of a note that is edited is merged into it, and told', async () => {
  const host = hostWith();
  const view = await editing(host, 'A.md');
  view.editor.replaceRange('mine\n', { line: 3, ch: 0 });
  await host.app.vault.modify(fileAt(host, 'A.md'), 'theirs\none\ntwo\nthree\n');
  await host.settle();
  expect(view.editor.getValue()).toBe('theirs\none\ntwo\nthree\nmine\n');
  expect(document.querySelector('.notice')?.textContent).toContain('merging changes');
  await view.save();
  expect(await host.app.vault.read(fileAt(host, 'A.md'))).toBe('theirs\none\ntwo\nthree\nmine\n');
});

test('What comes in from outside is no edit: it is not saved again', async () => {
  const host = hostWith();
  const view = await editing(host, 'A.md');
  await host.app.vault.modify(fileAt(host, 'A.md'), 'other\n');
  await host.settle();
  const modified = vi.fn();
  host.app.vault.on('modify', modified);
  await view.save();
  expect(view.editor.getValue()).toBe('other\n');
  expect(modified).not.toHaveBeenCalled();
});

test('A slow disk: a view says to be of a file long before it has its text', async () => {
  const host = hostWith({ diskDelay: 2000 });
  const opened = host.app.workspace.getLeaf().openFile(fileAt(host, 'A.md'));
  await eventually(() => expect(host.app.workspace.getActiveFile()?.path).toBe('A.md'));
  const { view } = host.app.workspace.getLeaf();
  expect(view instanceof MarkdownView && view.getViewData()).toBe('');
  await opened;
  expect(view instanceof MarkdownView && view.getViewData()).toBe(FILES['A.md']);
});

test('New notes, attachments and links go by the settings', async () => {
  const host = hostWith(UNKIND);
  const { fileManager } = host.app;
  expect(fileManager.getNewFileParent('A.md').path).toBe('New notes');
  expect(await fileManager.getAvailablePathForAttachment('p.svg', 'x/B.md')).toBe('x/attachments/p.svg');
  expect(fileManager.generateMarkdownLink(fileAt(host, 'x/B.md'), 'x/y/C#.md', '#h', 'a b')).toBe('[a b](../B.md#h)');
  expect(fileManager.generateMarkdownLink(fileAt(host, 'New notes/N.md'), '')).toBe('[N](New%20notes/N.md)');
  const wiki = hostWith({ newLinkFormat: 'absolute' });
  expect(wiki.app.fileManager.generateMarkdownLink(fileAt(wiki, 'x/B.md'), '')).toBe('[[x/B]]');
});

test('getLeaf(false) leaves a tab that may not be navigated away, and may not take the one behind it', async () => {
  for (const reusesHiddenLeaves of [true, false]) {
    const host = hostWith({ reusesHiddenLeaves });
    await host.loadPlugin(StillPlugin);
    const note = host.app.workspace.getLeaf();
    await note.openFile(fileAt(host, 'A.md'));
    await host.app.workspace.getLeaf('tab').setViewState({ type: 'still', active: true });
    expect(host.app.workspace.getLeaf(false) === note).toBe(reusesHiddenLeaves);
  }
});

test('Tabs outlive the plugin of their views, and show them again when it is there again', async () => {
  const host = hostWith();
  const plugin = await host.loadPlugin(StillPlugin);
  const leaf = host.app.workspace.getLeaf();
  await leaf.setViewState({ type: 'still', active: true });
  expect(host.app.ribbonItems.map(({ title }) => title)).toEqual(['Still']);
  plugin.unload();
  await host.settle();
  expect(host.app.workspace.getLeavesOfType('still')).toEqual([leaf]);
  expect(leaf.view).not.toBeInstanceOf(StillView);
  expect(host.app.ribbonItems).toEqual([]);
  await host.loadPlugin(StillPlugin);
  await host.settle();
  expect(leaf.view).toBeInstanceOf(StillView);
});

test('A tab goes to a window of its own and back, its view as it is, and who asked is told', async () => {
  const host = hostWith();
  await host.loadPlugin(StillPlugin);
  const { workspace } = host.app;
  const leaf = workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'still', active: true });
  const view: unknown = leaf.view;
  if (!(view instanceof StillView)) throw new Error('no view');
  const opened = workspace.moveLeafToPopout(leaf);
  expect(view.contentEl.win).toBe(opened.win);
  expect(activeWindow).toBe(opened.win);
  const el = opened.doc.body.createDiv({ text: 'made there' });
  expect(el.win).toBe(opened.win);
  await eventually(() => expect(view.windows).toEqual([opened.win]));
  workspace.moveLeaf(leaf, workspace.rootSplit);
  expect(workspace.windows).toEqual([]);
  expect(activeWindow).toBe(window);
  await eventually(() => expect(view.windows).toEqual([opened.win, window]));
  expect(leaf.view).toBe(view);
});

test('Another window that is closed takes with it what is open there', async () => {
  const host = hostWith();
  const { workspace } = host.app;
  const leaf = workspace.openPopoutLeaf();
  await leaf.openFile(fileAt(host, 'A.md'));
  expect(workspace.getActiveFile()?.path).toBe('A.md');
  const [opened] = workspace.windows;
  if (opened) workspace.closeWindow(opened);
  expect(workspace.allLeaves().includes(leaf)).toBe(false);
  expect(document.querySelector('iframe')).toBeNull();
});
