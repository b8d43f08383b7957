import { finishRenderMath, loadMathJax, renderMath } from 'obsidian';
import type { InlineStyle, InlineToken } from '../../model/inline';
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

/** The elements that words are set in. */
const ELEMENTS: Readonly<Record<InlineStyle, 'strong' | 'em' | 's' | 'mark' | 'u' | 'kbd' | 'sup' | 'sub'>> = {
  strong: 'strong',
  emphasis: 'em',
  strike: 's',
  highlight: 'mark',
  underline: 'u',
  key: 'kbd',
  raised: 'sup',
  lowered: 'sub',
};

const addressOf = ({ target, heading }: { readonly target: string; readonly heading: string }): string =>
  target + (heading && `#${heading}`);

function appendTokens(el: HTMLElement, tokens: readonly InlineToken[]): void {
  for (const token of tokens) appendToken(el, token);
}

function appendToken(el: HTMLElement, token: InlineToken): void {
  switch (token.type) {
    case 'text':
      el.appendText(token.text);
      break;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'highlight':
    case 'underline':
    case 'key':
    case 'raised':
    case 'lowered':
      appendTokens(el.createEl(ELEMENTS[token.type]), token.children);
      break;
    case 'code':
      el.createEl('code', { text: token.text });
      break;
    case 'math':
      appendMath(el, token.text);
      break;
    case 'wikilink':
      prepareLink(el.createEl('a', { text: token.shown }), addressOf(token));
      break;
    case 'embed':
      prepareMarkdownLink(el.createEl('a', { text: token.shown }), addressOf(token));
      break;
    case 'link':
      appendTokens(token.href === '' ? el : prepareMarkdownLink(el.createEl('a'), token.href), token.children);
      break;
    case 'footnote':
      // What a footnote of the text's own says is told where the pointer rests.
      el.createEl('sup', { text: token.id || '*', ...(token.text && { attr: { 'aria-label': token.text } }) });
      break;
    case 'break':
      el.createEl('br');
      break;
    case 'comment':
    case 'tag':
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
