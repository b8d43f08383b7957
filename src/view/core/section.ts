import { setIcon } from 'obsidian';
import type { Context } from './context';
import { keyedList, setText, type KeyedItem, type KeyedList } from './keyed-list';
import type { Toggles } from './view-memory';

/** A part of the sidebar that folds. */
export interface SectionSpec {
  readonly key: string;
  readonly title: string;
  /** What the title's number is. */
  readonly count?: string;
  /** A sentence below the title, folded or not. */
  readonly about?: string;
  /** An icon before the title. */
  readonly icon?: string;
  /** Set when it is a region of the page: the region's name. */
  readonly region?: string | null;
  readonly level: 'top' | 'inner' | 'under';
  readonly openByDefault: boolean;
  readonly toggles: Toggles;
  /** What is drawn: while these are the same, and the head is, what stands there is left alone. Without it, it is drawn each time. */
  readonly drawnFrom?: readonly unknown[];
  /** Draws what stands under the title, only called while it can be seen. */
  readonly draw: (contentEl: HTMLElement) => void;
}

/** A list of sections. */
export function sectionList(ctx: Pick<Context, 'newId'>): KeyedList<SectionSpec> {
  return keyedList<SectionSpec>((spec) => new Section(spec, ctx));
}

/** A foldable section with Obsidian's own tree item. What is folded is not built. */
class Section implements KeyedItem<SectionSpec> {
  readonly el = createEl('section', { cls: 'tree-item idea-tiers-section' });
  readonly #headEl = this.el.createDiv({
    cls: 'tree-item-self is-clickable mod-collapsible idea-tiers-section-head',
    attr: { role: 'button', tabindex: '0' },
  });
  readonly #foldEl = this.#headEl.createDiv('tree-item-icon collapse-icon');
  readonly #iconEl = this.#headEl.createSpan('idea-tiers-section-icon');
  readonly #titleEl = this.#headEl.createDiv('tree-item-inner idea-tiers-section-title');
  readonly #countEl = this.#headEl.createDiv('tree-item-flair-outer').createSpan('tree-item-flair');
  readonly #contentEl = this.el.createDiv('tree-item-children idea-tiers-section-content');
  readonly #nameEl: HTMLElement;
  #aboutEl: HTMLElement | null = null;
  #icon = '';
  /** What stands there now. */
  #drawnFrom: readonly unknown[] | null = null;

  #spec: SectionSpec;

  constructor(spec: SectionSpec, ctx: Pick<Context, 'newId'>) {
    this.#spec = spec;
    setIcon(this.#foldEl, 'right-triangle');
    this.#nameEl = this.el.createSpan({ attr: { id: ctx.newId(), hidden: '' } });
    this.#contentEl.id = ctx.newId();
    this.#headEl.setAttr('aria-controls', this.#contentEl.id);
    this.el.addClass(`mod-${spec.level}`);
    this.el.dataset.section = spec.key;
    this.#headEl.addEventListener('click', () => this.#toggle());
    this.#headEl.addEventListener('keydown', (evt) => this.#onKey(evt));
  }

  update(spec: SectionSpec): void {
    this.#spec = spec;
    const open = spec.toggles.isOn(spec.key, spec.openByDefault);
    const drawnFrom = spec.drawnFrom ? [open, spec.title, spec.count, ...spec.drawnFrom] : null;
    if (drawnFrom && isSameList(drawnFrom, this.#drawnFrom)) return;
    this.#drawnFrom = drawnFrom;
    this.el.toggleClass('is-collapsed', !open);
    this.#foldEl.toggleClass('is-collapsed', !open);
    this.#headEl.setAttr('aria-expanded', String(open));
    this.#setIcon(spec.icon ?? '');
    setText(this.#titleEl, spec.title);
    this.#countEl.textContent = spec.count ?? '';
    if (spec.about !== undefined) setText((this.#aboutEl ??= this.#makeAbout()), spec.about);
    this.#setRegion(spec.region ?? null);
    if (open) spec.draw(this.#contentEl);
  }

  #makeAbout(): HTMLElement {
    const aboutEl = createDiv('idea-tiers-section-about');
    this.#headEl.after(aboutEl);
    return aboutEl;
  }

  #setRegion(name: string | null): void {
    this.#nameEl.textContent = name ?? '';
    this.el.setAttr('role', name === null ? null : 'region');
    this.el.setAttr('aria-labelledby', name === null ? null : this.#nameEl.id);
  }

  #setIcon(icon: string): void {
    if (icon === this.#icon) return;
    this.#icon = icon;
    if (icon === '') this.#iconEl.empty();
    else setIcon(this.#iconEl, icon);
  }

  #toggle(): void {
    this.#spec.toggles.toggle(this.#spec.key);
  }

  #onKey(evt: KeyboardEvent): void {
    const open = this.#headEl.getAttr('aria-expanded') === 'true';
    const asked =
      evt.key === 'Enter' ||
      evt.key === ' ' ||
      (evt.key === 'ArrowRight' && !open) ||
      (evt.key === 'ArrowLeft' && open);
    if (!asked) return;
    evt.preventDefault();
    this.#toggle();
  }
}

function isSameList(list: readonly unknown[], other: readonly unknown[] | null): boolean {
  return list.length === other?.length && list.every((item, index) => item === other[index]);
}
