import { linksIn } from '../markdown/written-links';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { LETTER_OR_DIGIT } from '../text/letters';
import { emphasized } from './idea-link-cells';

/** What stands between two links behind what parts them: the arrow of the second. */
const OWN = /(?:[^\s,;、，；/|&·•–—][^]*)?$/;

/**
 * The change that takes one link out of a line where each has an arrow: `← [[A]] | ↑ [[B]] | [[C]] →`. Its arrow goes, too, and what
 * parts it from the others. `null` where it shares its arrow, or words stand beside it.
 */
export function withoutArrow(text: string, line: Span, { from: at }: Span): TextChange | null {
  const links = linksIn(text.slice(line.from, line.to)).map(({ from, to }) =>
    emphasized(text, { from: line.from + from, to: line.from + to }),
  );
  const index = links.findIndex(({ from, to }) => from <= at && at < to);
  const [above, own, next] = [links[index - 1], links[index], links[index + 1]];
  if (!own) return null;
  const signs = (before: Span | undefined, behind: Span | undefined): string =>
    OWN.exec(text.slice(before?.to ?? line.from, behind?.from ?? line.to))?.[0] ?? '';
  const [mine, nextSigns] = [signs(above, own), signs(own, next)];
  // The last one's arrow may stand behind it.
  const hasNext = nextSigns !== '' || (links.length === index + 2 && signs(next, undefined) !== '');
  if (LETTER_OR_DIGIT().test(mine + nextSigns) || (next && (mine === '' || !hasNext))) return null;
  if (!above) return next ? { from: line.from, to: next.from - nextSigns.length, insert: '' } : null;
  return { from: above.to, to: next ? own.to : line.to, insert: '' };
}
