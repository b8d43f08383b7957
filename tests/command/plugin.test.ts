import { describe, expect, it } from 'vitest';
import IdeaTiersPlugin from '../../src/main';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { IDEA_VIEW_TYPE } from '../../src/view/idea-view';
import { createHost, type Host } from '../host/boot';
import damaged from '../settings/damaged.json';

const MANIFEST = { id: 'idea-tiers', name: 'Idea Tiers' };
const DATA = '.obsidian/plugins/idea-tiers/data.json';
const FILES = { 'Note.md': '## Upstream ideas\n\n- [[Other]]\n' };

const notices = (): readonly (string | null)[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent);

async function load(data: string | null, enabledByUser = false): Promise<{ host: Host; plugin: IdeaTiersPlugin }> {
  document.body.empty();
  const host = createHost({ files: FILES });
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

  it('opens its sidebar when the user switches it on, and not at any other start', async () => {
    const first = await load(null, true);
    expect(first.host.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)).toHaveLength(1);
    const later = await load(null);
    expect(later.host.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)).toHaveLength(0);
  });

  it('says nothing and writes nothing at a first start', async () => {
    const { host } = await load(null);
    expect(notices()).toEqual([]);
    expect(await host.app.vault.adapter.exists(DATA)).toBe(false);
  });
});
