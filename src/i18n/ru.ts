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
    'frontmatter-field': 'В поле «{field}» не то, что должно быть. Ожидается: {expected}',
  },
  fieldKinds: {
    text: 'текст',
    'list-of-text': 'список слов',
    date: 'дата, например 2025-08-24',
    'date-time': 'дата и время, например 2025-08-24 20:56:58',
  },
};
