import type { Turn } from '../model/note';
import { lineEnd, lineStart } from '../markdown/lines';
import { countQuoteMarks, withoutQuoteMarks } from '../markdown/quote-marks';
import { splitLines } from '../text/line-breaks';
import { TURN_UID } from './turns';

/** What a turn of a chat says. */
export interface TurnText extends Pick<Turn, 'role' | 'line'> {
  /** The last line that belongs to it, its UID's too. */
  readonly endLine: number;
  /** Without the callout's own quote marks; quotes within are kept. */
  readonly text: string;
  /** Date and time as the chat has them; `''` if it has none. */
  readonly when: string;
  /** What the importer knows the turn by; `''` if it is not there. */
  readonly uid: string;
}

/** The texts of a note's turns, in their order. */
export function turnTexts(text: string, turns: readonly Turn[]): readonly TurnText[] {
  return turns.map(({ role, line, head, body }) => {
    const title = text.slice(head.from, head.to);
    const isHeading = title.startsWith('#');
    const when = (isHeading ? /, on (.+);/ : / - (.+)$/).exec(title)?.[1]?.trim() ?? '';
    const depth = isHeading ? 0 : countQuoteMarks(text.slice(lineStart(text, head.from), head.from));
    const below = body.from === head.to ? [] : splitLines(text.slice(body.from, body.to));
    const uid = below.map((written) => TURN_UID.exec(written)?.[1]).find((found) => found !== undefined) ?? '';
    const said = below
      .filter((written) => !TURN_UID.test(written))
      .map((written) => withoutQuoteMarks(written, depth))
      .join('\n')
      .replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    return { role, line, endLine: line + below.length, text: said, when, uid };
  });
}

const USER = '[!nexus_user]';

/** What users say in a note, roughly and at a glance, to tell whether it is worth reading; `''` for a note without turns. */
export function saidByUsers(text: string): string {
  let said = '';
  for (let from = text.indexOf(USER); from >= 0;) {
    const next = text.indexOf('[!nexus_', from + 1);
    const to = next === -1 ? text.length : next;
    const uid = text.indexOf('<!-- UID: ', from);
    said += text.slice(from, uid === -1 ? to : Math.min(to, lineEnd(text, uid)));
    from = text.indexOf(USER, to);
  }
  return said === '' && /^#{3,4} User, on /m.test(text) ? text : said;
}
