import { Notice, type TFile } from 'obsidian';
import type { IdeaAnswers } from '../index/answers';
import type { MessageKey } from '../i18n';
import type { NoteEdit, TextChange } from '../model/text-change';
import { INVERSE_RELATIONS, type Relation } from '../model/vocabulary';
import { AddIdeaLinkModal, type IdeaLinkFields } from '../view/ideas/add-idea-link-modal';
import type { PreviewOption } from '../view/core/change-preview-modal';
import type { IdeaLinkActions, WrittenEntry } from '../view/ideas/idea-link-actions';
import { IdeaSuggestModal } from '../view/ideas/idea-suggest';
import type { SuggestionServices } from '../view/core/services';
import { IdeaLists, type LinkEdit, type LinkEditResult } from '../write/idea-link-edit';
import { relinkNote } from '../write/idea-link-relink';
import { attempt } from './failure';
import { choicesOf, inOrder } from './idea-commands';
import { gatherEdits } from './gather-edits';
import { readingOf } from './idea-reading';
import type { TemplateContext } from './chosen-template';
import { openNewNote } from './new-note';
import { propose, type ProposeContext } from './propose';
import { fitsWikilink, linkToNote } from '../text/note-link';
import { foldPath, nameOfLink, nameOfNote } from '../text/note-name';
import { textOf } from './note-to-write';
import { openDialog } from '../view/core/open-dialog';

/** More notes than these are gone through in idle moments, which is shown. */
const FEW_NOTES = 10;
/** How long the notes of the vault are asked at once whether they have a link; what is left is asked in idle moments. */
const FIRST_LOOK_MS = 8;

/** What the commands over idea links are handed. */
export interface IdeaLinkContext extends ProposeContext, TemplateContext {
  /** What the vault's notes are called. */
  readonly ideas: Pick<IdeaAnswers, 'nearNames' | 'linksOf' | 'resolve'>;
  readonly suggestions: Pick<SuggestionServices, 'of' | 'prepare'>;
  readonly links: {
    /** Whether a note holds a link to no note with this target, as written. */
    wants(path: string, target: string): boolean;
  };
}

/** The actions as lists and reports call them. */
export function ideaLinkActions(context: IdeaLinkContext): IdeaLinkActions {
  const run = (action: MessageKey, work: () => void | Promise<void>): void => void attempt(context.t, action, work);
  return {
    add: (path, given = {}) => run('commands.addIdeaLink', () => startAdding(context, path, given)),
    move: (entry, relation) => run('ideaLink.move', () => moveIdeaLink(context, entry, relation)),
    remove: (entry) => run('ideaLink.remove', () => removeIdeaLink(context, entry)),
    relink: (entry) => run('ideaLink.relink', () => offerNearNames(context, entry)),
    create: (entry) => run('ideaLink.create', () => createNote(context, entry)),
  };
}

/** Adds an idea link to the note at `path`: asks for the idea unless it is given, then for what is said of it. */
export async function startAdding(
  context: IdeaLinkContext,
  path: string,
  { relation, idea }: { readonly relation?: Relation; readonly idea?: string } = {},
): Promise<void> {
  const { app, t } = context;
  const ask = (file: TFile, suggested: Relation = 'upstream'): void => {
    const { ideas } = context;
    // The other note lists this one already: it is answered.
    const isBack = ideas.linksOf(file.path).some(({ target }) => ideas.resolve(target, file.path) === path);
    const title = t(isBack ? 'ideaLink.addBack' : 'ideaLink.addTo', { note: nameOfNote(path) });
    openDialog(
      new AddIdeaLinkModal(app, t, { title, idea: file.basename, relation: relation ?? suggested }, (fields) => {
        void attempt(t, 'commands.addIdeaLink', () => addIdeaLink(context, path, file, fields, title));
      }),
    );
  };
  const given = idea === undefined ? null : app.vault.getFileByPath(idea);
  if (given) {
    ask(given);
    return;
  }
  const suggested = await suggestedFor(context, path, relation);
  const paths = app.vault.getMarkdownFiles().map((file) => file.path);
  const others = paths.filter((one) => one !== path && !suggested.has(one));
  const choices = choicesOf(app, [...suggested.keys(), ...inOrder(others)], (one) => suggested.get(one)?.reason);
  openDialog(
    new IdeaSuggestModal(app, t, choices, (choice) => {
      const file = app.vault.getFileByPath(choice.path);
      if (file) ask(file, suggested.get(choice.path)?.relation);
    }),
  );
}

