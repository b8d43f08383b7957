import { Notice } from 'obsidian';
import type { Translate } from '../i18n';
import type { WriteProgress } from '../obsidian/note-writer';

/** Fewer notes than these are written before anybody could read how many are. */
const MANY_NOTES = 20;

/** Says in a notice, which goes at the end, how far a write over many notes has come. It is whole or not at all: there is no stopping it. */
export async function showingProgress<T>(t: Translate, write: (progress: WriteProgress) => Promise<T>): Promise<T> {
  const shown: { notice?: Notice } = {};
  try {
    return await write((done, count) => {
      if (count < MANY_NOTES) return;
      shown.notice ??= new Notice('', 0);
      shown.notice.setMessage(t('write.progress', { done, count }));
    });
  } finally {
    shown.notice?.hide();
  }
}
