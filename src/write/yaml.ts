import { lazyPattern } from '../text/lazily';

/** Words that YAML 1.1 or 1.2 reads as something other than text. */
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Text that means itself without quotes in every YAML: it starts with a letter and holds no sign that YAML knows. */
const PLAIN = lazyPattern(String.raw`^\p{L}[\p{L}\p{N} _/.()+-]*$`);
/** What cannot stand in quotes as it is. */
const ESCAPED = lazyPattern(String.raw`["\\\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]`, 'gu');
const HALF_PAIR = lazyPattern('\\p{Cs}', 'gu');

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A YAML scalar on one line that is read back as `text`, whatever `text` holds; `''` is an empty field. Half a surrogate pair,
 * which no file can hold, becomes U+FFFD.
 */
export function yamlText(text: string): string {
  if (text === '') return '';
  if (PLAIN().test(text) && !text.endsWith(' ') && !RESERVED.test(text)) return text;
  return `"${yamlEscaped(text)}"`;
}

/** `text` as it stands between double quotes. */
export function yamlEscaped(text: string): string {
  return wellFormed(text).replace(ESCAPED(), escaped);
}

/** `text` as it stands between quotes of a sort. */
export function yamlInside(text: string, quotes: string): string {
  return quotes === 'single' ? text.replaceAll("'", "''") : yamlEscaped(text);
}

/** `text` with every half of a surrogate pair replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(HALF_PAIR(), '\ufffd');
}

function escaped(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
