import type * as O from 'obsidian';
import type { App } from './app.ts';

/** What the palette offers. */
export class CommandRegistry {
  readonly commands: Record<string, O.Command> = {};

  constructor(readonly app: App) {}

  addCommand(command: O.Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    delete this.commands[id];
  }

  /** The commands that can run now, by name. */
  listCommands(): O.Command[] {
    return Object.values(this.commands)
      .filter((command) => this.#run(command, true))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Runs a command if it can run now; says whether it could. */
  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command !== undefined && this.#run(command, true) && this.#run(command, false);
  }

  /** As the typings order them: an editor callback counts before the others, and needs a note open for editing. */
  #run(command: O.Command, checking: boolean): boolean {
    if (command.editorCheckCallback ?? command.editorCallback) {
      const info = this.app.workspace.activeEditor;
      if (!info?.editor || !this.app.isEditing(info)) return false;
      if (command.editorCheckCallback)
        return command.editorCheckCallback(checking, info.editor, info) === true || !checking;
      if (!checking) void command.editorCallback?.(info.editor, info);
      return true;
    }
    if (command.checkCallback) return command.checkCallback(checking) === true || !checking;
    if (!command.callback) return false;
    if (!checking) void command.callback();
    return true;
  }
}
