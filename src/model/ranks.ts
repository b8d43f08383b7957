import { RANK_HEADERS, RANK_SCALES, RANKING_HEADERS, RANKING_LEADS } from './vocabulary';

/** What one language says of rungs, besides what `vocabulary.ts` has. Phrases are of the vocabulary's dialect. */
interface RankWords {
  /** Header words that rank the rows by themselves, whatever the rungs are called. */
  readonly ranking?: readonly string[];
  /** Header words of a column that holds the rung itself. */
  readonly levels?: readonly string[];
  /** The same for how much something matters: its rungs may have short names of their own. */
  readonly priorities?: readonly string[];
  /** What ends a longer header that is such a word: `Severity level`, `Schwierigkeitsstufe`. */
  readonly last?: readonly string[];
  /** Header words of what is measured: numbers or ranges that rise below them are rungs. */
  readonly measures?: readonly string[];
  /** Ordered words, lowest first. */
  readonly scales?: readonly (readonly string[])[];
  /** Words above a table that make the running number of its rows a place. */
  readonly leads?: readonly string[];
}

/** Words of rungs, a row a language: whoever adds a word adds it to one row. */
const RANKS: Readonly<Record<string, RankWords>> = {
  en: {
    levels: ['severity level', 'priority level', 'difficulty level'],
    priorities: ['priority', 'prio', 'severity', 'urgency', 'criticality'],
    last: ['tiers?', 'level', 'rank', 'priority', 'severity'],
    measures: ['depth', 'iq', 'scores?', 'rating', 'maturity'],
    scales: [
      ['note', 'notice', 'warning', 'error', 'critical', 'fatal'],
      ['info', 'warning', 'error', 'critical', 'blocker'],
      ['trivial', 'minor', 'moderate', 'major', 'critical', 'blocker'],
      ['optional', 'nice to have', 'should have', 'must have'],
      ['low', 'normal', 'high', 'urgent'],
      ['minimum', 'medium', 'maximum'],
      ['minimum', 'usual', 'ideal'],
      ['minimum', 'recommended', 'optimal', 'maximum'],
      ['min', 'mid', 'max'],
      ['minimal', 'standard', 'advanced', 'maximal'],
      ['basic', 'standard', 'advanced', 'premium'],
      ['free', 'basic', 'pro', 'business', 'enterprise'],
      ['consumer', 'pro', 'server'],
      ['entry', 'mid', 'high', 'enterprise'],
      ['entry-level', 'mid-range', 'high-end'],
      ['small', 'medium', 'large', 'extra large'],
      ['easy', 'medium', 'hard', 'expert'],
      ['easy', 'normal', 'hard', 'nightmare'],
      ['common', 'uncommon', 'rare', 'epic', 'legendary', 'mythic'],
      ['weak', 'moderate', 'strong'],
    ],
    leads: [
      '(sorted|ordered|ranked) by',
      'in order of',
      'from (the )?(best|most|strongest|simplest|lowest|highest) *',
      'from (simple|easy|weak|best|worst) to',
      'prioriti(z|s)ed',
    ],
  },
  ru: {
    priorities: ['приоритет', 'приоритетность', 'серьезность', 'критичность', 'срочность', 'важность'],
    last: ['(тир|ранг|уровень|приоритет)'],
    measures: ['глубина', 'оценка', 'балл(ы)?', 'зрелость'],
    scales: [
      ['минимум', 'средний', 'продвинутый', 'максимум'],
      ['минимум', 'базовый', 'средний', 'оптимум', 'максимум'],
      ['минимум', 'норма', 'максимум'],
      ['минимальная', 'базовая', 'средняя', 'продвинутая', 'максимальная'],
      ['минимально', 'средне', 'максимально'],
      ['низко', 'средне', 'высоко'],
      ['слабый', 'средний', 'сильный'],
      ['слабая', 'средняя', 'сильная'],
      ['легкий', 'средний', 'тяжелый'],
      ['легкая', 'средняя', 'тяжелая'],
      ['простой', 'средний', 'сложный'],
      ['малый', 'средний', 'большой'],
      ['базовый', 'стандартный', 'продвинутый', 'экспертный'],
      ['начинающий', 'опытный', 'мастер'],
      ['начальная', 'средняя', 'продвинутая', 'экспертная'],
      ['обычный', 'редкий', 'эпический', 'легендарный'],
      ['заметка', 'предупреждение', 'ошибка', 'критично'],
      ['желательно', 'важно', 'обязательно', 'критично'],
    ],
    leads: [
      '(отсортирован*|упорядочен*|ранжирован*)',
      'от (простого|слабого|лучшего|худшего|сильного|легкого|низшего|высшего|малого) (к|до)',
      'от (самого|самой|самых|наиболее|наименее) *',
      '(по|в порядке) (приоритет*|важност*|значимост*)',
    ],
  },
  uk: {
    ranking: ['ранг', 'ранги', 'ліга'],
    levels: ['рівень', 'рівні', 'ступінь', 'щабель', 'місце'],
    priorities: ['пріоритет', 'пріоритетність', 'серйозність', 'терміновість', 'критичність', 'важливість'],
    scales: [
      ['дуже низький', 'низький', 'середній', 'високий', 'дуже високий', 'критичний'],
      ['низька', 'середня', 'висока', 'критична'],
      ['початковий', 'середній', 'просунутий', 'експертний'],
      ['мінімум', 'середній', 'максимум'],
    ],
  },
  de: {
    ranking: ['rang', 'ränge', 'rangstufe', 'platzierung', 'liga'],
    levels: ['stufe', 'stufen', 'niveau', 'platz', 'ebene'],
    priorities: ['priorität', 'prio', 'dringlichkeit', 'schweregrad', 'schwierigkeitsgrad', 'wichtigkeit'],
    last: ['*stufe', '*niveau', '*rang', '*priorität'],
    scales: [
      ['sehr niedrig', 'niedrig', 'mittel', 'hoch', 'sehr hoch', 'kritisch'],
      ['gering', 'mittel', 'hoch', 'kritisch'],
      ['leicht', 'mittel', 'schwer'],
      ['anfänger', 'fortgeschritten', 'profi', 'experte', 'meister'],
      ['minimum', 'mittel', 'maximum'],
      ['bronze', 'silber', 'gold', 'platin'],
      ['hinweis', 'warnung', 'fehler', 'kritisch'],
    ],
    leads: ['rangliste', '(absteigend|aufsteigend)*', 'sortiert nach', 'bestenliste'],
  },
  fr: {
    ranking: ['rang', 'classement'],
    levels: ['niveau', 'palier', 'échelon'],
    priorities: ['priorité', 'gravité', 'sévérité', 'urgence'],
    scales: [
      ['très faible', 'faible', 'moyen', 'élevé', 'très élevé', 'critique'],
      ['faible', 'moyenne', 'élevée', 'critique'],
      ['bas', 'moyen', 'haut'],
      ['basse', 'moyenne', 'haute'],
      ['débutant', 'intermédiaire', 'avancé', 'expert'],
      ['facile', 'moyen', 'difficile'],
    ],
    leads: ['classement', 'par ordre (de)?croissant'],
  },
  es: {
    ranking: ['rango', 'clasificación', 'liga'],
    levels: ['nivel', 'niveles', 'escalón', 'puesto'],
    priorities: ['prioridad', 'gravedad', 'severidad', 'urgencia'],
    scales: [
      ['muy bajo', 'bajo', 'medio', 'alto', 'muy alto', 'crítico'],
      ['muy baja', 'baja', 'media', 'alta', 'muy alta', 'crítica'],
      ['principiante', 'intermedio', 'avanzado', 'experto'],
      ['básico', 'intermedio', 'avanzado', 'experto'],
      ['fácil', 'medio', 'difícil'],
    ],
    leads: ['clasificación', 'orden(ados)? (de|por)'],
  },
  pt: {
    ranking: ['classificação'],
    levels: ['nível', 'níveis', 'patamar'],
    priorities: ['prioridade', 'gravidade', 'severidade', 'urgência'],
    scales: [
      ['baixo', 'médio', 'alto', 'crítico'],
      ['baixa', 'média', 'alta', 'crítica'],
      ['iniciante', 'intermediário', 'avançado', 'especialista'],
    ],
  },
  it: {
    ranking: ['rango', 'classifica'],
    levels: ['livello', 'livelli', 'gradino'],
    priorities: ['priorità', 'gravità', 'urgenza'],
    scales: [
      ['basso', 'medio', 'alto', 'critico'],
      ['bassa', 'media', 'alta', 'critica'],
      ['principiante', 'intermedio', 'avanzato', 'esperto'],
    ],
  },
  nl: {
    levels: ['niveau', 'trede'],
    priorities: ['prioriteit', 'urgentie'],
    scales: [
      ['laag', 'gemiddeld', 'hoog', 'kritiek'],
      ['laag', 'midden', 'hoog'],
      ['beginner', 'gevorderd', 'expert'],
    ],
  },
  pl: {
    ranking: ['ranga'],
    levels: ['poziom', 'poziomy', 'stopień', 'miejsce'],
    priorities: ['priorytet', 'pilność'],
    scales: [
      ['niski', 'średni', 'wysoki', 'krytyczny'],
      ['początkujący', 'średniozaawansowany', 'zaawansowany', 'ekspert'],
      ['podstawowy', 'średni', 'zaawansowany'],
    ],
  },
  cs: {
    ranking: ['hodnost'],
    levels: ['úroveň', 'úrovně', 'stupeň', 'pořadí'],
    priorities: ['priorita', 'závažnost', 'naléhavost'],
    scales: [
      ['nízká', 'střední', 'vysoká', 'kritická'],
      ['nízký', 'střední', 'vysoký', 'kritický'],
      ['začátečník', 'pokročilý', 'expert'],
    ],
  },
  nordic: {
    levels: ['nivå', 'trinn', 'trin'],
    priorities: ['prioritet', 'alvorlighetsgrad', 'alvorsgrad', 'allvarlighetsgrad', 'hastegrad'],
    last: ['*nivå'],
    scales: [
      ['lav', 'middels', 'høy', 'kritisk'],
      ['lav', 'mellem', 'høj'],
      ['låg', 'medel', 'hög', 'kritisk'],
    ],
  },
  tr: {
    levels: ['seviye', 'düzey', 'kademe'],
    priorities: ['öncelik'],
    last: ['seviyesi', 'düzeyi'],
    scales: [['düşük', 'orta', 'yüksek', 'kritik']],
  },
  zh: {
    ranking: ['排名', '名次', '排行', '等级', '等級', '段位', '梯队', '梯隊'],
    levels: ['层级', '層級', '级别', '級別', '层次', '層次', '水平'],
    priorities: ['优先级', '優先級', '优先度', '严重程度', '嚴重程度', '严重性', '重要性', '紧急程度'],
    last: ['(等级|等級|层级|層級|级别|級別|优先级|優先級|排名)'],
    scales: [
      ['极低', '低', '中', '高', '极高'],
      ['初级', '中级', '高级', '专家'],
      ['入门', '进阶', '高级', '精通'],
      ['最低', '一般', '最高'],
      ['提示', '警告', '错误', '严重'],
    ],
    leads: ['排行榜?', '排名', '按*排序'],
  },
  ja: {
    ranking: ['ランク', '順位', 'ティア'],
    levels: ['レベル', '段階', '階級'],
    priorities: ['優先度', '優先順位', '重要度', '深刻度'],
    last: ['(レベル|ランク|優先度)'],
    scales: [
      ['低', '中', '高'],
      ['初級', '中級', '上級'],
    ],
    leads: ['ランキング'],
  },
  ko: {
    ranking: ['순위', '등급', '티어', '랭크'],
    levels: ['레벨', '수준', '단계'],
    priorities: ['우선순위', '우선도', '심각도'],
    last: ['(등급|레벨|수준)'],
    scales: [
      ['낮음', '중간', '높음'],
      ['초급', '중급', '고급'],
    ],
  },
};

