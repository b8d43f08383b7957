import { Modal, Platform, type App } from 'obsidian';
import type { Translate } from '../../i18n';

/** Shows which keys walk among ideas. */
export class KeysModal extends Modal {
  constructor(app: App, t: Translate) {
    super(app);
    this.setTitle(t('keys.title'));
    const listEl = this.contentEl.createEl('dl', 'idea-tiers-keys');
    for (const row of t('keys.rows', { mod: Platform.isMacOS ? 'Cmd' : 'Ctrl' }).split('\n')) {
      const [keys = '', does = ''] = row.split('|');
      listEl.createEl('dt').createEl('kbd', { text: keys });
      listEl.createEl('dd', { text: does });
    }
  }
}
