import type * as O from 'obsidian';

type CodeBlockHandler = (
  source: string,
  el: HTMLElement,
  ctx: O.MarkdownPostProcessorContext,
) => Promise<unknown> | void;

const postProcessors: O.MarkdownPostProcessor[] = [];

/** Adds a post processor of rendered Markdown; what it gives back removes it. Lower `sortOrder` runs first, 0 when absent. */
export function registerPostProcessor(processor: O.MarkdownPostProcessor, sortOrder?: number): () => void {
  if (sortOrder !== undefined) processor.sortOrder = sortOrder;
  postProcessors.push(processor);
  postProcessors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  return () => {
    const at = postProcessors.indexOf(processor);
    if (at !== -1) postProcessors.splice(at, 1);
  };
}

/** Runs every post processor over rendered Markdown. */
export async function postProcess(el: HTMLElement, ctx: O.MarkdownPostProcessorContext): Promise<void> {
  for (const processor of [...postProcessors]) await processor(el, ctx);
}

/** Adds a handler for fenced blocks of one language: a post processor that looks for `pre > code.language-…`. */
export function registerCodeBlock(
  language: string,
  handler: CodeBlockHandler,
  sortOrder?: number,
): { processor: O.MarkdownPostProcessor; unregister: () => void } {
  const processor: O.MarkdownPostProcessor = async (el, ctx) => {
    for (const code of el.findAll('pre > code')) {
      if (!code.hasClass(`language-${language}`)) continue;
      const block = createDiv(`block-language-${language}`);
      code.parentElement?.replaceWith(block);
      await handler((code.textContent ?? '').replace(/\n$/, ''), block, ctx);
    }
  };
  return { processor, unregister: registerPostProcessor(processor, sortOrder) };
}
