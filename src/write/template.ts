import { DEFAULT_LANGUAGES, type StepLanguages } from '../model/vocabulary';
import { languageName } from '../text/language-name';

/** How the headings of a new note are spelt. */
export interface TemplateStyle {
  readonly language: 'ru' | 'en';
  /** One sign for all headings, or one for each step. */
  readonly signs: 'diamond' | 'picture';
  /** What steps 1 and 2 are written in, Russian and English where it is left out. */
  readonly languages?: StepLanguages;
}

/** The headings of steps as most notes spell them, so that new notes and old ones look alike. */
const STEP_HEADINGS: Readonly<Record<'ru' | 'en', Record<TemplateStyle['signs'], readonly [string, string, string]>>> =
  {
    ru: {
      diamond: [
        '🔹 **Шаг 1 — Корректура по-русски:**',
        '🔹 **Шаг 2 — Перевод на английский (точность смысла):**',
        '🔹 **Шаг 3 — Векторно-полевая развёртка (на английском):**',
      ],
      picture: [
        '✅ Шаг 1. Исправленный русский текст:',
        '🌐 Шаг 2. Точный перевод на английский:',
        '🧠 Шаг 3. Векторно-полевая развёртка (на английском, ~5 A4):',
      ],
    },
    en: {
      diamond: [
        '🔹 **Step 1 — Russian Correction:**',
        '🔹 **Step 2 — English Translation:**',
        '🔹 **Step 3 — Vector-Field Expansion (in English):**',
      ],
      picture: [
        '✅ Step 1. Corrected Russian Text:',
        '🌐 Step 2. Accurate English Translation:',
        '🧠 Step 3. Vector-Field Expansion (English, ~5 A4):',
      ],
    },
  };

/** What a step in any other language is called, with the language's name behind it. */
const STEP_NAMES = {
  ru: ['Шаг 1 — Корректура', 'Шаг 2 — Перевод', 'Шаг 3 — Векторно-полевая развёртка'],
  en: ['Step 1 — Correction', 'Step 2 — Translation', 'Step 3 — Vector-field expansion'],
} as const;
const PICTURES = ['✅ ', '🌐 ', '🧠 '];

/** The headings of the steps in a style. */
function stepHeadings({ language, signs, languages = DEFAULT_LANGUAGES }: TemplateStyle): readonly string[] {
  const [first, second] = languages;
  const known = STEP_HEADINGS[language][signs];
  return STEP_NAMES[language].map((name, index) => {
    const code = index === 0 ? first : second;
    if (code === DEFAULT_LANGUAGES[Math.min(index, 1)]) return known[index] ?? '';
    const words = `${name} (${languageName(code, language)}):`;
    return signs === 'diamond' ? `🔹 **${words}**` : `${PICTURES[index] ?? ''}${words}`;
  });
}

/** Words of the headings that are no steps. */
export const OTHER_HEADINGS = {
  ru: {
    title: 'Название',
    raw: 'Черновик',
    related: 'Связанные идеи',
    upstream: 'Вышестоящие идеи',
    downstream: 'Нижестоящие идеи',
    direct: 'Прямо относящиеся к этой заметке',
  },
  en: {
    title: 'Title',
    raw: 'Raw text',
    related: 'Related ideas',
    upstream: 'Upstream ideas',
    downstream: 'Downstream ideas',
    direct: 'Directly related to this note',
  },
} as const;

/**
 * The template that new notes follow unless their author has one, without frontmatter. What step 3 starts from is in
 * English, as it is: what such notes most often have there, in the order in which they have it.
 */
export function builtInTemplate(style: TemplateStyle): string {
  const [correction = '', translation = '', expansion = ''] = stepHeadings(style);
  const { title, raw, related, upstream, downstream, direct } = OTHER_HEADINGS[style.language];
  return `🔹 **${title}:** {{titles}}

---

### 🔹 **${raw}:**

> {{raw}}

---

### ${correction}

> {{step1}}

## 🔗 ${related}

{{related}}

### ${upstream}

{{upstream}}

### ${downstream}

{{downstream}}

### ${direct}

{{direct}}

#### Sources

{{sources}}

---

### ${translation}

> {{step2}}

---

### ${expansion}

#### Core vector

#### Architecture

#### Layers

#### Mechanism

#### Tier table

| Rank | Idea | Gain | Cost |
| ---: | --- | --- | --- |
| 1 | | | |
| 2 | | | |
| 3 | | | |

#### Use cases

#### Implications

#### Conclusion
`;
}
