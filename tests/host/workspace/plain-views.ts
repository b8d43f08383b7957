import type * as O from 'obsidian';
import { ItemView, View } from './view.ts';

/** What a new tab shows. */
export class EmptyView extends ItemView {
  override icon = 'file';
  override navigation = true;

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.empty();
    this.contentEl.createDiv({ cls: 'empty-state', text: 'No file is open' });
  }
}

/** What a tab in the background holds in place of its view, with that view's type, state and name. */
export class DeferredView extends View {
  override navigation = true;

  constructor(
    leaf: O.WorkspaceLeaf,
    readonly viewState: O.ViewState,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return this.viewState.type;
  }

  getDisplayText(): string {
    const file = this.viewState.state?.['file'];
    return typeof file === 'string' ? file.replace(/^.*\//, '').replace(/\.md$/, '') : this.viewState.type;
  }

  override getState(): Record<string, unknown> {
    return this.viewState.state ?? {};
  }
}
