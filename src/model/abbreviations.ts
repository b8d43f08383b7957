/** Words that a full stop makes short, by language; a single letter and what holds full stops (`e.g.`) need no row. In lower case. */
export const ABBREVIATIONS: Readonly<Record<'en' | 'ru', string>> = {
  en: 'dr mr mrs ms prof st jr sr vs fig vol ca approx cf mt gen col capt lt sgt rev gov sen hon al inc ltd co corp',
  ru: 'др гг вв см ср стр рис табл гл им ул напр проф акад доц тыс млн млрд руб коп мин сек пл пр просп наб обл св',
};

/** Words that a full stop makes short where a number follows: anywhere else they may end a sentence. In lower case. */
export const BEFORE_NUMBERS =
  'no nos pp ch sec min max jan feb mar apr jun jul aug sept oct nov dec ст пп разд ред вып изд кв корп тел ок';

/** Words that two numbers are a telephone or a score behind, also with a preposition between; see `DESIGNATED`. */
export const CALLED = 'звон позвон дозвон набра набер счёт счет проигра выигра call dial won lost';

/**
 * What a word begins with behind which two numbers are a designation and no range, whether they rise or not; up to three letters more
 * may be its ending where it has four. In lower case.
 */
export const DESIGNATED =
  CALLED +
  ' тел телефон факс квартир кв дом д корпус корп офис комнат ком кабинет каб аудитори номер модел тип детал артикул верси код ' +
  'серия паспорт рейс маршрут автобус самол двигател лини участок литер строение стр-е а/я индекс стандарт приказ статья дело ' +
  'заказ наклад сыгра гост ост снип санпин ту phone telephone tel fax extension ext room flat apartment apt suite unit number no ' +
  'order invoice score model type part version code form standard gate route bus flight boeing airbus windows iso iec din rfc ieee ' +
  'ansi astm';

/** What a word begins with behind which two numbers that rise are a range though nothing behind them says so. In lower case. */
export const COUNTED =
  'в во на с со по от до из за к при около через после и или как лишь только примерно обычно порядка страниц стр глав част вопрос ' +
  'пункт строк урок параграф раздел уровн слой слоя слои слоёв упражнени задани задач шаг недел рис табл at in on by of for from to about ' +
  'around only within and or p pp page chapter ch section sec lines tier layer level step fig figure table question item week ' +
  'point vol verse';
