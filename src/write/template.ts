/** How the headings of a new note are spelt. */
export interface TemplateStyle {
  readonly language: 'ru' | 'en';
  /** One sign for all headings, or one for each step. */
  readonly signs: 'diamond' | 'picture';
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

/** Words of the headings that are no steps. */
export const OTHER_HEADINGS = {
  ru: {
    title: 'Название',
    related: 'Связанные идеи',
    upstream: 'Вышестоящие идеи',
    downstream: 'Нижестоящие идеи',
    direct: 'Прямо относящиеся к этой заметке',
  },
  en: {
    title: 'Title',
    related: 'Related ideas',
    upstream: 'Upstream ideas',
    downstream: 'Downstream ideas',
    direct: 'Directly related to this note',
  },
} as const;

/** The template that new notes follow unless their author has one, without frontmatter. What step 3 starts from is in English, as it is. */
export function builtInTemplate({ language, signs }: TemplateStyle): string {
  const [correction, translation, expansion] = STEP_HEADINGS[language][signs];
  const { title, related, upstream, downstream, direct } = OTHER_HEADINGS[language];
  return `🔹 **${title}:** {{titles}}

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

#### Objective

#### Core idea

#### Mechanisms

#### Tier table

| Rank | Idea | Gain | Cost |
| ---: | --- | --- | --- |
| 1 | | | |
| 2 | | | |
| 3 | | | |

#### Limits and open questions
`;
}
