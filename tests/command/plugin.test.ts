import { describe, expect, it, vi } from 'vitest';
import IdeaTiersPlugin from '../../src/main';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { IDEA_VIEW_TYPE } from '../../src/view/core/idea-view';
import { COMPARE_VIEW_TYPE } from '../../src/view/compare/compare-view';
import { MAP_VIEW_TYPE } from '../../src/view/map/map-view';
import { createHost, type Host, type HostOptions } from '../host/boot';
import { SettingTab } from '../host/settings/index';
import damaged from '../settings/damaged.json';
import { eventually } from '../eventually';

const MANIFEST = { id: 'idea-tiers', name: 'Idea Tiers' };
const DATA = '.obsidian/plugins/idea-tiers/data.json';
const FILES = { 'Note.md': '## Upstream ideas\n\n- [[Other]]\n' };

const notices = (): readonly (string | null)[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent);

async function load(
  data: string | null,
  enabledByUser = false,
  options: HostOptions = {},
): Promise<{ host: Host; plugin: IdeaTiersPlugin }> {
  document.body.empty();
  const host = createHost({ files: FILES, ...options });
  if (data !== null) await host.app.vault.adapter.write(DATA, data);
  const plugin = await host.loadPlugin(IdeaTiersPlugin, MANIFEST, { enabledByUser });
  await host.settle();
  if (!(plugin instanceof IdeaTiersPlugin)) throw new Error('another plugin was loaded');
  return { host, plugin };
}

