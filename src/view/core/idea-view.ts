import { ItemView, Menu, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { measureSince } from '../../model/measure';
import { isShownAs, type ShownNote } from '../../model/shown-note';
import type { ShownOrder, TableOrderSource } from '../../model/table-order';
import { watchSize, watchVisible } from './in-each-window';
import { handleLinks } from './links';
import type { Size } from '../map/map-zoom';
import { NoteHistory } from './note-history';
import { addEntries, showBelow, type MenuEntry } from './menu-place';
import type { NoteFollower, SidebarServices } from './services';
import { Sidebar } from '../sidebar/sidebar';
import { fieldsOf } from './state-fields';
import { Toolbar } from './toolbar';
import { NoteMemory, ViewMemory } from './view-memory';
import { WalkKeys } from './walk-keys';
import { whenPainted } from './when-painted';
import { nameRegion } from './name-region';

export const IDEA_VIEW_TYPE = 'idea-tiers';
export const IDEA_VIEW_ICON = 'layers';

/** How many notes the line of the way come names. */
const WAY_SHOWN = 3;

/** The sidebar as Obsidian knows it: its life cycle, its state and its header. What it shows is drawn by `Sidebar`. */
export class IdeaView extends ItemView implements TableOrderSource {
  readonly #services: SidebarServices;
  override icon = IDEA_VIEW_ICON;
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  readonly #follower: NoteFollower;
  readonly #toolbar: Toolbar;
  readonly #scrollEl: HTMLElement;
  #progressEl: HTMLElement | null = null;
  readonly #sidebar: Sidebar;
  readonly #walk: WalkKeys;
  readonly #memory = new ViewMemory();
  readonly #history = new NoteHistory();
  #noteMemory = new NoteMemory();
  #shown: ShownNote | null = null;
  /** When the note was opened that is not painted yet, by `performance.now()`. */
  #openedAt: number | null = null;
  #draws = 0;
  #isVisible = true;
  /** What is drawn is not what should be shown, for it cannot be seen. */
  #isBehind = false;
  /** How far the content is scrolled, in pixels. */
  #scroll = 0;
  /** What can be seen of the content at once, `null` before its first layout. */
  #room: Size | null = null;
  /** The same as long as a note that was opened is not painted, and what cannot be seen of it is not drawn. */
  #cut: Size | null = null;

  constructor(leaf: WorkspaceLeaf, services: SidebarServices) {
    super(leaf);
    this.#services = services;
    const { t } = services;
    this.#follower = services.follow((shown) => this.#show(shown));
    this.#toolbar = new Toolbar(
      [
        { key: 'pin', icon: 'pin', title: t('commands.pin'), run: () => this.togglePin() },
        {
          key: 'back',
          icon: 'arrow-left',
          title: t('sidebar.back'),
          run: () => services.attempt(() => this.#goBack()),
        },
        { key: 'new', icon: 'file-plus', title: t('commands.newNote'), run: () => services.startNewNote() },
        { key: 'more', icon: 'more-vertical', title: t('sidebar.moreOptions'), run: (evt) => this.#showMore(evt) },
      ],
      (icon, title, run) => this.addAction(icon, title, run),
    );
    this.contentEl.addClass('idea-tiers-view');
    this.contentEl.append(this.#toolbar.el);
    this.#scrollEl = this.contentEl.createDiv('idea-tiers-scroll');
    this.#sidebar = new Sidebar(
      this.#scrollEl,
      this,
      services,
      this.#memory,
      () => this.#save(),
      (notes) => services.attempt(() => this.#goBack(notes)),
      (reminder) => this.#follower.dismiss(reminder),
    );
    this.#walk = new WalkKeys(
      {
        app: this.app,
        el: this.contentEl,
        type: IDEA_VIEW_TYPE,
        path: () => (this.#isBehind ? null : (this.#shown?.path ?? null)),
        isPinned: () => this.#follower.pinnedPath !== null,
        goBack: () => this.#goBack(),
        focusIdea: (relation, came) => this.#sidebar.focusIdea(relation, came),
      },
      services,
    );
  }

  getViewType(): string {
    return IDEA_VIEW_TYPE;
  }

  getDisplayText(): string {
    return this.#services.name;
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    const scrollEl = this.#scrollEl;
    const services = this.#services;
    contentEl.setAttr('role', 'region');
    nameRegion(contentEl, services.name);
    handleLinks(
      this,
      scrollEl,
      services,
      IDEA_VIEW_TYPE,
      () => this.#shown?.path ?? '',
      (linkEl, opened) => this.#walk.opens(linkEl, opened),
    );
    this.registerDomEvent(contentEl, 'keydown', (evt) => this.#walk.onKey(evt));
    this.registerDomEvent(scrollEl, 'scroll', () => {
      this.#scroll = scrollEl.scrollTop;
      this.#noteMemory.scroll = this.#scroll;
    });
    this.#progressEl = contentEl.createDiv({ cls: 'idea-tiers-index-progress', attr: { role: 'status' } });
    this.showProgress();
    this.#watchVisibility();
    this.register(
      services.ideas.onChange((paths) => {
        if (!this.#shown || (paths !== null && !paths.has(this.#shown.path))) return;
        this.#sidebar.lookUpIdeas();
        // Once all notes are read, what may belong to this one is looked for once more.
        if (paths === null) this.#sidebar.lookForSuggestions();
        this.#draw();
      }),
    );
    this.#show(null);
    this.addChild(this.#follower);
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.#memory.toState(), pinned: this.#follower.pinnedPath };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const fields = fieldsOf(state);
    // To be shown, a view may be given a state that says nothing of it: then it stays as it is.
    if (!fields.has('pinned')) return;
    this.#memory.load(state);
    const pinned = fields.get('pinned');
    this.#follower.pin(typeof pinned === 'string' ? pinned : null);
    this.#sidebar.drawAll();
    if (this.#shown) this.#remember(this.#shown.path);
    else this.#draw();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    this.#fillMenu(menu);
  }

  /** Puts the focus on the first idea, else on the first section: at once, or as soon as a note is shown. */
  focusFirst(): void {
    this.#walk.first();
  }

  /** Keeps the view on the note it shows, or lets it follow the current note again. */
  togglePin(): void {
    this.#follower.pin(this.#follower.pinnedPath === null ? (this.#shown?.path ?? null) : null);
    this.#draw();
    this.#save();
  }

  /** Draws what is shown again, for settings that decide how have changed. */
  redraw(): void {
    this.#sidebar.drawAll();
    this.#draw();
  }

  /** Shows what may belong to the note shown. */
  showSuggestions(): void {
    this.#sidebar.showSuggestions();
  }

  orderShown(): ShownOrder | null {
    return this.#sidebar.orderShown();
  }

  /** A note has another path now: its folds and its place in the way come go with it. */
  noteMoved(from: string, to: string): void {
    this.#memory.rename(from, to);
    this.#history.rename(from, to);
  }

  #show(shown: ShownNote | null): void {
    if (shown?.movedFrom) this.noteMoved(shown.movedFrom, shown.path);
    const isOther = shown !== null && shown.path !== this.#shown?.path && shown.movedFrom === null;
    const isSame = isShownAs(shown, this.#shown);
    if (isOther) this.#walk.gone(shown.path);
    this.#shown = shown;
    if (isOther) {
      this.#history.visit(shown.path);
      this.#remember(shown.path, this.#room);
    } else if (!isSame || shown === null) {
      this.#draw();
    }
    if (shown && this.#isVisible && (isOther || shown.openedAt !== null)) this.#followUp(shown.openedAt);
    this.#walk.land();
  }

  /** Draws the rest of a note that is painted, and measures how long it took to be. */
  #followUp(openedAt: number | null): void {
    // One opening is told by several events of the workspace: it is measured from the first, once.
    this.#openedAt ??= openedAt;
    const draw = ++this.#draws;
    whenPainted(this.contentEl.win, () => {
      if (this.#openedAt !== null) {
        measureSince(performance, 'update', this.#openedAt);
      }
      this.#openedAt = null;
      // Another note has been opened since: this one need not be drawn any more, and that one not yet.
      if (draw !== this.#draws) return;
      this.#cut = null;
      this.#sidebar.finish();
    });
  }

  /**
   * Draws with what is remembered of the note at `path`.
   *
   * @param room Where what cannot be seen in it yet may be left to `#followUp`.
   */
  #remember(path: string, room: Size | null = null): void {
    this.#noteMemory = this.#memory.of(path);
    const { scroll } = this.#noteMemory;
    this.#cut = scroll === 0 ? room : null;
    this.#draw();
    // Asking the element how far it is scrolled would cost a layout.
    if (!this.#isBehind && this.#scroll !== scroll) this.#scrollEl.scrollTop = scroll;
  }

  /** How far the index has come is said here where there is no status bar. */
  showProgress(): void {
    const text = this.#services.progress();
    if (this.#progressEl && this.#progressEl.textContent !== text) this.#progressEl.textContent = text;
  }

  /** Behind another tab, or in a folded sidebar, nothing is drawn until it can be seen. */
  #watchVisibility(): void {
    this.register(
      watchVisible(this.contentEl, (isVisible) => {
        this.#isVisible = isVisible;
        if (this.#isVisible && this.#isBehind && this.#shown) this.#remember(this.#shown.path);
        else if (this.#isVisible && this.#isBehind) this.#draw();
        this.#walk.land();
      }),
    );
    this.register(watchSize(this.#scrollEl, (size) => (this.#room = size)));
  }

  #draw(): void {
    this.#isBehind = !this.#isVisible;
    if (this.#isBehind) return;
    const pinned = this.#follower.pinnedPath !== null;
    this.#sidebar.show(this.#shown, pinned, this.#noteMemory, this.#history.before(WAY_SHOWN), this.#cut);
    this.#toolbar.setPressed('pin', pinned);
    this.#toolbar.setEnabled('back', !pinned && this.#history.canGoBack);
  }

  #save(): void {
    void this.app.workspace.requestSaveLayout();
  }

  /**
   * Gives the path of the note that was gone back to, `null` if there is none.
   *
   * @param notes How many notes to leave, the one shown now first.
   */
  async #goBack(notes = 1): Promise<string | null> {
    if (this.#follower.pinnedPath !== null) return null;
    for (let left = 1; left < notes; left++) this.#history.back();
    // A note that is gone by now is passed over.
    for (let path = this.#history.back(); path !== null; path = this.#history.back()) {
      if (await this.#services.opener.open(path)) return path;
    }
    return null;
  }

  #showMore(evt: MouseEvent): void {
    const menu = new Menu();
    this.#fillMenu(menu);
    showBelow(menu, evt);
  }

  #fillMenu(menu: Menu): void {
    const { t, opener, attempt, linkActions, suggestions, showKeys } = this.#services;
    const shown = this.#shown;
    const folds = [true, false].map((fold) => ({
      section: 'view',
      title: t(fold ? 'sidebar.foldAll' : 'sidebar.unfoldAll'),
      icon: fold ? 'chevrons-down-up' : 'chevrons-up-down',
      run: () => this.#sidebar.foldAll(fold),
    }));
    const add = (path: string): MenuEntry[] => [
      { section: 'ideas', title: t('ideaLink.add'), icon: 'plus', run: () => linkActions.add(path) },
      { section: 'open', title: t('sidebar.openNote'), icon: 'file-text', run: () => attempt(() => opener.open(path)) },
    ];
    const turnedDown = shown === null ? 0 : suggestions.turnedDown(shown.path);
    if (shown && turnedDown > 0) {
      const run = (): void => {
        suggestions.takeBack(shown.path);
        this.#sidebar.lookForSuggestions();
      };
      addEntries(menu, [
        { section: 'ideas', title: t('suggest.takeBack', { count: turnedDown }), icon: 'undo-2', run },
      ]);
    }
    const keys = { section: 'view', title: t('keys.title'), icon: 'keyboard', run: showKeys };
    addEntries(menu, [...folds, keys, ...(shown && shown.state !== 'deleted' ? add(shown.path) : [])]);
  }
}
