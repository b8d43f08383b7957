import type { Extension } from '@codemirror/state';
import type * as O from 'obsidian';
import type { App } from './app.ts';
import { Component } from './component.ts';
import { registerCodeBlock, registerPostProcessor } from './post-processors.ts';
import { Platform } from './platform.ts';
import { appBehind } from './typings-guard.ts';
import { setIcon } from './widgets/icons.ts';

/** What a plugin extends. Everything it registers goes when it is unloaded. */
export abstract class Plugin extends Component implements O.Plugin {
  settings?: unknown;
  readonly #host: App;

  constructor(
    readonly app: O.App,
    readonly manifest: O.PluginManifest,
  ) {
    super();
    this.#host = appBehind(app);
  }

  override onload(): Promise<void> | void {
    // For subclasses.
  }

  addRibbonIcon(icon: O.IconName, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = this.#host.chrome.ribbonEl.createEl('button', {
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { 'aria-label': title, type: 'button' },
    });
    setIcon(button, icon);
    button.addEventListener('click', callback);
    // The app keeps its list of what stands there apart from the elements: what is only removed comes back with the next drawing.
    const { ribbonItems } = this.#host;
    this.#keepIn(ribbonItems, { title, button });
    this.register(() => button.remove());
    return button;
  }

  addStatusBarItem(): HTMLElement {
    const item = createDiv(`status-bar-item plugin-${this.manifest.id}`);
    // There is none on a phone or a tablet: what is added is nowhere to be seen.
    if (!Platform.isMobile) this.#host.chrome.statusBarEl.append(item);
    this.register(() => item.remove());
    return item;
  }

  addCommand(command: O.Command): O.Command {
    const { commands } = this.#host;
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    commands.addCommand(command);
    this.register(() => commands.removeCommand(command.id));
    return command;
  }

  removeCommand(commandId: string): void {
    this.#host.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addSettingTab(settingTab: O.PluginSettingTab): void {
    this.#keepIn(this.#host.settingTabs, settingTab);
  }

  registerView(type: string, viewCreator: O.ViewCreator): void {
    const { workspace } = this.#host;
    workspace.views.register(type, viewCreator);
    for (const leaf of workspace.getLeavesOfType(type)) if (leaf.isVisible()) void leaf.loadIfDeferred();
    this.register(() => {
      workspace.views.unregister(type);
      // As in the app, the tabs outlive the plugin, at the places where the user has put them.
      for (const leaf of workspace.getLeavesOfType(type)) void leaf.viewGone();
    });
  }

  registerHoverLinkSource(id: string, info: O.HoverLinkSource): void {
    this.#keepUnder(this.#host.workspace.hoverLinkSources, id, info);
  }

  registerExtensions(extensions: string[], viewType: string): void {
    const { views } = this.#host.workspace;
    views.registerExtensions(extensions, viewType);
    this.register(() => views.unregisterExtensions(extensions));
  }

  registerMarkdownPostProcessor(postProcessor: O.MarkdownPostProcessor, sortOrder?: number): O.MarkdownPostProcessor {
    this.register(registerPostProcessor(postProcessor, sortOrder));
    return postProcessor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, ctx: O.MarkdownPostProcessorContext) => Promise<unknown> | void,
    sortOrder?: number,
  ): O.MarkdownPostProcessor {
    const { processor, unregister } = registerCodeBlock(language, handler, sortOrder);
    this.register(unregister);
    return processor;
  }

  /** Bases is off in this host. */
  registerBasesView(_viewId: string, _registration: O.BasesViewRegistration): boolean {
    return false;
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.#host;
    this.#keepIn(workspace.editorExtensions, extension);
    this.register(() => workspace.updateOptions());
    workspace.updateOptions();
  }

  registerObsidianProtocolHandler(action: string, handler: O.ObsidianProtocolHandler): void {
    this.#keepUnder(this.#host.protocolHandlers, action, handler);
  }

  registerEditorSuggest(_editorSuggest: O.EditorSuggest<unknown>): void {
    // The host's editor suggests nothing.
  }

  registerCliHandler(command: string, _description: string, _flags: O.CliFlags | null, handler: O.CliHandler): void {
    this.#keepUnder(this.#host.cliHandlers, command, handler);
  }

  /** `null` until something was saved. */
  async loadData(): Promise<unknown> {
    const { adapter } = this.#host.vault;
    if (!(await adapter.exists(this.#dataPath()))) return null;
    const data: unknown = JSON.parse(await adapter.read(this.#dataPath()));
    return data;
  }

  async saveData(data: unknown): Promise<void> {
    await this.#host.vault.adapter.write(this.#dataPath(), JSON.stringify(data, null, 2));
  }

  onUserEnable(): void {
    // For subclasses.
  }

  #dataPath(): string {
    return `${this.#host.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  #keepIn<T>(list: T[], item: T): void {
    list.push(item);
    this.register(() => list.splice(list.indexOf(item), 1));
  }

  #keepUnder<T>(map: Map<string, T>, key: string, item: T): void {
    if (map.has(key)) throw new Error(`"${key}" is registered already.`);
    map.set(key, item);
    this.register(() => map.delete(key));
  }
}
