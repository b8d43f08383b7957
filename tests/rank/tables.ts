import type { CellReader } from '../../src/model/cell-reader';
import type { Table } from '../../src/model/table';
import { TableValues } from '../../src/rank/table-values';
import { readMarks } from '../../src/read/marks';
import { readNote } from '../../src/read/note';
import { plainText } from '../../src/markdown/plain-text';
import { readRank } from '../../src/read/rank';

/** The reader as it is handed in by the plugin. */
export const reader: CellReader = {
  plain: plainText,
  marks: readMarks,
  rank: (cell) => readRank(cell)?.value ?? null,
};

/** The only table of a note. */
function readTable(markdown: string): Table {
  const [table, ...others] = readNote(markdown).tables;
  if (table === undefined || others.length > 0) throw new Error(`not one table: ${markdown}`);
  return table;
}

/** A table of rows written with `|` between the cells, the header first. */
export function tableOf(header: string, ...rows: readonly string[]): TableValues {
  const width = header.split('|').length;
  const lines = [header, Array.from({ length: width }, () => '---').join('|'), ...rows];
  return new TableValues(readTable(lines.map((line) => `|${line}|`).join('\n')), reader);
}

/** A table of one column beside the names of its rows. */
export function columnOf(header: string, ...cells: readonly string[]): TableValues {
  return tableOf(`Name|${header}`, ...cells.map((cell, index) => `row ${index + 1}|${cell}`));
}

/** The marks of a well-known table of fifteen rungs, under words of our own. */
export const FIFTEEN = tableOf(
  'Tier|Way|Where|Effectiveness (🟢=helps, ⚪=hardly, 🔴=breaks)|Tradeoffs',
  '1|Bigger kiln|all towns|🟢 wide use, 🟢 new glazes|💰💰💰💰💰, 🧠 unclear',
  '2|Taught hands|shops|🟢 even walls, ⚪ few cracks|💡 soon lost',
  '3|Small inserts|homes|🟢 cheap repairs|⚪ one shape',
  '4|Good orders|markets|🟢 many uses, ⚪ odd corners|❌ not the clay',
  '5|Pattern books|schools|🟢 true copies, ⚪ old stock|💰 heavy shelves',
  '6|Many firings|masters|⚪ helps bowls, 🔴 cracks|📉 uneven',
  '7|House rules|guilds|⚪ order|🧩 by hand',
  '8|Borrowed tools|docks|🟢 new trades, ⚪ per tool|🔧 needs benches',
  '9|Sieved clay|pits|🟢 no stones, 🟢 finer|⚪ slow start',
  '10|Fixed wheels|cellars|⚪ calm, ⚪ no drift|❌ no change',
  '11|Fast drying|islands|🟢 less wood|❌ same bowls',
  '12|Split teams|capital|🟢 output ↑, ⚪ likeness ↓|🔧 who goes where',
  '13|Praise and blame|early|⚪ taste ↑, 🔴 dear + brittle|💰💰💰, 📉 habits fail',
  '14|Roaming potters|offices|⚪ some gain, 🔴 lost ways|🔧 young, circles',
  '15|Own marks|banks|🟢 in few rooms|❌ not for all',
);
