import { Keymap, Notice, type App, type TFile } from 'obsidian';
import type { Translate } from '../i18n';
import type { LiveIdeas } from '../index/answers';
import type { IdeaLink } from '../model/note';
import { repaired } from '../obsidian/note-about';
import { readNoteText } from '../obsidian/note-place';
import { nameOfNote } from '../text/note-name';
import { linkToPath } from '../text/percent';
import type { NoteOpening } from '../view/core/services';
import { IdeaSuggestModal, type IdeaChoice } from '../view/ideas/idea-suggest';
import { attempt } from './failure';
import { openDialog } from '../view/core/open-dialog';

export interface IdeaContext {
  readonly app: App;
  readonly t: Translate;
  readonly ideas: LiveIdeas;
  readonly opener: NoteOpening;
  /** The idea links in a note's text. */
  readonly ideaLinksIn: (text: string, path: string) => readonly IdeaLink[];
  /** Markdown without its marks. */
  readonly plain: (markdown: string) => string;
}

/** More notes than these are not sorted by name before they are offered. */
const MOST_SORTED = 2000;

/** Relations that one can go along. */
export type Way = 'upstream' | 'downstream' | 'direct';

/** Goes to the current note's only idea of a relation, or lets the user choose among several. */
export async function goToIdea(context: IdeaContext, way: Way): Promise<void> {
  const { app, t, ideas, ideaLinksIn, plain } = context;
  const file = app.workspace.getActiveFile();
  if (file?.extension !== 'md') return void new Notice(t('steps.noNote'));
  const links = ideaLinksIn((await readNoteText(app, file.path)) ?? '', file.path);
  const choices = new Map<string, IdeaChoice>();
  for (const { relation, path, name, description } of ideas.neighbours(file.path, links)) {
    if (relation !== way || path === null || path === file.path || choices.has(path)) continue;
    choices.set(path, { path, name, titles: [], description: plain(description) });
  }
  const [first, second] = choices.values();
  if (first === undefined) new Notice(t(`commands.noIdea.${way}`, { note: file.basename }));
  else if (second === undefined) await context.opener.openLink(linkToPath(first.path), file.path, false);
  else choose(context, [...choices.values()], file.path);
}

/** Lets the user find any note that the index knows, by name, titles, aliases or description. */
export function findIdea(context: IdeaContext): void {
  const { app, ideas } = context;
  const active = app.workspace.getActiveFile()?.path ?? '';
  // What is next to the note that one is in comes first, as it is listed there, then what was opened last.
  const near = ideas.neighbours(active).map(({ path }) => path);
  const first = new Set(
    [...near, ...app.workspace.getLastOpenFiles()].filter(
      (path): path is string => path !== null && path !== active && ideas.has(path),
    ),
  );
  const others = [...ideas.paths()].filter((path) => !first.has(path));
  choose(context, choicesOf(app, [...first, ...inOrder(others)]), active);
}

/** Paths by the names of their notes; as they are where there are so many that it would be long in coming. */
export function inOrder(paths: string[]): readonly string[] {
  return paths.length > MOST_SORTED ? paths : paths.sort((a, b) => nameOfNote(a).localeCompare(nameOfNote(b)));
}

/**
 * What the notes at these paths call themselves, with a reason for some instead of what they are: found out once for each, and not
 * before it is gone through.
 */
export function choicesOf(
  app: App,
  paths: readonly string[],
  reasonFor: (path: string) => string | undefined = () => undefined,
): Iterable<IdeaChoice> {
  const known = new Map<string, IdeaChoice>();
  return {
    *[Symbol.iterator]() {
      for (const path of paths) {
        const file = app.vault.getFileByPath(path);
        const choice = known.get(path) ?? (file && choiceOf(app, file, reasonFor(path)));
        if (choice === null) continue;
        known.set(path, choice);
        yield choice;
      }
    },
  };
}

function choose(context: IdeaContext, choices: Iterable<IdeaChoice>, from: string): void {
  const { app, t, opener } = context;
  openDialog(
    new IdeaSuggestModal(app, t, choices, ({ path }, evt) => {
      void attempt(t, 'commands.findIdea', () => opener.openLink(linkToPath(path), from, Keymap.isModEvent(evt)));
    }),
  );
}

/** What a note calls itself: Obsidian has read its frontmatter already. */
function choiceOf(app: App, file: TFile, reason: string | undefined): IdeaChoice {
  const frontmatter: Readonly<Record<string, unknown>> = app.metadataCache.getFileCache(file)?.frontmatter ?? {};
  const names = ['title', 'title_en', 'aliases', 'alias'].flatMap((field) => textsIn(frontmatter[field]));
  return {
    path: file.path,
    name: file.basename,
    titles: [...new Set(names)].filter((name) => name !== file.basename),
    description: reason ?? textsIn(frontmatter['description']).join(' '),
  };
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'string' && value !== '' ? [repaired(value)] : [];
}
