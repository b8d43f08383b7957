import { seededRandom } from '../bench/generate.ts';

/** A kind of text that a vault may hold by export, log or accident, in any size. */
export interface Shape {
  readonly name: string;
  /** At least `size` characters of it. */
  readonly text: (size: number) => string;
}

/** Lines or signs that come again and again. */
export const LINES_AND_SIGNS: readonly string[] = [
  // Signs of one line that open, close or join something.
  ...['`', '`` ` ', '` `` ', '```', '[', '[[', '![[', '[[a', '[a](', '[a](b "', '[a](<', '![', '^[', ']', ']]', ']('],
  ...['<a', '<a b="', '<a b=c ', '<b>', '</b>', '<b><i>', '<!--', '<!-- -->', '<code>', '<pre>', '%%', '%', '<', '<x:'],
  ...[
    '*',
    '* ',
    '*a',
    '**a *b ',
    'a*',
    '**',
    '_a',
    '__a ',
    '~~a',
    '==a',
    '*a _b ',
    '$',
    '$a',
    '$$',
    '\\',
    '\\(',
    '\\[',
  ],
  ...['&', '&a', '&#', '&amp;', 'http://', 'www.', 'a@', 'a@b.', ':', '[^', '[^a', '[^a]', '(', ')', '((', '[a](b)'],
  ...[
    '[[a]]',
    '[[a]] ',
    '[[a|b]], ',
    '<b>a</b>',
    '*a*',
    '**a** ',
    '`a`',
    '`a` ',
    '<br>',
    '<li>',
    ' ^a',
    '{{',
    '{{a}}',
    '|',
    '| ',
  ],
  ...[
    '\\|',
    '#',
    '# ',
    '#a ',
    '-',
    '- ',
    '- - ',
    '+',
    '1. ',
    '1',
    '1 ',
    '1,',
    '1.',
    '1-2 ',
    '0.',
    '>',
    '> ',
    '=',
    '~',
    ' ',
  ],
  ...[
    '\t',
    '\u00a0',
    '"',
    '"a" ',
    '«',
    '„',
    "'",
    '.',
    '. ',
    '...',
    'a. ',
    'A.',
    '!',
    '?',
    '—',
    ' — ',
    ' - ',
    ',',
    ', ',
    ';',
  ],
  ...[
    '🟢',
    '🟢 ',
    '🟢, ',
    '🟢=a ',
    '👩\u200d',
    '👩\u200d💻',
    '🇷',
    '1️⃣',
    '⚪️',
    '💰, ',
    '↑',
    '\ufe0f',
    '\u200d',
    '\u0301',
  ],
  ...['a', 'a ', 'я', 'я ', 'Ид', 'слово ', '漢', '\ud800', '\u0000', '\u2028', '\ufeff', 'Ð', 'Р°', 'вЂ”', 'Ã©', 'Ã'],
  // Lines.
  ...[
    '\n',
    '\r',
    '\r\n',
    'a\n',
    'a\r',
    ' \n',
    '\t\n',
    '>\n',
    '> \n',
    '-\n',
    '# a\n',
    '## Upstream ideas\n',
    '# Sources\n',
  ],
  ...[
    '**Upstream ideas**\n',
    '**a**\n',
    '- a\n',
    '- [[a]]\n',
    '- [[a]] — b\n',
    '1. [[a]]: b\n',
    '[[a]]\n',
    '→ [[a]]\n',
    '• [[a]]\n',
  ],
  ...[
    '- [ ] a\n',
    '- [[a]] [^1]\n',
    '[^1]: a\n',
    '[^1]: [[a]]\n',
    '[a]: b\n',
    '---\n',
    '***\n',
    'a\n---\n',
    'a\n===\n',
    '- - -\n',
  ],
  ...[
    '```\n',
    '~~~\n',
    '```\na\n```\n',
    '    a\n',
    '<!--\n',
    '<!-- a -->\n',
    '%%\n',
    '$$\n',
    '<pre>\n',
    '<div>\n',
    '<details>\n',
  ],
  ...[
    '> a\n',
    '> > a\n',
    '> # Upstream ideas\n',
    '>[!nexus_user] a\n',
    '> [!note]\n> a\n\n',
    '> [!sources]\n> - [[a]]\n\n',
  ],
  ...['a | b\n', '| a | b |\n', '|---|---|\n', '| a |\n|---|\n\n', '| Tier | a |\n|---|---|\n| 1 | b |\n| 2 | c |\n\n'],
  ...[
    'a:: b\n',
    'up:: [[a]]\n',
    '[up:: [[a]]] ',
    '(up:: [[a]])',
    'Requires: [[a]]\n',
    'See [[a]] · [[b]]\n',
    'a: b\n',
    'a:\n- b\n',
  ],
  ...[
    '### Step 1. Corrected Russian Text\n',
    '### Шаг 2 — Перевод\na\n',
    '## S Tier\n- [[a]]\n',
    '## Tier 1\n',
    '### Tier 2: a\n- b\n',
  ],
  ...[
    'a\n\n',
    '- a\n\n  b\n',
    '  - a\n',
    '1. a\n   - b\n',
    '#\n',
    '# a #\n',
    'http://a.b/c\n',
    '*a\nb* ',
    '`a\n',
    '<a\n',
    '[[a\n',
  ],
];

