import { linksIn } from '../markdown/written-links';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { LETTER_OR_DIGIT } from '../text/letters';
import { emphasized } from './idea-link-cells';

/** What stands between two links behind what parts them: the arrow of the second. */
const BEFORE = /(?:[^\s,;、，；/|&·•–—][^]*)?$/;
/** What stands behind a link before what parts it from the next: its arrow, where no arrow stands before the first link. */
const BEHIND = /^[^,;、，；/|&·•–—]*[^\s,;、，；/|&·•–—]/;

/**
 * The change that takes one link out of a line where each has an arrow: `← [[A]] | ↑ [[B]] | [[C]] →`, `[[A]] ↑ | [[B]] ↓`. Its arrow
 * goes, too, and what parts it from the others. `null` where it shares its arrow, or words stand beside it.
 */
export function withoutArrow(text: string, line: Span, { from: at }: Span): TextChange | null {
  const links = linksIn(text.slice(line.from, line.to)).map(({ from, to }) =>
    emphasized(text, { from: line.from + from, to: line.from + to }),
  );
  const last = links.length - 1;
  const lengthOf = (signs: RegExp, from = line.from, to = line.to): number =>
    signs.exec(text.slice(from, to))?.[0].length ?? 0;
  const behind = links.map(({ to }, index) => to + lengthOf(BEHIND, to, links[index + 1]?.from));
  const isBehind = links[0]?.from === line.from && behind[last] !== links[last]?.to;
  // Each with its arrow, and what that is.
  const parts = links.map(({ from, to }, index) => {
    const start = isBehind ? from : from - lengthOf(BEFORE, links[index - 1]?.to, from);
    const end = isBehind || index === last ? (behind[index] ?? to) : to;
    return { from: start, to: end, signs: text.slice(start, from) + text.slice(to, end) };
  });
  const index = links.findIndex(({ from, to }) => from <= at && at < to);
  const [above, own, next] = [parts[index - 1], parts[index], parts[index + 1]];
  if (!own || LETTER_OR_DIGIT().test(own.signs + (next?.signs ?? ''))) return null;
  if (!next) return above ? { from: above.to, to: line.to, insert: '' } : null;
  if (own.signs === '' || next.signs === '') return null;
  return above ? { from: above.to, to: own.to, insert: '' } : { from: line.from, to: next.from, insert: '' };
}
