import { ItemView, type HoverPopover, type WorkspaceLeaf } from 'obsidian';
import type { ShownNote } from '../../model/shown-note';
import { IDEA_VIEW_TYPE } from '../core/idea-view';
import { InlineDrawing } from '../core/inline-drawing';
import { watchVisible } from '../core/in-each-window';
import { handleLinks, markUnresolved, type LinkServices } from '../core/links';
import type { KeyedItem } from '../core/keyed-list';
import { NoteName } from '../core/note-name-line';
import { Roving } from '../core/roving';
import type { SidebarServices } from '../core/services';
import { comparePanel } from './compare-panel';
import { comparableSets } from './compared-steps';
import { rawPanel } from './raw-panel';

export const COMPARE_VIEW_TYPE = 'idea-tiers-compare';
export const RAW_VIEW_TYPE = 'idea-tiers-compare-raw';

export type CompareServices = LinkServices & Pick<SidebarServices, 'readInline' | 'follow' | 'raw'>;

/** Steps 1 and 2 of the current note, or its raw text and step 1, in a tab of their own. */
export class CompareView extends ItemView {
  readonly #services: CompareServices;
  override icon = 'columns-2';
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  #shown: ShownNote | null = null;
  #isVisible = true;
  readonly #nameLine: NoteName;
  readonly #panel: KeyedItem<ShownNote | null>;
  readonly #type: string;
  readonly #roving: Roving;
  readonly #scrollEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf, services: CompareServices, type = COMPARE_VIEW_TYPE) {
    super(leaf);
    this.#services = services;
    this.#type = type;
    const { t, readInline, opener, attempt, raw } = services;
    this.contentEl.addClass('idea-tiers-view');
    const scrollEl = this.contentEl.createDiv({ cls: 'idea-tiers-scroll', attr: { tabindex: -1 } });
    this.#scrollEl = scrollEl;
    this.#nameLine = new NoteName(t);
    const goToLine = (line: number, path = this.#shown?.path): void =>
      attempt(async () => path !== undefined && (await opener.openAtLine(path, line)));
    this.#panel =
      type === RAW_VIEW_TYPE
        ? rawPanel({ t, raw, goToLine, attempt })
        : comparePanel({ t, inline: new InlineDrawing(readInline), goToLine });
    scrollEl.append(this.#nameLine.el, this.#panel.el);
    this.#roving = new Roving(scrollEl);
  }

  getViewType(): string {
    return this.#type;
  }

  getDisplayText(): string {
    return this.#services.t(this.#type === RAW_VIEW_TYPE ? 'raw.name' : 'compare.name');
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    const services = this.#services;
    handleLinks(this, contentEl, services, IDEA_VIEW_TYPE, () => this.#shown?.path ?? '');
    this.#roving.handle(this);
    // Behind another tab nothing is compared.
    this.register(
      watchVisible(contentEl, (isVisible) => {
        this.#isVisible = isVisible;
        this.#draw();
      }),
    );
    this.#draw();
    this.addChild(
      services.follow((shown) => {
        this.#shown = shown;
        this.#draw();
      }),
    );
  }

  /** Puts the focus where the arrow keys scroll, and the next stop is the first control. */
  focusFirst(): void {
    this.#scrollEl.focus();
  }

  #draw(): void {
    const { contentEl } = this;
    const shown = this.#shown;
    // Progress is told once the note is painted; until then the comparison can wait, too.
    if (!this.#isVisible || (shown?.progress === null && comparableSets(shown.note).length > 0)) return;
    // That the tab itself is in front makes the note no older.
    this.#nameLine.update(shown?.state === 'past' ? { ...shown, state: 'current' } : shown, false);
    this.#panel.update(shown);
    if (shown) markUnresolved(contentEl, shown.resolve);
    this.#roving.update();
  }
}
