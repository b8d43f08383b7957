import {
  PluginSettingTab,
  Notice,
  normalizePath,
  type App,
  type Plugin,
  type SettingControl,
  type SettingDefinitionAction,
  type SettingDefinitionItem,
  type SettingDefinitionList,
  type SettingGroupItem,
  type SettingNumberControl,
} from 'obsidian';
import type { Translate } from '../../i18n';
import {
  RELATION_NAMES,
  STEP_NUMBERS,
  type Relation,
  type StepNumber,
  type UserHeadings,
} from '../../model/vocabulary';
import {
  fieldNames,
  isField,
  isLanguage,
  newNames,
  userHeadings,
  withNames,
  withValue,
  withWeight,
  type Settings,
  type TableSettings,
  type Weights,
} from '../../settings';
import { wordRepeated } from '../core/repeated-fields';
import { repeatedNames } from '../../text/repeated';
import { meaningLabel, roleName } from './settings-labels';
import { listRow, type ListRowSpec } from './settings-list-row';
import { TakeOverModal, type OtherPlugin } from './take-over-modal';
import { openDialog } from '../core/open-dialog';

/** Where the tab gets the settings, and puts them. */
export interface SettingsStore {
  settings(): Settings;
  /** Keeps the settings and lets them take effect. A failure is told to the user there. */
  save(settings: Settings): Promise<void>;
  /** Plugins whose names for relations can be taken over. */
  readonly others: readonly OtherPlugin[];
  /** What a template may hold between `{{` and `}}`. */
  readonly placeholders: readonly string[];
  /** What stands between double braces in texts of fields, or in a prompt, and stands for nothing. */
  readonly unknown: (text: string, of: 'fields' | 'prompt') => readonly string[];
  /** The user's headings that mean two things at once; a meaning is a relation's name or `step 1`. */
  clashes(headings: UserHeadings): readonly { readonly heading: string; readonly means: readonly string[] }[];
}

/** A weight that holds for all tables. */
interface KnownWeight {
  readonly kind: keyof Weights;
  readonly mark: string;
}

/** The plugin's settings, declared, so that Obsidian draws and searches them. */
export class IdeaTiersSettingTab extends PluginSettingTab {
  readonly #t: Translate;
  readonly #store: SettingsStore;
  /** Those of the other plugins that have settings in this vault. */
  #there: readonly OtherPlugin[] = [];

