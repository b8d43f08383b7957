import type { Settings } from '../settings';
import type { Relation } from '../model/vocabulary';
import type { NewNoteFields, NewNotePlan } from '../view/new-note/new-note-form';
import { foldCase } from '../text/fold';
import { fileNameOf, folderPathOf, freeName } from '../write/file-name';
import { readTags } from '../write/tags';
import { mainTitle, type NoteDraft } from '../write/note-draft';
import { composeThreeStepNote, repeatedFields } from '../write/three-step-note';
import type { ChosenTemplate } from './chosen-template';

/** What is in the vault, as far as a new note has to know. */
export interface VaultPaths {
  /** Paths of all folders, the root left out. */
  folders(): readonly string[];
  /** Names of the files and folders in a folder, `''` being the root; none when there is no such folder. */
  namesIn(folder: string): readonly string[];
}

/** What a new note is made by, besides the fields of its dialog. */
export interface NewNoteBasis {
  readonly template: ChosenTemplate;
  /** Entries of its lists of ideas, a line of Markdown each. */
  readonly ideas: Readonly<Partial<Record<Relation, readonly string[]>>>;
}

/** What a note's text follows, as the settings have it. */
export function draftBasis(
  settings: Settings,
  template: ChosenTemplate,
): Pick<NoteDraft, 'style' | 'titleLanguage' | 'fields' | 'template'> {
  return {
    style: {
      language: settings.headingLanguage,
      signs: settings.headingSigns,
      languages: [settings.firstLanguage, settings.secondLanguage],
    },
    titleLanguage: settings.fileNameLanguage,
    fields: settings.frontmatterFields,
    template: template.text,
  };
}

/** Says what the fields of the new-note dialog would make in this vault. */
export function planNewNote(
  fields: NewNoteFields,
  settings: Settings,
  vault: VaultPaths,
  now: Date,
  { template, ideas }: NewNoteBasis,
): NewNotePlan {
  const titles = { ru: fields.titleRu, en: fields.titleEn };
  const { tags, wrong } = readTags(fields.tags);
  const folder = folderPathOf(fields.folder, vault.folders());
  const title = mainTitle(titles, settings.fileNameLanguage);
  const ofTitle = fileNameOf(title);
  const name = fields.name || ofTitle.name;
  const taken = new Set(vault.namesIn(folder.path).map(foldCase));
  // The notes of a folder decide, not its other files: `Idea.png` does not take the name from `Idea.md`.
  const free = freeName(name, new Set([...taken].flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []))));
  const draft: NoteDraft = {
    ...draftBasis(settings, template),
    titles,
    name,
    tags,
    ...(fields.isCorrected ? { text: fields.text, raw: '' } : { text: '', raw: fields.text }),
    ideas,
    now,
    created: now,
  };
  return {
    state: stateOf(title, name, free, folder.exists ? null : fileAt(folder.path, vault)),
    path: name === '' ? '' : `${folder.path === '' ? '' : `${folder.path}/`}${name}.md`,
    folder: folder.path,
    folderExists: folder.exists,
    nameChanges: distinct([...ofTitle.changes, ...folder.changes]),
    wrongTags: wrong,
    remarks: template.remarks,
    repeated: repeatedFields(draft),
    note: composeThreeStepNote(draft),
  };
}

function stateOf(title: string, name: string, free: string, file: string | null): NewNotePlan['state'] {
  if (file !== null) return { kind: 'no-folder', file };
  if (title === '') return { kind: 'untitled' };
  if (name === '') return { kind: 'nameless' };
  return free === name ? { kind: 'ready' } : { kind: 'taken', freeName: free };
}

/** The file whose path a missing folder would take, itself or one above it; `null` for none. */
function fileAt(folder: string, vault: VaultPaths): string | null {
  const known = new Set(vault.folders());
  let path = '';
  for (const part of folder.split('/')) {
    const file = vault.namesIn(path).find((name) => foldCase(name) === foldCase(part));
    path = path === '' ? part : `${path}/${part}`;
    if (!known.has(path)) return file === undefined ? null : path;
  }
  return null;
}

/** The changes of the name and of the folder can be the same: one sentence is enough. */
function distinct<T>(changes: readonly T[]): readonly T[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
