import type { Entry } from './idea-link-entries';
import { columns, lineEndAt, type NoteLine } from './idea-link-lines';
import type { ListNote } from './idea-link-note';
import type { EntryStyle, NewEntry } from './idea-link-style';

/** Where an entry can be added, and how it is written there. */
export interface Place {
  /** Offset in the text. */
  readonly at: number;
  /** What is inserted there for the lines of an entry, the first without its marker; `marker` in place of the place's own. */
  readonly insert: (body: readonly string[], marker?: string) => string;
  readonly style: EntryStyle;
  /** An entry of the list that stands there already; `null` where the list begins. */
  readonly behind: Entry | null;
  /** The list's own way to write an entry that is more than lines: a row. `null` for lines. */
  readonly row: ((entry: NewEntry) => string) | null;
  /** Columns of the marker, by which further lines of an item are indented. */
  readonly width: number;
}

/** The lines of an entry with its marker. */
export function marked(body: readonly string[], marker: string): readonly string[] {
  return body.map((line, index) => (index === 0 ? marker + line : line));
}

/** The lines behind the quote marks and the indentation of a line of the note. */
export function written(
  body: readonly string[],
  { quote, indent }: Pick<NoteLine, 'quote' | 'indent'>,
): readonly string[] {
  return body.map((line) => (line === '' ? quote.trimEnd() : quote + indent + line));
}

/** A place below a line of the note, with lines of its own before it. */
export function placeBelow(
  note: ListNote,
  index: number,
  before: readonly string[],
  quote: string,
  style: EntryStyle,
): Place {
  const { text, lines } = note;
  const line = lines[index];
  const end = line ? lineEndAt(text, line) : '\n';
  const below = lines[index + 1];
  const after = below && below.kind !== 'blank' ? end + quote.trimEnd() : '';
  return {
    at: line?.to ?? 0,
    insert: (body, marker = style.marker) => {
      const all = written([...before, ...marked(body, marker)], { quote, indent: '' });
      return (line ? end : '') + all.join(end) + (line ? after : end);
    },
    style,
    behind: null,
    row: null,
    width: columns(style.marker),
  };
}

/** A place above a line of the note, with a heading before it, and a rule behind it where sections have one. */
export function placeAbove(
  note: ListNote,
  index: number,
  heading: readonly string[],
  quote: string,
  style: EntryStyle,
  rule: readonly string[],
): Place {
  const { text, lines } = note;
  const line = lines[index];
  if (!line) throw new Error(`no line ${index + 1} to put a section above`);
  const end = lineEndAt(text, line);
  const apart = index > 0 && lines[index - 1]?.kind !== 'blank' ? [''] : [];
  return {
    at: line.from,
    insert: (body, marker = style.marker) => {
      const all = [...apart, ...heading, '', ...marked(body, marker), '', ...rule];
      return written(all, { quote, indent: '' })
        .map((one) => one + end)
        .join('');
    },
    style,
    behind: null,
    row: null,
    width: columns(style.marker),
  };
}
