import type { MapEdge, MapLayout, Neighbourhood, Point } from '../../index/answers';
import { edgeLine } from '../../index/map-export';
import type { Translate } from '../../i18n';
import { linkToPath } from '../../text/percent';
import { prepareLink } from '../core/links';
import { drawEach, setName } from '../core/keyed-list';
import { wordsOf } from './map-words';

interface Route {
  readonly edge: MapEdge;
  readonly points: readonly Point[];
}

/** What stands on the map: a link a note, a button a group, a line an edge. Elements stay with their notes, so that they glide. */
export class MapDrawing {
  readonly #t: Translate;
  readonly #edgesEl: SVGGElement;
  readonly #nodesEl: HTMLElement;
  #places = new Map<string, Point>();
  #routes: readonly Route[] = [];
  /** Those of the routes, in the same order. */
  #pathEls: readonly SVGPathElement[] = [];

  constructor(stageEl: HTMLElement, t: Translate) {
    this.#t = t;
    const svg = stageEl.createSvg('svg', { cls: 'idea-tiers-map-edges', attr: { 'aria-hidden': 'true' } });
    this.#edgesEl = svg.createSvg('g');
    this.#nodesEl = stageEl.createDiv('idea-tiers-map-nodes');
  }

  draw(neighbourhood: Neighbourhood, layout: MapLayout): void {
    const t = this.#t;
    const { centre, nodes, groups } = neighbourhood;
    this.#places = new Map(layout.places);
    this.#routes = layout.routes;
    const place = this.#placeOn();
    drawEach(this.#nodesEl, 'a', nodes, {
      keyOf: ({ path }) => path,
      make: () => {
        const linkEl = createEl('a', 'idea-tiers-map-node');
        linkEl.createSpan('idea-tiers-map-name');
        return linkEl;
      },
      draw: (linkEl, node) => {
        const nameEl = linkEl.firstElementChild;
        if (nameEl) setName(nameEl, node.name);
        prepareLink(linkEl, node.isMissing ? node.path : linkToPath(node.path));
        linkEl.draggable = false;
        linkEl.dataset.node = node.path;
        linkEl.toggleClass('mod-centre', node.path === centre);
        linkEl.toggleClass('mod-missing', node.isMissing === true);
        linkEl.toggleClass('mod-side', node.rank === 0);
        linkEl.setAttr('aria-current', node.path === centre ? 'true' : null);
        // Not a label: that would be shown under the pointer, over the notes beside this one.
        linkEl.setAttr('aria-description', wordsOf(node, neighbourhood, t).spoken);
        place(linkEl, node.path);
      },
    });
    drawEach(this.#nodesEl, 'button', groups, {
      keyOf: ({ id }) => id,
      make: () => createEl('button', 'idea-tiers-map-more'),
      draw: (buttonEl, { id, paths }) => {
        buttonEl.dataset.node = id;
        buttonEl.textContent = t('map.more', { count: paths.length });
        place(buttonEl, id);
      },
    });
    this.#pathEls = drawEach(this.#edgesEl, 'path', this.#routes, {
      keyOf: ({ edge }) => `${edge.source}\n${edge.target}`,
      make: () => createSvg('path'),
      draw: (pathEl, { edge: { source, target, relation, provenance, contradiction }, points }) => {
        pathEl.setAttrs({
          class: `idea-tiers-map-edge mod-${relation} mod-${provenance}`,
          d: edgeLine(points),
        });
        pathEl.toggleClass('mod-contradiction', contradiction !== null);
        pathEl.toggleClass('mod-centre', source === centre || target === centre);
      },
    });
    this.setTabStop(this.held);
  }

  /** The middle of all that stands on the map. */
  get all(): ReadonlyMap<string, Point> {
    return this.#places;
  }

  /** The note or group that has the focus. */
  get held(): string | null {
    const el = this.#nodesEl.querySelector<HTMLElement>('[data-node]:focus');
    return el?.dataset.node ?? null;
  }

  /** The element of a note or a group. */
  elOf(id: string): HTMLElement | null {
    for (const el of this.#nodesEl.querySelectorAll<HTMLElement>('[data-node]')) if (el.dataset.node === id) return el;
    return null;
  }

  /** Makes one element the one that the Tab key reaches: the note in the middle, unless `id` is given. */
  setTabStop(id: string | null): void {
    const stop = (id === null ? null : this.elOf(id)) ?? this.#nodesEl.querySelector('.mod-centre');
    for (const el of this.#nodesEl.querySelectorAll<HTMLElement>('[data-node]')) el.tabIndex = el === stop ? 0 : -1;
  }

  /** Lights a note and what it is linked to; all alike with `null`. */
  light(id: string | null): void {
    const linked = new Set<string>();
    for (const [at, { edge }] of this.#routes.entries()) {
      const isLit = edge.source === id || edge.target === id;
      if (isLit) linked.add(edge.source).add(edge.target);
      this.#pathEls[at]?.toggleClass('is-lit', isLit);
    }
    this.#nodesEl.parentElement?.toggleClass('has-light', id !== null);
    for (const el of this.#nodesEl.querySelectorAll<HTMLElement>('[data-node]')) {
      const node = el.dataset.node ?? '';
      el.toggleClass('is-lit', node === id || linked.has(node));
    }
  }

  /** Puts a node somewhere else; its edges follow. */
  move(id: string, by: Point): void {
    const at = this.#places.get(id);
    const el = this.elOf(id);
    if (!at || !el) return;
    this.#places.set(id, { x: at.x + by.x, y: at.y + by.y });
    this.#placeOn()(el, id);
    const places = this.#places;
    this.#routes = this.#routes.map((route, at) => {
      const { source, target } = route.edge;
      if (source !== id && target !== id) return route;
      const points = [places.get(source), places.get(target)].filter((point) => point !== undefined);
      this.#pathEls[at]?.setAttr('d', edgeLine(points));
      return { edge: route.edge, points };
    });
  }

  #placeOn(): (el: HTMLElement, id: string) => void {
    const places = this.#places;
    return (el, id) => {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      el.setCssProps({ '--idea-tiers-x': `${x}px`, '--idea-tiers-y': `${y}px` });
    };
  }
}
