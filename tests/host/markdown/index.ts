export { MarkdownPreviewRenderer } from './processors.ts';
export { MarkdownRenderChild, MarkdownRenderer } from './renderer.ts';
export { sanitizeHTMLToDom } from './sanitize.ts';
