import { Notice, TFolder, type IconName, type Menu, type Plugin, type TAbstractFile } from 'obsidian';
import type { MessageKey } from '../i18n';
import type { TableOrderSource } from '../model/table-order';
import type { LiveIdeas } from '../index/answers';
import type { LinkResolver } from '../obsidian/link-resolver';
import type { NoteWriter } from '../obsidian/note-writer';
import { AUDIT_VIEW_ICON } from '../view/audit/audit-view';
import { MAP_VIEW_ICON } from '../view/map/map-view';
import { addEntries, type MenuEntry } from '../view/core/menu-place';
import type { NoteOpening } from '../view/core/services';
import { copyIdeaLinks, copyIdeaLinksIn } from './copy-idea-links';
import { attempt } from './failure';
import { newNoteFromTurn, newNotesFromTurns, turnAtCursor } from './chat-commands';
import type { TemplateContext } from './chosen-template';
import { pasteText } from './clipboard';
import { openFromAddress, openNewNote, selectedText } from './new-note';
import { findIdea, goToIdea, type IdeaContext } from './idea-commands';
import { startAdding, type IdeaLinkContext } from './idea-link-commands';
import { removeRawText } from './raw-text-command';
import { copyPrompt, fillIn, pasteAnswer } from './step-commands';
import { findGarbledNotes, repairGarbledNote } from './repair-commands';
import { applyOrder, type TableContext } from './table-commands';
import { tidySelection } from './tidy-commands';
import { findUnfinishedNotes, type UnfinishedContext } from './unfinished-notes';
import { undoMessage } from './write-messages';

/** What commands are handed, so that they do not know the plugin. */
export interface CommandContext extends TemplateContext, TableContext, IdeaLinkContext, IdeaContext, UnfinishedContext {
  readonly ideas: LiveIdeas;
  readonly opener: NoteOpening;
  readonly links: LinkResolver;
  readonly writer: Pick<NoteWriter, 'read' | 'write' | 'undo' | 'undoLast' | 'keepMade'>;
  /** Knows which table the sidebar shows in another order than the note. */
  readonly tables: TableOrderSource;
  /** Shows the sidebar, making it first when there is none. */
  openSidebar(): Promise<void>;
  /** Pins the sidebar to the note it shows, or lets go of a pinned one; opens the sidebar first when there is none. */
  togglePin(): Promise<void>;
  /** Shows what may belong to the current note, in the sidebar. */
  showSuggestions(): Promise<void>;
  /** Shows the map of the ideas around the current note, in a tab. */
  openMap(): Promise<void>;
  /** Shows what is wrong with the idea links of the vault, in a tab. */
  openAudit(): Promise<void>;
  /** Shows steps 1 and 2 of the current note side by side, in a tab. */
  compareInTab(): Promise<void>;
  /** Shows the raw text and step 1 of the current note, word by word, in a tab. */
  compareRawInTab(): Promise<void>;
}

/** One entry of the palette. */
interface CommandRow {
  readonly id: string;
  readonly name: MessageKey;
  readonly icon: IconName;
  /** The palette offers it only then; always, when it is left out. */
  isAvailable?(context: CommandContext): boolean;
  run(context: CommandContext): void | Promise<void>;
}

/** Offered where a note is open, and done to that note. */
const inNote = (run: (context: CommandContext, path: string) => unknown): Pick<CommandRow, 'isAvailable' | 'run'> => ({
  isAvailable: ({ app }) => app.workspace.getActiveFile()?.extension === 'md',
  run: async (context) => {
    const path = context.app.workspace.getActiveFile()?.path;
    if (path !== undefined) await run(context, path);
  },
});

