let last = 0;

/**
 * Names a part of a view for screen readers. Not by a label: Obsidian shows that as a tooltip wherever the pointer is in it.
 *
 * @returns what holds the name; it has to stay in the part, or near it.
 */
export function nameRegion(el: HTMLElement, name: string): HTMLElement {
  const nameEl = el.createSpan({ text: name, attr: { id: `idea-tiers-name-${++last}`, hidden: '' } });
  el.setAttr('aria-labelledby', nameEl.id);
  return nameEl;
}
