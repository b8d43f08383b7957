import type { CellReader } from '../model/cell-reader';
import { WEEKDAYS } from '../model/amounts';
import { fold } from '../text/fold';
import { lazily } from '../text/lazily';
import { wholeWords } from '../text/phrases';
import { measured, type CellValue } from './cell-value';

/** Monday first, by how its names begin: in English, short and whole in Russian. */
const DAYS = 'motuwethfrsasuпнвтсрчтптсбвсповтсрчепясуво';
const WEEKDAY = lazily(() => new RegExp(`^${wholeWords(WEEKDAYS)}\\.?$`));
const SIZE = /^(?:(\d?)(x+))?([sml])$/;
const RATIO = /^(\d+) ?: ?(\d+)$/;
const ROMAN = /^[ivxlc]+$/;
/** Longer texts are on none. */
const LONGEST = 20;
const SCALE = { dimension: 'scale', size: 1 };

/** What a folded text says in a column of nothing but days of the week, sizes, ratios or Roman numerals. */
const WAYS: readonly ((text: string, reader: CellReader) => number | null)[] = [
  (text) => (WEEKDAY().test(text) ? (DAYS.indexOf(text.slice(0, 2)) / 2) % 7 : null),
  (text) => {
    const [, times, more = '', letter] = SIZE.exec(text) ?? [];
    return letter === undefined ? null : ('sml'.indexOf(letter) - 1) * (1 + (Number(times) || more.length));
  },
  (text) => {
    const [, one, other] = RATIO.exec(text) ?? [];
    return Number(other) > 0 ? Number(one) / Number(other) : null;
  },
  (text, reader) => (ROMAN.test(text) ? reader.rank(text.toUpperCase()) : null),
];
/** What must stand somewhere in such a column: a day goes without saying, `M` and `F` are no sizes, `9:30` is a time, `C` a mark. */
const SURE = [/./, /[sx]|l$/, /: ?\d$/, /i/];

/** The cells of a column by the scale that all of them are on, blank ones left aside; as they are where there is none. */
export function onScale(
  cells: readonly CellValue[],
  plain: readonly string[],
  reader: CellReader,
): readonly CellValue[] {
  const texts = plain.map((text, row) => (cells[row]?.kind === 'blank' ? '' : fold(text.slice(0, LONGEST))));
  for (const [index, way] of WAYS.entries()) {
    const values = texts.map((text) => (text === '' ? '' : way(text, reader)));
    if (values.includes(null) || !texts.some((text) => SURE[index]?.test(text))) continue;
    return cells.map((cell, row) => {
      const value = values[row];
      return value === '' ? cell : measured({ value: Number(value), unit: SCALE });
    });
  }
  return cells;
}
