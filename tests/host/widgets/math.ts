/** Obsidian loads MathJax here; this host shows formulas as they are written. */
export async function loadMathJax(): Promise<void> {}

/** A formula's element. MathJax draws it in Obsidian; here it holds the TeX text. */
export function renderMath(source: string, display: boolean): HTMLElement {
  return createSpan({ cls: ['math', display ? 'math-block' : 'math-inline', 'is-loaded'], text: source });
}

export async function finishRenderMath(): Promise<void> {}
