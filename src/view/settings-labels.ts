import type { MessageKey, Translate } from '../i18n';
import { RELATION_NAMES, STEP_NUMBERS } from '../model/vocabulary';
import type { Settings } from '../settings';

const LABELS: Readonly<Record<keyof Settings, MessageKey>> = {
  newNoteFolder: 'settings.newNoteFolder',
  headingLanguage: 'settings.headingLanguage',
  headingSigns: 'settings.headingSigns',
  templateNote: 'settings.templateNote',
  frontmatterFields: 'settings.frontmatterFields',
  prompt: 'settings.prompt',
  keepsUpdated: 'settings.keepsUpdated',
  fileNameLanguage: 'settings.fileNameLanguage',
  relationHeadings: 'settings.relationHeadings',
  stepHeadings: 'settings.stepHeadings',
  excludedFolders: 'settings.excludedFolders',
  pageCharacters: 'settings.pageCharacters',
  ribbonIcon: 'settings.ribbonIcon',
  weights: 'settings.weights',
  tables: 'settings.tables',
};

/** The name under which the settings tab shows a field: `newNoteFolder`, `relationHeadings.upstream`, `stepHeadings.2`. */
export function settingLabel(path: string, t: Translate): string {
  const [field = '', part = ''] = path.split('.');
  if (part !== '' && field !== 'weights') return meaningLabel(part, t);
  const key = new Map<string, MessageKey>(Object.entries(LABELS)).get(field);
  return key === undefined ? path : t(key);
}

/** The name of a relation, `upstream`, or of a step, `step 2` or `2`. What is neither is given back as it is. */
export function meaningLabel(meaning: string, t: Translate): string {
  const relation = RELATION_NAMES.find((name) => name === meaning);
  if (relation !== undefined) return t(`relations.${relation}`);
  const step = STEP_NUMBERS.find((number) => meaning === String(number) || meaning === `step ${number}`);
  return step === undefined ? meaning : t('settings.stepHeading', { step });
}
