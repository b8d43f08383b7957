import * as z from 'zod/mini';
import { SIGNAL_FIELDS } from './model/frontmatter';
import { DEFAULT_LANGUAGES, type Relation, type StepNumber, type UserHeadings } from './model/vocabulary';
import { languageName } from './text/language-name';
import { lazily, lazyPattern } from './text/lazily';

/** What the user can set, always complete and valid. */
export interface Settings {
  /** Folder of new notes; `''` means wherever Obsidian puts new notes. */
  readonly newNoteFolder: string;
  /** The language of the headings that a new note is given. */
  readonly headingLanguage: 'ru' | 'en';
  /** The signs before the headings of steps: 🔹, or ✅ 🌐 🧠. */
  readonly headingSigns: 'diamond' | 'picture';
  /** Path of the note that new notes follow instead of the built-in template; `''` for none. */
  readonly templateNote: string;
  /** Frontmatter of new notes, a field each: `created`, or with what it holds, `status: draft`. */
  readonly frontmatterFields: readonly string[];
  /** Codes of the languages of steps 1 and 2. */
  readonly firstLanguage: string;
  readonly secondLanguage: string;
  /** The text of a new note is taken for step 1, not for a raw text. */
  readonly textIsCorrected: boolean;
  /** Pasting step 1 takes the raw text out. */
  readonly removesRawText: boolean;
  /** How much of the words step 1 may change, in percent: what a model is asked. */
  readonly mostChanged: number;
  /** A prompt names the notes that may belong to the note it speaks of. */
  readonly promptNamesIdeas: boolean;
  /** What a model is asked; `''` for the built-in prompt. */
  readonly prompt: string;
  /** The field `updated` of a three-step note follows what is written in it. */
  readonly keepsUpdated: boolean;
  /** The title that gives a new note its file name; the other one stands in when this one is empty. */
  readonly fileNameLanguage: 'en' | 'ru';
  /** Headings and fields of the user's own, per relation, added to the built-in ones. */
  readonly relationHeadings: Readonly<Record<Relation, readonly string[]>>;
  /** Names of the user's own properties and inline fields, per relation, added to the built-in ones. */
  readonly relationFields: Readonly<Record<Relation, readonly string[]>>;
  /** Where a first idea of a relation goes in a note that keeps none elsewhere. */
  readonly firstIdeas: 'list' | 'property';
  /** Headings of the user's own, per step, added to the built-in ones. */
  readonly stepHeadings: Readonly<Record<StepNumber, readonly string[]>>;
  /** Folders whose notes are not read, without a slash at the end. */
  readonly excludedFolders: readonly string[];
  /** How many characters, spaces included, an A4 page has. */
  readonly pageCharacters: number;
  /** What marks weigh in every table, where that is not the default. */
  readonly weights: Weights;
  /** What holds for single tables only. A table is known by its note and its header. */
  readonly tables: readonly TableSettings[];
}

/** Weights by mark: `{ value: { '🔥': 2 }, cost: { '🧠': 0 } }`. */
export interface Weights {
  readonly value: Readonly<Record<string, number>>;
  readonly cost: Readonly<Record<string, number>>;
}

/** What a column can be set to. */
export const ROLE_CHOICES = ['value', 'cost', 'none'] as const;
export type RoleChoice = (typeof ROLE_CHOICES)[number];

/** What the user has set for one table. */
export interface TableTuning {
  /** Over the weights for all tables. */
  readonly weights: Weights;
  /** By 0-based column; a column that is left out follows the table. */
  readonly roles: Readonly<Record<number, RoleChoice>>;
  /** The one mark that counts as a cost; all of them where there is none, or `''`. */
  readonly only?: string;
}

/** What is set for a table for which nothing is. */
export const NO_TUNING: TableTuning = { weights: { value: {}, cost: {} }, roles: {} };

export interface TableSettings extends TableTuning {
  /** Path of the note in the vault. */
  readonly path: string;
  /** The header's cells as written. */
  readonly header: readonly string[];
}