const all = Object.values(RANKS);

/** Header words that rank the rows by themselves, in all languages. */
export const RANKING_WORDS: readonly string[] = [...RANKING_HEADERS, ...all.flatMap(({ ranking = [] }) => ranking)];
/** Header words for how much something matters. */
export const PRIORITY_WORDS: readonly string[] = all.flatMap(({ priorities = [] }) => priorities);
/** Header words of a column that holds the rung, of every kind. */
export const RANK_WORDS: readonly string[] = [
  ...RANK_HEADERS,
  ...RANKING_WORDS,
  ...PRIORITY_WORDS,
  ...all.flatMap(({ levels = [] }) => levels),
];
/** What ends a header that is one though it does not begin with such a word. */
export const LAST_RANK_WORDS: readonly string[] = all.flatMap(({ last = [] }) => last);
/** Header words of what is measured. */
export const MEASURE_WORDS: readonly string[] = all.flatMap(({ measures = [] }) => measures);
/** Ordered words, lowest first, a scale each. */
export const SCALES: readonly (readonly string[])[] = [...RANK_SCALES, ...all.flatMap(({ scales = [] }) => scales)];
/** Words above a table that make the running number of its rows a place. */
export const ORDER_LEADS: readonly string[] = [...RANKING_LEADS, ...all.flatMap(({ leads = [] }) => leads)];

