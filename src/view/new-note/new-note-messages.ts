import { wordRepeated } from '../core/repeated-fields';
import type { Translate } from '../../i18n';
import type { NameChange } from '../../model/name-change';
import type { NewNotePlan } from './new-note-form';

/** What the dialog says about a plan, most important first. */
export function planMessages(plan: NewNotePlan, t: Translate): readonly string[] {
  const messages = [stateMessage(plan, t)];
  if (plan.path !== '') messages.push(...changeMessages(plan.nameChanges, t));
  if (!plan.folderExists && plan.state.kind !== 'no-folder')
    messages.push(t('newNote.folderMissing', { folder: plan.folder }));
  if (plan.wrongTags.length > 0) {
    messages.push(t('newNote.wrongTags', { tags: plan.wrongTags.join(', ') }));
  }
  return [...messages, ...plan.remarks, ...wordRepeated(plan.repeated, t)];
}

function stateMessage(plan: NewNotePlan, t: Translate): string {
  switch (plan.state.kind) {
    case 'ready':
      return t('newNote.path', { path: plan.path });
    case 'untitled':
      return t('newNote.untitled');
    case 'nameless':
      return t('newNote.nameless');
    case 'no-folder':
      return t('newNote.fileForFolder', { path: plan.state.file });
    case 'taken':
      return t('newNote.taken', { path: plan.path });
  }
}

/** All signs in one sentence: a title may hold many. */
function changeMessages(changes: readonly NameChange[], t: Translate): readonly string[] {
  const signs: string[] = [];
  const others: string[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'sign':
        signs.push(t(change.to === '' ? 'newNote.signLeftOut' : 'newNote.signReplaced', change));
        break;
      case 'reserved':
        others.push(t('newNote.nameReserved'));
        break;
      case 'shortened':
        others.push(t('newNote.nameShortened'));
    }
  }
  return signs.length === 0 ? others : [t('newNote.signsChanged', { signs: signs.join(', ') }), ...others];
}
