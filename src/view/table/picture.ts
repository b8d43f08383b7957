import { BoxWatch } from '../core/box-watch';
import { addButton } from '../core/buttons';
import { elementAt } from '../core/event-target';
import { showEntries } from '../core/menu-place';
import type { PictureData, PictureEvents, PictureServices } from './picture-data';
import { dotOf } from './picture-dots';
import { makeDrawing, type DrawnPicture } from './picture-drawing';
import { exportSvg } from './picture-export';
import { dotAt, dotByKey, isMoveKey } from './picture-neighbours';
import { makeTooltip } from './picture-tooltip';
import { dotLabel, emptyText, rowName, unplacedText } from './picture-words';

/** Until the picture knows how wide it may be: the sidebar's own width, in pixels. */
const FIRST_WIDTH = 300;
/** How far from a dot's edge the pointer still means it, in pixels. */
const REACH = { mouse: 3, touch: 14 };

/**
 * The picture of a table: value upwards, cost to the right, each row a dot with its rung in it, and rows with the same numbers one dot. It draws itself anew when its box
 * becomes wider or narrower.
 */
export interface ValueCostPicture {
  readonly el: HTMLElement;
  /** Brings the picture in line with the data: dots of rows with the same key move to their new places, and keep the focus. */
  readonly update: (data: PictureData) => void;
  /** Lights the dot of a row, by its index of `table.body`, or none; `onHover` is not called for it. */
  readonly highlight: (row: number | null) => void;
  /** To be called when it is thrown away. */
  readonly destroy: () => void;
}

