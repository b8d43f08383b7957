import { Notice, type TFile } from 'obsidian';
import { readNote } from '../read/note';
import { turnTexts, type TurnText } from '../read/turn-texts';
import type { NewNoteFields, NewNotePlan } from '../view/new-note-form';
import { TurnNotesModal } from '../view/turn-notes-modal';
import { titleOfText } from '../write/title-of-text';
import { attempt } from './failure';
import { chosenTemplate } from './chosen-template';
import { createNote, openNewNote, startFolder, vaultPaths, type NewNoteOrigin } from './new-note';
import { planNewNote, type NewNoteBasis } from './plan-new-note';
import type { StepContext } from './step-commands';
import { tidyDrafts } from './tidy-commands';

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
export async function newNotesFromTurns(context: StepContext): Promise<void> {
  const { app, t, writer } = context;
  const file = app.workspace.getActiveFile();
  const text = file?.extension === 'md' ? await writer.read(file.path) : null;
  if (!file || text === null) return void new Notice(t('steps.noNote'));
  const turns = turnTexts(text, readNote(text, context.vocabulary()).turns).filter(
    (turn) => turn.role === 'user' && turn.text !== '',
  );
  if (turns.length === 0) return void new Notice(t('turns.none', { note: file.basename }));
  const template = await chosenTemplate(context);
  const folder = startFolder(context);
  const plan = (title: string, draft: string, ideas: NewNoteBasis['ideas'], name = ''): NewNotePlan => {
    const russian = /[а-яё]/i.test(title);
    const fields: NewNoteFields = {
      titleRu: russian ? title : '',
      titleEn: russian ? '' : title,
      folder,
      tags: '',
      text: draft,
      isCorrected: context.settings().textIsCorrected,
      name,
    };
    return planNewNote(fields, context.settings(), vaultPaths(app), new Date(), { template, ideas });
  };
  const choices = turns.map(({ line, when, text: said }) => ({ line, when, text: said, title: titleOfText(said) }));
  new TurnNotesModal(app, t, t('turns.heading', { note: file.basename }), choices, {
    remarks: template.remarks,
    check: (chosen) => {
      const nameless = chosen.find(({ title }) => {
        const { kind } = plan(title, '', {}).state;
        return kind === 'untitled' || kind === 'nameless';
      });
      return nameless ? t('turns.untitled', { line: nameless.line }) : '';
    },
    tidy: (chosen, take) => {
      const drafts = chosen.map(({ title: name, text: draft }) => ({ name, text: draft }));
      void attempt(t, 'commands.tidy', () => tidyDrafts(context, drafts, take));
    },
    create: async ({ line, title, text: draft }) => {
      const turn = turns.find((one) => one.line === line);
      const ideas = turn ? linkBack(context, file, turn) : {};
      const first = plan(title, draft, ideas);
      // A name that is taken, in whatever case, gives way to the first free one.
      const free = first.state.kind === 'taken' ? plan(title, draft, ideas, first.state.freeName) : first;
      return (await attempt(t, 'commands.newNotesFromTurns', () => createNote(app, free))) === 'created';
    },
    done: (made, count) => void new Notice(t('turns.created', { done: made, count })),
  }).open();
}

/** What leads from the new note back to the turn, with the UID that the chat knows it by. */
function linkBack({ app }: StepContext, file: TFile, { when, uid }: TurnText): NonNullable<NewNoteOrigin['ideas']> {
  const link = `- [[${app.metadataCache.fileToLinktext(file, '')}]]`;
  return { source: [when === '' ? link : `${link} — ${when}`, ...(uid === '' ? [] : [`  <!-- UID: ${uid} -->`])] };
}
