import { lazyPattern } from '../text/lazily';
import { BETWEEN_WORDS } from '../text/letters';

/** What of a line survives its translation, and so tells which lines belong together. */
export interface Traits {
  /** Letters and digits. */
  readonly length: number;
  /** How many phrases stand in bold. */
  readonly bold: number;
  readonly shape: Shape;
  readonly ending: Ending;
  /** Words that can stand in both texts, each once: see `keysOf`. */
  readonly keys: readonly string[];
}

/** How a line begins; `heading`: also a line that is bold from its first to its last word. */
export type Shape = 'heading' | 'row' | 'number' | 'bullet' | 'rest' | 'text';
/** How a line ends; `open`: with a comma, a dash or nothing. */
export type Ending = 'question' | 'colon' | 'open';

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ['heading', /^(?:#{1,6}\s|(?:\*\*|__)[^*_]+(?:\*\*|__)[.:]?$)/],
  ['row', /^\|/],
  ['number', /^(?:\*\*)?\d{1,3}[.)]/],
  ['bullet', /^[-*+–—•→]\s/],
  ['rest', /^(?:…|\.\.\.)/],
];

/** Signs that may stand behind the punctuation that ends a line. */
const CLOSING = ' \t*_`"\'»”’)]';

/** Reads the traits of a line that stands without its quote marks. */
export function traitsOf(line: string): Traits {
  const text = line.trim();
  return {
    length: text.replace(BETWEEN_WORDS(), '').length,
    bold: text.match(/(\*\*|__)(?=\S).+?\1/g)?.length ?? 0,
    shape: SHAPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text',
    ending: endingOf(text),
    keys: keysOf(text),
  };
}

/** The traits of lines that stand for one line of the other text together; words are compared line by line. */
export function joined(a: Traits, b: Traits): Traits {
  return { length: a.length + b.length, bold: a.bold + b.bold, shape: a.shape, ending: b.ending, keys: [] };
}

function endingOf(text: string): Ending {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text.charAt(end - 1))) end--;
  const sign = text.charAt(end - 1);
  return sign === '?' ? 'question' : sign === ':' ? 'colon' : 'open';
}

const KEY = lazyPattern(String.raw`\d+(?:[.,]\d+)*|[\p{L}\p{M}]+`, 'gu');
/** Of words that Russian and English share, so many letters are the same: `форм-ализация`, `form-alization`. */
const STEM = 4;

/**
 * Numbers as they are; of words, in either alphabet, the first letters by their sound. Short words count only in Latin letters, for
 * a Russian line that has them (`AI`, `n8n`) has them from the same source. M. Simard, G. F. Foster and P. Isabelle, "Using
 * cognates to align sentences in bilingual corpora", TMI 1992, take the first four letters too.
 */
function keysOf(text: string): readonly string[] {
  const keys = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(KEY())) {
    if (word <= '9\uffff') keys.add(word.replace(',', '.'));
    else if (word.length >= STEM || /^[a-z]{2}/.test(word)) keys.add(soundOf(word));
  }
  return [...keys];
}

/** Letters that are left out here have no like, or none of one letter. */
const CYRILLIC = 'абвгдеёжзийклмнопрстуфцчыэюя';
const LATIN = 'abvgdeegziiklmnoprstufkkieua';

/** Enough of a word for `STEM` letters of its sound. */
const LONG_ENOUGH = 8;

/** How a word begins, in a rough spelling that both alphabets come down to: `конк` and `conc` are both `konk`. */
function soundOf(word: string): string {
  return word
    .slice(0, LONG_ENOUGH)
    .replace(/[а-яё]/g, (letter) => LATIN.charAt(CYRILLIC.indexOf(letter)))
    .replace(/ph|[cqwjyxh]/g, (letters) => SOUNDS[letters] ?? '')
    .replace(/(.)\1+/g, '$1')
    .slice(0, STEM);
}

const SOUNDS: Readonly<Record<string, string>> = { ph: 'f', c: 'k', q: 'k', w: 'v', j: 'g', y: 'i', x: 'ks' };
