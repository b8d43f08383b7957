/**
 * The only list of words the plugin understands. A newcomer adds a spelling by adding it to one row here.
 *
 * A phrase is matched, as whole words, against text without emoji and markup, in small letters, with `е` for `ё`. All phrases here
 * are of one dialect:
 *
 * - `*` stands for any letters or none: `вышестоящ*`;
 * - `-` for a hyphen or a space, ` ` for any space, a colon included, `#` for a number;
 * - `(a|b)` for one of several, with phrases inside: `(прям*|непосредственн*) относящ*`;
 * - `?` says that the letter or the group before it may be left out: `notes?`, `(internal )?links`.
 *
 * Every other sign stands for itself. Words that are looked up as a whole, such as labels and units' multipliers, hold none of these.
 */

/** The relations an idea link can have, most general first. */
export const RELATION_NAMES = ['upstream', 'direct', 'downstream', 'related', 'source'] as const;
export type Relation = (typeof RELATION_NAMES)[number];

/** What a note is to the other one that names it under a relation: whoever lists an upstream idea is downstream of it. */
export const INVERSE_RELATIONS: Readonly<Record<Relation, Relation | null>> = {
  upstream: 'downstream',
  direct: 'direct',
  downstream: 'upstream',
  related: 'related',
  source: null,
};

/** 1 corrected Russian, 2 English translation, 3 vector-field expansion. */
export const STEP_NUMBERS = [1, 2, 3] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

/** Headings and labels of the user's own, added to the built-in ones. */
export interface UserHeadings {
  readonly relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly steps: Readonly<Partial<Record<StepNumber, readonly string[]>>>;
}

/**
 * Phrases that make a heading or label introduce a list of links. The relation of the row wins whose phrase stands first in
 * the text; a phrase in parentheses counts only when nothing outside them does.
 */
