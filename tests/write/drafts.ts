import { DEFAULT_SETTINGS } from '../../src/settings.ts';
import type { NoteDraft } from '../../src/write/note-draft.ts';

/** A draft with nothing in it but the time, as the settings are at first. */
export const EMPTY_DRAFT: NoteDraft = {
  titles: { ru: '', en: '' },
  name: '',
  tags: [],
  text: '',
  raw: '',
  ideas: {},
  titleLanguage: 'en',
  now: new Date(2025, 8, 6, 7, 5, 9),
  created: new Date(2025, 8, 6, 7, 5, 9),
  style: { language: 'ru', signs: 'diamond' },
  template: null,
  fields: DEFAULT_SETTINGS.frontmatterFields,
};
