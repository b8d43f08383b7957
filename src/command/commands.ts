import type { IconName, Plugin } from 'obsidian';
import type { MessageKey } from '../i18n';
import { attempt } from './failure';
import { openNewNote, selectedText, type NewNoteContext } from './new-note';

/** What commands are handed, so that they do not know the plugin. */
export interface CommandContext extends NewNoteContext {
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
  run(context: CommandContext): void | Promise<void>;
}

/** Everything the palette offers, in the order of its list. None has a hotkey of its own: keys are the user's. */
const COMMANDS = [
  { id: 'open-sidebar', name: 'commands.openSidebar', icon: 'panel-right', run: (context) => context.openSidebar() },
  { id: 'pin-to-note', name: 'commands.pin', icon: 'pin', run: (context) => context.togglePin() },
  {
    id: 'new-three-step-note',
    name: 'commands.newNote',
    icon: 'file-plus',
    run: (context) => openNewNote(context, selectedText(context.app)),
  },
] as const satisfies readonly CommandRow[];

/** Adds the commands to the palette and the new-note command to the editor's menu; they leave with the plugin. */
export function registerCommands(plugin: Plugin, context: CommandContext): void {
  for (const { id, name, icon, run } of COMMANDS) {
    plugin.addCommand({
      id,
      name: context.t(name),
      icon,
      callback: () => void attempt(context.t, name, () => run(context)),
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
          .onClick(() => void attempt(context.t, 'commands.newNote', () => openNewNote(context, text))),
      );
    }),
  );
}
