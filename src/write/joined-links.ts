import { isNothing } from '../markdown/yaml-value';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { languages } from '../model/words';
import { lazily } from '../text/lazily';

/** What joins links that stand beside each other. */
const JOIN = String.raw`\s*(?:[,;、，；/|&·•>›»❯]|<?[-=]{1,3}>|[←-⇿⟵-⟿➔-➾➡⬅⬌]{1,2}\uFE0F?|<br ?/?>(?:\s*(?:[-–*•]|\d+[.)])(?=\s))?)\s*`;
export const LINK = /\[\[[^[\]]*\]\]|\[[^[\]]*\]\([^()]*\)/g;
export const HAS_WORDS = /[^\s,;、，；/|&·•]/;
const JOINED = lazily(() => {
  const and = languages().flatMap(({ joins = [] }) => joins);
  const joint = String.raw`(?:,?[ \t]+(?:${and.join('|')})[ \t]+|[和与及或]|${JOIN}|[ \t]+)`;
  return { behind: new RegExp(`^${joint}`), before: new RegExp(`${joint}$`) };
});

/** The change that takes one of several links away, and what joins it with the next one, or the one before; `null` where words do. */
export function withoutJoined(text: string, { from, to }: Span, part: Span): TextChange | null {
  const behind = JOINED().behind.exec(text.slice(part.to, to))?.[0];
  const before = JOINED().before.exec(text.slice(from, part.from))?.[0];
  const isFirst = isBlankText(text.slice(from, part.from));
  const isLast = part.to >= to || isBlankText(text.slice(part.to, to));
  if (isLast) return before === undefined ? null : { from: part.from - before.length, to: part.to, insert: '' };
  if (behind === undefined || !(isFirst || before !== undefined)) return null;
  return { from: part.from, to: part.to + behind.length, insert: '' };
}

/** Whether nothing stands there, no remark either. */
export const isBlankText = (text: string): boolean => isNothing(text, 0, text.length) && !text.includes('#');
