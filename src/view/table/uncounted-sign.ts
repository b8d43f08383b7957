import type { Translate } from '../../i18n';
import type { Uncounted } from '../../rank/uncounted';

/** A quiet sign on what does not count in the order shown. */
export function showUncounted(el: HTMLElement, isUncounted: boolean, t: Translate): void {
  el.toggleClass('is-uncounted', isUncounted);
  el.setAttr('title', isUncounted ? t('table.isUncounted') : null);
}

/** How many cells do not count; `''` where all do. */
export function uncountedText(uncounted: Uncounted, t: Translate): string {
  const count = [...uncounted.values()].reduce((sum, { length }) => sum + length, 0);
  return count === 0 ? '' : t('table.uncounted', { count });
}