export const RELATION_PHRASES: Readonly<Record<Relation, readonly string[]>> = {
  upstream: [
    'выше-?стоящ*',
    '(выше|вверх) по (иерархии|уровню|абстракции)',
    '(на уровень|уровнем|уровень) выше',
    '(идеи|связи|ссылки) вверх',
    'вверху',
    'надиде*',
    'идеи-родители',
    'вышележащ*',
    'верхнеуровнев*',
    'родительск*',
    'более (общ*|абстрактн*|высокоуровнев*|фундаментальн*|широк*|высок*) (идеи|концеп*|заметки|мысли|понятия|принципы)',
    '(высокоуровнев*|обобщающ*|базов*|фундаментальн*|высш*|верхние|корнев*|предшествующ*) (идеи|концеп*|заметки|мысли|понятия)',
    'входящие (связи|идеи|ссылки)',
    '(идеи|концеп*|заметки) (верхнего|более высокого) уровня',
    'up-?stream',
    '(upper|higher)-level',
    '(higher-order|ancestor|umbrella) (ideas|concepts|notes)',
    '(ideas|concepts|notes) above',
    '(upper|higher|superior) (ideas|concepts|notes)',
    'high-level (ideas|concepts|notes)',
    'parent (ideas|concepts|notes|topics)',
    'broader (ideas|concepts|notes|topics)',
    'more (general|abstract) (ideas|concepts|notes)',
    '(foundational|overarching|superordinate|preceding) (ideas|concepts|notes)',
    '(incoming|upward) (ideas|links|connections)',
    'up the hierarchy',
  ],
  downstream: [
    'ниже-?стоящ*',
    '(ниже|вниз) по (иерархии|уровню|абстракции)',
    '(на уровень|уровнем|уровень) ниже',
    '(идеи|связи|ссылки) вниз',
    'внизу',
    '(под|суб)иде*',
    '(под|суб)концеп*',
    'идеи-потомки',
    'нижележащ*',
    'нижнеуровнев*',
    'дочерн*',
    'более (конкретн*|специфичн*|частн*|специализированн*|узк*|низк*) (идеи|концеп*|заметки|мысли|понятия)',
    '(низкоуровнев*|нижние|частные|детализирующ*|производн*|подчиненн*|последующ*) (идеи|концеп*|заметки|мысли|понятия)',
    '(ис|вы)ходящие (связи|идеи|ссылки)',
    '(идеи|концеп*|заметки) (нижнего|более низкого) уровня',
    'down-?stream',
    'lower-level',
    '(lower-order|descendant) (ideas|concepts|notes)',
    '(ideas|concepts|notes) below',
    'lower (ideas|concepts|notes)',
    'low-level (ideas|concepts|notes|details)',
    'child (ideas|concepts|notes|topics)',
    'narrower (ideas|concepts|notes|topics)',
    'more (specific|concrete) (ideas|concepts|notes)',
    '(derived|subordinate|implementing|specialized|specialised|subsequent) (ideas|concepts|notes)',
    'sub-?(ideas|concepts)',
    '(outgoing|downward) (ideas|links|connections)',
    'down the hierarchy',
  ],
  direct: [
    '(прям*|непосредственн*|напрямую) (относ*|связан*|родственн*|смежн*|контекст*|связ*|ссылк*|иде*|имеющ*|отнес*)',
    'прямо (относ*|связан*)',
    '(прямое|непосредственное) отношение',
    'относящ* (прямо|непосредственно|напрямую|к заметке|к теме)',
    'относящ* к (этой|данной|текущей) (заметке|идее|мысли|теме)',
    'ровно здесь',
    'directly? (related|relevant|connected|linked|belonging|relating|about)',
    'direct (ideas|notes|links|connections|relations|relatives|relevance|references|associations|context)',
  ],
  related: [
    '(релевантн*|связанн*|смежн*|похож*|близк*|родственн*|сопутствующ*|соседн*|параллельн*) (иде*|мысл*|замет*|концеп*|материал*|тем*|нот*|ссылк*|файл*)',
    '(ссылки|связи) (на|с|между) *(иде*|замет*|мысл*|концеп*)',
    'ссылки на ключевые идеи',
    'связ(ь|и) с другими (иде*|замет*|мысл*|концеп*)',
    'ссылки по теме',
    '(кросс-|перекрестн* )ссылк*',
    'поясн* (к|по) (кажд*|этим) ссылк*',
    'смотри* также',
    'см. также',
    'related (ideas|notes|thoughts|concepts|topics|reading|pages|links|files|works?)',
    'relevant (ideas|notes|thoughts|concepts|links|files)',
    'linked (ideas|notes|concepts)',
    'connected (ideas|notes|concepts)',
    'adjacent (ideas|notes|concepts)',
    'similar (ideas|notes)',
    'cross-references',
    'see also',
    'further reading',
  ],
  source: [
    'sources?( notes| files)?',
    'references?( list| notes)?',
    'footnotes?',
    '(sources?|works) (used|cited)',
    'citations',
    'bibliography',
    'источник*',
    'сноск*',
    '(использованн* )?литература',
    'список (литературы|источников|ссылок)',
    '(использованн*|цитируем*|внутренн*|ссылки на) источники',
    'библиография',
    'примечания',
  ],
};

/** Beginnings of words that headings are known by and that are often misspelt: a word that is nearly one of them is taken for it. */
export const MISSPELT_STEMS = [
  'вышестоящ',
  'нижестоящ',
  'вышележащ',
  'нижележащ',
  'родительск',
  'релевантн',
  'непосредственн',
  'относящ',
  'источник',
  'upstream',
  'downstream',
  'directly',
  'relevant',
  'references',
] as const;

