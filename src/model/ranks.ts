import { languages, valueWords } from './words';
import type { RankWords } from './words/language';

/** Languages of which only what they say of rungs is known, a row each. */
const OTHERS: readonly RankWords[] = [
  {
    // Portuguese
    ranking: 'classificação',
    levels: 'nível|níveis|patamar',
    priorities: 'prioridade|gravidade|severidade|urgência',
    scales: 'baixo<médio<alto<crítico|iniciante<intermediário<avançado<especialista',
  },
  {
    // Italian
    ranking: 'rango|classifica',
    levels: 'livello|livelli|gradino',
    priorities: 'priorità|gravità|urgenza',
    scales: 'basso<medio<alto<critico|principiante<intermedio<avanzato<esperto',
  },
  {
    // Dutch
    levels: 'niveau|trede',
    priorities: 'prioriteit|urgentie',
    scales: 'laag<gemiddeld<hoog<kritiek|laag<midden<hoog|beginner<gevorderd<expert',
  },
  {
    // Polish
    ranking: 'ranga',
    levels: 'poziom|poziomy|stopień|miejsce',
    priorities: 'priorytet|pilność',
    scales:
      'niski<średni<wysoki<krytyczny|początkujący<średniozaawansowany<zaawansowany<ekspert|' +
      'podstawowy<średni<zaawansowany',
  },
  {
    // Czech
    ranking: 'hodnost',
    levels: 'úroveň|úrovně|stupeň|pořadí',
    priorities: 'priorita|závažnost|naléhavost',
    scales: 'nízká<střední<vysoká<kritická|nízký<střední<vysoký<kritický|začátečník<pokročilý<expert',
  },
  {
    // Danish, Norwegian, Swedish
    levels: 'nivå|trinn|trin',
    priorities: 'prioritet|alvorlighetsgrad|alvorsgrad|allvarlighetsgrad|hastegrad',
    last: '*nivå',
    scales: 'lav<middels<høy<kritisk|lav<mellem<høj|låg<medel<hög<kritisk',
  },
  {
    // Turkish
    levels: 'seviye|düzey|kademe',
    priorities: 'öncelik',
    last: 'seviyesi|düzeyi',
    scales: 'düşük<orta<yüksek<kritik',
  },
  {
    // Japanese
    ranking: 'ランク|順位|ティア',
    levels: 'レベル|段階|階級',
    priorities: '優先度|優先順位|重要度|深刻度',
    last: '(レベル|ランク|優先度)',
    scales: '低<中<高|初級<中級<上級',
    leads: 'ランキング',
  },
  {
    // Korean
    ranking: '순위|등급|티어|랭크',
    levels: '레벨|수준|단계',
    priorities: '우선순위|우선도|심각도',
    last: '(등급|레벨|수준)',
    scales: '낮음<중간<높음|초급<중급<고급',
  },
];

const wordsOf = (kind: keyof RankWords): string =>
  [...languages().map(({ ranks }) => ranks), ...OTHERS].flatMap((words) => words[kind] ?? []).join('|');

/** Header words that rank the rows by themselves, in all languages. */
export const rankingWords = (): string => wordsOf('ranking');
/** Header words for how much something matters. */
export const priorityWords = (): string => wordsOf('priorities');
/** Header words of a column that holds the rung, of every kind. */
export const rankWords = (): string => `${rankingWords()}|${priorityWords()}|${wordsOf('levels')}`;
/** What ends a header that is one though it does not begin with such a word. */
export const lastRankWords = (): string => wordsOf('last');
/** Header words of what is measured. */
export const measureWords = (): string => wordsOf('measures');
/** Ordered words, lowest first, in all languages, as `scalesIn` parts them. */
export const scaleTexts = (): string => `${valueWords().scales}|${wordsOf('scales')}`;
/** Words above a table that make the running number of its rows a place. */
export const orderLeads = (): string => wordsOf('leads');

/** Header words over numbers that are layers; several layers are an amount. */
export const LAYER_WORD = 'layer|слой|шар|schicht';
/** Header words over codes that are rungs (`L1`); below any other word such codes name things. */
export const LAYER_WORDS = `${LAYER_WORD}|layers|слои`;