describe('The plugin', () => {
  it('says once, in one notice, which settings are damaged, and works with the rest', async () => {
    const { plugin } = await load(JSON.stringify(damaged));
    expect(notices()).toHaveLength(1);
    expect(plugin.settings).not.toEqual(DEFAULT_SETTINGS);
  });

  it('starts with its defaults where data.json is no JSON, says so, and leaves the file as it is', async () => {
    const { host, plugin } = await load('{ "version": ');
    expect(plugin.settings).toEqual(DEFAULT_SETTINGS);
    expect(notices()).toHaveLength(1);
    expect(await host.app.vault.adapter.read(DATA)).toBe('{ "version": ');
  });

  it('shows in its settings what comes while they stand open, as in a window of their own', async () => {
    const { host, plugin } = await load(JSON.stringify({ version: 1, newNoteFolder: 'Before' }));
    const [tab] = host.app.settingTabs;
    if (!tab) throw new Error('no settings');
    SettingTab.show(tab);
    const shown = (): (string | undefined)[] =>
      [...tab.containerEl.querySelectorAll('input')]
        .map(({ value }) => value)
        .filter((value) => /Before|After/.test(value));
    expect(shown()).toEqual(['Before']);
    await host.app.vault.adapter.write(DATA, JSON.stringify({ version: 1, newNoteFolder: 'After' }));
    await plugin.onExternalSettingsChange();
    expect(shown()).toEqual(['After']);
  });

  it('hears of new notes only once the app has started: until then each note of the vault counts as one', async () => {
    const host = createHost({ files: FILES, starting: true });
    const heard = vi.spyOn(host.app.vault, 'on');
    await host.loadPlugin(IdeaTiersPlugin, MANIFEST, { enabledByUser: true });
    await host.settle();
    const names = (): readonly string[] => heard.mock.calls.map(([name]) => String(name));
    expect(names()).toContain('rename');
    expect(names()).not.toContain('create');
    host.finishStart();
    await host.settle();
    expect(names().filter((name) => name === 'create')).toHaveLength(2);
  });

  it('closes its dialogs when it goes, and what they have under way ends', async () => {
    const { host, plugin } = await load(null, false, { files: { 'A.md': 'a', 'B.md': 'b', 'C.md': 'c' } });
    const waiting: ((text: string) => void)[] = [];
    const reads = vi.spyOn(host.app.vault, 'cachedRead');
    reads.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
    const open = (): number => document.querySelectorAll('.modal, .prompt').length;
    const commands = ['unfinished-notes', 'find-garbled-notes', 'find-idea', 'new-three-step-note'];
    for (const id of commands) {
      host.app.commands.executeCommandById(`idea-tiers:${id}`);
      await host.settle();
    }
    expect(open()).toBe(commands.length);
    plugin.unload();
    expect(open()).toBe(0);
    const before = reads.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    for (const resolve of waiting) resolve('a');
    await host.settle();
    expect(reads).toHaveBeenCalledTimes(before);
  });

  it('asks before a dialog is closed in which something is typed', async () => {
    const { host, plugin } = await load(null);
    host.app.commands.executeCommandById('idea-tiers:new-three-step-note');
    await host.settle();
    const areaEl = document.querySelector('textarea');
    if (!areaEl) throw new Error('no text to type');
    areaEl.value = 'A thought that stands nowhere else';
    areaEl.dispatchEvent(new Event('input'));
    plugin.unload();
    expect(document.querySelectorAll('.modal')).toHaveLength(2);
    expect(areaEl.isConnected).toBe(true);
  });

  it('has one icon in the ribbon as long as it is there', async () => {
    const { host, plugin } = await load(null);
    expect(host.app.ribbonItems.map(({ title }) => title)).toEqual(['Open sidebar']);
    plugin.unload();
    expect(host.app.ribbonItems).toEqual([]);
  });

  it.each([
    ['phone', true],
    ['tablet', 'tablet'],
  ] as const)(
    'shows on a %s, which has no status bar, in the sidebar how far its index has come',
    async (_, mobile) => {
      const files = Object.fromEntries(
        Array.from({ length: 600 }, (_, at) => [`Note ${at}.md`, `- [[Note ${at + 1}]]\n`]),
      );
      const { host } = await load(null, true, { mobile, files });
      const said = (): string =>
        host.app.workspace
          .getLeavesOfType(IDEA_VIEW_TYPE)[0]
          ?.view.containerEl.querySelector('.idea-tiers-index-progress')?.textContent ?? '';
      const seen = new Set<string>();
      await vi.waitFor(
        () => {
          seen.add(said());
          expect([...seen].some((text) => /600/.test(text)) && said() === '').toBe(true);
        },
        { interval: 1, timeout: 20_000 },
      );
      expect(document.querySelector('.status-bar-item')).toBeNull();
    },
  );

  it('opens its sidebar when the user switches it on, and not at any other start', async () => {
    const first = await load(null, true);
    expect(first.host.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)).toHaveLength(1);
    const later = await load(null);
    expect(later.host.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)).toHaveLength(0);
  });

  it.each([
    ['en', /^There is no room left on this device/],
    ['ru', /^На устройстве не осталось места/],
  ] as const)(
    'says once in the user’s language (%s) that there is no room for its index, and works',
    async (language, words) => {
      const error = vi.spyOn(console, 'error').mockReturnValue();
      vi.stubGlobal('indexedDB', {
        open: () => {
          throw new DOMException('Encountered full disk', 'QuotaExceededError');
        },
      });
      const { host } = await load(null, true, { language });
      await eventually(() => expect(notices()).toHaveLength(1));
      expect(notices()[0]).toMatch(words);
      expect(host.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)).toHaveLength(1);
      await host.app.vault.create('Late.md', '- [[Note]]');
      await host.settle();
      expect(notices()).toHaveLength(1);
      error.mockRestore();
      vi.unstubAllGlobals();
    },
  );

  it('says nothing and writes nothing at a first start', async () => {
    const { host } = await load(null);
    expect(notices()).toEqual([]);
    expect(await host.app.vault.adapter.exists(DATA)).toBe(false);
  });

  it('goes on with its settings while data.json cannot be read, and takes those that come', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { host, plugin } = await load(JSON.stringify({ newNoteFolder: 'Ideas' }));
    const change = async (text: string): Promise<void> => {
      await host.app.vault.adapter.write(DATA, text);
      await plugin.onExternalSettingsChange();
    };
    await change('{ "newNote');
    expect(plugin.settings.newNoteFolder).toBe('Ideas');
    expect(notices()).toEqual([]);
    await change(JSON.stringify({ newNoteFolder: 'Thoughts' }));
    expect(plugin.settings.newNoteFolder).toBe('Thoughts');
    error.mockRestore();
  });

  it('has in force what is on the disk in the end, also where settings come while others are written', async () => {
    const { host, plugin } = await load(JSON.stringify({ newNoteFolder: 'Here' }));
    const { adapter } = host.app.vault;
    const write = adapter.write.bind(adapter);
    let goOn = (): void => undefined;
    vi.spyOn(adapter, 'write').mockImplementationOnce(async (...args) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      await write(...args);
    });
    await host.app.vault.createFolder('Here');
    const folder = host.app.vault.getFolderByPath('Here');
    if (folder) await host.app.vault.rename(folder, 'There');
    await host.settle();
    await write(DATA, JSON.stringify({ newNoteFolder: 'From elsewhere' }));
    const told = plugin.onExternalSettingsChange();
    await host.settle();
    goOn();
    await told;
    const stored: unknown = JSON.parse(await adapter.read(DATA));
    expect(stored).toMatchObject({ newNoteFolder: plugin.settings.newNoteFolder });
  });

  it('keeps what is set while settings that came from elsewhere are read', async () => {
    const { host, plugin } = await load(JSON.stringify({ newNoteFolder: 'Here' }));
    const { adapter } = host.app.vault;
    await host.app.vault.createFolder('Here');
    const read = adapter.read.bind(adapter);
    let goOn = (): void => undefined;
    vi.spyOn(adapter, 'read').mockImplementationOnce(async (path) => {
      const text = await read(path);
      await new Promise<void>((resolve) => (goOn = resolve));
      return text;
    });
    const told = plugin.onExternalSettingsChange();
    await host.settle();
    const folder = host.app.vault.getFolderByPath('Here');
    if (folder) await host.app.vault.rename(folder, 'There');
    await host.settle();
    goOn();
    await told;
    expect(plugin.settings.newNoteFolder).toBe('There');
    const stored: unknown = JSON.parse(await read(DATA));
    expect(stored).toMatchObject({ newNoteFolder: 'There' });
  });

  it('knows the weights of a table whose note is taken away and comes back, as when a branch is switched', async () => {
    const of = { path: 'Tea.md', header: ['Tier', 'Tea'], weights: { value: { '🟢': 3 }, cost: {} }, roles: {} };
    const { host, plugin } = await load(JSON.stringify({ tables: [of] }), false, {
      files: { 'Tea.md': '| Tier | Tea |\n|---|---|\n' },
    });
    const { vault } = host.app;
    const tea = vault.getFileByPath('Tea.md');
    if (tea) await vault.delete(tea);
    await vault.create('Tea.md', '| Tier | Tea |\n|---|---|\n');
    await host.settle();
    expect(plugin.settings.tables).toEqual([of]);
  });

  it('keeps what is open in a note that is renamed while another is shown', async () => {
    const table = '| Tier | Tea |\n|---|---|\n| 1 | Green |\n| 2 | Black |\n';
    const { host } = await load(null, true, { files: { 'Tea.md': table, 'Note.md': 'Words.' } });
    const { vault, workspace } = host.app;
    const open = async (path: string): Promise<void> => {
      const file = vault.getFileByPath(path);
      if (file) await workspace.getLeaf(false).openFile(file);
      await host.settle();
    };
    const view = workspace.getLeavesOfType(IDEA_VIEW_TYPE)[0]?.view;
    await open('Tea.md');
    view?.containerEl.querySelector<HTMLElement>('.idea-tiers-rung-toggle')?.click();
    await open('Note.md');
    const tea = vault.getFileByPath('Tea.md');
    if (tea) await vault.rename(tea, 'All tea.md');
    await open('All tea.md');
    expect(view?.containerEl.querySelectorAll('.idea-tiers-row.is-open')).toHaveLength(1);
    expect(JSON.stringify(view?.getState())).not.toContain('"Tea.md"');
  });

  it('reads the note again in each of its views where headings of the user’s own have changed', async () => {
    const files = { 'Note.md': '## Anfang\n\n> Раз.\n\n## Ende\n\n> One.\n' };
    const { host, plugin } = await load(null, false, { files });
    const file = host.app.vault.getFileByPath('Note.md');
    if (file) await host.app.workspace.getLeaf(false).openFile(file);
    host.app.commands.executeCommandById('idea-tiers:compare-steps');
    await host.settle();
    const view = host.app.workspace.getLeavesOfType(COMPARE_VIEW_TYPE)[0]?.view;
    expect(view?.containerEl.textContent).toContain('This note has no steps 1 and 2 to compare.');
    await host.app.vault.adapter.write(DATA, JSON.stringify({ stepHeadings: { 1: ['Anfang'], 2: ['Ende'] } }));
    await plugin.onExternalSettingsChange();
    await eventually(() => expect(view?.containerEl.textContent).toContain('Paired'));
  });

  it('shows a map that is not loaded yet as it was left', async () => {
    const { host } = await load(null);
    const { workspace, commands } = host.app;
    const leaf = workspace.getLeaf('tab');
    await leaf.setViewState({ type: MAP_VIEW_TYPE, state: { hops: 3 } });
    workspace.setActiveLeaf(workspace.getLeaf('tab'), { focus: true });
    commands.executeCommandById('idea-tiers:open-idea-map');
    await host.settle();
    expect(workspace.getLeavesOfType(MAP_VIEW_TYPE).map((one) => one.getViewState().state?.hops)).toEqual([3]);
  });

  it('has a name of its own for each kind of view in the settings of the page preview', async () => {
    const { host } = await load(null);
    const names = Array.from(host.app.workspace.hoverLinkSources.values(), ({ display }) => display);
    expect(names).toEqual(['Idea Tiers', 'Idea Tiers: Idea map', 'Idea Tiers: Audit of idea links']);
  });

  it('answers on the command line, which a phone has not', async () => {
    const { host } = await load(null);
    const audit = host.app.cliHandlers.get('idea-tiers:audit');
    const files = { 'Folder/Note.md': '## Upstream ideas\n\n- [[Nowhere]]\n' };
    const other = await load(null, false, { files });
    const inFolder = async (folder: string): Promise<string | undefined> =>
      other.host.app.cliHandlers.get('idea-tiers:audit')?.({ folder });
    expect(audit).toBeDefined();
    await eventually(async () => expect(await inFolder('Folder')).toContain('Nowhere'));
    expect(await inFolder('/Folder/')).toBe(await inFolder('Folder'));
    expect(await inFolder('/')).toBe(await inFolder('Folder'));
    expect((await load(null, false, { mobile: true })).host.app.cliHandlers.size).toBe(0);
  });
});
