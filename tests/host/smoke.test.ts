import { ItemView, Plugin, TFile, type WorkspaceLeaf } from 'obsidian';
import { expect, test } from 'vitest';
import { createHost } from './boot.ts';

class TinyView extends ItemView {
  opened = 0;
  getViewType(): string {
    return 'tiny';
  }
  getDisplayText(): string {
    return 'Tiny';
  }
  protected override async onOpen(): Promise<void> {
    this.opened++;
    this.contentEl.createDiv({ cls: 'tiny', text: this.app.workspace.getActiveFile()?.path ?? 'nothing' });
  }
}

class TinyPlugin extends Plugin {
  override onload(): void {
    this.registerView('tiny', (leaf: WorkspaceLeaf) => new TinyView(leaf));
    this.addCommand({ id: 'go', name: 'Go', callback: () => this.app.workspace.ensureSideLeaf('tiny', 'right') });
  }
}

test('A plugin opens its view beside the current note', async () => {
  const host = createHost({ files: { 'Folder/A.md': '# A\n\n[[B]]' } });
  await host.loadPlugin(TinyPlugin, { id: 'tiny-plugin' });
  const file = host.app.vault.getFileByPath('Folder/A.md');
  expect(file).toBeInstanceOf(TFile);
  if (file) await host.app.workspace.getLeaf().openFile(file);
  expect(host.app.commands.executeCommandById('tiny-plugin:go')).toBe(true);
  await host.settle();
  expect(document.querySelector('.mod-right-split .tiny')?.textContent).toBe('Folder/A.md');
});