  constructor(app: App, plugin: Plugin, t: Translate, store: SettingsStore) {
    super(app, plugin);
    this.#t = t;
    this.#store = store;
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const t = this.#t;
    void this.#findOthers();
    const row = (control: SettingControl<keyof Settings>, desc?: string): SettingGroupItem => ({
      name: t(`settings.${control.key}`),
      ...(desc === undefined ? {} : { desc }),
      control,
    });
    const group = (heading: string, items: SettingGroupItem[]): SettingDefinitionItem => ({
      type: 'group',
      heading,
      items,
    });
    const languages = { ru: t('settings.russian'), en: t('settings.english') };
    const titles = { ru: t('sidebar.stepShort.step1'), en: t('sidebar.stepShort.step2') };
    const language = (key: 'firstLanguage' | 'secondLanguage'): SettingGroupItem => {
      const validate = (code: string): string | undefined => (isLanguage(code) ? undefined : t('settings.noLanguage'));
      return row({ type: 'text', key, validate }, t('settings.languageHint'));
    };
    const places = { list: t('settings.inList'), property: t('settings.inProperty') };
    return [
      group(t('settings.newNotes'), [
        row({ type: 'folder', key: 'newNoteFolder' }, t('settings.newNoteFolderHint')),
        row({ type: 'dropdown', key: 'headingLanguage', options: languages }, t('settings.headingLanguageHint')),
        row({ type: 'dropdown', key: 'fileNameLanguage', options: titles }, t('settings.fileNameLanguageHint')),
        language('firstLanguage'),
        language('secondLanguage'),
        row({ type: 'toggle', key: 'textIsCorrected' }, t('settings.textIsCorrectedHint')),
        row({ type: 'toggle', key: 'removesRawText' }, t('settings.removesRawTextHint')),
        row({ type: 'dropdown', key: 'headingSigns', options: { diamond: '🔹', picture: '✅ 🌐 🧠' } }),
        row(
          { type: 'file', key: 'templateNote', filter: ({ extension }) => extension === 'md' },
          t('settings.templateNoteHint', { names: this.#store.placeholders.join(', ') }),
        ),
        listRow(this.#frontmatterRow()),
        row({ type: 'toggle', key: 'keepsUpdated' }, t('settings.keepsUpdatedHint')),
        row(
          {
            type: 'number',
            key: 'mostChanged',
            min: 0,
            max: 100,
            validate: (value) =>
              value < 0
                ? t('settings.atLeast', { min: 0 })
                : value > 100
                  ? t('settings.atMost', { max: 100 })
                  : undefined,
          },
          t('settings.mostChangedHint'),
        ),
        row({ type: 'toggle', key: 'promptNamesIdeas' }, t('settings.promptNamesIdeasHint')),
        listRow(this.#promptRow()),
      ]),
      group(
        t('settings.relationHeadings'),
        RELATION_NAMES.map((relation) => listRow(this.#relationRow(relation))),
      ),
      group(t('settings.relationFields'), [
        ...RELATION_NAMES.map((relation) => listRow(this.#fieldRow(relation))),
        row({ type: 'dropdown', key: 'firstIdeas', options: places }, t('settings.firstIdeasHint')),
        ...this.#there.map((other) => this.#takeOverRow(other)),
      ]),
      group(
        t('settings.stepHeadings'),
        STEP_NUMBERS.map((step) => listRow(this.#stepRow(step))),
      ),
      group(t('settings.reading'), [listRow(this.#excludedFoldersRow())]),
      ...this.#weightGroups(),
      group(t('settings.interface'), [
        row({ type: 'number', key: 'pageCharacters', step: 1, ...this.#atLeast(1) }, t('settings.pageCharactersHint')),
      ]),
    ];
  }

  override getControlValue(key: string): unknown {
    const settings = this.#store.settings();
    const weight = this.#weights().find((known) => keyOf(known) === key);
    if (weight) return settings.weights[weight.kind][weight.mark];
    return new Map<string, unknown>(Object.entries(settings)).get(key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const weight = this.#weights().find((known) => keyOf(known) === key);
    if (weight && Number.isFinite(value) && typeof value === 'number') {
      await this.#setWeight(weight, value);
      return;
    }
    const isFolder = key === 'newNoteFolder' && typeof value === 'string';
    const { headingLanguage } = this.#store.settings();
    const settings = withValue(this.#store.settings(), key, isFolder ? folderPath(value) : value);
    if (settings === null) throw new Error(`no setting ${key} takes ${JSON.stringify(value)}`);
    await this.#store.save(settings);
    // It may follow another.
    if (key !== 'headingLanguage' && settings.headingLanguage !== headingLanguage) this.update();
  }

  /** The field of a number shows its least value, but lets a lower one be typed: that is told, and not kept. */
  #atLeast(min: number): Pick<SettingNumberControl, 'min' | 'validate'> {
    return { min, validate: (value) => (value >= min ? undefined : this.#t('settings.atLeast', { min })) };
  }

  #weights(): readonly KnownWeight[] {
    const { weights } = this.#store.settings();
    return (['value', 'cost'] as const).flatMap((kind) => Object.keys(weights[kind]).map((mark) => ({ kind, mark })));
  }

  #setWeight({ kind, mark }: KnownWeight, weight: number | null): Promise<void> {
    return this.#change({ weights: withWeight(this.#store.settings().weights, kind, mark, weight) });
  }

  /** What is set for marks in all tables, and for single tables: to be seen, and taken back. */
  #weightGroups(): readonly SettingDefinitionList[] {
    const t = this.#t;
    const { tables } = this.#store.settings();
    const weights = this.#weights();
    const takeBack = async (taken: Promise<void> | undefined): Promise<void> => {
      await taken;
      this.update();
    };
    return [
      {
        type: 'list',
        heading: t('settings.weights'),
        emptyState: t('settings.noWeights'),
        items: weights.map((weight) => ({
          name: `${weight.mark} · ${t(`table.rankings.${weight.kind}`)}`,
          control: {
            type: 'number',
            key: keyOf(weight),
            step: 'any',
            ...(weight.kind === 'cost' ? this.#atLeast(0) : {}),
          },
        })),
        onDelete: (index) => {
          const weight = weights[index];
          void takeBack(weight && this.#setWeight(weight, null));
        },
      },
      {
        type: 'list',
        heading: t('settings.tables'),
        emptyState: t('settings.noTables'),
        items: tables.map((table) => ({
          name: table.path.replace(/\.md$/, ''),
          desc: `${table.header.join(' | ')}: ${this.#tuningText(table)}`,
        })),
        onDelete: (index) => void takeBack(this.#change({ tables: tables.filter((_, at) => at !== index) })),
      },
    ];
  }

  #tuningText({ weights, roles, header }: TableSettings): string {
    const t = this.#t;
    return [
      ...Object.entries({ ...weights.value, ...weights.cost }).map(([mark, weight]) => `${mark} ${weight}`),
      ...Object.entries(roles).map(([column, role]) => `${header[Number(column)] ?? column} – ${roleName(role, t)}`),
    ].join(', ');
  }

  #change(changed: Partial<Settings>): Promise<void> {
    return this.#store.save({ ...this.#store.settings(), ...changed });
  }

  /** The plugins may come and go while the app runs: they are looked for each time that the tab is drawn. */
  async #findOthers(): Promise<void> {
    const there: OtherPlugin[] = [];
    for (const other of this.#store.others) if (await other.isThere().catch(() => false)) there.push(other);
    if (there.map(({ name }) => name).join() === this.#there.map(({ name }) => name).join()) return;
    this.#there = there;
    this.update();
  }

  #takeOverRow(other: OtherPlugin): SettingDefinitionAction {
    return {
      name: this.#t('takeOver.title', { plugin: other.name }),
      desc: this.#t('takeOver.hint'),
      action: () => void this.#askToTakeOver(other),
    };
  }

  async #askToTakeOver({ name: plugin, names: read }: OtherPlugin): Promise<void> {
    const t = this.#t;
    const all = await read().catch((error: unknown) => {
      console.error(error);
      return null;
    });
    const names = newNames(this.#store.settings(), all ?? []);
    if (names.length === 0) {
      new Notice(t(all === null ? 'takeOver.unread' : 'takeOver.nothing', { plugin }));
      return;
    }
    openDialog(
      new TakeOverModal(this.app, t, { plugin, names }, async (chosen) => {
        await this.#store.save(withNames(this.#store.settings(), chosen));
        this.update();
      }),
    );
  }

  #relationRow(relation: Relation): ListRowSpec {
    const withEntries = (entries: readonly string[]): Partial<Settings> => ({
      relationHeadings: { ...this.#store.settings().relationHeadings, [relation]: entries },
    });
    return {
      ...this.#headingRow(relation, withEntries),
      read: () => this.#store.settings().relationHeadings[relation],
    };
  }

  #fieldRow(relation: Relation): ListRowSpec {
    const names = (): Settings['relationFields'] => this.#store.settings().relationFields;
    return {
      name: meaningLabel(relation, this.#t),
      placeholder: this.#t('settings.oneFieldPerLine'),
      read: () => names()[relation],
      save: (entries) => this.#change({ relationFields: { ...names(), [relation]: entries } }),
    };
  }

  #stepRow(step: StepNumber): ListRowSpec {
    const withEntries = (entries: readonly string[]): Partial<Settings> => ({
      stepHeadings: { ...this.#store.settings().stepHeadings, [step]: entries },
    });
    return { ...this.#headingRow(`step ${step}`, withEntries), read: () => this.#store.settings().stepHeadings[step] };
  }

  #headingRow(
    meaning: string,
    withEntries: (entries: readonly string[]) => Partial<Settings>,
  ): Omit<ListRowSpec, 'read'> {
    return {
      name: meaningLabel(meaning, this.#t),
      placeholder: this.#t('settings.onePerLine'),
      save: (entries) => this.#change(withEntries(entries)),
      remark: (entries) => this.#clashRemark(meaning, entries, { ...this.#store.settings(), ...withEntries(entries) }),
    };
  }

  #clashRemark(meaning: string, entries: readonly string[], settings: Settings): string {
    return this.#store
      .clashes(userHeadings(settings))
      .filter(({ heading }) => entries.includes(heading))
      .map(({ heading, means }) => {
        const others = means.filter((other) => other !== meaning).map((other) => meaningLabel(other, this.#t));
        return this.#t('settings.clash', { heading, meanings: others.join(', ') });
      })
      .join(' ');
  }

  #frontmatterRow(): ListRowSpec {
    const t = this.#t;
    const store = this.#store;
    return {
      name: t('settings.frontmatterFields'),
      desc: t('settings.frontmatterFieldsHint'),
      read: () => store.settings().frontmatterFields,
      save: (entries) => this.#change({ frontmatterFields: entries.filter(isField) }),
      remark: (entries) => {
        const wrong = entries.filter((entry) => !isField(entry));
        return [
          ...(wrong.length === 0 ? [] : [t('settings.wrongFields', { fields: wrong.join(', ') })]),
          ...this.#unknownIn(entries.join('\n'), 'fields'),
          ...wordRepeated(repeatedNames(fieldNames({ frontmatterFields: entries.filter(isField) })), t),
        ].join(' ');
      },
    };
  }

  #promptRow(): ListRowSpec {
    const t = this.#t;
    const store = this.#store;
    const builtIn = t('prompt.builtIn');
    return {
      name: t('settings.prompt'),
      desc: t('settings.promptHint'),
      isText: true,
      read: () => [store.settings().prompt || builtIn],
      remark: ([text = '']) => this.#unknownIn(text, 'prompt').join(' '),
      // The built-in one is kept as none, so that a better one of a later version takes its place.
      save: ([text = '']) => this.#change({ prompt: ['', builtIn.trim()].includes(text.trim()) ? '' : text }),
    };
  }

  #unknownIn(text: string, of: 'fields' | 'prompt'): readonly string[] {
    return this.#store.unknown(text, of).map((name) => this.#t('settings.unknown', { placeholder: `{{${name}}}` }));
  }

  #excludedFoldersRow(): ListRowSpec {
    return {
      name: this.#t('settings.excludedFolders'),
      desc: this.#t('settings.excludedFoldersHint'),
      read: () => this.#store.settings().excludedFolders,
      save: (entries) => {
        const excludedFolders = entries.map(folderPath).filter((entry) => entry !== '');
        return this.#change({ excludedFolders });
      },
    };
  }
}

function keyOf({ kind, mark }: KnownWeight): string {
  return `weights.${kind}.${mark}`;
}

/** A folder as Obsidian writes its path; `''` for the root. */
function folderPath(path: string): string {
  return normalizePath(path.trim()).replace(/^\/$/, '');
}
