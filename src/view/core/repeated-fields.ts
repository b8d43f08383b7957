import type { Translate } from '../../i18n';

/** Says of each name that several fields would have it. */
export function wordRepeated(names: readonly string[], t: Translate): readonly string[] {
  return names.map((field) => t('template.twice', { field }));
}
