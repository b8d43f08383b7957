type Amounts = readonly (readonly [amount: number, words: string])[];

/** Words of cells that say how much, all phrases of the vocabulary's dialect but the scales. */
export const VALUES = {
  /** Ordered words, lowest first, by language, as `scalesIn` parts them: a column of such words is a ladder. Ranks count from 1. */
  scales:
    'очень низкий<низкий<средний<высокий<очень высокий<критический|' +
    'минимальный<базовый<средний<продвинутый<экспертный<максимальный|' +
    'начальный<средний<продвинутый<экспертный|новичок<любитель<профессионал<эксперт<мастер|' +
    'микро<мезо<макро<мета|микроуровень<мезоуровень<макроуровень<метауровень|' +
    'very low<low<medium<high<very high<critical|lowest<low<moderate<high<highest|' +
    'minimal<basic<intermediate<advanced<expert<master|beginner<intermediate<advanced<expert|' +
    'novice<apprentice<journeyman<expert<master|junior<middle<senior<lead<principal|' +
    'micro<meso<macro<meta|bronze<silver<gold<platinum<diamond|бронза<серебро<золото<платина|' +
    'первый<второй<третий<четвертый<пятый|first<second<third<fourth<fifth',
  /** Words for an amount and the number they say. Each may be followed by up to three more words: `high latency`. */
  amounts: [
    [0.5, 'very low|lowest|minimal|tiny|negligible|очень низк*|очень мал*|минимальн*'],
    [1, 'low|small|slight|minor|weak|низк(ий|ая|ое|ие|о)|мал(ый|ая|ое|ые|о)|слаб(ый|ая|ое|ые|о)'],
    [1.5, 'below average|ниже среднего'],
    [2, 'medium|moderate|mid|average|средн(ий|яя|ее|ие|е)|умеренн(ый|ая|ое|ые|о)'],
    [2.5, 'above average|выше среднего'],
    [3, 'high|large|major|strong|высок(ий|ая|ое|ие|о)|больш(ой|ая|ое|ие)|сильн(ый|ая|ое|ые|о)'],
    [4, 'very high|highest|maximal|extreme|huge|очень высок*|очень больш*|максимальн*|огромн*'],
  ] satisfies Amounts,
  /** Answers and the number they say; as a whole or before a comma, a bracket or a dash, for a sentence may begin with them. */
  answers: [
    [0, 'no|none|zero|нет|отсутствует|никак*|нулев*'],
    [0.5, 'partial(ly)?|partly|частичн*'],
    [1, 'yes|full(y)?|да|полн(ый|ая|ое|ые|остью)'],
  ] satisfies Amounts,
  /** Cells that say that nothing is said. They are no zero. */
  blanks: 'n/a|na|tbd|unknown|not given|н/д|нет данных|неизвестно|не указано',
};

/** Names of fields by how much they say. */
export const FIELDS = {
  /** Names of fields that say no more than the relation which they give: such a name is not shown beside it. */
  plain:
    'up(stream)?|down(stream)?|parents?|child(ren)?|direct|related( (to|notes?|ideas?))?|x|see( also)?|' +
    'links?|sources?|refs?|references?|' +
    '(вверх|вниз|выше|ниже|вышестоящ*|нижестоящ*|родител*|дочерн*|дети|связанн*|см|см также|источник*)( идеи| заметки)?',
  /** Beginnings of names that say more of a related idea than that: another idea is not put there. A space ends a word. */
  telling:
    'next|prev|before|after|supports|supersede|replace|amend|oppos|contrast|antonym|synonym|alternativ|следующ|предыдущ|далее|' +
    'альтернатив|синоним|антоним|противополож|замен|nächst|vorig|vorherig|folge|weiter |zurück|gegen|ersetzt|suivant|précédent|' +
    'contrair|remplac|siguiente|anterior|opuest|contrari|sinónim|antónim|reemplaza|наступн|попередн|далі|антонім|протилежн|' +
    'замін|上一|下一|前一|后一|对比|相反|同义|反义|取代',
};