/** Words that introduce a list of links only when they are the whole heading: `## Related`, `**Parents**`. */
export const RELATION_HEADINGS: Readonly<Record<Relation, readonly string[]>> = {
  upstream: [
    'parents?',
    'predecessors',
    'up',
    'above',
    'ancestors',
    'general',
    'вверх',
    'выше',
    'общее',
    'родител(ь|и)',
    'предки',
    'обобщени(е|я)',
  ],
  downstream: [
    'children',
    'child',
    'successors',
    'down',
    'below',
    'descendants',
    'вниз',
    'ниже',
    'частное',
    'дети',
    'потомки',
    'следствия',
  ],
  direct: ['direct', 'directly', 'прям(ые|ое|о)', 'непосредственно'],
  related: [
    'related',
    'relevant',
    'connections',
    '(internal )?links',
    'wikilinks',
    'связанн(ое|ые)',
    'релевантн(ое|ые)',
    'связи',
    'ссылки',
    'смежное',
  ],
  source: [],
};

/**
 * Phrases that give a direction to a lead sentence where no heading and no label does: what the sentence says of the list
 * below it.
 */
export const LEAD_PHRASES: Readonly<Record<'upstream' | 'downstream' | 'direct', readonly string[]>> = {
  upstream: [
    '(теоретическ*|фундаментальн*|концептуальн*|философск*|архитектурн*) (баз*|основ*|контекст*|принцип*|теори*)',
    'более (общ*|абстрактн*)',
    'лежат в основе',
    'на которых строится',
    'предшеств*',
    'foundational',
    'theoretical (foundation|basis)',
    'more (general|abstract)',
    'builds? (up)?on',
  ],
  downstream: [
    '(конкретн*|практическ*|прикладн*) (реализаци*|применени*|воплощени*|приложени*|подход*|решени*|аспект*|компонент*)',
    'более (конкретн*|специфичн*|прикладн*|специализированн*|практическ*)',
    'следстви*',
    'детализаци*',
    'конкретизир*',
    'practical (applications?|implementations?|frameworks?)',
    'more (specific|concrete)',
    'implement*',
  ],
  direct: [
    '(напрямую|прямо|непосредственно|тесно) связан*',
    '(прямую|непосредственн*) (связь|отношение)',
    'прямо относ*',
    'directly (related|connected|relevant)',
    'specifically connected',
  ],
};

/** Labels before a link that announce it and say nothing of its relation: `Ссылки: [[…]]`. */
export const LINK_LABELS = [
  'ссылк(а|и)',
  'заметк(а|и)',
  'иде(я|и)',
  'файлы?',
  'связан(о|а|ы)?',
  'связь',
  'см',
  'links?',
  'notes?',
  'ideas?',
  'see',
  'see also',
] as const;

/** Words that number a step: `Шаг 1`, `Step 2`. */
export const STEP_WORDS = ['шаг', 'step'] as const;

/** What stands for the number of a step behind such a word. */
export const STEP_NUMERALS: Readonly<Record<StepNumber, readonly string[]>> = {
  1: ['1', 'i', 'первый', 'one'],
  2: ['2', 'ii', 'второй', 'two'],
  3: ['3', 'iii', 'третий', 'three'],
};

/** Labels above a step's text that announce it and say nothing themselves: `**Исправленный текст:**`. */
export const STEP_LABELS = [
  'исправленный текст',
  'исправленный вариант',
  'корректура',
  'перевод',
  'название',
  'corrected text',
  'translation',
  'title',
] as const;

/** Phrases that say which step of the template a heading opens. */
export const STEP_PHRASES: Readonly<Record<StepNumber, readonly string[]>> = {
  1: [
    'корректур*',
    'коррекци*',
    'исправл*',
    'правк*',
    'вычитк*',
    'оригинальн* текст*',
    'русск* (текст*|верси*)',
    'proofread*',
    'correct*',
    'russian',
  ],
  2: ['*перевод*', 'translat*', 'английск* (верси*|текст*)', 'english (version|text|translation)'],
  3: [
    'векторн*',
    'векторно-полев*',
    'полев* (развертк*|интерпретаци*|трактовк*)',
    'развертк*',
    'vector*',
    'field-vector',
    'field (expansion|unfolding)',
    'expanded intent',
    'expansion',
    'unfolding',
  ],
};

