import type { IconName } from 'obsidian';
import { addIconButton } from './buttons';

/** One button of the view's header. */
export interface ToolbarAction {
  readonly key: string;
  readonly icon: IconName;
  readonly title: string;
  readonly run: (evt: MouseEvent) => void;
}

/**
 * The view's buttons. Obsidian hides the header of every view in a side dock, so they stand in the content, as in Obsidian's own
 * panes; in the main area, where the header is shown, they stand there.
 */
export class Toolbar {
  readonly el = createDiv('nav-header idea-tiers-toolbar');
  readonly #buttonEls = new Map<string, HTMLElement[]>();

  constructor(
    actions: readonly ToolbarAction[],
    addHeaderAction: (icon: IconName, title: string, run: (evt: MouseEvent) => void) => HTMLElement,
  ) {
    const containerEl = this.el.createDiv('nav-buttons-container');
    for (const { key, icon, title, run } of actions) {
      const buttonEl = addIconButton(containerEl, 'nav-action-button', icon, title, run);
      this.#buttonEls.set(key, [buttonEl, addHeaderAction(icon, title, run)]);
    }
    // The header puts each new action before the others.
    const headerEls = actions.map(({ key }) => this.#buttonEls.get(key)?.[1]).filter((el) => el !== undefined);
    headerEls[0]?.parentElement?.prepend(...headerEls);
  }

  setPressed(key: string, pressed: boolean): void {
    for (const el of this.#buttonEls.get(key) ?? []) {
      el.toggleClass('is-active', pressed);
      setAttribute(el, 'aria-pressed', String(pressed));
    }
  }

  setEnabled(key: string, enabled: boolean): void {
    for (const el of this.#buttonEls.get(key) ?? []) {
      el.toggleClass('is-disabled', !enabled);
      setAttribute(el, 'aria-disabled', String(!enabled));
    }
  }
}

/** Writing the same again would have the browser, and what reads the page aloud, look at it anew. */
function setAttribute(el: HTMLElement, name: string, value: string): void {
  if (el.getAttribute(name) !== value) el.setAttr(name, value);
}
