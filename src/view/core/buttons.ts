import { setIcon, type IconName } from 'obsidian';

/** The look of buttons below the weights of marks. */
export const WEIGHTS_BUTTON = 'idea-tiers-weights-button';

/** Adds a button that does something where it is pressed. */
export function addPlainButton(
  parentEl: HTMLElement,
  look: DomElementInfo | string,
  run: (evt: MouseEvent) => void,
): HTMLButtonElement {
  const buttonEl = parentEl.createEl('button', look);
  buttonEl.addEventListener('click', run);
  return buttonEl;
}

/** Adds a button that shows an icon alone, and says `label` (`''` where that is said later). */
export function addIconButton(
  parentEl: HTMLElement,
  cls: string,
  icon: IconName,
  label: string,
  run: (evt: MouseEvent) => void,
): HTMLButtonElement {
  const attr = label === '' ? {} : { 'aria-label': label };
  const buttonEl = addPlainButton(parentEl, { cls: `clickable-icon ${cls}`, attr }, run);
  setIcon(buttonEl, icon);
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
  const buttonEl = addPlainButton(parentEl, `idea-tiers-text-button ${cls}`, run);
  if (icon !== '') setIcon(buttonEl.createSpan('idea-tiers-button-icon'), icon);
  const textEl = buttonEl.createSpan({ cls: 'idea-tiers-button-text', text });
  return [buttonEl, textEl];
}

/** Adds a list to choose from, still without options, that says `label`. */
export function addDropdown(parentEl: HTMLElement, label: string): HTMLSelectElement {
  return parentEl.createEl('select', { cls: 'dropdown', attr: { 'aria-label': label } });
}

/** Adds a bar that shows how much of `max` is there. */
export function addProgress(
  parentEl: HTMLElement,
  attr: Readonly<Record<string, string | number>> & { readonly max: number },
): HTMLProgressElement {
  return parentEl.createEl('progress', { cls: 'idea-tiers-progress', attr });
}
