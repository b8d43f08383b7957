import type * as O from 'obsidian';
import { Events } from '../events.ts';
import type { WorkspaceLeaf } from './leaf.ts';

/** A part of the window's layout: a leaf, or something that holds parts. */
export abstract class WorkspaceItem extends Events implements O.WorkspaceItem {
  abstract parent: O.WorkspaceParent;

  getRoot(): O.WorkspaceItem {
    return this.getContainer();
  }

  abstract getContainer(): O.WorkspaceContainer;
}

export abstract class WorkspaceParent extends WorkspaceItem implements O.WorkspaceParent {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }

  /** The leaves in it, in the order of their tabs. */
  abstract leaves(): WorkspaceLeaf[];
}

/** A split of the window. Each holds one row of tab groups. */
export class WorkspaceSplit extends WorkspaceParent implements O.WorkspaceSplit {
  readonly groups: WorkspaceTabs[] = [];
  parent: O.WorkspaceParent = this;
  #root: O.WorkspaceContainer | null = null;

  /** Tells a side dock which container it belongs to; the root is its own. */
  belongTo(root: O.WorkspaceContainer): void {
    this.#root = root;
  }

  getContainer(): O.WorkspaceContainer {
    if (!this.#root) throw new Error('A split outside the window has no container.');
    return this.#root;
  }

  override getRoot(): O.WorkspaceItem {
    return this;
  }

  leaves(): WorkspaceLeaf[] {
    return this.groups.flatMap((group) => group.leaves());
  }

  /** Opens another tab group, at the end or before `index`. */
  addGroup(index = this.groups.length): WorkspaceTabs {
    const group = new WorkspaceTabs(this, createDiv());
    this.containerEl.insertBefore(group.containerEl, this.groups[index]?.containerEl ?? null);
    this.groups.splice(index, 0, group);
    return group;
  }

  /** The first tab group, made when there is none. */
  firstGroup(): WorkspaceTabs {
    return this.groups[0] ?? this.addGroup();
  }

  get isCollapsed(): boolean {
    return false;
  }
}

export class WorkspaceRoot extends WorkspaceSplit implements O.WorkspaceRoot {
  readonly win: Window;
  readonly doc: Document;

  constructor(containerEl: HTMLElement) {
    super(containerEl);
    this.win = containerEl.win;
    this.doc = containerEl.doc;
    this.belongTo(this);
  }
}

/** The left or the right sidebar. */
export class WorkspaceSidedock extends WorkspaceSplit implements O.WorkspaceSidedock {
  collapsed = false;

  constructor(
    containerEl: HTMLElement,
    readonly onToggle: () => void,
  ) {
    super(containerEl);
  }

  override get isCollapsed(): boolean {
    return this.collapsed;
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.#set(true);
  }

  expand(): void {
    this.#set(false);
  }

  #set(collapsed: boolean): void {
    if (this.collapsed === collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    this.containerEl.toggle(!collapsed);
    this.onToggle();
  }
}

/** A tab group: headers above, the chosen leaf below. */
export class WorkspaceTabs extends WorkspaceParent implements O.WorkspaceTabs {
  readonly tabHeadersEl: HTMLElement;
  readonly tabContainerEl: HTMLElement;
  readonly #leaves: WorkspaceLeaf[] = [];
  #current: WorkspaceLeaf | null = null;

  constructor(
    readonly parent: WorkspaceSplit,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
    containerEl.addClass('workspace-tabs');
    this.tabHeadersEl = containerEl
      .createDiv('workspace-tab-header-container')
      .createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
    this.tabContainerEl = containerEl.createDiv('workspace-tab-container');
  }

  getContainer(): O.WorkspaceContainer {
    return this.parent.getContainer();
  }

  override getRoot(): O.WorkspaceItem {
    return this.parent;
  }

  leaves(): WorkspaceLeaf[] {
    return [...this.#leaves];
  }

  get current(): WorkspaceLeaf | null {
    return this.#current;
  }

  /** Puts a leaf in, after the current one; the first in an empty group becomes the current one. */
  insert(leaf: WorkspaceLeaf): void {
    const at = this.#current ? this.#leaves.indexOf(this.#current) + 1 : this.#leaves.length;
    const next = this.#leaves[at];
    this.#leaves.splice(at, 0, leaf);
    this.tabHeadersEl.insertBefore(leaf.tabHeaderEl, next?.tabHeaderEl ?? null);
    this.tabContainerEl.insertBefore(leaf.containerEl, next?.containerEl ?? null);
    if (this.#current === null) this.select(leaf);
    else this.#show();
  }

  select(leaf: WorkspaceLeaf): void {
    this.#current = leaf;
    this.#show();
  }

  remove(leaf: WorkspaceLeaf): void {
    const at = this.#leaves.indexOf(leaf);
    if (at === -1) return;
    this.#leaves.splice(at, 1);
    leaf.tabHeaderEl.remove();
    leaf.containerEl.remove();
    if (this.#current === leaf) this.#current = this.#leaves[Math.max(0, at - 1)] ?? null;
    this.#show();
    if (this.#leaves.length > 0 || this.parent.groups.length === 1) return;
    this.parent.groups.splice(this.parent.groups.indexOf(this), 1);
    this.containerEl.remove();
  }

  #show(): void {
    for (const leaf of this.#leaves) {
      const shown = leaf === this.#current;
      leaf.containerEl.toggle(shown);
      leaf.tabHeaderEl.toggleClass('is-active', shown);
      leaf.tabHeaderEl.setAttr('aria-selected', shown);
    }
  }
}
