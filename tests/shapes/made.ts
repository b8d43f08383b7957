import { seededRandom } from '../bench/generate.ts';
import type { Shape } from './shapes.ts';
import { LINES_AND_SIGNS } from './signs.ts';

/** Other texts than one thing that comes again. */
export const OTHERS: readonly Shape[] = [
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
  { name: 'short rows below a wide header', text: shortRows, isWide: true },
  { name: 'a table as wide as it is long', text: square, isWide: true },
  { name: 'callouts, each deeper', text: (size) => growing('> ', size, '[!note] a\n') },
  { name: 'quotes of fences, each deeper', text: (size) => growing('> ', size, '```\n') },
  { name: 'maps in frontmatter, each deeper', text: (size) => `---\n${growing(' ', size, 'a:\n')}---\ntext\n` },
  { name: 'lines, each longer', text: (size) => growing('a', size, '\n') },
  { name: 'headings, each longer', text: (size) => growing('a ', size, '\n# ') },
  { name: 'cells, each longer', text: (size) => `| Tier | a |\n|---|---|\n${growing('1', size, ' | 🟢 |\n')}` },
  { name: 'a heading as long as the tables below it', text: longHeading },
  { name: 'tables of a row each, and of one header', text: oneRowTables },
  { name: 'links in links', text: (size) => '['.repeat(size / 5) + '](b)'.repeat(size / 5) },
  { name: 'wikilinks in wikilinks', text: (size) => '[[a'.repeat(size / 5) + ']]'.repeat(size / 5) },
  { name: 'pictures in links', text: (size) => '[!['.repeat(size / 7) + '](b)'.repeat(size / 7) },
  { name: 'footnotes in footnotes', text: (size) => '^[a '.repeat(size / 5) + ']'.repeat(size / 5) },
  { name: 'parentheses nested', text: (size) => '(up:: '.repeat(size / 7) + ')'.repeat(size / 7) },
  { name: 'emphasis of both signs nested', text: (size) => '*_a'.repeat(size / 5) + '_*'.repeat(size / 5) },
  { name: 'emphasis of many stars', text: (size) => `${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}` },
  { name: 'elements over lines nested', text: (size) => '<div>\n'.repeat(size / 13) + '</div>\n'.repeat(size / 13) },
  { name: 'lists nested in flow', text: (size) => `---\na: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n---\nb\n` },
  { name: 'quotation marks of two kinds nested', text: (size) => '"а «'.repeat(size / 6) + '»"'.repeat(size / 6) },
  { name: 'all kinds of blanks', text: (size) => chance(size, [...' \t\u00a0\u200b\u2003\u3000\ufeff\u202f', 'а']) },
  {
    name: 'marks by chance',
    text: (size) => chance(size, ['🟢', '💰', '👩\u200d💻', '\ufe0f', ', ', ' a', '<br>', '|', '\n']),
  },
  { name: 'halves of pairs by chance', text: (size) => chance(size, ['\ud83d', '\udfe2', '\u200d', 'a', ' ', '| ']) },
  { name: 'letters that garble by chance', text: (size) => chance(size, [...'ÐÑÂÃРСвЂ°±²¼½¾\u0080\u0098 aяé\n']) },
  {
    name: 'line ends by chance',
    text: (size) => chance(size, ['\n', '\r', '\r\n', '\u2028', '- ', '# ', '[[a]]', '> ', '|']),
  },
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

/** A header of so many columns that as many rows of one cell each, filled up to its width, would be the square of the text. */
function shortRows(size: number): string {
  const some = Math.ceil(size / 11);
  return `| Tier ${'| a '.repeat(some)}|\n|${'-|'.repeat(some + 1)}\n${'| 1 |\n'.repeat(some)}`;
}

function square(size: number): string {
  const some = Math.ceil(Math.sqrt(size / 4));
  const row = (cell: string): string => `|${cell.repeat(some)}\n`;
  return row(' a |') + row('-|') + row(' 🟢|').repeat(some);
}

function longHeading(size: number): string {
  const heading = `# ${'word '.repeat(size / 10)}\n`;
  return heading + '| Tier | a |\n|---|---|\n| 1 | b |\n\n'.repeat(Math.ceil(size / 64));
}

function oneRowTables(size: number): string {
  return Array.from({ length: size / 35 }, (_, at) => `| a | b |\n|---|---|\n| ${at} | 🟢 |\n`).join('\n');
}
