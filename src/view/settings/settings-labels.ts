import type { Translate } from '../../i18n';
import { RELATION_NAMES, STEP_NUMBERS } from '../../model/vocabulary';
import { DEFAULT_SETTINGS, type RoleChoice, type Settings } from '../../settings';

/** The name under which the settings tab shows a field: `newNoteFolder`, `relationHeadings.upstream`, `stepHeadings.2`. */
export function settingLabel(path: string, t: Translate): string {
  const [field = '', part = ''] = path.split('.');
  if (part !== '' && field !== 'weights') return meaningLabel(part, t);
  return isSetting(field) ? t(`settings.${field}`) : path;
}

function isSetting(field: string): field is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, field);
}

/** The name of a relation, `upstream`, or of a step, `step 2` or `2`. What is neither is given back as it is. */
export function meaningLabel(meaning: string, t: Translate): string {
  const relation = RELATION_NAMES.find((name) => name === meaning);
  if (relation !== undefined) return t(`relations.${relation}`);
  const step = STEP_NUMBERS.find((number) => meaning === String(number) || meaning === `step ${number}`);
  return step === undefined ? meaning : t('settings.stepHeading', { step });
}

/** What a column counts as. */
export function roleName(role: RoleChoice, t: Translate): string {
  return t(role === 'none' ? 'table.neither' : `table.rankings.${role}`);
}
