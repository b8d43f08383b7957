import { Notice, type TFile } from 'obsidian';
import { readNote } from '../read/note';
import type { MadeNote, NoteWriter } from '../obsidian/note-writer';
import { readNotes } from '../obsidian/note-texts';
import { saidByUsers, turnTexts, type TurnText } from '../read/turn-texts';
import { linkToNote } from '../text/note-link';
import type { NewNoteFields, NewNotePlan } from '../view/new-note/new-note-form';
import { wordRepeated } from '../view/core/repeated-fields';
import { TurnNotesModal } from '../view/new-note/turn-notes-modal';
import { fileNameOf } from '../write/file-name';
import { mainTitle } from '../write/note-draft';
import { titleOfText } from '../write/title-of-text';
import { attempt } from './failure';
import { chosenTemplate } from './chosen-template';
import { createNote, openNewNote, startFolder, titlesOf, vaultPaths, type NewNoteOrigin } from './new-note';
import { planNewNote, type NewNoteBasis } from './plan-new-note';
import { activeText, type StepContext } from './step-commands';
import { tidyDrafts } from './tidy-commands';
import { openDialog } from '../view/core/open-dialog';

/** Opens the dialog for a new note with the turn that the cursor stands in; the chat stays as it is. */
export async function newNoteFromTurn(context: StepContext): Promise<void> {
  const found = turnAtCursor(context);
  if (!found) throw new Error('the cursor stands in no turn');
  await openNewNote(context, { text: found.turn.text, ideas: linkBack(context, found.file, found.turn) });
}

/** The turn that the cursor stands in, in the active editor. */
export function turnAtCursor({ app, ...context }: StepContext): { file: TFile; turn: TurnText } | null {
  const { editor, file } = app.workspace.activeEditor ?? {};
  const text = editor?.getValue() ?? '';
  // Most notes are no chats: they need not be read for it.
  if (!editor || !file || !/\[!nexus_|^#{3,4} .+, on .+;\s*$/m.test(text)) return null;
  const line = editor.getCursor().line + 1;
  const turn = turnTexts(text, readNote(text, context.vocabulary()).turns).find(
    (one) => one.line <= line && line <= one.endLine,
  );
  return turn ? { file, turn } : null;
}

/** Lists the turns of a user in the active chat, and makes notes of those that are chosen. Rejects as the vault does. */
export async function newNotesFromTurns(
  context: StepContext & { readonly writer: Pick<NoteWriter, 'keepMade'> },
): Promise<void> {
  const { app, t, writer } = context;
  const active = await activeText(context);
  if (active === null) return;
  const { file, text } = active;
  const turns = turnTexts(text, readNote(text, context.vocabulary()).turns).filter(
    (turn) => turn.role === 'user' && turn.text !== '',
  );
  if (turns.length === 0) return void new Notice(t('turns.none', { note: file.basename }));
  const template = await chosenTemplate(context);
  const made: MadeNote[] = [];
  const plan = (
    title: string,
    draft: string,
    folder: string,
    ideas: NewNoteBasis['ideas'] = {},
    name = '',
  ): NewNotePlan => {
    const fields: NewNoteFields = {
      ...titlesOf(title),
      folder,
      tags: '',
      text: draft,
      isCorrected: context.settings().textIsCorrected,
      name,
      ideas: [],
    };
    return planNewNote(fields, context.settings(), vaultPaths(app), new Date(), { template, ideas });
  };
  const choices = turns.map(({ line, when, text: said, uid }) => ({
    line,
    when,
    text: said,
    title: titleOfText(said),
    uid,
  }));
  const search = new AbortController();
  const { fileNameLanguage } = context.settings();
  // A chat may have thousands of messages, and this is asked at every key: each title is looked at once.
  const named = new Set<string>();
  const isNamed = (title: string): boolean => {
    if (named.has(title)) return true;
    const isNew = fileNameOf(mainTitle({ ru: title, en: '' }, fileNameLanguage)).name !== '';
    if (isNew) named.add(title);
    return isNew;
  };
  openDialog(
    new TurnNotesModal(app, t, t('turns.heading', { note: file.basename }), choices, {
      remarks: [...template.remarks, ...wordRepeated(plan(choices[0]?.title ?? '', '', '').repeated, t)],
      folder: startFolder(context),
      folders: () => vaultPaths(app).folders(),
      made: notesOfTurns(context, new Set(turns.flatMap(({ uid }) => (uid === '' ? [] : [uid]))), search.signal),
      open: (path) => {
        const note = app.vault.getFileByPath(path);
        if (note) void attempt(t, 'sidebar.openNote', () => app.workspace.getLeaf('tab').openFile(note));
      },
      check: (chosen, folder) => {
        const [first] = chosen;
        const state = first && plan(first.title, '', folder).state;
        if (state?.kind === 'no-folder') return t('newNote.fileForFolder', { path: state.file });
        const nameless = chosen.find(({ title }) => !isNamed(title));
        return nameless ? t('turns.untitled', { line: nameless.line }) : '';
      },
      tidy: (chosen, take) => {
        const drafts = chosen.map(({ title: name, text: draft }) => ({ name, text: draft }));
        void attempt(t, 'commands.tidy', () => tidyDrafts(context, drafts, take));
      },
      create: async ({ line, title, text: draft }, folder) => {
        const turn = turns.find((one) => one.line === line);
        const ideas = turn ? linkBack(context, file, turn) : {};
        const first = plan(title, draft, folder, ideas);
        // A name that is taken, in whatever case, gives way to the first free one.
        const free = first.state.kind === 'taken' ? plan(title, draft, folder, ideas, first.state.freeName) : first;
        const outcome = await attempt(t, 'commands.newNotesFromTurns', () => createNote(app, free));
        const note = outcome === 'created' ? app.vault.getFileByPath(free.path) : null;
        if (note) made.push({ file: note, text: free.note });
        return outcome === 'created';
      },
      closed: () => search.abort(),
      done: (done, count) => {
        writer.keepMade(t('commands.newNotesFromTurns'), made);
        const said = t('turns.created', { done, count });
        const undo = t('turns.undo', { command: t('commands.undoLast') });
        new Notice(done > 0 ? `${said} ${undo}` : said);
      },
    }),
  );
}

/** The notes that were made of messages with these UIDs, by UID: those that hold one, and are no chats. */
async function notesOfTurns(
  { app }: StepContext,
  uids: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (uids.size === 0) return found;
  await readNotes(app, app.vault.getMarkdownFiles(), {
    signal,
    progress: () => undefined,
    take: ({ path }, text) => {
      if (!text.includes('<!-- UID: ') || saidByUsers(text) !== '') return true;
      for (const [, uid = ''] of text.matchAll(/<!-- UID: (.+?) -->/g)) if (uids.has(uid)) found.set(uid, path);
      return true;
    },
  });
  return found;
}

/** What leads from the new note back to the turn, with the UID that the chat knows it by. */
function linkBack({ app }: StepContext, file: TFile, { when, uid }: TurnText): NonNullable<NewNoteOrigin['ideas']> {
  const link = `- ${linkToNote(app.metadataCache.fileToLinktext(file, '', true))}`;
  return { source: [when === '' ? link : `${link} — ${when}`, ...(uid === '' ? [] : [`  <!-- UID: ${uid} -->`])] };
}
