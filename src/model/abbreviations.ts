/** Words that a full stop makes short, by language; a single letter and what holds full stops (`e.g.`) need no row. In lower case. */
export const ABBREVIATIONS: Readonly<Record<'en' | 'ru', string>> = {
  en: 'dr mr mrs ms prof st jr sr vs fig vol ca approx cf',
  ru: 'др гг вв см ср стр рис табл гл им ул напр проф акад доц тыс млн млрд руб коп мин сек',
};
