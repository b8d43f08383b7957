import type { Translate } from '../i18n';
import type { NameChange } from '../model/name-change';
import type { NewNotePlan } from './new-note-form';

/** What the dialog says about a plan, most important first. */
export function planMessages(plan: NewNotePlan, t: Translate): readonly string[] {
  const messages = [stateMessage(plan, t)];
  if (plan.path !== '') messages.push(...plan.nameChanges.map((change) => changeMessage(change, t)));
  if (!plan.folderExists) messages.push(t('newNote.folderMissing', { folder: plan.folder }));
  if (plan.wrongTags.length > 0) {
    messages.push(t('newNote.wrongTags', { tags: plan.wrongTags.join(', ') }));
  }
  return [...messages, ...plan.remarks];
}

function stateMessage(plan: NewNotePlan, t: Translate): string {
  switch (plan.state.kind) {
    case 'ready':
      return t('newNote.path', { path: plan.path });
    case 'untitled':
      return t('newNote.untitled');
    case 'nameless':
      return t('newNote.nameless');
    case 'taken':
      return t('newNote.taken', { path: plan.path });
  }
}

function changeMessage(change: NameChange, t: Translate): string {
  switch (change.kind) {
    case 'sign':
      return change.to === '' ? t('newNote.signLeftOut', { from: change.from }) : t('newNote.signReplaced', change);
    case 'reserved':
      return t('newNote.nameReserved');
    case 'shortened':
      return t('newNote.nameShortened');
  }
}