/** The version that this plugin writes into data.json. A change that old data must follow adds a row to `MIGRATIONS`. */
export const SETTINGS_VERSION = 1;

export const DEFAULT_SETTINGS: Settings = {
  newNoteFolder: '',
  headingLanguage: 'ru',
  headingSigns: 'diamond',
  templateNote: '',
  frontmatterFields: ['tags', 'category', 'description', 'title', ...SIGNAL_FIELDS, 'updated', 'created'],
  firstLanguage: DEFAULT_LANGUAGES[0],
  secondLanguage: DEFAULT_LANGUAGES[1],
  textIsCorrected: false,
  removesRawText: false,
  mostChanged: 20,
  promptNamesIdeas: false,
  prompt: '',
  keepsUpdated: false,
  fileNameLanguage: 'en',
  relationHeadings: { upstream: [], direct: [], downstream: [], related: [], source: [] },
  relationFields: { upstream: [], direct: [], downstream: [], related: [], source: [] },
  firstIdeas: 'list',
  stepHeadings: { 1: [], 2: [], 3: [] },
  excludedFolders: [],
  pageCharacters: 1800,
  weights: NO_TUNING.weights,
  tables: [],
};

/** The settings that are one plain value each, with what that can be. */
type PlainKey = {
  [K in keyof Settings]: Settings[K] extends string | number | boolean ? K : never;
}[keyof Settings];
/** Refuses what a value of its type must not be. */
const only =
  <T>(isRight: (value: T) => boolean) =>
  ({ value: input, issues }: z.core.ParsePayload<T>): void => {
    if (!isRight(input)) issues.push({ code: 'custom', input });
  };
const LANGUAGE = (): z.ZodMiniType<string> => z.string().check(only(isLanguage));
const PLAIN = lazily((): { readonly [K in PlainKey]: z.ZodMiniType<Settings[K]> } => ({
  newNoteFolder: z.string(),
  headingLanguage: z.enum(['ru', 'en']),
  headingSigns: z.enum(['diamond', 'picture']),
  templateNote: z.string(),
  firstLanguage: LANGUAGE(),
  secondLanguage: LANGUAGE(),
  textIsCorrected: z.boolean(),
  removesRawText: z.boolean(),
  mostChanged: z.number().check(only((percent: number) => percent >= 0 && percent <= 100)),
  promptNamesIdeas: z.boolean(),
  prompt: z.string(),
  keepsUpdated: z.boolean(),
  fileNameLanguage: z.enum(['en', 'ru']),
  firstIdeas: z.enum(['list', 'property']),
  pageCharacters: z.number().check(only((count: number) => count >= 1)),
}));

/** Turns the data of one version into the data of the next. Must cope with data that is damaged. */
export type Migration = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The migration at index `n` takes data from version `n` to version `n + 1`. Data without a version is version 0. */
const MIGRATIONS: readonly Migration[] = [
  // Version 0 is a file written by hand; it has the fields of version 1.
  (data) => data,
];

export interface LoadedSettings {
  readonly settings: Settings;
  /** Paths of the fields that were there but not usable, such as `relationHeadings.upstream`; `*` when nothing was. */
  readonly damaged: readonly string[];
}

/**
 * Reads what `loadData()` gave. Total: a field that is missing takes its default, one that is damaged takes its default and is
 * named in `damaged`; a list keeps those of its entries that are usable. Data of a newer version is read as far as it is known.
 */
