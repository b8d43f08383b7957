import type { ItemView } from 'obsidian';
import type { ShownOrder } from '../../model/table-order';
import type { StepReminder } from '../../model/note-progress';
import type { ShownNote } from '../../model/shown-note';
import { fieldNames } from '../../settings';
import type { Context } from '../core/context';
import { EmptyState } from './empty-state';
import { FirstDraw } from '../core/first-draw';
import { FirstLook } from './first-look';
import type { Size } from '../map/map-zoom';
import { InlineDrawing } from '../core/inline-drawing';
import { JumpBar } from './jump-bar';
import { markUnresolved } from '../core/links';
import { NoteName } from '../core/note-name-line';
import { SidebarSections, SUGGESTIONS } from './sidebar-sections';
import type { KeyedList } from '../core/keyed-list';
import { RepairBanner } from '../garbled/repair-banner';
import { Roving } from '../core/roving';
import { sectionList, type SectionSpec } from '../core/section';
import type { SidebarServices } from '../core/services';
import { TableArrangements } from '../table/table-arrangements';
import { NoteMemory, togglesOf, type ViewMemory } from '../core/view-memory';
import { WayLine } from '../core/way-line';

/** The sidebar's content: draws the shown note into a scrolling element, and of it only what changed. */
export class Sidebar {
  readonly #scrollEl: HTMLElement;
  readonly #ctx: Context;
  readonly #wayLine: WayLine;
  readonly #nameLine: NoteName;
  readonly #banner: RepairBanner;
  readonly #jumpBar: JumpBar;
  readonly #empty: EmptyState;
  readonly #firstLook: FirstLook;
  readonly #sectionsEl: HTMLElement;
  readonly #sections: KeyedList<SectionSpec>;
  readonly #parts: SidebarSections;
  readonly #roving: Roving;
  readonly #firstDraw = new FirstDraw();
  readonly #idPrefix = `idea-tiers-${Math.random().toString(36).slice(2)}`;
  #ids = 0;
  #shown: ShownNote | null = null;
  #pinned = false;
  #memory = new NoteMemory();

