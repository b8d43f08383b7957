import { elementAt } from '../event-target';
import { BoxWatch } from '../box-watch';
import type { PictureData, PictureEntry, PictureEvents, PictureServices } from './picture-data';
import type { DrawnDot } from './picture-dots';
import { PictureDrawing } from './picture-drawing';
import { exportSvg } from './picture-export';
import { dotAt, dotByKey, isMoveKey } from './picture-neighbours';
import { PictureTooltip } from './picture-tooltip';
import { dotName, emptyText, unplacedText } from './picture-words';

/** Until the picture knows how wide it may be: the sidebar's own width, in pixels. */
const FIRST_WIDTH = 300;
/** How far from a dot's edge the pointer still means it, in pixels. */
const REACH = { mouse: 3, touch: 14 };
/** How long the picture says what it has done, in milliseconds. */
const SAID_FOR = 4000;

/**
 * The picture of a table: value upwards, cost to the right, each row a dot with its rung in it.
 *
 * Make it when its fold is opened first, append `el`, and call `update` whenever the table, its weights, its columns' roles or
 * the rows shown have changed; dots of rows with the same key move to their new places. It draws itself anew when its box
 * becomes wider or narrower. Call `destroy` when it is thrown away. Call `highlight` for the row under the pointer in the table:
 * it tells nobody, and `onHover` is never called for it.
 */
export class ValueCostPicture {
  readonly el = createDiv('idea-tiers-picture');
  private readonly emptyEl = this.el.createEl('p', 'idea-tiers-picture-message');
  private readonly stageEl: HTMLElement;
  /** As wide as the picture may be, and never as high as anything: drawing does not change what is watched. */
  private readonly widthEl: HTMLElement;
  private readonly unplacedEl: HTMLElement;
  private readonly actionsEl: HTMLElement;
  private readonly statusEl: HTMLElement;
  private readonly drawing: PictureDrawing;
  private readonly tooltip: PictureTooltip;
  private readonly boxes = new BoxWatch(
    () => true,
    () => this.resize(),
  );
  private readonly stopMigration: () => void;
  private data: PictureData = { title: '', roles: [], rows: [] };
  private width = FIRST_WIDTH;
  private isDrawn = false;
  /** Keys of rows. */
  private hovered: string | null = null;
  private focused: string | null = null;
  /** The dot that the Tab key leads to. */
  private current: string | null = null;
  private reported: number | null = null;
  /** A row that somebody else lights. */
  private lit: number | null = null;
  private pointer: 'mouse' | 'touch' = 'mouse';
  /** The dot that was shown when the finger came down. */
  private shownBefore: string | null = null;
  private sayTimer: number | null = null;

  constructor(
    private readonly services: PictureServices,
    private readonly events: PictureEvents,
  ) {
    const { t, newId } = services;
    this.widthEl = this.el.createDiv('idea-tiers-picture-width');
    const nameEl = this.el.createSpan({ text: t('picture.name'), attr: { id: newId(), hidden: '' } });
    const helpEl = this.el.createSpan({ text: t('picture.help'), attr: { id: newId(), hidden: '' } });
    this.stageEl = this.el.createDiv('idea-tiers-picture-stage');
    this.drawing = new PictureDrawing(services);
    this.drawing.el.setAttrs({ 'aria-labelledby': nameEl.id, 'aria-describedby': helpEl.id });
    this.tooltip = new PictureTooltip(t);
    this.stageEl.append(this.drawing.el, this.tooltip.el);
    this.unplacedEl = this.el.createEl('p', 'idea-tiers-picture-message');
    this.actionsEl = this.el.createDiv('idea-tiers-picture-actions');
    this.addButton(t('picture.copy'), () => this.copy());
    this.addButton(t('picture.save'), () => this.save());
    this.statusEl = this.actionsEl.createSpan({ cls: 'idea-tiers-picture-status', attr: { role: 'status' } });
    this.listen();
    this.boxes.watch(this.widthEl);
    this.stopMigration = this.el.onWindowMigrated(() => {
      this.boxes.stop();
      this.boxes.watch(this.widthEl);
    });
  }

