import { codeIn } from '../markdown/code';
import { keptEnd } from '../markdown/frontmatter';
import { lazily } from '../text/lazily';
import { lineSpans } from '../text/line-breaks';
import { setLines, type TypographyLanguage } from './typography-rules';

/** What stands for a kept span in running text, as a word would: code, a link, a formula. */
const WORD = '\uFFFC';
/** What stands for a kept span beside running text, as a blank would: a list's marker, a cell's border. */
const EDGE = '\uFFFB';
/** What no rule looks across: the spaces around it stay as well. */
const BORDER = /([ \t]*(?:\r?\n|\r|\uFFFB|$(?![^]))[ \t]*)/;
const STANDS_FOR = /[\uFFFB\uFFFC]/g;
const UNBROKEN = /[\u00A0\u202F]/;
/** What takes more rounds than these to be set right is no running text. */
const MOST_ROUNDS = 6;
const LONGEST_LINE = 1_000_000;

/** What is kept as it is around running text, besides blocks of code. */
const EDGES = [
  /\uFFFB/,
  // Rules, the row below a table's header; the definition of a link; a callout's head.
  /^[ \t>]*(?![ \t])[-:|*_ \t]{3,}\r?$/,
  /^[ \t>]*\[[^\]^\r\n][^\]\r\n]*\]:.*/,
  /^[ \t>]*\[!.*/,
  // A line of data.
  /^[ \t>]*\{ ?["a-z].*[\]}][,;]? *\r?$/,
  // Quote marks, signs of headings, markers of items; borders of cells.
  /^[ \t>]+(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)*/,
  /^(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)+/,
  /[ \t]{0,99}\|[ \t]*/,
  // Blanks that no words stand between, but a drawing: looked through from each of them they would take minutes.
  /[ \t]{100,}/,
];

/** What is kept as it is within running text, besides code. Nothing is looked for without bounds or past another opening, or a long line of openings would take minutes. */
const WORDS = [
  /\$(?=\S)[^$\r\n]*?[^\s$]\$(?!\d)|\\\((?:(?!\\\().){0,999}?\\\)|\\\[(?:(?!\\\[)[^]){0,2999}?\\\]/,
  /%%[^]{0,2999}?%%|<[a-z/!](?:[^<>\r\n]*>)?/,
  /!?\[\[[^[\]\r\n]{0,500}\]\]|!?\[[^[\]\r\n]{0,500}\]\((?:(?:\([^()[\r\n]{0,999}\)|[^()[\r\n]){0,999}|[^)[\r\n]{0,999})\)|\[\^[^\]\r\n]{1,99}\]:?|\{\{[^}\r\n]{0,99}\}\}/,
  /(?:https?|ftp|file|obsidian|mailto|tel):[^\s<>"«»“”]+|www\.[^\s<>"«»“”]+|[\w.+-]{1,64}@[\w-]+\.[\w.]+/,
  // Between numbers it may be a minus; dashes in a row are a pattern of their author's.
  /\d[ \u00A0][-–—]{1,3} (?=\d)|[-–—](?: [-–—])+|&(?:#\w{1,9}|[a-z]\w{1,30});|[\uE000-\uF8FF]/,
  // Values of JSON and of what is like it, assignments, lists, calls, options, and the `--` of a command line.
  /"[^"\r\n]{1,99}"[ \t]*:[ \t]*(?:"[^"\r\n]{0,999}"|-?\d[\d.]*|true|false|null|(?=[[{]))/,
  /\{ ?["']?[^"'{},:=\n]{1,99}["']? ?[:=,][^{}\n]{0,999}\}|(?:(?:[\w)\]] ?|[!=]{1,2})=>?|(?:^|[ \t])-\w{1,9}) ?"[^"\r\n]{0,999}"/,
  /\[[ \t]*"[^"\r\n]{0,999}"(?:[ \t]*,[ \t]*(?:"[^"\r\n]{0,999}"|[-\w.]{1,99})){0,99}[ \t]*\]|\b[a-z]\w{0,99}\((?=[^()\n]{0,99}")[^()\n]{0,999}\)/,
  /(?:\b(?:npm|npx|pnpm|yarn|bun|git|docker|kubectl|cargo|go|node|python3?|make|sudo|env|ssh|tsx|grep|rm)(?: {1,9}\S{1,99}){0,9}?|\w[./:=_@]\w\S{0,99}|--?\w\S{0,99}) +--(?=[ \xa0])/,
  /\^[a-z0-9-]+[ \t]*$|\\.|\uFFFC/,
];

const sourceOf = (patterns: readonly RegExp[]): string => patterns.map(({ source }) => source).join('|');
const TAG = '#[\\p{L}\\p{N}_/-]+';
const KEPT = lazily(() => new RegExp(`(${sourceOf(EDGES)})|${sourceOf(WORDS)}|${TAG}`, 'gimu'));

/**
 * Words that have ё whatever they stand for, written with е, and what stands before each of them. It is the last е that is ё. A word is
 * never gone through to its end: one of megabytes is more than an engine may have room to go back through.
 */
const YO = lazily(
  () =>
    new RegExp(
      `(^|[^а-яё-]|(?:^|[^а-яё])-)(${[
        '(?:ещ|е|не|сво|тво|мо|чь)е|все-таки|причем|вперед|(?:вдво|втро|объ|при|подъ|бер|вед|жив)ем|(?:тр|четыр)ех',
        '(?:при|на|у|до|про|подо|за|во)шел|(?:пой|при|най|и|ве)дет|(?:соз)?дае[тм]|(?:жив|зов|бер|нес)ет',
        '(?:уч|расч|отч|пол|самол)ет|ребенок|актер|партнер|(?:серьезн|надежн|четк)о|(?:четк|легк)ий',
        '(?:тепл|темн|желт|зелен|черн|тверд|серьезн|надежн)ый',
      ].join('|')})(?!-?[а-яё])`,
      'gi',
    ),
);

/** What is set right besides quotes, dashes and dots. */
export interface TidyOptions {
  /** Spaces that keep short words, dashes and units with their neighbours. */
  readonly nbsp: boolean;
  /** ё in words that can have nothing else. */
  readonly yo: boolean;
}

/**
 * Tidies the typography of a note's text, Russian by Russian rules and English by English ones, line by line. Code, links, formulas,
 * footnotes, HTML and frontmatter stay as they are, and so do line breaks. To tidy again changes nothing.
 */
export function tidyTypography(text: string, options: TidyOptions): string {
  const kept: string[] = [];
  const { front, body, code } = withoutCode(text);
  let nextCode = 0;
  const keep = (span: string, sign: string): string => {
    kept.push(span.replace(STANDS_FOR, () => code[nextCode++] ?? ''));
    return sign;
  };
  const setAside = (span: string, edge?: string): string =>
    span === '' ? '' : keep(span, edge === undefined ? WORD : EDGE);
  const open = aroundLongLines(body)
    .map((part, at) => (at % 2 === 0 ? part.replace(KEPT(), setAside) : keep(part, EDGE)))
    .join('');
  const mainly = languageOf(open, 'en');
  // Of two dashes that are right in English, a text has one.
  const dash = / – /.test(open) && !/[a-z"”’)] — /i.test(open) ? '–' : '—';
  const pieces = open.split(BORDER);
  // Every other piece is a border.
  const languages = pieces.map((piece, at) => (at % 2 === 0 ? languageOf(piece, mainly) : null));
  for (const language of ['ru', 'en'] as const) {
    const own = [...pieces.keys()].filter((at) => languages[at] === language);
    const tidied = tidyPieces(
      own.map((at) => pieces[at] ?? ''),
      language,
      options,
      dash,
    );
    for (const [index, at] of own.entries()) pieces[at] = tidied[index] ?? '';
  }
  const tidied = pieces.join('');
  let next = 0;
  return front + tidied.replace(STANDS_FOR, () => kept[next++] ?? '');
}

/** Lines that are no running text, each between what stands around it. */
function aroundLongLines(text: string): readonly string[] {
  if (text.length <= LONGEST_LINE) return [text];
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of lineSpans(text)) {
    if (to - from <= LONGEST_LINE) continue;
    parts.push(text.slice(at, from), text.slice(from, to));
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** A note's frontmatter, and what is below it with a sign for each piece of code, and for each such sign that stands there. */
function withoutCode(text: string): {
  readonly front: string;
  readonly body: string;
  readonly code: readonly string[];
} {
  // A byte order mark is no sign of the line that it stands before.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const bodyFrom = Math.max(mark, Math.min(keptEnd(text).offset, text.length));
  const code: string[] = [];
  let body = '';
  let at = bodyFrom;
  const pass = (to: number): void => {
    body += text.slice(at, to).replace(STANDS_FOR, (sign) => {
      code.push(sign);
      return WORD;
    });
  };
  for (const { from, to, isBlock } of codeIn(text)) {
    // A block without signs of its own is what an open fence has below it. What is kept above the body is no code of it.
    if (from === to || to <= at) continue;
    pass(from);
    code.push(text.slice(Math.max(from, at), to));
    body += isBlock ? EDGE : WORD;
    at = to;
  }
  pass(text.length);
  return { front: text.slice(0, bodyFrom), body, code };
}

/** Pieces of running text, one line each. */
function tidyPieces(
  pieces: readonly string[],
  language: TypographyLanguage,
  { nbsp, yo }: TidyOptions,
  dash: string,
): readonly string[] {
  let before: readonly string[];
  let after = pieces;
  let rounds = 0;
  // What one rule sets right can be what another looks for.
  do {
    before = after;
    after = setLines(
      before.map((piece) => withQuotes(piece, language)),
      language,
      nbsp,
      dash,
    ).map((set, index) =>
      // The library's dashes have one before them.
      nbsp || UNBROKEN.test(pieces[index] ?? '') ? set : set.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' '),
    );
  } while (++rounds < MOST_ROUNDS && after.some((piece, index) => piece !== before[index]));
  return after.map((piece, index) => {
    const tidied = piece === before[index] ? piece : (pieces[index] ?? '');
    return yo && language === 'ru' ? tidied.replace(YO(), withYo) : tidied;
  });
}

/** Which of the two languages most letters of a text are of. */
export function languageOf(text: string, otherwise: TypographyLanguage): TypographyLanguage {
  const russian = text.match(/[а-яё]/gi)?.length ?? 0;
  const english = text.match(/[a-z]/gi)?.length ?? 0;
  return russian === english ? otherwise : russian > english ? 'ru' : 'en';
}

function withYo(_: string, before: string, word: string): string {
  return before + word.replace(/е(?=[^е]*$)/i, (letter) => (letter === 'е' ? 'ё' : 'Ё'));
}

/** Signs of bold and italic words, which stand between a quote and its words or outside both. */
const EMPHASIS = /[*_~=]/;

/** Sets quotes by their depth: «…„…“…» and “…‘…’…”. A line whose quotes do not pair is left as it is. */
function withQuotes(line: string, language: 'ru' | 'en'): string {
  const stack: string[] = [];
  let result = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const side = sideOf(line, at, language === 'ru' && stack.at(-1) === '„');
    // Inches, where no quote is open.
    const isMeasure = sign === '"' && stack.length === 0 && /\d/.test(line.charAt(at - 1));
    if (side === null || isMeasure) {
      result += sign;
      continue;
    }
    if (side === 'close' && stack.pop() === undefined) return line;
    const depth = stack.length;
    if (side === 'open') stack.push(sign);
    const [outer, inner] = language === 'ru' ? ['«»', '„“'] : ['“”', '‘’'];
    const pair = (depth === 0 ? outer : inner) ?? '';
    const isKept = language === 'en' && sign !== '"';
    result += isKept ? sign : pair.charAt(side === 'open' ? 0 : 1);
  }
  return stack.length === 0 ? result : line;
}

/** Whether the sign at an offset opens a quote or closes one; `null` for other signs. */
function sideOf(line: string, at: number, inLow: boolean): 'open' | 'close' | null {
  switch (line.charAt(at)) {
    case '«':
    case '„':
      return 'open';
    case '»':
    case '”':
      return 'close';
    case '“':
      return inLow ? 'close' : 'open';
    case '"': {
      const before = neighbour(line, at, -1);
      const behind = neighbour(line, at, 1);
      return /^$|[\s([{«„“"—–/\uFFFB-]/.test(before) && !/^$|\s/.test(behind) ? 'open' : 'close';
    }
    default:
      return null;
  }
}

/** The next sign in a direction that is no sign of emphasis; `''` at the end of the line. */
function neighbour(line: string, at: number, step: 1 | -1): string {
  let place = at + step;
  while (EMPHASIS.test(line.charAt(place))) place += step;
  return line.charAt(place);
}
