import { lazyPattern } from './lazily';

/** XML holds no control signs but white space, and no half of a pair. */
export const NOT_IN_XML = lazyPattern(String.raw`[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}`, 'gu');
