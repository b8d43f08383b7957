import { Platform, Plugin, getLanguage } from 'obsidian';
import { registerCommands, type CommandContext } from './command/commands';
import { registerCli } from './command/cli';
import { copyText } from './command/clipboard';
import { attempt } from './command/failure';
import { ideaLinkActions } from './command/idea-link-commands';
import { sayIndexTrouble, shownProgress } from './command/index-progress';
import { openNewNote } from './command/new-note';
import { savePicture } from './command/save-picture';
import { mapExports } from './command/map-exports';
import { findRawText, takeWordsBack } from './command/raw-text';
import { removeRawText } from './command/raw-text-command';
import { repairGarbledNote } from './command/repair-commands';
import { otherPlugins } from './command/other-plugins';
import { readSettings, writeSettings } from './command/stored-settings';
import { suggestionServices } from './command/suggested-ideas';
import { tableActions } from './command/table-commands';
import { writeProgress } from './command/write-progress';
import { languageOf, translator } from './i18n';
import { auditWords } from './i18n/audit';
import { auditReport } from './index/audit-report';
import { ENTRY_VERSION } from './index/note-entry';
import { CurrentNote } from './obsidian/current-note';
import { CurrentPath } from './obsidian/current-path';
import type { Reading } from './obsidian/note-reader';
import type { ShownOrder } from './model/table-order';
import { IndexStore } from './obsidian/index-store';
import { LinkResolver } from './obsidian/link-resolver';
import { NoteAbout } from './obsidian/note-about';
import { NoteOpener } from './obsidian/note-opener';
import { NoteWriter } from './obsidian/note-writer';
import { TemplateFolders } from './obsidian/template-folders';
import { UpdatedField } from './obsidian/updated-field';
import { TurnedDown } from './obsidian/turned-down';
import { StepBaselines } from './obsidian/step-baselines';
import { dismissible } from './obsidian/dismissed';
import { ShownNotes } from './obsidian/shown-notes';
import { VaultIndex } from './obsidian/vault-index';
import { readInline } from './markdown/inline';
import { readMarks } from './read/marks';
import { readNote } from './read/note';
import { plainText } from './markdown/plain-text';
import { readRank } from './read/rank';
import { BUILT_IN, compileVocabulary, findHeadingClashes, type Vocabulary } from './read/vocabulary';
import { DEFAULT_SETTINGS, changesReading, isLeftOut, movedPaths, userHeadings, type Settings } from './settings';
import { AUDIT_VIEW_TYPE, AuditView, type AuditServices } from './view/audit/audit-view';
import { COMPARE_VIEW_TYPE, CompareView, RAW_VIEW_TYPE } from './view/compare/compare-view';
import { IDEA_VIEW_ICON, IDEA_VIEW_TYPE, IdeaView } from './view/core/idea-view';
import { KeysModal } from './view/core/keys-modal';
import { MAP_VIEW_TYPE, MapView } from './view/map/map-view';
import type { SidebarServices } from './view/core/services';
import { IdeaTiersSettingTab } from './view/settings/settings-tab';
import { PLACEHOLDER_NAMES, unknownPlaceholders } from './write/placeholders';
import { isPromptValue } from './write/prompt';
import { openingSentence } from './write/title-of-text';
import { updatedChange, withoutUpdated } from './write/updated';
import { closeDialogsWith, openDialog } from './view/core/open-dialog';

