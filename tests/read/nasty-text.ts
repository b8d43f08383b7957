import fc from 'fast-check';

/** Pieces of Markdown that open, close or break what readers look for. */
const PIECES = [
  '# ',
  '## Upstream ideas',
  '## S Tier',
  '## A Tier — good',
  '### 🔹 **Шаг 1 — Корректура:**',
  '### Step 3 — Vector expansion',
  '**Нижестоящие идеи:**',
  'Three practical applications:',
  'Sources',
  '- ',
  '1. ',
  '+ [ ] ',
  '[[',
  ']]',
  '[[Дом]]',
  '[[Home#Roof|so]]',
  '[[Home\\|so]]',
  '![[picture.png]]',
  '[x](Home.md)',
  '](',
  '[^1]',
  '[^1]: ',
  '|',
  '\\|',
  '| Tier | Thing |',
  '|---|---|',
  '| 1 | [[Дом]] |',
  '| T2 | 🟢🟢 x, 💰 |',
  ':-:',
  '---',
  '***',
  '> ',
  '>',
  '> [!nexus_user] ',
  '>[!nexus_agent]',
  '> [!up] ',
  '↑',
  ' | ',
  '```',
  '~~~',
  '`',
  '<!--',
  '-->',
  '%%',
  '$$',
  '*',
  '**',
  '__',
  '_',
  '==',
  '~~',
  '<br>',
  '"',
  "'",
  '\\',
  ' — ',
  ': ',
  '    ',
  ' ',
  'слово',
  'word',
  '🟢',
  '👩‍💻',
  '1️⃣',
  '\u0000',
  '\u00A0',
  '\u2028',
  '\uD800',
  '\uDC00',
] as const;

/** Lines that belong together more often than chance would bring them. */
const LINES = [
  '## Upstream ideas',
  '### Tier 1: words\n- [[Idea]]\n### Tier 2\n- words',
  '#### Источники:',
  '### Шаг 2 — Перевод',
  '- [[Дом]] — слово',
  '  - [[Home]]: word [^1]',
  '[[Дом]] — слово',
  '[^1]: [[Home#Roof|so]]',
  '| Tier | Thing |\n|---|---|',
  '| 1 | [[Дом]] |',
  '| T2 | 🟢🟢 x, 💰 |',
  '- 🟢 — слово',
  'a | b\n:-: | -',
  '1 | 2 | 3',
  '>[!nexus_user] **User**',
  '> [!children] [[Дом]]',
  '[[Дом]] ↑ | [[Home]] ↓',
  '↑ [[Дом]]',
  '> > слово',
  '```',
  '<!-- ',
  '%%',
  '---',
  '',
] as const;

function textOf(pieces: readonly string[], lines: readonly string[]): fc.Arbitrary<string> {
  const mess = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
  const quote = fc.constantFrom('', '', '', '> ', '>', '> > ');
  const whole = fc.tuple(quote, fc.constantFrom(...lines)).map(([mark, line]) => line.replace(/^/gm, mark));
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: whole }, { weight: 1, arbitrary: mess }), { maxLength: 30, size: 'max' })
    .map((all) => all.join('\n'));
}

const UNCLOSED: readonly string[] = ['```', '~~~', '<!--', '<!-- ', '%%', '$$'];
const isClosed = (piece: string): boolean => !UNCLOSED.includes(piece);

/** Any text that a note may hold, with every kind of line break, tabs and byte order marks. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: textOf([...PIECES, '\r\n', '\r', '\t', '\uFEFF', '---\n', 'title: "', 'tags: [a'], LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Text of lines that end in `\n` alone, without tabs. */
export const plainLines = textOf(PIECES, LINES);

/** Text in which nothing stays open: no fence, comment or formula. */
export const closedBlocks = textOf(PIECES.filter(isClosed), LINES.filter(isClosed));
