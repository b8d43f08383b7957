import { bracketClose } from '../markdown/line-kinds';

/** What joins subject and description: footnote references and a dash, a colon or the like. */
const SEPARATORS = /(?:\s|\[\^[^[\]\s]+\]|\{?\^\d+\}?|[—–:=→⇒•|]|[.,;?!](?=\s|$)|-+(?=\s|$))*/y;
const NO_FOOTNOTES: readonly string[] = [];

/** What the entry says of its subject: the text without what joins it and without its footnote references. */
export function description(raw: string): string {
  if (raw === '') return raw;
  SEPARATORS.lastIndex = 0;
  SEPARATORS.test(raw);
  const text = withoutFootnotes(raw.slice(SEPARATORS.lastIndex));
  return withoutOrphan(withoutComments(withoutComments(text, '%%', '%%'), '<!--', '-->'));
}

/** Text without comments: they are for the author's eye in the note. */
function withoutComments(text: string, opening: string, closing: string): string {
  let plain = '';
  let from = 0;
  for (;;) {
    const at = text.indexOf(opening, from);
    const close = at === -1 ? -1 : text.indexOf(closing, at + opening.length);
    if (close === -1) return from === 0 ? text : (plain + text.slice(from)).trim();
    plain += text.slice(from, at);
    from = close + closing.length;
  }
}

/** `**[[Idea]] — text**` leaves a bold mark behind that nothing opens. */
function withoutOrphan(text: string): string {
  return text.endsWith('**') && text.split('**').length % 2 === 0 ? text.slice(0, -2).trimEnd() : text;
}

/** Text without `[^1]` and the space before it. */
function withoutFootnotes(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('[^'); at !== -1; at = text.indexOf('[^', at + 2)) {
    const close = footnoteEnd(text, at);
    if (close === -1) continue;
    plain += text.slice(from, at).trimEnd();
    from = close + 1;
  }
  return from === 0 ? text : (plain + text.slice(from)).trim();
}

/** The ids cited in a text, each once, in order. */
export function citedFootnotes(text: string): readonly string[] {
  let ids: string[] | null = null;
  for (let at = text.indexOf('[^'); at !== -1; at = text.indexOf('[^', at + 2)) {
    const close = footnoteEnd(text, at);
    if (close === -1) continue;
    const id = text.slice(at + 2, close);
    if (ids === null) ids = [id];
    else if (!ids.includes(id)) ids.push(id);
  }
  return ids ?? NO_FOOTNOTES;
}

/** Where the reference that opens at `at` closes; -1 when it is none. */
function footnoteEnd(text: string, at: number): number {
  const close = bracketClose(text, at + 2, text.length);
  return close > at + 2 && !text.slice(at, close).includes(' ') ? close : -1;
}
