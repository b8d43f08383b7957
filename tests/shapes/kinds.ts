import { align } from '../../src/compare/align.ts';
import { changedLines } from '../../src/compare/changed-lines.ts';
import { compareWords } from '../../src/compare/words.ts';
import { readInline } from '../../src/markdown/inline.ts';
import { plainLines, plainText } from '../../src/markdown/plain-text.ts';
import { WRITE_KINDS } from '../../src/node/oracle-writes.ts';
import { noteToWrite, ReadVault } from '../../src/node/writes/read-vault.ts';
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
import { titleOfText } from '../../src/write/title-of-text.ts';
import { tidyTypography } from '../../src/write/typography.ts';

/** Something that is done with a text. */
export interface Kind {
  readonly name: string;
  readonly work: (text: string) => unknown;
  /** How much work may be done over and above what grows with the text: of what is bounded, and left out beyond that. */
  readonly bounded?: number;
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
  { name: 'repair', work: (text) => repairNote(text) },
  {
    name: 'recovery',
    work: (text) => {
      // Something is lost in each line of a text that is as long, and all its lines are alike.
      const lines = 'Привет, привет, мир\n'.repeat(Math.ceil(text.length / 40));
      const garbled = Buffer.from(lines).toString('latin1').replaceAll('¼Ð¸Ñ', '¼ÐÑ');
      const lost = repairNote(garbled + text);
      if (lost === null) return null;
      const recovery = new Recovery(lost, true);
      recovery.read('a.md', text + lines);
      return [recovery.found(), namesakesFirst(['a.md'], 'b.md', text)];
    },
  },
  { name: 'typography', work: (text) => tidyTypography(text, { nbsp: true, yo: true }) },
  { name: 'cell written', work: (text) => tableCell(text) },
  { name: 'diff', work: (text) => changedLines(text, turned(text)), bounded: 40_000_000 },
  { name: 'words compared', work: (text) => compareWords(text, turned(text)), bounded: 3_000_000 },
  { name: 'alignment', work: (text) => align(text.split('\n'), turned(text).split('\n')), bounded: 100_000_000 },
];

const NO_VAULT = new ReadVault([], []);
const CHOSEN: ReadonlySet<string> = new Set(['add-upstream', 'remove', 'relink-note', 'updated']);

/** What is written into a text: of each kind of write the first ways to do it. */
export const EDITS: readonly Kind[] = [
  { name: 'read for an edit', work: (text) => noteToWrite({ path: 'a.md', text }) },
  ...WRITE_KINDS.filter(({ name }) => CHOSEN.has(name)).map(({ name, attempts }) => ({
    name,
    work: (text: string) => {
      const [first] = attempts(noteToWrite({ path: 'a.md', text }), NO_VAULT);
      return first?.make();
    },
  })),
];

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
