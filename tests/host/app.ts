import type * as O from 'obsidian';
import { KIND, type Behaviour } from './behaviour.ts';
import { CommandRegistry } from './commands.ts';
import { FileManager } from './file-manager.ts';
import { MetadataCache } from './metadata/cache.ts';
import { GuardedApp } from './typings-guard.ts';
import { SecretStorage } from './secrets.ts';
import { Vault } from './vault.ts';
import { Keymap, Scope } from './widgets/scope.ts';
import { MarkdownView } from './workspace/markdown-view.ts';
import { Workspace } from './workspace/workspace.ts';

/** Where a plugin's ribbon icons and status bar items go. */
export interface Chrome {
  readonly ribbonEl: HTMLElement;
  readonly statusBarEl: HTMLElement;
  readonly workspaceEl: HTMLElement;
}

/** The app itself, with what the host's own page and tests use; plugins and views see `forPlugins`. */
export class App implements O.App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly commands = new CommandRegistry(this);
  /** What plugins have put into the ribbon, as the app lists it for its users to order and hide. */
  readonly ribbonItems: { readonly title: string; readonly button: HTMLElement }[] = [];
  readonly settingTabs: O.PluginSettingTab[] = [];
  readonly protocolHandlers = new Map<string, O.ObsidianProtocolHandler>();
  readonly cliHandlers = new Map<string, O.CliHandler>();
  readonly guarded: GuardedApp;
  readonly renderContext: O.RenderContext = { hoverPopover: null };
  readonly secretStorage = new SecretStorage();
  lastEvent: O.UserEvent | null = null;
  /** What a view waits for before it has read a file: the disk, which a test may make slow. */
  diskOf: (file: O.TFile) => Promise<void>;

  constructor(
    readonly chrome: Chrome,
    vaultName: string,
    readonly behaviour: Behaviour = KIND,
  ) {
    const { diskDelay } = behaviour;
    this.diskOf = () =>
      diskDelay === 0 ? Promise.resolve() : new Promise((resolve) => window.setTimeout(resolve, diskDelay));
    this.vault = new Vault(vaultName);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this.vault, this.metadataCache, behaviour);
    this.guarded = new GuardedApp(this);
    this.workspace = new Workspace(this, chrome.workspaceEl);
  }

  /** The same app, with every read of a name that the typings do not have recorded. */
  get forPlugins(): O.App {
    return this.guarded.app;
  }

  isDarkMode(): boolean {
    return this.chrome.workspaceEl.doc.body.hasClass('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(this.#storageKey(key));
    return text === null ? null : JSON.parse(text);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(this.#storageKey(key));
    else window.localStorage.setItem(this.#storageKey(key), JSON.stringify(data));
  }

  /** The editor of a view, if it has one. */
  editorOf(view: unknown): O.MarkdownFileInfo | null {
    return view instanceof MarkdownView ? view : null;
  }

  /** True when the note is shown for editing; in the reading view editor commands are not offered. */
  isEditing(info: O.MarkdownFileInfo): boolean {
    return info instanceof MarkdownView && info.getMode() === 'source';
  }

  #storageKey(key: string): string {
    return `${this.vault.getName()}-${key}`;
  }
}
