import type { TextChange } from '../model/text-change';
import { entryEnd, type Entry } from './idea-link-entries';
import { lineEndAt, type NoteLine } from './idea-link-lines';

/** One `[^id]` in a note. */
export interface Citation {
  /** As it is compared. */
  readonly id: string;
  /** Where the id stands. */
  readonly from: number;
  readonly to: number;
  /** Counted from 0. */
  readonly line: number;
  /** It opens a definition, `[^id]:`. */
  readonly isDefinition: boolean;
}

const CITATION = /\[(\s*\^\s*)([^[\]\s]{1,80})\s*\](:?)/g;

/** All citations and definitions of footnotes, in document order. */
export function citationsIn(lines: readonly NoteLine[]): readonly Citation[] {
  return lines.flatMap((line, index): readonly Citation[] => {
    if (line.kind === 'closed' || !line.content.includes('^')) return [];
    const start = line.to - line.content.length;
    return Array.from(line.plain.matchAll(CITATION), ({ 1: opening = '', 2: id = '', 3: colon, index: at }) => {
      const from = start + at + 1 + opening.length;
      return {
        id: id.toLowerCase(),
        from,
        to: from + id.length,
        line: index,
        isDefinition: at === 0 && colon === ':',
      };
    });
  });
}

/** The footnotes that only these entries cite, each with the line of its one definition. */
export function ownFootnotes(citations: readonly Citation[], entry: Entry): ReadonlyMap<string, number> {
  const isInside = ({ line }: Citation): boolean => line >= entry.first && line <= entry.last;
  const own = new Map<string, number>();
  for (const { id } of citations.filter(isInside)) {
    const others = citations.filter((one) => one.id === id && !isInside(one));
    const [definition] = others;
    if (definition?.isDefinition && others.length === 1) own.set(id, definition.line);
  }
  return own;
}

/** What becomes of numbers when the footnotes with these ids are gone: those behind them close up. */
export function renumbering(removed: Iterable<string>): (id: string) => string {
  const numbers = [...removed].filter((id) => /^\d{1,9}$/.test(id)).map(Number);
  return (id) => {
    if (!/^\d{1,9}$/.test(id)) return id;
    const less = numbers.filter((number) => number < Number(id)).length;
    return less === 0 ? id : String(Number(id) - less);
  };
}

/** The changes that number the footnotes anew. */
export function renumberCitations(
  text: string,
  citations: readonly Citation[],
  renumber: (id: string) => string,
): readonly TextChange[] {
  return citations.flatMap(({ id, from, to }) => {
    const insert = renumber(id);
    return insert === id || text.slice(from, to) === insert ? [] : [{ from, to, insert }];
  });
}

/** The number that the next footnote takes. */
export function nextNumber(citations: readonly Citation[]): string {
  return String(1 + Math.max(0, ...citations.map(({ id }) => (/^\d{1,9}$/.test(id) ? Number(id) : 0))));
}

/** Adds a definition behind the last one, written as that is; `null` where the note has none. */
export function definitionBehind(
  text: string,
  lines: readonly NoteLine[],
  citations: readonly Citation[],
  id: string,
  said: string,
): TextChange | null {
  const definitions = citations.filter(({ isDefinition }) => isDefinition);
  const [before, last] = definitions.slice(-2).map(({ line }) => line);
  const index = last ?? before;
  const line = index === undefined ? undefined : lines[index];
  if (index === undefined || !line) return null;
  const end = entryEnd(lines, index, 'footnote', () => false);
  const blank =
    last === undefined || before === undefined ? false : lines[last - 1]?.kind === 'blank' && last - before <= 3;
  const at = lines[end]?.to ?? text.length;
  const breaks = lineEndAt(text, line);
  const [, space = ' '] = /^\[[^\]]*\]:(\s*)/.exec(line.content) ?? [];
  const tail = /[ \t]*$/.exec(line.content)?.[0] ?? '';
  const gap = blank ? breaks + line.quote.trimEnd() : '';
  return {
    from: at,
    to: at,
    insert: `${gap}${breaks}${line.quote}${line.indent}[^${id}]:${space || ' '}${said}${tail}`,
  };
}