export function loadSettings(data: unknown, migrations: readonly Migration[] = MIGRATIONS): LoadedSettings {
  if (data === null || data === undefined) return { settings: DEFAULT_SETTINGS, damaged: [] };
  if (!isObject(data)) return { settings: DEFAULT_SETTINGS, damaged: ['*'] };

  const damaged: string[] = [];
  const fields = new Fields(migrate(data, migrations), '', damaged);
  const steps = fields.inner('stepHeadings');
  const plain = <K extends PlainKey>(key: K): Settings[K] => fields.read(key, PLAIN()[key], DEFAULT_SETTINGS[key]);
  const settings: Settings = {
    newNoteFolder: plain('newNoteFolder'),
    headingLanguage: plain('headingLanguage'),
    headingSigns: plain('headingSigns'),
    templateNote: plain('templateNote'),
    frontmatterFields: fields.readEach(
      'frontmatterFields',
      (entry) => (isField(entry) ? entry : null),
      DEFAULT_SETTINGS.frontmatterFields,
    ),
    firstLanguage: plain('firstLanguage'),
    secondLanguage: plain('secondLanguage'),
    textIsCorrected: plain('textIsCorrected'),
    removesRawText: plain('removesRawText'),
    mostChanged: plain('mostChanged'),
    promptNamesIdeas: plain('promptNamesIdeas'),
    prompt: plain('prompt'),
    keepsUpdated: plain('keepsUpdated'),
    fileNameLanguage: plain('fileNameLanguage'),
    relationHeadings: readWords(fields.inner('relationHeadings')),
    relationFields: readWords(fields.inner('relationFields')),
    firstIdeas: plain('firstIdeas'),
    stepHeadings: { 1: steps.readList('1'), 2: steps.readList('2'), 3: steps.readList('3') },
    excludedFolders: fields.readList('excludedFolders'),
    pageCharacters: plain('pageCharacters'),
    weights: readWeights(fields.inner('weights')),
    tables: fields.readEach('tables', readTable),
  };
  return { settings, damaged };
}

/**
 * What to hand to `saveData()`: the settings over `stored`, what `loadData()` gives now, so that fields which only a newer
 * version knows survive a save by this one.
 */
export function storedSettings(settings: Settings, stored: unknown): Readonly<Record<string, unknown>> {
  const kept = isObject(stored) ? stored : {};
  return { ...kept, ...settings, version: Math.max(SETTINGS_VERSION, versionOf(kept) ?? 0) };
}

/** The settings with another value; `null` when `key` names no plain setting, or the value is none that it can have. */
export function withValue(settings: Settings, key: string, value: unknown): Settings | null {
  if (!isPlain(key)) return null;
  const result = PLAIN()[key].safeParse(value);
  if (!result.success) return null;
  const next: Settings = { ...settings, [key]: result.data };
  // Whoever turns to other languages has no use for headings in Russian, unless they are chosen then.
  const isRussian = (one: Settings): boolean => [one.firstLanguage, one.secondLanguage].includes('ru');
  return isRussian(settings) && !isRussian(next) ? { ...next, headingLanguage: 'en' } : next;
}

function isPlain(key: string): key is PlainKey {
  return Object.hasOwn(PLAIN(), key);
}

/** Whether a code is that of a language which has a name. */
export function isLanguage(code: string): boolean {
  return languageName(code, 'en') !== '';
}

/** `name`, or `name: value`; a name holds no sign that YAML could take for something else. */
const FIELD = lazyPattern(String.raw`^[\p{L}\p{N}_][^:#"'\r\n]*(?::(?:\s.*)?)?$`);
/** What has brackets of its own, and is none here. */
const NO_BRACKETS = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{\{[^{}]*\}\}|\s#.*/g;

/** Whether an entry of `frontmatterFields` can stand in frontmatter: one that opens a list has to close it. */
export function isField(entry: unknown): entry is string {
  if (typeof entry !== 'string' || !FIELD().test(entry)) return false;
  let value = entry
    .replace(/^[^:]*:?/, '')
    .replace(NO_BRACKETS, '')
    .trim();
  if (!/^[[{]/.test(value)) return !/^[\]}]/.test(value);
  for (let before = ''; before !== value;) {
    before = value;
    value = value.replace(/\[[^[\]{}]*\]|\{[^[\]{}]*\}/g, 'x');
  }
  return value === 'x';
}

/** The fields of new notes, without what they hold at first. */
export function fieldNames({ frontmatterFields }: Pick<Settings, 'frontmatterFields'>): readonly string[] {
  return frontmatterFields.map((field) => field.replace(/\s*:.*$/s, ''));
}

