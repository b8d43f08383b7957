import { Plugin, getLanguage } from 'obsidian';
import { registerCommands, type CommandContext } from './command/commands';
import { attempt } from './command/failure';
import { openNewNote } from './command/new-note';
import { readSettings, writeSettings } from './command/stored-settings';
import { languageOf, translator } from './i18n';
import { CurrentNote, type Reading } from './obsidian/current-note';
import { isTableOrderSource, type ShownOrder } from './model/table-order';
import { LinkResolver } from './obsidian/link-resolver';
import { NoteOpener } from './obsidian/note-opener';
import { NoteWriter } from './obsidian/note-writer';
import { readInline } from './read/inline';
import { readNote } from './read/note';
import { BUILT_IN, compileVocabulary, findHeadingClashes, type Vocabulary } from './read/vocabulary';
import { DEFAULT_SETTINGS, changesReading, isLeftOut, userHeadings, type Settings } from './settings';
import { IDEA_VIEW_ICON, IDEA_VIEW_TYPE, IdeaView } from './view/idea-view';
import type { SidebarServices } from './view/services';
import { IdeaTiersSettingTab } from './view/settings-tab';

/** The plugin's life cycle: registers what there is, and hands each part what it needs. */
export default class IdeaTiersPlugin extends Plugin {
  override settings: Settings = DEFAULT_SETTINGS;
  private readonly t = translator(languageOf(getLanguage()));
  private vocabulary: Vocabulary = BUILT_IN;
  private readonly reading: Reading = {
    vocabulary: () => this.vocabulary,
    isLeftOut: (path) => isLeftOut(this.settings, path),
  };
  private ribbonEl: HTMLElement | null = null;

  override async onload(): Promise<void> {
    const { app, t } = this;
    const context: CommandContext = {
      app,
      t,
      settings: () => this.settings,
      openSidebar: async () => void (await this.openSidebar()),
      togglePin: async () => (await this.openSidebar())?.togglePin(),
      writer: new NoteWriter(app),
      tables: { orderShown: () => this.orderShown() },
      tablesIn: (text) => readNote(text, this.vocabulary).tables,
    };
    this.registerView(IDEA_VIEW_TYPE, (leaf) => new IdeaView(leaf, this.sidebarServices(context)));
    this.registerHoverLinkSource(IDEA_VIEW_TYPE, { display: this.manifest.name, defaultMod: true });
    registerCommands(this, context);
    this.addSettingTab(
      new IdeaTiersSettingTab(app, this, t, {
        settings: () => this.settings,
        save: async (settings) => void (await attempt(t, 'commands.saveSettings', () => this.saveSettings(settings))),
        clashes: findHeadingClashes,
      }),
    );
    this.useSettings(await readSettings(this, this.t));
  }

  /** The user has just switched the plugin on: the one time that the sidebar opens by itself. */
  override onUserEnable(): void {
    void attempt(this.t, 'commands.openSidebar', () => this.openSidebar());
  }

  override async onExternalSettingsChange(): Promise<void> {
    this.useSettings(await readSettings(this, this.t));
  }

  private sidebarServices(context: CommandContext): SidebarServices {
    const links = new LinkResolver(this.app);
    return {
      name: this.manifest.name,
      t: this.t,
      readInline,
      follow: (show) => new CurrentNote(this.app, links, this.reading, show),
      links,
      opener: new NoteOpener(this.app, links),
      startNewNote: () => openNewNote(context),
      attempt: (work) => void attempt(this.t, 'sidebar.openNote', work),
    };
  }

  /** Shows the sidebar, made first where there is none. */
  private async openSidebar(): Promise<IdeaView | null> {
    const leaf = await this.app.workspace.ensureSideLeaf(IDEA_VIEW_TYPE, 'right', { active: true, reveal: true });
    await leaf.loadIfDeferred();
    return leaf.view instanceof IdeaView ? leaf.view : null;
  }

  /** What a sidebar shows in another order than its note. */
  private orderShown(): ShownOrder | null {
    for (const { view } of this.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)) {
      const shown = isTableOrderSource(view) ? view.orderShown() : null;
      if (shown) return shown;
    }
    return null;
  }

  private async saveSettings(settings: Settings): Promise<void> {
    this.useSettings(settings);
    await writeSettings(this, settings);
  }

  private useSettings(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    this.showRibbonIcon(settings.ribbonIcon);
    if (!changesReading(before, settings)) return;
    this.vocabulary = compileVocabulary(userHeadings(settings));
    // A view that is not loaded yet will read with these settings.
    for (const { view } of this.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)) {
      if (view instanceof IdeaView) view.refresh();
    }
  }

  private showRibbonIcon(show: boolean): void {
    if (show) {
      this.ribbonEl ??= this.addRibbonIcon(IDEA_VIEW_ICON, this.t('commands.openSidebar'), () => {
        void attempt(this.t, 'commands.openSidebar', () => this.openSidebar());
      });
      return;
    }
    this.ribbonEl?.remove();
    this.ribbonEl = null;
  }
}
