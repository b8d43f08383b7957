import type { Relation } from '../../model/vocabulary';
import { DEFAULT_SETTINGS } from '../../settings';
import { fileNameOf, folderPathOf, freeName } from '../../write/file-name';
import { mainTitle, type NoteDraft, type Titles } from '../../write/note-draft';
import { readTags } from '../../write/tags';
import { composeThreeStepNote } from '../../write/three-step-note';
import { CREATED, FOLDER, NOW, TAGS } from './fixed-answers';
import type { Written } from './write-kind';

/** What the settings give for a note's text. */
export const BASIS: Pick<NoteDraft, 'style' | 'titleLanguage' | 'fields' | 'template'> = {
  style: { language: DEFAULT_SETTINGS.headingLanguage, signs: DEFAULT_SETTINGS.headingSigns },
  titleLanguage: DEFAULT_SETTINGS.fileNameLanguage,
  fields: DEFAULT_SETTINGS.frontmatterFields,
  template: null,
};

interface Asked {
  readonly titles: Titles;
  readonly text: string;
  readonly ideas: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly basis?: Partial<typeof BASIS>;
}

/** What the dialog for a new note makes, in a folder where the first name is taken. */
export function newNote({ titles, text, ideas, basis = {} }: Asked): Written {
  const draft = { ...BASIS, ...basis };
  const wanted = fileNameOf(mainTitle(titles, draft.titleLanguage)).name;
  const name = freeName(wanted, new Set([wanted.toLowerCase()]));
  return {
    kind: 'file',
    path: `${folderPathOf(FOLDER, []).path}/${name}.md`,
    text: composeThreeStepNote({
      ...draft,
      titles,
      name,
      tags: readTags(TAGS).tags,
      text: '',
      raw: text,
      ideas,
      now: NOW,
      created: NOW,
    }),
  };
}

/** The template's text as the note of this name would have been made by it. */
export function composedFor(name: string, basis: Partial<typeof BASIS> = {}): string {
  return composeThreeStepNote({
    ...BASIS,
    ...basis,
    titles: isRussian(name) ? { ru: name, en: '' } : { ru: '', en: name },
    name,
    tags: [],
    text: '',
    raw: '',
    ideas: {},
    now: NOW,
    created: CREATED,
  });
}

/** Whether most letters are Russian. */
function isRussian(text: string): boolean {
  return (text.match(/[а-яё]/gi)?.length ?? 0) > (text.match(/[a-z]/gi)?.length ?? 0);
}
