import { setIcon } from '../widgets/icons.ts';

const ICONS: Record<string, string> = {
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  tldr: 'clipboard-list',
  info: 'info',
  todo: 'check-circle-2',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'help-circle',
  help: 'help-circle',
  faq: 'help-circle',
  warning: 'alert-triangle',
  caution: 'alert-triangle',
  attention: 'alert-triangle',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

/** Gives a callout its icon, and its fold where it has one. */
export function finishCallout(calloutEl: HTMLElement): void {
  const titleEl = calloutEl.querySelector<HTMLElement>(':scope > .callout-title');
  const contentEl = calloutEl.querySelector<HTMLElement>(':scope > .callout-content');
  const iconEl = titleEl?.querySelector<HTMLElement>('.callout-icon');
  if (!titleEl || !contentEl || !iconEl) return;
  setIcon(iconEl, ICONS[calloutEl.getAttr('data-callout') ?? ''] ?? 'pencil');
  if (contentEl.childNodes.length === 0) contentEl.remove();
  const fold = calloutEl.getAttr('data-callout-fold');
  if (!fold) return;
  calloutEl.addClass('is-collapsible');
  setIcon(titleEl.createDiv('callout-fold'), 'chevron-down');
  titleEl.setAttrs({ role: 'button', tabindex: '0' });
  const setFolded = (folded: boolean): void => {
    calloutEl.toggleClass('is-collapsed', folded);
    titleEl.setAttr('aria-expanded', !folded);
    contentEl.toggle(!folded);
  };
  const onToggle = (): void => setFolded(!calloutEl.hasClass('is-collapsed'));
  setFolded(fold === '-');
  titleEl.addEventListener('click', onToggle);
  titleEl.addEventListener('keydown', (evt) => {
    if (evt.key === 'Enter' || evt.key === ' ') onToggle();
  });
}