/** Header words over codes that are rungs (`L1`); below any other word such codes name things. */
export const LAYER_WORDS: readonly string[] = ['layers?', 'слой', 'слои', 'шар', 'schicht'];

/** Words above a table that speak of levels: what its rows name, or number and name, are rungs then. */
export const LADDER_WORDS: readonly string[] = [
  '(микро|мета|много|двух|трех|пяти)?-?уровн*',
  'слои',
  'шкал*',
  'градаци*',
  'лестниц*',
  'ступен*',
  'иерархи*',
  'зрелост*',
  'спектр*',
  'levels?',
  'layers',
  'scale',
  'ladder',
  'hierarch*',
  'maturity',
  'spectrum',
  'рівн*',
  'stufen',
  'niveaus?',
  'nivel(es)?',
];
/** Of these the ones that order names also where nothing else does. */
export const SCALE_WORDS: readonly string[] = [
  'шкал*',
  'градаци*',
  'лестниц*',
  'иерархи*',
  '(много|двух|трех|пяти)уровнев*',
  'зрелост*',
  'спектр*',
  'уровни (освоения|владения|развития|зрелости|мастерства|понимания|знани*|мышления)',
  'scale',
  'ladder',
  'hierarch*',
  'maturity',
  'spectrum',
  'levels of (maturity|mastery|skill|understanding|expertise)',
  'интерпретаци* (значени*|балл*|оценк*)',
  'interpret* (of )?(values|scores|the (values|scores))',
];
/** Header words of stages, which are rungs where what they belong to grows. */
export const STAGE_WORDS: readonly string[] = [
  '(название )?(этап*|фаз*|стади*)',
  '(stage|phase)s?( name)?',
  'поколение',
  'generation',
  'етап',
  'стадія',
  'phase',
  'fase',
  'etapa',
  '阶段',
];
export const GROWTH_WORDS: readonly string[] = [
  'зрелост*',
  'эволюци*',
  '(этап*|стади*|фаз*|ступен*|путь|план) (развития|роста)',
  'взрослени*',
  'становлени*',
  '*maturity',
  'evolution*',
  'development(al)? (stages|phases|levels)',
  'growth',
  'зрілост*',
  'reife*',
  '成熟*',
];
/** Words that make what is counted in a first column neither places nor a scale: points in time and amounts. */
export const NO_SCALE_HEADERS: readonly string[] = [
  '(время|дата|день|дни|недел|месяц|год|десятилети|период|век)*',
  '(time|date|day|week|month|year|decade|period|century|timestamp)s?',
  '(кол-во|количество|число|объем|размер|стр|страниц|номер)*',
  '(number|count|amount|size|volume|pages?|quantity|chapter)( of)?',
];
/** Adjectives of aspects: names that are mostly these have no order. */
export const ASPECT_WORDS: readonly string[] = [
  'техническ*',
  'технологическ*',
  'психологическ*',
  'этическ*',
  'эстетическ*',
  'экономическ*',
  'юридическ*',
  'правов*',
  'организационн*',
  'культурн*',
  'логическ*',
  'эмоциональн*',
  'политическ*',
  'философск*',
  'онтологическ*',
  'практическ*',
  'теоретическ*',
  'финансов*',
  'исторически*',
  'technical',
  'psychological',
  'ethical',
  'aesthetic',
  'economic',
  'legal',
  'organi(z|s)ational',
  'cultural',
  'logical',
  'emotional',
  'political',
  'philosophical',
  'ontological',
  'practical',
  'theoretical',
  'financial',
  'historical',
  'social',
];
