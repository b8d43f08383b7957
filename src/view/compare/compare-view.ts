import { ItemView, type HoverPopover, type WorkspaceLeaf } from 'obsidian';
import type { ShownNote } from '../../model/shown-note';
import { IDEA_VIEW_TYPE } from '../idea-view';
import { InlineDrawing } from '../inline-drawing';
import { inEachWindow } from '../in-each-window';
import { handleLinks, markUnresolved, type LinkServices } from '../links';
import { NoteName } from '../note-name-line';
import { Roving } from '../roving';
import type { SidebarServices } from '../services';
import { comparePanel } from './compare-panel';
import { comparableSets } from './compared-steps';

export const COMPARE_VIEW_TYPE = 'idea-tiers-compare';

export type CompareServices = LinkServices & Pick<SidebarServices, 'readInline' | 'follow'>;

/** Steps 1 and 2 of the current note in a tab of their own. */
export class CompareView extends ItemView {
  readonly #services: CompareServices;
  override icon = 'columns-2';
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  #shown: ShownNote | null = null;
  #isVisible = true;
  readonly #nameLine: NoteName;
  readonly #panel: ReturnType<typeof comparePanel>;
  readonly #roving: Roving;

  constructor(leaf: WorkspaceLeaf, services: CompareServices) {
    super(leaf);
    this.#services = services;
    const { t, readInline, opener, attempt } = services;
    this.contentEl.addClass('idea-tiers-view');
    const scrollEl = this.contentEl.createDiv('idea-tiers-scroll');
    this.#nameLine = new NoteName(t);
    this.#panel = comparePanel({
      t,
      inline: new InlineDrawing(readInline),
      goToLine: (line) => attempt(async () => this.#shown && (await opener.openAtLine(this.#shown.path, line))),
    });
    scrollEl.append(this.#nameLine.el, this.#panel.el);
    this.#roving = new Roving(scrollEl);
  }

  getViewType(): string {
    return COMPARE_VIEW_TYPE;
  }

  getDisplayText(): string {
    return this.#services.t('compare.name');
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    const services = this.#services;
    handleLinks(this, contentEl, services, IDEA_VIEW_TYPE, () => this.#shown?.path ?? '');
    this.#roving.handle(this);
    this.#watchVisibility();
    this.#draw();
    this.addChild(
      services.follow((shown) => {
        this.#shown = shown;
        this.#draw();
      }),
    );
  }

  /** Behind another tab nothing is compared. */
  #watchVisibility(): void {
    const { contentEl } = this;
    this.register(
      inEachWindow(contentEl, (win) => {
        const observer = new win.IntersectionObserver((entries) => {
          this.#isVisible = entries.at(-1)?.isIntersecting ?? true;
          this.#draw();
        });
        observer.observe(contentEl);
        return () => observer.disconnect();
      }),
    );
  }

  #draw(): void {
    const { contentEl } = this;
    const shown = this.#shown;
    // Progress is told once the note is painted; until then the comparison can wait, too.
    if (!this.#isVisible || (shown?.progress === null && comparableSets(shown.note.steps).length > 0)) return;
    // That the tab itself is in front makes the note no older.
    this.#nameLine.update(shown?.state === 'past' ? { ...shown, state: 'current' } : shown, false);
    this.#panel.update(shown);
    if (shown) markUnresolved(contentEl, shown.resolve);
    this.#roving.update();
  }
}
