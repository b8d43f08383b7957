import type { Translate } from '../../i18n';

/** So many rows more are shown of a long list each time that more are asked for: a large vault has hundreds of thousands. */
export const MORE_ROWS = 500;

/** What a button says that shows the rest of `count` rows, or the next of them. */
export function moreRows(t: Translate, shown: number, count: number): string {
  return count <= shown + MORE_ROWS ? t('sidebar.showAll', { count }) : t('map.more', { count: MORE_ROWS });
}
