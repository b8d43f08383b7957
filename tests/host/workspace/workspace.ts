import type { Extension } from '@codemirror/state';
import type * as O from 'obsidian';
import type { App } from '../app.ts';
import { debounce } from '../debounce.ts';
import { Events } from '../events.ts';
import type { TFile } from '../files.ts';
import { parseLinktext } from '../links.ts';
import { Platform } from '../platform.ts';
import { CodeMirrorEditor } from './editor.ts';
import { createLinkedNote } from './linked-note.ts';
import { addLinkEntries } from './menus.ts';
import { WorkspaceRoot, WorkspaceSidedock, type WorkspaceSplit } from './item.ts';
import { readLayout, writeLayout } from './layout.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { WorkspaceWindow, dress, openWindow, setActiveWindow } from './other-window.ts';
import { ViewRegistry } from './view-registry.ts';

const SAVE_LAYOUT_DELAY = 2000;
const RECENT_FILES = 10;

/** The window: a root between two sidebars, their tabs, which of them is active and which note is current. */
export class Workspace extends Events implements O.Workspace {
  readonly views = new ViewRegistry();
  /** What plugins add to every editor. */
  readonly editorExtensions: Extension[] = [];
  readonly hoverLinkSources = new Map<string, O.HoverLinkSource>();
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  readonly leftRibbon: O.WorkspaceRibbon = {};
  readonly rightRibbon: O.WorkspaceRibbon = {};
  layoutReady = false;
  readonly requestSaveLayout: O.Debouncer<[], Promise<void>>;
  readonly #whenReady: (() => unknown)[] = [];
  /** Root leaves, the one used last at the end. */
  readonly #recentLeaves: WorkspaceLeaf[] = [];
  #recentFiles: string[] = [];
  #lastFile: TFile | null = null;
  #active: WorkspaceLeaf | null = null;
  readonly #windows: WorkspaceWindow[] = [];
  /** What ends the hearing of another window's keys and clicks. */
  readonly #listening = new Map<WorkspaceWindow, () => void>();
  #layoutPending = false;

  constructor(
    readonly app: App,
    readonly containerEl: HTMLElement,
  ) {
    super();
    const dock = (side: O.Side): WorkspaceSidedock =>
      new WorkspaceSidedock(
        containerEl.createDiv(
          // A phone has drawers, which are called otherwise.
          Platform.isPhone
            ? `workspace-drawer mod-${side}`
            : `workspace-split mod-horizontal mod-sidedock mod-${side}-split`,
        ),
        () => {
          this.#loadShown();
          this.layoutChanged();
        },
      );
    this.leftSplit = dock('left');
    this.rootSplit = new WorkspaceRoot(containerEl.createDiv('workspace-split mod-vertical mod-root'));
    this.rightSplit = dock('right');
    this.leftSplit.belongTo(this.rootSplit);
    this.rightSplit.belongTo(this.rootSplit);
    this.requestSaveLayout = debounce(
      () => app.vault.adapter.write(`${app.vault.configDir}/workspace.json`, JSON.stringify(this.getLayout())),
      SAVE_LAYOUT_DELAY,
      true,
    );
  }

  /** What views and plugins see as `app`. */
  get pluginApp(): O.App {
    return this.app.forPlugins;
  }

