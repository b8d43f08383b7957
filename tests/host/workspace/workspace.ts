import type * as O from 'obsidian';
import type { App } from '../app.ts';
import { debounce } from '../debounce.ts';
import { Events } from '../events.ts';
import type { TFile } from '../files.ts';
import { parseLinktext } from '../links.ts';
import { createLinkedNote } from './linked-note.ts';
import { addLinkEntries } from './menus.ts';
import { WorkspaceRoot, WorkspaceSidedock, type WorkspaceSplit } from './item.ts';
import { readLayout, writeLayout } from './layout.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { ViewRegistry } from './view-registry.ts';

const SAVE_LAYOUT_DELAY = 2000;
const RECENT_FILES = 10;

/** The window: a root between two sidebars, their tabs, which of them is active and which note is current. */
export class Workspace extends Events implements O.Workspace {
  readonly views = new ViewRegistry();
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
  #layoutPending = false;

  constructor(
    readonly app: App,
    readonly containerEl: HTMLElement,
  ) {
    super();
    const dock = (side: O.Side): WorkspaceSidedock =>
      new WorkspaceSidedock(
        containerEl.createDiv(`workspace-split mod-horizontal mod-sidedock mod-${side}-split`),
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
    return new WorkspaceLeaf(this, this.getMostRecentLeaf()?.parent ?? this.rootSplit.firstGroup());
  }

  moveLeafToPopout(): never {
    throw new Error('The host has one window.');
  }

  openPopoutLeaf(): never {
    throw new Error('The host has one window.');
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
    if (own.getRoot() === this.rootSplit) {
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
    this.rootSplit.leaves().forEach((leaf) => callback(leaf));
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
    // There is no editor extension to apply.
  }

  handleLinkContextMenu(menu: O.Menu, linktext: string, sourcePath: string, leaf?: O.WorkspaceLeaf): boolean {
    return addLinkEntries(this, menu, { linktext, sourcePath, leaf });
  }

  allLeaves(): WorkspaceLeaf[] {
    return [this.leftSplit, this.rootSplit, this.rightSplit].flatMap((split) => split.leaves());
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

  /** The root leaf that follows links now. */
  /** The tab used last that may show something else: not one with a view that says it is not to be navigated away. */
  #navigable(): WorkspaceLeaf {
    const leaves = [...this.rootSplit.leaves(), ...this.#recentLeaves];
    return leaves.findLast(({ view }) => view.navigation) ?? this.getLeaf('tab');
  }

  #splitNavigable(direction?: O.SplitDirection): WorkspaceLeaf {
    return this.createLeafBySplit(this.#navigable(), direction);
  }

  #own(parent: O.WorkspaceSplit): WorkspaceSplit {
    const own = [this.leftSplit, this.rootSplit, this.rightSplit].find((split) => split === parent);
    if (!own) throw new Error('This split was not made by the workspace.');
    return own;
  }

  #loadShown(): void {
    for (const leaf of this.allLeaves()) if (leaf.isVisible()) void leaf.loadIfDeferred();
  }
}
