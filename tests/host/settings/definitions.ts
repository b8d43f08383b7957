import type * as obsidian from 'obsidian';
import { SettingGroup } from './group.ts';
import { evaluate, keepVisible, renderRow, type RowHost } from './rows.ts';

function isGroup(
  item: obsidian.SettingDefinitionItem,
): item is obsidian.SettingDefinitionGroup | obsidian.SettingDefinitionList {
  return 'type' in item && item.type !== 'page';
}

function isList(
  group: obsidian.SettingDefinitionGroup | obsidian.SettingDefinitionList,
): group is obsidian.SettingDefinitionList {
  return group.type === 'list';
}

/** The queries of the groups' search fields, by the group's place, so that they outlive an update. */
export type Queries = Map<string, string>;

/** Draws definitions: groups and lists under their heading, what stands loose in groups without one. */
export function renderDefinitions(
  host: RowHost,
  containerEl: HTMLElement,
  items: readonly obsidian.SettingDefinitionItem[],
  queries: Queries,
): void {
  let loose: SettingGroup | null = null;
  items.forEach((item, index) => {
    if (isGroup(item)) {
      loose = null;
      renderGroup(host, containerEl, item, queries, `${item.heading ?? ''}#${index}`);
      return;
    }
    loose ??= new SettingGroup(containerEl);
    renderRow(host, loose, item, index, null);
  });
}

function renderGroup(
  host: RowHost,
  containerEl: HTMLElement,
  definition: obsidian.SettingDefinitionGroup | obsidian.SettingDefinitionList,
  queries: Queries,
  place: string,
): void {
  const group = new SettingGroup(containerEl);
  const list = isList(definition) ? definition : null;
  if (definition.heading !== undefined) group.setHeading(definition.heading);
  group.addClass(...(definition.cls ?? '').split(/\s+/).filter(Boolean), ...(list ? ['mod-list'] : []));
  keepVisible(host, group.groupEl, definition.visible);
  const items = definition.items ?? [];
  if (definition.search) addGroupSearch(host, group, definition.search, items, queries, place);
  for (const configure of definition.extraButtons ?? []) group.addExtraButton(configure);
  const addItem = list?.addItem;
  if (addItem) {
    group.addExtraButton((button) => {
      button.setIcon('plus').setTooltip(addItem.name);
      button.onClick(() => addItem.action(button.extraSettingsEl));
    });
  }
  items.forEach((item, index) => renderRow(host, group, item, index, list));
  if (list?.emptyState !== undefined && items.length === 0) {
    group.listEl.createDiv({ cls: 'setting-item setting-list-empty', text: list.emptyState });
  }
}

function addGroupSearch(
  host: RowHost,
  group: SettingGroup,
  search: NonNullable<obsidian.SettingDefinitionGroup['search']>,
  items: readonly obsidian.SettingGroupItem[],
  queries: Queries,
  place: string,
): void {
  const filter = (): void => {
    const query = queries.get(place) ?? '';
    items.forEach((item, index) => {
      const rowEl = group.listEl.children[index];
      if (!rowEl) return;
      const always = 'type' in item || !evaluate(item.searchable, true) || query === '';
      rowEl.toggleClass('is-filtered-out', !always && !search.match(item, query));
    });
  };
  group.addSearch((field) => {
    field.setPlaceholder(search.placeholder ?? '').setValue(queries.get(place) ?? '');
    field.onChange((query) => {
      queries.set(place, query);
      filter();
    });
  });
  host.onRefresh(filter);
}
