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

/**
 * Any of the vocabulary's phrases as the source of a regular expression for folded text, the longest one first. What the signs of a
 * phrase mean is said in the vocabulary.
 */
export function alternatives(phrases: readonly string[]): string {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(source).join('|')})`;
}

/** The same where each must end as a word ends. */
export function wholeWords(phrases: readonly string[]): string {
  return `${alternatives(phrases)}(?![${IN_WORD}])`;
}

/** Matches any of the phrases anywhere, as whole words; lookbehind is avoided because older mobile systems lack it. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  return new RegExp(`(?:^|[^${IN_WORD}])${wholeWords(phrases)}`);
}

/**
 * What the texts that a phrase stands for may begin with, up to a space and so many letters, the space behind a shorter word with it.
 * A star stands for itself.
 */
export function beginnings(phrase: string, letters: number): readonly string[] {
  let at = 0;
  const isWhole = (text: string): boolean => text.length >= letters || text.endsWith(' ') || text.endsWith('*');
  const sequence = (): string[] => {
    const ended: string[] = [];
    let texts = [''];
    for (; at < phrase.length && phrase.charAt(at) !== ')'; at++) {
      const sign = phrase.charAt(at);
      if (sign === '|') {
        ended.push(...texts);
        texts = [''];
        continue;
      }
      if (sign === '(') at++;
      const next = sign === '(' ? sequence() : [sign === '-' ? ' ' : sign];
      const isOptional = phrase.charAt(at + 1) === '?';
      if (isOptional) at++;
      texts = [
        ...new Set(
          texts.flatMap((text) =>
            isWhole(text)
              ? [text]
              : [...next, ...(isOptional ? [''] : [])].map((one) => (text + one).slice(0, letters)),
          ),
        ),
      ];
    }
    return [...ended, ...texts];
  };
  return sequence().map((text) => (isWhole(text) ? text : `${text} `).replace(/ .*$/, ' '));
}
