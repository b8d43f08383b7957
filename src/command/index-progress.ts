import { Notice, Platform, type Plugin } from 'obsidian';
import type { Translate } from '../i18n';
import type { DatabaseTrouble } from '../obsidian/kept-database';
import type { Progress } from '../obsidian/vault-index';

/** Shows in the status bar, or by `show` on phones and tablets, which have none, how far the index has come, and nothing once it is done. */
export function shownProgress(
  plugin: Plugin,
  t: Translate,
  show: (text: string) => void,
): (progress: Progress) => void {
  let el: HTMLElement | null = null;
  return (progress) => {
    if (Platform.isMobile) {
      show(progress === null ? '' : t('index.progress', progress));
      return;
    }
    if (progress === null) {
      el?.remove();
      el = null;
      return;
    }
    el ??= plugin.addStatusBarItem();
    el.setText(t('index.progress', progress));
  };
}

/** Says that what was kept of the index is of no use, or that nothing more can be kept. */
export function sayIndexTrouble(t: Translate, trouble: DatabaseTrouble): void {
  new Notice(t(trouble === 'full' ? 'index.full' : 'index.discarded'));
}
