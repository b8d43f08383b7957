import { isBlankLine } from '../markdown/filled';
import { withoutQuoteMarks } from '../markdown/quote-marks';
import type { IdeaLink } from '../model/note';
import { foldSpace } from '../text/fold-space';
import { BETWEEN_WORDS } from '../text/letters';
import { endHere } from '../text/here';
import { lineSpans, splitLines } from '../text/line-breaks';

/** No label has so much before it, or is so long. */
const LOOKED_AT = 300;
/** The line between a table's header and its rows. */
const BELOW_HEADER = /^[\s>:-]*\|[\s|:-]*$/;
/** A heading, or a few words and a colon: right above links they say what these are. */
const INTRODUCES = /^[\s>]*(?:#+ .*|[^.,;!?:]{1,60}:[*_\s]*)$/;
/** Comments below a line that have their lines for themselves. */
const COMMENTS = /(?:[\s>]*(?:<!--[^>]{0,999}-->|%%[^%]{0,999}%%)[ \t]*$)+/my;

/**
 * The lines that are idea links behind a label, or a field's name, of their own: with those that a description runs on in, the header
 * of a table of such rows, what introduces them, and comments below them. Sources are none, for they may well be a part of a text.
 */
export function labelledLines(text: string, links: readonly IdeaLink[]): ReadonlySet<number> {
  const found = new Set<number>();
  let spans: ReturnType<typeof lineSpans> = [];
  const lineAt = (line: number): string => text.slice(spans[line - 1]?.from, spans[line - 1]?.to ?? 0);
  const startOf = (line: number): string => lineAt(line).slice(0, LOOKED_AT);
  for (const { origin, relation, group, description, line } of links) {
    // Many links may stand in one line: it is not gone through for each of them.
    if ((origin !== 'label' && origin !== 'field') || relation === 'source' || found.has(line)) continue;
    if (spans.length === 0) spans = lineSpans(text);
    const name = wordsOf(group);
    const said = startOf(line);
    const isIts =
      origin === 'field' ? wordsOf(said.split('::')[0]) === name : `${wordsOf(said)} `.startsWith(`${name} `);
    if (name === '' || !isIts) continue;
    found.add(line);
    if (BELOW_HEADER.test(startOf(line - 1))) found.add(line - 1).add(line - 2);
    let below = '';
    for (let next = line + 1; below.length < description.length; next++) {
      const more = foldSpace(withoutQuoteMarks(lineAt(next))).trim();
      if (more === '') break;
      below = `${below} ${more}`;
      if (description.endsWith(below)) for (let at = line + 1; at <= next; at++) found.add(at);
    }
  }
  for (const line of [...found]) {
    for (let above = line - 1; above > 0 && !found.has(above); above--) {
      if (INTRODUCES.test(startOf(above))) found.add(above);
      else if (!isBlankLine(startOf(above))) break;
    }
    const { to = 0 } = spans[line - 1] ?? {};
    const comments = splitLines(text.slice(to, Math.max(to, endHere(COMMENTS, text, to))));
    for (const at of comments.keys()) found.add(line + at);
  }
  return found;
}

/** The words of a line, whatever signs, or an item's number, stand before and between them. */
function wordsOf(line = ''): string {
  return line
    .replace(BETWEEN_WORDS(), ' ')
    .replace(/^[\d ]+/, '')
    .trimEnd();
}
