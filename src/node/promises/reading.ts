import { isMap, isNode, parseDocument } from 'yaml';
import { BlockCursor, type LineKind } from '../../markdown/block-cursor';
import { frontmatterEnd } from '../../markdown/frontmatter';
import { plainText } from '../../markdown/plain-text';
import type { Note, PlacedNote } from '../../model/note';
import { readPlacedNote } from '../../read/note';
import { BUILT_IN } from '../../read/vocabulary';
import { splitLines } from '../../text/line-breaks';

/**
 * What a note is compared in, before a write and after it. `lines` are those of the body as what they are taken for; `footnotes` are
 * definitions: a citation says what it cites wherever it stands.
 */
export const READING_PARTS = [
  'yaml',
  'fields',
  'lines',
  'headings',
  'links',
  'footnotes',
  'tables',
  'tiers',
  'steps',
  'turns',
  'callouts',
  'problems',
] as const;

export type ReadingPart = (typeof READING_PARTS)[number];

/** One thing that is read out of a note. */
export interface Said {
  /** Where it stands, 1-based. */
  readonly line: number;
  /** What it is. */
  readonly head: string;
  /** Under which heading of ideas it stands, where that can change while it stays the same thing. */
  readonly place: string;
  /** What it says: of a line its words, of what has several lines those. */
  readonly words: readonly string[];
}

export type ReadNote = Readonly<Record<ReadingPart, readonly Said[]>>;

/** A line of the body that is not blank. */
interface BodyLine {
  readonly line: number;
  readonly kind: LineKind;
  readonly depth: number;
  readonly level: number;
  readonly callout: string;
  /** Of the blank lines right above, how deep the one is quoted that is least so: it ends the deeper quotes. */
  readonly parted: number;
  /** Behind marks of quotes, items and headings. */
  readonly content: string;
}

/** A definition of a footnote, and the lines that belong to it. */
interface Definition {
  readonly line: number;
  readonly endLine: number;
  readonly id: string;
  /** A table in it says for itself what it says. */
  readonly text: string;
}

/** As the reader takes it, with the blanks of authors' tools, or in brackets as a wikilink has them. Behind a backslash it is none. */
const CITATION = /([[\\]?)\[\s*\^\s*([^\][\s]+)\s*\](\]?)/g;
const NOT_PROSE: ReadonlySet<LineKind> = new Set(['code', 'comment', 'formula', 'html']);

/**
 * Reads a note for a comparison that nothing in `write` has a part in: by the reader alone, with footnotes by their texts and
 * without numbers of lines.
 *
 * @param path Its name may say that the note is a map.
 */
export function readToCompare(text: string, path: string): ReadNote {
  const note = readPlacedNote(text, BUILT_IN, path);
  const body = bodyLines(text);
  const definitions = definitionsIn(text, note, body);
  const cite = citer(definitions);
  const written = headingsByTitle(body);
  const linesSaid = body.map((one): Said => ({
    line: one.line,
    head: `${isIn(definitions, one.line) ? 'definition' : one.kind} ${one.depth}`,
    place: '',
    words: one.kind === 'delimiter' ? [] : wordsOf(isProse(one) ? cite(one.content) : one.content),
  }));
  const between = (first: number, last: number): readonly string[] =>
    linesSaid.filter(({ line }) => line >= first && line <= last).map(({ words }) => words.join(' '));
  return {
    ...frontmatterOf(text),
    lines: linesSaid,
    headings: body
      .filter(({ kind, level }) => kind === 'heading' || level > 0)
      .map(({ line, level, depth, content }) => ({
        line,
        head: `${level} ${depth} ${cite(content)}`,
        place: '',
        words: [],
      })),
    links: linksOf(note, body, definitions, cite),
    footnotes: footnotesOf(body, definitions),
    tables: note.tables.map(({ line, caption, callout, header, align, body: rows, legend }) => ({
      line,
      head: JSON.stringify([written.get(caption) ?? caption, callout, legend]),
      place: '',
      words: [...header, ...align.map(String), ...rows.flatMap(({ cells }) => cells.map(cite))].map((word) =>
        word.trim(),
      ),
    })),
    tiers: note.tables.map(({ line, tier }) => ({
      line,
      head: JSON.stringify(tier && [tier.rankColumn, tier.subjectColumn]),
      place: '',
      words: [],
    })),
    steps: note.steps.map(({ step, set, line, headEnd, endLine }) => ({
      line,
      head: `${set} ${step}`,
      place: '',
      words: between(headEnd + 1, endLine),
    })),
    turns: note.turns.map(({ role, line }, index) => ({
      line,
      head: role,
      place: '',
      words: between(line, Math.min(quoteEnd(body, line), (note.turns[index + 1]?.line ?? Infinity) - 1)),
    })),
    callouts: body
      .filter(({ kind }) => kind === 'callout')
      .map(({ line, depth, callout }) => ({
        line,
        head: `${depth} ${callout}`,
        place: '',
        words: between(line, quoteEnd(body, line)),
      })),
    problems: note.problems.map(({ code, line }) => ({ line, head: code, place: '', words: [] })),
  };
}

function bodyLines(text: string): readonly BodyLine[] {
  const cursor = new BlockCursor(text);
  const { at } = cursor;
  const lines: BodyLine[] = [];
  let parted = Infinity;
  while (cursor.next()) {
    const { kind, level, callout } = cursor;
    if (kind === 'blank' || at.content === at.end) {
      parted = Math.min(parted, at.depth);
      continue;
    }
    const from = kind === 'item' || kind === 'heading' || kind === 'definition' ? cursor.from : at.content;
    lines.push({
      line: at.line,
      kind,
      depth: at.depth,
      level,
      callout,
      parted,
      content: text.slice(from, kind === 'heading' ? cursor.to : at.end),
    });
    parted = Infinity;
  }
  return lines;
}