export function makePicture(services: PictureServices, events: PictureEvents): ValueCostPicture {
  const { t, newId, attempt, copy, saveSvg } = services;
  const axis = { name: '', form: '' };
  let data: PictureData = {
    ...{ title: '', axes: { value: axis, cost: axis }, roles: [], rows: [], uncounted: '' },
    write: (_, number) => String(number),
  };
  let drawn: DrawnPicture | null = null;
  let width = FIRST_WIDTH;
  /** Elements of dots: under the pointer, with the focus, and where the Tab key leads. */
  let hovered: SVGGElement | null = null;
  let focused: SVGGElement | null = null;
  let current: SVGGElement | null = null;
  /** The dot that was told of last. */
  let reported: SVGGElement | null = null;
  /** A row that somebody else lights. */
  let lit: number | null = null;
  let pointer: 'mouse' | 'touch' = 'mouse';
  /** The dot that was shown when the finger came down. */
  let shownBefore: SVGGElement | null = null;

  const el = createDiv('idea-tiers-picture');
  const emptyEl = el.createEl('p', 'idea-tiers-picture-message');
  // As wide as the picture may be, and never as high as anything: drawing does not change what is watched.
  const widthEl = el.createDiv('idea-tiers-picture-width');
  const nameEl = el.createSpan({ text: exportTitle(t('table.picture')), attr: { id: newId(), hidden: '' } });
  const helpEl = el.createSpan({ text: t('picture.help'), attr: { id: newId(), hidden: '' } });
  const stageEl = el.createDiv('idea-tiers-picture-stage');
  const drawing = makeDrawing(services);
  const svgEl = drawing.el;
  svgEl.setAttrs({ 'aria-labelledby': nameEl.id, 'aria-describedby': helpEl.id });
  const tooltip = makeTooltip(t);
  stageEl.append(svgEl, tooltip.el);
  const unplacedEl = el.createEl('p', 'idea-tiers-picture-message');
  const actionsEl = el.createDiv('idea-tiers-picture-actions');
  addAction(t('picture.copy'), async () => {
    await copy(svg());
    return '';
  });
  addAction(t('picture.save'), async () => {
    const path = await saveSvg(exportTitle(data.title), svg());
    return path === null ? '' : t('picture.saved', { path });
  });
  const statusEl = actionsEl.createSpan({ cls: 'idea-tiers-picture-status', attr: { role: 'status' } });
  const boxes = new BoxWatch(() => true, resize);
  boxes.watch(widthEl);
  const stopMigration = el.onWindowMigrated(() => {
    boxes.stop();
    boxes.watch(widthEl);
  });

  svgEl.addEventListener('pointerdown', (evt) => {
    pointer = evt.pointerType === 'touch' ? 'touch' : 'mouse';
    shownBefore = hovered ?? focused;
  });
  svgEl.addEventListener('pointermove', (evt) => {
    pointer = evt.pointerType === 'touch' ? 'touch' : 'mouse';
    if (pointer === 'mouse') hover(dotUnder(evt));
  });
  svgEl.addEventListener('pointerleave', () => {
    if (pointer === 'mouse') hover(null);
  });
  svgEl.addEventListener('click', (evt) => {
    const dotEl = dotUnder(evt);
    // A finger cannot hover, so its first tap shows the row, and the second opens it.
    if (pointer === 'touch' && (dotEl === null || shownBefore !== dotEl)) hover(dotEl);
    else if (dotEl) open(dotEl);
  });
  svgEl.addEventListener('focusin', (evt) => {
    focused = dotElAt(evt);
    current = focused ?? current;
    show();
  });
  svgEl.addEventListener('focusout', (evt) => {
    // From dot to dot nobody is told that there is none between.
    if (drawing.dotEls().some((dotEl) => dotEl === evt.relatedTarget)) return;
    focused = null;
    show();
  });
  svgEl.addEventListener('keydown', (evt) => {
    const from = dotElAt(evt);
    if (from === null || evt.ctrlKey || evt.metaKey || evt.altKey || evt.shiftKey) return;
    if (evt.key === 'Enter' || evt.key === ' ') open(from);
    else if (evt.key === 'Escape') tooltip.hide();
    else if (isMoveKey(evt.key)) {
      // The pointer may lie on another dot: what was asked for last is shown.
      hovered = null;
      dotByKey(drawing.dotEls(), from, evt.key)?.focus();
    } else return;
    evt.preventDefault();
  });

  function draw(move: boolean): void {
    const { dots } = (drawn = drawing.draw(emptyText(data, t) === '' ? data : { ...data, rows: [] }, width, move));
    const kept = (dotEl: SVGGElement | null): SVGGElement | null => (svgEl.contains(dotEl) ? dotEl : null);
    hovered = kept(hovered);
    focused = kept(focused);
    current = kept(current) ?? drawing.dotEls()[0] ?? null;
    if (dots.length === 0) drawn = null;
    show();
  }

  function resize(): void {
    const { clientWidth } = widthEl;
    // Folded: what cannot be seen need not be drawn.
    if (clientWidth === 0 || clientWidth === width) return;
    width = clientWidth;
    drawing.forgetWidths();
    if (drawn) draw(false);
  }

  function hover(dotEl: SVGGElement | null): void {
    if (dotEl === hovered) return;
    hovered = dotEl;
    show();
  }

  function dotElAt(evt: Event): SVGGElement | null {
    return elementAt(evt)?.closest<SVGGElement>('.idea-tiers-picture-dot') ?? null;
  }

  /** The dot or the name under the pointer, or the dot that it nearly hits. */
  function dotUnder(evt: MouseEvent): SVGGElement | null {
    const { left, top } = svgEl.getBoundingClientRect();
    const point = { x: evt.clientX - left, y: evt.clientY - top };
    return dotElAt(evt) ?? dotAt(drawing.dotEls(), point, (drawn?.picture.radius ?? 0) + REACH[pointer]);
  }

  /** Shows the row that is hovered, or else focused, and tells of it. */
  function show(): void {
    const shown = hovered ?? focused;
    if (shown && drawn) tooltip.show(dotOf(shown), drawn, data.write);
    else tooltip.hide();
    showLight();
    if (shown === reported) return;
    reported = shown;
    events.onHover(shown ? dotOf(shown).dot.rows : []);
  }

  /** Opens the row of a dot; of several, the one that is chosen from their names. */
  function open(dotEl: SVGGElement): void {
    const { entries } = dotOf(dotEl);
    const [first, ...others] = entries;
    if (others.length === 0) events.onOpen(first.row);
    else
      showEntries(
        dotEl,
        entries.map((entry) => ({ title: rowName(entry), run: () => events.onOpen(entry.row) })),
      );
  }

  /** Lights dots; one stop of the Tab key is enough for all of them. */
  function showLight(): void {
    for (const dotEl of drawing.dotEls()) {
      dotEl.toggleClass(
        'is-lit',
        dotEl === (hovered ?? focused) || (lit !== null && dotOf(dotEl).dot.rows.includes(lit)),
      );
      dotEl.setAttr('tabindex', dotEl === current ? 0 : -1);
    }
  }

  function addAction(text: string, act: () => Promise<string>): void {
    addButton(actionsEl, '', '', text, () =>
      attempt(async () => void (statusEl.textContent = await act()), 'table.picture'),
    );
  }

  function svg(): string {
    if (!drawn) return '';
    const description = drawn.dots.map(({ entries }) => dotLabel(entries, data.write, t)).join('; ');
    return exportSvg(svgEl, drawn, exportTitle(data.title), description);
  }

  function exportTitle(title: string): string {
    return t('picture.exportTitle', { title });
  }

  return {
    el,
    update: (next) => {
      data = next;
      const empty = emptyText(data, t);
      emptyEl.textContent = empty;
      for (const partEl of [stageEl, actionsEl]) partEl.toggleClass('is-empty', empty !== '');
      unplacedEl.textContent = empty === '' ? [unplacedText(data.rows, t), data.uncounted].join(' ').trim() : '';
      statusEl.textContent = '';
      draw(drawn !== null);
    },
    highlight: (row) => {
      lit = row;
      showLight();
    },
    destroy: () => {
      boxes.stop();
      stopMigration();
      el.remove();
    },
  };
}
