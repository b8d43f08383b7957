import { Menu } from 'obsidian';
import type { LayoutOptions, LiveIdeas, MapLayout, MapRow, Neighbourhood } from '../../index/answers';
import { layoutNeighbourhood } from '../../index/layout';
import { CARD, mapExport } from '../../index/map-export';
import type { MessageKey, Translate } from '../../i18n';
import { measureSince } from '../../model/measure';
import type { MapExport } from '../../model/map-export';
import { addDropdown, addIconButton } from '../core/buttons';
import { elementAt } from '../core/event-target';
import type { InlineDrawing } from '../core/inline-drawing';
import { addEntries, showBelow } from '../core/menu-place';
import type { MapExports } from '../core/services';
import { MapDrawing } from './map-drawing';
import { MapFrame } from './map-frame';
import { addLegend, legendOf } from './map-legend';
import { directionOf, linkedThatWay, nextOnMap } from './map-walk';
import { wordsOf } from './map-words';
import { fitted, revealed, type Zoom } from './map-zoom';
import { nameRegion } from '../core/name-region';
import { setName } from '../core/keyed-list';

/** What a map is made with. */
export interface MapServices {
  readonly t: Translate;
  readonly ideas: LiveIdeas;
  readonly inline: InlineDrawing;
  /** Does what the user asked for; a failure is told to them, with the name of what they did. */
  readonly attempt: (work: () => Promise<unknown>, action: MessageKey) => void;
  readonly exports: MapExports;
  /** Opens the map in a tab of its own; `null` where it is in one. */
  readonly openInTab: (() => void) | null;
  /** Shows which keys walk among ideas. */
  readonly showKeys: () => void;
}

/** How many steps the map goes, remembered where the map stands. */
export interface MapReach {
  hops: number;
}

const HOPS = [1, 2, 3, 4];

/** Whether it is a number of steps that a map can go. */
export function isHops(value: unknown): value is number {
  return HOPS.some((hops) => hops === value);
}

const ZOOM_STEP = 1.3;
/** As many notes as can be read: in a tab, and in the sidebar. */
const MOST_NODES = { tab: 60, sidebar: 24 };
const NODE = { nodeWidth: 156, nodeHeight: 38, gapX: 18, gapY: 46, lineGap: 18 };
const LEAST_NODE_WIDTH = 104;
/** Pixels of the map that a line of it may take in a tab at least. */
const TAB_LINE = 1100;

/** The map of the ideas around one note, with what it is turned with. */
export class MapPanel {
  readonly #services: MapServices;
  readonly #reach: MapReach;
  readonly el = createDiv({ cls: 'idea-tiers-map', attr: { role: 'group' } });
  readonly #hopsEl: HTMLSelectElement;
  readonly #frame: MapFrame;
  readonly #drawing: MapDrawing;
  readonly #legendEl: HTMLElement;
  readonly #aboutEl: HTMLElement;
  readonly #aboutNameEl: HTMLElement;
  readonly #aboutPlaceEl: HTMLElement;
  readonly #aboutTextEl: HTMLElement;
  readonly #forget: () => void;
  /** The note that the map was last told to show: what stands in the middle until another is put there. */
  #followed: string | null = null;
  #path: string | null = null;
  #unfolded = new Set<string>();
  #neighbourhood: Neighbourhood | null = null;
  #layout: MapLayout | null = null;
  /** What the map was fitted to its window for. */
  #fittedFor = '';
  /** How it stood then: where it was moved since, it is not fitted again. */
  #fitted: Zoom | undefined;
  #timer: number | undefined;