/** Header words that rank the rows by themselves, whatever the rungs are called. */
export const RANKING_HEADERS = [
  'tier',
  'tiers',
  'тир',
  'тиры',
  'tir',
  'rank',
  'ranking',
  'ранг',
  'ступень',
  'разряд',
  'лига',
  'league',
] as const;

/** Header words of a column that holds the rung itself. */
export const RANK_HEADERS = [
  ...RANKING_HEADERS,
  'место',
  'place',
  'position',
  'level',
  'lvl',
  'уровень',
  'уровни',
  'grade',
] as const;

/** Header words that leave a noun out in the cells below, and how a rung's name ends then: «Уровень» over «Физический». */
export const RUNG_NAME_ENDINGS: readonly (readonly [header: string, endings: readonly string[]])[] = [
  ['уровень', ['ый', 'ий', 'ой']],
];

/** Words above a table that make the running number of its rows a place: `Top 10 by weight`. */
export const RANKING_LEADS = [
  '(топ|top)-?#',
  'рейтинг*',
  'rankings?',
  'ranked',
  'leaderboard',
  '(по|в порядке) (убывани*|возрастани*)',
  '(by|in) (de|in)creasing',
  '(descending|ascending) order',
] as const;

/** Ordered words, lowest first, by language: a column of such words is a ladder. Ranks count from 1. */
export const RANK_SCALES: readonly (readonly string[])[] = [
  ['очень низкий', 'низкий', 'средний', 'высокий', 'очень высокий', 'критический'],
  ['очень низкая', 'низкая', 'средняя', 'высокая', 'очень высокая'],
  ['низкое', 'среднее', 'высокое'],
  ['минимальный', 'базовый', 'средний', 'продвинутый', 'экспертный', 'максимальный'],
  ['начальный', 'средний', 'продвинутый', 'экспертный'],
  ['новичок', 'любитель', 'профессионал', 'эксперт', 'мастер'],
  ['микро', 'мезо', 'макро', 'мета'],
  ['микроуровень', 'мезоуровень', 'макроуровень', 'метауровень'],
  ['very low', 'low', 'medium', 'high', 'very high', 'critical'],
  ['lowest', 'low', 'moderate', 'high', 'highest'],
  ['minimal', 'basic', 'intermediate', 'advanced', 'expert', 'master'],
  ['beginner', 'intermediate', 'advanced', 'expert'],
  ['novice', 'apprentice', 'journeyman', 'expert', 'master'],
  ['junior', 'middle', 'senior', 'lead', 'principal'],
  ['micro', 'meso', 'macro', 'meta'],
  ['bronze', 'silver', 'gold', 'platinum', 'diamond'],
  ['бронза', 'серебро', 'золото', 'платина'],
  ['первый', 'второй', 'третий', 'четвертый', 'пятый'],
  ['первая', 'вторая', 'третья', 'четвертая', 'пятая'],
  ['первое', 'второе', 'третье', 'четвертое', 'пятое'],
  ['first', 'second', 'third', 'fourth', 'fifth'],
];

