import { NUMBER_BOUNDS, NUMBER_CHANGES } from '../model/amounts';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { alternatives, phrasePattern } from '../text/phrases';
import { countSpacedWords } from '../text/spaced-words';

/**
 * What may not follow: a further part of a sum or file name, the text that a running number opens, and what is one word with it (`3D`,
 * `5G`; but `12V` are volts).
 */
const NO_NUMBER = lazyPattern(
  String.raw`^(?:_|\)|[-−–](?:\s*\p{Sc})?$|\.(?:\s|\p{L})|\s*[xхXХ]\d|\s\+\s*\p{L}|(?![XХVВAАCСF])\p{Lu}(?!\p{L})|\p{L}+\d|[-._:/^]\S*\d|-\p{Lu})`,
);
/** Where words end that belong to the number, and remarks begin. */
const REMARK = /[([,;:—–]|\.\s|\s[-/]\s/u;
/** A sentence that happens to open with a number is none. */
const MOST_UNIT_WORDS = 4;
/** Footnotes, and the digits of names: `A4`, `p95`, `GPT-4`. */
const NO_DIGITS = lazyPattern('\\[\\^?\\d+\\]|\\p{L}[\\p{L}\\d._‑-]*', 'gu');
/** What a bare number is a part of. */
const PART = /^\s*of\s|^[^([,;:—–]*\s(?:из|out of)\s/iu;
const CHANGES = lazily(
  () => new RegExp(`${phrasePattern(NUMBER_CHANGES).source}|(?:^|\\s)(?:or|или)\\s(?!${alternatives(NUMBER_BOUNDS)})`),
);

/**
 * Whether what is left of a cell may stand beside the number before it. It may be
 * - up to four words that say what is counted: `5 apples`, `10 sheets of A4`;
 * - a remark of any length in brackets, behind a comma, semicolon, colon, dash or full stop: `7, ripe`, `30 ms (warm)`;
 * - a footnote, a mark, an emoji.
 *
 * Nowhere in it may stand a number of its own (`3, then 4`, `6 (of 12)`; what is counted in brackets beside something else is left out
 * before) or a word that makes another number of it (`5 or six`); what a
 * number without a unit is a part of (`1 of many`) belongs to it, too.
 */
export function mayFollowNumber(rest: string, hasUnit: boolean): boolean {
  if (rest === '') return true;
  if (NO_NUMBER().test(rest) || /\d/.test(rest.replace(NO_DIGITS(), ''))) return false;
  if (!hasUnit && PART.test(rest)) return false;
  return countSpacedWords(rest.split(REMARK, 1)[0] ?? '') <= MOST_UNIT_WORDS && !CHANGES().test(fold(rest));
}