  constructor(services: MapServices, reach: MapReach) {
    this.#services = services;
    this.#reach = reach;
    const { t, ideas, openInTab } = services;
    nameRegion(this.el, t('map.name'));
    this.el.tabIndex = -1;
    const toolsEl = this.el.createDiv('idea-tiers-map-tools');
    this.#hopsEl = addDropdown(toolsEl, t('map.hopsLabel'));
    for (const count of HOPS) this.#hopsEl.createEl('option', { text: t('map.hops', { count }), value: String(count) });
    this.#hopsEl.value = String(reach.hops);
    this.#hopsEl.addEventListener('change', () => this.#setHops(Number(this.#hopsEl.value)));
    const button = (icon: string, title: string, run: (evt: MouseEvent) => void): void => {
      addIconButton(toolsEl, '', icon, title, run);
    };
    button('zoom-in', t('map.zoomIn'), () => this.#frame.zoomBy(ZOOM_STEP));
    button('zoom-out', t('map.zoomOut'), () => this.#frame.zoomBy(1 / ZOOM_STEP));
    button('maximize', t('map.fit'), () => this.#fit(true, true));
    if (openInTab) button('external-link', t('map.openInTab'), openInTab);
    button('more-vertical', t('sidebar.moreOptions'), (evt) => this.#showMenu(evt));
    this.#frame = new MapFrame(
      {
        onDragNode: (id, by) => this.#drawing.move(id, by),
        onResize: () => this.#draw(),
      },
      openInTab === null,
    );
    this.#drawing = new MapDrawing(this.#frame.stageEl, t);
    this.el.append(this.#frame.el);
    this.#legendEl = addLegend(this.#frame.el, t, openInTab === null);
    this.#aboutEl = this.el.createDiv('idea-tiers-map-about');
    this.#aboutNameEl = this.#aboutEl.createDiv('idea-tiers-map-about-name');
    this.#aboutPlaceEl = this.#aboutEl.createDiv('idea-tiers-map-about-place');
    this.#aboutTextEl = this.#aboutEl.createDiv('idea-tiers-map-about-text');
    const { el: windowEl } = this.#frame;
    windowEl.addEventListener('keydown', (evt) => this.#onKey(evt));
    windowEl.addEventListener('click', (evt) => this.#unfold(evt));
    for (const type of ['pointerover', 'focusin']) windowEl.addEventListener(type, (evt) => this.#look(nodeAt(evt)));
    for (const type of ['pointerleave', 'focusout']) windowEl.addEventListener(type, () => this.#look(null));
    windowEl.addEventListener('focusin', (evt) => this.#drawing.setTabStop(nodeAt(evt)));
    this.#forget = ideas.onChange((paths) => this.#onIdeas(paths));
  }

  /** Shows the map around the note at `path`. */
  update(path: string): void {
    this.#frame.attach();
    if (path === this.#followed) return;
    this.#followed = path;
    this.#centreOn(path);
  }

  /** Puts the focus on the note in the middle, once it is drawn. */
  focusCentre(): void {
    ((this.#path === null ? null : this.#drawing.elOf(this.#path)) ?? this.el).focus({ preventScroll: true });
  }

  #centreOn(path: string): void {
    if (path === this.#path) return;
    this.#path = path;
    this.#unfolded = new Set();
    this.#draw();
  }

  /** To be called when the map is not shown any more. */
  destroy(): void {
    this.#forget();
    this.#frame.destroy();
    window.clearTimeout(this.#timer);
  }

  #draw(): void {
    const path = this.#path;
    const { size } = this.#frame;
    // A window that is hidden has no size, and nothing is drawn into it: once it has one, this is called again.
    this.el.removeClass('is-alone');
    if (path === null || size.width === 0) return;
    const start = performance.now();
    const { ideas, openInTab } = this.#services;
    const isTab = openInTab === null;
    const unfolded = this.#unfolded;
    const { hops } = this.#reach;
    const maxNodes = isTab ? MOST_NODES.tab : MOST_NODES.sidebar;
    const neighbourhood = ideas.neighbourhood(path, { hops, unfolded, maxNodes, withMissing: true });
    const options = this.#layoutOptions();
    const layout = layoutNeighbourhood(neighbourhood, options);
    this.#neighbourhood = neighbourhood;
    this.#layout = layout;
    this.#frame.box = layout.box;
    measureSince(performance, 'layout', start);
    this.el.setCssProps({
      '--idea-tiers-map-node-width': `${options.nodeWidth}px`,
      '--idea-tiers-map-node-height': `${options.nodeHeight}px`,
    });
    const held = this.#drawing.held ?? (this.el.isActiveElement() ? path : null);
    this.#drawing.draw(neighbourhood, layout);
    this.el.toggleClass('is-alone', neighbourhood.nodes.length < 2);
    const isNew = this.#fittedFor !== `${path} ${hops}`;
    this.#fittedFor = `${path} ${hops}`;
    if (isNew || (unfolded.size === 0 && this.#frame.current === this.#fitted)) {
      this.#fit(false, isNew);
      this.#fitted = this.#frame.current;
    }
    this.#look(held);
    // An element that is put elsewhere in the document loses the focus.
    if (held !== null) this.#drawing.elOf(held)?.focus({ preventScroll: true });
  }

  #layoutOptions(): LayoutOptions {
    const { width } = this.#frame.size;
    const isTab = this.#services.openInTab === null;
    const nodeWidth = isTab
      ? NODE.nodeWidth
      : Math.max(LEAST_NODE_WIDTH, Math.min(NODE.nodeWidth, width / 2 - NODE.gapX));
    const maxWidth = isTab ? Math.max(width, TAB_LINE) : width * 1.25;
    return { ...NODE, nodeWidth, maxWidth };
  }

  #fit(whole: boolean, glide: boolean): void {
    if (this.#layout) this.#frame.show(fitted(this.#layout, this.#frame.size, whole), glide);
  }

  #setHops(hops: number): void {
    this.#reach.hops = hops;
    this.#unfolded = new Set();
    this.#draw();
  }

  /** Many notes change at once when the vault is synced: one drawing for all. */
  #onIdeas(paths: ReadonlySet<string> | null): void {
    if (paths !== null && !this.#neighbourhood?.nodes.some(({ path }) => paths.has(path))) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#draw(), 300);
  }

  #unfold(evt: MouseEvent): void {
    const id = nodeAt(evt);
    if (id === null || !this.#neighbourhood?.groups.some((group) => group.id === id)) return;
    const first = this.#neighbourhood.groups.find((group) => group.id === id)?.paths[0];
    this.#unfolded = new Set([...this.#unfolded, id]);
    this.#draw();
    if (first !== undefined) this.#focus(first);
  }

  #onKey(evt: KeyboardEvent): void {
    const from = nodeAt(evt);
    const neighbourhood = this.#neighbourhood;
    if (evt.ctrlKey || evt.metaKey || evt.altKey || evt.isComposing) return;
    if (evt.key === '+' || evt.key === '=') this.#frame.zoomBy(ZOOM_STEP);
    else if (evt.key === '-') this.#frame.zoomBy(1 / ZOOM_STEP);
    else if (evt.key === '0') this.#fit(true, true);
    else if (from === null || !neighbourhood) return;
    else if (evt.key === 'Enter') {
      // The one in the middle is a link as any other.
      if (from === neighbourhood.centre || !neighbourhood.nodes.some(({ path }) => path === from)) return;
      this.#centreOn(from);
    } else {
      const way = directionOf(evt.key);
      if (way === null) return;
      const places = this.#drawing.all;
      const linked = linkedThatWay(neighbourhood, from, way, places);
      const next = nextOnMap(from, way, places, linked, rowOf(neighbourhood, from));
      if (next !== null) this.#focus(next);
    }
    evt.preventDefault();
    evt.stopPropagation();
  }

  #focus(id: string): void {
    const place = this.#drawing.all.get(id);
    const el = this.#drawing.elOf(id);
    if (!place || !el) return;
    const { nodeWidth: width, nodeHeight: height } = this.#layoutOptions();
    const { offsetLeft, offsetWidth, offsetTop, offsetHeight } = this.#legendEl;
    const corner = { width: offsetLeft + offsetWidth, height: offsetTop + offsetHeight };
    this.#frame.show(revealed(this.#frame.current, place, { width, height }, this.#frame.size, corner), true);
    el.focus({ preventScroll: true });
  }

  /** Says of a note what it is to the one in the middle; of that one where none is looked at. */
  #look(id: string | null): void {
    const neighbourhood = this.#neighbourhood;
    if (!neighbourhood) return;
    const { t, ideas, inline } = this.#services;
    // The whole map is about the note in the middle.
    this.#drawing.light(id === neighbourhood.centre ? null : id);
    const isAlone = neighbourhood.nodes.length < 2;
    const node = neighbourhood.nodes.find(({ path }) => path === (id ?? neighbourhood.centre));
    if (!node) return;
    const { place, description } = wordsOf(node, neighbourhood, t);
    const { isComplete } = ideas;
    const help = isAlone && isComplete ? t('map.alone') : isAlone ? '' : t('map.help');
    setName(this.#aboutNameEl, node.name);
    this.#aboutPlaceEl.textContent = id !== null ? place : isComplete ? '' : t('map.notComplete');
    inline.draw(this.#aboutTextEl, id === null ? help : description);
  }

  #showMenu(evt: MouseEvent): void {
    const { t, attempt, exports, showKeys } = this.#services;
    const path = this.#path;
    if (path === null) return;
    const sheet = (layout: MapLayout | null, options: LayoutOptions): MapExport =>
      mapExport(this.#neighbourhood, layout, options, (name) => t('map.title', { name }), legendOf(t));
    const picture = (): MapExport => sheet(this.#layout, this.#layoutOptions());
    const cards = (): MapExport =>
      sheet(this.#neighbourhood ? layoutNeighbourhood(this.#neighbourhood, CARD) : null, CARD);
    const entries: readonly (readonly [icon: string, title: MessageKey, run: () => Promise<void>])[] = [
      ['copy', 'picture.copy', () => exports.copySvg(picture())],
      ['image', 'picture.save', () => exports.saveSvg(picture(), path)],
      ['copy', 'map.copyCanvas', () => exports.copyCanvas(cards())],
      ['layout-dashboard', 'map.saveCanvas', () => exports.saveCanvas(cards(), path)],
    ];
    const menu = addEntries(
      new Menu(),
      entries.map(([icon, title, run]) => ({ icon, title: t(title), run: () => attempt(run, 'map.name') })),
    );
    addEntries(menu, [{ section: 'keys', icon: 'keyboard', title: t('keys.title'), run: showKeys }]);
    showBelow(menu, evt);
  }
}

/** What stands in the row of a node. */
function rowOf({ nodes, groups }: Neighbourhood, id: string): string[] {
  const all = [...nodes.map(({ path, rank, side }) => ({ id: path, rank, side })), ...groups];
  const one = all.find((other) => other.id === id);
  const isBeside = ({ rank, side }: MapRow): boolean => rank === one?.rank && Math.sign(side) === Math.sign(one.side);
  return all.filter(isBeside).map((other) => other.id);
}

function nodeAt(evt: Event): string | null {
  return elementAt(evt)?.closest<HTMLElement>('[data-node]')?.dataset.node ?? null;
}