  get activeEditor(): O.MarkdownFileInfo | null {
    return this.app.editorOf(this.#active?.view ?? null);
  }

  get activeLeaf(): WorkspaceLeaf | null {
    return this.#active;
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#whenReady.push(callback);
  }

  /** Ends the start: what waited for the layout runs now. */
  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    for (const callback of this.#whenReady.splice(0)) callback();
    this.layoutChanged();
  }

  getLayout(): Record<string, unknown> {
    return writeLayout(this);
  }

  async changeLayout(layout: unknown): Promise<void> {
    await readLayout(this, layout);
    this.layoutChanged();
  }

  createLeafInParent(parent: O.WorkspaceSplit, _index: number): WorkspaceLeaf {
    return new WorkspaceLeaf(this, this.#own(parent).firstGroup());
  }

  createLeafBySplit(leaf: O.WorkspaceLeaf, _direction?: O.SplitDirection, before = false): WorkspaceLeaf {
    const beside = this.allLeaves().find((each) => each === leaf)?.parent;
    const split = beside?.parent ?? this.rootSplit;
    const at = beside ? split.groups.indexOf(beside) + (before ? 0 : 1) : split.groups.length;
    return new WorkspaceLeaf(this, split.addGroup(at));
  }

  splitActiveLeaf(direction?: O.SplitDirection): WorkspaceLeaf {
    return this.#splitNavigable(direction);
  }

  async duplicateLeaf(leaf: O.WorkspaceLeaf, type?: O.PaneType | O.SplitDirection | boolean): Promise<WorkspaceLeaf> {
    const split = type === 'vertical' || type === 'horizontal' || type === 'split';
    const copy = split ? this.createLeafBySplit(leaf) : this.getLeaf('tab');
    await copy.setViewState({ ...leaf.getViewState(), active: true }, leaf.getEphemeralState());
    return copy;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  getLeaf(newLeaf: O.PaneType | boolean = false, direction?: O.SplitDirection): WorkspaceLeaf {
    if (newLeaf === false) {
      const leaf = this.#navigable();
      return leaf.pinned ? this.getLeaf('tab') : leaf;
    }
    if (newLeaf === 'split') return this.#splitNavigable(direction);
    if (newLeaf === 'window') return this.openPopoutLeaf();
    return new WorkspaceLeaf(this, this.getMostRecentLeaf()?.parent ?? this.rootSplit.firstGroup());
  }

  moveLeafToPopout(leaf: O.WorkspaceLeaf, data?: O.WorkspaceWindowInitData): WorkspaceWindow {
    const own = this.allLeaves().find((each) => each === leaf);
    if (!own) throw new Error('This leaf was not made by the workspace.');
    const opened = this.#openWindow(data);
    this.moveLeaf(own, opened);
    return opened;
  }

  openPopoutLeaf(data?: O.WorkspaceWindowInitData): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this, this.#openWindow(data).firstGroup());
    this.setActiveLeaf(leaf);
    return leaf;
  }

  /** As when the user drags a tab: into the main window, a sidebar or a window beside it. */
  moveLeaf(leaf: WorkspaceLeaf, to: WorkspaceSplit): void {
    const from = leaf.parent.parent;
    leaf.moveTo(to.firstGroup());
    if (this.rootSplit.leaves().length === 0) void new WorkspaceLeaf(this, this.rootSplit.firstGroup());
    if (from instanceof WorkspaceWindow && from.leaves().length === 0) this.closeWindow(from);
    this.setActiveLeaf(leaf);
    this.layoutChanged();
  }

  /** Closes another window, with all that is open there. */
  closeWindow(window: WorkspaceWindow): void {
    const at = this.#windows.indexOf(window);
    if (at === -1) return;
    for (const leaf of window.leaves()) leaf.detach();
    this.#windows.splice(at, 1);
    this.#listening.get(window)?.();
    this.trigger('window-close', window, window.win);
    if (window.win.frameElement) window.win.frameElement.remove();
    else window.win.close();
    setActiveWindow(this.rootSplit.win);
    this.layoutChanged();
  }

  get windows(): readonly WorkspaceWindow[] {
    return this.#windows;
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf: O.PaneType | boolean = false,
    openViewState: O.OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const file =
      this.app.metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await createLinkedNote(this.app, path, sourcePath));
    const eState = subpath === '' ? openViewState.eState : { ...openViewState.eState, subpath };
    await this.getLeaf(newLeaf).openFile(file, { ...openViewState, ...(eState ? { eState } : {}) });
  }

  setActiveLeaf(leaf: O.WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
    const own = this.allLeaves().find((each) => each === leaf);
    if (!own) return;
    own.parent.select(own);
    if (own.getContainer().win !== activeWindow) setActiveWindow(own.getContainer().win);
    if (this.#isMain(own)) {
      const at = this.#recentLeaves.indexOf(own);
      if (at !== -1) this.#recentLeaves.splice(at, 1);
      this.#recentLeaves.push(own);
    }
    if (this.#active !== own) {
      this.#active?.containerEl.removeClass('mod-active');
      own.containerEl.addClass('mod-active');
      this.#active = own;
      this.trigger('active-leaf-change', own);
    }
    if (focus ?? (typeof params === 'object' && params.focus === true)) own.setEphemeralState({ focus: true });
    this.fileMayHaveChanged();
  }

  /** Shows a tab, and makes it active unless told not to. */
  async chooseTab(leaf: WorkspaceLeaf, activate = true): Promise<void> {
    leaf.parent.select(leaf);
    if (!activate) return;
    await leaf.loadIfDeferred();
    this.setActiveLeaf(leaf);
    this.layoutChanged();
  }

  async revealLeaf(leaf: O.WorkspaceLeaf): Promise<void> {
    const own = this.allLeaves().find((each) => each === leaf);
    if (!own) return;
    const root = own.parent.parent;
    own.parent.select(own);
    if (root instanceof WorkspaceSidedock) root.expand();
    await own.loadIfDeferred();
    this.layoutChanged();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.group === group);
  }

  getMostRecentLeaf(_root?: O.WorkspaceParent): WorkspaceLeaf | null {
    return this.#recentLeaves.at(-1) ?? this.rootSplit.leaves()[0] ?? null;
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.#sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.#sideLeaf(this.rightSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: O.Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const { active = false, split = false, reveal = true, state } = options;
    const found = dock.leaves().find((leaf) => leaf.getViewState().type === type);
    const leaf = found ?? this.#sideLeaf(dock, split);
    if (reveal) await this.revealLeaf(leaf);
    if (!found || state) await leaf.setViewState({ type, active, ...(state ? { state } : {}) });
    else if (active) this.setActiveLeaf(leaf);
    return leaf;
  }

  getActiveViewOfType<T extends O.View>(type: O.Constructor<T>): T | null {
    const view = this.#active?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const active = this.#active;
    return active?.file ?? this.#recentLeaves.findLast(({ file }) => file !== null)?.file ?? null;
  }

