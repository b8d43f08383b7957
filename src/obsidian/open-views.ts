import { MarkdownView, type App, type TFile } from 'obsidian';
import { isSameLines } from '../model/line-ends';
import { withoutMark } from './file-text';

/** The views that have the note at `path` open, or are about to: the active one first. */
export function viewsOf(app: App, path: string): readonly MarkdownView[] {
  const active = app.workspace.getActiveViewOfType(MarkdownView);
  const open = app.workspace
    .getLeavesOfType('markdown')
    .flatMap(({ view }) => (view instanceof MarkdownView && view !== active ? [view] : []));
  return [...(active ? [active] : []), ...open].filter((view) => view.file?.path === path);
}

/**
 * Whether what a view holds is of its file, which says `stored` on the disk. A view says to be of a file before it has read it, and
 * holds the text of the file before until then. Where it has neither the stored text nor says that it began with that, it may be
 * loading, or was typed in and not saved yet: both pass.
 */
export function isLoaded(view: MarkdownView, stored: string): boolean {
  const isStored = (text: string): boolean => isSameLines(withoutMark(text), withoutMark(stored));
  // Nothing at all is also what a view begins with that has loaded nothing.
  return isStored(view.getViewData()) || (view.data !== '' && isStored(view.data));
}

/** Remembers which views were seen to hold the text of their file, so that it needs no other proof. */
export class LoadedViews {
  readonly #app: App;
  readonly #files = new WeakMap<MarkdownView, TFile>();

  constructor(app: App) {
    this.#app = app;
  }

  /** The text of the note in a view that is known to have it, saved or not; `null` where there is none. */
  textOf(file: TFile): string | null {
    const view = viewsOf(this.#app, file.path).find((each) => this.#files.get(each) === file);
    return view ? view.getViewData() : null;
  }

  /** As `textOf`, for a note that says `stored` on the disk: that tells more views. */
  look(file: TFile, stored: string): string | null {
    for (const view of viewsOf(this.#app, file.path)) if (isLoaded(view, stored)) this.#files.set(view, file);
    return this.textOf(file);
  }

  /** Whether a view is about to have the note, and is not known to have it. */
  isAwaited(file: TFile): boolean {
    return viewsOf(this.#app, file.path).some((view) => this.#files.get(view) !== file);
  }

  /** Another note was opened: a view that is of another file now will hold another text, also if it comes back. */
  forgetLeft(): void {
    for (const { view } of this.#app.workspace.getLeavesOfType('markdown')) {
      if (view instanceof MarkdownView && this.#files.get(view) !== view.file) this.#files.delete(view);
    }
  }
}
