export interface Edit {
  readonly before: string;
  readonly after: string;
}

export interface Restored {
  readonly text: string;
  /** Offset of the end of what changed. */
  readonly caret: number;
}

/** The longest undo history kept. */
const LIMIT = 500;

/** Steps of undo and redo over whole texts. */
export class EditHistory {
  #done: Edit[] = [];
  #undone: Edit[] = [];

  add(edit: Edit): void {
    if (edit.before === edit.after) return;
    this.#done = [...this.#done.slice(-LIMIT), edit];
    this.#undone = [];
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  /** The text before the last step; `null` when there is none, or the text is not what that step left. */
  undo(current: string): Restored | null {
    const edit = this.#done.at(-1);
    if (!edit || edit.after !== current) return null;
    this.#done.pop();
    this.#undone.push(edit);
    return { text: edit.before, caret: endOfDifference(edit.before, edit.after) };
  }

  redo(current: string): Restored | null {
    const edit = this.#undone.at(-1);
    if (!edit || edit.before !== current) return null;
    this.#undone.pop();
    this.#done.push(edit);
    return { text: edit.after, caret: endOfDifference(edit.after, edit.before) };
  }
}

/** The offset in `text` after which it ends like `other`. */
function endOfDifference(text: string, other: string): number {
  let same = 0;
  const most = Math.min(text.length, other.length);
  while (same < most && text[text.length - 1 - same] === other[other.length - 1 - same]) same++;
  return text.length - same;
}
