import type * as obsidian from 'obsidian';
import { setIcon } from '../widgets/icons.ts';
import { renderControl, type ControlHost } from './control.ts';
import { DisplayValueComponent } from './display-value.ts';
import type { SettingGroup } from './group.ts';
import { addListAffordances } from './list.ts';
import { Setting } from './setting.ts';

/** What drawing definitions needs beside the controls' values: what to do on the way, and on the way out. */
export interface RowHost extends ControlHost {
  /** Called before the rows are taken away. */
  onTeardown(cleanup: () => void): void;
  /** Called by `refreshDomState`, to look at a `visible` or `disabled` again. */
  onRefresh(refresh: () => void): void;
  openPage(definition: obsidian.SettingDefinitionPage): void;
}

type Lazy<T> = T | (() => T);

/** The value of something that may be given as a function of the state. */
export function evaluate<T extends string | boolean | null>(lazy: Lazy<T> | undefined, otherwise: T): T {
  if (lazy === undefined) return otherwise;
  return typeof lazy === 'function' ? lazy() : lazy;
}

/** Keeps an element shown as long as the predicate says so. */
export function keepVisible(host: RowHost, el: HTMLElement, visible: Lazy<boolean> | undefined): void {
  const refresh = (): void => el.toggle(evaluate(visible, true));
  refresh();
  host.onRefresh(refresh);
}

/** Makes a whole row do something on a click, Enter and Space. */
function makeClickable(setting: Setting, enabled: () => boolean, action: () => void): void {
  setting.settingEl.addClass('mod-clickable');
  setting.settingEl.setAttrs({ role: 'button', tabindex: '0' });
  setting.settingEl.addEventListener('click', (evt) => {
    if (enabled() && !setting.controlEl.contains(evt.targetNode ?? null)) action();
  });
  setting.settingEl.addEventListener('keydown', (evt) => {
    if (evt.target !== setting.settingEl || (evt.key !== 'Enter' && evt.key !== ' ')) return;
    evt.preventDefault();
    if (enabled()) action();
  });
}

function renderPageRow(setting: Setting, host: RowHost, definition: obsidian.SettingDefinitionPage): void {
  const shown = new DisplayValueComponent(setting.controlEl);
  shown.setValue(evaluate(definition.displayValue, '')).setStatus(evaluate(definition.status, null));
  setIcon(setting.controlEl.createSpan('setting-item-chevron'), 'chevron-right');
  setting.settingEl.addClass('mod-page');
  makeClickable(
    setting,
    () => true,
    () => host.openPage(definition),
  );
  // The row holds nothing to use but itself, so its right side opens the page too.
  setting.controlEl.addEventListener('click', () => host.openPage(definition));
}

/** Draws one row of a group or list. */
export function renderRow(
  host: RowHost,
  group: SettingGroup,
  definition: obsidian.SettingGroupItem,
  index: number,
  list: obsidian.SettingDefinitionList | null,
): void {
  const setting = new Setting(group.listEl);
  setting.setName(definition.name);
  if (definition.desc !== undefined) {
    // A fragment is used up by showing it; the definition's own has to last for the next time.
    setting.setDesc(typeof definition.desc === 'string' ? definition.desc : cloneFragment(definition.desc));
  }
  keepVisible(host, setting.settingEl, definition.visible);
  if ('type' in definition) {
    renderPageRow(setting, host, definition);
  } else if (definition.render) {
    const cleanup = definition.render(setting, group);
    if (cleanup) host.onTeardown(cleanup);
  } else if (definition.control) {
    const { control } = definition;
    renderControl(setting, host, control);
    const refresh = (): unknown => setting.setDisabled(evaluate(control.disabled, false));
    refresh();
    host.onRefresh(refresh);
  } else if (definition.action) {
    const { action, disabled } = definition;
    const refresh = (): unknown => setting.setDisabled(evaluate(disabled, false));
    refresh();
    host.onRefresh(refresh);
    makeClickable(
      setting,
      () => !evaluate(disabled, false),
      () => action(setting.settingEl, index),
    );
  }
  if (list) addListAffordances(setting, list, index);
}

function cloneFragment(fragment: DocumentFragment): DocumentFragment {
  const copy = createFragment();
  for (const node of Array.from(fragment.childNodes)) copy.appendChild(node.cloneNode(true));
  return copy;
}
