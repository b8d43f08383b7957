import { Plugin, type App, type SettingDefinitionItem } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { translator, type Language } from '../../src/i18n';
import { otherPlugins } from '../../src/command/other-plugins';
import { findHeadingClashes } from '../../src/read/vocabulary';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { IdeaTiersSettingTab } from '../../src/view/settings/settings-tab';
import { createHost } from '../host/boot';
import { SettingTab } from '../host/settings/tab';
import { eventually } from '../eventually';

interface Shown {
  readonly tab: IdeaTiersSettingTab;
  /** Every state that was saved, in order. */
  readonly saved: readonly Settings[];
  readonly settings: () => Settings;
}

class EmptyPlugin extends Plugin {}

async function showTab(
  initial: Partial<Settings> = {},
  language: Language = 'en',
  hidden: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  document.body.empty();
  const host = createHost({ files: { 'Ideas/a.md': '' }, language });
  const plugin = await host.loadPlugin(EmptyPlugin);
  const app: App = plugin.app;
  const { adapter, configDir } = app.vault;
  for (const [path, text] of Object.entries(hidden)) await adapter.write(`${configDir}/plugins/${path}`, text);
  const saved: Settings[] = [];
  let settings: Settings = { ...DEFAULT_SETTINGS, ...initial };
  const tab = new IdeaTiersSettingTab(app, plugin, translator(language), {
    settings: () => settings,
    save: (changed) => {
      settings = changed;
      saved.push(changed);
      return Promise.resolve();
    },
    clashes: findHeadingClashes,
    placeholders: ['title', 'step1'],
    unknown: (text, of) => (of === 'prompt' || text.includes('{{mood}}') ? ['mood'] : []),
    others: otherPlugins(app),
  });
  document.body.append(tab.containerEl);
  SettingTab.show(tab);
  return { tab, saved, settings: () => settings };
}

/** The setting of a name, the first of those that have it or a later one. */
function row(name: string, which = 0): HTMLElement {
  const rows = Array.from(document.querySelectorAll<HTMLElement>('.setting-item'));
  const found = rows.filter((el) => el.querySelector('.setting-item-name')?.textContent === name)[which];
  if (!found) throw new Error(`no setting ${name}`);
  return found;
}

function areaOf(name: string, which = 0): HTMLTextAreaElement {
  const area = row(name, which).querySelector('textarea');
  if (!area) throw new Error(`the setting ${name} has no text area`);
  return area;
}

function type(area: HTMLTextAreaElement, text: string): void {
  area.value = text;
  area.dispatchEvent(new Event('input'));
}

function leave(area: HTMLTextAreaElement): void {
  area.dispatchEvent(new Event('change'));
}

