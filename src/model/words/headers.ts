/** Header words by what the column below them says, all phrases of the vocabulary's dialect. */
export const HEADERS = {
  /** Header words of a column that says what something is worth. Nominatives: «Снижение затрат» is no cost. */
  value:
    'effects?|effectiveness|efficacy|efficiency|values?|impacts?|benefits?|utility|usefulness|gains?|' +
    'advantages?|payoffs?|profits?|returns?|roi|savings?|reduction|upsides?|pros|quality|scores?|' +
    'эффект(ы)?|эффективность|польза|полезность|ценность|влияние|выгод(а|ы)|результативность|отдача|' +
    'окупаемость|прирост|качество|плюсы?|преимуществ(о|а)|оценка|балл(ы)?|' +
    '(уровень|степень|оценка) (эффекта|эффективности|пользы|полезности|ценности|влияния|выгоды|качества)',
  /** Header words of a column that says what something costs. */
  cost:
    'costs?|prices?|pricing|tradeoffs?|trade-offs?|risks?|efforts?|expenses?|spend(ing)?|overhead|' +
    'complexity|difficulty|drawbacks?|downsides?|disadvantages?|cons|стоимость|цен(а|ы)|затраты|' +
    'расход(ы)?|издержки|риск(и)?|трудоемкость|трудозатраты|сложность|усили(е|я)|компромисс(ы)?|минусы?|' +
    'недостат(ок|ки)|side effects?|побочные эффекты|' +
    '(уровень|степень|оценка) (риска|рисков|затрат|стоимости|расходов|издержек|сложности|трудоемкости|усилий)',
  /** Header words that let numbers be taken for what something is worth, until their user says otherwise. */
  guessedValue:
    'potential|ratings?|importance|relevance|accuracy|depth|strength|speed|performance|throughput|*(bility|rity|ness|ivity)|ease|' +
    'satisfaction|confidence|coverage|success|growth|revenue|income|earnings|salary|sales|uptime|time saved|life(time)?|потенциал|' +
    'рейтинг|*ость|глубина|сила|смысл|удобство|простота|рост|выручка|доход(ы)?|прибыль|зарплата|продажи|гарантия|срок службы|' +
    '(экономия|снижение) *|экономия',
  /** The same for what something costs. Where both have a word, it is this. */
  guessedCost:
    'time|duration|latency|hours?|days?|weeks?|(work)?load|budget|errors?|failures?|bugs?|loss(es)?|churn|downtime|noise|damage|harm|' +
    'danger|toxicity|severity|debt|fees?|tax(es)?|commission|consumption|usage|время|срок(и)?|длительность|задержка|час(ы|ов)|' +
    'дн(и|ей)|нагрузка|бюджет|ошиб(ки|ок)|сбо(и|ев)|отказ(ы|ов)|брак(а)?|потери|шум|вред|ущерб|опасность|погрешность|' +
    'токсичность|задолженность|налог(и)?|комиссия|потребление',
  /** Header words of numbers that say neither, beside what counts: how often something is, or which it is. */
  neither:
    'users?|people|prevalence|frequency|age|years?|steps?|version|id|пользовател*|людей|распростран*|редкость|частот(а|ность)|возраст|год|шаг(и|ов)?',
};
