import type * as obsidian from 'obsidian';
import { registerCodeBlock, registerPostProcessor } from '../post-processors.ts';

type CodeBlockHandler = Parameters<typeof registerCodeBlock>[1];

const removals = new Map<obsidian.MarkdownPostProcessor, () => void>();

/** The registry of post processors, as the typings show it to plugins that look after their own. */
export class MarkdownPreviewRenderer implements obsidian.MarkdownPreviewRenderer {
  static registerPostProcessor(processor: obsidian.MarkdownPostProcessor, sortOrder?: number): void {
    removals.set(processor, registerPostProcessor(processor, sortOrder));
  }

  static unregisterPostProcessor(processor: obsidian.MarkdownPostProcessor): void {
    removals.get(processor)?.();
    removals.delete(processor);
  }

  /** A post processor that hands each code block of a language to `handler`; the caller registers it. */
  static createCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): obsidian.MarkdownPostProcessor {
    const { processor, unregister } = registerCodeBlock(language, handler);
    unregister();
    return processor;
  }
}
