import { lazily } from './lazily';

// Letters of any script. Written as literals, these patterns would be worked out whenever `main.js` is parsed.

export const LETTER = lazily(() => new RegExp('\\p{L}', 'u'));
export const LETTERS = lazily(() => new RegExp('\\p{L}', 'gu'));
export const LETTER_OR_DIGIT = lazily(() => new RegExp('[\\p{L}\\p{N}]', 'u'));
/** Each run of letters and digits. */
export const WORDS = lazily(() => new RegExp('[\\p{L}\\p{N}]+', 'gu'));
/** Each run of what is neither. */
export const BETWEEN_WORDS = lazily(() => new RegExp('[^\\p{L}\\p{N}]+', 'gu'));
