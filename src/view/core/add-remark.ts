/** Adds a sentence that a dialog says beforehand. */
export function addRemark(el: HTMLElement, text: string): void {
  el.createDiv({ cls: 'idea-tiers-preview-remark', text });
}