  /** Brings the picture in line with the data. Elements of rows that stay keep the focus. */
  update(data: PictureData): void {
    this.data = data;
    const empty = emptyText(data, this.services.t);
    this.emptyEl.textContent = empty ?? '';
    this.emptyEl.toggleClass('is-empty', empty === null);
    for (const el of [this.stageEl, this.actionsEl]) el.toggleClass('is-empty', empty !== null);
    const unplaced = empty === null ? unplacedText(data.rows, this.services.t) : '';
    this.unplacedEl.textContent = unplaced;
    this.unplacedEl.toggleClass('is-empty', unplaced === '');
    this.draw(empty === null ? data.rows : [], this.isDrawn);
  }

  /** Lights the dot of a row, by its index of `table.body`, or none. */
  highlight(row: number | null): void {
    this.lit = row;
    this.showLight();
  }

  destroy(): void {
    this.boxes.stop();
    this.stopMigration();
    this.stopSaying();
    this.el.remove();
  }

  private draw(rows: readonly PictureEntry[], move: boolean): void {
    this.drawing.draw(rows, this.width, move);
    this.isDrawn = rows.length > 0;
    if (this.find(this.hovered) === null) this.hovered = null;
    if (this.find(this.focused) === null) this.focused = null;
    if (this.find(this.current) === null) this.current = this.drawing.dots[0]?.entry.key ?? null;
    this.showStop();
    this.show();
  }

  private resize(): void {
    const width = this.widthEl.clientWidth;
    // Folded: what cannot be seen need not be drawn.
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.drawing.forgetWidths();
    if (this.isDrawn) this.draw(this.data.rows, false);
  }

  private listen(): void {
    const { el } = this.drawing;
    el.addEventListener('pointerdown', (evt) => {
      this.pointer = evt.pointerType === 'touch' ? 'touch' : 'mouse';
      this.shownBefore = this.hovered ?? this.focused;
    });
    el.addEventListener('pointermove', (evt) => {
      this.pointer = evt.pointerType === 'touch' ? 'touch' : 'mouse';
      if (this.pointer === 'mouse') this.hover(this.dotUnder(evt));
    });
    el.addEventListener('pointerleave', () => {
      if (this.pointer === 'mouse') this.hover(null);
    });
    el.addEventListener('click', (evt) => this.onClick(evt));
    el.addEventListener('focusin', (evt) => this.focus(this.drawing.dotOf(elementAt(evt))));
    el.addEventListener('focusout', (evt) => {
      // From dot to dot nobody is told that there is none between.
      if (!this.drawing.dotEls().some((dotEl) => dotEl === evt.relatedTarget)) this.focus(null);
    });
    el.addEventListener('keydown', (evt) => this.onKey(evt));
  }

  private hover(dot: DrawnDot | null): void {
    const key = dot?.entry.key ?? null;
    if (key === this.hovered) return;
    this.hovered = key;
    this.show();
  }

  private focus(dot: DrawnDot | null): void {
    this.focused = dot?.entry.key ?? null;
    if (dot !== null) this.current = dot.entry.key;
    this.showStop();
    this.show();
  }

  /** A click opens the row. A finger cannot hover, so its first tap shows the row, and the second opens it. */
  private onClick(evt: MouseEvent): void {
    const dot = this.dotUnder(evt);
    if (dot === null) {
      if (this.pointer === 'touch') this.hover(null);
      return;
    }
    if (this.pointer === 'touch' && this.shownBefore !== dot.entry.key) this.hover(dot);
    else this.events.onOpen(dot.entry.row);
  }

  private onKey(evt: KeyboardEvent): void {
    if (evt.ctrlKey || evt.metaKey || evt.altKey || evt.shiftKey) return;
    const from = this.drawing.dotOf(elementAt(evt));
    if (from === null) return;
    if (evt.key === 'Enter' || evt.key === ' ') this.events.onOpen(from.entry.row);
    else if (evt.key === 'Escape') this.tooltip.hide();
    else if (isMoveKey(evt.key)) this.move(from, evt.key);
    else return;
    evt.preventDefault();
  }

