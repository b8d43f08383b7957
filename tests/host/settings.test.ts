import { PluginSettingTab, Setting, SettingPage, type SettingDefinitionItem } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { createHost } from './boot.ts';
import { Plugin } from './plugin.ts';
import { SettingTab } from './settings/index.ts';
import { eventually } from '../eventually';

class Sample extends Plugin {
  override settings: Record<string, unknown> = { on: true, name: 'Ann', count: 3, order: ['a', 'b', 'c'] };
}

async function showTab(define: (tab: PluginSettingTab, plugin: Sample) => SettingDefinitionItem[]): Promise<{
  tab: PluginSettingTab;
  el: HTMLElement;
  settings: Record<string, unknown>;
}> {
  const host = createHost({ files: { 'Notes/Tea.md': '', 'Notes/Pot.md': '' } });
  const plugin = await host.loadPlugin(Sample, { id: 'sample' });
  if (!(plugin instanceof Sample)) throw new Error('The sample plugin did not load.');
  const sample = plugin;
  class Tab extends PluginSettingTab {
    override getSettingDefinitions(): SettingDefinitionItem[] {
      return define(this, sample);
    }
  }
  const tab = new Tab(host.app.forPlugins, plugin);
  document.body.append(tab.containerEl);
  SettingTab.show(tab);
  return { tab, el: tab.containerEl, settings: plugin.settings };
}

function row(el: HTMLElement, name: string): HTMLElement {
  const rows = Array.from(el.querySelectorAll<HTMLElement>('.setting-item'));
  const found = rows.find((item) => item.querySelector('.setting-item-name')?.textContent === name);
  if (!found) throw new Error(`There is no setting "${name}".`);
  return found;
}

function field<T extends HTMLElement>(el: HTMLElement, name: string, type: new () => T): T {
  for (const found of Array.from(row(el, name).querySelectorAll('input, select, textarea'))) {
    if (found.instanceOf(type)) return found;
  }
  throw new Error(`The setting "${name}" has no such field.`);
}

