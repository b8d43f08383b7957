import type { InlineToken } from '../model/inline';

/** What tokens say as plain text, white space as it is written, a break as a line feed. `markdown` is what they were read from. */
export function textOfTokens(tokens: readonly InlineToken[], markdown: string): string {
  let text = '';
  for (const token of tokens) text += textOf(token, markdown, text);
  return text;
}

/** @param above The text before it, on which a lowered number depends. */
function textOf(token: InlineToken, markdown: string, above: string): string {
  switch (token.type) {
    case 'text':
    case 'code':
      return token.text;
    case 'math':
      return markdown.slice(token.from, token.to);
    case 'wikilink':
    case 'embed':
      return token.shown;
    case 'raised':
      return raised(textOfTokens(token.children, markdown));
    case 'lowered':
      return lowered(textOfTokens(token.children, markdown), above);
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'highlight':
    case 'underline':
    case 'key':
    case 'link':
      return textOfTokens(token.children, markdown);
    case 'break':
      return '\n';
    case 'footnote':
    case 'comment':
    case 'tag':
      return '';
  }
}

const SIGNS = '0123456789+-−=()ni';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ';
const LOWERED_DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** A power is never digits of the number below it: in raised signs where there are such, else behind a `^`. */
function raised(text: string): string {
  let all = '';
  for (const sign of text.trim()) {
    const place = SIGNS.indexOf(sign);
    if (place === -1) return /^\s*[+−-]?\d/.test(text) ? `^${text}` : text;
    all += RAISED.charAt(place);
  }
  return all;
}

/** `H2O` is how it is written where nothing can be lowered, but a number behind a number would be read as one. */
function lowered(text: string, above: string): string {
  return /\d$/.test(above) ? text.replace(/\d/g, (digit) => LOWERED_DIGITS.charAt(Number(digit))) : text;
}