  private move(from: DrawnDot, key: string): void {
    const { dots } = this.drawing;
    const to = dotByKey(
      dots.map(({ dot }) => dot),
      from.dot,
      key,
    );
    const found = dots.find(({ dot }) => dot === to);
    // The pointer may lie on another dot: what was asked for last is shown.
    this.hovered = null;
    if (found) this.drawing.dotEl(found.entry.key)?.focus();
  }

  /** The dot or the name under the pointer, or the dot that it nearly hits. */
  private dotUnder(evt: MouseEvent): DrawnDot | null {
    const hit = this.drawing.dotOf(elementAt(evt));
    if (hit !== null) return hit;
    const { dots, el, picture, top: origin } = this.drawing;
    const { left, top } = el.getBoundingClientRect();
    const found = dotAt(
      dots.map(({ dot }) => dot),
      { x: evt.clientX - left, y: evt.clientY - top - origin },
      (picture?.radius ?? 0) + REACH[this.pointer],
    );
    return dots.find(({ dot }) => dot === found) ?? null;
  }

  private find(key: string | null): DrawnDot | null {
    return this.drawing.dots.find(({ entry }) => entry.key === key) ?? null;
  }

  /** One stop of the Tab key for all dots. */
  private showStop(): void {
    const { dots } = this.drawing;
    this.drawing.dotEls().forEach((el, index) => {
      el.setAttribute('tabindex', dots[index]?.entry.key === this.current ? '0' : '-1');
    });
  }

  /** Shows the row that is hovered, or else focused, and tells of it. */
  private show(): void {
    const shown = this.find(this.hovered ?? this.focused);
    const { picture, size, top } = this.drawing;
    if (shown === null || picture === null) this.tooltip.hide();
    else this.tooltip.show(shown.entry, { ...shown.dot, y: shown.dot.y + top }, picture.radius, size);
    this.showLight();
    const row = shown?.entry.row ?? null;
    if (row === this.reported) return;
    this.reported = row;
    this.events.onHover(row);
  }

  private showLight(): void {
    const shown = this.hovered ?? this.focused;
    const { dots } = this.drawing;
    this.drawing.dotEls().forEach((el, index) => {
      const entry = dots[index]?.entry;
      el.classList.toggle('is-lit', entry !== undefined && (entry.key === shown || entry.row === this.lit));
    });
  }

  private addButton(text: string, act: () => Promise<string | null>): void {
    const buttonEl = this.actionsEl.createEl('button', { cls: 'idea-tiers-text-button', text });
    buttonEl.addEventListener('click', () =>
      this.services.attempt(async () => {
        const said = await act();
        if (said !== null) this.say(said);
      }),
    );
  }

  private async copy(): Promise<string> {
    await this.el.win.navigator.clipboard.writeText(this.svg());
    return this.services.t('picture.copied');
  }

  private async save(): Promise<string | null> {
    const { t, saveSvg } = this.services;
    const path = await saveSvg(this.exportTitle(), this.svg());
    return path === null ? null : t('picture.saved', { path });
  }

  private svg(): string {
    const { t } = this.services;
    const description = this.drawing.dots.map(({ entry }) => dotName(entry, t)).join('; ');
    return exportSvg(this.drawing.el, this.drawing.dots, { title: this.exportTitle(), description });
  }

  private exportTitle(): string {
    return this.services.t('picture.exportTitle', { title: this.data.title });
  }

  private say(text: string): void {
    this.stopSaying();
    this.statusEl.textContent = text;
    this.sayTimer = this.el.win.setTimeout(() => (this.statusEl.textContent = ''), SAID_FOR);
  }

  private stopSaying(): void {
    if (this.sayTimer !== null) this.el.win.clearTimeout(this.sayTimer);
    this.sayTimer = null;
  }
}
