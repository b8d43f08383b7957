import { Notice } from 'obsidian';
import type { Translate } from '../i18n';
import type { LoadedSettings } from '../settings';
import { settingLabel } from '../view/settings-labels';

/** Tells the user, once, which settings could not be read. Nothing happens when all could. */
export function noticeDamagedSettings({ damaged }: LoadedSettings, t: Translate): void {
  if (damaged.length === 0) return;
  if (damaged.includes('*')) new Notice(t('settings.allDamaged'));
  else {
    const fields = damaged.map((path) => settingLabel(path, t)).join(', ');
    new Notice(t('settings.damaged', { count: damaged.length, fields }));
  }
}
