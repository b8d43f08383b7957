import { MarkdownView, type App, type PaneType, type TFile, type WorkspaceLeaf } from 'obsidian';
import { decodePercent } from '../text/percent';
import { linkParts, type LinkResolver } from './link-resolver';

/** Opens notes in the workspace: by link, at a line, or made new. */
export class NoteOpener {
  readonly #app: App;
  readonly #links: LinkResolver;

  constructor(app: App, links: LinkResolver) {
    this.#app = app;
    this.#links = links;
  }

  /** Opens the note that a link leads to, at its heading. Returns false when there is no such note: then nothing happens. */
  async openLink(link: string, from: string, pane: PaneType | boolean): Promise<boolean> {
    const file = this.#links.resolve(link, from);
    if (!file) return false;
    const { subpath } = linkParts(link);
    // Not by its path as a link: a `#` in it would begin a heading.
    await this.#openIn(this.#leafFor(pane), file, subpath === '' ? {} : { subpath });
    return true;
  }

  /** Makes the note that a link without a note asks for, where Obsidian would make it on a click, and opens it. */
  async createFromLink(link: string, from: string, pane: PaneType | boolean): Promise<void> {
    const decoded = decodePercent(link);
    // A file URL holds a path on somebody's disk: only its end can be a name here.
    const text = /^file:/i.test(decoded) ? decoded.slice(decoded.search(/[^\\/]*$/)) : decoded;
    await this.#app.workspace.openLinkText(text, from, pane);
  }

  /** Opens a note in the leaf that was last used, or shows it where it is open. Returns false when it is gone. */
  async open(path: string): Promise<boolean> {
    const file = this.#app.vault.getFileByPath(path);
    if (file) await this.#openFile(file, {});
    return file !== null;
  }

  /** Shows a note at a line, counted from 1, in the mode it is in. Nothing happens when it is gone. */
  async openAtLine(path: string, line: number): Promise<void> {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) return;
    const leaf = await this.#openFile(file, { line: line - 1 });
    if (leaf.view instanceof MarkdownView) revealLine(leaf.view, line - 1);
  }

  async #openFile(file: TFile, eState: Record<string, unknown>): Promise<WorkspaceLeaf> {
    return this.#openIn(this.#leafOf(file.path) ?? this.#leafFor(false), file, eState);
  }

  async #openIn(leaf: WorkspaceLeaf, file: TFile, eState: Record<string, unknown>): Promise<WorkspaceLeaf> {
    const { workspace } = this.#app;
    await leaf.openFile(file, { active: true, eState });
    await workspace.revealLeaf(leaf);
    workspace.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  /**
   * Where a note is to be opened. From a tab that stays as it is, such as the map, Obsidian may not go on to one that is hidden
   * behind it, but open another at each click: that of the current note is taken, else any with a note.
   */
  #leafFor(pane: PaneType | boolean): WorkspaceLeaf {
    const { workspace } = this.#app;
    if (pane !== false || workspace.getMostRecentLeaf()?.view.navigation !== false) return workspace.getLeaf(pane);
    const current = workspace.getActiveFile()?.path;
    const free: WorkspaceLeaf[] = [];
    workspace.iterateRootLeaves((leaf) => {
      const { type, state, pinned } = leaf.getViewState();
      if (pinned || !/^(?:markdown|empty)$/.test(type)) return;
      if (state?.file === current) free.unshift(leaf);
      else free.push(leaf);
    });
    return free[0] ?? workspace.getLeaf(pane);
  }

  /** Where the note is open: the leaf used last, else any; a leaf whose view is not loaded yet counts too. */
  #leafOf(path: string): WorkspaceLeaf | null {
    const { workspace } = this.#app;
    const recent = workspace.getMostRecentLeaf();
    if (recent?.getViewState().state?.file === path) return recent;
    return workspace.getLeavesOfType('markdown').find((leaf) => leaf.getViewState().state?.file === path) ?? null;
  }
}

/** `line` counts from 0, as Obsidian's editor does. */
function revealLine(view: MarkdownView, line: number): void {
  if (view.getMode() === 'preview') {
    view.previewMode.applyScroll(line);
    return;
  }
  const position = { line: Math.min(line, view.editor.lastLine()), ch: 0 };
  view.editor.setCursor(position);
  view.editor.scrollIntoView({ from: position, to: position }, true);
}
