import { align } from '../../src/compare/align.ts';
import { changedLines } from '../../src/compare/changed-lines.ts';
import { sentencesOf } from '../../src/compare/sentences.ts';
import { compareWords } from '../../src/compare/words.ts';
import { readInline } from '../../src/markdown/inline.ts';
import { plainLines, plainText } from '../../src/markdown/plain-text.ts';
import { WRITE_KINDS } from '../../src/node/oracle-writes.ts';
import { noteToWrite, ReadVault } from '../../src/node/writes/read-vault.ts';
import type { WriteKind, WrittenNote } from '../../src/node/writes/write-kind.ts';
import { columnRoles } from '../../src/rank/columns.ts';
import { TableValues } from '../../src/rank/table-values.ts';
import { readFacts } from '../../src/read/facts.ts';
import { readMarks } from '../../src/read/marks.ts';
import { readLinks, readNote } from '../../src/read/note.ts';
import { readOutline } from '../../src/read/outline.ts';
import { readRank } from '../../src/read/rank.ts';
import { BUILT_IN } from '../../src/read/vocabulary.ts';
import { namesakesFirst, Recovery } from '../../src/repair/recovery.ts';
import { repairNote } from '../../src/repair/repair-note.ts';
import { fileNameOf, folderPathOf } from '../../src/write/file-name.ts';
import { tableCell } from '../../src/write/table-markdown.ts';
import { openingSentence, titleOfText } from '../../src/write/title-of-text.ts';
import { tidyTypography } from '../../src/write/typography.ts';

/** Something that is done with a text. */
export interface Kind {
  readonly name: string;
  readonly work: (text: string) => unknown;
  /** The same in two parts, the first of which another kind does alone: what it costs is not to cover what is done with it. */
  readonly ready?: (text: string) => () => unknown;
  /** How often it takes the text: so much less of it is asked for. */
  readonly times?: number;
  /** How much work may be done over and above what grows with the text: of what is bounded, and left out beyond that. */
  readonly bounded?: number;
  /** Whether it goes through all rows for each column, as who looks into the menu of each. */
  readonly goesByColumn?: boolean;
}

/** What is read, shown and answered of a text. */
export const READINGS: readonly Kind[] = [
  { name: 'reader', work: (text) => readNote(text) },
  { name: 'links', work: (text) => [readLinks(text), readFacts(text, 'a.md')] },
  { name: 'outline', work: (text) => readOutline(text) },
  { name: 'inline', work: (text) => [readInline(text), plainText(text), plainLines(text)] },
  { name: 'marks', work: (text) => readMarks(text) },
  { name: 'rank', work: (text) => readRank(text) },
  { name: 'legend in a header', work: (text) => readNote(inTable(`Value ${oneLine(text)}`, '🟢 a')) },
  { name: 'legend in a list', work: (text) => readNote(`${inTable('Value', '🟢 a')}\n${text}`) },
  {
    name: 'cells',
    work: (text) => {
      const [table] = readNote(inTable(`Value ${oneLine(text)}`, oneLine(text))).tables;
      if (!table) return null;
      const cells = { plain: plainText, rank: (cell: string) => readRank(cell)?.value ?? null, marks: readMarks };
      const values = new TableValues(table, cells);
      return [columnRoles(values), table.header.map((_, column) => [values.column(column), values.rungs(column)])];
    },
  },
  { name: 'headings', work: (text) => BUILT_IN.relationOf(oneLine(text)) },
  {
    name: 'titles',
    work: (text) => [titleOfText(text), titleOfText(oneLine(text)), fileNameOf(text), folderPathOf(text, [])],
  },
  {
    name: 'sentences',
    work: (text) => [openingSentence(text), sentencesOf({ line: 1, text: oneLine(text) })],
  },
  { name: 'repair', work: (text) => repairNote(text) },
  { name: 'recovery', work: (text) => recovered('Привет, привет, мир\n', text) },
  { name: 'typography', work: (text) => tidyTypography(text, { nbsp: true, yo: true }) },
  { name: 'cell written', work: (text) => tableCell(text) },
  { name: 'diff', work: (text) => changedLines(text, turned(text)), bounded: 40_000_000 },
  { name: 'words compared', work: (text) => compareWords(text, turned(text)), bounded: 3_000_000 },
  { name: 'alignment', work: (text) => align(text.split('\n'), turned(text).split('\n')), bounded: 100_000_000 },
];

export { KNOWN } from './known.ts';

/** A text whose every line lost something, beside one that has it: of many lines, for others have too little to be looked for. */
export const MUCH_LOST: Kind = {
  name: 'recovery of much',
  work: (text) => recovered('Привет, привет, мир\n'.repeat(text.length / 40), text),
};

