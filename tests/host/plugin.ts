import type * as O from 'obsidian';
import type { App } from './app.ts';
import { Component } from './component.ts';
import { registerCodeBlock, registerPostProcessor } from './post-processors.ts';
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
    this.register(() => button.remove());
    return button;
  }

  addStatusBarItem(): HTMLElement {
    const item = this.#host.chrome.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
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
    this.register(() => {
      workspace.detachLeavesOfType(type);
      workspace.views.unregister(type);
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

  registerEditorExtension(_extension: unknown): void {
    // The editor is a textarea.
  }

  registerObsidianProtocolHandler(action: string, handler: O.ObsidianProtocolHandler): void {
    this.#keepUnder(this.#host.protocolHandlers, action, handler);
  }

  registerEditorSuggest(_editorSuggest: O.EditorSuggest<unknown>): void {
    // The editor is a textarea.
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
