import type * as O from 'obsidian';
import { App, type Chrome } from './app.ts';
import { KIND, type Behaviour } from './behaviour.ts';
import { Component } from './component.ts';
import { installFileMenu } from './core-file-menu.ts';
import { LANGUAGE_KEY } from './functions.ts';
import { MarkdownRenderer } from './markdown/index.ts';
import type { ParseMetadata } from './metadata/cache.ts';
import * as obsidian from './obsidian.ts';
import { Platform, setMobile } from './platform.ts';
import { Plugin } from './plugin.ts';
import { Tasks } from './tasks.ts';
import type { DocumentedNames } from './typings-guard.ts';
import type { Content } from './vault.ts';
import { apiView } from './workspace/view.ts';
import { MarkdownView } from './workspace/markdown-view.ts';

export interface HostOptions {
  /** Path → content of the notes that are there from the start. */
  readonly files?: Record<string, Content>;
  readonly vaultName?: string;
  /** Interface language, `en` when absent. */
  readonly language?: string;
  readonly theme?: 'light' | 'dark';
  readonly mobile?: boolean | 'tablet';
  /** Where the window is drawn; the document's body when absent. */
  readonly parentEl?: HTMLElement;
  /** Parses notes in the background with this, instead of all at once before `createHost` returns. For large vaults. */
  readonly parseInBackground?: ParseMetadata;
  /** What of the app is otherwise than in `KIND`. */
  readonly behaviour?: Partial<Behaviour>;
  /** Leaves the layout unready, as at the start of the app, until `finishStart` is called. */
  readonly starting?: boolean;
}

export interface LoadOptions {
  /** The user has just switched the plugin on, so `onUserEnable` is called. */
  readonly enabledByUser?: boolean;
}

/** The plugin's class, the text of its built `main.js`, or a namespace with a default export. */
export type PluginSource = PluginClass | string;
export type PluginClass = new (app: O.App, manifest: O.PluginManifest) => O.Plugin;

export interface Host {
  /** The host's own app: its methods may be spied on, and `app.commands.executeCommandById` runs a command. */
  readonly app: App;
  /** Loads a plugin and waits for its `onload`; rejects with what that threw. */
  loadPlugin(source: PluginSource, manifest?: Partial<O.PluginManifest>, options?: LoadOptions): Promise<O.Plugin>;
  /** Ends the start: every file is announced by `create`, as the real vault does, then the layout is ready. */
  finishStart(): void;
  /** Waits until caches, views and events have caught up with what was done. */
  settle(): Promise<void>;
  /** `Class.name` of what plugins read from the app and the typings do not have. */
  undocumentedReads(documented: DocumentedNames): string[];
  /** Tells plugins by `quit` that the app closes, and waits for what they have to do. */
  quit(): Promise<void>;
  /** Unloads the plugins and takes the window out of the document. */
  close(): void;
}

let hosts: Host[] = [];

/** The hosts made since the last `forgetHosts`. */
export function openHosts(): readonly Host[] {
  return hosts;
}

/** Closes every host. */
export function forgetHosts(): void {
  for (const host of hosts) host.close();
  hosts = [];
}

/** Makes a window of the app over a vault in memory. */
export function createHost(options: HostOptions = {}): Host {
  window.localStorage.setItem(LANGUAGE_KEY, options.language ?? 'en');
  setMobile(options.mobile ?? false);
  const rootEl = (options.parentEl ?? document.body).createDiv('app-container');
  const behaviour = { ...KIND, ...options.behaviour };
  dressBody(rootEl.doc.body, options, behaviour);
  const app = new App(drawChrome(rootEl), options.vaultName ?? 'Vault', behaviour);
  app.vault.seed(options.files ?? {});
  app.metadataCache.indexNames();
  if (options.parseInBackground) void app.metadataCache.indexInBackground(options.parseInBackground);
  else app.metadataCache.indexAll();
  registerCore(app);
  const plugins: O.Plugin[] = [];
  const host: Host = {
    app,
    async loadPlugin(source, manifest = {}, load = {}) {
      const PluginType = typeof source === 'string' ? evaluate(source) : source;
      const plugin = new PluginType(app.forPlugins, completeManifest(manifest));
      plugins.push(plugin);
      await loadComponent(plugin);
      if (load.enabledByUser) plugin.onUserEnable();
      return plugin;
    },
    finishStart() {
      for (const file of app.vault.getAllLoadedFiles()) app.vault.trigger('create', file);
      app.workspace.setLayoutReady();
    },
    settle: () => settle(app),
    undocumentedReads: (documented) => app.guarded.undocumentedReads(documented),
    async quit() {
      const tasks = new Tasks();
      app.workspace.trigger('quit', tasks);
      await tasks.promise();
    },
    close() {
      for (const plugin of plugins.splice(0)) plugin.unload();
      app.keymap.close();
      rootEl.remove();
    },
  };
  if (!options.starting) app.workspace.setLayoutReady();
  hosts.push(host);
  return host;
}

