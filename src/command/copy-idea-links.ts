import { Notice, type TFolder } from 'obsidian';
import type { Translate } from '../i18n';
import type { NoteEdit } from '../model/text-change';
import { isLeftOut } from '../settings';
import { nameOfNote } from '../text/note-name';
import { copyToProperties, leftOutOf } from '../write/property-copy';
import { toldOf, type IdeaLinkContext } from './idea-link-commands';
import { textOf } from './note-to-write';
import { gatherEdits } from './gather-edits';
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
  const { app, t } = context;
  const action = 'commands.copyToProperties';
  const isIn = (path: string): boolean => folder.isRoot() || path.startsWith(`${folder.path}/`);
  const files = app.vault.getMarkdownFiles().filter(({ path }) => isIn(path) && !isLeftOut(context.settings(), path));
  const note = folder.name || app.vault.getName();
  const title = t('write.title', { action: t(action), note });
  const found: NoteEdit[] = [];
  let refused = 0;
  let left = 0;
  const take = (path: string, text: string): void => {
    const reading = readingOf(context, path);
    const result = copyToProperties(text, reading);
    left += leftOutOf(text, reading);
    if (result.kind === 'refused') refused++;
    else if (result.changes.length > 0) found.push({ path, text, changes: result.changes });
  };
  const ended = (): void => {
    const remarks = [...(refused === 0 ? [] : [t('ideaLink.notCopied', { count: refused })]), ...leftOut(t, left)];
    if (found.length > 0) propose(context, { action, title, remarks, options: [], edits: () => found });
    else new Notice([t('ideaLink.nothingToCopy', { note }), ...remarks].join(' '));
  };
  gatherEdits(context, { action, title, hint: t('ideaLink.copying'), files, take, ended });
}
