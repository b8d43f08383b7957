import { Notice, type TFile, type TFolder } from 'obsidian';
import type { Translate } from '../i18n';
import type { NoteEdit } from '../model/text-change';
import { readNotes } from '../obsidian/note-texts';
import { isGarbled } from '../repair/repair-note';
import { isLeftOut } from '../settings';
import { nameOfNote } from '../text/note-name';
import { RepairSearchModal } from '../view/garbled/repair-search-modal';
import { copyToProperties, leftOutOf } from '../write/property-copy';
import { attempt } from './failure';
import { textOf, toldOf, type IdeaLinkContext } from './idea-link-commands';
import { readingOf } from './idea-reading';
import { propose } from './propose';

/** Copies the idea links of the note at `path` into its properties, after a preview. */
export async function copyIdeaLinks(context: IdeaLinkContext, path: string): Promise<void> {
  const { t } = context;
  const text = await textOf(context, path);
  if (text === null) return;
  const note = nameOfNote(path);
  const reading = readingOf(context, path);
  const changes = toldOf(context, path, copyToProperties(text, reading));
  const remarks = leftOut(t, leftOutOf(text, reading));
  if (changes?.length === 0) new Notice([t('ideaLink.nothingToCopy', { note }), ...remarks].join(' '));
  else if (changes) {
    const action = 'commands.copyToProperties';
    const title = t('write.title', { action: t(action), note });
    propose(context, { action, title, remarks, options: [], edits: () => [{ path, text, changes }] });
  }
}

/** Says how many links were left out, where there are some. */
function leftOut(t: Translate, count: number): readonly string[] {
  return count === 0 ? [] : [t('ideaLink.notWikilinks', { count })];
}

/** The same for all notes of a folder, as one change. Notes whose properties cannot be written safely are counted. */
export function copyIdeaLinksIn(context: IdeaLinkContext, folder: TFolder): void {
  const { app, t, writer } = context;
  const action = 'commands.copyToProperties';
  const isIn = (path: string): boolean => folder.isRoot() || path.startsWith(`${folder.path}/`);
  const files = app.vault.getMarkdownFiles().filter(({ path }) => isIn(path) && !isLeftOut(context.settings(), path));
  const title = t('write.title', { action: t(action), note: folder.name || app.vault.getName() });
  const found: NoteEdit[] = [];
  let refused = 0;
  let left = 0;
  const take = ({ path }: TFile, text: string): boolean => {
    const reading = readingOf(context, path);
    const result = copyToProperties(text, reading);
    left += leftOutOf(text, reading);
    if (result.kind === 'refused') refused++;
    else if (result.changes.length > 0) found.push({ path, text, changes: result.changes });
    return true;
  };
  const show = async (): Promise<void> => {
    const edits: NoteEdit[] = [];
    for (const edit of found) {
      // What is open in an editor may say more than its file.
      const text = await writer.read(edit.path);
      if (text !== null && text !== edit.text) {
        const result = copyToProperties(text, readingOf(context, edit.path));
        if (result.kind === 'changes') edits.push({ path: edit.path, text, changes: result.changes });
      } else if (text !== null) edits.push(edit);
    }
    const sound = edits.filter(({ text }) => !isGarbled(text));
    const note = folder.name || app.vault.getName();
    const remarks = [...(refused === 0 ? [] : [t('ideaLink.notCopied', { count: refused })]), ...leftOut(t, left)];
    if (sound.length > 0) propose(context, { action, title, remarks, options: [], edits: () => sound });
    else new Notice([t('ideaLink.nothingToCopy', { note }), ...remarks].join(' '));
  };
  new RepairSearchModal(app, t, {
    title,
    hint: t('ideaLink.copying'),
    stop: t('repair.enough'),
    count: files.length,
    run: (_, signal, progress) => attempt(t, action, () => readNotes(app, files, { signal, progress, take })),
    ended: (dialog) => {
      dialog.close();
      void attempt(t, action, show);
      return '';
    },
  }).open();
}
