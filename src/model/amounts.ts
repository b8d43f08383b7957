/**
 * Words and signs that numbers, amounts and dates are written with; a part of the vocabulary. Letters mean themselves in the case given
 * here, and longer words in any. A `*` at the end of a word stands for a few letters more: `минут*`.
 */

/** What multiplies a number that it follows. */
export const NUMBER_MULTIPLIERS: readonly (readonly [factor: number, words: string])[] = [
  [12, 'dozen дюжины дюжин'],
  [100, 'hundred сотни сотен'],
  [1e3, 'k K к К тыс тысяч тысяча тысячи thousand thousands'],
  [1e4, '万 萬'],
  [1e5, 'lakh lakhs'],
  [1e6, 'M М mn mln Mio млн миллион миллиона миллионов million millions'],
  [1e7, 'crore crores'],
  [1e8, '亿 億'],
  [1e9, 'B b bn Mrd млрд миллиард миллиарда миллиардов billion billions'],
  [1e12, 'T tn трлн триллион триллиона триллионов trillion trillions'],
];

/** Words before a number that say how exactly it is meant. */
export const NUMBER_LEADS =
  'about|around|approx|approximately|circa|ca|c.|roughly|up to|over|under|more than|less than|at least|at most|almost|nearly|only|from|min|max|' +
  'около|ок|по|прибл|примерно|порядка|приблизительно|до|от|(не )?(более|менее|больше|меньше)|свыше|почти|всего|(как )?минимум|(как )?максимум|в';

/** What may follow an `or` behind a number, which else says another. */
export const NUMBER_BOUNDS = 'so|more|less|higher|lower|больше|более|меньше|менее|выше|ниже';

/** Words beside a number that make another one of it, or leave it open. */
export const NUMBER_CHANGES =
  'bc|bce|до н|then|later|plus|minus|half|twice|потом|затем|позже|плюс|минус|вдвое|втрое|половин*';

/** The same before a date. */
export const DATE_LEADS = `${NUMBER_LEADS}|since|until|till|before|after|by|on|the|с|со|к|после|на`;

/** What a number may count; those of one dimension compare: `90 min` is more than `1 h`. `share` is a part of one. */
export type Dimension =
  | 'share'
  | 'currency'
  | 'duration'
  | 'data'
  | 'bits'
  | 'bits / s'
  | 'length'
  | 'mass'
  | 'volume'
  | 'frequency'
  | 'power'
  | 'energy'
  | 'celsius'
  | 'fahrenheit';

/** Units by dimension, those of time the least first, each with how many of the dimension's least it is. A word may stand in several rows: the column decides. */
export const UNITS: readonly (readonly [dimension: Dimension, size: number, words: string])[] = [
  ['duration', 60, 'min mins minute* m мин минут* м'],
  ['duration', 3600, 'h hr hrs hour* ч час часа часов часы'],
  ['duration', 86_400, 'd day* дн день дня дней дни д сут сутки суток'],
  ['duration', 604_800, 'w wk wks week* нед недел*'],
  ['duration', 2_630_000, 'mo mos month* мес месяц*'],
  ['duration', 31_560_000, 'y yr yrs year* г год года годы лет'],
  ['length', 1609.344, 'mi mile* миля мили миль'],
  ['length', 0.3048, 'ft foot feet фут*'],
  ['length', 0.0254, 'inch* дюйм*'],
  ['mass', 1e6, 't т tonne* тонн*'],
  ['celsius', 1, '°C °С ℃'],
  ['fahrenheit', 1, '°F ℉'],
  ['mass', 453.592_37, 'lb lbs pound* фунт*'],
];

/** Units that prefixes go with, and which. */
export const PREFIXED_UNITS: readonly (readonly [
  dimension: Dimension,
  prefixes: 'small' | 'large' | 'any',
  short: string,
  long: string,
])[] = [
  ['duration', 'small', 's sec secs с сек', 'second* секунд*'],
  ['data', 'large', 'B Б', 'byte* байт*'],
  ['bits', 'large', 'bit bits бит', 'bit* бит*'],
  ['bits / s', 'large', 'bps', ''],
  ['length', 'small', 'm м', 'metre* meter* метр*'],
  ['mass', 'small', 'g г гр', 'gram* грамм*'],
  ['volume', 'small', 'l L л', 'litre* liter* литр*'],
  ['frequency', 'any', 'Hz Гц', 'hertz герц*'],
  ['power', 'any', 'W Вт', 'watt* ватт*'],
  ['energy', 'any', 'Wh W·h Втч Вт·ч', ''],
];

/** Prefixes of units: those before signs, and those before words. */
export const UNIT_PREFIXES: readonly (readonly [size: number, short: string, long: string])[] = [
  [1e-9, 'n н', 'nano нано'],
  [1e-6, 'µ μ u мк', 'micro микро'],
  [1e-3, 'm м', 'milli милли'],
  [1e-2, 'c с', 'centi санти'],
  [1e3, 'k к', 'kilo кило'],
  [1e6, 'M М', 'mega мега'],
  [1e9, 'G Г', 'giga гига'],
  [1e12, 'T Т', 'tera тера'],
  [1e15, 'P П', 'peta пета'],
  [2 ** 10, 'Ki Ки', 'kibi киби'],
  [2 ** 20, 'Mi Ми', 'mebi меби'],
  [2 ** 30, 'Gi Ги', 'gibi гиби'],
  [2 ** 40, 'Ti Ти', 'tebi теби'],
];

/** Codes and signs of currencies that letters stand for; they go before a number or behind it. Other signs are known by Unicode. */
export const CURRENCY_CODES =
  'USD EUR GBP JPY CNY RUB RUR UAH BYN KZT UZS AMD GEL INR KRW TRY CHF PLN CZK HUF SEK NOK DKK CAD AUD NZD SGD HKD BRL MXN ZAR ILS AED' +
  ' THB VND IDR BTC ETH USDT Rs kr zł Kč';

/** Words for money, behind a number; the second row is hundredths. */
export const CURRENCY_WORDS: readonly (readonly [size: number, words: string])[] = [
  [1, 'dollar* bucks euro* yen yuan rupee* rouble* ruble* р руб рубл* долл доллар*'],
  [1, 'евро юан* иен* тенге гривен* гривн* грн pound* фунт*'],
  [1, '円 元 원'],
  [0.01, 'cent cents pence цент* коп копе*'],
];

/** The months, a row each. */
export const MONTHS: readonly string[] = [
  'jan january янв январ*',
  'feb february фев февр феврал*',
  'mar march мар март*',
  'apr april апр апрел*',
  'may май мая мае',
  'jun june июн июн*',
  'jul july июл июл*',
  'aug august авг август*',
  'sep sept september сен сент сентябр*',
  'oct october окт октябр*',
  'nov november ноя нояб ноябр*',
  'dec december дек декабр*',
];

/** How the parts of a year are counted, beside digits. */
export const ORDINALS: readonly string[] = [
  'i first перв*',
  'ii second втор*',
  'iii third трет*',
  'iv fourth четверт*',
];

/** Words in the headers of dates. */
export const DATE_HEADERS = 'date|when|due|deadline|дат(а|ы)|когда|срок*';

/** Days of the week before a date or behind it, which say nothing more. */
export const WEEKDAYS =
  '(mon|tue|tues|wednes|wed|thurs|thur|thu|fri|satur|sat|sun)(day)?|' +
  '(пн|вт|ср|чт|пт|сб|вс|понедельник*|вторник*|сред(а|у)|четверг*|пятниц(а|у)|суббот(а|у)|воскресень(е|я))';
