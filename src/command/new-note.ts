import { MarkdownView, type App, type Editor, type ObsidianProtocolData, type TFile, type TFolder } from 'obsidian';
import { contentStart, countQuoteMarks, withoutQuoteMarks } from '../markdown/quote-marks';
import type { NewNoteActions, NewNoteFields, NewNotePlan } from '../view/new-note/new-note-form';
import { NewNoteModal } from '../view/new-note/new-note-modal';
import { foldCase } from '../text/fold';
import { titleOfText } from '../write/title-of-text';
import { writingPlace } from '../write/three-step-note';
import { chosenTemplate } from './chosen-template';
import { attempt } from './failure';
import { planNewNote, type NewNoteBasis, type VaultPaths } from './plan-new-note';
import { boxesOf, withTicked, type SuggestingContext } from './ticked-ideas';
import { tidyDrafts } from './tidy-commands';
import { openDialog } from '../view/core/open-dialog';

/** What the dialog for a new note is handed. */
export type NewNoteContext = SuggestingContext;

/** Where the thought of a new note comes from. */
export interface NewNoteOrigin extends Partial<Pick<NewNoteBasis, 'ideas'>> {
  /** The raw text. */
  readonly text?: string;
  /** What it is called; without it a title is proposed for the text. */
  readonly title?: string;
  /** Called with the note's path once it is there. */
  readonly created?: (path: string) => void;
}

/** Opens the dialog for a new three-step note. Rejects as the vault does, where the template cannot be read. */
export async function openNewNote(context: NewNoteContext, origin: NewNoteOrigin = {}): Promise<void> {
  const { app, t } = context;
  const { text = '', title = titleOfText(text), ideas = {} } = origin;
  const basis: NewNoteBasis = { template: await chosenTemplate(context), ideas };
  const isCorrected = context.settings().textIsCorrected;
  const folder = startFolder(context);
  const initial = { ...titlesOf(title), folder, tags: '', text, isCorrected, name: '', ideas: [] };
  openDialog(new NewNoteModal(app, t, initial, actionsFor(context, basis, origin.created)));
}

/** A title as the dialog has it, by its language. */
export function titlesOf(title: string): Pick<NewNoteFields, 'titleRu' | 'titleEn'> {
  return /[а-яё]/i.test(title) ? { titleRu: title, titleEn: '' } : { titleRu: '', titleEn: title };
}

/** The text that is selected in the active editor, without the marks of the quote or callout that it stands in; `''` if there is none. */
export function selectedText(app: App): string {
  const editor = app.workspace.activeEditor?.editor;
  const text = editor?.getSelection() ?? '';
  if (!editor || text === '') return '';
  const { line, ch } = editor.getCursor('from');
  const depth = depthAt(editor, line);
  const isWhole = ch < contentStart(editor.getLine(line));
  return text
    .split('\n')
    .map((one, index) => (index > 0 || isWhole ? withoutQuoteMarks(one, depth) : one))
    .join('\n');
}

/** How deep the callout around a line is quoted, for what it quotes is its own; without one, how deep the line is. */
function depthAt(editor: Editor, line: number): number {
  let depth = 0;
  for (let at = line; at >= 0; at--) {
    const text = editor.getLine(at);
    const content = contentStart(text);
    const marks = countQuoteMarks(text.slice(0, content));
    if (marks === 0) break;
    if (at === line) depth = marks;
    if (marks <= depth && text.startsWith('[!', content)) return marks;
  }
  return depth;
}

/** Opens the dialog with what an address of the app's says, `obsidian://idea-tiers?raw=…&title=…`. Nothing is written. */
export function openFromAddress(context: NewNoteContext, { raw = '', title }: ObsidianProtocolData): Promise<void> {
  return openNewNote(context, { text: raw, ...(title === undefined ? {} : { title }) });
}

/** The folder that the settings name, else the one where Obsidian would put a new note now. */
export function startFolder(context: NewNoteContext): string {
  const { app } = context;
  const { newNoteFolder } = context.settings();
  if (newNoteFolder !== '') return newNoteFolder;
  const active = app.workspace.getActiveFile();
  return pathOf(app.fileManager.getNewFileParent(active?.path ?? ''));
}

/** What is in the vault, as a new note has to know it. */
export function vaultPaths(app: App): VaultPaths {
  return { folders: () => app.vault.getAllFolders().map(pathOf), namesIn: (folder) => namesIn(app, folder) };
}

function actionsFor(context: NewNoteContext, basis: NewNoteBasis, created: NewNoteOrigin['created']): NewNoteActions {
  const { app, t } = context;
  // Paths that were taken although the vault's list did not show them, as of hidden files and of files not yet seen.
  const refused = new Map<string, string[]>();
  const seen = vaultPaths(app);
  const vault: VaultPaths = {
    folders: () => seen.folders(),
    namesIn: (folder) => [...seen.namesIn(folder), ...(refused.get(folder) ?? [])],
  };
  const open = async (path: string): Promise<void> => {
    const file = app.vault.getFileByPath(path);
    if (file) await openForWriting(app, file);
  };
  return {
    folders: () => vault.folders(),
    plan: (fields) => {
      const plan = planNewNote(fields, context.settings(), vault, new Date(), basis);
      const { text: note, refused } = withTicked(context, plan.path, plan.note, fields.ideas);
      const remarks = refused.length > 0 ? [t('suggest.noPlace', { ideas: refused.join(', ') })] : [];
      return { ...plan, note, remarks: [...plan.remarks, ...remarks] };
    },
    boxes: (now) =>
      boxesOf(context, () => {
        const { fields, plan } = now();
        // Not the whole note: its headings are those of every note by this template. What it lists already is not suggested.
        const listed = Object.entries(basis.ideas).flatMap(([relation, lines]) => [`## ${relation} ideas`, ...lines]);
        const text = [fields.titleRu, fields.titleEn, fields.text, ...listed].join('\n\n');
        return { path: plan.path || `${plan.folder}/-.md`, text };
      }),
    tidy: (text, take) =>
      void attempt(t, 'commands.tidy', () =>
        tidyDrafts(context, [{ name: '', text }], ([tidied = text]) => take(tidied)),
      ),
    create: async (plan) => {
      const outcome = await attempt(t, 'commands.newNote', () => createNote(app, plan));
      if (outcome === 'taken') refused.set(plan.folder, [...(refused.get(plan.folder) ?? []), nameOf(plan)]);
      return outcome ?? 'failed';
    },
    created: (plan) => {
      void attempt(t, 'commands.newNote', () => open(plan.path)).then(() => created?.(plan.path));
    },
  };
}

/** Writes the note in one `create`, so that no one ever sees it empty. Throws what the vault throws, but for a taken name. */
export async function createNote(app: App, plan: NewNotePlan): Promise<'created' | 'taken'> {
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
  const name = foldCase(nameOf(plan));
  return (
    namesIn(app, plan.folder).some((other) => foldCase(other) === name) || (await app.vault.adapter.exists(plan.path))
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
