import type * as obsidian from 'obsidian';
import { focusableIn } from '../widgets/focus.ts';
import { renderDefinitions, type Queries } from './definitions.ts';
import { DeclaredPage, renderTitlebar, type SettingPage } from './page.ts';
import type { RowHost } from './rows.ts';

interface OpenPage {
  definition: obsidian.SettingDefinitionPage;
  page: obsidian.SettingPage;
  queries: Queries;
}

/**
 * A tab of the settings window, drawn from its definitions, or by `display()` where it has none. It does not say `implements`, for
 * then it could not call its own `display()`, which the typings deprecate for plugins; `PluginSettingTab` says it for both.
 */
export abstract class SettingTab {
  icon: obsidian.IconName = '';
  containerEl: HTMLElement = createDiv('vertical-tab-content');
  settingItems: obsidian.SettingDefinitionItem[] = [];
  private readonly queries: Queries = new Map();
  private pages: OpenPage[] = [];
  private cleanups: (() => void)[] = [];
  private refreshers: (() => void)[] = [];
  private shown = false;

  constructor(readonly app: obsidian.App) {}

  getSettingDefinitions(): obsidian.SettingDefinitionItem[] {
    return [];
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    // The real one keeps it in the app's own settings, which this host has not.
  }

  /** Asks for the definitions again and, while the tab is shown, draws them. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.shown) this.draw();
  }

  refreshDomState(): void {
    for (const refresh of this.refreshers) refresh();
  }

  display(): void {
    // For subclasses without definitions.
  }

  hide(): void {
    this.teardown();
    for (const { page } of this.pages) page.hide();
    this.pages = [];
    this.shown = false;
    this.containerEl.empty();
  }

  /** Shows a tab in the settings window: by its definitions if it has any, by `display()` if not. */
  static show(tab: obsidian.SettingTab): void {
    if (!(tab instanceof SettingTab)) throw new Error('This settings tab is not of this host.');
    tab.shown = true;
    tab.settingItems = tab.getSettingDefinitions();
    tab.draw();
  }

  private draw(): void {
    this.teardown();
    const scrolled = this.containerEl.scrollTop;
    const focused = focusableIn(this.containerEl).findIndex((el) => el.isActiveElement());
    const top = this.pages.at(-1);
    if (top) {
      this.drawPage(top);
    } else if (this.settingItems.length > 0) {
      this.containerEl.empty();
      renderDefinitions(this.rowHost(), this.containerEl, this.settingItems, this.queries);
    } else {
      this.containerEl.empty();
      this.display();
    }
    this.containerEl.scrollTop = scrolled;
    if (focused >= 0) focusableIn(this.containerEl).at(focused)?.focus();
  }

  private drawPage(open: OpenPage): void {
    const fresh = this.findPage(open.definition);
    if (fresh) open.definition = fresh;
    this.containerEl.setChildrenInPlace([open.page.rootEl]);
    renderTitlebar(open.page, open.page.title || open.definition.name, () => this.goBack());
    open.page.display();
  }

  /** The page of the same name in the definitions as they are now: an update makes new ones. */
  private findPage({ name }: obsidian.SettingDefinitionPage): obsidian.SettingDefinitionPage | null {
    let items: readonly obsidian.SettingDefinitionItem[] = this.settingItems;
    for (const { definition } of this.pages) {
      const page = pagesIn(items).find((candidate) => candidate.name === definition.name);
      if (!page || page.name === name) return page ?? null;
      items = page.items ?? [];
    }
    return null;
  }

  private openPage(definition: obsidian.SettingDefinitionPage): void {
    const queries: Queries = new Map();
    const declared = (): SettingPage =>
      new DeclaredPage((containerEl) => {
        renderDefinitions(this.rowHost(), containerEl, open.definition.items ?? [], queries);
      });
    const open: OpenPage = { definition, page: definition.page?.() ?? declared(), queries };
    this.pages.push(open);
    this.draw();
    open.page.titlebarEl.querySelector<HTMLElement>('[role=button]')?.focus();
  }

  private goBack(): void {
    const left = this.pages.pop();
    left?.page.hide();
    this.draw();
    const rows = Array.from(this.containerEl.querySelectorAll<HTMLElement>('.setting-item.mod-page'));
    rows.find((row) => row.querySelector('.setting-item-name')?.getText() === left?.definition.name)?.focus();
  }

  private teardown(): void {
    for (const cleanup of this.cleanups) cleanup();
    this.cleanups = [];
    this.refreshers = [];
  }

  private rowHost(): RowHost {
    return {
      app: this.app,
      getControlValue: (key) => this.getControlValue(key),
      setControlValue: (key, value) => this.setControlValue(key, value),
      refreshDomState: () => this.refreshDomState(),
      onTeardown: (cleanup) => this.cleanups.push(cleanup),
      onRefresh: (refresh) => this.refreshers.push(refresh),
      openPage: (definition) => this.openPage(definition),
    };
  }
}

/** A plugin's tab. It reads and writes `plugin.settings` and saves with `plugin.saveData`. */
export abstract class PluginSettingTab extends SettingTab implements obsidian.PluginSettingTab {
  constructor(
    app: obsidian.App,
    readonly plugin: obsidian.Plugin,
  ) {
    super(app);
  }

  override getControlValue(key: string): unknown {
    return Reflect.get(settingsOf(this.plugin), key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = settingsOf(this.plugin);
    Reflect.set(settings, key, value);
    await this.plugin.saveData(settings);
  }
}

function settingsOf(plugin: obsidian.Plugin): object {
  const settings: unknown = Reflect.get(plugin, 'settings');
  if (typeof settings === 'object' && settings !== null) return settings;
  throw new Error(
    `The plugin ${plugin.manifest.id} has no settings object; override getControlValue and setControlValue.`,
  );
}

function pagesIn(items: readonly obsidian.SettingDefinitionItem[]): obsidian.SettingDefinitionPage[] {
  return items.flatMap((item) => {
    if (!('type' in item)) return [];
    return item.type === 'page' ? [item] : pagesIn(item.items ?? []);
  });
}
