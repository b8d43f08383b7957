/**
 * Letters of the European alphabets, of which words are made in the vocabulary; plain ranges match and compile much faster than
 * `\p{L}`. Scripts that set no spaces between words end a word as a space does.
 */
export const LETTERS = 'a-z\\u00B5\\u00DF-\\u00F6\\u00F8-\\u024F\\u0370-\\u052F';
export const IN_WORD = `${LETTERS}0-9\\u00B2\\u00B3\\u00B9`;

/** What the signs of a phrase stand for; every other one stands for itself. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': `[${LETTERS}]*`,
  '-': '[\\s-]',
  ' ': '[\\s:]+',
  '#': '[0-9]+',
  '(': '(?:',
};

function source(phrase: string): string {
  return phrase.replace(/ +|[-*#(]|[.+^$[\]{}\\/]/g, (sign) => SIGNS[sign.charAt(0)] ?? `\\${sign}`);
}

/** Phrases as the vocabulary lists them: a list, or one text in which a `|` outside a group parts them. */
export type Phrases = string | readonly string[];

export function phrasesIn(phrases: Phrases): readonly string[] {
  if (typeof phrases !== 'string') return phrases;
  const found: string[] = [];
  let open = 0;
  for (const part of phrases.split('|')) {
    found.push(open > 0 ? `${found.pop() ?? ''}|${part}` : part);
    if (open > 0 || part.includes('(')) open += part.split('(').length - part.split(')').length;
  }
  return found;
}

/**
 * Any of the vocabulary's phrases as the source of a regular expression for folded text, the longest one first. What the signs of a
 * phrase mean is said in the vocabulary.
 */
export function alternatives(phrases: Phrases): string {
  const longestFirst = [...phrasesIn(phrases)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(source).join('|')})`;
}

/** The same where each must end as a word ends. */
export function wholeWords(phrases: Phrases): string {
  return `${alternatives(phrases)}(?![${IN_WORD}])`;
}

/** Matches any of the phrases anywhere, as whole words; lookbehind is avoided because older mobile systems lack it. */
export function phrasePattern(phrases: Phrases): RegExp {
  return new RegExp(`(?:^|[^${IN_WORD}])${wholeWords(phrases)}`);
}

/**
 * What the texts that a phrase stands for may begin with, up to a space and so many letters, the space behind a shorter word with it.
 * A star stands for itself.
 */
export function beginnings(phrase: string, letters: number): readonly string[] {
  const first = phrase.slice(0, letters + 1);
  // Most phrases begin with a word.
  if (first.length > letters && !/[(|?* -]/.test(first)) return [phrase.slice(0, letters)];
  let at = 0;
  const isEnough = (text: string): boolean => text.length >= letters || text.endsWith(' ') || text.endsWith('*');
  /** Passes over what no text begins with. */
  const skip = (): void => {
    for (let open = 0; at < phrase.length; at++) {
      const sign = phrase.charAt(at);
      if (open === 0 && (sign === '|' || sign === ')')) return;
      if (sign === '(') open++;
      else if (sign === ')') open--;
    }
  };
  const sequence = (): string[] => {
    const ended: string[] = [];
    let texts = [''];
    while (at < phrase.length && phrase.charAt(at) !== ')') {
      const sign = phrase.charAt(at++);
      if (sign === '|') {
        ended.push(...texts);
        texts = [''];
        continue;
      }
      const next = sign === '(' ? sequence() : [sign === '-' ? ' ' : sign];
      if (sign === '(') at++;
      if (phrase.charAt(at) === '?') {
        at++;
        next.push('');
      }
      texts = texts.flatMap((text) => (isEnough(text) ? text : next.map((one) => (text + one).slice(0, letters))));
      if (texts.every(isEnough)) skip();
    }
    return [...ended, ...texts];
  };
  return sequence().map((text) => (isEnough(text) ? text : `${text} `).replace(/ .*$/, ' '));
}
