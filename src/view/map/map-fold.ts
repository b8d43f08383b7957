import type { Component } from 'obsidian';
import type { Context } from '../core/context';
import { MapPanel } from './map-panel';

/** The map in the sidebar: made when it is unfolded first. */
export class MapFold {
  readonly #ctx: Context;
  #panel: MapPanel | null = null;

  constructor(ctx: Context, owner: Component) {
    this.#ctx = ctx;
    owner.register(() => this.#panel?.destroy());
  }

  /** Only called while the fold is open. */
  draw(el: HTMLElement, path: string): void {
    const { ideas, map } = this.#ctx;
    this.#panel ??= new MapPanel({ ...this.#ctx, ideas, ...map }, map);
    if (this.#panel.el.parentElement !== el) el.append(this.#panel.el);
    this.#panel.update(path);
  }
}
