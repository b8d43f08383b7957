import { PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import type { Translate } from '../i18n';
import { RELATION_NAMES, STEP_NUMBERS, type Relation, type StepNumber, type UserHeadings } from '../model/vocabulary';
import { isField, userHeadings, type Settings } from '../settings';
import { meaningLabel } from './settings-labels';
import { listRow, type ListRowSpec } from './settings-list-row';

/** Where the tab gets the settings, and puts them. */
export interface SettingsStore {
  settings(): Settings;
  /** Keeps the settings and lets them take effect. A failure is told to the user there. */
  save(settings: Settings): Promise<void>;
  /** What a template may hold between `{{` and `}}`. */
  readonly placeholders: readonly string[];
  /** The user's headings that mean two things at once; a meaning is a relation's name or `step 1`. */
  clashes(headings: UserHeadings): readonly { readonly heading: string; readonly means: readonly string[] }[];
}

/** The settings that are one plain value, as the declared controls name them. */
type PlainKey =
  | 'newNoteFolder'
  | 'headingLanguage'
  | 'headingSigns'
  | 'fileNameLanguage'
  | 'templateNote'
  | 'keepsUpdated'
  | 'pageCharacters'
  | 'ribbonIcon';

/** The plugin's settings, declared, so that Obsidian draws and searches them. */
export class IdeaTiersSettingTab extends PluginSettingTab {
  constructor(
    app: App,
    plugin: Plugin,
    private readonly t: Translate,
    private readonly store: SettingsStore,
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem<PlainKey>[] {
    const { t } = this;
    const languages = { ru: t('settings.russian'), en: t('settings.english') };
    return [
      {
        type: 'group',
        heading: t('settings.newNotes'),
        items: [
          {
            name: t('settings.newNoteFolder'),
            desc: t('settings.newNoteFolderHint'),
            control: { type: 'folder', key: 'newNoteFolder' },
          },
          {
            name: t('settings.headingLanguage'),
            desc: t('settings.headingLanguageHint'),
            control: { type: 'dropdown', key: 'headingLanguage', options: languages },
          },
          {
            name: t('settings.fileNameLanguage'),
            desc: t('settings.fileNameLanguageHint'),
            control: { type: 'dropdown', key: 'fileNameLanguage', options: languages },
          },
          {
            name: t('settings.headingSigns'),
            control: { type: 'dropdown', key: 'headingSigns', options: { diamond: '🔹', picture: '✅ 🌐 🧠' } },
          },
          {
            name: t('settings.templateNote'),
            desc: t('settings.templateNoteHint', { names: this.store.placeholders.join(', ') }),
            control: { type: 'file', key: 'templateNote', filter: ({ extension }) => extension === 'md' },
          },
          listRow(this.frontmatterRow()),
          {
            name: t('settings.keepsUpdated'),
            desc: t('settings.keepsUpdatedHint'),
            control: { type: 'toggle', key: 'keepsUpdated' },
          },
          listRow(this.promptRow()),
        ],
      },
      {
        type: 'group',
        heading: t('settings.relationHeadings'),
        items: RELATION_NAMES.map((relation) => listRow(this.relationRow(relation))),
      },
      {
        type: 'group',
        heading: t('settings.stepHeadings'),
        items: STEP_NUMBERS.map((step) => listRow(this.stepRow(step))),
      },
      {
        type: 'group',
        heading: t('settings.reading'),
        items: [listRow(this.excludedFoldersRow())],
      },
      {
        type: 'group',
        heading: t('settings.interface'),
        items: [
          {
            name: t('settings.pageCharacters'),
            desc: t('settings.pageCharactersHint'),
            control: { type: 'number', key: 'pageCharacters', min: 1, step: 1 },
          },
          {
            name: t('settings.ribbonIcon'),
            desc: t('settings.ribbonIconHint'),
            control: { type: 'toggle', key: 'ribbonIcon' },
          },
        ],
      },
    ];
  }

  override getControlValue(key: string): unknown {
    return new Map<string, unknown>(Object.entries(this.store.settings())).get(key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const changed = changedBy(key, value);
    if (changed === null) throw new Error(`no setting ${key} takes ${JSON.stringify(value)}`);
    await this.change(changed);
  }

  private change(changed: Partial<Settings>): Promise<void> {
    return this.store.save({ ...this.store.settings(), ...changed });
  }

  private relationRow(relation: Relation): ListRowSpec {
    const withEntries = (entries: readonly string[]): Partial<Settings> => ({
      relationHeadings: { ...this.store.settings().relationHeadings, [relation]: entries },
    });
    return {
      ...this.headingRow(relation, withEntries),
      read: () => this.store.settings().relationHeadings[relation],
    };
  }

  private stepRow(step: StepNumber): ListRowSpec {
    const withEntries = (entries: readonly string[]): Partial<Settings> => ({
      stepHeadings: { ...this.store.settings().stepHeadings, [step]: entries },
    });
    return { ...this.headingRow(`step ${step}`, withEntries), read: () => this.store.settings().stepHeadings[step] };
  }

  private headingRow(
    meaning: string,
    withEntries: (entries: readonly string[]) => Partial<Settings>,
  ): Omit<ListRowSpec, 'read'> {
    return {
      name: meaningLabel(meaning, this.t),
      placeholder: this.t('settings.onePerLine'),
      save: (entries) => this.change(withEntries(entries)),
      remark: (entries) => this.clashRemark(meaning, entries, { ...this.store.settings(), ...withEntries(entries) }),
    };
  }

  private clashRemark(meaning: string, entries: readonly string[], settings: Settings): string {
    return this.store
      .clashes(userHeadings(settings))
      .filter(({ heading }) => entries.includes(heading))
      .map(({ heading, means }) => {
        const others = means.filter((other) => other !== meaning).map((other) => meaningLabel(other, this.t));
        return this.t('settings.clash', { heading, meanings: others.join(', ') });
      })
      .join(' ');
  }

  private frontmatterRow(): ListRowSpec {
    const { t, store } = this;
    return {
      name: t('settings.frontmatterFields'),
      desc: t('settings.frontmatterFieldsHint'),
      read: () => store.settings().frontmatterFields,
      save: (entries) => this.change({ frontmatterFields: entries.filter(isField) }),
      remark: (entries) => {
        const wrong = entries.filter((entry) => !isField(entry));
        return wrong.length === 0 ? '' : t('settings.wrongFields', { fields: wrong.join(', ') });
      },
    };
  }

  private promptRow(): ListRowSpec {
    const { t, store } = this;
    const builtIn = t('prompt.builtIn');
    return {
      name: t('settings.prompt'),
      desc: t('settings.promptHint'),
      isText: true,
      read: () => [store.settings().prompt || builtIn],
      // The built-in one is kept as none, so that a better one of a later version takes its place.
      save: ([text = '']) => this.change({ prompt: ['', builtIn.trim()].includes(text.trim()) ? '' : text }),
    };
  }

  private excludedFoldersRow(): ListRowSpec {
    return {
      name: this.t('settings.excludedFolders'),
      desc: this.t('settings.excludedFoldersHint'),
      read: () => this.store.settings().excludedFolders,
      save: (entries) => {
        const excludedFolders = entries.map((entry) => entry.replace(/^\/+|\/+$/g, '')).filter((entry) => entry !== '');
        return this.change({ excludedFolders });
      },
    };
  }
}

/** `null` when there is no such setting, or the value is none that it can have. */
function changedBy(key: string, value: unknown): Partial<Settings> | null {
  switch (key) {
    case 'newNoteFolder':
      return typeof value === 'string' ? { newNoteFolder: value.trim().replace(/^\/+|\/+$/g, '') } : null;
    case 'headingLanguage':
      return value === 'ru' || value === 'en' ? { headingLanguage: value } : null;
    case 'fileNameLanguage':
      return value === 'ru' || value === 'en' ? { fileNameLanguage: value } : null;
    case 'headingSigns':
      return value === 'diamond' || value === 'picture' ? { headingSigns: value } : null;
    case 'templateNote':
      return typeof value === 'string' ? { templateNote: value } : null;
    case 'keepsUpdated':
      return typeof value === 'boolean' ? { keepsUpdated: value } : null;
    case 'pageCharacters':
      return typeof value === 'number' && value >= 1 ? { pageCharacters: value } : null;
    case 'ribbonIcon':
      return typeof value === 'boolean' ? { ribbonIcon: value } : null;
    default:
      return null;
  }
}