/** What may belong to a note, with why, those first for which most speaks: of one relation alone where one is given. */
async function suggestedFor(
  { suggestions, writer }: IdeaLinkContext,
  path: string,
  relation: Relation | undefined,
): Promise<ReadonlyMap<string, { readonly relation: Relation; readonly reason: string }>> {
  const text = await writer.read(path);
  const found = text === null ? [] : suggestions.of(path, text);
  return new Map(
    found
      .filter((one) => relation === undefined || one.relation === relation)
      .map((one) => [one.path, { relation: one.relation, reason: one.reasons[0]?.text ?? '' }]),
  );
}

async function addIdeaLink(
  context: IdeaLinkContext,
  path: string,
  idea: TFile,
  { relation, sentence, back }: IdeaLinkFields,
  title: string,
): Promise<void> {
  const { app, t } = context;
  const text = await textOf(context, path);
  const from = app.vault.getFileByPath(path);
  if (text === null || !from) return;
  const linkTo = (file: TFile, source: string): string => app.metadataCache.fileToLinktext(file, source, true);
  const link = linkTo(idea, path);
  const edit = { kind: 'add', relation, link, sentence, footnote: null } as const;
  const lists = new IdeaLists(text, readingOf(context, path));
  const plain = changesOf(context, path, lists, edit);
  if (!plain) return;
  const withFootnote = lists.changes({ ...edit, footnote: '' });
  const cited = withFootnote.kind === 'changes' ? withFootnote.changes : null;
  const inverse = INVERSE_RELATIONS[relation];
  const there = back === null || !inverse ? null : await textOf(context, idea.path);
  const answer: LinkEdit | null =
    back === null || !inverse
      ? null
      : { kind: 'add', relation: inverse, link: linkTo(from, idea.path), sentence: back, footnote: null };
  const changesThere =
    answer && there !== null
      ? changesOf(context, idea.path, new IdeaLists(there, readingOf(context, idea.path)), answer)
      : null;
  const footnote: PreviewOption = {
    key: 'footnote',
    name: t('ideaLink.footnote'),
    hint: t('ideaLink.footnoteHint'),
    value: lists.citesFootnotes(relation),
  };
  propose(context, {
    action: 'commands.addIdeaLink',
    title,
    options: cited ? [footnote] : [],
    edits: (chosen) => [
      { path, text, changes: (chosen.has('footnote') ? cited : null) ?? plain },
      ...(changesThere && there !== null ? [{ path: idea.path, text: there, changes: changesThere }] : []),
    ],
  });
}

async function moveIdeaLink(context: IdeaLinkContext, entry: WrittenEntry, relation: Relation): Promise<void> {
  const { t } = context;
  const title = t('ideaLink.moveTitle', { idea: nameOfLink(entry.link), list: t(`relations.${relation}`) });
  await editEntry(context, entry, 'ideaLink.move', title, (shown) => ({ kind: 'move', entry: shown, relation }));
}

async function removeIdeaLink(context: IdeaLinkContext, entry: WrittenEntry): Promise<void> {
  const title = context.t('ideaLink.removeTitle', { idea: nameOfLink(entry.link), note: nameOfNote(entry.path) });
  await editEntry(context, entry, 'ideaLink.remove', title, (shown) => ({ kind: 'remove', entry: shown }));
}

async function editEntry(
  context: IdeaLinkContext,
  { path, line, link, relation }: WrittenEntry,
  action: MessageKey,
  title: string,
  edit: (shown: Extract<LinkEdit, { kind: 'remove' }>['entry']) => LinkEdit,
): Promise<void> {
  const text = await textOf(context, path);
  if (text === null) return;
  const { target, heading } = partsOf(link);
  const lists = new IdeaLists(text, readingOf(context, path));
  const changes = changesOf(context, path, lists, edit({ line, target, heading, relation }));
  if (changes) propose(context, { action, title, options: [], edits: () => [{ path, text, changes }] });
}

async function offerNearNames(context: IdeaLinkContext, entry: Omit<WrittenEntry, 'relation'>): Promise<void> {
  const { app, t } = context;
  const near = context.ideas.nearNames(partsOf(entry.link).target);
  const choices = near.map(({ path, name }) => ({ path, name, titles: [path], description: '' }));
  if (choices.length === 0) return void new Notice(t('ideaLink.nothingNear', { idea: nameOfLink(entry.link) }));
  openDialog(
    new IdeaSuggestModal(app, t, choices, ({ path }) => {
      void attempt(t, 'ideaLink.relink', () => relink(context, entry, path));
    }),
  );
}

