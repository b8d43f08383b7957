import { ItemView, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { MapPanel, isHops, type MapReach } from './map-panel';
import type { LiveIdeas } from '../../index/answers';
import { InlineDrawing } from '../core/inline-drawing';
import { handleLinks, type LinkServices } from '../core/links';
import type { MapExports, SidebarServices } from '../core/services';
import { fieldsOf } from '../core/state-fields';

export const MAP_VIEW_TYPE = 'idea-tiers-map';
export const MAP_VIEW_ICON = 'waypoints';
const DEFAULT_HOPS = 2;

export interface MapViewServices extends LinkServices, Pick<SidebarServices, 'readInline' | 'followPath' | 'showKeys'> {
  readonly ideas: LiveIdeas;
  readonly mapExports: MapExports;
}

/** The map in a tab of its own: follows the current note. */
export class MapView extends ItemView implements MapReach {
  readonly #services: MapViewServices;
  override icon = MAP_VIEW_ICON;
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  #reach = DEFAULT_HOPS;
  #path = '';
  #panel: MapPanel | null = null;

  constructor(leaf: WorkspaceLeaf, services: MapViewServices) {
    super(leaf);
    this.#services = services;
  }

  get hops(): number {
    return this.#reach;
  }

  set hops(hops: number) {
    this.#reach = hops;
    void this.app.workspace.requestSaveLayout();
  }

  getViewType(): string {
    return MAP_VIEW_TYPE;
  }

  getDisplayText(): string {
    return this.#services.t('map.name');
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    const services = this.#services;
    contentEl.addClass('idea-tiers-view', 'idea-tiers-map-view');
    handleLinks(this, contentEl, services, MAP_VIEW_TYPE, () => this.#path);
    this.register(() => this.#panel?.destroy());
    this.addChild(services.followPath((path) => this.#show(path)));
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), hops: this.hops };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const hops = fieldsOf(state).get('hops');
    if (isHops(hops)) this.#reach = hops;
  }

  /** Puts the focus on the note in the middle. */
  focusFirst(): void {
    this.#panel?.focusCentre();
  }

  #show(path: string): void {
    this.#path = path;
    this.#panel ??= this.#makePanel();
    this.#panel.update(path);
  }

  #makePanel(): MapPanel {
    const { t, ideas, attempt, mapExports, readInline, showKeys } = this.#services;
    const panel = new MapPanel(
      { t, ideas, attempt, exports: mapExports, inline: new InlineDrawing(readInline), openInTab: null, showKeys },
      this,
    );
    this.contentEl.append(panel.el);
    return panel;
  }
}
