/** A note of the generated vault. */
export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

/** mulberry32 (Tommy Ettinger, public domain): small, seeded, the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RUSSIAN =
  'мысль работа форма опыт ремонт голос память корпус время слово узел связь поле шаг мера вопрос ответ прибор точность звук лампа часы мастер заметка уровень рисунок среда сила'.split(
    ' ',
  );
const ENGLISH =
  'thought work form experience repair voice memory cabinet time word node link field step measure question answer device accuracy sound valve clock master note level picture setting force'.split(
    ' ',
  );
const MARKS = ['🟢', '⚪', '🔴', '💰', '💰💰', '🔧'];

/**
 * A vault from a fixed seed, in the proportions of a real one: six notes in ten are chats in callouts, four are three-step notes;
 * about half has a table, four in five a list of idea links; a note's body has 8,000 characters at the median, and its frontmatter
 * nearly as many.
 */
export function generateVault(count: number, seed = 1): GeneratedNote[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low));
  const names = Array.from({ length: count }, (_, index) => `${pick(ENGLISH)} ${pick(ENGLISH)} ${index}`);
  const sentence = (words: readonly string[], length: number): string =>
    Array.from({ length }, () => (random() < 0.08 ? `**${pick(words)}**` : pick(words))).join(' ') + '.';
  const paragraph = (words: readonly string[]): string =>
    Array.from({ length: between(1, 5) }, () => sentence(words, between(6, 20))).join(' ');
  const links = (heading: string, words: readonly string[]): string =>
    `### ${heading}\n\n${Array.from({ length: between(3, 8) }, (_, index) => `${index + 1}. [[${pick(names)}]] — ${sentence(words, between(10, 25))}[^${index + 1}]`).join('\n')}\n`;
  const sources = (): string =>
    `#### Sources\n\n${Array.from({ length: between(5, 15) }, (_, index) => `[^${index + 1}]: [[${pick(names)}]]`).join('\n')}\n`;
  const table = (words: readonly string[]): string => {
    const tier = random() < 0.15;
    const rows = Array.from(
      { length: between(3, 12) },
      (_, index) =>
        `| ${tier ? index + 1 : pick(words)} | **${pick(words)} ${pick(words)}** | ${pick(MARKS)} ${sentence(words, 5)} | ${sentence(words, between(4, 12))} |`,
    );
    return `| ${tier ? 'Tier' : 'Aspect'} | Name | Effect | Remark |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  };
  const section = (words: readonly string[]): string => {
    const kind = random();
    const body =
      kind < 0.25
        ? Array.from({ length: between(3, 8) }, () => `- ${sentence(words, between(4, 14))}`).join('\n')
        : kind < 0.35
          ? table(words)
          : Array.from({ length: between(2, 5) }, () => paragraph(words)).join('\n\n');
    return `## ${pick(['🧠', '🔹', '📘'])} ${sentence(words, between(2, 6))}\n\n${body}\n`;
  };
  const quoted = (text: string): string =>
    text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  const frontmatter = (): string =>
    `---\ntags:\n  - ${pick(ENGLISH)}\n  - ${pick(ENGLISH)}\ncategory: ${pick(ENGLISH)}\ndescription: ${sentence(ENGLISH, 30)}\ntitle: ${pick(ENGLISH)}\n${['Receptor', 'Acceptor', 'SignalTransduction', 'Emergence', 'Activation', 'FeedbackLoop', 'SignalAmplification'].map((field) => `${field}: "${Array.from({ length: 12 }, () => sentence(ENGLISH, 16)).join(' ')}"`).join('\n')}\nupdated: 2025-09-07 00:12:21\ncreated: 2025-08-12\n---\n\n`;
  const chat = (): string => {
    const listed =
      random() < 0.8 ? `**Релевантные заметки:**\n\n${links('', RUSSIAN).replace('### \n\n', '')}\n${sources()}\n` : '';
    const answer = Array.from({ length: between(4, 10) }, () => section(RUSSIAN)).join('\n---\n\n');
    return `>[!nexus_user] **User** - 26.07.2025 at 9:49\n${quoted(paragraph(RUSSIAN))}\n<!-- UID: ${between(1, 1e9)} -->\n\n${listed}\n>[!nexus_agent] **Assistant** - 26.07.2025 at 9:50\n${quoted(answer)}\n<!-- UID: ${between(1, 1e9)} -->\n`;
  };
  const threeSteps = (): string =>
    [
      frontmatter(),
      `### 🔹 **Шаг 1 — Корректура по-русски:**\n\n${quoted(Array.from({ length: between(3, 8) }, () => paragraph(RUSSIAN)).join('\n\n'))}\n\n`,
      `## 🔗 Связанные идеи\n\n${links('Вышестоящие идеи', RUSSIAN)}\n${links('Нижестоящие идеи', RUSSIAN)}\n${links('Прямо относящиеся к этой заметке', RUSSIAN)}\n${sources()}\n---\n\n`,
      `### 🔹 **Шаг 2 — Перевод на английский:**\n\n${quoted(Array.from({ length: between(3, 8) }, () => paragraph(ENGLISH)).join('\n\n'))}\n\n---\n\n`,
      `### 🔹 **Шаг 3 — Vector-Field Expansion:**\n\n${Array.from({ length: between(6, 16) }, () => section(ENGLISH)).join('\n---\n\n')}`,
    ].join('');
  return names.map((name) => ({ path: `${name}.md`, text: random() < 0.6 ? chat() : threeSteps() }));
}
