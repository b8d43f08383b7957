import { Notice } from 'obsidian';
import type { Translate } from '../i18n';
import type { Progress } from '../obsidian/vault-index';

/** Fewer notes than these are written before anybody could read how many are. */
const MANY_NOTES = 20;

/** Says in a notice, which goes at the end, how far a write over many notes has come. It is whole or not at all: there is no stopping it. */
export function writeProgress(t: Translate): (progress: Progress) => void {
  let notice: Notice | null = null;
  return (progress) => {
    if (progress === null) {
      notice?.hide();
      notice = null;
    } else if (progress.all >= MANY_NOTES) {
      notice ??= new Notice('', 0);
      notice.setMessage(t('write.progress', progress));
    }
  };
}
