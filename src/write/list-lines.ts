import { contentStart } from '../markdown/quote-marks';

/** What stands before an item's text. */
export interface ItemHead {
  /** Quote marks and indentation. */
  readonly prefix: string;
  /** With the white space behind it; `''` for a line without one. */
  readonly marker: string;
}

export function headOf(line: string): ItemHead {
  const [, prefix = '', marker = ''] = /^([ \t>]*)((?:[-*+]|\d+[.)])[ \t]+)?/.exec(line) ?? [];
  return { prefix, marker };
}

export function isBlank(line: string): boolean {
  return line.slice(contentStart(line)).trim() === '';
}

/** What ends an item though no blank line stands before it. */
const BEGINS_ANOTHER =
  /^(?:#{1,6}[ \t]|(?:[-*+]|\d+[.)])[ \t]|(?:[-*_=][ \t]*){3,}$|`{3}|~{3}|\||\*\*.*\*\*[:.]?[ \t]*$)/;

/**
 * The last line of the item that begins in a line, both 1-based: lines further in belong to it, behind a blank line too, and text
 * that goes on in the next line.
 *
 * @param known lines in which something else begins.
 */
export function blockEnd(lines: readonly string[], first: number, known: ReadonlySet<number>): number {
  const own = headOf(lines[first - 1] ?? '').prefix.length;
  let last = first;
  for (let at = first + 1; at <= lines.length && !known.has(at); at++) {
    const line = lines[at - 1] ?? '';
    if (isBlank(line)) continue;
    const indent = contentStart(line);
    const goesOn = at === last + 1 && !BEGINS_ANOTHER.test(line.slice(indent));
    if (indent <= own && !goesOn) break;
    last = at;
  }
  return last;
}

/** The head that follows these: bullets go on as they are, numbers count on where they count. */
export function nextHead(heads: readonly ItemHead[]): ItemHead {
  const [before, last] = [heads.at(-2), heads.at(-1) ?? { prefix: '', marker: '' }];
  const number = Number.parseInt(last.marker, 10);
  const counts = Number.isFinite(number) && before?.marker !== last.marker;
  return counts ? { ...last, marker: last.marker.replace(/^\d+/, String(number + 1)) } : last;
}

/** An item's lines behind another head; its further lines stay as far behind its text as they are. */
export function movedTo(lines: readonly string[], head: ItemHead): readonly string[] {
  const own = headOf(lines[0] ?? '');
  // A bare line among items becomes one, but no item becomes a bare line.
  const marker = head.marker === '' ? own.marker : head.marker;
  const shift = head.prefix.length + marker.length - own.prefix.length - own.marker.length;
  return lines.map((line, index) => {
    if (index === 0) return head.prefix + marker + line.slice(own.prefix.length + own.marker.length);
    const quotes = /^(?:[ \t]*>[ \t]?)*/.exec(line)?.[0].length ?? 0;
    const indent = contentStart(line) - quotes;
    if (indent === 0 || shift === 0 || isBlank(line)) return line;
    const further = line.slice(quotes);
    return line.slice(0, quotes) + (shift > 0 ? ' '.repeat(shift) + further : further.slice(Math.min(-shift, indent)));
  });
}