/** Letters of a tier list, best first, as games write them. Ranks count from 1. */
export const LETTER_SCALE = ['s', 'a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Medals, best first. Ranks count from 1. */
export const MEDALS = ['🥇', '🥈', '🥉'] as const;

/** Signs that are marks although they are not emoji. */
export const MARK_SIGNS = ['★', '☆', '✓', '✔', '✗', '✘', '●', '○', '◐', '+', '−', '±', '↑', '↓', '⬆', '⬇'] as const;

/** Header words of a column that says what something is worth. Nominatives: «Снижение затрат» is no cost. */
export const VALUE_HEADERS = [
  'effects?',
  'effectiveness',
  'efficacy',
  'efficiency',
  'values?',
  'impacts?',
  'benefits?',
  'utility',
  'usefulness',
  'gains?',
  'advantages?',
  'payoffs?',
  'profits?',
  'returns?',
  'roi',
  'savings?',
  'reduction',
  'upsides?',
  'pros',
  'quality',
  'scores?',
  'эффект(ы)?',
  'эффективность',
  'польза',
  'полезность',
  'ценность',
  'влияние',
  'выгод(а|ы)',
  'результативность',
  'отдача',
  'окупаемость',
  'прирост',
  'качество',
  'плюсы?',
  'преимуществ(о|а)',
  'оценка',
  'балл(ы)?',
  '(уровень|степень|оценка) (эффекта|эффективности|пользы|полезности|ценности|влияния|выгоды|качества)',
] as const;

/** Header words of a column that says what something costs. */
export const COST_HEADERS = [
  'costs?',
  'prices?',
  'pricing',
  'tradeoffs?',
  'trade-offs?',
  'risks?',
  'efforts?',
  'expenses?',
  'spend(ing)?',
  'overhead',
  'complexity',
  'difficulty',
  'drawbacks?',
  'downsides?',
  'disadvantages?',
  'cons',
  'стоимость',
  'цен(а|ы)',
  'затраты',
  'расход(ы)?',
  'издержки',
  'риск(и)?',
  'трудоемкость',
  'трудозатраты',
  'сложность',
  'усили(е|я)',
  'компромисс(ы)?',
  'минусы?',
  'недостат(ок|ки)',
  '(уровень|степень|оценка) (риска|рисков|затрат|стоимости|расходов|издержек|сложности|трудоемкости|усилий)',
] as const;

/** Header words that let numbers be taken for what something is worth, until their user says otherwise. */
export const GUESSED_VALUE_HEADERS = [
  'potential',
  'ratings?',
  'importance',
  'relevance',
  'accuracy',
  'clarity',
  'depth',
  'strength',
  'потенциал',
  'рейтинг',
  '(важ|точ|яс|оригиналь)ность',
  'значимость',
  'глубина',
  'сила',
  'смысл',
] as const;

/** Header words that let numbers be taken for what something costs, until their user says otherwise. */
export const GUESSED_COST_HEADERS = [
  'time',
  'duration',
  'latency',
  'load',
  'budget',
  'errors?',
  'время',
  'срок(и)?',
  'длительность',
  'нагрузка',
  'бюджет',
  'ошибки',
] as const;

/** Words that end what a header names: what follows qualifies it (`Impact on cost`). */
export const HEADER_BREAKS = [
  'of',
  'on',
  'for',
  'to',
  'in',
  'at',
  'per',
  'vs',
  'and',
  'на',
  'для',
  'по',
  'в',
  'и',
] as const;

/** What a mark weighs in a value column until its user says otherwise. A mark that is not here is not counted there. */
export const VALUE_WEIGHTS: Readonly<Record<string, number>> = {
  '🟢': 1,
  '✅': 1,
  '✔': 1,
  '✓': 1,
  '⭐': 1,
  '★': 1,
  '+': 1,
  '⚪': 0,
  '🟡': 0,
  '☆': 0,
  '±': 0,
  '🔴': -1,
  '❌': -1,
  '✗': -1,
  '✘': -1,
  '✖': -1,
  '−': -1,
};

/** What a mark costs in a cost column when it is not listed below. */
export const OTHER_MARK_COST = 1;

/** Marks that cost something else: the empty stars of `★★★☆☆` are those that are not there. */
export const COST_WEIGHTS: Readonly<Record<string, number>> = { '☆': 0 };

/** Words for an amount and the number they say. Each may be followed by up to three more words: `high latency`. */
export const AMOUNT_WORDS: readonly (readonly [amount: number, words: readonly string[]])[] = [
  [0.5, ['very low', 'lowest', 'minimal', 'tiny', 'negligible', 'очень низк*', 'очень мал*', 'минимальн*']],
  [1, ['low', 'small', 'slight', 'minor', 'weak', 'низк(ий|ая|ое|ие|о)', 'мал(ый|ая|ое|ые|о)', 'слаб(ый|ая|ое|ые|о)']],
  [1.5, ['below average', 'ниже среднего']],
  [2, ['medium', 'moderate', 'mid', 'average', 'средн(ий|яя|ее|ие|е)', 'умеренн(ый|ая|ое|ые|о)']],
  [2.5, ['above average', 'выше среднего']],
  [3, ['high', 'large', 'major', 'strong', 'высок(ий|ая|ое|ие|о)', 'больш(ой|ая|ое|ие)', 'сильн(ый|ая|ое|ые|о)']],
  [4, ['very high', 'highest', 'maximal', 'extreme', 'huge', 'очень высок*', 'очень больш*', 'максимальн*', 'огромн*']],
];

/** Answers and the number they say; as a whole or before a comma, a bracket or a dash, for a sentence may begin with them. */
export const ANSWER_WORDS: readonly (readonly [amount: number, words: readonly string[]])[] = [
  [0, ['no', 'none', 'zero', 'нет', 'отсутствует', 'никак*', 'нулев*']],
  [0.5, ['partial(ly)?', 'partly', 'частичн*']],
  [1, ['yes', 'full(y)?', 'да', 'полн(ый|ая|ое|ые|остью)']],
];

/** Cells that say that nothing is said. They are no zero. */
export const BLANK_WORDS = [
  'n/a',
  'na',
  'tbd',
  'unknown',
  'not given',
  'н/д',
  'нет данных',
  'неизвестно',
  'не указано',
] as const;

/** What multiplies a number that it follows; letters mean themselves only in the case given here. */
export const NUMBER_MULTIPLIERS: readonly (readonly [factor: number, words: readonly string[]])[] = [
  [1e3, ['k', 'K', 'к', 'К', 'тыс', 'тысяч', 'тысяча', 'тысячи', 'thousand', 'thousands']],
  [1e6, ['M', 'М', 'mn', 'mln', 'млн', 'миллион', 'миллиона', 'миллионов', 'million', 'millions']],
  [1e9, ['B', 'b', 'bn', 'млрд', 'миллиард', 'миллиарда', 'миллиардов', 'billion', 'billions']],
  [1e12, ['T', 'tn', 'трлн', 'триллион', 'триллиона', 'триллионов', 'trillion', 'trillions']],
];

/** Words before a number that say how exactly it is meant. */
export const NUMBER_LEADS = [
  'about',
  'around',
  'approx',
  'approximately',
  'circa',
  'ca',
  'roughly',
  'up to',
  'over',
  'under',
  'more than',
  'less than',
  'at least',
  'at most',
  'from',
  'min',
  'max',
  'около',
  'примерно',
  'порядка',
  'приблизительно',
  'до',
  'от',
  'более',
  'менее',
  'больше',
  'меньше',
  'свыше',
  'не более',
  'не менее',
  'минимум',
  'максимум',
  'в',
] as const;

/**
 * Units of which a column may mix several, in one dimension a list, each with how many of the first of its list it is: so
 * `90 min` is more than `1 h`.
 */
export const UNITS: readonly (readonly (readonly [size: number, words: readonly string[]])[])[] = [
  [
    [1, ['ms', 'мс', 'миллисекунд*', 'milliseconds?']],
    [1e3, ['s', 'sec', 'secs', 'seconds?', 'с', 'сек', 'секунд*']],
    [6e4, ['min', 'mins', 'minutes?', 'мин', 'минут*']],
    [3.6e6, ['h', 'hr', 'hrs', 'hours?', 'ч', 'час', 'часа', 'часов']],
    [8.64e7, ['d', 'days?', 'день', 'дня', 'дней', 'дн', 'сут', 'сутки', 'суток']],
    [6.048e8, ['w', 'wk', 'weeks?', 'нед', 'недел*']],
    [2.63e9, ['mo', 'months?', 'мес', 'месяц*']],
    [3.156e10, ['y', 'yr', 'yrs', 'years?', 'г', 'год', 'года', 'лет']],
  ],
  [
    [1, ['bytes?', 'байт*']],
    [1e3, ['kb', 'kib', 'кб']],
    [1e6, ['mb', 'mib', 'мб']],
    [1e9, ['gb', 'gib', 'гб']],
    [1e12, ['tb', 'tib', 'тб']],
  ],
];