function dressBody(body: HTMLElement, options: HostOptions, { hasTitleBar, oklchColors }: Behaviour): void {
  body.toggleClass('show-view-header', hasTitleBar);
  body.toggleClass('has-oklch-colors', oklchColors);
  body.toggleClass('theme-dark', options.theme === 'dark');
  body.toggleClass('theme-light', options.theme !== 'dark');
  body.toggleClass('is-mobile', Platform.isMobile);
  body.toggleClass('is-phone', Platform.isPhone);
  body.toggleClass('is-tablet', Platform.isTablet);
}

function drawChrome(rootEl: HTMLElement): Chrome {
  const mainEl = rootEl.createDiv('horizontal-main-container');
  const ribbonEl = mainEl.createDiv({ cls: 'workspace-ribbon side-dock-ribbon mod-left' });
  const workspaceEl = mainEl.createDiv('workspace');
  return { ribbonEl, workspaceEl, statusBarEl: rootEl.createDiv('status-bar') };
}

/** What the app brings itself: the view of notes, and the entries of a file's menu. */
function registerCore(app: App): void {
  const { workspace } = app;
  workspace.views.register(MarkdownView.VIEW_TYPE, (leaf) =>
    apiView(new MarkdownView(leaf, (...args) => MarkdownRenderer.render(...args))),
  );
  workspace.views.registerExtensions(['md'], MarkdownView.VIEW_TYPE);
  installFileMenu(app);
  const remember = (event: O.UserEvent): void => {
    app.lastEvent = event;
  };
  for (const type of ['mousedown', 'keydown', 'click'] as const)
    workspace.containerEl.addEventListener(type, remember, true);
  workspace.setActiveLeaf(workspace.getLeaf());
}

/** Runs built code as the app does: a CommonJS module that may require `obsidian`. */
function evaluate(code: string): PluginClass {
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'obsidian') return obsidian;
    throw new Error(`The plugin requires "${name}", which the host does not have.`);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the app itself runs a plugin's main.js this way
  const run: unknown = new Function('module', 'exports', 'require', code);
  if (typeof run === 'function') run.call(undefined, module, module.exports, require);
  const { exports } = module;
  const found: unknown =
    typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : exports;
  if (!isPluginClass(found)) throw new Error('The default export of the code is not a class that extends Plugin.');
  return found;
}

function isPluginClass(value: unknown): value is PluginClass {
  return typeof value === 'function' && value.prototype instanceof Plugin;
}

async function loadComponent(plugin: object): Promise<void> {
  if (!(plugin instanceof Component)) throw new Error('The plugin does not extend Plugin.');
  plugin.load();
  await Component.loaded(plugin);
}

function completeManifest(manifest: Partial<O.PluginManifest>): O.PluginManifest {
  const id = manifest.id ?? 'plugin-under-test';
  return { name: id, author: '', version: '0.0.0', minAppVersion: '1.13.0', description: '', ...manifest, id };
}

/** One turn of the event loop, for events that are told at its end. */
function turn(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve));
}

async function settle(app: App): Promise<void> {
  await turn();
  await app.metadataCache.settled();
  await Promise.all(app.workspace.allLeaves().map((leaf) => leaf.settled()));
  await turn();
}
