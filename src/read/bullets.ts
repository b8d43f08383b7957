import { isLetter } from '../markdown/line-kinds';
import { CODE } from '../markdown/lines';
import { lazyPattern } from '../text/lazily';

/** Signs that are bullets wherever a line begins with them. */
export const BULLETS = '•◦‣▪▫▸►●○■□∙⁃';
/** The first sign of a line that may stand there as a bullet, if others begin with it, too. */
const SIGN = lazyPattern(String.raw`[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}|[\p{S}•‣·∙⁃–—]`, 'uy');

/**
 * The bullet that a line's text begins with at `at`, which is no list marker to Markdown: `•`, an emoji, an arrow, a dash. Numbers
 * in boxes count as one. `''` when it begins with something else.
 */
export function bulletAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (isLetter(code) || (code < 0x80 && text.charCodeAt(at + 1) < 0x80)) return '';
  const pattern = SIGN();
  pattern.lastIndex = at;
  const sign = pattern.exec(text)?.[0] ?? '';
  if (sign.endsWith('\u20E3')) return '\u20E3';
  return code < 0x80 || code === CODE.noBreakSpace ? '' : sign;
}
