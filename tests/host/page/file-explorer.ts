import type * as obsidian from 'obsidian';
import type { App } from '../app.ts';
import { TFile, TFolder } from '../files.ts';
import { Keymap, Menu, setIcon } from '../widgets/index.ts';
import { ItemView } from '../workspace/view.ts';

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
/** Milliseconds in which several changes of the vault make one redrawing. */
const REDRAW_DELAY = 50;

function sortedChildren(folder: TFolder): (TFile | TFolder)[] {
  const known = folder.children.filter((child) => child instanceof TFile || child instanceof TFolder);
  return known.sort(
    (a, b) => Number(a instanceof TFile) - Number(b instanceof TFile) || byName.compare(a.name, b.name),
  );
}

/** The list of folders and notes on the left. A folder's entries are drawn when it is opened, so a big vault costs nothing. */
export class FileExplorer extends ItemView {
  static readonly VIEW_TYPE = 'file-explorer';
  override icon = 'folder-closed';
  private readonly expanded = new Set<string>();
  private timer = 0;

  constructor(
    leaf: obsidian.WorkspaceLeaf,
    private readonly host: App,
  ) {
    super(leaf);
    this.headerEl.remove();
    this.contentEl.addClass('nav-files-container');
    this.contentEl.setAttrs({ role: 'tree', 'aria-label': 'Files' });
  }

  getViewType(): string {
    return FileExplorer.VIEW_TYPE;
  }

  getDisplayText(): string {
    return 'Files';
  }

  protected override async onOpen(): Promise<void> {
    this.draw();
    for (const name of ['create', 'delete', 'rename']) {
      this.registerEvent(
        this.host.vault.on(name, () => {
          this.leafWindow.clearTimeout(this.timer);
          this.timer = this.leafWindow.setTimeout(() => this.draw(), REDRAW_DELAY);
        }),
      );
    }
    this.registerEvent(this.host.workspace.on('file-open', () => this.showActive()));
  }

  private get leafWindow(): Window {
    return this.containerEl.win;
  }

  private draw(): void {
    const scrolled = this.contentEl.scrollTop;
    this.contentEl.empty();
    this.drawChildren(this.host.vault.getRoot(), this.contentEl.createDiv());
    // Setting it makes the browser lay out the whole list; at the top there is nothing to restore.
    if (scrolled > 0) this.contentEl.scrollTop = scrolled;
    this.showActive();
  }

  private drawChildren(folder: TFolder, el: HTMLElement): void {
    for (const child of sortedChildren(folder)) {
      if (child instanceof TFile) this.drawFile(child, el);
      else this.drawFolder(child, el);
    }
  }

  private drawFile(file: TFile, el: HTMLElement): void {
    const selfEl = el.createDiv('tree-item nav-file').createDiv({
      cls: 'tree-item-self nav-file-title tappable is-clickable',
      attr: { 'data-path': file.path, role: 'treeitem', tabindex: '0', draggable: 'true' },
    });
    const name = file.extension === 'md' ? file.basename : file.name;
    selfEl.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: name });
    if (file.extension !== 'md') selfEl.createDiv({ cls: 'nav-file-tag', text: file.extension });
    const open = (evt: obsidian.UserEvent): void => {
      if (file.extension === 'md') void this.host.workspace.getLeaf(Keymap.isModEvent(evt)).openFile(file);
    };
    selfEl.addEventListener('click', open);
    selfEl.addEventListener('auxclick', (evt) => {
      if (evt.button === 1) open(evt);
    });
    selfEl.addEventListener('keydown', (evt) => {
      if (evt.key === 'Enter') open(evt);
    });
    selfEl.addEventListener('dragstart', (evt) => {
      evt.dataTransfer?.setData('text/plain', this.host.fileManager.generateMarkdownLink(file, ''));
    });
    selfEl.addEventListener('contextmenu', (evt) => {
      const menu = Menu.forEvent(evt);
      this.host.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu');
    });
  }

  private drawFolder(folder: TFolder, el: HTMLElement): void {
    const itemEl = el.createDiv('tree-item nav-folder');
    const selfEl = itemEl.createDiv({
      cls: 'tree-item-self nav-folder-title is-clickable mod-collapsible',
      attr: { 'data-path': folder.path, role: 'treeitem', tabindex: '0' },
    });
    setIcon(selfEl.createDiv('tree-item-icon collapse-icon'), 'right-triangle');
    selfEl.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
    const childrenEl = itemEl.createDiv({ cls: 'tree-item-children nav-folder-children', attr: { role: 'group' } });
    const show = (): void => {
      const open = this.expanded.has(folder.path);
      itemEl.toggleClass('is-collapsed', !open);
      selfEl.setAttr('aria-expanded', open);
      childrenEl.toggle(open);
      childrenEl.empty();
      if (open) this.drawChildren(folder, childrenEl);
    };
    const toggle = (): void => {
      if (!this.expanded.delete(folder.path)) this.expanded.add(folder.path);
      show();
    };
    selfEl.addEventListener('click', toggle);
    selfEl.addEventListener('keydown', (evt) => {
      if (evt.key === 'Enter' || evt.key === ' ') toggle();
    });
    show();
  }

  /** Marks the open note, opens the folders above it, and brings it into sight. */
  private showActive(): void {
    const file = this.host.workspace.getActiveFile();
    this.contentEl.querySelector('.nav-file-title.is-active')?.removeClass('is-active');
    if (!file) return;
    let closed = false;
    for (let folder = file.parent; folder && !folder.isRoot(); folder = folder.parent) {
      if (!this.expanded.has(folder.path)) closed = true;
      this.expanded.add(folder.path);
    }
    if (closed) this.draw();
    const titleEl = this.contentEl.querySelector(`.nav-file-title[data-path="${CSS.escape(file.path)}"]`);
    titleEl?.addClass('is-active');
    titleEl?.scrollIntoView({ block: 'nearest' });
  }
}
