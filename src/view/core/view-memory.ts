import { isHops } from '../map/map-panel';
import { fieldsOf, listOf, textsOf } from './state-fields';
import { AS_WRITTEN, isAsWritten, readTableState, type TableState } from '../table/table-state';

/** Things that are on or off, each with a default of its own. */
export interface Toggles {
  isOn(key: string, byDefault: boolean): boolean;
  toggle(key: string): void;
}

/** How many notes' folds, open rows and scroll are kept, the ones shown last. */
const NOTES_KEPT = 30;

/** What is remembered of one note. */
export class NoteMemory {
  readonly toggled: Set<string>;
  /** How tables are turned, by what they are known by. */
  readonly tables = new Map<string, TableState>();
  scroll: number;

  constructor(toggled: readonly string[] = [], scroll = 0) {
    this.toggled = new Set(toggled);
    this.scroll = scroll;
  }

  get isPlain(): boolean {
    return this.toggled.size === 0 && this.tables.size === 0 && this.scroll === 0;
  }

  tableState(key: string): TableState {
    return this.tables.get(key) ?? AS_WRITTEN;
  }

  setTableState(key: string, state: TableState): void {
    if (isAsWritten(state)) this.tables.delete(key);
    else this.tables.set(key, state);
  }
}

/**
 * What one sidebar remembers: which sections are folded (for all notes), and for each note which tables are folded and how they
 * are turned, which rows are open and how far it was scrolled. Lives in the view's state, so Obsidian keeps it with the workspace.
 */
export class ViewMemory {
  /** How many steps the map goes. */
  mapHops = 1;
  #toggled = new Set<string>();
  readonly #notes = new Map<string, NoteMemory>();

  /** Takes what `toState` gave, in place of what is remembered now; whatever is not usable is left out. */
  load(state: unknown): void {
    const fields = fieldsOf(state);
    this.#toggled = new Set(textsOf(fields.get('toggled')));
    const hops = fields.get('mapHops');
    this.mapHops = isHops(hops) ? hops : 1;
    this.#notes.clear();
    for (const entry of listOf(fields.get('notes'))) {
      const note = fieldsOf(entry);
      const path = note.get('path');
      const scroll = note.get('scroll');
      if (typeof path !== 'string') continue;
      const memory = new NoteMemory(textsOf(note.get('toggled')), typeof scroll === 'number' ? scroll : 0);
      for (const [key, state] of fieldsOf(note.get('tables'))) memory.setTableState(key, readTableState(state));
      this.#notes.set(path, memory);
    }
  }

  toState(): Record<string, unknown> {
    const notes = [...this.#notes].filter(([, note]) => !note.isPlain);
    return {
      toggled: [...this.#toggled],
      mapHops: this.mapHops,
      notes: notes.map(([path, { toggled, tables, scroll }]) => ({
        path,
        toggled: [...toggled],
        scroll,
        ...(tables.size > 0 ? { tables: Object.fromEntries(tables) } : {}),
      })),
    };
  }

  /** What is remembered of the note at `path`; that note counts as the one shown last. */
  of(path: string): NoteMemory {
    const note = this.#notes.get(path) ?? new NoteMemory();
    this.#notes.delete(path);
    this.#notes.set(path, note);
    for (const oldest of this.#notes.keys()) {
      if (this.#notes.size <= NOTES_KEPT) break;
      this.#notes.delete(oldest);
    }
    return note;
  }

  rename(from: string, to: string): void {
    const note = this.#notes.get(from);
    if (!note) return;
    this.#notes.delete(from);
    this.#notes.set(to, note);
  }

  /** The folds that hold for all notes. `changed` is called after each change. */
  everywhere(changed: () => void): Toggles {
    return togglesOf(() => this.#toggled, changed);
  }
}

/** Only what differs from its default is kept in the set. */
export function togglesOf(set: () => Set<string>, changed: () => void): Toggles {
  return {
    isOn: (key, byDefault) => set().has(key) !== byDefault,
    toggle: (key) => {
      const toggled = set();
      if (!toggled.delete(key)) toggled.add(key);
      changed();
    },
  };
}