/** The user's own headings, as the reader takes them. */
export function userHeadings(settings: Settings): UserHeadings {
  return {
    relations: settings.relationHeadings,
    steps: settings.stepHeadings,
    fields: settings.relationFields,
    languages: [settings.firstLanguage, settings.secondLanguage],
  };
}

/** Of names for relations, those that the user has under no relation yet. */
export function newNames<Named extends OwnName>({ relationFields }: Settings, names: readonly Named[]): Named[] {
  const own = new Set(Object.values(relationFields).flatMap((list) => list.map((name) => name.trim().toLowerCase())));
  return names.filter(({ name }) => !own.has(name.trim().toLowerCase()));
}

/** The settings with more names for relations: a field or a property of such a name has that relation. */
export function withNames(settings: Settings, names: readonly OwnName[]): Settings {
  const relationFields = { ...settings.relationFields };
  for (const { name, relation } of newNames(settings, names)) {
    relationFields[relation] = [...relationFields[relation], name];
  }
  return { ...settings, relationFields };
}

/** A name for a relation. */
interface OwnName {
  readonly name: string;
  readonly relation: Relation;
}

/** Whether the note at a path stands in a folder that the user has left out. */
export function isLeftOut({ excludedFolders }: Settings, path: string): boolean {
  return excludedFolders.some((folder) => path.startsWith(`${folder}/`));
}

/** Whether two settings read notes differently: then what was read has to be read again. */
export function changesReading(before: Settings, after: Settings): boolean {
  const listsOf = (settings: Settings): readonly unknown[] => [userHeadings(settings), settings.excludedFolders];
  return JSON.stringify(listsOf(before)) !== JSON.stringify(listsOf(after));
}

/** Weights with another one for a mark; `null` takes away what is set for it. */
export function withWeight(weights: Weights, kind: keyof Weights, mark: string, weight: number | null): Weights {
  const { [mark]: _before, ...others } = weights[kind];
  return { ...weights, [kind]: weight === null ? others : { ...others, [mark]: weight } };
}

/** What is set for a table. */
export function tuningOf({ tables }: Settings, path: string, header: readonly string[]): TableTuning {
  return tables.find((table) => isTable(table, path, header)) ?? NO_TUNING;
}

/** The settings with another tuning for a table; one that says nothing is not kept. */
export function withTuning(
  settings: Settings,
  path: string,
  header: readonly string[],
  { weights, roles, only = '' }: TableTuning,
): Settings {
  const others = settings.tables.filter((table) => !isTable(table, path, header));
  const saysNothing =
    only === '' && [weights.value, weights.cost, roles].every((part) => Object.keys(part).length === 0);
  const table = { path, header, weights, roles, ...(only !== '' && { only }) };
  return { ...settings, tables: saysNothing ? others : [...others, table] };
}

/**
 * The settings after a note or a folder that they name was moved or renamed; the same object where that changes nothing. What is known
 * of the tables of a note that stood there before goes.
 */
export function movedPaths(settings: Settings, from: string, to: string): Settings {
  let changes = false;
  const moved = (path: string): string => {
    if (!isIn(path, from)) return path;
    changes = true;
    return to + path.slice(from.length);
  };
  const after: Settings = {
    ...settings,
    newNoteFolder: moved(settings.newNoteFolder),
    templateNote: moved(settings.templateNote),
    excludedFolders: settings.excludedFolders.map(moved),
    tables: settings.tables
      .filter(({ path }) => !isIn(path, to) || !settings.tables.some((table) => isIn(table.path, from)))
      .map((table) => ({ ...table, path: moved(table.path) })),
  };
  return changes ? after : settings;
}

function isTable(table: TableSettings, path: string, header: readonly string[]): boolean {
  return (
    table.path === path &&
    table.header.length === header.length &&
    table.header.every((cell, column) => cell === header[column])
  );
}

