import type * as obsidian from 'obsidian';

type CodeBlockHandler = (
  source: string,
  el: HTMLElement,
  ctx: obsidian.MarkdownPostProcessorContext,
) => Promise<unknown> | void;

let registered: { processor: obsidian.MarkdownPostProcessor; sortOrder: number }[] = [];

/** The registry of post processors: what plugins do to Markdown after it is rendered. */
export class MarkdownPreviewRenderer implements obsidian.MarkdownPreviewRenderer {
  static registerPostProcessor(processor: obsidian.MarkdownPostProcessor, sortOrder = processor.sortOrder ?? 0): void {
    registered.push({ processor, sortOrder });
    registered.sort((a, b) => a.sortOrder - b.sortOrder);
  }

  static unregisterPostProcessor(processor: obsidian.MarkdownPostProcessor): void {
    registered = registered.filter((entry) => entry.processor !== processor);
  }

  /** A post processor that hands each code block of a language to `handler`, with an empty element in its place. */
  static createCodeBlockPostProcessor(
    language: string,
    handler: CodeBlockHandler,
  ): (el: HTMLElement, ctx: obsidian.MarkdownPostProcessorContext) => Promise<void> {
    return async (el, ctx) => {
      for (const codeEl of Array.from(el.querySelectorAll('pre > code'))) {
        if (!codeEl.classList.contains(`language-${language}`) || !codeEl.parentElement) continue;
        const blockEl = createDiv(`block-language-${language}`);
        codeEl.parentElement.replaceWith(blockEl);
        await handler(codeEl.getText().replace(/\n$/, ''), blockEl, ctx);
      }
    };
  }
}

/** Runs every registered post processor, in their order, on rendered Markdown. */
export async function postProcess(el: HTMLElement, ctx: obsidian.MarkdownPostProcessorContext): Promise<void> {
  for (const { processor } of [...registered]) await processor(el, ctx);
}