function type(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const names = (el: HTMLElement): string[] =>
  Array.from(el.querySelectorAll<HTMLElement>('.setting-items .setting-item'))
    .filter((item) => item.isShown())
    .map((item) => item.querySelector('.setting-item-name')?.textContent ?? '');

describe('Setting', () => {
  it('has the classes of Obsidian, its name first, and names its field by it', () => {
    const setting = new Setting(createDiv())
      .setName('Folder')
      .setDesc('Where notes go')
      .addText(() => undefined);
    expect(Array.from(setting.settingEl.children).map((el) => el.className)).toEqual([
      'setting-item-info',
      'setting-item-control',
    ]);
    const input = setting.controlEl.querySelector('input');
    expect(input?.getAttribute('aria-labelledby')).toBe(setting.nameEl.id);
  });

  it('hears the user through the DOM, and not its own setValue', () => {
    const heard: string[] = [];
    const setting = new Setting(document.body.createDiv()).addText((text) =>
      text.setValue('first').onChange((value) => heard.push(value)),
    );
    const input = setting.controlEl.querySelector('input');
    if (input) type(input, 'second');
    expect(heard).toEqual(['second']);
  });

  it('turns a toggle by a click on the switch, on its checkbox, and not while disabled', () => {
    const heard: boolean[] = [];
    const setting = new Setting(document.body.createDiv()).addToggle((toggle) =>
      toggle.onChange((value) => heard.push(value)),
    );
    const toggleEl = setting.controlEl.querySelector<HTMLElement>('.checkbox-container');
    toggleEl?.click();
    toggleEl?.querySelector('input')?.click();
    setting.setDisabled(true);
    toggleEl?.click();
    expect(heard).toEqual([true, false]);
    expect(toggleEl?.classList.contains('is-enabled')).toBe(false);
  });

  it('shows an error until it is cleared', () => {
    const setting = new Setting(createDiv()).addText(() => undefined).setErrorMessage('No such folder');
    expect(setting.settingEl.classList.contains('is-invalid')).toBe(true);
    expect(setting.errorEl?.textContent).toBe('No such folder');
    setting.setErrorMessage('');
    expect(setting.errorEl).toBeNull();
    expect(setting.settingEl.classList.contains('is-invalid')).toBe(false);
  });
});

describe('declared settings', () => {
  it('show what the plugin holds and keep what the user enters', async () => {
    const { el, settings } = await showTab(() => [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'Name', control: { type: 'text', key: 'name' } },
      { name: 'Count', control: { type: 'number', key: 'count', defaultValue: 7 } },
      {
        name: 'Size',
        control: { type: 'dropdown', key: 'size', options: { s: 'Small', l: 'Large' }, defaultValue: 'l' },
      },
      { name: 'Text', control: { type: 'textarea', key: 'text', rows: 4 } },
    ]);
    expect(field(el, 'On', HTMLInputElement).checked).toBe(true);
    expect(field(el, 'Name', HTMLInputElement).value).toBe('Ann');
    expect(field(el, 'Size', HTMLSelectElement).value).toBe('l');
    expect(field(el, 'Text', HTMLTextAreaElement).rows).toBe(4);
    row(el, 'On').querySelector<HTMLElement>('.checkbox-container')?.click();
    type(field(el, 'Name', HTMLInputElement), 'Bea');
    type(field(el, 'Count', HTMLInputElement), '');
    await eventually(() => expect(settings).toMatchObject({ on: false, name: 'Bea', count: 7 }));
  });

  it('do not keep a value that fails its check, and say why; a stored one is checked at once', async () => {
    const { el, settings } = await showTab(() => [
      {
        name: 'Name',
        control: { type: 'text', key: 'name', validate: (value) => (value.length < 4 ? 'Too short' : undefined) },
      },
    ]);
    await eventually(() => expect(row(el, 'Name').querySelector('.setting-item-error')?.textContent).toBe('Too short'));
    type(field(el, 'Name', HTMLInputElement), 'Bo');
    await eventually(() => expect(row(el, 'Name').classList.contains('is-invalid')).toBe(true));
    expect(settings['name']).toBe('Ann');
    type(field(el, 'Name', HTMLInputElement), 'Beatrice');
    await eventually(() => expect(settings['name']).toBe('Beatrice'));
    expect(row(el, 'Name').querySelector('.setting-item-error')).toBeNull();
  });

  it('show, hide, enable and disable rows by what was entered, without drawing them again', async () => {
    const { el } = await showTab((_tab, plugin) => [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'Only when on', visible: () => plugin.settings['on'] === true },
      { name: 'Count', control: { type: 'number', key: 'count', disabled: () => plugin.settings['on'] !== true } },
    ]);
    const count = field(el, 'Count', HTMLInputElement);
    expect(names(el)).toEqual(['On', 'Only when on', 'Count']);
    row(el, 'On').querySelector<HTMLElement>('.checkbox-container')?.click();
    await eventually(() => expect(names(el)).toEqual(['On', 'Count']));
    expect(count.disabled).toBe(true);
    expect(count.isConnected).toBe(true);
  });

  it('offer the folders of the vault under a folder field', async () => {
    const { el, settings } = await showTab(() => [{ name: 'Folder', control: { type: 'folder', key: 'folder' } }]);
    const input = field(el, 'Folder', HTMLInputElement);
    input.focus();
    await eventually(() => expect(document.querySelectorAll('.suggestion-item')).toHaveLength(1));
    document.querySelector<HTMLElement>('.suggestion-item')?.click();
    await eventually(() => expect(settings['folder']).toBe('Notes'));
  });

  it('draw lists whose entries are added, deleted and moved, by the keyboard too', async () => {
    const { el, tab } = await showTab((self, plugin) => {
      const order = stringsIn(plugin.settings['order']);
      const change = (next: string[]): void => {
        plugin.settings['order'] = next;
        self.update();
      };
      return [
        {
          type: 'list',
          heading: 'Folders',
          items: order.map((name) => ({ name })),
          emptyState: 'No folders',
          addItem: { name: 'Add folder', action: () => change([...order, 'd']) },
          onDelete: (index) => change(order.filter((_, at) => at !== index)),
          onReorder: (from, to) => {
            const moved = [...order];
            moved.splice(to, 0, ...moved.splice(from, 1));
            change(moved);
          },
        },
      ];
    });
    el.querySelector<HTMLElement>('[aria-label="Add folder"]')?.click();
    expect(names(el)).toEqual(['a', 'b', 'c', 'd']);
    row(el, 'b').querySelector<HTMLElement>('[aria-label="Delete"]')?.click();
    expect(names(el)).toEqual(['a', 'c', 'd']);
    row(el, 'a')
      .querySelector<HTMLElement>('.setting-item-handle')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(names(el)).toEqual(['c', 'a', 'd']);
    for (const name of ['c', 'a', 'd']) row(el, name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete' }));
    expect(el.querySelector('.setting-list-empty')?.textContent).toBe('No folders');
    tab.hide();
  });

  it('open a page with a way back; an update shows it as it is now', async () => {
    const { el, tab } = await showTab((_tab, plugin) => [
      {
        type: 'page',
        name: 'Headings',
        items: [{ name: `Name is ${String(plugin.settings['name'])}` }],
      },
      { name: 'Below' },
    ]);
    row(el, 'Headings').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(el.querySelector('.setting-page-title')?.textContent).toBe('Headings');
    expect(names(el)).toEqual(['Name is Ann']);
    await tab.setControlValue('name', 'Bea');
    tab.update();
    expect(names(el)).toEqual(['Name is Bea']);
    el.querySelector<HTMLElement>('[aria-label="Back"]')?.click();
    expect(names(el)).toEqual(['Headings', 'Below']);
    expect(document.activeElement).toBe(row(el, 'Headings'));
  });

  it('open a page of the plugin’s own making, and hide it when left', async () => {
    const hidden = vi.fn();
    class Own extends SettingPage {
      override title = 'Own page';
      display(): void {
        this.containerEl.setText('Drawn by hand');
      }
      override hide(): void {
        hidden();
      }
    }
    const { el, tab } = await showTab(() => [{ type: 'page', name: 'More', page: () => new Own() }]);
    row(el, 'More').click();
    expect(el.querySelector('.setting-page-title')?.textContent).toBe('Own page');
    expect(el.textContent).toContain('Drawn by hand');
    tab.hide();
    expect(hidden).toHaveBeenCalledOnce();
  });

  it('let a row draw itself and clean up, and run actions', async () => {
    const cleanup = vi.fn();
    const action = vi.fn();
    const { el, tab } = await showTab(() => [
      {
        name: 'Drawn',
        render: (setting) => {
          setting.addButton((button) => button.setButtonText('Press'));
          return cleanup;
        },
      },
      { name: 'Run', action },
    ]);
    expect(row(el, 'Drawn').querySelector('button')?.textContent).toBe('Press');
    row(el, 'Run').click();
    expect(action).toHaveBeenCalledWith(row(el, 'Run'), 1);
    tab.update();
    expect(cleanup).toHaveBeenCalledOnce();
  });

  it('filter a group by its search field, and keep the query over an update', async () => {
    const { el, tab } = await showTab(() => [
      {
        type: 'group',
        heading: 'Marks',
        search: { match: (definition, query) => definition.name.toLowerCase().includes(query) },
        items: [{ name: 'Green' }, { name: 'Grey' }, { name: 'Always', searchable: false }],
      },
    ]);
    const search = el.querySelector<HTMLInputElement>('input[type=search]');
    if (!search) throw new Error('The group has no search field.');
    type(search, 'green');
    const left = (): string[] =>
      Array.from(el.querySelectorAll('.setting-items .setting-item:not(.is-filtered-out) .setting-item-name')).map(
        (item) => item.textContent ?? '',
      );
    expect(left()).toEqual(['Green', 'Always']);
    tab.update();
    tab.refreshDomState();
    expect(left()).toEqual(['Green', 'Always']);
  });
});