/** What opens a text, and what then comes again and again, and what ends it. */
const WITHIN: readonly (readonly [name: string, before: string, piece: string, after: string])[] = [
  ['a long heading', '# ', 'word ', '\n'],
  ['a long heading of relation words', '## ', 'Upstream ideas and ', '\n- [[a]]\n'],
  ['a long heading over tables', `# ${'word '.repeat(400)}\n`, '| Tier | a |\n|---|---|\n| 1 | b |\n\n', ''],
  ['a long entry', '## Upstream ideas\n\n- [[a]] — ', 'word ', '\n'],
  ['footnotes in one entry', '## Upstream ideas\n\n- [[a]] — b', '[^1] ', '\n\n[^1]: c\n'],
  ['footnotes of their own in one entry', '## Upstream ideas\n\n- [[a]] — b', '[^%] ', '\n\n[^1]: c\n'],
  ['comments in one entry', '## Upstream ideas\n\n- [[a]] — b', '%%c%% d ', '\n'],
  ['links in one entry', '## Upstream ideas\n\n- ', '[[a]], ', '\n'],
  ['dashes behind an entry', '## Upstream ideas\n\n- [[a]] ', '- ', '\n'],
  ['colons behind an entry', '## Upstream ideas\n\n- [[a]] ', ': ** ', '\n'],
  ['emphasis around an entry', '## Upstream ideas\n\n- **[[a]]', ' **', '\n'],
  ['entries of one list', '## Upstream ideas\n\n', '- [[a%]] — because\n', ''],
  ['entries with a footnote each', '## Upstream ideas\n\n', '- [[a%]] — b[^%]\n', '\n## Sources\n\n[^1]: [[c]]\n'],
  ['footnotes defined', '## Upstream ideas\n\n- [[a]] — b[^1]\n\n', '[^%]: [[b%]]\n', ''],
  ['a table of many rows', '| Tier | Thing |\n|---|---|\n', '| % | [[a%]], 🟢🟢 b, 💰 |\n', ''],
  ['a table of many columns', '| Tier |', ' a |', '\n|---|---|\n| 1 | b |\n'],
  ['delimiters of many columns', 'a\n|', '-|', '\n'],
  ['a delimiter row of many columns below as many', '| a\n|', '-|', '\n|1|'],
  ['a cell of blanks', '| Tier | Thing |\n|---|---|\n| 1 | a', ' ', 'b |\n| 2 | c |\n'],
  ['a cell of backslashes', '| Tier | Thing |\n|---|---|\n| 1 | a', '\\', '| b |\n| 2 | c |\n'],
  ['a cell of numbers', '| Tier | Thing |\n|---|---|\n| 1 | ', '1 234,5 ', '|\n| 2 | 7 |\n'],
  ['a cell of one number', '| Tier | Cost |\n|---|---|\n| 1 | 1', '0', '|\n| 2 | 7 |\n'],
  ['a cell of units', '| Tier | Duration |\n|---|---|\n| 1 | ', '1 h 50 min ', '|\n| 2 | 2 h |\n'],
  ['a cell of marks', '| Tier | Value |\n|---|---|\n| 1 | ', '🟢', '|\n| 2 | 🟢 |\n'],
  ['a header of marks', '| Tier | Value ', '🟢=good, ', '|\n|---|---|\n| 1 | 🟢 |\n| 2 | 🟢 |\n'],
  ['a header of joined emoji', '| Tier | Value ', '👩\u200d', '|\n|---|---|\n| 1 | 🟢 |\n| 2 | 🟢 |\n'],
  [
    'runs of blanks between tier tables',
    '',
    `| Tier | a |\n|---|---|\n| 1 | 🟢 b |\n| 2 | 🟢 c |\n\n🟢${' '.repeat(990)}\n\n`,
    '',
  ],
  ['tier tables one below the other', '', '| Tier | a |\n|---|---|\n| 1 | 🟢 b |\n| 2 | 💰 c |\n\n', ''],
  ['tier tables between items', '', '| Tier | a |\n|---|---|\n| 1 | 🟢 b |\n| 2 | 🔴 c |\n\n- 🟢 d | e\n- 🔴 f%\n', ''],
  ['lone rows under one header', '', '| Level | a |\n|---|---|\n| % | b |\n\nand\n\n', ''],
  ['frontmatter of blanks', '---\ntitle: a', ' ', 'b\n---\ntext\n'],
  ['frontmatter of fields', '---\n', 'field%: value\n', '---\ntext\n'],
  ['frontmatter of one list', '---\ntags:\n', '- a%\n', '---\ntext\n'],
  ['frontmatter of links', '---\nup:\n', '- "[[a%]]"\n', '---\ntext\n'],
  ['frontmatter of one flow list', '---\nup: [', '"[[a%]]", ', ']\n---\ntext\n'],
  ['frontmatter of one long string', '---\ntitle: "', 'a\\" ', '"\n---\ntext\n'],
  ['frontmatter of one block of text', '---\ntitle: |\n', '  a # b\n', '---\ntext\n'],
  ['frontmatter that nothing ends', '---\n', 'a: b\n', ''],
  ['frontmatter of brackets', '---\na: ', '[', '\n---\ntext\n'],
  ['frontmatter of remarks', '---\n', '# a: b\n', '---\ntext\n'],
  ['dots within a word', 'a', '.', 'b\n'],
  ['dots and blanks within a title', '# a', '. ', 'b\n'],
  ['pipes and backslashes in a cell', 'a', '\\\\|', 'b\n'],
  ['frontmatter of one flow list of words', '---\ntags: [', 'a, ', 'b]\n---\ntext\n'],
  ['frontmatter of one flow list over lines', '---\ntags: [\n', '  a,\n', '  b]\n---\ntext\n'],
  ['a field in brackets of colons', '(a', '::b', '\n'],
  ['blanks before a mark', '| Tier | Value |\n|---|---|\n| 1 | 🟢 |\n| 2 | 🟢 |\n\n> ', ' ', 'x🟢\n'],
  ['a line to tidy with blanks', 'слово', ' ', 'слово — "да"\n'],
  ['a title of blanks', '# a', ' ', 'b\n'],
  ['nested quotes', '', '> ', 'a\n'],
  ['nested items', '', '- ', 'a\n'],
  ['a fence that nothing closes', '```\n', '- [[a]]\n', ''],
  ['a fence in a quote that nothing closes', '> ```\n', '> - [[a]]\n', ''],
  ['a comment that nothing closes', '<!--\n', '- [[a]]\n', ''],
  ['a formula that nothing closes', '$$\n', '- [[a]]\n', ''],
  ['code that nothing closes', 'a ` b\n', 'c\n', ''],
  [
    'a step of many lines',
    '### Step 1. Corrected Russian Text\n\n',
    'Мысль %.\n',
    '\n### Step 2. English Translation\n\nThought.\n',
  ],
  [
    'two steps of one long line',
    `### Step 1. Corrected Russian Text\n\n${'Мысль. '.repeat(1000)}\n\n### Step 2. English Translation\n\n`,
    'Thought. ',
    '\n',
  ],
  [
    'turns of a chat',
    '',
    '> [!nexus_user] **User** <!-- UID: % -->\n> text\n\n> [!nexus_agent] **Model**\n> answer\n\n',
    '',
  ],
  ['one turn of a chat', '>[!nexus_user] **User**\n', '> text %\n', ''],
  ['a list below a paragraph of labels', '', '**Requires:** [[a%]], [[b]] — ', ''],
  ['a paragraph of many lines', '', 'word word %\n', ''],
  ['sections of headings', '', '# a%\n\n## b%\n\n### c%\n\n', ''],
  ['headings of relations in turn', '', '## Upstream ideas\n## Downstream ideas\n', ''],
  ['ladders of headings', '', '## Tier 1\n- [[a%]]\n\n## Tier 2\n- [[b%]]\n\n', ''],
  ['data in one line', 'data:image/png;base64,', 'iVBORw0KGgo', '\n'],
  ['a log', '', '2025-01-02T03:04:05Z INFO [main] a.b.C - value=% "quoted" (x) {"k": [1, 2]}\n', ''],
  ['a page of HTML', '<html>\n', '<div class="a"><p>word <b>%</b></p></div>\n', '</html>\n'],
  ['JSON in one line', '{', '"key%": [1, {"a": "b"}], ', '}\n'],
  ['a CSV file', '', '%,a,"b, c",1.5\n', ''],
];

