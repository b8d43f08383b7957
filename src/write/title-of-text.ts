import { LETTER } from '../text/letters';
import { splitLines } from '../text/line-breaks';

/** A longer title would be cut in most places that show it. */
const LONGEST = 60;

/** A title for a text: its first sentence, or as many of its words as a title has. `''` for a text without words. */
export function titleOfText(text: string): string {
  const line = splitLines(text).find((one) => LETTER().test(one)) ?? '';
  const plain = line
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)/g, '$1$2')
    .replace(/^[\s>#*+\d.)-]+|[*_`~=]+/g, '')
    .trim();
  const sentence = /^.*?[.!?…](?=\s|$)/.exec(plain)?.[0] ?? plain;
  const short = sentence.length <= LONGEST ? sentence : sentence.slice(0, LONGEST + 1).replace(/\s+\S*$/, '');
  return short.slice(0, LONGEST).replace(/[\s.,:;!?…—–-]+$/u, '');
}
