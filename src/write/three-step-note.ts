import { SIGNAL_FIELDS } from '../model/frontmatter';
import { wellFormed, yamlText } from './yaml';

/** What the user gives for a new note. */
export interface NoteDraft {
  readonly titles: Titles;
  /** Valid tags without `#`. */
  readonly tags: readonly string[];
  /** The raw Russian text, with any line ends; `''` if there is none yet. */
  readonly text: string;
  readonly headingLanguage: 'ru' | 'en';
  /** The title that the note is known by; see `mainTitle`. */
  readonly titleLanguage: 'ru' | 'en';
  /** Written in local time. */
  readonly now: Date;
}

export interface Titles {
  readonly ru: string;
  readonly en: string;
}

/** A place in a text, counted as an editor counts: both from 0. */
export interface TextPlace {
  readonly line: number;
  readonly ch: number;
}

interface Headings {
  readonly title: string;
  readonly steps: readonly [string, string, string];
  readonly related: string;
  readonly upstream: string;
  readonly downstream: string;
  readonly direct: string;
  readonly sources: string;
}

/** The headings as most notes spell them, so that new notes and old ones look alike. */
const HEADINGS: Readonly<Record<'ru' | 'en', Headings>> = {
  ru: {
    title: 'Название',
    steps: [
      '### 🔹 **Шаг 1 — Корректура по-русски:**',
      '### 🔹 **Шаг 2 — Перевод на английский (точность смысла):**',
      '### 🔹 **Шаг 3 — Векторно-полевая развёртка (на английском):**',
    ],
    related: '## 🔗 Связанные идеи',
    upstream: '### Вышестоящие идеи',
    downstream: '### Нижестоящие идеи',
    direct: '### Прямо относящиеся к этой заметке',
    sources: '#### Sources',
  },
  en: {
    title: 'Title',
    steps: [
      '### 🔹 **Step 1 — Russian Correction:**',
      '### 🔹 **Step 2 — English Translation:**',
      '### 🔹 **Step 3 — Vector-Field Expansion (in English):**',
    ],
    related: '## 🔗 Related ideas',
    upstream: '### Upstream ideas',
    downstream: '### Downstream ideas',
    direct: '### Directly related to this note',
    sources: '#### Sources',
  },
};

/** What step 3 starts from. It is in English whatever the headings are in, for step 3 is written in English. */
const EXPANSION = [
  '#### Objective',
  '',
  '#### Core idea',
  '',
  '#### Mechanisms',
  '',
  '#### Tier table',
  '',
  '| Rank | Idea | Gain | Cost |',
  '| ---: | --- | --- | --- |',
  '| 1 | | | |',
  '| 2 | | | |',
  '| 3 | | | |',
  '',
  '#### Limits and open questions',
];

/** Where a step waits for its text: a quote without words. Blank lines of a quoted text are `>` alone, so this stands nowhere else. */
const EMPTY_QUOTE = '> ';

/** The title that a note is known by: the one in `language`, else the other. On one line, `''` when both are empty. */
export function mainTitle(titles: Titles, language: 'ru' | 'en'): string {
  const [first, second] = language === 'en' ? [titles.en, titles.ru] : [titles.ru, titles.en];
  return oneLine(first) || oneLine(second);
}

/** The text of a new three-step note: frontmatter, title, the steps and the lists for related ideas. Ends in one line break. */
export function composeThreeStepNote(draft: NoteDraft): string {
  const headings = HEADINGS[draft.headingLanguage];
  const [correction, translation, expansion] = headings.steps;
  const parts = [
    frontmatter(draft),
    '',
    titleLine(draft, headings.title),
    '',
    '---',
    '',
    correction,
    '',
    ...quote(draft.text),
    '',
    ...[headings.related, headings.upstream, headings.downstream, headings.direct, headings.sources].flatMap(spaced),
    '---',
    '',
    translation,
    '',
    EMPTY_QUOTE,
    '',
    '---',
    '',
    expansion,
    '',
    ...EXPANSION,
  ];
  return `${parts.join('\n')}\n`;
}

/** Where to go on writing in a composed note: its first empty step, or the start of the text when every step is filled. */
export function writingPlace(note: string): TextPlace {
  const line = note.split('\n').indexOf(EMPTY_QUOTE);
  return line === -1 ? { line: 0, ch: 0 } : { line, ch: EMPTY_QUOTE.length };
}

function frontmatter(draft: NoteDraft): string {
  const day = `${draft.now.getFullYear()}-${twoDigits(draft.now.getMonth() + 1)}-${twoDigits(draft.now.getDate())}`;
  const time = [draft.now.getHours(), draft.now.getMinutes(), draft.now.getSeconds()].map(twoDigits).join(':');
  return [
    '---',
    ...(draft.tags.length === 0 ? ['tags: []'] : ['tags:', ...draft.tags.map((tag) => `  - ${yamlText(tag)}`)]),
    'category:',
    'description:',
    `title: ${yamlText(mainTitle(draft.titles, draft.titleLanguage))}`.trimEnd(),
    ...SIGNAL_FIELDS.map((field) => `${field}:`),
    `updated: ${day} ${time}`,
    `created: ${day}`,
    '---',
  ].join('\n');
}

function titleLine(draft: NoteDraft, label: string): string {
  const titles = [oneLine(draft.titles.ru), oneLine(draft.titles.en)].filter((title) => title !== '');
  const shown = draft.headingLanguage === 'ru' ? titles : titles.reverse();
  return `🔹 **${label}:** ${[...new Set(shown)].map(escapeMarkdown).join(' — ')}`.trimEnd();
}

/** The lines of a quote that says `text` word for word. Blank lines around the text are dropped, those in it are `>`. */
function quote(text: string): readonly string[] {
  const lines = wellFormed(text).split(/\r\n|\r|\n/);
  const filled = lines.map((line) => line.trim() !== '');
  const first = filled.indexOf(true);
  if (first === -1) return [EMPTY_QUOTE];
  return lines.slice(first, filled.lastIndexOf(true) + 1).map((line) => (line.trim() === '' ? '>' : `> ${line}`));
}

function spaced(heading: string): readonly string[] {
  return [heading, ''];
}

function oneLine(title: string): string {
  return wellFormed(title)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A title in which no sign is taken for Markdown. An underscore within a word is harmless, and common in titles. */
function escapeMarkdown(title: string): string {
  return title
    .replace(/[\\`*[\]<$^]|%%|~~|==|#(?=\S)/g, escaped)
    .replace(/_+/g, (bars, at: number, whole: string) =>
      isWordSign(whole.charAt(at - 1)) && isWordSign(whole.charAt(at + bars.length)) ? bars : escaped(bars),
    );
}

function escaped(signs: string): string {
  return Array.from(signs, (sign) => `\\${sign}`).join('');
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
