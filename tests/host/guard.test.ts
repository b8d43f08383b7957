import { Plugin } from 'obsidian';
import { afterEach, expect, inject, test } from 'vitest';
import { createHost, openHosts } from './boot.ts';

class Reading extends Plugin {}

afterEach(() => {
  for (const host of openHosts()) host.app.guarded.forgetReads();
});

test('Reads of names that the typings do not have are recorded, not refused', async () => {
  const host = createHost();
  const { app } = await host.loadPlugin(Reading);
  expect(Reflect.get(app, 'commands')).toBeDefined();
  expect(Reflect.get(app, 'plugins')).toBeUndefined();
  expect(Reflect.get(app.vault, 'getConfig')).toBeUndefined();
  expect('internalPlugins' in app).toBe(false);
  expect(host.undocumentedReads(inject('documentedNames'))).toEqual([
    'App.commands',
    'App.internalPlugins',
    'App.plugins',
    'Vault.getConfig',
  ]);
});

test('Documented names are not recorded, nor what the host itself reads for them', async () => {
  const host = createHost({ files: { 'A.md': '[[B]]' } });
  const { app } = await host.loadPlugin(Reading);
  const file = app.vault.getFileByPath('A.md');
  if (file) await app.workspace.getLeaf().openFile(file);
  app.workspace.on('layout-change', () => undefined);
  app.metadataCache.getFirstLinkpathDest('B', 'A.md');
  app.fileManager.getNewFileParent('A.md');
  expect(app.workspace.activeEditor).not.toBeNull();
  expect(host.undocumentedReads(inject('documentedNames'))).toEqual([]);
});

test('The app of a view is the one that its plugin has', async () => {
  const host = createHost();
  const plugin = await host.loadPlugin(Reading);
  expect(host.app.workspace.getLeaf().view.app).toBe(plugin.app);
  expect(plugin.app.vault).toBe(plugin.app.vault);
});
