import { MarkdownView, type App, type Editor, type TFile, type TFolder } from 'obsidian';
import type { Translate } from '../i18n';
import type { Settings } from '../settings';
import type { NewNoteActions, NewNotePlan } from '../view/new-note-form';
import { NewNoteModal } from '../view/new-note-modal';
import { foldName } from '../write/file-name';
import { writingPlace } from '../write/three-step-note';
import { attempt } from './failure';
import { planNewNote, type VaultPaths } from './plan-new-note';

export interface NewNoteContext {
  readonly app: App;
  readonly t: Translate;
  settings(): Settings;
}

/** Opens the dialog for a new three-step note. `text` is what step 1 starts with. */
export function openNewNote(context: NewNoteContext, text = ''): void {
  const { app, t } = context;
  const initial = { titleRu: '', titleEn: '', folder: startFolder(context), tags: '', text, name: '' };
  new NewNoteModal(app, t, initial, actionsFor(context)).open();
}

/** The text that is selected in the active editor, `''` if there is none. */
export function selectedText(app: App): string {
  return app.workspace.activeEditor?.editor?.getSelection() ?? '';
}

/** The folder that the settings name, else the one where Obsidian would put a new note now. */
function startFolder(context: NewNoteContext): string {
  const { app } = context;
  const { newNoteFolder } = context.settings();
  if (newNoteFolder !== '') return newNoteFolder;
  const active = app.workspace.getActiveFile();
  return pathOf(app.fileManager.getNewFileParent(active?.path ?? ''));
}

function actionsFor(context: NewNoteContext): NewNoteActions {
  const { app, t } = context;
  // Paths that were taken although the vault's list did not show them, as of hidden files and of files not yet seen.
  const refused = new Map<string, string[]>();
  const vault: VaultPaths = {
    folders: () => app.vault.getAllFolders().map(pathOf),
    namesIn: (folder) => [...namesIn(app, folder), ...(refused.get(folder) ?? [])],
  };
  const open = async (path: string): Promise<void> => {
    const file = app.vault.getFileByPath(path);
    if (file) await openForWriting(app, file);
  };
  return {
    folders: () => vault.folders(),
    plan: (fields) => planNewNote(fields, context.settings(), vault, new Date()),
    create: async (plan) => {
      const outcome = await attempt(t, 'commands.newNote', () => createNote(app, plan));
      if (outcome === 'taken') refused.set(plan.folder, [...(refused.get(plan.folder) ?? []), nameOf(plan)]);
      return outcome ?? 'failed';
    },
    created: (plan) => void attempt(t, 'commands.newNote', () => open(plan.path)),
  };
}

/** Writes the note in one `create`, so that no one ever sees it empty. Throws what the vault throws, but for a taken name. */
async function createNote(app: App, plan: NewNotePlan): Promise<'created' | 'taken'> {
  if (!plan.folderExists) await makeFolder(app, plan.folder);
  try {
    await app.vault.create(plan.path, plan.note);
    return 'created';
  } catch (error) {
    if (await isTaken(app, plan)) return 'taken';
    throw error;
  }
}

/** It is no failure that somebody else has just made the folder. */
async function makeFolder(app: App, folder: string): Promise<void> {
  try {
    await app.vault.createFolder(folder);
  } catch (error) {
    if (!app.vault.getFolderByPath(folder)) throw error;
  }
}

async function isTaken(app: App, plan: NewNotePlan): Promise<boolean> {
  const name = foldName(nameOf(plan));
  return (
    namesIn(app, plan.folder).some((other) => foldName(other) === name) || (await app.vault.adapter.exists(plan.path))
  );
}

function namesIn(app: App, folder: string): readonly string[] {
  return app.vault.getFolderByPath(folder === '' ? '/' : folder)?.children.map((child) => child.name) ?? [];
}

function nameOf(plan: NewNotePlan): string {
  return plan.path.slice(plan.path.lastIndexOf('/') + 1);
}

function pathOf(folder: TFolder): string {
  return folder.isRoot() ? '' : folder.path;
}

/** Opens the note in a new tab, ready to be typed in where its first step waits. */
async function openForWriting(app: App, file: TFile): Promise<void> {
  const leaf = app.workspace.getLeaf('tab');
  await leaf.openFile(file, { active: true, state: { mode: 'source' } });
  if (leaf.view instanceof MarkdownView) goToWritingPlace(leaf.view.editor);
}

function goToWritingPlace(editor: Editor): void {
  // Looked up in the editor, not in what was written: a template plugin may have added to the note by now.
  const place = writingPlace(editor.getValue());
  editor.setCursor(place);
  editor.scrollIntoView({ from: place, to: place }, true);
  editor.focus();
}