function isIn(path: string, fileOrFolder: string): boolean {
  return path === fileOrFolder || path.startsWith(`${fileOrFolder}/`);
}

function migrate(
  data: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[],
): Readonly<Record<string, unknown>> {
  return migrations.slice(versionOf(data) ?? migrations.length).reduce((at, migration) => migration(at), data);
}

/**
 * `null` for a version that cannot be read. Such data counts as the present version's: better to read the fields as they are than
 * to change them twice.
 */
function versionOf(data: Readonly<Record<string, unknown>>): number | null {
  if (data.version === undefined) return 0;
  const { version } = data;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readWords(relations: Fields): Settings['relationHeadings'] {
  return {
    upstream: relations.readList('upstream'),
    direct: relations.readList('direct'),
    downstream: relations.readList('downstream'),
    related: relations.readList('related'),
    source: relations.readList('source'),
  };
}

function readWeights(fields: Fields): Weights {
  return { value: fields.readByName('value', z.number()), cost: fields.readByName('cost', z.number()) };
}

/** `null` for an entry of which anything is missing or damaged. */
function readTable(entry: unknown): TableSettings | null {
  if (!isObject(entry)) return null;
  const damaged: string[] = [];
  const fields = new Fields(entry, '', damaged);
  const table = {
    path: fields.readText('path'),
    header: fields.readList('header'),
    weights: readWeights(fields.inner('weights')),
    roles: fields.readByName('roles', z.enum(ROLE_CHOICES)),
    ...(entry.only !== undefined && { only: fields.readText('only') }),
  };
  return damaged.length > 0 || table.path === '' || table.header.length === 0 ? null : table;
}

/** One object of data that may be anything, read field by field; what is damaged is noted under the field's path. */
export class Fields {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #prefix: string;
  readonly #damaged: string[];

  constructor(data: Readonly<Record<string, unknown>>, prefix = '', damaged: string[] = []) {
    this.#data = data;
    this.#prefix = prefix;
    this.#damaged = damaged;
  }

  read<T>(key: string, schema: z.ZodMiniType<T>, fallback: T): T {
    const value = this.#data[key];
    if (value === undefined) return fallback;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    this.#damaged.push(this.#prefix + key);
    return fallback;
  }

  readText(key: string): string {
    return this.read(key, z.string(), '');
  }

  readList(key: string): readonly string[] {
    return this.readEach(key, (entry) => z.string().safeParse(entry).data ?? null);
  }

  /** The objects of a list. */
  readObjects(key: string): readonly Fields[] {
    return this.readEach(key, fieldsOf);
  }

  /** The usable entries of a list. */
  readEach<T>(key: string, readEntry: (entry: unknown) => T | null, fallback: readonly T[] = []): readonly T[] {
    const value = this.#data[key];
    if (value === undefined) return fallback;
    const entries: readonly unknown[] | null = Array.isArray(value) ? value : null;
    const usable = entries?.map(readEntry).filter((entry) => entry !== null);
    if (usable?.length !== entries?.length || !usable) this.#damaged.push(this.#prefix + key);
    return usable ?? fallback;
  }

  /** The usable fields of an object whose keys can be anything. */
  readByName<T>(key: string, schema: z.ZodMiniType<T>): Readonly<Record<string, T>> {
    const data = this.inner(key).#data;
    const usable = Object.entries(data).flatMap(([name, value]) => {
      const result = schema.safeParse(value);
      return result.success ? [[name, result.data] as const] : [];
    });
    if (usable.length < Object.keys(data).length) this.#damaged.push(this.#prefix + key);
    return Object.fromEntries(usable);
  }

  inner(key: string): Fields {
    const value = this.#data[key] ?? {};
    if (!isObject(value)) this.#damaged.push(this.#prefix + key);
    return new Fields(isObject(value) ? value : {}, `${this.#prefix}${key}.`, this.#damaged);
  }
}

/** What was kept by whomever, to be read; `null` where that is no object. */
export const fieldsOf = (data: unknown): Fields | null => (isObject(data) ? new Fields(data) : null);
