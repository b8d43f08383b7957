import { MARK_SIGNS } from '../model/vocabulary';
import type { Mark } from '../model/table';
import { plainLines } from '../markdown/plain-text';
import { isHere } from '../text/here';
import { lazyPattern } from '../text/lazily';

/** One emoji as people see it: with its skin tone, its joined parts (none has ten), a flag, a keycap; or a listed sign. */
export const MARK_SOURCE = `(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|\\p{Extended_Pictographic}\\uFE0F?[\\u{1F3FB}-\\u{1F3FF}]?[\\u{E0020}-\\u{E007F}]{0,9}(?:\\u200D\\p{Extended_Pictographic}\\uFE0F?[\\u{1F3FB}-\\u{1F3FF}]?){0,9}|[${MARK_SIGNS}])`;

const OPENING = lazyPattern(`(${MARK_SOURCE})\\s*`, 'uy');
const PARTS = /[,;]/;
/** Signs before which a number or a word is a value, not a mark: `+5 %`, `−3`. */
const ARITHMETIC = /[+−±]\s*[\d.,]/uy;

/** The marks of a cell's raw Markdown: of each part between commas, semicolons and `<br>`, the sign that opens it. */
export function readMarks(cell: string): Mark[] {
  if (!mayHoldMarks(cell)) return [];
  return plainLines(cell).flatMap((line) => line.split(PARTS).flatMap(readPart));
}

/** Most cells are words alone; this tells without a regular expression's cost. */
export function mayHoldMarks(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    // An emoji may be written as a character reference.
    if (code >= 0x2000 || code === 0x26 || code === 0x2b || code === 0xb1 || code === 0xa9 || code === 0xae)
      return true;
  }
  return false;
}

/** A part may open with several different signs, each with its repeats: `🟢🟢⚪ high`. */
function readPart(part: string): Mark[] {
  const words = part.trim();
  const opening = OPENING();
  let at = 0;
  const marks: { mark: string; count: number }[] = [];
  for (;;) {
    if (isHere(ARITHMETIC, words, at)) break;
    opening.lastIndex = at;
    const found = opening.exec(words);
    if (found === null) break;
    at = opening.lastIndex;
    const mark = withoutSelector(found[1] ?? '');
    const last = marks.at(-1);
    if (last?.mark === mark) last.count++;
    else marks.push({ mark, count: 1 });
  }
  return marks.map(({ mark, count }, index) => ({
    mark,
    count,
    words: index === marks.length - 1 ? words.slice(at) : '',
  }));
}

/** `⚪️` and `⚪` are one mark: the selector only asks for the coloured picture. */
export function withoutSelector(mark: string): string {
  return mark.replace(/\uFE0F$/u, '');
}