/** Presses the list's own key for taking an entry away. */
function deleteRow(name: string): void {
  row(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', cancelable: true }));
}

function errorOf(name: string): string {
  return row(name).querySelector('.setting-item-error, [class*=error]')?.textContent ?? '';
}

describe('The settings tab', () => {
  it('declares every setting once, with a name and no field that Obsidian 1.13.0 does not have', async () => {
    const { tab } = await showTab();
    const groups = tab.getSettingDefinitions();
    const names = groups.flatMap((group) => itemsOf(group).map(({ name }) => name));
    expect(names).toEqual([
      'Folder for new notes',
      'Language of headings',
      'Language of file names',
      'Language of step 1',
      'Language of step 2',
      'New text is already corrected',
      'Remove raw text on paste',
      'Emoji in step headings',
      'Your own template',
      'Properties of new notes',
      'Keep “updated” current',
      'Words that a correction may change',
      'Name suggested ideas in the prompt',
      'Prompt for a language model',
      'Upstream ideas',
      'Direct ideas',
      'Downstream ideas',
      'Related notes',
      'Sources',
      'Upstream ideas',
      'Direct ideas',
      'Downstream ideas',
      'Related notes',
      'Sources',
      'First idea of a relation',
      'Step 1',
      'Step 2',
      'Step 3',
      'Excluded folders',
      'Characters per page',
    ]);
    const fields = new Set(groups.flatMap((group) => [group, ...itemsOf(group)].flatMap((item) => Object.keys(item))));
    for (const later of ['displayValue', 'status', 'search']) expect(fields.has(later)).toBe(false);
  });

  it('shows what is set, and keeps what is chosen', async () => {
    const { settings } = await showTab({ newNoteFolder: 'Ideas', keepsUpdated: false });
    expect(row('Folder for new notes').querySelector('input')?.value).toBe('Ideas');
    const select = row('Language of headings').querySelector('select');
    if (!select) throw new Error('no list of languages');
    expect(Array.from(select.options, ({ value, text }) => [value, text])).toEqual([
      ['ru', 'Russian'],
      ['en', 'English'],
    ]);
    select.value = 'en';
    select.dispatchEvent(new Event('change'));
    row('Keep “updated” current').querySelector<HTMLElement>('.checkbox-container')?.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(settings()).toEqual({
      ...DEFAULT_SETTINGS,
      newNoteFolder: 'Ideas',
      headingLanguage: 'en',
      keepsUpdated: true,
    });
  });

  it('keeps one heading a line, without blank lines and doubles, when the field is left', async () => {
    const { saved, settings } = await showTab();
    const area = areaOf('Upstream ideas');
    type(area, ' Откуда выросло \n\nRoots\nRoots\n');
    expect(saved).toEqual([]);
    leave(area);
    expect(settings().relationHeadings).toEqual({
      ...DEFAULT_SETTINGS.relationHeadings,
      upstream: ['Откуда выросло', 'Roots'],
    });
    leave(area);
    expect(saved).toHaveLength(1);
  });

  it('keeps the names of fields apart from headings', async () => {
    const { settings } = await showTab();
    const area = areaOf('Upstream ideas', 1);
    type(area, 'grows_from\n');
    leave(area);
    expect(settings().relationFields.upstream).toEqual(['grows_from']);
    expect(settings().relationHeadings.upstream).toEqual([]);
  });

  it('keeps what stands in a field when the tab is closed while the user types', async () => {
    const { tab, settings } = await showTab();
    type(areaOf('Step 2'), 'Translation of mine');
    tab.hide();
    expect(settings().stepHeadings[2]).toEqual(['Translation of mine']);
  });

  it('says a clash with the built-in headings under the field, keeps the heading all the same, and takes it back', async () => {
    const { settings } = await showTab();
    const area = areaOf('Upstream ideas');
    type(area, 'Downstream');
    expect(errorOf('Upstream ideas')).toBe('The heading “Downstream” also means: Downstream ideas.');
    leave(area);
    expect(settings().relationHeadings.upstream).toEqual(['Downstream']);
    type(area, 'Откуда выросло');
    expect(errorOf('Upstream ideas')).toBe('');
  });

  it('says a clash between two lists as soon as the tab is opened', async () => {
    await showTab(
      {
        relationHeadings: { ...DEFAULT_SETTINGS.relationHeadings, direct: ['Рядом'] },
        stepHeadings: { ...DEFAULT_SETTINGS.stepHeadings, 3: ['Рядом'] },
      },
      'ru',
    );
    expect(errorOf('Шаг 3')).toBe('Заголовок «Рядом» означает ещё и: Напрямую связанные идеи.');
    expect(errorOf('Напрямую связанные идеи')).toBe('Заголовок «Рядом» означает ещё и: Шаг 3.');
  });

  it('takes over the names of another plugin where that is there, those that are chosen from a list of what each means', async () => {
    const excalibrain = 'Import field names from ExcaliBrain';
    const breadcrumbs = 'Import field names from Breadcrumbs';
    const hierarchy = { parents: ['Part Of', 'up'], children: ['Contains'], next: ['then'] };
    const initial = { relationFields: { ...DEFAULT_SETTINGS.relationFields, upstream: ['Up'] } };
    const { settings, saved } = await showTab(initial, 'en', {
      'excalibrain/data.json': JSON.stringify({ hierarchy }),
    });
    expect(() => row(excalibrain)).toThrow();
    await eventually(() => row(excalibrain));
    expect(() => row(breadcrumbs)).toThrow();
    row(excalibrain).click();
    const cells = (): string[][] =>
      [...document.querySelectorAll<HTMLTableRowElement>('.idea-tiers-take-over tr')].map((one) =>
        [...one.cells].map(({ textContent }) => textContent),
      );
    await eventually(() =>
      expect(cells()).toEqual([
        ['Theirs', 'Ours'],
        ['part-of', 'Upstream ideas'],
        ['contains', 'Downstream ideas'],
        ['then', 'Related notes'],
      ]),
    );
    expect(saved).toEqual([]);
    document.querySelectorAll<HTMLInputElement>('.idea-tiers-take-over input')[2]?.click();
    [...document.querySelectorAll<HTMLElement>('.modal button')]
      .find(({ textContent }) => textContent === 'Import')
      ?.click();
    await eventually(() =>
      expect(settings().relationFields).toEqual({
        ...initial.relationFields,
        upstream: ['Up', 'part-of'],
        downstream: ['contains'],
      }),
    );
    expect(document.querySelector('.idea-tiers-take-over')).toBeNull();
    expect(areaOf('Upstream ideas', 1).value).toBe('Up\npart-of');
  });

  it('says so where the settings of another plugin cannot be read, or hold nothing new', async () => {
    const { saved } = await showTab({}, 'en', { 'breadcrumbs/data.json': '{', 'excalibrain/data.json': '{}' });
    const notices = (): string[] => [...document.querySelectorAll('.notice')].map(({ textContent }) => textContent);
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    await eventually(() => row('Import field names from Breadcrumbs').click());
    await eventually(() => expect(notices()).toContain('The settings of Breadcrumbs could not be read.'));
    row('Import field names from ExcaliBrain').click();
    await eventually(() => expect(notices()).toContain('ExcaliBrain has no field names that you do not already have.'));
    expect(saved).toEqual([]);
  });

  it('refuses a field that is none by its name, keeps the others, and names what stands for nothing', async () => {
    const { settings } = await showTab();
    const area = areaOf('Properties of new notes');
    type(area, 'tags\nstatus: [draft\nmood: {{mood}}');
    expect(errorOf('Properties of new notes')).toBe(
      'Not valid as properties: status: [draft. There is no placeholder “{{mood}}”: it stays as it is.',
    );
    leave(area);
    expect(settings().frontmatterFields).toEqual(['tags', 'mood: {{mood}}']);
    expect(errorOf('Prompt for a language model')).toBe('There is no placeholder “{{mood}}”: it stays as it is.');
  });

  it.each([
    ['en', 'Properties of new notes', 'Two properties would be called “b”.'],
    ['ru', 'Свойства новых заметок', 'Два свойства назывались бы «b».'],
  ] as const)('names a field that stands twice, in %s', async (language, name, remark) => {
    await showTab({}, language);
    type(areaOf(name), 'a: {{title}}\nb: 1\nc');
    expect(errorOf(name)).toBe('');
    type(areaOf(name), 'a: {{title}}\nb: 1\nB: 2');
    expect(errorOf(name)).toBe(remark);
  });

  it('keeps folders as Obsidian writes their paths, without slashes at their ends', async () => {
    const { settings } = await showTab();
    const folder = row('Folder for new notes').querySelector('input');
    if (folder) folder.value = ' /My\u00a0ideas//new/ ';
    folder?.dispatchEvent(new Event('input'));
    folder?.dispatchEvent(new Event('change'));
    await eventually(() => expect(settings().newNoteFolder).toBe('My ideas/new'));
    const area = areaOf('Excluded folders');
    type(area, '/Archive/\nTemplates/old\n/');
    leave(area);
    expect(settings().excludedFolders).toEqual(['Archive', 'Templates/old']);
  });

  it('names every field for a screen reader', async () => {
    await showTab();
    for (const area of document.querySelectorAll('textarea')) expect(area.getAttribute('aria-label')).toBeTruthy();
  });

  it('shows the weights that hold for all tables and what is set for single ones; each can be changed or taken back', async () => {
    const weights = { value: { '🔥': 2 }, cost: { '🧠': 0 } };
    const tables = [
      {
        path: 'Drinks/Tea.md',
        header: ['Tier', 'Way'],
        weights: { value: {}, cost: { '💰': 3 } },
        roles: { 1: 'none' as const },
      },
    ];
    const { settings } = await showTab({ weights, tables });
    const weight = row('🧠 · Cost').querySelector('input');
    if (!weight) throw new Error('no field for the weight');
    expect(weight.value).toBe('0');
    weight.value = '1.5';
    weight.dispatchEvent(new Event('input'));
    weight.dispatchEvent(new Event('change'));
    await eventually(() => expect(settings().weights).toEqual({ value: { '🔥': 2 }, cost: { '🧠': 1.5 } }));
    deleteRow('🔥 · Value');
    await eventually(() => expect(() => row('🔥 · Value')).toThrow());
    expect(settings().weights).toEqual({ value: {}, cost: { '🧠': 1.5 } });
    expect(row('Drinks/Tea').querySelector('.setting-item-description')?.textContent).toBe(
      'Tier | Way: 💰 3, Way – Neither',
    );
    deleteRow('Drinks/Tea');
    await eventually(() => expect(settings().tables).toEqual([]));
  });

  it('says where weights are set while none are', async () => {
    await showTab();
    expect(document.body.textContent).toContain('No custom weights; the built-in ones apply.');
  });

  it('tells a number that is too low under its field, and does not keep it', async () => {
    const { settings } = await showTab();
    const input = row('Characters per page').querySelector('input');
    if (!input) throw new Error('no field');
    input.value = '0';
    input.dispatchEvent(new Event('input'));
    await eventually(() => expect(errorOf('Characters per page')).toBe('At least 1.'));
    expect(settings().pageCharacters).toBe(1800);
  });

  it('refuses a value that no control of its own could give', async () => {
    const { tab, saved } = await showTab();
    await expect(tab.setControlValue('headingLanguage', 'de')).rejects.toThrow('headingLanguage');
    await expect(tab.setControlValue('colour', 'red')).rejects.toThrow('colour');
    expect(saved).toEqual([]);
  });
});

function itemsOf(group: SettingDefinitionItem): readonly { readonly name: string }[] {
  return 'items' in group ? (group.items ?? []).flatMap((item) => ('name' in item ? [item] : [])) : [];
}
