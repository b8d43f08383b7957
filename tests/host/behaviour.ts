/**
 * What of the app is not the same for all of its users, or not known for sure: each is kind to a plugin or is not. What the app is
 * known to do with everybody is no choice; the host does it.
 */
export interface Behaviour {
  /** Milliseconds from saying that a view is of a file to having read it. */
  readonly diskDelay: number;
  /** Whether the origin named in `Editor.transaction` keeps what it writes apart from the typing before it. */
  readonly keepsOrigin: boolean;
  /** Whether `getLeaf(false)` takes a tab that is hidden behind one which may not be navigated away. */
  readonly reusesHiddenLeaves: boolean;
  /** The setting "Show tab title bar". */
  readonly hasTitleBar: boolean;
  /** The colours that the app's style gives come as OKLCH, as those of 1.13 do. */
  readonly oklchColors: boolean;
  /** The settings stand in a window of their own. */
  readonly settingsInWindow: boolean;
  /** The folder that new notes go to, `''` for the root. */
  readonly newNoteFolder: string;
  /** The folder that attachments go to, `''` for the root, `./` and a name for one below the note's own. */
  readonly attachmentFolder: string;
  readonly useMarkdownLinks: boolean;
  readonly newLinkFormat: 'shortest' | 'relative' | 'absolute';
}

export const KIND: Behaviour = {
  diskDelay: 0,
  keepsOrigin: true,
  reusesHiddenLeaves: true,
  hasTitleBar: true,
  oklchColors: false,
  settingsInWindow: false,
  newNoteFolder: '',
  attachmentFolder: '',
  useMarkdownLinks: false,
  newLinkFormat: 'shortest',
};

/** All of it as the app may be where that is less convenient. */
export const UNKIND: Behaviour = {
  diskDelay: 150,
  keepsOrigin: false,
  reusesHiddenLeaves: false,
  hasTitleBar: false,
  oklchColors: true,
  settingsInWindow: true,
  newNoteFolder: 'New notes',
  attachmentFolder: './attachments',
  useMarkdownLinks: true,
  newLinkFormat: 'relative',
};
