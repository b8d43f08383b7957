import type { Component, Menu, PaneType, TFile } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import type { LiveIdeas } from '../index/answers';
import type { CellReader } from '../model/cell-reader';
import type { InlineToken } from '../model/inline';
import type { MapSheet } from '../model/map-sheet';
import type { StepReminder } from '../model/note-progress';
import type { ShownNote } from '../model/shown-note';
import type { Settings } from '../settings';
import type { IdeaLinkActions } from './idea-link-actions';
import type { TableActions } from './table-actions';

/** Follows the current note for one view; loaded and unloaded with it. */
export interface NoteFollower extends Component {
  readonly pinnedPath: string | null;
  pin(path: string | null): void;
  dismiss(reminder: StepReminder): void;
}

/** Where links lead. `link` is what a wikilink or a Markdown link holds, `from` the path of the note it stands in. */
export interface LinkTargets {
  resolve(link: string, from: string): TFile | null;
  linkText(link: string, from: string): string;
  /** Adds what the app and others offer for the note that a link leads to. */
  addFileItems(menu: Menu, link: string, from: string): void;
}

/** Opens and makes notes. */
export interface NoteOpening {
  openLink(link: string, from: string, pane: PaneType | boolean): Promise<boolean>;
  createFromLink(link: string, from: string, pane: PaneType | boolean): Promise<void>;
  /** Returns false when there is no such note. */
  open(path: string): Promise<boolean>;
  openAtLine(path: string, line: number): Promise<void>;
}

/** What tables are turned with. */
export interface TableServices {
  readonly cells: CellReader;
  readonly settings: () => Settings;
  /** Keeps the settings, and shows every table by them. */
  readonly saveSettings: (settings: Settings) => void;
}

/** What a map can become outside of the plugin. Each tells the user that it is done. */
export interface MapExports {
  readonly copySvg: (sheet: MapSheet) => Promise<void>;
  readonly saveSvg: (sheet: MapSheet, from: string) => Promise<void>;
  readonly copyCanvas: (sheet: MapSheet) => Promise<void>;
  readonly saveCanvas: (sheet: MapSheet, from: string) => Promise<void>;
}

/** What the sidebar is handed, so that it touches no vault and reads no text itself. */
export interface SidebarServices {
  /** The plugin's name. */
  readonly name: string;
  readonly t: Translate;
  readonly readInline: (markdown: string) => readonly InlineToken[];
  readonly follow: (show: (shown: ShownNote | null) => void) => NoteFollower;
  /** For a view that needs only the path of the current note: it is told before the note is read. */
  readonly followPath: (show: (path: string) => void) => Component;
  readonly links: LinkTargets;
  readonly opener: NoteOpening;
  /** What the note at a path says of itself, `''` if nothing: at once where that is known. */
  readonly about: (path: string) => string | Promise<string>;
  /** What all notes say of ideas. */
  readonly ideas: LiveIdeas;
  readonly mapExports: MapExports;
  readonly openMap: () => void;
  readonly compareInTab: () => void;
  readonly tables: TableServices;
  readonly tableActions: TableActions;
  readonly linkActions: IdeaLinkActions;
  /** Saves a picture of the note at `from` as a new file of the vault, never over another one; resolves to its path. */
  readonly saveSvg: (title: string, svg: string, from: string) => Promise<string>;
  /** Shows what becomes of the garbled note at a path, and repairs it once the user agrees. */
  readonly repair: (path: string) => void;
  readonly startNewNote: () => void;
  /** Does what the user asked for, to open a note unless it is named; a failure is told to them, and never thrown. */
  readonly attempt: (work: () => Promise<unknown>, action?: MessageKey) => void;
}
