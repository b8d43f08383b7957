import { finishRenderMath, loadMathJax, renderMath } from 'obsidian';
import type { InlineToken } from '../model/inline';
import { prepareLink, prepareMarkdownLink } from './links';

/** Draws inline Markdown from tokens, and remembers what it drew, so that an element whose text is the same is left alone. */
export class InlineDrawing {
  readonly #readInline: (markdown: string) => readonly InlineToken[];
  readonly #drawn = new WeakMap<HTMLElement, string>();

  constructor(readInline: (markdown: string) => readonly InlineToken[]) {
    this.#readInline = readInline;
  }

  /** Makes `el` show the Markdown. Returns whether it changed. */
  draw(el: HTMLElement, markdown: string): boolean {
    if (this.#drawn.get(el) === markdown) return false;
    this.#drawn.set(el, markdown);
    el.empty();
    appendTokens(el, this.#readInline(markdown));
    return true;
  }
}

function appendTokens(el: HTMLElement, tokens: readonly InlineToken[]): void {
  for (const token of tokens) appendToken(el, token);
}

function appendToken(el: HTMLElement, token: InlineToken): void {
  switch (token.type) {
    case 'text':
      el.appendText(token.text);
      break;
    case 'strong':
      appendTokens(el.createEl('strong'), token.children);
      break;
    case 'emphasis':
      appendTokens(el.createEl('em'), token.children);
      break;
    case 'strike':
      appendTokens(el.createEl('s'), token.children);
      break;
    case 'highlight':
      appendTokens(el.createEl('mark'), token.children);
      break;
    case 'code':
      el.createEl('code', { text: token.text });
      break;
    case 'math':
      appendMath(el, token.text);
      break;
    case 'wikilink': {
      const link = token.target + (token.heading && `#${token.heading}`);
      prepareLink(el.createEl('a', { text: token.alias || link.replace('#', ' > ') }), link);
      break;
    }
    case 'embed':
      prepareLink(el.createEl('a', { text: token.alias || token.target }), token.target);
      break;
    case 'link':
      appendTokens(prepareMarkdownLink(el.createEl('a'), token.href), token.children);
      break;
    case 'footnote':
      el.createEl('sup', { text: token.id });
      break;
    case 'break':
      el.createEl('br');
      break;
  }
}

/** The formula as written until MathJax is there: it is loaded when first needed. */
function appendMath(el: HTMLElement, source: string): void {
  const mathEl = el.createSpan({ cls: 'idea-tiers-math', text: source });
  void loadMathJax().then(() => {
    if (!mathEl.isConnected) return;
    mathEl.replaceChildren(renderMath(source, false));
    return finishRenderMath();
  });
}
