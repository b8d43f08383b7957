import { select } from 'd3';
import type { MapEdge, MapLayout, MapNode, MoreGroup, Neighbourhood, Point } from '../../index/answers';
import { edgeLine } from '../../index/map-sheet';
import type { Translate } from '../../i18n';
import { prepareLink } from '../links';
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
    select(this.#nodesEl)
      .selectAll<HTMLAnchorElement, MapNode>(':scope > a')
      .data(nodes, ({ path }) => path)
      .join((enter) => {
        const links = enter.append('a').attr('class', 'idea-tiers-map-node');
        links.append('span').attr('class', 'idea-tiers-map-name');
        return links;
      })
      .each(function (node) {
        const nameEl = this.firstElementChild;
        if (nameEl && nameEl.textContent !== node.name) nameEl.textContent = node.name;
        prepareLink(this, node.path);
        this.draggable = false;
        this.dataset.node = node.path;
        this.toggleClass('mod-centre', node.path === centre);
        this.toggleClass('mod-side', node.rank === 0);
        this.setAttr('aria-current', node.path === centre ? 'true' : null);
        // Not a label: that would be shown under the pointer, over the notes beside this one.
        this.setAttr('aria-description', wordsOf(node, neighbourhood, t).spoken);
        place(this, node.path);
      })
      .order();
    select(this.#nodesEl)
      .selectAll<HTMLButtonElement, MoreGroup>(':scope > button')
      .data(groups, ({ id }) => id)
      .join((enter) => enter.append('button').attr('class', 'idea-tiers-map-more'))
      .each(function ({ id, paths }) {
        this.dataset.node = id;
        this.textContent = t('map.more', { count: paths.length });
        place(this, id);
      });
    select(this.#edgesEl)
      .selectAll<SVGPathElement, Route>('path')
      .data(this.#routes, ({ edge }) => `${edge.source}\n${edge.target}`)
      .join('path')
      .attr('class', ({ edge: { relation, provenance, contradiction } }) =>
        [
          `idea-tiers-map-edge mod-${relation} mod-${provenance}`,
          ...(contradiction === null ? [] : ['mod-contradiction']),
        ].join(' '),
      )
      .classed('mod-centre', ({ edge: { source, target } }) => source === centre || target === centre)
      .attr('d', ({ points }) => edgeLine(points));
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
    select(this.#edgesEl)
      .selectAll<SVGPathElement, Route>('path')
      .classed('is-lit', ({ edge: { source, target } }) => {
        const isLit = source === id || target === id;
        if (isLit) linked.add(source).add(target);
        return isLit;
      });
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
    this.#routes = this.#routes.map((route) => {
      const { source, target } = route.edge;
      if (source !== id && target !== id) return route;
      const points = [places.get(source), places.get(target)].filter((point) => point !== undefined);
      return { edge: route.edge, points };
    });
    select(this.#edgesEl)
      .selectAll<SVGPathElement, Route>('path')
      .data(this.#routes, ({ edge }) => `${edge.source}\n${edge.target}`)
      .attr('d', ({ points }) => edgeLine(points));
  }

  #placeOn(): (el: HTMLElement, id: string) => void {
    const places = this.#places;
    return (el, id) => {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      el.setCssProps({ '--idea-tiers-x': `${x}px`, '--idea-tiers-y': `${y}px` });
    };
  }
}
