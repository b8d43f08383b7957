import { Plugin } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { readSettings, writeSettings } from '../../src/command/stored-settings';
import { translator } from '../../src/i18n';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { createHost } from '../host/boot';
import damaged from '../settings/damaged.json';
import newer from '../settings/newer.json';
import notSettings from '../settings/not-settings.json';
import whole from '../settings/whole.json';

class EmptyPlugin extends Plugin {}

const DATA = '.obsidian/plugins/idea-tiers/data.json';

interface Stored {
  readonly plugin: Plugin;
  readonly file: () => Promise<string>;
  readonly notices: () => readonly (string | null)[];
}

/** A plugin whose data.json holds this text. */
async function pluginWith(text: string): Promise<Stored> {
  document.body.empty();
  const host = createHost();
  const { app } = host;
  await app.vault.adapter.write(DATA, text);
  return {
    plugin: await host.loadPlugin(EmptyPlugin, { id: 'idea-tiers' }),
    file: () => app.vault.adapter.read(DATA),
    notices: () => Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent),
  };
}

describe('readSettings(store, t)', () => {
  it('says nothing of settings that are whole', async () => {
    const { plugin, notices } = await pluginWith(JSON.stringify(whole));
    expect((await readSettings(plugin, translator('en'))).newNoteFolder).toBe('Идеи/Новые');
    expect(notices()).toEqual([]);
  });

  it('names the damaged fields in one Notice, as the settings tab names them, and leaves the file alone', async () => {
    const text = JSON.stringify(damaged);
    const { plugin, file, notices } = await pluginWith(text);
    expect((await readSettings(plugin, translator('en'))).fileNameLanguage).toBe('ru');
    expect(notices()).toEqual([
      'Some settings could not be read and were reset to their defaults: Your own headings for steps, in addition to the built-in ones, ' +
        'Folder for new notes, Language of headings, Keep “updated” current, Upstream ideas, Downstream ideas, Excluded folders.',
    ]);
    expect(await file()).toBe(text);
  });

  it.each([JSON.stringify(notSettings), '{ "version": 1, "newNote'])('says it of all settings for %s', async (text) => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { plugin, file, notices } = await pluginWith(text);
    expect(await readSettings(plugin, translator('ru'))).toEqual(DEFAULT_SETTINGS);
    expect(notices()).toEqual(['Настройки не удалось прочитать, восстановлены значения по умолчанию.']);
    expect(await file()).toBe(text);
    error.mockRestore();
  });

  it('keeps the settings that hold, and says nothing, where the file cannot be read meanwhile', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { plugin, notices } = await pluginWith('{ "version": 1, "newNote');
    const known = { ...DEFAULT_SETTINGS, newNoteFolder: 'Ideas' };
    expect(await readSettings(plugin, translator('en'), known)).toBe(known);
    expect(notices()).toEqual([]);
    error.mockRestore();
  });
});

describe('writeSettings(store, settings)', () => {
  it('keeps what a newer version wrote', async () => {
    const { plugin, file } = await pluginWith(JSON.stringify(newer));
    await writeSettings(plugin, { ...DEFAULT_SETTINGS, keepsUpdated: true });
    expect(JSON.parse(await file())).toMatchObject({
      version: 9,
      mapColours: { upstream: 'teal' },
      keepsUpdated: true,
    });
  });

  it('replaces a file that is broken', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { plugin, file } = await pluginWith('{ "version');
    await writeSettings(plugin, DEFAULT_SETTINGS);
    expect(JSON.parse(await file())).toMatchObject({ version: 1, headingLanguage: 'ru' });
    error.mockRestore();
  });
});
