import type { Menu } from 'obsidian';
import type { MessageKey, Translate } from '../../i18n';
import type { LiveIdeas } from '../../index/answers';
import type { FirstDraw } from './first-draw';
import type { IdeaLinkActions } from '../ideas/idea-link-actions';
import type { InlineDrawing } from './inline-drawing';
import type { MapReach, MapServices } from '../map/map-panel';
import type { RawTexts, SidebarServices, SuggestionServices } from './services';
import type { StepReminder } from '../../model/note-progress';
import type { TableActions } from '../table/table-actions';
import type { TableArrangements } from '../table/table-arrangements';
import type { ShownNote } from '../../model/shown-note';
import type { Toggles } from './view-memory';

/** What every component of the sidebar is handed. It stays the same object; what it says is of the note shown now. */
export interface Context {
  readonly t: Translate;
  readonly inline: InlineDrawing;
  /** Folds that hold for all notes. */
  readonly everywhere: Toggles;
  /** Folds and open rows of the note shown now. */
  readonly here: Toggles;
  /** Where a link of the note shown now leads. */
  readonly resolve: ShownNote['resolve'];
  /** To a line of the note shown now, or of the one at `path`. */
  readonly goToLine: (line: number, path?: string) => void;
  /** Where the tables of the note shown now are turned. */
  readonly tables: TableArrangements;
  /** What can be done with a table beyond showing it. */
  readonly actions: TableActions;
  /** What can be done to the ideas of the note at `path()`, the one shown now. */
  readonly linkActions: IdeaLinkActions;
  readonly path: () => string;
  /** What the note at a path says of itself. */
  readonly about: SidebarServices['about'];
  /** Adds what the app and others offer for the note that a link of the one shown leads to. */
  readonly addFileItems: (menu: Menu, link: string) => void;
  /** Draws the ideas again, for how they are looked through has changed. */
  readonly drawIdeas: () => void;
  readonly firstDraw: FirstDraw;
  /** What all notes say of ideas. */
  readonly ideas: LiveIdeas;
  readonly suggestions: SuggestionServices;
  readonly map: MapReach & Pick<MapServices, 'exports' | 'showKeys'> & { readonly openInTab: () => void };
  readonly steps: {
    /** The fields that the frontmatter of a new note has. */
    fields(): readonly string[];
    /** Characters of an A4 page, spaces included. */
    pageCharacters(): number;
    /** The user has seen a reminder of the note shown. */
    dismiss(reminder: StepReminder): void;
    readonly compareInTab: () => void;
    readonly compareRawInTab: () => void;
    /** Takes the raw text out of the note shown. */
    readonly removeRawText: () => void;
  };
  readonly raw: RawTexts;
  /** Does what the user asked for; a failure is told to them, and never thrown. */
  readonly attempt: (work: () => Promise<unknown>, action: MessageKey) => void;
  /** Puts a text on the clipboard, and tells the user so. */
  readonly copy: (text: string) => Promise<void>;
  /** Saves a picture as a new file of the vault; see `PictureServices`. */
  readonly saveSvg: (title: string, svg: string) => Promise<string | null>;
  /** An element id of its own in the document. */
  readonly newId: () => string;
}
