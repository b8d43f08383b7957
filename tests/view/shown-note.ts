import type { ShownNote } from '../../src/model/shown-note';
import { readNote } from '../../src/read/note';

/** A note as views are handed it, read anew. */
export function shownNote(path: string, text: string): ShownNote {
  return {
    path,
    name: path.replace('.md', ''),
    text,
    note: readNote(text),
    garbled: null,
    problems: [],
    progress: null,
    isLeftOut: false,
    resolve: () => null,
    state: 'current',
    movedFrom: null,
    openedAt: null,
  };
}
