import { RELATION_NAMES, type Relation } from './words/language';

export { RELATION_NAMES, type Relation };

/**
 * The only list of words the plugin understands. A newcomer adds a spelling by adding it to one row here; what names a relation
 * between notes is in `words`, one file a language.
 *
 * A phrase is matched, as whole words, against text without emoji and markup, in small letters, with `е` for `ё`. All phrases here
 * are of one dialect:
 *
 * - `*` stands for any letters or none: `вышестоящ*`;
 * - `-` for a hyphen or a space, ` ` for any space, a colon included, `#` for a number;
 * - `(a|b)` for one of several, with phrases inside: `(прям*|непосредственн*) относящ*`;
 * - `?` says that the letter or the group before it may be left out: `notes?`, `(internal )?links`;
 * - `|` outside a group parts the phrases of a list.
 *
 * Every other sign stands for itself. Words that are looked up as a whole, such as labels and units' multipliers, hold none of these.
 */

/** What folders of templates are called. */
export const TEMPLATE_FOLDERS = [
  'templates?',
  'шаблон*',
  'vorlagen?',
  'plantillas?',
  'modeles?',
  'modelli',
  'sablon*',
  'szablon*',
  '模板',
];

/** What a note is to the other one that names it under a relation: whoever lists an upstream idea is downstream of it. */
export const INVERSE_RELATIONS: Readonly<Record<Relation, Relation | null>> = {
  upstream: 'downstream',
  direct: 'direct',
  downstream: 'upstream',
  related: 'related',
  source: null,
};

/** 1 corrected Russian, 2 English translation, 3 vector-field expansion. */
export const STEP_NUMBERS = [1, 2, 3] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

/** Codes of the languages of steps 1 and 2. */
export type StepLanguages = readonly [string, string];
export const DEFAULT_LANGUAGES: StepLanguages = ['ru', 'en'];

/** Headings and labels of the user's own, added to the built-in ones. */
export interface UserHeadings {
  readonly relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly steps: Readonly<Partial<Record<StepNumber, readonly string[]>>>;
  /** Names of properties and inline fields. */
  readonly fields?: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly languages?: StepLanguages;
}

/** Words that number a step: `Шаг 1`, `Step 2`. */
export const STEP_WORDS = ['шаг', 'step'] as const;

/** What the heading of a raw text says, remarks in parentheses aside. */
export const RAW_HEADINGS =
  'черновик( (мысли|заметки|текста))?|(сыр|исходн)(ой текст|ый текст|ая мысль)|надиктованн(ое|ый текст)|диктовка|' +
  'raw (text|thought|dictation|draft)|(first |rough )?draft|dictation|rohtext|rohfassung|entwurf|diktat|' +
  'texte brut|brouillon|texto en bruto|borrador|чернетка|草稿';

/** What stands for the number of a step behind such a word. */
export const STEP_NUMERALS: Readonly<Record<StepNumber, readonly string[]>> = {
  1: ['1', 'i', 'первый', 'one'],
  2: ['2', 'ii', 'второй', 'two'],
  3: ['3', 'iii', 'третий', 'three'],
};

/** Labels above a step's text that announce it and say nothing themselves: `**Исправленный текст:**`. */
export const STEP_LABELS = [
  'исправленный текст',
  'исправленный вариант',
  'корректура',
  'перевод',
  'название',
  'corrected text',
  'translation',
  'title',
] as const;

/** Phrases that say which step of the template a heading opens. */
export const STEP_PHRASES: Readonly<Record<StepNumber, readonly string[]>> = {
  1: [
    'корректур*',
    'коррекци*',
    'исправл*',
    'правк*',
    'вычитк*',
    'оригинальн* текст*',
    'русск* (текст*|верси*)',
    'proofread*',
    'correct*',
    'russian',
  ],
  2: ['*перевод*', 'translat*', 'английск* (верси*|текст*)', 'english (version|text|translation)'],
  3: [
    'векторн*',
    'векторно-полев*',
    'полев* (развертк*|интерпретаци*|трактовк*)',
    'развертк*',
    'vector*',
    'field-vector',
    'field (expansion|unfolding)',
    'expanded intent',
    'expansion',
    'unfolding',
  ],
};

