import type * as obsidian from 'obsidian';
import { PathSuggest } from './path-suggest.ts';
import type { Setting } from './setting.ts';

/** What a declared control needs of the tab it stands in. */
export interface ControlHost {
  app: obsidian.App;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
  /** Called after a value was kept, so that what depends on it can be shown or hidden. */
  refreshDomState(): void;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown): number => (typeof value === 'number' && !Number.isNaN(value) ? value : 0);

/** Asks `validate` about a value, shows its message, and tells whether the value may be kept. */
async function passes<V>(setting: Setting, control: obsidian.SettingControlBase<V>, value: V): Promise<boolean> {
  const answer = await control.validate?.(value);
  const message = typeof answer === 'string' && answer !== '' ? answer : null;
  setting.setErrorMessage(message);
  return message === null;
}

/** Reads a control's first value, checks it once, and returns what to do with each further value. */
function bind<V>(
  setting: Setting,
  host: ControlHost,
  control: obsidian.SettingControlBase<V>,
  parse: (stored: unknown) => V,
): { value: V; keep: (value: V) => Promise<void> } {
  const value = parse(host.getControlValue(control.key) ?? control.defaultValue);
  if (control.validate) void passes(setting, control, value);
  let latest: V = value;
  const keep = async (next: V): Promise<void> => {
    latest = next;
    if (!(await passes(setting, control, next)) || latest !== next) return;
    await host.setControlValue(control.key, next);
    host.refreshDomState();
  };
  return { value, keep };
}

/** Folders a folder control offers, with the root only where it is asked for. */
function folderPaths(app: obsidian.App, control: obsidian.SettingFolderControl): string[] {
  return app.vault
    .getAllFolders(control.includeRoot ?? false)
    .filter((folder) => control.filter?.(folder) ?? true)
    .map((folder) => folder.path);
}

function filePaths(app: obsidian.App, control: obsidian.SettingFileControl): string[] {
  return app.vault
    .getFiles()
    .filter((file) => control.filter?.(file) ?? true)
    .map((file) => file.path);
}

/** A text that is no number becomes the default, as the typings promise. */
function parseNumber(text: string, control: obsidian.SettingNumberControl): number {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? (control.defaultValue ?? 0) : number;
}

/** Adds the control that a definition declares to its row. */
export function renderControl(setting: Setting, host: ControlHost, control: obsidian.SettingControl): void {
  switch (control.type) {
    case 'toggle': {
      const { value, keep } = bind(setting, host, control, (stored) => stored === true);
      setting.addToggle((toggle) => toggle.setValue(value).onChange(keep));
      break;
    }
    case 'dropdown': {
      const { value, keep } = bind(setting, host, control, asText);
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(value).onChange(keep));
      break;
    }
    case 'text': {
      const { value, keep } = bind(setting, host, control, asText);
      setting.addText((text) =>
        text
          .setPlaceholder(control.placeholder ?? '')
          .setValue(value)
          .onChange(keep),
      );
      break;
    }
    case 'textarea': {
      const { value, keep } = bind(setting, host, control, asText);
      setting.addTextArea((text) => {
        if (control.rows !== undefined) text.inputEl.rows = control.rows;
        text
          .setPlaceholder(control.placeholder ?? '')
          .setValue(value)
          .onChange(keep);
      });
      break;
    }
    case 'number': {
      const { value, keep } = bind(setting, host, control, asNumber);
      setting.addText((text) => {
        text.inputEl.type = 'number';
        text.inputEl.setAttrs({ min: control.min ?? null, max: control.max ?? null, step: control.step ?? null });
        text.setPlaceholder(control.placeholder ?? '').setValue(String(value));
        text.onChange((typed) => keep(parseNumber(typed, control)));
      });
      break;
    }
    case 'file':
    case 'folder': {
      const { value, keep } = bind(setting, host, control, asText);
      setting.addSearch((search) => {
        search
          .setPlaceholder(control.placeholder ?? '')
          .setValue(value)
          .onChange(keep);
        const paths = (): string[] =>
          control.type === 'file' ? filePaths(host.app, control) : folderPaths(host.app, control);
        new PathSuggest(host.app, search.inputEl, paths);
      });
      break;
    }
    case 'slider': {
      const { value, keep } = bind(setting, host, control, (stored) =>
        typeof stored === 'number' ? stored : control.min,
      );
      setting.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step).setValue(value).onChange(keep);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
      });
      break;
    }
    case 'color': {
      const { value, keep } = bind(setting, host, control, asText);
      setting.addColorPicker((color) => color.setValue(value).onChange(keep));
      break;
    }
  }
}
