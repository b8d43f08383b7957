import type { Component, Menu, PaneType, TFile } from 'obsidian';
import type { MessageKey, Translate } from '../../i18n';
import type { LiveIdeas } from '../../index/answers';
import type { CellReader } from '../../model/cell-reader';
import type { InlineToken } from '../../model/inline';
import type { MapExport } from '../../model/map-export';
import type { SuggestedRelation } from '../../model/suggestion';
import type { StepReminder } from '../../model/note-progress';
import type { FoundRawText } from '../../model/raw-text';
import type { ShownNote } from '../../model/shown-note';
import type { TextChange } from '../../model/text-change';
import type { Settings } from '../../settings';
import type { IdeaLinkActions } from '../ideas/idea-link-actions';
import type { TableActions } from '../table/table-actions';

/** Follows the current note for one view; loaded and unloaded with it. */
export interface NoteFollower extends Component {
  readonly pinnedPath: string | null;
  pin(path: string | null): void;
  dismiss(reminder: StepReminder): void;
}

/** Where links lead. `link` is what a wikilink or a Markdown link holds, `from` the path of the note it stands in. */
export interface LinkTargets {
  resolve(link: string, from: string): TFile | null;
  linkText(link: string, from: string, to: string): string;
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
  readonly copySvg: (sheet: MapExport) => Promise<void>;
  readonly saveSvg: (sheet: MapExport, from: string) => Promise<void>;
  readonly copyCanvas: (sheet: MapExport) => Promise<void>;
  readonly saveCanvas: (sheet: MapExport, from: string) => Promise<void>;
}

/** A note that may belong to the one shown. */
export interface SuggestedIdea {
  readonly path: string;
  /** What it is called among the others. */
  readonly name: string;
  readonly relation: SuggestedRelation;
  /** In words, with the paths of the notes by which each can be looked up; at least one. */
  readonly reasons: readonly { readonly text: string; readonly notes: readonly string[] }[];
}

/** What finds raw texts, and takes back what was changed in them. */
export interface RawTexts {
  find(note: ShownNote, signal: AbortSignal): Promise<FoundRawText | null>;
  takeBack(path: string, text: string, change: TextChange): Promise<void>;
}

/** What may belong to a note. */
export interface SuggestionServices {
  /** For the note at `path` with this text: by relation, best first, each note once. */
  readonly of: (path: string, text: string) => readonly SuggestedIdea[];
  /** Finds out what all notes list and speak of, in idle moments; resolves when that is known, and `of` says more. */
  readonly prepare: () => Promise<void>;
  /** How many notes are not suggested for the one at `path`, for the user does not want them. */
  readonly turnedDown: (path: string) => number;
  readonly turnDown: (path: string, idea: string) => void;
  readonly takeBack: (path: string) => void;
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
  readonly suggestions: SuggestionServices;
  readonly mapExports: MapExports;
  readonly openMap: () => void;
  /** Shows which keys walk among ideas. */
  readonly showKeys: () => void;
  readonly compareInTab: () => void;
  readonly compareRawInTab: () => void;
  readonly raw: RawTexts;
  /** Shows how the note at a path would be without its raw text, and takes it out once the user agrees. */
  readonly removeRawText: (path: string) => void;
  readonly tables: TableServices;
  readonly tableActions: TableActions;
  readonly linkActions: IdeaLinkActions;
  /** Puts a text on the clipboard, and tells the user so. */
  readonly copy: (text: string) => Promise<void>;
  /** Saves a picture of the note at `from` as a new file of the vault, never over another one; resolves to its path. */
  readonly saveSvg: (title: string, svg: string, from: string) => Promise<string>;
  /** Shows what becomes of the garbled note at a path, and repairs it once the user agrees. */
  readonly repair: (path: string) => void;
  readonly startNewNote: () => void;
  /** How far the index has come, where nothing else shows it; else `''`. */
  readonly progress: () => string;
  /** Whether the sidebar says what its relations mean: nothing was ever set, and it was not dismissed. */
  readonly firstLook: { isWanted(): boolean; dismiss(): void };
  /** Does what the user asked for, to open a note unless it is named; a failure is told to them, and never thrown. */
  readonly attempt: (work: () => Promise<unknown>, action?: MessageKey) => void;
}
