import type { App } from 'obsidian';
import type { SidebarServices } from './services';

/** What the walk knows of the view it is in. */
interface WalkView {
  readonly app: App;
  readonly el: HTMLElement;
  /** What begins the types of all the plugin's views. */
  readonly type: string;
  /** Path of the note that can be seen in it now; `null` if there is none. */
  readonly path: () => string | null;
  readonly isPinned: () => boolean;
  /** Gives the path of the note that was gone back to. */
  readonly goBack: () => Promise<string | null>;
  /** See `Sidebar.focusIdea`. */
  readonly focusIdea: (relation: string | null, came: string | null) => void;
}

/** Where the focus goes as soon as the note at `path` is shown, `null` for whichever is shown next. */
interface Landing {
  readonly path: string | null;
  readonly relation: string | null;
  readonly came: string | null;
}

/** Keeps the focus in the sidebar while the keyboard goes from note to note: the editor takes it whenever a note is opened. */
export class WalkKeys {
  readonly #view: WalkView;
  readonly #services: Pick<SidebarServices, 'attempt' | 'opener'>;
  #landing: Landing | null = null;

  constructor(view: WalkView, services: Pick<SidebarServices, 'attempt' | 'opener'>) {
    this.#view = view;
    this.#services = services;
  }

  /** Enter opens the note that an idea leads to, or makes it: to be called with its path as it comes. What fails is told elsewhere. */
  opens(linkEl: HTMLElement, opened: Promise<string | null>): void {
    const relation = linkEl.closest<HTMLElement>('.idea-tiers-section')?.dataset.section ?? null;
    void opened.then(
      (path) => {
        if (this.#view.isPinned()) linkEl.focus();
        else if (path !== null) this.#landAt({ path, relation, came: null });
      },
      () => undefined,
    );
  }

  /** To the first idea, else to the first section: at once, or as soon as a note is shown. */
  first(): void {
    const { app, el, path } = this.#view;
    const willShow = path() !== null || app.workspace.getActiveFile()?.extension === 'md';
    if (willShow) this.#landAt({ path: null, relation: null, came: null });
    else el.querySelector('button')?.focus();
  }

  /** The user has gone to another note by another way: the focus is theirs. */
  gone(path: string): void {
    if (this.#landing?.path !== null && this.#landing?.path !== path) this.#landing = null;
  }

  /** To be called when a note is shown. */
  land(): void {
    const landing = this.#landing;
    const path = this.#view.path();
    if (!landing || path === null || (landing.path !== null && landing.path !== path)) return;
    this.#landing = null;
    this.#view.focusIdea(landing.relation, landing.came);
  }

  /** Alt and the left arrow go the way back, and the focus stays here; Escape takes it to the editor. */
  onKey(evt: KeyboardEvent): void {
    if (evt.defaultPrevented || evt.isComposing) return;
    if (evt.key === 'ArrowLeft' && evt.altKey && !evt.ctrlKey && !evt.metaKey && !evt.shiftKey) {
      const came = this.#view.path();
      this.#services.attempt(async () => {
        const path = await this.#view.goBack();
        if (path !== null) this.#landAt({ path, relation: null, came });
      });
    } else if (evt.key === 'Escape') this.#services.attempt(() => this.#leave());
    else return;
    evt.preventDefault();
  }

  #landAt(landing: Landing): void {
    this.#landing = landing;
    this.land();
  }

  async #leave(): Promise<void> {
    const { app, el, type } = this.#view;
    const leaf = app.workspace.getMostRecentLeaf();
    const path = this.#view.path();
    // A tab of the plugin's own, such as the audit, is no editor: then to the note that is shown.
    const isOwn = leaf?.view.getViewType().startsWith(type) === true;
    if (isOwn && path !== null) await this.#services.opener.open(path);
    else if (leaf) app.workspace.setActiveLeaf(leaf, { focus: true });
    // A note that is only read does not take the focus.
    const focused = el.doc.activeElement;
    if (focused?.instanceOf(HTMLElement) && el.contains(focused)) focused.blur();
  }
}
