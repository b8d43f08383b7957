import type { TableFormat } from '../view/table/table-actions';
import { csvText, spreadsheetText } from '../write/table-csv';
import { markdownTable } from '../write/table-markdown';

/** The forms in which a table is copied, in the order of the menu. A newcomer adds a row here, and its two messages. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  {
    icon: 'copy',
    title: 'table.copyMarkdown',
    titleOfAll: 'table.copyAllMarkdown',
    takesMarkdown: true,
    text: markdownTable,
  },
  {
    icon: 'file-text',
    title: 'table.copyCsv',
    titleOfAll: 'table.copyAllCsv',
    takesMarkdown: false,
    text: ({ header, rows }) => csvText([header, ...rows]),
  },
  {
    icon: 'file-spreadsheet',
    title: 'table.copySpreadsheet',
    titleOfAll: 'table.copyAllSpreadsheet',
    takesMarkdown: false,
    text: ({ header, rows }) => spreadsheetText([header, ...rows]),
  },
];
