let last = 0;

/**
 * Names a part of a view for screen readers. Not by a label: Obsidian shows that as a tooltip wherever the pointer is in it.
 *
 * @param withinEl Where the name is put: a list holds nothing but its items.
 * @returns what holds the name; it has to stay there.
 */
export function nameRegion(el: HTMLElement, name: string, withinEl: HTMLElement = el): HTMLElement {
  return nameBy(el, withinEl.createSpan({ text: name, attr: { hidden: '' } }));
}

/** As `nameRegion`, by an element that is there and says it. */
export function nameBy(el: HTMLElement, nameEl: HTMLElement): HTMLElement {
  nameEl.id = `idea-tiers-name-${++last}`;
  el.setAttr('aria-labelledby', nameEl.id);
  return nameEl;
}
