import { Notice, type IconName, type Plugin } from 'obsidian';
import type { MessageKey } from '../i18n';
import type { TableOrderSource } from '../model/table-order';
import type { NoteWriter } from '../obsidian/note-writer';
import { attempt } from './failure';
import type { TemplateContext } from './chosen-template';
import { openNewNote, selectedText } from './new-note';
import { startAdding, type IdeaLinkContext } from './idea-link-commands';
import { applyOrder, type TableContext } from './table-commands';
import { undoMessage } from './write-messages';

/** What commands are handed, so that they do not know the plugin. */
export interface CommandContext extends TemplateContext, TableContext, IdeaLinkContext {
  readonly writer: Pick<NoteWriter, 'read' | 'write' | 'undoLast'>;
  /** Knows which table the sidebar shows in another order than the note. */
  readonly tables: TableOrderSource;
  /** Shows the sidebar, making it first when there is none. */
  openSidebar(): Promise<void>;
  /** Pins the sidebar to the note it shows, or lets go of a pinned one; opens the sidebar first when there is none. */
  togglePin(): Promise<void>;
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
    id: 'add-idea-link',
    name: 'commands.addIdeaLink',
    icon: 'list-plus',
    isAvailable: ({ app }) => app.workspace.getActiveFile()?.extension === 'md',
    run: (context) => {
      const path = context.app.workspace.getActiveFile()?.path;
      if (path !== undefined) startAdding(context, path);
    },
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
  plugin.registerEvent(
    context.app.workspace.on('editor-menu', (menu, editor) => {
      const text = editor.getSelection();
      const title = text === '' ? 'commands.newNote' : 'commands.newNoteFromSelection';
      menu.addItem((item) =>
        item
          .setTitle(context.t(title))
          .setIcon('file-plus')
          .onClick(() => void attempt(context.t, 'commands.newNote', () => openNewNote(context, { text }))),
      );
    }),
  );
}

async function undoLastChange({ t, writer }: CommandContext): Promise<void> {
  new Notice(undoMessage(await writer.undoLast(), t));
}
