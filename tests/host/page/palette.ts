import type * as obsidian from 'obsidian';
import type { App } from '../app.ts';
import { FuzzySuggestModal } from '../widgets/index.ts';

/** The command palette: every command that can run now. */
export class CommandPalette extends FuzzySuggestModal<obsidian.Command> {
  constructor(private readonly host: App) {
    super(host);
    this.modalEl.setAttr('aria-label', 'Command palette');
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): obsidian.Command[] {
    return this.host.commands.listCommands();
  }

  getItemText(command: obsidian.Command): string {
    return command.name;
  }

  onChooseItem(command: obsidian.Command): void {
    this.host.commands.executeCommandById(command.id);
  }
}

/** The quick switcher: every note of the vault. */
export class QuickSwitcher extends FuzzySuggestModal<obsidian.TFile> {
  constructor(private readonly host: App) {
    super(host);
    this.modalEl.setAttr('aria-label', 'Quick switcher');
    this.setPlaceholder('Find or create a note...');
  }

  getItems(): obsidian.TFile[] {
    return this.host.vault.getMarkdownFiles();
  }

  getItemText(file: obsidian.TFile): string {
    return file.path.replace(/\.md$/, '');
  }

  onChooseItem(file: obsidian.TFile, evt: MouseEvent | KeyboardEvent): void {
    const inNewTab = evt.ctrlKey || evt.metaKey;
    void this.host.workspace.getLeaf(inNewTab ? 'tab' : false).openFile(file);
  }
}
