import { ConfirmationModal, type App } from 'obsidian';
import type { Translate } from '../../i18n';
import { nameOfLink } from '../../text/note-name';
import { openDialog } from './open-dialog';

/** Asks whether the note that a link without a note names should be made. */
export function askToCreate(app: App, t: Translate, link: string, create: () => void): void {
  const modal = new ConfirmationModal(app);
  modal.setTitle(t('sidebar.createNoteTitle'));
  modal.setContent(t('sidebar.createNoteQuestion', { name: nameOfLink(link) }));
  modal.addButton((button) => button.setButtonText(t('sidebar.createNote')).setCta().setInitialFocus().onClick(create));
  modal.addCancelButton(t('write.cancel'));
  openDialog(modal);
}
