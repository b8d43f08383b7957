import type { SuggestedRelation, SuggestionReason } from '../model/suggestion';
import { nameOfNote } from '../text/note-name';
import type { Translate } from './index';

/** How many notes a reason names. */
const NAMED = 3;

/** Why a note may belong to another, in a short line; `words` are the words behind the numbers of terms. */
export function suggestionReason(
  reason: SuggestionReason,
  relation: SuggestedRelation,
  words: ReadonlyMap<number, string>,
  t: Translate,
): string {
  switch (reason.kind) {
    case 'folder':
      return t('suggest.folder', { count: reason.notes.length, as: t(`suggest.as.${relation}`) });
    case 'alike': {
      const { length } = reason.notes;
      const names = reason.notes.slice(0, NAMED).map(nameOfNote).join(', ') + (length > NAMED ? '…' : '');
      return t('suggest.alike', { count: length, as: t(`suggest.as.${relation}`), names });
    }
    case 'shared':
      return t('suggest.shared', { count: reason.ideas.length, of: reason.of });
    case 'words':
      return t('suggest.words', { words: reason.terms.flatMap((term) => words.get(term) ?? []).join(', ') });
  }
}
