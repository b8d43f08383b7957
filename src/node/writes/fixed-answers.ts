/** What is answered wherever a write asks: always the same, so that the same note gives the same result. */

/** The time of every write, wherever this runs. */
export const NOW = new Date(2025, 0, 2, 3, 4, 5);
export const CREATED = new Date(2024, 11, 31, 23, 58, 59);

/** The idea that is linked to. No vault has it, so that what is written does not depend on the vault. */
export const IDEA = { link: 'Oracle idea', path: 'Oracle/Oracle idea (1).md' };

export const SENTENCE = 'said of it **twice**, «по-русски» too';
export const FOOTNOTE = 'A page, 2025.';

/** The note at the other end, where a link is answered in both notes. */
export const PARTNER = {
  path: 'Oracle/Partner.md',
  text: `---
updated: 2024-01-01
---
# Partner

## Upstream ideas

1. [[Roof]] — over all.[^1]

## Нижестоящие идеи

- **[[Cellar]]**: below

## Sources

[^1]: [[Ledger]]
`,
};

/** What a model answers where steps are asked for. */
export const MODEL_ANSWER = `Here you are:

### Step 1. Corrected Russian Text

> Первый шаг.
> Он из двух строк.

### Step 2. English Translation

The first step.

It has two paragraphs.

### Step 3. Vector-Field Expansion

#### Objective

| Rank | Idea |
| ---: | --- |
| 1 | a \\| b |
`;

/** A template of an author's own, every placeholder in it. */
export const TEMPLATE = `---
title: "{{title}}"
both: {{title_ru}} / {{title_en}}
tags: {{tags}}
updated: {{date}} {{time}}
created: {{created}}
up: {{upstream}}
odd: {{unknown}}
---
# {{titles}} ({{name}})

{{tags}}

### Шаг 1 — Корректура

> {{step1}}

## Вышестоящие идеи

{{upstream}}

## Нижестоящие идеи

{{downstream}}

## Прямо относящиеся

{{direct}}

## Связанные идеи

{{related}}

### Шаг 2 — Перевод на английский

{{step2}}

### Step 3. Vector-Field Expansion

{{step3}}

#### Sources

{{sources}}
`;

export const TITLES = { ru: 'Проба: «новая» мысль?', en: 'A trial / of [a] thought' };
export const TAGS = 'alpha, #beta/gamma; 1984 alpha';
export const FOLDER = 'Новые/Trial: notes';
