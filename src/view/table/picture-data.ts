import type { MessageKey, Translate } from '../../i18n';
import type { ColumnKind, ColumnRole } from '../../rank/columns';
import type { RowScore } from '../../rank/weights';
import type { WriteScore } from './score-writer';

/** A row of the table, as the picture of value against cost needs it. */
export interface PictureEntry extends RowScore {
  /** Stays with the row when rows are added, moved or taken away. */
  readonly key: string;
  /** Index of `table.body`. */
  readonly row: number;
  /** The rank cell as plain text; `''` in a table without rungs, whose rows are numbered instead. */
  readonly rung: string;
  /** What is ranked, as plain text. */
  readonly subject: string;
}

/** The rows of one dot. */
export type DotEntries = readonly [PictureEntry, ...PictureEntry[]];

/** What is told of an axis. */
export interface AxisData {
  /** What its columns are called, with their unit; `''` where that is not known. */
  readonly name: string;
  /** How numbers are written there; see `formOf`. */
  readonly form: string;
}

/** What the picture shows: all rows, or those that a filter leaves. */
export interface PictureData {
  /** The table's name, for the picture that is copied or saved. */
  readonly title: string;
  /** Upwards and to the right. */
  readonly axes: Readonly<Record<ColumnKind, AxisData>>;
  /** Writes what the rows are worth and cost. */
  readonly write: WriteScore;
  /** One a column: they tell why there is nothing to draw. */
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly PictureEntry[];
  /** How many cells do not count, in words; `''` where all do. */
  readonly uncounted: string;
}

/** What the picture is handed. */
export interface PictureServices {
  readonly t: Translate;
  /** An element id of its own in the document. */
  readonly newId: () => string;
  /** Does what the user asked for; a failure is told to them, and never thrown. */
  readonly attempt: (work: () => Promise<unknown>, action: MessageKey) => void;
  /** Puts a text on the clipboard, and tells the user so. */
  readonly copy: (text: string) => Promise<void>;
  /**
   * Saves a picture as a new file of the vault, and never over another one. `title` is what the file is to be called, in words:
   * it may hold signs that a file name cannot. Resolves to the file's path, or to `null` when the user thought better of it.
   */
  readonly saveSvg: (title: string, svg: string) => Promise<string | null>;
}

/** What the picture tells. Rows are indexes of `table.body`. */
export interface PictureEvents {
  /** The rows whose dot is under the pointer or has the focus; none when there is no such dot any more. */
  readonly onHover: (rows: readonly number[]) => void;
  /** A dot was clicked, tapped a second time, or opened from the keyboard, and one of its rows chosen where it has several. */
  readonly onOpen: (row: number) => void;
}
