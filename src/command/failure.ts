import { Notice } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import { NotTakenBack } from '../obsidian/note-writer';
import { notRestored } from './write-messages';

/**
 * Does what the user asked for. This is the one place that turns a failure into a Notice; the error itself goes to the console,
 * where its stack can be read. Gives `null` then; never rejects.
 */
export async function attempt<T>(t: Translate, action: MessageKey, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    console.error(error);
    const reason = error instanceof Error ? error.message : String(error);
    const told = t('commands.failed', { action: t(action), reason });
    new Notice(error instanceof NotTakenBack ? `${told}\n${notRestored(error.kept, t)}` : told);
    return null;
  }
}