/** The plugin's life cycle: registers what there is, and hands each part what it needs. */
export default class IdeaTiersPlugin extends Plugin {
  override settings: Settings = DEFAULT_SETTINGS;
  readonly #t = translator(languageOf(getLanguage()), () => [
    this.settings.firstLanguage,
    this.settings.secondLanguage,
  ]);
  #vocabulary: Vocabulary = BUILT_IN;
  readonly #templates = new TemplateFolders(this.app);
  readonly #reading: Reading = {
    vocabulary: () => this.#vocabulary,
    isLeftOut: (path) => isLeftOut(this.settings, path),
    vault: {
      meant: (target) => this.#ideas.meant(target),
      usualKind: (field) => this.#ideas.usualKind(field),
    },
    isTemplate: (path) => path === this.settings.templateNote || this.#templates.has(path),
    seen: new StepBaselines(this.app),
  };
  readonly #shownNotes = new ShownNotes(this.app, new LinkResolver(this.app), this.#reading);
  readonly #about = new NoteAbout(this.app, this, openingSentence);
  readonly #ideas = new VaultIndex(
    this.app,
    new LinkResolver(this.app),
    {
      ...this.#reading,
      prepare: () => this.#templates.read(),
      id: () => JSON.stringify([ENTRY_VERSION, this.manifest.version, userHeadings(this.settings)]),
    },
    new IndexStore(this.app, (trouble) => sayIndexTrouble(this.#t, trouble)),
    shownProgress(this, this.#t, (text) => this.#showProgress(text)),
  );
  readonly #turnedDown = new TurnedDown(this.app);
  readonly #suggestions = suggestionServices({
    t: this.#t,
    ideas: this.#ideas,
    turnedDown: this.#turnedDown,
    vocabulary: () => this.#vocabulary,
  });
  readonly #firstLook = dismissible(this.app, 'idea-tiers-first-look');
  #writing = Promise.resolve();
  /** How far the index has come, where there is no status bar. */
  #progress = '';
  /** Stands in a window of its own, so that what is set in the sidebar is to be seen there at once. */
  #tab: IdeaTiersSettingTab | undefined;

  override async onload(): Promise<void> {
    const { app } = this;
    const t = this.#t;
    this.addChild(this.#shownNotes);
    closeDialogsWith(this, app);
    const context: CommandContext = {
      app,
      t,
      settings: () => this.settings,
      openSidebar: async () => (await this.#openSidebar())?.focusFirst(),
      togglePin: async () => (await this.#openSidebar())?.togglePin(),
      writer: new NoteWriter(app, writeProgress(t)),
      tables: { orderShown: () => this.#orderShown() },
      tablesIn: (text) => readNote(text, this.#vocabulary).tables,
      tierListsIn: (text) => readNote(text, this.#vocabulary).tierLists,
      vocabulary: () => this.#vocabulary,
      ideas: this.#ideas,
      links: new LinkResolver(app),
      opener: new NoteOpener(app, new LinkResolver(app)),
      compareInTab: () => this.#openTab(COMPARE_VIEW_TYPE),
      compareRawInTab: () => this.#openTab(RAW_VIEW_TYPE),
      openMap: () => this.#openTab(MAP_VIEW_TYPE),
      showSuggestions: async () => (await this.#openSidebar())?.showSuggestions(),
      suggestions: this.#suggestions,
      openAudit: () => this.#openTab(AUDIT_VIEW_TYPE),
      ideaLinksIn: (text, path) => readNote(text, this.#vocabulary, path).ideaLinks,
      plain: plainText,
    };
    this.registerView(IDEA_VIEW_TYPE, (leaf) => new IdeaView(leaf, this.#sidebarServices(context)));
    this.registerView(MAP_VIEW_TYPE, (leaf) => new MapView(leaf, this.#sidebarServices(context)));
    this.registerView(AUDIT_VIEW_TYPE, (leaf) => new AuditView(leaf, this.#auditServices(context)));
    for (const type of [COMPARE_VIEW_TYPE, RAW_VIEW_TYPE]) {
      this.registerView(type, (leaf) => new CompareView(leaf, this.#sidebarServices(context), type));
    }
    this.addChild(
      new UpdatedField(app, {
        ...this.#reading,
        isOn: () => this.settings.keepsUpdated,
        change: (text) => updatedChange(text, new Date()),
        without: withoutUpdated,
        attempt: (work) => attempt(t, 'settings.keepsUpdated', work),
      }),
    );
    const { name } = this.manifest;
    for (const [source, display] of [
      [IDEA_VIEW_TYPE, name],
      [MAP_VIEW_TYPE, `${name}: ${t('map.name')}`],
      [AUDIT_VIEW_TYPE, `${name}: ${t('audit.name')}`],
    ] as const) {
      this.registerHoverLinkSource(source, { display, defaultMod: true });
    }
    // A phone has no command line.
    if (Platform.isDesktopApp) registerCli(this, { ...context, isTemplate: (path) => this.#reading.isTemplate(path) });
    registerCommands(this, context);
    this.addRibbonIcon(IDEA_VIEW_ICON, t('commands.openSidebar'), () => {
      void attempt(t, 'commands.openSidebar', () => context.openSidebar());
    });
    const { seen } = this.#reading;
    this.registerEvent(
      app.vault.on('rename', ({ path }, from) => {
        void this.#keepSettings(movedPaths(this.settings, from, path));
        seen.rename(from, path);
        this.#turnedDown.rename(from, path);
        for (const view of this.#sidebars()) view.noteMoved(from, path);
      }),
    );
    this.register(() => seen.save());
    this.#useSettings(await readSettings(this, this.#t));
    this.#tab = new IdeaTiersSettingTab(app, this, t, {
      settings: () => this.settings,
      save: (settings) => this.#keepSettings(settings, true),
      clashes: findHeadingClashes,
      placeholders: PLACEHOLDER_NAMES,
      unknown: (text, of) =>
        unknownPlaceholders(text, of === 'prompt' ? isPromptValue : undefined).map((one) => one.name),
      others: otherPlugins(app),
    });
    this.addSettingTab(this.#tab);
    this.#ideas.onFindings(() => this.#shownNotes.recheck());
    this.#ideas.start(this);
  }

  /** The user has just switched the plugin on: the one time that the sidebar opens by itself. */
  override onUserEnable(): void {
    void attempt(this.#t, 'commands.openSidebar', () => this.#openSidebar());
  }

  override async onExternalSettingsChange(): Promise<void> {
    // Else what is being written here would be on the disk in the end, and what came from elsewhere in force.
    await this.#writing;
    const { settings } = this;
    const read = await readSettings(this, this.#t, settings);
    // What the user has set meanwhile is newer, and about to be written.
    if (this.settings !== settings) return;
    this.#useSettings(read);
    this.#tab?.update();
  }

  #sidebarServices(context: CommandContext): SidebarServices {
    const links = new LinkResolver(this.app);
    return {
      firstLook: {
        isWanted: () => !this.#firstLook.isDismissed() && this.settings === DEFAULT_SETTINGS,
        dismiss: () => this.#firstLook.dismiss(),
      },
      name: this.manifest.name,
      t: this.#t,
      readInline,
      follow: (show) => new CurrentNote(this.#shownNotes, show),
      followPath: (show) => new CurrentPath(this.#shownNotes, show),
      links,
      about: (path) => this.#about.of(path),
      ideas: this.#ideas,
      suggestions: this.#suggestions,
      mapExports: mapExports(this.app, this.#t),
      compareInTab: () => void attempt(this.#t, 'commands.compareSteps', () => context.compareInTab()),
      compareRawInTab: () => void attempt(this.#t, 'commands.compareRaw', () => context.compareRawInTab()),
      raw: {
        find: (note, signal) =>
          findRawText({ ...context, isLeftOut: (path) => isLeftOut(this.settings, path) }, note, signal),
        takeBack: (path, text, change) => takeWordsBack(context, path, text, change),
      },
      removeRawText: (path) => void attempt(this.#t, 'commands.removeRawText', () => removeRawText(context, path)),
      openMap: () => void attempt(this.#t, 'commands.openMap', () => this.#openTab(MAP_VIEW_TYPE)),
      showKeys: () => openDialog(new KeysModal(this.app, this.#t)),
      opener: new NoteOpener(this.app, links),
      tables: {
        cells: {
          plain: plainText,
          rank: (cell) => readRank(cell)?.value ?? null,
          marks: readMarks,
        },
        settings: () => this.settings,
        saveSettings: (settings) => void this.#keepSettings(settings),
      },
      tableActions: tableActions(context),
      repair: (path) => void attempt(this.#t, 'commands.repairGarbled', () => repairGarbledNote(context, path)),
      linkActions: ideaLinkActions(context),
      copy: (text) => this.#copy(text),
      saveSvg: (title, svg, from) => savePicture(this.app, title, svg, from),
      progress: () => this.#progress,
      startNewNote: () => void attempt(this.#t, 'commands.newNote', () => openNewNote(context)),
      attempt: (work, action = 'sidebar.openNote') => void attempt(this.#t, action, work),
    };
  }

  #auditServices(context: CommandContext): AuditServices {
    const { app } = this;
    const t = this.#t;
    return {
      ...this.#sidebarServices(context),
      meant: (target) => this.#ideas.meant(target),
      looking: () => this.#ideas.looking,
      folders: () => app.vault.getAllFolders().map(({ path }) => path),
      copyMarkdown: (audit) => this.#copy(auditReport(audit, auditWords(t))),
    };
  }

  #showProgress(text: string): void {
    this.#progress = text;
    for (const view of this.#sidebars()) view.showProgress();
  }

  /** Those that are loaded. */
  #sidebars(): readonly IdeaView[] {
    const leaves = this.app.workspace.getLeavesOfType(IDEA_VIEW_TYPE);
    return leaves.flatMap(({ view }) => (view instanceof IdeaView ? [view] : []));
  }

  #copy(text: string): Promise<void> {
    return copyText(this.app, this.#t, text, this.#t('picture.copied'));
  }

  /** Shows a view in a tab of its own, the one that is there, else a new one, and puts the focus into it. */
  async #openTab(type: string): Promise<void> {
    const { workspace } = this.app;
    const leaf = workspace.getLeavesOfType(type)[0] ?? workspace.getLeaf('tab');
    // With the state it has: a tab that is not loaded yet would lose it.
    await leaf.setViewState({ ...leaf.getViewState(), type, active: true });
    await workspace.revealLeaf(leaf);
    const { view } = leaf;
    if (view instanceof MapView || view instanceof CompareView || view instanceof AuditView) view.focusFirst();
  }

  /** Shows the sidebar, made first where there is none. */
  async #openSidebar(): Promise<IdeaView | null> {
    const leaf = await this.app.workspace.ensureSideLeaf(IDEA_VIEW_TYPE, 'right', { active: true, reveal: true });
    await leaf.loadIfDeferred();
    return leaf.view instanceof IdeaView ? leaf.view : null;
  }

  /** What a sidebar shows in another order than its note. */
  #orderShown(): ShownOrder | null {
    for (const view of this.#sidebars()) {
      const shown = view.orderShown();
      if (shown) return shown;
    }
    return null;
  }

  /** Lets the settings take effect and writes them, one writing after the other; a failure is told to the user. */
  async #keepSettings(settings: Settings, isFromTab = false): Promise<void> {
    if (settings === this.settings) return;
    this.#useSettings(settings);
    if (!isFromTab) this.#tab?.update();
    this.#writing = this.#writing.then(async () => {
      await attempt(this.#t, 'commands.saveSettings', () => writeSettings(this, this.settings));
    });
    await this.#writing;
  }

  #useSettings(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    const readsAnew = changesReading(before, settings);
    const drawsAnew = (['weights', 'tables', 'pageCharacters', 'frontmatterFields'] as const).some(
      (field) => before[field] !== settings[field],
    );
    if (!readsAnew && !drawsAnew) return;
    if (readsAnew) {
      this.#vocabulary = compileVocabulary(userHeadings(settings));
      void this.#ideas.refresh();
      this.#shownNotes.refresh();
    } else {
      // A view that is not loaded yet will draw with these settings.
      for (const view of this.#sidebars()) view.redraw();
    }
  }
}
