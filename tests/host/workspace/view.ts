import type * as O from 'obsidian';
import { Component } from '../component.ts';
import { setIcon } from '../widgets/icons.ts';
import { WorkspaceLeaf } from './leaf.ts';

/** What a leaf shows. */
export abstract class View extends Component {
  readonly app: O.App;
  icon = '';
  navigation = false;
  readonly containerEl: HTMLElement;
  scope: O.Scope | null = null;

  constructor(readonly leaf: O.WorkspaceLeaf) {
    super();
    this.app = leafOf(leaf).workspace.pluginApp;
    this.containerEl = createDiv('workspace-leaf-content');
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected async onOpen(): Promise<void> {
    // For subclasses.
  }

  protected async onClose(): Promise<void> {
    // For subclasses.
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: O.ViewStateResult): Promise<void> {
    // For subclasses.
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    // For subclasses.
  }

  getIcon(): string {
    return this.icon || 'file';
  }

  onResize(): void {
    // For subclasses.
  }

  onPaneMenu(_menu: O.Menu, _source: string): void {
    // For subclasses.
  }

  /** Loads a view and opens it; called by its leaf. */
  static async open(view: O.View): Promise<void> {
    const own = viewOf(view);
    own.containerEl.setAttr('data-type', own.getViewType());
    own.load();
    await Component.loaded(own);
    await own.onOpen();
  }

  /** Closes a view and unloads it, also when its `onClose` throws. */
  static async close(view: O.View): Promise<void> {
    const own = viewOf(view);
    try {
      await own.onClose();
    } finally {
      own.unload();
      own.containerEl.remove();
    }
  }
}

/** A view with Obsidian's header: a title and actions above the content. */
export abstract class ItemView extends View {
  readonly headerEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly actionsEl: HTMLElement;
  contentEl: HTMLElement;

  constructor(leaf: O.WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    const left = this.headerEl.createDiv('view-header-left');
    const history = leafOf(leaf).history;
    const buttons = left.createDiv('view-header-nav-buttons');
    headerButton(buttons, 'arrow-left', 'Navigate back', () => void history.back());
    headerButton(buttons, 'arrow-right', 'Navigate forward', () => void history.forward());
    this.titleEl = this.headerEl
      .createDiv('view-header-title-container mod-at-start mod-at-end')
      .createDiv('view-header-title');
    this.actionsEl = this.headerEl.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  addAction(icon: O.IconName, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = headerButton(this.actionsEl, icon, title, callback);
    button.addClass('view-action');
    this.actionsEl.prepend(button);
    return button;
  }
}

function headerButton(
  parent: HTMLElement,
  icon: string,
  title: string,
  callback: (event: MouseEvent) => unknown,
): HTMLElement {
  const button = parent.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': title, type: 'button' } });
  setIcon(button, icon);
  button.addEventListener('click', callback);
  return button;
}

/** The leaf behind the API's type. */
export function leafOf(leaf: O.WorkspaceLeaf): WorkspaceLeaf {
  if (leaf instanceof WorkspaceLeaf) return leaf;
  throw new Error('This leaf was not made by the workspace.');
}

function viewOf(view: unknown): View {
  if (view instanceof View) return view;
  throw new Error('This view does not extend View.');
}

/** At run time `obsidian` resolves to these classes; the compiler keeps them apart, as `onOpen` is protected. */
function isApiView(view: unknown): view is O.View {
  return view instanceof View;
}

export function apiView(view: View): O.View {
  const own: unknown = view;
  if (!isApiView(own)) throw new Error('This view does not extend View.');
  return own;
}
