import type { Messages } from './index';

/** Every text the user reads, in Russian. */
export const ru: Messages = {
  relations: {
    upstream: 'Вышестоящие идеи',
    direct: 'Прямо относящиеся идеи',
    downstream: 'Нижестоящие идеи',
    related: 'Связанные заметки',
    source: 'Источники',
  },
  problems: {
    'frontmatter-syntax': 'Свойства заметки не читаются: {detail}',
    'frontmatter-field': 'Поле «{field}»: ожидается {expected}.',
  },
  fieldKinds: {
    text: 'текст',
    'list-of-text': 'список слов',
    date: 'дата (ГГГГ-ММ-ДД)',
    'date-time': 'дата и время (ГГГГ-ММ-ДД ЧЧ:мм:сс)',
  },
};
