/** Words that a full stop makes short, by language; a single letter and what holds full stops (`e.g.`) need no row. In lower case. */
export const ABBREVIATIONS: Readonly<Record<'en' | 'ru', string>> = {
  en: 'dr mr mrs ms prof st jr sr vs fig vol ca approx cf',
  ru: 'др гг вв см ср стр рис табл гл им ул напр проф акад доц тыс млн млрд руб коп мин сек',
};

/** Words behind which two numbers are a designation and no range, in lower case, without a full stop. */
export const DESIGNATED: readonly string[] = (
  'call phone tel fax room flat apt suite unit no number model type part version code gate route line bus flight ' +
  'звони звоните телефон тел факс квартира квартиры квартире квартиру кв дом дома доме д корпус корп офис комната ком кабинет каб ' +
  'номер модель тип деталь версия код рейс маршрут автобус линия участок литер строение стр-е а/я индекс'
).split(' ');
