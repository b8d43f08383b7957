import type * as O from 'obsidian';
import { tellMigrated } from '../dom.ts';
import { TFile } from '../files.ts';
import { setIcon } from '../widgets/icons.ts';
import { LeafHistory } from './history.ts';
import { WorkspaceItem, type WorkspaceTabs } from './item.ts';
import type { Workspace } from './workspace.ts';

let lastId = 0;

/** A tab: its header, and the view below it. In the background it holds a deferred view until somebody looks. */
export class WorkspaceLeaf extends WorkspaceItem implements O.WorkspaceLeaf {
  readonly id = `leaf-${++lastId}`;
  readonly containerEl = createDiv('workspace-leaf');
  readonly tabHeaderEl = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab', tabindex: '0' } });
  readonly history = new LeafHistory(this);
  hoverPopover: O.HoverPopover | null = null;
  view: O.View;
  pinned = false;
  group: string | null = null;
  /** The state a deferred view stands for. */
  #deferred: O.ViewState | null = null;
  /** Changes of view wait for each other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly workspace: Workspace,
    public parent: WorkspaceTabs,
  ) {
    super();
    this.view = workspace.views.empty(this);
    this.containerEl.append(this.view.containerEl);
    this.containerEl.addEventListener('focusin', () => workspace.setActiveLeaf(this));
    this.containerEl.addEventListener('mousedown', () => workspace.setActiveLeaf(this));
    this.tabHeaderEl.addEventListener('click', () => void workspace.chooseTab(this));
    this.tabHeaderEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') void workspace.chooseTab(this);
    });
    parent.insert(this);
    this.updateHeader();
  }

  getContainer(): O.WorkspaceContainer {
    return this.parent.getContainer();
  }

  override getRoot(): O.WorkspaceItem {
    return this.parent.getRoot();
  }

  /** True when its tab is the chosen one of its group and its sidebar is open. */
  isVisible(): boolean {
    return this.parent.current === this && !this.parent.parent.isCollapsed;
  }

  isActive(): boolean {
    return this.containerEl.hasClass('mod-active');
  }

  get isDeferred(): boolean {
    return this.#deferred !== null;
  }

  async loadIfDeferred(): Promise<void> {
    const state = this.#deferred;
    if (state && this.workspace.views.has(state.type)) await this.#enqueue(() => this.#show(state, undefined));
    else await this.#queue;
  }

  async openFile(file: O.TFile, openState: O.OpenViewState = {}): Promise<void> {
    const type = this.workspace.views.typeFor(file.extension);
    if (type === null) throw new Error(`No view is registered for files of the type "${file.extension}".`);
    await this.setViewState(
      { type, state: { ...openState.state, file: file.path }, active: openState.active ?? true },
      openState.eState,
    );
  }

  async open(view: O.View): Promise<O.View> {
    await this.#enqueue(() => this.#swap(view));
    return view;
  }

  getViewState(): O.ViewState {
    const pinned = this.pinned ? { pinned: true } : {};
    if (this.#deferred) return { ...this.#deferred, ...pinned };
    return { type: this.view.getViewType(), state: this.view.getState(), ...pinned };
  }

  async setViewState(viewState: O.ViewState, eState?: unknown): Promise<void> {
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    if (viewState.active) await this.workspace.chooseTab(this, false);
    await this.#enqueue(() => this.#show(viewState, eState, this.isVisible()));
    if (viewState.active) this.workspace.setActiveLeaf(this, { focus: true });
    this.workspace.layoutChanged();
  }

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (this.pinned === pinned) return;
    this.pinned = pinned;
    this.tabHeaderEl.toggleClass('mod-pinned', pinned);
    this.trigger('pinned-change', pinned);
  }

  setGroupMember(other: O.WorkspaceLeaf): void {
    if (other instanceof WorkspaceLeaf) this.setGroup(other.group ?? other.id);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  /** Takes it out of its tab group and puts it into another, in another window or the same, its view as it is. */
  moveTo(group: WorkspaceTabs): void {
    this.parent.remove(this);
    this.parent = group;
    group.insert(this);
    group.select(this);
    tellMigrated();
  }

  detach(): void {
    this.parent.remove(this);
    this.workspace.leafDetached(this);
    void this.#enqueue(() => this.workspace.views.close(this.view));
  }

  getIcon(): O.IconName {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  /** Writes the view's name and icon into the tab. */
  updateHeader(): void {
    const name = this.getDisplayText();
    this.tabHeaderEl.empty();
    this.tabHeaderEl.setAttr('aria-label', name);
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    setIcon(inner.createDiv('workspace-tab-header-inner-icon'), this.getIcon());
    inner.createDiv({ cls: 'workspace-tab-header-inner-title', text: name });
    const close = this.tabHeaderEl.createDiv({ cls: 'workspace-tab-header-inner-close-button' });
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(step);
    this.#queue = next.catch(() => undefined);
    return next;
  }

  async #show(viewState: O.ViewState, eState: unknown, visible = true): Promise<void> {
    const { views } = this.workspace;
    const known = viewState.type !== 'empty' && views.has(viewState.type);
    if (known && !visible) {
      await this.#swap(views.deferred(this, viewState));
      this.#deferred = viewState;
      return;
    }
    if (this.#deferred !== null || this.view.getViewType() !== viewState.type) {
      await this.#swap(known ? views.create(viewState.type, this) : views.empty(this));
    }
    if (viewState.state) await this.history.record(() => this.#setState(viewState.state));
    if (eState !== undefined) this.setEphemeralState(eState);
    this.updateHeader();
  }

  async #setState(state: unknown): Promise<boolean> {
    const result: O.ViewStateResult = { history: false };
    await this.view.setState(state, result);
    return result.history;
  }

  async #swap(view: O.View): Promise<void> {
    await this.workspace.views.close(this.view);
    this.#deferred = null;
    this.view = view;
    this.containerEl.empty();
    this.containerEl.append(view.containerEl);
    await this.workspace.views.open(view);
    this.updateHeader();
  }

  /** Nobody makes its view any more: the tab and its state stay, and the view is closed, until there is somebody again. */
  async viewGone(): Promise<void> {
    await this.#enqueue(async () => {
      const state = this.getViewState();
      await this.#swap(this.workspace.views.deferred(this, state));
      this.#deferred = state;
    });
  }

  /** Settles when the changes of view asked for so far are done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  /** Its file is gone: the tab stays, and shows nothing, as when the last note of a window is deleted. */
  fileDeleted(): void {
    void this.setViewState({ type: 'empty' }).then(() => this.workspace.fileMayHaveChanged());
  }

  /** The file of its view, if the view is of one. */
  get file(): TFile | null {
    const view: object = this.view;
    return 'file' in view && view.file instanceof TFile ? view.file : null;
  }
}
