import type { Footnote, PlacedNote } from '../model/note';
import type { TextChange } from '../model/text-change';
import type { Entry } from './idea-link-entries';
import { firstIndex } from '../text/first-index';
import { runStart } from '../text/trimmed';
import { columns, lineEndAt, type NoteLine } from './idea-link-lines';
import { grouped } from '../text/grouped';

/** One `[^id]` in a note. */
export interface Citation {
  /** As it is compared. */
  readonly id: string;
  /** Offset of the bracket. */
  readonly at: number;
  /** Where the id stands. */
  readonly from: number;
  readonly to: number;
  /** Counted from 0. */
  readonly line: number;
  /** It opens a definition, `[^id]:`. */
  readonly isDefinition: boolean;
}

/** All citations and definitions of footnotes, in document order; in code there are none. */
export function citationsIn({ citations }: PlacedNote): readonly Citation[] {
  return citations.map(({ id, from, name, line, defines }) => ({
    id: id.toLowerCase(),
    at: from,
    from: name.from,
    to: name.to,
    line: line - 1,
    isDefinition: defines,
  }));
}

/** The ids that a new footnote must not have: of footnotes, cited or defined, in a note and in what is written into it. */
export function takenIds(...notes: readonly PlacedNote[]): Set<string> {
  return new Set(
    notes.flatMap(({ citations, footnotes }) => [...citations, ...footnotes].map(({ id }) => id.toLowerCase())),
  );
}

/**
 * The footnotes that only this entry cites, each with the line of its one definition. What a message or a callout defines is a part
 * of its text, unless the entry stands there, too.
 */
export function ownFootnotes(
  lines: readonly NoteLine[],
  citations: readonly Citation[],
  entry: Entry,
): ReadonlyMap<string, number> {
  const isInside = ({ line }: Citation): boolean => line >= entry.first && line <= entry.last;
  const own = new Map<string, number>();
  const inside = new Set(citations.filter(isInside).map(({ id }) => id));
  const outside = grouped(
    citations.filter((one) => !isInside(one) && inside.has(one.id)),
    ({ id }) => id,
  );
  for (const id of inside) {
    const [definition, ...others] = outside.get(id) ?? [];
    if (!definition?.isDefinition || others.length > 0) continue;
    const line = lines[definition.line];
    const isFree = line?.callout === -1 || line?.callout === lines[entry.first]?.callout;
    if (isFree && line?.closedBy === null) own.set(id, definition.line);
  }
  return own;
}

/** A number as footnotes are counted by; `07` is a name. */
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;

/** What becomes of numbers when the footnotes with these ids are gone: those behind them close up. */
export function renumbering(removed: Iterable<string>): (id: string) => string {
  const numbers = [...removed]
    .filter((id) => NUMBER.test(id))
    .map(Number)
    .sort((a, b) => a - b);
  return (id) => {
    if (!NUMBER.test(id)) return id;
    const less = firstIndex(numbers, (number) => number >= Number(id));
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
export function nextNumber(taken: ReadonlySet<string>): string {
  let most = 0;
  for (const id of taken) if (/^\d{1,9}$/.test(id)) most = Math.max(most, Number(id));
  return String(most + 1);
}

/** The head of a definition behind one with this marker: counted up until nothing has its id, else with the next number. */
export function nextDefinition(
  marker: string,
  taken: ReadonlySet<string>,
): { readonly marker: string; readonly id: string } {
  const [, open = '', label = '', close = ']: '] = /^(\[\s*\^?\s*)([^[\]]*?)(\s*\].*)$/s.exec(marker) ?? [];
  const [, name = '', digits] = /^(.*?)(\d{1,9})$/.exec(label) ?? [];
  if (digits === undefined) {
    const id = nextNumber(taken);
    return { marker: `[^${id}${close}`, id };
  }
  let number = Number(digits) + 1;
  while (taken.has(`${name}${number}`.toLowerCase())) number++;
  const id = `${name}${number}`;
  return { marker: open + id + close, id: id.toLowerCase() };
}

/** The last of some definitions, and what parts it from the one before. */
export interface DefinitionList {
  readonly line: number;
  /** A blank line stands between them. */
  readonly isParted: boolean;
}

/**
 * The lists of definitions that one may be added to, the best first: outside of callouts and steps, in the callout that cites it,
 * in a step. `callout` is that of the citation, `isInStep` tells of a line.
 */
export function definitionLists(
  lines: readonly NoteLine[],
  citations: readonly Citation[],
  callout: number,
  isInStep: (line: number) => boolean,
): readonly DefinitionList[] {
  const isUsable = (line: NoteLine | undefined): boolean => line?.closedBy === null && columns(line.indent) < 4;
  const all = citations.filter(({ isDefinition, line }) => isDefinition && isUsable(lines[line]));
  const isOutside = ({ line }: Citation): boolean => lines[line]?.callout === -1;
  const lists = [
    all.filter((one) => isOutside(one) && !isInStep(one.line)),
    all.filter(({ line }) => callout !== -1 && lines[line]?.callout === callout),
    all.filter((one) => isOutside(one) && isInStep(one.line)),
  ];
  return lists.flatMap((list): DefinitionList[] => {
    const [before, last] = list.slice(-2).map(({ line }) => line);
    if (before === undefined) return [];
    const isParted = last !== undefined && lines[last - 1]?.kind === 'blank' && last - before <= 3;
    return [{ line: last ?? before, isParted }];
  });
}

/** Adds a definition behind the last of a list, written as that is. */
export function definitionBehind(
  text: string,
  lines: readonly NoteLine[],
  { whole, text: words }: Footnote,
  isParted: boolean,
  id: string,
  said: string,
): TextChange | null {
  const line = lines.find(({ to }) => to >= whole.from);
  if (!line) return null;
  const breaks = lineEndAt(text, line);
  const head = text.slice(whole.from, words.from);
  const space = head.slice(head.trimEnd().length);
  const tail = line.content.slice(runStart(line.content, ' \t'));
  const gap = isParted ? breaks + line.quote.trimEnd() : '';
  return {
    from: whole.to,
    to: whole.to,
    insert: `${gap}${breaks}${line.quote}${line.indent}[^${id}]:${space || ' '}${said}${tail}`,
  };
}