/** The last line of the quote, or callout, that begins in a line. */
function quoteEnd(body: readonly BodyLine[], line: number): number {
  const from = body.findIndex((one) => one.line === line);
  const first = body[from];
  if (!first) return line;
  if (first.depth === 0) return Infinity;
  let last = line;
  for (const one of body.slice(from + 1)) {
    const isHead = one.kind === 'callout' && one.depth <= first.depth;
    if (Math.min(one.depth, one.parted) < first.depth || isHead) break;
    last = one.line;
  }
  return last;
}

function definitionsIn(
  text: string,
  { footnotes, tables }: PlacedNote,
  body: readonly BodyLine[],
): readonly Definition[] {
  return footnotes.map(({ id, line, whole }) => {
    const endLine = line + splitLines(text.slice(whole.from, whole.to)).length - 1;
    const words = body
      .filter((one) => one.line >= line && one.line <= endLine && !isIn(tables, one.line))
      .flatMap(({ content }) => wordsOf(content));
    return { line, endLine, id: id.toLowerCase(), text: words.join(' ') };
  });
}

/** Whether a line is one of those of some things. */
function isIn(all: readonly { readonly line: number; readonly endLine: number }[], line: number): boolean {
  return all.some((one) => line >= one.line && line <= one.endLine);
}

/** What headings are written as, by what is read of them. */
function headingsByTitle(body: readonly BodyLine[]): ReadonlyMap<string, string> {
  const headings = body.filter(({ kind, level }) => kind === 'heading' || level > 0);
  return new Map(headings.map(({ content }) => [plainText(content), content]));
}

/** Puts in place of each citation what it cites. */
function citer(definitions: readonly Definition[]): (text: string) => string {
  const texts = new Map<string, string>();
  for (const { id, text } of definitions)
    if (!texts.has(id))
      texts.set(
        id,
        withCited(text, () => '[^]'),
      );
  return (text) =>
    withCited(text, (id) => {
      const cited = texts.get(id);
      return ` [^${cited === undefined ? '?' : cited.replaceAll(' ', '\u00a0')}] `;
    });
}

/** A text with something else in place of each citation of an id. */
function withCited(text: string, said: (id: string) => string): string {
  return text.replace(CITATION, (written: string, before: string, id: string, behind: string) => {
    const isLink = before === '[';
    if (before === '\\' || (isLink && /[\s|]/.test(written))) return written;
    const cited = said(id.toLowerCase());
    return isLink && behind !== '' ? cited : before + cited + behind;
  });
}

/** All but the sources in footnotes: what these say is said where they are. */
function linksOf(
  note: Note,
  body: readonly BodyLine[],
  definitions: readonly Definition[],
  cite: (text: string) => string,
): readonly Said[] {
  const written = headingsByTitle(body);
  return [note.ideaLinks, note.markdownLinks].flatMap((links, kind) =>
    links
      .filter(({ line, relation }) => relation !== 'source' || !isIn(definitions, line))
      .map(({ line, target, relation, description, footnotes, group, heading, alias }) => ({
        line,
        head: kind === 0 ? `[[${target}#${heading}|${alias}]]` : `[${alias}](${encodeURIComponent(target)}#${heading})`,
        place: `${relation} ${written.get(group) ?? group}`,
        words: [...wordsOf(cite(description)), ...footnotes.map((id) => cite(`[^${id}]`).trim())],
      })),
  );
}

function footnotesOf(body: readonly BodyLine[], definitions: readonly Definition[]): readonly Said[] {
  const cited = citedIn(body);
  const seen = new Set<string>();
  return definitions.map(({ line, id, text }) => {
    const head = seen.has(id) ? 'again' : '';
    seen.add(id);
    return { line, head, place: cited.has(id) ? 'cited' : 'not cited', words: wordsOf(withCited(text, () => '[^]')) };
  });
}

/** Ids that stand anywhere but where they are defined. */
function citedIn(body: readonly BodyLine[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { content } of body.filter(isProse)) withCited(content, (id) => (ids.add(id), ''));
  return ids;
}

/** Frontmatter as it is written, and by its fields. */
function frontmatterOf(text: string): Pick<ReadNote, 'yaml' | 'fields'> {
  const written = text.slice(0, frontmatterEnd(text).offset);
  const lines = written.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const said = (head: string, words: readonly string[], line = 1): Said => ({ line, head, place: '', words });
  const yaml = lines.flatMap((line, index) => (line === '' ? [] : [said('', [line], index + 1)]));
  return { yaml, fields: fieldsOf(lines).map(([name, value]) => said(name, [value])) };
}

function fieldsOf(lines: readonly string[]): readonly (readonly [string, string])[] {
  const yaml = lines
    .slice(
      1,
      lines.findLastIndex((line) => line.startsWith('---')),
    )
    .join('\n');
  // Of a name that stands twice each is looked at: it is no error here, or all fields would be new once one of the two is gone.
  const document = parseDocument(yaml, { logLevel: 'error', uniqueKeys: false });
  // Where it cannot be read, only what stands there is compared.
  if (document.errors.length > 0 || !isMap(document.contents)) return [];
  const written = (part: unknown): unknown => (isNode(part) ? part.toJS(document) : part);
  return document.contents.items.map(({ key, value }) => [String(written(key)), JSON.stringify(written(value))]);
}

function isProse({ kind }: BodyLine): boolean {
  return !NOT_PROSE.has(kind);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== '');
}
