import { Notice } from 'obsidian';
import type { Translate } from '../i18n';

/** The text on the clipboard; `null`, and it is said, where there is none. Rejects where it may not be read. */
export async function readClipboard(t: Translate): Promise<string | null> {
  // Of the window that has the focus: another one's clipboard cannot be read.
  const text = await activeWindow.navigator.clipboard.readText();
  if (text.trim() !== '') return text;
  new Notice(t('steps.noClipboard'));
  return null;
}
