import type { Component, PaneType, TFile } from 'obsidian';
import type { Translate } from '../i18n';
import type { InlineToken } from '../model/inline';
import type { ShownNote } from '../model/shown-note';

/** Follows the current note for one view; loaded and unloaded with it. */
export interface NoteFollower extends Component {
  readonly pinnedPath: string | null;
  pin(path: string | null): void;
  refresh(): void;
}

/** Where links lead. `link` is what a wikilink or a Markdown link holds, `from` the path of the note it stands in. */
export interface LinkTargets {
  resolve(link: string, from: string): TFile | null;
  linkText(link: string, from: string): string;
}

/** Opens and makes notes. */
export interface NoteOpening {
  openLink(link: string, from: string, pane: PaneType | boolean): Promise<boolean>;
  createFromLink(link: string, from: string, pane: PaneType | boolean): Promise<void>;
  /** Returns false when there is no such note. */
  open(path: string): Promise<boolean>;
  openAtLine(path: string, line: number): Promise<void>;
}

/** What the sidebar is handed, so that it touches no vault and reads no text itself. */
export interface SidebarServices {
  /** The plugin's name. */
  readonly name: string;
  readonly t: Translate;
  readonly readInline: (markdown: string) => readonly InlineToken[];
  readonly follow: (show: (shown: ShownNote | null) => void) => NoteFollower;
  readonly links: LinkTargets;
  readonly opener: NoteOpening;
  readonly startNewNote: () => void;
  /** Does what the user asked for; a failure is told to them, and never thrown. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}
