import { isBlankLine } from '../markdown/filled';
import { withoutQuoteMarks } from '../markdown/quote-marks';
import type { IdeaLink } from '../model/note';
import { foldSpace } from '../text/fold-space';
import { BETWEEN_WORDS } from '../text/letters';
import { splitLines } from '../text/line-breaks';

/** No label has so much before it, or is so long. */
const LOOKED_AT = 300;
/** The line between a table's header and its rows. */
const BELOW_HEADER = /^[\s>:-]*\|[\s|:-]*$/;
/** A few words and a colon, or a heading: what stands right above links says what they are. */
const INTRODUCES =
  /^[\s>]*(?:#{1,6} .{1,60}|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[^\s.,;!?:：][^.,;!?:：]{0,60}[:：][*_=~\s]*)$/;
const COMMENT = /^[\s>]*(?:<!--|%%)/;
/** A comment below links is looked through no further. */
const MOST_LINES = 99;

/**
 * The lines that are idea links behind a label, or a field's name, of their own: with those that a description runs on in, and the
 * header of a table of such rows, words that introduce them, and comments below them. Sources are none, for they may well be a part of
 * a text.
 */
export function labelledLines(text: string, links: readonly IdeaLink[]): ReadonlySet<number> {
  const found = new Set<number>();
  let lines: readonly string[] | null = null;
  for (const { origin, relation, group, description, line } of links) {
    // Many links may stand in one line: it is not gone through for each of them.
    if ((origin !== 'label' && origin !== 'field') || relation === 'source' || found.has(line)) continue;
    lines ??= splitLines(text);
    const name = wordsOf(group);
    const said = lines[line - 1]?.slice(0, LOOKED_AT) ?? '';
    const isIts =
      origin === 'field' ? wordsOf(said.split('::')[0]) === name : `${wordsOf(said)} `.startsWith(`${name} `);
    if (name === '' || !isIts) continue;
    found.add(line);
    if (BELOW_HEADER.test(lines[line - 2]?.slice(0, LOOKED_AT) ?? '')) found.add(line - 1).add(line - 2);
    let below = '';
    for (let next = line; below.length < description.length; next++) {
      const more = foldSpace(withoutQuoteMarks(lines[next] ?? '')).trim();
      if (more === '') break;
      below = `${below} ${more}`;
      if (description.endsWith(below)) for (let at = line + 1; at <= next + 1; at++) found.add(at);
    }
  }
  for (const line of [...found]) {
    let above = line - 1;
    for (; above > 0 && !found.has(above); above--) {
      const said = lines?.[above - 1] ?? '';
      if (INTRODUCES.test(said.slice(0, LOOKED_AT))) found.add(above);
      else if (!isBlankLine(said)) break;
    }
    for (let below = line + 1; below <= (lines?.length ?? 0) && !found.has(below); below++) {
      if (isBlankLine(lines?.[below - 1] ?? '')) continue;
      const end = commentEnd(lines ?? [], below);
      if (end === 0) break;
      for (; below <= end; below++) found.add(below);
      below = end;
    }
  }
  return found;
}

/** The last line of a comment that has its lines for itself, from the line `first` on; 0 where none is. */
function commentEnd(lines: readonly string[], first: number): number {
  const opening = COMMENT.exec(lines[first - 1] ?? '')?.[0] ?? '';
  const closing = opening.endsWith('%%') ? '%%' : '-->';
  for (let line = first; opening !== '' && line < first + MOST_LINES; line++) {
    const [, behind] = (lines[line - 1] ?? '').slice(line === first ? opening.length : 0).split(closing);
    if (behind !== undefined) return isBlankLine(behind) ? line : 0;
  }
  return 0;
}

/** The words of a line, whatever signs, or an item's number, stand before and between them. */
function wordsOf(line = ''): string {
  return line
    .replace(BETWEEN_WORDS(), ' ')
    .replace(/^[\d ]+/, '')
    .trimEnd();
}
