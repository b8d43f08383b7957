import type * as O from 'obsidian';
import type { App } from './app.ts';
import { TFile } from './files.ts';

/** The app's own entries in the menu of a file. */
export function installFileMenu(app: App): void {
  app.workspace.on('file-menu', (menu: O.Menu, file: O.TAbstractFile) => {
    if (file instanceof TFile) {
      menu.addItem((item) =>
        item
          .setSection('open')
          .setTitle('Open in new tab')
          .setIcon('file-plus')
          .onClick(() => app.workspace.getLeaf('tab').openFile(file)),
      );
      menu.addItem((item) =>
        item
          .setSection('open')
          .setTitle('Open to the right')
          .setIcon('separator-vertical')
          .onClick(() => app.workspace.getLeaf('split').openFile(file)),
      );
    }
    menu.addItem((item) =>
      item
        .setSection('danger')
        .setTitle('Delete')
        .setIcon('trash-2')
        .setWarning(true)
        .onClick(() => app.fileManager.promptForDeletion(file)),
    );
  });
}