const numbered = (before: string, piece: string, after: string, size: number): string => {
  if (!piece.includes('%'))
    return before + piece.repeat(Math.max(1, Math.ceil((size - before.length) / piece.length))) + after;
  const parts = [before];
  let length = before.length;
  for (let number = 1; length < size; number++) {
    const part = piece.replaceAll(/%(?!%|c)/g, String(number));
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + after;
};

/** Other texts than one thing that comes again. */
const OTHERS: readonly Shape[] = [
  { name: 'runs of backticks, each longer', text: (size) => growing('`', size) },
  { name: 'runs of tildes, each a line', text: (size) => growing('~', size, '\n') },
  { name: 'fences, each longer', text: (size) => growing('`', size, '\n') },
  { name: 'runs of stars, each longer', text: (size) => growing('*', size) },
  // As deep as nesting is read, again and again.
  { name: 'items, each deeper', text: (size) => growing('  ', 6000, '- [[a]]\n').repeat(Math.ceil(size / 6000)) },
  { name: 'quotes, each deeper', text: (size) => growing('>', size, ' a\n') },
  { name: 'brackets that close', text: (size) => '['.repeat(size / 2) + ']'.repeat(size / 2) },
  { name: 'links in brackets', text: (size) => '[ ![ '.repeat(size / 12) + '[a](b) '.repeat(size / 12) },
  { name: 'emphasis nested', text: (size) => '*a **b '.repeat(size / 14) + 'c** d* '.repeat(size / 14) },
  { name: 'elements nested', text: (size) => '<b>'.repeat(size / 7) + '</b>'.repeat(size / 7) },
  { name: 'quotation marks nested', text: (size) => '«а '.repeat(size / 6) + 'а» '.repeat(size / 6) },
  { name: 'words by chance', text: words },
  { name: 'signs by chance', text: (size) => chance(size, [...'`*_[]()<>!|#-=~$%&\\:;.,"\'^ \n']) },
  {
    name: 'lines by chance',
    text: (size) =>
      chance(
        size,
        LINES_AND_SIGNS.filter((piece) => piece.endsWith('\n')),
      ),
  },
  {
    name: 'bytes by chance',
    text: (size) =>
      chance(
        size,
        Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)),
      ),
  },
  { name: 'Cyrillic as Latin-1', text: (size) => decodedWrongly(words(size), 'latin1') },
];

/** All of them. */
export const SHAPES: readonly Shape[] = [
  ...LINES_AND_SIGNS.map((piece) => ({
    name: JSON.stringify(piece),
    text: (size: number) => numbered('', piece, '', size),
  })),
  ...WITHIN.map(([name, before, piece, after]) => ({
    name,
    text: (size: number) => numbered(before, piece, after, size),
  })),
  ...OTHERS,
];

function growing(sign: string, size: number, between = ' '): string {
  const runs = Math.ceil(Math.sqrt((2 * size) / sign.length));
  return Array.from({ length: runs }, (_, index) => sign.repeat(index + 1) + between).join('');
}

function chance(size: number, pieces: readonly string[]): string {
  const random = seededRandom(size);
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)?.length ?? 1) {
    parts.push(pieces[Math.floor(random() * pieces.length)] ?? '');
  }
  return parts.join('');
}

function words(size: number): string {
  return chance(size, [
    'мысль ',
    'thought ',
    'слово ',
    'the ',
    'и ',
    'работа, ',
    'work. ',
    '\n',
    '\n\n',
    '- ',
    '[[дом]] ',
  ]);
}

function decodedWrongly(text: string, encoding: 'latin1'): string {
  return Buffer.from(text).toString(encoding);
}