  /**
   * @param scrollEl is filled here; it scrolls.
   * @param owner is the component that listeners live as long as.
   * @param changed is called when the user folded or unfolded something.
   * @param back leads back by as many notes.
   * @param dismiss is called when the user has seen a reminder.
   */
  constructor(
    scrollEl: HTMLElement,
    owner: ItemView,
    services: SidebarServices,
    views: ViewMemory,
    changed: () => void,
    back: (notes: number) => void,
    dismiss: (reminder: StepReminder) => void,
  ) {
    this.#scrollEl = scrollEl;
    const onToggle = (): void => {
      this.#parts.drawAll();
      this.#draw();
      changed();
    };
    const ctx: Context = {
      t: services.t,
      inline: new InlineDrawing(services.readInline),
      everywhere: views.everywhere(onToggle),
      here: togglesOf(() => this.#memory.toggled, onToggle),
      resolve: (link) => this.#shown?.resolve(link) ?? null,
      goToLine: (line, path = this.#shown?.path) => {
        if (path !== undefined) services.attempt(() => services.opener.openAtLine(path, line));
      },
      tables: new TableArrangements(services.tables, {
        path: () => this.#shown?.path ?? '',
        stateOf: (key) => this.#memory.tableState(key),
        setState: (key, state) => {
          this.#memory.setTableState(key, state);
          onToggle();
        },
      }),
      actions: services.tableActions,
      linkActions: services.linkActions,
      path: () => this.#shown?.path ?? '',
      about: services.about,
      addFileItems: (menu, link) => services.links.addFileItems(menu, link, this.#shown?.path ?? ''),
      drawIdeas: () => {
        this.#parts.drawIdeas();
        this.#draw();
      },
      firstDraw: this.#firstDraw,
      ideas: services.ideas,
      suggestions: services.suggestions,
      map: {
        exports: services.mapExports,
        openInTab: services.openMap,
        showKeys: services.showKeys,
        get hops() {
          return views.mapHops;
        },
        set hops(hops) {
          views.mapHops = hops;
          changed();
        },
      },
      steps: {
        fields: () => fieldNames(services.tables.settings()),
        pageCharacters: () => services.tables.settings().pageCharacters,
        dismiss,
        compareInTab: services.compareInTab,
        compareRawInTab: services.compareRawInTab,
        removeRawText: () => services.removeRawText(ctx.path()),
      },
      raw: services.raw,
      attempt: services.attempt,
      copy: services.copy,
      saveSvg: (title, svg) => services.saveSvg(title, svg, this.#shown?.path ?? ''),
      newId: () => `${this.#idPrefix}-${this.#ids++}`,
    };
    this.#ctx = ctx;
    this.#wayLine = new WayLine(services.t, back);
    this.#nameLine = new NoteName(services.t);
    this.#banner = new RepairBanner(services.t, () => services.repair(ctx.path()));
    this.#jumpBar = new JumpBar(services.t('sidebar.jumpBar'), (key) => this.#jumpTo(key));
    this.#empty = new EmptyState(services.t, services.startNewNote, [
      ['commands.suggestIdeas', () => this.showSuggestions()],
      ['commands.addIdeaLink', () => ctx.linkActions.add(ctx.path())],
    ]);
    this.#firstLook = new FirstLook(services.t, services.firstLook);
    const { el: firstLookEl } = this.#firstLook;
    scrollEl.append(
      this.#wayLine.el,
      this.#nameLine.el,
      this.#banner.el,
      this.#jumpBar.el,
      this.#empty.el,
      this.#empty.offersEl,
      firstLookEl,
    );
    this.#sectionsEl = scrollEl.createDiv('idea-tiers-sections');
    this.#sections = sectionList(ctx);
    this.#parts = new SidebarSections(ctx, owner, () => this.#draw());
    this.#roving = new Roving(scrollEl);
    this.#roving.handle(owner);
  }

  /**
   * Shows a note, or that there is none; of one that is shown already, what has changed.
   *
   * @param memory What is remembered of the note.
   * @param way The notes it was come to by.
   * @param room Where only what may be seen in it is wanted now: `finish` has to be called when that is painted.
   */
  show(
    shown: ShownNote | null,
    pinned: boolean,
    memory: NoteMemory,
    way: readonly string[],
    room: Size | null = null,
  ): void {
    if (shown?.path !== this.#shown?.path || memory !== this.#memory) this.#parts.drawAll();
    this.#shown = shown;
    this.#pinned = pinned;
    this.#wayLine.update(pinned ? [] : way);
    this.#memory = memory;
    this.#banner.update(shown?.garbled ?? null);
    this.#parts.read(shown);
    this.#draw(room);
  }

  /** All is drawn when it is shown next, for how it is shown has changed. */
  drawAll(): void {
    this.#parts.drawAll();
  }

  /** What other notes say of ideas is looked up when it is shown next. */
  lookUpIdeas(): void {
    this.#parts.lookUpIdeas();
  }

  /** Draws what `show` has left out. */
  finish(): void {
    if (this.#firstDraw.isCut) this.#draw();
  }

  /** The table that was turned last and stands in another order than in the note; `null` if there is none. */
  orderShown(): ShownOrder | null {
    if (this.#shown === null || this.#shown.state === 'deleted') return null;
    return this.#ctx.tables.orderShown(this.#parts.tables);
  }

  /** Folds or unfolds all sections. */
  foldAll(fold: boolean): void {
    for (const { key, openByDefault, toggles } of this.#parts.specs()) {
      if (toggles.isOn(key, openByDefault) === fold) toggles.toggle(key);
    }
  }

  /** Unfolds what may belong to the note, and puts the focus there. */
  showSuggestions(): void {
    this.#jumpTo(SUGGESTIONS);
  }

  /** What was turned down may be suggested again. */
  lookForSuggestions(): void {
    this.#parts.suggestions.look();
  }

  /**
   * Focuses an idea: the one that leads to the note at `came`, else the first in the section `relation`, else the first of all, else
   * the first section.
   */
  focusIdea(relation: string | null, came: string | null): void {
    this.finish();
    const ideas = [...this.#sectionsEl.querySelectorAll<HTMLElement>('.idea-tiers-entry-link')].filter(
      // From a note's link to itself nobody gets on.
      (el) => !el.closest('.is-collapsed, .mod-self'),
    );
    const back =
      came === null ? undefined : ideas.find((el) => this.#ctx.resolve(el.dataset.href ?? '')?.path === came);
    const el =
      back ??
      ideas.find((one) => one.closest<HTMLElement>('.idea-tiers-section')?.dataset.section === relation) ??
      ideas[0] ??
      this.#sectionsEl.querySelector<HTMLElement>('.idea-tiers-section-head');
    el?.focus();
  }

  #draw(room: Size | null = null): void {
    if (this.#firstDraw.isCut) this.#parts.drawIdeas();
    this.#firstDraw.begin(room);
    const { doc } = this.#scrollEl;
    const focused = doc.activeElement;
    const specs = this.#parts.specs();
    this.#nameLine.update(this.#shown, this.#pinned);
    this.#jumpBar.update(this.#parts.jumps());
    this.#sections.draw(this.#sectionsEl, specs);
    // What may belong to a note is not what it has.
    const emptyReason = this.#emptyReason(specs.filter(({ key }) => key !== SUGGESTIONS).length);
    this.#empty.update(emptyReason);
    // Where its words are read, or could be.
    this.#firstLook.update(emptyReason === 'nothing' || specs.some(({ key }) => key === 'ideas'));
    this.#scrollEl.toggleClass('is-past', this.#shown !== null && this.#shown.state !== 'current');
    markUnresolved(this.#scrollEl, this.#ctx.resolve);
    this.#roving.update();
    this.#keepFocus(focused);
  }

  #emptyReason(parts: number): 'noNote' | 'nothing' | 'leftOut' | null {
    if (this.#shown === null) return 'noNote';
    if (this.#shown.isLeftOut) return 'leftOut';
    return parts === 0 ? 'nothing' : null;
  }

  /** An element that is moved loses the focus though it is still there. */
  #keepFocus(focused: Element | null): void {
    if (!focused || focused === this.#scrollEl.doc.activeElement || !this.#scrollEl.contains(focused)) return;
    if (focused.instanceOf(HTMLElement)) focused.focus({ preventScroll: true });
  }

  #jumpTo(key: string): void {
    const spec = this.#parts.specs().find((candidate) => candidate.key === key);
    if (spec && !spec.toggles.isOn(key, spec.openByDefault)) spec.toggles.toggle(key);
    const sectionEl = this.#sectionsEl.querySelector<HTMLElement>(`:scope > [data-section="${key}"]`);
    if (!sectionEl) return;
    sectionEl.scrollIntoView({ block: 'start' });
    sectionEl.querySelector<HTMLElement>('[role="button"]')?.focus({ preventScroll: true });
  }
}