/** Everything the palette offers, in the order of its list. None has a hotkey of its own: keys are the user's. */
const COMMANDS: readonly CommandRow[] = [
  { id: 'open-sidebar', name: 'commands.openSidebar', icon: 'panel-right', run: (context) => context.openSidebar() },
  { id: 'pin-to-note', name: 'commands.pin', icon: 'pin', run: (context) => context.togglePin() },
  {
    id: 'new-three-step-note',
    name: 'commands.newNote',
    icon: 'file-plus',
    run: (context) => openNewNote(context, { text: selectedText(context.app) }),
  },
  {
    id: 'new-three-step-note-from-clipboard',
    name: 'commands.newNoteFromClipboard',
    icon: 'clipboard-pen',
    run: (context) => pasteText(context.app, context.t, (text) => openNewNote(context, { text })),
  },
  {
    id: 'new-three-step-note-from-turn',
    name: 'commands.newNoteFromTurn',
    icon: 'message-square-plus',
    isAvailable: (context) => turnAtCursor(context) !== null,
    run: newNoteFromTurn,
  },
  {
    id: 'new-three-step-notes-from-turns',
    name: 'commands.newNotesFromTurns',
    icon: 'messages-square',
    run: newNotesFromTurns,
  },
  { id: 'fill-in-missing-steps', name: 'commands.fillIn', icon: 'list-plus', run: fillIn },
  { id: 'copy-prompt', name: 'commands.copyPrompt', icon: 'clipboard-copy', run: copyPrompt },
  { id: 'paste-answer', name: 'commands.pasteAnswer', icon: 'clipboard-paste', run: pasteAnswer },
  {
    id: 'remove-raw-text',
    name: 'commands.removeRawText',
    icon: 'eraser',
    ...inNote(removeRawText),
  },
  {
    id: 'tidy-typography',
    name: 'commands.tidy',
    icon: 'quote',
    isAvailable: ({ app }) => app.workspace.activeEditor?.editor !== undefined,
    run: tidySelection,
  },
  {
    id: 'apply-order',
    name: 'commands.applyOrder',
    icon: 'list-ordered',
    isAvailable: ({ tables }) => tables.orderShown() !== null,
    run: async (context) => {
      const shown = context.tables.orderShown();
      if (shown) await applyOrder(context, shown);
    },
  },
  {
    id: 'go-to-upstream-idea',
    name: 'commands.goToUpstream',
    icon: 'arrow-up',
    run: (context) => goToIdea(context, 'upstream'),
  },
  {
    id: 'go-to-downstream-idea',
    name: 'commands.goToDownstream',
    icon: 'arrow-down',
    run: (context) => goToIdea(context, 'downstream'),
  },
  {
    id: 'go-to-direct-idea',
    name: 'commands.goToDirect',
    icon: 'arrow-right',
    run: (context) => goToIdea(context, 'direct'),
  },
  { id: 'find-idea', name: 'commands.findIdea', icon: 'search', run: (context) => findIdea(context) },
  {
    id: 'suggest-ideas',
    name: 'commands.suggestIdeas',
    icon: 'lightbulb',
    run: (context) => context.showSuggestions(),
  },
  { id: 'open-idea-map', name: 'commands.openMap', icon: MAP_VIEW_ICON, run: (context) => context.openMap() },
  { id: 'audit-idea-links', name: 'commands.audit', icon: AUDIT_VIEW_ICON, run: (context) => context.openAudit() },
  {
    id: 'add-idea-link',
    name: 'commands.addIdeaLink',
    icon: 'list-plus',
    ...inNote(startAdding),
  },
  {
    id: 'copy-idea-links-to-properties',
    name: 'commands.copyToProperties',
    icon: 'list-tree',
    ...inNote(copyIdeaLinks),
  },
  { id: 'compare-steps', name: 'commands.compareSteps', icon: 'columns-2', run: (context) => context.compareInTab() },
  { id: 'compare-raw', name: 'commands.compareRaw', icon: 'diff', run: (context) => context.compareRawInTab() },
  {
    id: 'unfinished-notes',
    name: 'commands.unfinishedNotes',
    icon: 'list-todo',
    run: findUnfinishedNotes,
  },
  {
    id: 'find-garbled-notes',
    name: 'commands.findGarbled',
    icon: 'file-search',
    run: findGarbledNotes,
  },
  {
    id: 'repair-garbled-note',
    name: 'commands.repairGarbled',
    icon: 'wrench',
    ...inNote(repairGarbledNote),
  },
  { id: 'undo-last-change', name: 'commands.undoLast', icon: 'undo-2', run: (context) => undoLastChange(context) },
];

/** Adds the commands to the palette and the new-note command to the editor's menu; they leave with the plugin. */
export function registerCommands(plugin: Plugin, context: CommandContext): void {
  for (const command of COMMANDS) {
    const { id, name, icon } = command;
    plugin.addCommand({
      id,
      name: context.t(name),
      icon,
      checkCallback: (checking) => {
        if (command.isAvailable && !command.isAvailable(context)) return false;
        if (!checking) void attempt(context.t, name, () => command.run(context));
        return true;
      },
    });
  }
  plugin.registerObsidianProtocolHandler('idea-tiers', (data) => {
    void attempt(context.t, 'commands.newNote', () => openFromAddress(context, data));
  });
  plugin.registerEvent(context.app.workspace.on('file-menu', (menu, file) => addFolderEntry(context, menu, file)));
  plugin.registerEvent(
    context.app.workspace.on('editor-menu', (menu, editor) => {
      const title = !editor.somethingSelected() ? 'commands.newNote' : 'commands.newNoteFromSelection';
      const entry = (
        name: MessageKey,
        icon: IconName,
        action: MessageKey,
        work: () => void | Promise<void>,
      ): MenuEntry => ({
        title: context.t(name),
        icon,
        run: () => void attempt(context.t, action, work),
      });
      addEntries(menu, [
        entry(title, 'file-plus', 'commands.newNote', () => openNewNote(context, { text: selectedText(context.app) })),
      ]);
      if (!turnAtCursor(context)) return;
      const fromTurn = 'commands.newNoteFromTurn';
      addEntries(menu, [entry(fromTurn, 'message-square-plus', fromTurn, () => newNoteFromTurn(context))]);
    }),
  );
}

function addFolderEntry(context: CommandContext, menu: Menu, file: TAbstractFile): void {
  const name = 'commands.copyToProperties';
  if (!(file instanceof TFolder)) return;
  const run = (): void => void attempt(context.t, name, () => copyIdeaLinksIn(context, file));
  addEntries(menu, [{ title: `${context.t(name)}…`, icon: 'list-tree', run }]);
}

async function undoLastChange({ t, writer }: CommandContext): Promise<void> {
  new Notice(undoMessage(await writer.undoLast(), t));
}