/** Leads a link to the note at `to`: in its line, everywhere in its note, and in all notes, as the user chooses. */
async function relink(context: IdeaLinkContext, entry: Omit<WrittenEntry, 'relation'>, to: string): Promise<void> {
  const { app, t, links } = context;
  const { target } = partsOf(entry.link);
  const file = app.vault.getFileByPath(to);
  const own = await textOf(context, entry.path);
  if (!file || own === null) return;
  const isAlias =
    foldPath(nameOfLink(target)) !== foldPath(file.basename) &&
    context.ideas.nearNames(target).some(({ path, difference }) => path === to && difference === 'form');
  const edit = (path: string, text: string, line: number | null): NoteEdit => {
    const link = app.metadataCache.fileToLinktext(file, path, true);
    return { path, text, changes: relinkNote(text, { from: target, link, path: to, isAlias }, line) };
  };
  const whole = edit(entry.path, own, null);
  const single = edit(entry.path, own, entry.line);
  if (single.changes.length === 0 && !fitsWikilink(file.basename)) {
    return void new Notice(t('ideaLink.refused.name', { note: nameOfNote(entry.path) }));
  }
  const title = t('ideaLink.relinkTitle', { idea: nameOfLink(target), note: file.basename });
  const others: NoteEdit[] = [];
  const take = (path: string, text: string): void => void others.push(edit(path, text, null));
  const ended = (): void => {
    const options: PreviewOption[] = [];
    if (whole.changes.length > single.changes.length) {
      options.push({ key: 'note', name: t('ideaLink.inNote'), hint: '', value: true });
    }
    if (others.length > 0) {
      const name = t('ideaLink.inVault', { count: others.length });
      options.push({ key: 'vault', name, hint: '', value: false });
    }
    propose(context, {
      action: 'ideaLink.relink',
      title,
      options,
      edits: (chosen) => [chosen.has('note') ? whole : single, ...(chosen.has('vault') ? others : [])],
    });
  };
  const isWanted = (other: TFile): boolean => other.path !== entry.path && links.wants(other.path, target);
  const end = performance.now() + FIRST_LOOK_MS;
  const files = app.vault.getMarkdownFiles().filter((other) => performance.now() > end || isWanted(other));
  if (files.length > FEW_NOTES) {
    const hint = t('ideaLink.relinking');
    gatherEdits(context, { action: 'ideaLink.relink', title, hint, files, isWanted, take, ended });
    return;
  }
  for (const { path } of files) {
    const text = await context.writer.read(path);
    if (text !== null) take(path, text);
  }
  ended();
}

/** Offers to make the note that a link asks for; where it is called otherwise in the end, the link is led to it. */
async function createNote(context: IdeaLinkContext, entry: WrittenEntry): Promise<void> {
  const { app } = context;
  const { target } = partsOf(entry.link);
  const name = nameOfLink(target);
  const from = app.vault.getFileByPath(entry.path);
  const inverse = INVERSE_RELATIONS[entry.relation];
  const ideas =
    from && inverse ? { [inverse]: [`- ${linkToNote(app.metadataCache.fileToLinktext(from, '', true))}`] } : {};
  await openNewNote(context, {
    title: name,
    ideas,
    created: (path) => {
      if (nameOfNote(path).toLowerCase() === name.toLowerCase()) return;
      void attempt(context.t, 'ideaLink.relink', () => relink(context, entry, path));
    },
  });
}

/** What an edit changes; `null` when it is refused, and the user was told why. */
function changesOf(
  context: IdeaLinkContext,
  path: string,
  lists: IdeaLists,
  edit: LinkEdit,
): readonly TextChange[] | null {
  return toldOf(context, path, lists.changes(edit));
}

/** The changes of an edit; `null` when it was refused, and the user was told why. */
export function toldOf(context: IdeaLinkContext, path: string, result: LinkEditResult): readonly TextChange[] | null {
  if (result.kind === 'changes') return result.changes;
  new Notice(context.t(`ideaLink.refused.${result.reason}`, { note: nameOfNote(path) }));
  return null;
}

function partsOf(link: string): { readonly target: string; readonly heading: string } {
  const at = link.indexOf('#');
  return at === -1 ? { target: link, heading: '' } : { target: link.slice(0, at), heading: link.slice(at + 1) };
}
