import { lastRankWords, priorityWords, rankWords, rankingWords } from '../model/ranks';
import { RUNG_NAME_ENDINGS } from '../model/vocabulary';
import { lazily } from '../text/lazily';
import { remembered } from '../text/remembered';
import { phrasePattern, wholeWords, type Phrases } from '../text/phrases';
import { normalizeHeading } from './vocabulary';
import { rungWords } from '../model/words';

/** What a column's header says of rungs below it. */
export interface RankHeader {
  /**
   * `ranking`: whatever the rungs are called; `priority`: short names do; `last`: the word ends a longer header (`Rigidity level`);
   * `level`: what is below has to say a rung.
   */
  readonly kind: 'ranking' | 'priority' | 'last' | 'level';
  /** It says nothing else, but for a remark in brackets. */
  readonly isBare: boolean;
  /** What names end with that leave the header's noun out; `null` where they cannot be told so. */
  readonly names: RegExp | null;
}

/** Such a word has to end where the name of something else would go on: `place-any` is none. */
const opens = (words: Phrases): RegExp => new RegExp(`^${wholeWords(words)}(?![-'’_])`);
const RANK = lazily(() => opens(rankWords()));
const RANKING = lazily(() => opens(rankingWords()));
const PRIORITY = lazily(() => opens(priorityWords()));
const STAGE = lazily(
  () =>
    new RegExp(
      `${opens(`${rungWords().stages}|maturity|зрелость`).source}|${phrasePattern(rungWords().stages).source}$`,
    ),
);
const LAST = lazily(() => new RegExp(`${phrasePattern(lastRankWords()).source}$`));
const RANKING_LAST = lazily(() => new RegExp(`${phrasePattern(rankingWords()).source}$`));
const NAMED_RUNGS = lazily(() =>
  RUNG_NAME_ENDINGS.map(
    ([header, endings]) =>
      [opens(header), new RegExp(`^[^\\p{L}]*[\\p{L}-]+(?:${endings.join('|')})(?!\\p{L})`, 'u')] as const,
  ),
);
const MOST_WORDS = 3;
const LONGEST_STAGE = 40;
/** A longer cell is no name of a column. */
const LONGEST_HEADER = 100;

/** `Water level, m`, `Уровень (дБ)`: how much there is of something. */
const IN_UNITS = /[,(] ?(?:%|[a-zа-я][A-Za-zА-я]?)\)?[*_]*$/;

/** What headers say; `stage` where they name stages of something, which are rungs only where it grows. */
const meaningIn = remembered((cell): RankHeader | 'stage' | null => {
  const text = normalizeHeading(cell).replace(/ ?\([^)]*\)$/, '');
  const said = rankHeader(text);
  if ((said?.kind === 'level' || said?.kind === 'last') && IN_UNITS.test(cell)) return null;
  return said ?? (text.length <= LONGEST_STAGE && STAGE().test(text) ? 'stage' : null);
});

const meaningOf = (cell: string): RankHeader | 'stage' | null =>
  cell === '' || cell.length > LONGEST_HEADER ? null : meaningIn(cell);

/** What a header cell's raw Markdown says of rungs; `null` if nothing. A vault repeats its headers: each is worked out once. */
export function readRankHeader(cell: string): RankHeader | null {
  const meaning = meaningOf(cell);
  return meaning === 'stage' ? null : meaning;
}

/** What the headers of the first columns say: a vault repeats its header rows. */
export function readRankHeaders(header: readonly string[]): readonly (RankHeader | 'stage' | null)[] {
  const row = header.slice(0, COLUMNS_LOOKED_AT).join('\n');
  return row.length > LONGEST_ROW ? meaningsOf(row) : meaningsIn(row);
}
const meaningsOf = (row: string): readonly (RankHeader | 'stage' | null)[] => row.split('\n').map(meaningOf);
const meaningsIn = remembered(meaningsOf);

/** The rank column stands among the first of a table; further right such words grade something else. */
export const COLUMNS_LOOKED_AT = 3;
const LONGEST_ROW = 200;

function rankHeader(text: string): RankHeader | null {
  if (text === '' || text.split(' ').length > MOST_WORDS) return null;
  const isBare = !text.includes(' ');
  const names = NAMED_RUNGS().find(([word]) => word.test(text))?.[1] ?? null;
  if (RANKING().test(text) || RANKING_LAST().test(text)) return { kind: 'ranking', isBare, names };
  if (PRIORITY().test(text)) return { kind: 'priority', isBare, names };
  const isRank = RANK().test(text);
  if (LAST().test(text) && !(isRank && isBare)) return { kind: 'last', isBare: false, names };
  return isRank ? { kind: 'level', isBare, names } : null;
}
