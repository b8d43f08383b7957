import { headingLine, isBoldLabel, isRule } from '../markdown/line-kinds';
import { CODE, lineBreakStart, lineStart, type LineCursor } from '../markdown/lines';
import { DOWN_ARROWS, UP_ARROWS } from '../model/link-arrows';
import { lazily } from '../text/lazily';
import { saysNothing, type Opening } from './subject';

/** Arrows and the like before a link that stands alone, by what they say of it. */
const ARROWS = lazily(() => ({
  upstream: new RegExp(`^[^[]*(?:${UP_ARROWS})`, 'u'),
  downstream: new RegExp(`^[^[]*${DOWN_ARROWS}`, 'u'),
  related: /^[^[]*(?:[←→⬅➡⇐⇒↔⇄⇆⟵⟶◀▶❮‹]|<-|->|<<|«\s)/u,
}));

/** What an arrow says of a link, by what stands before that; `null` where none stands there. */
export function arrowIn(text: string): 'upstream' | 'downstream' | 'related' | null {
  if (text === '') return null;
  const { upstream, downstream, related } = ARROWS();
  if (upstream.test(text)) return 'upstream';
  if (downstream.test(text)) return 'downstream';
  return related.test(text) ? 'related' : null;
}

/** A day, a week, a month: links to these lead through a diary. */
const DATE = /^(?:.*\/)?\d{4}-(?:\d{2}(?:-\d{2})?|W\d{1,2}|Q\d)$/;
/** What parts the links of a menu. */
const MENU = /\]\]\s*([|•])\s*!?\[\[/;

/** Whether links that stand alone may be ideas: no embed, no diary. */
export function mayStandAlone(text: string, { subjects }: Opening): boolean {
  return text.charCodeAt(subjects[0]?.from ?? 0) !== CODE.bang && !subjects.some(({ target }) => DATE.test(target));
}

/** The sign by which the links of a line are a menu; `undefined` where they are none. */
export function menuSign(text: string, { subjects, end }: Opening): string | undefined {
  return MENU.exec(text.slice(subjects[0]?.from, end))?.[1];
}

/** Whether a line that begins at `from` is the first of the note, a heading aside: `belowTitle` where that has to name the note. */
export function isFirst(lines: LineCursor, from: number, top: number, belowTitle = false): boolean {
  const { text } = lines;
  const above = filledAbove(lines, lineStart(text, from), top);
  if (above === null) return true;
  const mayBe = isHeading(above) && !(belowTitle && text.charCodeAt(above.content + 1) === CODE.hash);
  return mayBe && filledAbove(lines, above.start, top) === null;
}

/** Whether a line stands right below a heading that is not the note's title. */
export function isHeaded(lines: LineCursor, from: number, top: number): boolean {
  const above = filledAbove(lines, lineStart(lines.text, from), top);
  return above !== null && isHeading(above) && !isFirst(lines, from, top, true);
}

/** Whether no more lines come, but for white space, quote marks and tags, or a heading, a rule or a bold label is the next. `below` is moved there. */
export function endsSection(below: LineCursor): boolean {
  for (let isParted = false; below.next();) {
    const { text, content, end } = below;
    if (content >= end) isParted = true;
    // A line of tags below is of the note.
    else if (!isParted || text.charCodeAt(content) !== CODE.hash || !saysNothing(text.slice(content, end)))
      return isHeading(below) || endsAbove(below);
  }
  return true;
}

/** A rule, or a line that is bold throughout and so names what is below it. */
function endsAbove({ text, content, end }: LineCursor): boolean {
  return isRule(text, content, end) || isBoldLabel(text, content, end);
}

function filledAbove(lines: LineCursor, start: number, top: number): LineCursor | null {
  const { text } = lines;
  for (let from = start; from > top;) {
    from = lineStart(text, lineBreakStart(text, from));
    const cursor = lines.forkAt(from);
    if (cursor.next() && cursor.content < cursor.end) return cursor;
  }
  return null;
}

function isHeading(cursor: LineCursor): boolean {
  return cursor.text.charCodeAt(cursor.content) === CODE.hash && headingLine(cursor.text, cursor) !== null;
}
