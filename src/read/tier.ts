import { LAYER_WORD, LAYER_WORDS, orderLeads, priorityWords } from '../model/ranks';
import { MEDALS } from '../model/vocabulary';
import type { Rung, TableRow, Tier } from '../model/table';
import { lazily, lazyPattern } from '../text/lazily';
import { phrasePattern, wholeWords } from '../text/phrases';
import { splitLines } from '../text/line-breaks';
import { composed } from '../text/unicode-form';
import { readMarks } from './marks';
import { plainText } from '../markdown/plain-text';
import { isMonotone, isScale, repeatsIn } from './ladder-scale';
import { placesBelow, placesInScale, readRank, rungText, scaleWord, type Rank } from './rank';
import { COLUMNS_LOOKED_AT, readRankHeader, readRankHeaders, type RankHeader } from './rank-header';
import { areShortNames, hasNamedRungs } from './rung-names';
import { normalizeHeading } from './vocabulary';
import { rungWords } from '../model/words';

/**
 * Finds the column whose cells are the rungs of a ladder, and reads the rungs. `null` when the rows are no ladder: a running
 * number of unordered items or a column of topics is not one. `lead` is what stands above the table, its caption in the first line.
 */
export function readTier(header: readonly string[], body: readonly TableRow[], lead = ''): Tier | null {
  const rankColumn = findRankColumn(header, body, lead);
  return rankColumn === null ? null : tierIn(header, body, rankColumn);
}

/** The rungs of a table whose rank column is known. */
export function tierIn(header: readonly string[], body: readonly TableRow[], rankColumn: number): Tier {
  const texts = body.map(({ cells }) => cells.map(plainText));
  const subjectColumn = findSubjectColumn(texts, rankColumn);
  const cells = cellsIn(body, rankColumn);
  const isNamed =
    readRankHeader(header[rankColumn] ?? '') !== null || cells.every((cell) => PRIORITY_CODE.test(rungText(cell)));
  const values = valuesOf(header[rankColumn] ?? '', cells, isNamed);
  return {
    rankColumn,
    subjectColumn,
    rungs: body.map((row, index) =>
      readRung(row, texts[index] ?? [], values[index] ?? null, rankColumn, subjectColumn),
    ),
  };
}

/** What rungs count as: by themselves, or where that is not in the order of a scale that has all of them, by that scale. */
function valuesOf(header: string, cells: readonly string[], isNamed: boolean): readonly (number | null)[] {
  const values = cells.map((cell) => readRank(cell, isNamed)?.value ?? (repeatsIn(cell) || null));
  const places = placesBelow(header, cells.map(rungText));
  const isSame = places?.every((place, at) => {
    const [before, value, last] = [places[at - 1] ?? place, values[at], values[at - 1] ?? values[at]];
    return value != null && last != null && Math.sign(place - before) === Math.sign(value - last);
  });
  return isSame === false && places !== null ? places : values;
}

function findRankColumn(header: readonly string[], body: readonly TableRow[], lead: string): number | null {
  if (body.length === 0) return null;
  const words = lazily(() => ownWords(lead));
  const [first = '', name = ''] = [body[0]?.cells[0], header[0]];
  const signs = rungSigns(first);
  const meanings = readRankHeaders(header);
  for (let column = 0; column < meanings.length; column++) {
    const named = meanings[column] ?? null;
    if (
      named === null || named === 'stage'
        ? column === 0 && signs !== 0 && isTelling(name, body)
        : isLadder(named, header, body, column, words)
    )
      return column;
  }
  const isOther =
    isPriorities(header, body, words) ||
    (signs !== 0 && (isRanking(header, body, lead, words) || areLayers(name, body))) ||
    isScale(name, body, (signs & SIGN.digit) !== 0, words) ||
    (meanings[0] === 'stage' && isGrowth(name, body, lead));
  return isOther ? 0 : null;
}