/** The languages of the steps. With a step's phrase they prove that a heading is the template's, but alone they say nothing. */
export const STEP_LANGUAGES: readonly string[] = ['русск*', 'по-русски', 'russian', 'английск*', 'english'];

/** Phrases of steps that other procedures do not have. */
export const STEP_PROOFS: readonly string[] = [
  'корректур*',
  'вычитк*',
  '*векторно-полев*',
  'полев* (развертк*|интерпретаци*|трактовк*)',
  'vector*-field',
  'field-vector',
  'field (expansion|unfolding)',
  'expanded intent',
];

/** Words that may stand beside a step's phrase. With any other one the heading is about something else: "Offset correction". */
export const STEP_FILLERS: readonly string[] = [
  '(текст|мысл|верси|заметк|язык|названи|оригинал|исходн|точн|дословн|близк|смысл|грамматическ|орфографическ|полн|кратк)*',
  '(и|а|в|на|по|с|для|до|англ|рус)',
  '(text|thought|note|version|language|title|original|accurate|precise|exact|faithful|literal|direct|grammar|spelling|semantic|full)s?',
  '(and|of|the|in|to|into|for|a#?|en|ru)',
  '#',
];

/** Header words that leave a noun out in the cells below, and how a rung's name ends then: «Уровень» over «Физический». */
export const RUNG_NAME_ENDINGS: readonly (readonly [header: string, endings: readonly string[]])[] = [
  ['уровень', ['ый', 'ий', 'ой']],
];

/** Endings of adjectives, and what a listed one becomes in the other genders: _низкая_, _низкое_; _alta_. */
const GENDER = /(?:[нт]ий|[ыио]й|o)(?=<|$)/g;
const GENDERS: readonly ((ending: string) => string)[] = [
  (ending) => ending,
  (ending) => ({ o: 'a', ний: 'няя', тий: 'тья' })[ending] ?? 'ая',
  (ending) => ({ o: 'o', ний: 'нее', тий: 'тье' })[ending] ?? 'ое',
];

/** Scales as they are listed, `low<high|small<large`, each as its words, in all genders. */
export const scalesIn = (list: string): readonly (readonly string[])[] =>
  list
    .split('|')
    .flatMap((scale) => [...new Set(GENDERS.map((gender) => scale.replace(GENDER, gender)))])
    .map((scale) => scale.split('<'));

/** Letters of a tier list, best first, as games write them. Ranks count from 1. */
export const LETTER_SCALE = ['s', 'a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Medals, best first. Ranks count from 1. */
export const MEDALS = ['🥇', '🥈', '🥉'] as const;

/** Signs that are marks although they are not emoji. */
export const MARK_SIGNS = '★☆✓✔✗✘●○◐+−±↑↓⬆⬇';

/** What stands before the name of what is counted. */
export const HEADER_LEADS = '(number|amount|count|level|degree|rate|share|percent|percentage) of';

/** Words that end what a header names: what follows qualifies it (`Impact on cost`). */
export const HEADER_BREAKS = 'of|on|for|to|in|at|per|vs|and|на|для|по|в|и';

/** What a mark weighs in a value column until its user says otherwise. A mark that is not here is not counted there. */
export const VALUE_WEIGHTS: Readonly<Record<string, number>> = {
  '🟢': 1,
  '✅': 1,
  '✔': 1,
  '✓': 1,
  '⭐': 1,
  '★': 1,
  '+': 1,
  '⚪': 0,
  '🟡': 0,
  '☆': 0,
  '±': 0,
  '🔴': -1,
  '❌': -1,
  '✗': -1,
  '✘': -1,
  '✖': -1,
  '−': -1,
};

/** What a mark costs in a cost column when it is not listed below. */
export const OTHER_MARK_COST = 1;

/** Marks that cost something else: the empty stars of `★★★☆☆` are those that are not there. */
export const COST_WEIGHTS: Readonly<Record<string, number>> = { '☆': 0 };
