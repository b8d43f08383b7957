import { Notice, type App } from 'obsidian';
import type { Translate } from '../i18n';
import { TextModal } from '../view/core/text-modal';
import { attempt } from './failure';
import { openDialog } from '../view/core/open-dialog';

/**
 * Puts a text on the clipboard and says so. Where that may not be done (on a phone not after a wait, or never) the text is shown,
 * selected, with a button that tries again: what is pressed is asked for by the user. Never rejects.
 */
export async function copyText(app: App, t: Translate, text: string, told: string): Promise<void> {
  try {
    // Of the window that has the focus: another one's clipboard cannot be written.
    await activeWindow.navigator.clipboard.writeText(text);
    new Notice(told);
  } catch {
    openDialog(
      new TextModal(app, t, t('clipboard.copyByHand'), text, t('clipboard.copy'), () => {
        void copyText(app, t, text, told);
      }),
    );
  }
}

/** Hands over the text on the clipboard, or what the user pastes into a dialog where it cannot be read. Says where there is none. */
export async function pasteText(app: App, t: Translate, use: (text: string) => Promise<void>): Promise<void> {
  const take = async (text: string): Promise<void> => {
    if (text.trim() === '') new Notice(t('steps.noClipboard'));
    else await use(text);
  };
  let text: string;
  try {
    text = await activeWindow.navigator.clipboard.readText();
  } catch {
    const title = t('clipboard.pasteByHand');
    openDialog(
      new TextModal(
        app,
        t,
        title,
        '',
        t('clipboard.use'),
        (pasted) => void attempt(t, 'clipboard.pasteByHand', () => take(pasted)),
      ),
    );
    return;
  }
  await take(text);
}
