import type { App, MarkdownView, TFile } from 'obsidian';
import { applyChanges, invertChanges, joinChanges } from '../model/apply-changes';
import { fitChanges, isSameLines } from '../model/line-ends';
import type { NoteEdit, TextChange } from '../model/text-change';
import { isGarbled } from '../repair/repair-note';
import { changeFile, markOf, withoutMark } from './file-text';
import { isLoaded, viewsOf } from './open-views';

const ORIGIN = 'idea-tiers';

/** How often a view that may be loading is looked at again, and for how long. What was typed is saved within two seconds. */
const LOAD_STEP_MS = 50;
const MOST_LOADING_MS = 5000;

/**
 * Why nothing was written. `changed`: the note's text is no longer the one that the changes were computed from; `gone`: there is no
 * such note; `not-text`: the file holds bytes that reading it as UTF-8 and writing it would lose; `garbled`: it would stay garbled,
 * and what is shown of it is its repaired text.
 */
export type Refusal = 'changed' | 'gone' | 'not-text' | 'garbled';

/** A change that was made to one note, and how to take it back. */
export interface Written {
  /** Stays the same object when the note is renamed. */
  readonly file: TFile;
  /** Whether it was written into an editor, so that the editor's own undo brings it back. */
  readonly inEditor: boolean;
  readonly before: string;
  readonly after: string;
  /** Those that bring `before` back out of `after`. */
  readonly inverse: readonly TextChange[];
}

/**
 * The text of a note as it is now: in an open editor, saved or not, else in the file. `null` when there is no such note. Rejects as
 * the vault does.
 */
export async function readNoteText(app: App, path: string): Promise<string | null> {
  const place = await placeOf(app, path);
  switch (place.kind) {
    case 'gone':
      return null;
    case 'editor':
      return place.view.editor.getValue();
    case 'file':
    case 'loading':
      return app.vault.read(place.file);
  }
}

/** Says whether the edit could be made now; nothing is written. Rejects as the vault does. */
export async function checkEdit(app: App, edit: NoteEdit): Promise<Refusal | null> {
  const text = await readNoteText(app, edit.path);
  if (text === null) return 'gone';
  const { changes, isOfStored } = edit;
  if (!isOfStored && changes.length > 0 && isGarbled(edit.text) && isGarbled(applyChanges(edit.text, changes)))
    return 'garbled';
  return isSameLines(withMarkOf(edit, text).text, text) ? null : 'changed';
}

/**
 * Makes the edit: one transaction in an editor that has the note open, else in the file. Either all of it is written or nothing.
 * Rejects as the vault does.
 */
export async function writeEdit(app: App, edit: NoteEdit): Promise<Written | Refusal> {
  const place = await placeOf(app, edit.path);
  switch (place.kind) {
    case 'gone':
      return 'gone';
    case 'loading':
      return 'changed';
    case 'editor':
      // The view may have gone on to another note, and hold the text of this one still.
      return isEditorOf(place.view, place.file) ? writeInEditor(place.view, place.file, edit) : 'changed';
    case 'file':
      return writeFile(app, place.file, edit);
  }
}

function writeInEditor({ editor }: MarkdownView, file: TFile, edit: NoteEdit): Written | Refusal {
  const before = editor.getValue();
  const plan = planOf(edit, before, true);
  if (!plan) return 'changed';
  const positions = plan.changes.map(({ from, to, insert }) => ({
    from: editor.offsetToPos(from),
    to: editor.offsetToPos(to),
    text: insert,
  }));
  // By its origin it should be no part of what was typed just before, so that undo takes back this and no more. Nobody says that Obsidian
  // hands the origin on; that the selection was set, if to itself, ends a step of undo in any case.
  const endStep = (): void => editor.setSelections(editor.listSelections());
  endStep();
  editor.transaction({ changes: positions }, ORIGIN);
  endStep();
  return { file, inEditor: true, ...plan.texts };
}

async function writeFile(app: App, file: TFile, edit: NoteEdit): Promise<Written | Refusal> {
  const made: { plan: Plan | null } = { plan: null };
  const outcome = await changeFile(app.vault, file, (before) => {
    made.plan = planOf(edit, before);
    return made.plan && made.plan.texts.after;
  });
  if (outcome === 'not-text') return outcome;
  return made.plan ? { file, inEditor: false, ...made.plan.texts } : 'changed';
}

interface Plan {
  readonly changes: readonly TextChange[];
  readonly texts: Pick<Written, 'before' | 'after' | 'inverse'>;
}

function planOf(edit: NoteEdit, before: string, isEditor = false): Plan | null {
  const { text, changes: wanted } = withMarkOf(edit, before);
  // In a file that is as it was read, the changes are made byte for byte.
  const fitting = text === before && !isEditor ? wanted : fitChanges(wanted, text, before);
  if (!fitting) return null;
  const changes = joinChanges(fitting);
  const inverse = invertChanges(before, changes);
  return { changes, texts: { before, after: applyChanges(before, changes), inverse } };
}

/** The edit as it is where the text has a byte order mark at its start, or has none: what reads a note may keep it or not. */
function withMarkOf({ path, text, changes }: NoteEdit, now: string): NoteEdit {
  const mark = markOf(now);
  const shift = mark.length - markOf(text).length;
  const at = (offset: number): number => Math.max(0, offset + shift);
  return {
    path,
    text: mark + withoutMark(text),
    changes: changes.map(({ from, to, insert }) => ({ from: at(from), to: at(to), insert })),
  };
}

/** Where a note is to be read and written now. `loading`: a view is about to have it and holds another text still. */
type Place =
  | { readonly kind: 'gone' }
  | { readonly kind: 'file' | 'loading'; readonly file: TFile }
  | { readonly kind: 'editor'; readonly file: TFile; readonly view: MarkdownView };

/**
 * The editor in which the note can be written in, the active one first, else the file. In reading view the editor may hold an older
 * text. What was typed just before a view was turned to reading may not be in the file yet: it is saved. A view that may be loading
 * is waited for: it holds another note's text, and saving it would write that.
 */
async function placeOf(app: App, path: string): Promise<Place> {
  for (let waited = 0; ; waited += LOAD_STEP_MS) {
    const file = app.vault.getFileByPath(path);
    if (!file) return { kind: 'gone' };
    if (viewsOf(app, path).length === 0) return { kind: 'file', file };
    const stored = await app.vault.cachedRead(file);
    const views = viewsOf(app, path);
    const loaded = views.filter((view) => isLoaded(view, stored));
    const view = loaded.find((each) => isEditorOf(each, file));
    if (view) return { kind: 'editor', file, view };
    if (loaded.length === views.length) {
      for (const each of loaded) if (each.file === file) await each.save();
      return { kind: 'file', file };
    }
    if (waited >= MOST_LOADING_MS) return { kind: 'loading', file };
    await new Promise((resolve) => window.setTimeout(resolve, LOAD_STEP_MS));
  }
}

function isEditorOf(view: MarkdownView, file: TFile): boolean {
  return view.file === file && view.getMode() === 'source';
}
