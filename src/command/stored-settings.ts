import { Notice, type Plugin } from 'obsidian';
import type { Translate } from '../i18n';
import { loadSettings, storedSettings, type LoadedSettings, type Settings } from '../settings';
import { settingLabel } from '../view/settings/settings-labels';

/** Where a plugin keeps its data. Both reject as the disk does; `loadData` also where the file is no JSON. */
export type DataStore = Pick<Plugin, 'loadData' | 'saveData'>;

/**
 * Reads the settings; the file stays as it is. Never rejects: what cannot be read takes its default, field by field, and the user is
 * told in one Notice.
 *
 * @param known What holds where the whole file cannot be read, as while it is being synced; the defaults without it.
 */
export async function readSettings(store: DataStore, t: Translate, known?: Settings): Promise<Settings> {
  const loaded = await load(store);
  if (known && loaded.damaged.includes('*')) return known;
  const message = damageMessage(loaded, t);
  if (message !== null) new Notice(message);
  return loaded.settings;
}

/** Writes the settings over what is stored. A file that cannot be read holds nothing to keep. Rejects when writing fails. */
export async function writeSettings(store: DataStore, settings: Settings): Promise<void> {
  let stored: unknown = null;
  try {
    stored = await store.loadData();
  } catch (error) {
    console.error(error);
  }
  await store.saveData(storedSettings(settings, stored));
}

async function load(store: DataStore): Promise<LoadedSettings> {
  try {
    return loadSettings(await store.loadData());
  } catch (error) {
    console.error(error);
    return { ...loadSettings(null), damaged: ['*'] };
  }
}

function damageMessage({ damaged }: LoadedSettings, t: Translate): string | null {
  if (damaged.length === 0) return null;
  if (damaged.includes('*')) return t('settings.allDamaged');
  const fields = damaged.map((path) => settingLabel(path, t)).join(', ');
  return t('settings.damaged', { fields });
}
