/** How many notes are remembered. */
const MOST_NOTES = 50;

/** The notes that a view showed, the one shown now last. */
export class NoteHistory {
  #paths: string[] = [];

  visit(path: string): void {
    if (this.#paths.at(-1) === path) return;
    this.#paths = [...this.#paths, path].slice(-MOST_NOTES);
  }

  rename(from: string, to: string): void {
    this.#paths = this.#paths.map((path) => (path === from ? to : path));
  }

  get canGoBack(): boolean {
    return this.#paths.length > 1;
  }

  /** The paths of the notes before the one shown now, `most` of them, the last one last. */
  before(most: number): readonly string[] {
    return this.#paths.slice(0, -1).slice(-most);
  }

  /** Leaves the note shown now. Returns the path of the one before, `null` if there is none. */
  back(): string | null {
    if (!this.canGoBack) return null;
    this.#paths.pop();
    return this.#paths.at(-1) ?? null;
  }
}
