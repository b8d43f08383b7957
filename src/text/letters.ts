import { lazyPattern } from './lazily';

// Letters of any script. Written as literals, these patterns would be worked out whenever `main.js` is parsed.

export const LETTER = lazyPattern('\\p{L}');
export const LETTERS = lazyPattern('\\p{L}', 'gu');
export const LETTER_OR_DIGIT = lazyPattern('[\\p{L}\\p{N}]');
/** Each run of letters and digits. */
export const WORDS = lazyPattern('[\\p{L}\\p{N}]+', 'gu');
/** Each run of what is neither. */
export const BETWEEN_WORDS = lazyPattern('[^\\p{L}\\p{N}]+', 'gu');
