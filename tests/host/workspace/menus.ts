import type * as O from 'obsidian';
import { parseLinktext } from '../links.ts';
import { Menu } from '../widgets/menu.ts';
import type { Workspace } from './workspace.ts';

interface LinkInNote {
  readonly linktext: string;
  readonly sourcePath: string;
  readonly leaf: O.WorkspaceLeaf | undefined;
}

/** Fills the menu of a link: with what the file offers, or the making of the note. Says whether there is a file. */
export function addLinkEntries(
  workspace: Workspace,
  menu: O.Menu,
  { linktext, sourcePath, leaf }: LinkInNote,
): boolean {
  const file = workspace.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
  if (file) workspace.trigger('file-menu', menu, file, 'link-context-menu', leaf);
  else {
    menu.addItem((item) =>
      item.setTitle('Create this note').onClick(() => workspace.openLinkText(linktext, sourcePath, false)),
    );
  }
  return file !== null;
}

/** Shows the menu behind the dots of a note's header. */
export function showFileMenu(
  workspace: Workspace,
  event: MouseEvent,
  file: O.TFile | null,
  leaf: O.WorkspaceLeaf,
): void {
  const menu = new Menu();
  if (file) workspace.trigger('file-menu', menu, file, 'more-options', leaf);
  leaf.view.onPaneMenu(menu, 'more-options');
  menu.showAtMouseEvent(event);
}

/** Shows the context menu of an editor, which plugins fill. */
export function showEditorMenu(
  workspace: Workspace,
  event: MouseEvent,
  editor: O.Editor,
  info: O.MarkdownFileInfo,
): void {
  event.preventDefault();
  const menu = new Menu();
  workspace.trigger('editor-menu', menu, editor, info);
  menu.showAtMouseEvent(event);
}
