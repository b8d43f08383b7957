import type { Translate } from '../i18n';
import { nameOfNote } from '../text/note-name';
import type { Refused, UndoResult, WriteResult } from '../obsidian/note-writer';

/** Why nothing was written. */
export function refusalMessage({ reason, path }: Pick<Refused, 'reason' | 'path'>, t: Translate): string {
  return t(`write.refused.${reason}`, { note: nameOfNote(path) });
}

/** That it was written into the notes at `paths`, and what takes it back. */
export function writtenMessage(result: Exclude<WriteResult, Refused>, paths: readonly string[], t: Translate): string {
  const [path] = paths;
  if (result.kind === 'unchanged' || path === undefined) return t('write.nothing');
  const command = t('commands.undoLast');
  return paths.length > 1
    ? t('write.writtenSeveral', { count: paths.length, command })
    : t(`write.written.${result.undo}`, { note: nameOfNote(path), command });
}

/** How the command that takes back the last change ended. */
export function undoMessage(result: UndoResult, t: Translate): string {
  switch (result.kind) {
    case 'nothing':
      return t('write.nothingToUndo');
    case 'refused':
      return t('write.undoRefused', { change: result.name, reason: refusalMessage(result, t) });
    case 'undone': {
      const passed = result.passed.map((one) =>
        t('write.undoPassed', { change: one.name, note: nameOfNote(one.path) }),
      );
      return [undoneMessage(result, t), ...passed].join(' ');
    }
  }
}

function undoneMessage(
  { name: change, paths }: Extract<UndoResult, { readonly kind: 'undone' }>,
  t: Translate,
): string {
  const [path] = paths;
  if (path === undefined) return t('write.undoneBefore', { change });
  return paths.length === 1
    ? t('write.undone', { change, note: nameOfNote(path) })
    : t('write.undoneSeveral', { change, count: paths.length });
}
