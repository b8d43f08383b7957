/** Words that order names by themselves. */
const ORDER_WORDS = 'шкал*|градаци*|лестниц*|иерархи*|зрелост*|спектр*|scale|ladder|hierarch*|maturity|spectrum|';

const COUNTS =
  '(кол-во|количество|число|объем|размер|стр|страниц|номер)*|' +
  '(number|count|amount|size|volume|pages?|quantity|chapter)( of)?';

/** Words of tables whose rows are rungs, or only look like it. */
export const RUNGS = {
  /** What work is put in an order under. */
  plans:
    'backlog|bugs?|issues?|to-?dos?|tasks?|triage|road ?map|features?|plans?|planning|goals|бэклог|задач(и|а)|баги|план(ы)?|цели|доработки',
  /** Words above a table that speak of levels: what its rows name, or number and name, are rungs then. */
  ladders:
    `${ORDER_WORDS}(микро|мета|много|двух|трех|пяти)?-?уровн*|слои|ступен*|levels?|layers|` +
    'рівн*|stufen|niveaus?|nivel(es)?',
  /** Those that say it of names, also where nothing else does. */
  scales:
    `${ORDER_WORDS}(много|двух|трех|пяти)уровнев*|` +
    'уровни (освоения|владения|развития|зрелости|мастерства|понимания|знани*|мышления)|' +
    'levels of (maturity|mastery|skill|understanding|expertise)|' +
    'интерпретаци* (значени*|балл*|оценк*)|interpret* (of )?(values|scores|the (values|scores))',
  /** Header words of stages, which are rungs where what they belong to grows. */
  stages:
    '(название )?(этап*|фаз*|стади*)|(stage|phase)s?( name)?|поколение|generation|етап|стадія|phase|fase|' +
    'etapa|阶段',
  growth:
    'зрелост*|эволюци*|(этап*|стади*|фаз*|ступен*|путь|план) (развития|роста)|взрослени*|становлени*|' +
    '*maturity|evolution*|development(al)? (stage|phase|level)s?|growth|зрілост*|reife*|成熟*',
  /** Header words of amounts, and of what is only told apart. */
  counts: COUNTS,
  /** Words that make what is counted in a first column neither places nor a scale: points in time, ages and amounts. */
  noScale:
    '(время|дата|день|дни|недел|месяц|год|десятилети|период|век|возраст)*|вік|alter|âge|edad|年龄|年齡|' +
    `(time|date|day|week|month|year|decade|period|century|timestamp|age)s?|${COUNTS}`,
  /** Adjectives of aspects: names that are mostly these have no order. */
  aspects:
    'техническ*|технологическ*|психологическ*|этическ*|эстетическ*|экономическ*|юридическ*|правов*|' +
    'организационн*|культурн*|логическ*|эмоциональн*|политическ*|философск*|онтологическ*|практическ*|' +
    'теоретическ*|финансов*|исторически*|technical|psychological|ethical|aesthetic|economic|legal|' +
    'organi(z|s)ational|cultural|logical|emotional|political|philosophical|ontological|practical|' +
    'theoretical|financial|historical|social',
};
