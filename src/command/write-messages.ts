import type { Translate } from '../i18n';
import { nameOfNote } from '../text/note-name';
import type { Refused, UndoResult, WriteResult } from '../obsidian/note-writer';

/** Notes that a notice can name. */
const MOST_NAMED = 10;

/** Why nothing was written, or not all, and what was. */
export function refusalMessage({ reason, path, kept }: Omit<Refused, 'kind'>, t: Translate): string {
  const why = t(`write.refused.${reason}`, { note: nameOfNote(path) });
  // How to go on is said of a garbled one.
  if (reason === 'garbled') return why;
  return `${why} ${kept ? notRestored(kept, t) : t('write.nothingWritten')}`;
}

/** Which notes keep a change that was not made as a whole, and what takes it back. */
export function notRestored(paths: readonly string[], t: Translate): string {
  const notes = paths.slice(0, MOST_NAMED).map((path) => t('problems.nearName', { name: nameOfNote(path) }));
  if (paths.length > MOST_NAMED) notes.push(t('picture.more', { count: paths.length - MOST_NAMED }));
  return t('write.notRestored', { notes: notes.join(', '), command: t('commands.undoLast') });
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
