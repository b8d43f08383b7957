import type { Translate } from '../i18n';
import type { Refused, UndoResult, WriteResult } from '../obsidian/note-writer';

/** The name that a note goes by: its file name without extension. */
export function nameOfNote(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** Why nothing was written. */
export function refusalMessage({ reason, path }: Pick<Refused, 'reason' | 'path'>, t: Translate): string {
  return t(`write.refused.${reason}`, { note: nameOfNote(path) });
}

/** That it was written into the note at `path`, and what takes it back. */
export function writtenMessage(result: Exclude<WriteResult, Refused>, path: string, t: Translate): string {
  switch (result.kind) {
    case 'unchanged':
      return t('write.nothing');
    case 'written':
      return t(`write.written.${result.undo}`, { note: nameOfNote(path), command: t('commands.undoLast') });
  }
}

/** How the command that takes back the last change ended. */
export function undoMessage(result: UndoResult, t: Translate): string {
  switch (result.kind) {
    case 'nothing':
      return t('write.nothingToUndo');
    case 'refused':
      return t('write.undoRefused', { change: result.name, reason: refusalMessage(result, t) });
    case 'undone': {
      const { name: change, paths } = result;
      const [path] = paths;
      if (path === undefined) return t('write.undoneBefore', { change });
      return paths.length === 1
        ? t('write.undone', { change, note: nameOfNote(path) })
        : t('write.undoneSeveral', { change, count: paths.length });
    }
  }
}