/** What of a rung a cell may hold: a digit, letters that rungs are made of, half a medal; all where a look does not tell. */
const SIGN = { digit: 1, letter: 2, medal: 4, all: 7 } as const;
const SIGNS = lazily(() => {
  const signs = new Uint8Array(128);
  signs.fill(SIGN.digit, 0x30, 0x3a);
  for (const letter of 'ivxlcsabdefIVXLCSABDEF') signs[letter.charCodeAt(0)] = SIGN.letter;
  for (const hides of '<&') signs[hides.charCodeAt(0)] = SIGN.all;
  return signs;
});

/** A look at the first cell, before patterns are asked: most tables are no ladders. */
function rungSigns(cell: string): number {
  const signs = SIGNS();
  let found = 0;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code < signs.length) found |= signs[code] ?? 0;
    else if (code >= 0xd800 && code < 0xdc00) found |= SIGN.medal;
  }
  return found;
}

const PRIORITY_CODE = /^p-?([0-9])(?![\d.,'-])/;
const BEHIND_CODE = /^p-?\d[\s(:–—-]*/;
const PRIORITIES = lazily(() => phrasePattern(priorityWords()));

/** `P0`, `P1`, `P2` in a row, where what stands above or behind them says that they are priorities: else they may be pins. */
function isPriorities(header: readonly string[], body: readonly TableRow[], words: () => string): boolean {
  if (body.length < 2 || !/p/i.test((body[0]?.cells[0] ?? '').slice(0, LONGEST_CODE))) return false;
  const cells = cellsIn(body, 0).map(rungText);
  const found = cells.map((cell) => PRIORITY_CODE.exec(cell));
  if (!found.every((one, at) => one !== null && (at === 0 || Number(one[1]) === Number(found[at - 1]?.[1]) + 1)))
    return false;
  const areSaid = cells.every((cell) => scaleWord(cell.replace(BEHIND_CODE, '')) !== '');
  return areSaid || PRIORITIES().test([words(), ...header].map(normalizeHeading).join('\n'));
}
/** What may stand before such a code: marks of emphasis, an emoji. */
const LONGEST_CODE = 8;

/** A caption and the lines above a table: what another heading or table stands before is not said of this one. */
function ownWords(lead: string): string {
  const [caption = '', ...above] = splitLines(lead);
  const own = above.slice(above.findLastIndex((line) => /^[> ]*[#|]/.test(line)) + 1);
  return [caption, ...own].join('\n');
}

const cellsIn = (body: readonly TableRow[], column: number): string[] => body.map(({ cells }) => cells[column] ?? '');

/** Tells most cells apart from rungs that need no header, without reading them: a word or a letter and a rung, a letter, a medal. */
const MAY_BE_RUNG = lazily(
  () =>
    new RegExp(
      `^[^a-zа-яё0-9]*(?:[^\\s\\d]{1,16}?[\\s№#:-]*(?:\\d|[ivxlcsabdef]{1,4}(?![a-zа-яё]))|[sabcdef]{1,3}(?![a-zа-яё]))|^[\\s*_~=]*(?:${MEDALS.join('|')})`,
      'i',
    ),
);

const MAY_STAND_OVER_CODES = lazily(() => new RegExp(`^(?:$|${wholeWords(LAYER_WORDS)})`));

/** Cells of the first column that are rungs by their own words (`T1`, `Tier 2`, 🥇, `S`); bare codes below a header are names. */
function isTelling(header: string, body: readonly TableRow[]): boolean {
  if (body.length < 2 || !MAY_BE_RUNG().test(withoutDisguise(body[0]?.cells[0] ?? ''))) return false;
  let areTelling = true;
  let areLetters = true;
  let hasCode = false;
  let hasTop = false;
  for (const row of body) {
    const rank = readRank(row.cells[0] ?? '');
    if (rank === null) return false;
    // Three medals, then numbers.
    areTelling &&= rank.telling || (row !== body[0] && rank.by === 'number');
    areLetters &&= rank.by === 'letter';
    if (!areTelling && !areLetters) return false;
    hasCode ||= rank.by === 'code';
    hasTop ||= rank.value <= 1;
  }
  if (hasCode && !MAY_STAND_OVER_CODES().test(normalizeHeading(header))) return false;
  return areTelling || hasTop;
}

/** A column below a rank word. */
function isLadder(
  named: RankHeader,
  header: readonly string[],
  body: readonly TableRow[],
  column: number,
  words: () => string,
): boolean {
  const cells = cellsIn(body, column);
  if (column > 0) return named.isBare && body.length > 1 && isLaterLadder(named, cells);
  const ranks = cells.map((cell) => readRank(cell, true));
  const read = ranks.filter((rank) => rank !== null);
  if (read.length * 2 < body.length) return hasNamedRungs(named, header, body, words);
  if (named.kind === 'ranking') return true;
  const texts = cells.map(rungText);
  return !areDesignations(read, texts) && (!texts.every(isCountedName) || isCountedLadder(texts, words()));
}

/** `440C` and its like: numbers of a hundred and more at odd distances, or with letters behind them, name things. */
function areDesignations(ranks: readonly Rank[], texts: readonly string[]): boolean {
  if (texts.some((text) => DESIGNATION().test(text))) return true;
  const values = ranks.map(({ value }) => value);
  const steps = new Set(values.slice(1).map((value, at) => value - (values[at] ?? 0)));
  return values.every((value) => value >= LEAST_DESIGNATION) && steps.size > 1;
}
const DESIGNATION = lazyPattern(String.raw`^\d{2,}[a-z]{1,2}(?![\p{L}\p{N}])`);
const LEAST_DESIGNATION = 100;

const COUNTED_NAME = lazyPattern(String.raw`^\d+[.)]\s*\p{L}`);
const isCountedName = (text: string): boolean => COUNTED_NAME().test(text);
const LADDER = lazily(() => phrasePattern(rungWords().ladders));

/** Numbers before names count them: they are rungs where the names are, or where the words above speak of levels. */
function isCountedLadder(texts: readonly string[], words: string): boolean {
  const places = placesInScale(texts.map((text) => text.replace(/^\d+[.)]\s*/, '')));
  return (places !== null && isMonotone(places)) || LADDER().test(normalizeHeading(words));
}

/**
 * A later column grades what the first one names ("level of risk") more often than it ranks the rows: only a bare rank word makes
 * it the ladder, over numbers or letters where the word itself ranks, over ordered ones where it says what matters, else over rungs
 * that rise or fall, no two alike.
 */
function isLaterLadder({ kind }: RankHeader, cells: readonly string[]): boolean {
  const ranks = cells.map((cell) => readRank(cell, true));
  const texts = cells.map(rungText);
  const values = placesInScale(texts) ?? ranks.map((rank) => rank?.value ?? Number.NaN);
  switch (kind) {
    case 'ranking':
      if (ranks.every((rank) => rank !== null && rank.by !== 'word')) return true;
      return isMonotone(values) || (cells.length > 2 && areShortNames(texts));
    case 'priority':
      return new Set(values).size > 1 && (isOrdered(values) || isOrdered(values.map((value) => -value)));
    case 'level':
    case 'last':
      return isMonotone(values);
  }
}

const isOrdered = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value >= (values[at - 1] ?? value));

/** Tells most cells apart from a first place, without reading them. */
const MAY_BE_FIRST = lazyPattern(`^[^a-zа-яё]*?(?:1|i(?![a-zа-яё])|${MEDALS[0]})`, 'i');
const RANKING_LEAD = lazily(() => phrasePattern(orderLeads()));

function isCounted(body: readonly TableRow[]): boolean {
  if (body.length < 3 || !MAY_BE_FIRST().test(withoutDisguise(body[0]?.cells[0] ?? ''))) return false;
  return runs(body, 1, 1);
}

/** Whether the first cells are numbers, each a step from the one before. */
function runs(body: readonly TableRow[], first: number, step: 1 | -1): boolean {
  return body.every((row, at) => {
    const rank = readRank(row.cells[0] ?? '');
    return rank?.by === 'number' && rank.value === first + at * step;
  });
}

/** Rows counted from 1 below words that say what they are ranked by, or that they are stages of growth. */
function isRanking(header: readonly string[], body: readonly TableRow[], lead: string, words: () => string): boolean {
  if (!isCounted(body)) return false;
  if (RANKING_LEAD().test(normalizeHeading(words()))) return true;
  const said = [captionOf(lead), ...header.slice(0, COLUMNS_LOOKED_AT)].map(normalizeHeading).join('\n');
  return STAGES().test(said) && GROWTH().test(said);
}

/** Rows counted down below the word for a layer: names of layers have no order by themselves, and from 1 up rows are counted. */
function areLayers(header: string, body: readonly TableRow[]): boolean {
  const top = readRank(body[0]?.cells[0] ?? '')?.value;
  return body.length > 2 && top !== undefined && runs(body, top, -1) && LAYERS().test(normalizeHeading(header));
}
const LAYERS = lazily(() => phrasePattern(LAYER_WORD));

const STAGES = lazily(() => phrasePattern(rungWords().stages));
const GROWTH = lazily(() => phrasePattern(rungWords().growth));
const captionOf = (lead: string): string => splitLines(lead)[0] ?? '';

/** Stages of what grows, below a header that names stages: whatever they are called. */
function isGrowth(header: string, body: readonly TableRow[], lead: string): boolean {
  if (body.length < 3) return false;
  const names = cellsIn(body, 0).map(rungText);
  if (names.includes('') || new Set(names).size < names.length) return false;
  return GROWTH().test([captionOf(lead), header].map(normalizeHeading).join('\n'));
}

/** The cell as it is where its first signs can be told by a look, else as it reads: tags and character references hide them. */
function withoutDisguise(cell: string): string {
  return composed(/[<&]/.test(cell) ? plainText(cell) : cell);
}

/** The first column with text, but where that has numbers or marks alone the first one of words, which name what is ranked. */
function findSubjectColumn(rows: readonly (readonly string[])[], rankColumn: number): number | null {
  const first = firstColumnWithText(rows, rankColumn);
  if (first === null || rows.some((texts) => isWords(texts[first]))) return first;
  const words: number[] = [];
  for (const texts of rows) {
    for (const [column, text] of texts.entries()) {
      if (column !== rankColumn && isWords(text)) words[column] = (words[column] ?? 0) + 1;
    }
  }
  const named = words.findIndex((count) => count * 2 > rows.length);
  return named === -1 ? first : named;
}

/** Beside a number so many letters are its unit. */
const MOST_UNIT_LETTERS = 6;
const LETTER = lazyPattern(String.raw`\p{L}`, 'gu');
const BEGINS_WITH_NUMBER = lazyPattern(String.raw`^(?:[A-Z]{3}\s)?[^\p{L}\d]{0,99}\d`);

function isWords(text = ''): boolean {
  const letters = text.match(LETTER())?.length ?? 0;
  return letters > (BEGINS_WITH_NUMBER().test(text) ? MOST_UNIT_LETTERS : 0);
}

/** Each row is looked at no further than the ones above it have text. */
function firstColumnWithText(rows: readonly (readonly string[])[], rankColumn: number): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const texts of rows) {
    const column = texts.findIndex((text, index) => index >= first || (index !== rankColumn && text !== ''));
    if (column !== -1 && column < first) first = column;
  }
  return first === Number.POSITIVE_INFINITY ? null : first;
}

function readRung(
  row: TableRow,
  texts: readonly string[],
  rank: number | null,
  rankColumn: number,
  subjectColumn: number | null,
): Rung {
  const marks: Record<string, number> = {};
  const cells = row.cells.flatMap((cell, column) => {
    if (column === rankColumn || column === subjectColumn) return [];
    const text = texts[column] ?? '';
    if (text === '') return [];
    const found = readMarks(cell);
    for (const { mark, count } of found) marks[mark] = (marks[mark] ?? 0) + count;
    return [{ column, text, marks: found }];
  });
  return {
    rank,
    rankText: texts[rankColumn] ?? '',
    subject: subjectColumn === null ? '' : (texts[subjectColumn] ?? ''),
    cells,
    marks,
  };
}
