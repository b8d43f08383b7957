import type { TFile } from 'obsidian';
import type { Translate } from '../i18n';
import type { InlineDrawing } from './inline-drawing';
import type { TableOrder, Toggles } from './view-memory';

/** What every component of the sidebar is handed. It stays the same object; what it says is of the note shown now. */
export interface Context {
  readonly t: Translate;
  readonly inline: InlineDrawing;
  /** Folds that hold for all notes. */
  readonly everywhere: Toggles;
  /** Folds and open rows of the note shown now. */
  readonly here: Toggles;
  readonly resolve: (link: string) => TFile | null;
  readonly goToLine: (line: number) => void;
  readonly orderOf: (tableKey: string) => TableOrder | null;
  readonly setOrder: (tableKey: string, order: TableOrder | null) => void;
  /** An element id of its own in the document. */
  readonly newId: () => string;
}