function recovered(lines: string, text: string): unknown {
  const lost = repairNote(Buffer.from(lines).toString('latin1').replaceAll('¼Ð¸Ñ', '¼ÐÑ') + text);
  if (lost === null) return null;
  const recovery = new Recovery(lost, true);
  recovery.read('a.md', text + lines);
  return [recovery.found(), namesakesFirst(['a.md'], 'b.md', text)];
}

const NO_VAULT = new ReadVault([], []);

/** Kinds that show and write what the whole vault says: see `vault`. */
const OF_A_VAULT = 'neighbours map-svg map-canvas audit relink-vault';
/** Kinds that do what another one does, with another relation, template or option. */
const ALIKE =
  'add-direct add-downstream add-related add-source move-to-direct move-to-downstream move-to-related fill-in-own-template tidy tidy-nbsp tidy-yo';
const UNCOUNTED: ReadonlySet<string> = new Set(`${OF_A_VAULT} ${ALIKE}`.split(' '));

/** What is written into a text: of each kind of write the first way to do it. */
export const EDITS: readonly Kind[] = [
  { name: 'read for an edit', work: (text) => noteToWrite({ path: 'a.md', text }) },
  ...WRITE_KINDS.filter(({ name }) => !UNCOUNTED.has(name)).map(({ name, attempts }) => ({
    name,
    // The YAML parser that Node is handed compares each field with each other one. Obsidian has another.
    bounded: name === 'fill-in' ? 400_000_000 : 0,
    // That is for the oracle alone; what is shown goes by the cells that are written.
    goesByColumn: name === 'table-values',
    work: (text: string) => writtenInto(readOnce(text), attempts),
    ready: (text: string) => {
      const note = readOnce(text);
      return () => writtenInto(note, attempts);
    },
  })),
  { name: 'vault', work: (text) => vaultOf(text) },
];

/** The same in a note that has what each of them asks for, with the text in all of its parts. */
export const EDITS_WITHIN: readonly Kind[] = EDITS.flatMap((kind) => {
  const { name, work, ready } = kind;
  if (ready === undefined) return [];
  return {
    ...kind,
    name: `${name} in a whole note`,
    work: (text: string) => work(wholeNote(text)),
    ready: (text: string) => ready(wholeNote(text)),
    times: 4,
  };
});

function wholeNote(text: string): string {
  const line = oneLine(text);
  return `---
up: "[[a]]"
updated: 2020-01-01
---

# Whole

## Upstream ideas

- [[b]] — ${line}
- [[c]] [^1]

${inTable(`Thing | Value`, `d | 🟢 ${line}`)}
[^1]: [[c]] e

### Step 1. Corrected Russian Text

${text}

### Step 2. English Translation

${text}
`;
}

/** More texts than one shape is taken at. */
const MOST_READ = 8;
/** Those that were asked for last, the latest of them at the end. */
const justRead = new Map<string, WrittenNote>();

/** Reads a text for an edit, unless another kind had it read just before: what that costs is counted by a kind of its own. */
function readOnce(text: string): WrittenNote {
  const note = justRead.get(text) ?? noteToWrite({ path: 'a.md', text });
  justRead.delete(text);
  justRead.set(text, note);
  for (const oldest of justRead.keys()) {
    if (justRead.size <= MOST_READ) break;
    justRead.delete(oldest);
  }
  return note;
}

function writtenInto(note: WrittenNote, attempts: WriteKind['attempts']): unknown {
  const [first] = attempts(note, NO_VAULT);
  return first?.make();
}

/** A vault of the pieces of a text. Each note lists the one before it, and all list the first and are listed there. */
function vaultOf(text: string): unknown {
  const pieces = text.match(/[^]{1,100}/g) ?? [];
  const all = pieces.map((_, note) => `- [[${note}]]\n`).join('');
  const notes = pieces.map((piece, note) => ({
    path: `a/${note}.md`,
    text: `## Upstream ideas\n\n- [[0]]\n- [[${note - 1}]]\n${note === 0 ? all : ''}\n${piece}`,
  }));
  const { ideas, names } = new ReadVault(
    notes.map(({ path }) => path),
    notes,
  );
  const found = [ideas.audit(), ideas.neighbours('a/0.md'), ideas.neighbourhood('a/1.md', { hops: 3, maxNodes: 60 })];
  for (const { path: from } of notes) {
    const to = from.replace('a/', 'b/');
    names.delete(from);
    names.add(to);
    ideas.update([{ kind: 'rename', from, to }]);
  }
  for (const { path } of notes) ideas.update([{ kind: 'remove', path: path.replace('a/', 'b/') }]);
  return [found, ideas.audit()];
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n|]/g, ' ');
}

function inTable(header: string, cell: string): string {
  return `| Tier | ${header} |\n|---|---|\n| 1 | ${cell} |\n| 2 | 🟢 b |\n`;
}

/** The lines of a text the other way round, as one who sorts them has them. */
function turned(text: string): string {
  return text.split('\n').reverse().join('\n');
}
