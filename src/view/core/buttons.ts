import { setIcon, type IconName } from 'obsidian';

/** Adds a button that shows an icon alone, and says `label` (`''` where that is said later). */
export function addIconButton(
  parentEl: HTMLElement,
  cls: string,
  icon: IconName,
  label: string,
  run: (evt: MouseEvent) => void,
): HTMLButtonElement {
  const attr = label === '' ? {} : { 'aria-label': label };
  const buttonEl = parentEl.createEl('button', { cls: `clickable-icon ${cls}`, attr });
  setIcon(buttonEl, icon);
  buttonEl.addEventListener('click', run);
  return buttonEl;
}

/** Adds a flat button that shows an icon, words, or both (`''` for none). Returns it, and the element of its words. */
export function addButton(
  parentEl: HTMLElement,
  cls: string,
  icon: IconName,
  text: string,
  run: () => void,
): readonly [HTMLButtonElement, HTMLElement] {
  const buttonEl = parentEl.createEl('button', `idea-tiers-text-button ${cls}`);
  if (icon !== '') setIcon(buttonEl.createSpan('idea-tiers-button-icon'), icon);
  const textEl = buttonEl.createSpan({ cls: 'idea-tiers-button-text', text });
  buttonEl.addEventListener('click', run);
  return [buttonEl, textEl];
}