  iterateRootLeaves(callback: (leaf: O.WorkspaceLeaf) => unknown): void {
    this.#mainLeaves().forEach((leaf) => callback(leaf));
  }

  iterateAllLeaves(callback: (leaf: O.WorkspaceLeaf) => unknown): void {
    this.allLeaves().forEach((leaf) => callback(leaf));
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.getViewState().type === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  getLastOpenFiles(): string[] {
    return [...this.#recentFiles];
  }

  updateOptions(): void {
    for (const { view } of this.allLeaves()) {
      const editor = this.app.editorOf(view)?.editor;
      if (editor instanceof CodeMirrorEditor) editor.reconfigure(this.editorExtensions);
    }
  }

  handleLinkContextMenu(menu: O.Menu, linktext: string, sourcePath: string, leaf?: O.WorkspaceLeaf): boolean {
    return addLinkEntries(this, menu, { linktext, sourcePath, leaf });
  }

  allLeaves(): WorkspaceLeaf[] {
    return [this.leftSplit, this.rootSplit, this.rightSplit, ...this.#windows].flatMap((split) => split.leaves());
  }

  /** Tells of a change of layout, once for all changes of one turn. */
  layoutChanged(): void {
    if (this.#layoutPending) return;
    this.#layoutPending = true;
    window.setTimeout(() => {
      this.#layoutPending = false;
      this.trigger('layout-change');
      void this.requestSaveLayout();
    });
  }

  leafDetached(leaf: WorkspaceLeaf): void {
    const at = this.#recentLeaves.indexOf(leaf);
    if (at !== -1) this.#recentLeaves.splice(at, 1);
    this.#loadShown();
    if (this.rootSplit.leaves().length === 0) void new WorkspaceLeaf(this, this.rootSplit.firstGroup());
    if (this.#active === leaf) {
      this.#active = null;
      const next = this.getMostRecentLeaf();
      if (next) this.setActiveLeaf(next);
    }
    this.layoutChanged();
  }

  /** Fires `file-open` when the current note is another one. */
  fileMayHaveChanged(): void {
    const file = this.getActiveFile();
    if (file === this.#lastFile) return;
    this.#lastFile = file;
    if (file) {
      this.#recentFiles = [file.path, ...this.#recentFiles.filter((path) => path !== file.path)].slice(0, RECENT_FILES);
      this.app.metadataCache.prioritise(file);
    }
    this.trigger('file-open', file);
  }

  #sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    return new WorkspaceLeaf(this, split ? dock.addGroup() : dock.firstGroup());
  }

  /**
   * The tab used last that may show something else: not one with a view that says it is not to be navigated away. Whether the app
   * goes so far as to take one that is hidden behind such a view nobody says; where it does not, there is a new tab at every click.
   */
  #navigable(): WorkspaceLeaf {
    const leaves = [...this.#mainLeaves(), ...this.#recentLeaves];
    const { reusesHiddenLeaves } = this.app.behaviour;
    const found = leaves.findLast((leaf) => leaf.view.navigation && (reusesHiddenLeaves || leaf.isVisible()));
    return found ?? this.getLeaf('tab');
  }

  /** Those of the main area, in all windows. */
  #mainLeaves(): WorkspaceLeaf[] {
    return [this.rootSplit, ...this.#windows].flatMap((split) => split.leaves());
  }

  #isMain(leaf: WorkspaceLeaf): boolean {
    return leaf.getRoot() !== this.leftSplit && leaf.getRoot() !== this.rightSplit;
  }

  #openWindow(data?: O.WorkspaceWindowInitData): WorkspaceWindow {
    const win = openWindow(data);
    const { doc } = win.document.body;
    const containerEl = doc.body
      .createDiv('app-container')
      .createDiv('horizontal-main-container')
      .createDiv('workspace')
      .createDiv('workspace-split mod-vertical mod-root');
    const opened = new WorkspaceWindow(win, containerEl);
    this.#windows.push(opened);
    const use = (): void => setActiveWindow(win);
    for (const type of ['pointerdown', 'focusin'] as const) doc.addEventListener(type, use, true);
    win.addEventListener('pagehide', () => this.closeWindow(opened));
    const unlisten = this.app.keymap.listenIn(doc);
    const dressing = this.on('css-change', () => dress(doc));
    this.#listening.set(opened, () => {
      unlisten();
      this.offref(dressing);
    });
    this.trigger('window-open', opened, win);
    return opened;
  }

  #splitNavigable(direction?: O.SplitDirection): WorkspaceLeaf {
    return this.createLeafBySplit(this.#navigable(), direction);
  }

  #own(parent: O.WorkspaceSplit): WorkspaceSplit {
    const own = [this.leftSplit, this.rootSplit, this.rightSplit, ...this.#windows].find((split) => split === parent);
    if (!own) throw new Error('This split was not made by the workspace.');
    return own;
  }

  #loadShown(): void {
    for (const leaf of this.allLeaves()) if (leaf.isVisible()) void leaf.loadIfDeferred();
  }
}
