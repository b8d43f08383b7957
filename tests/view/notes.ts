/** Notes written for the tests of the sidebar. */

/** A tier table with a legend, ideas above, beside and below, sources, and three steps. */
const TEA = `---
tags:
  - tea
title: Ways to make tea
---

### 🔹 **Шаг 1 — Корректура по-русски:**

> Какой чай заваривать, если времени мало?

## 🔗 Связанные идеи

### Вышестоящие идеи

1. [[Hot drinks]] — Everything that is drunk hot[^1].
2. [[Missing leaf|The leaf]] — A note that nobody has written.

### Нижестоящие идеи

1. [[Green tea]] — Needs cooler water, and **patience**.

### Прямо относящиеся к заметке

- [[Kettle]] — The tool.

#### Sources

[^1]: [[Hot drinks]]
[^2]: [[Tea book]]

### 🔹 **Шаг 2 — English Translation:**

> Which tea to make when there is little time?

### 🔹 **Шаг 3 — Vector-field expansion:**

Three ways, from the slowest to the fastest.

## Ways, ranked

| Tier | Way | Used by | Gain (🟢=tastes good, ⚪=so so) | Price |
|---|---|---|---|---|
| 1 | Loose leaf in a [[Kettle]] | Patient people | 🟢 depth, 🟢 smell | 💰💰💰💰💰 slow |
| 2 | Bag | Offices | ⚪ fast | 💰 paper |
| 3 | Powder | Machines | none | nothing |

## Temperatures

| Tea | Degrees |
|---|---|
| Black | 95 |
| Green | 75 |
`;

const PLAIN = 'Only a line of text.\n';

export const FILES: Readonly<Record<string, string>> = {
  'Drinks/Ways to make tea.md': TEA,
  'Drinks/Hot drinks.md': '# Hot drinks\n\n## Downstream ideas\n\n- [[Ways to make tea]] — one of them\n',
  'Drinks/Green tea.md': PLAIN,
  'Kitchen/Kettle.md': PLAIN,
  'Kitchen/Tea book.md': PLAIN,
  'Plain.md': PLAIN,
};
