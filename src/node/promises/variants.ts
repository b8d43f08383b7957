import { decodeBytes } from '../../repair/decode';

/** A way in which a note may be stored otherwise. */
export interface Variant {
  readonly name: string;
  readonly of: (text: string) => string;
}

const BREAKS = /\r\n?|\n/g;
const MIXED = ['\n', '\r\n', '\n', '\r'] as const;
const MARK = '\uFEFF';

function ended(text: string, end: string): string {
  return text.replace(BREAKS, end);
}

/** The same lines ended in several ways, the same each time. */
export function mixedEnds(text: string): string {
  let index = 0;
  let last = -1;
  return text.replace(BREAKS, (written: string, at: number) => {
    // The two would be one line break, so that a line is lost.
    const isJoined = last === at && MIXED[(index - 1) % MIXED.length] === '\r' && MIXED[index % MIXED.length] === '\n';
    if (isJoined) index++;
    last = at + written.length;
    return MIXED[index++ % MIXED.length] ?? '\n';
  });
}

/** As it is stored, then with other line ends, a byte order mark, its last line ended or not, and garbled. */
export const VARIANTS: readonly Variant[] = [
  { name: 'as stored', of: (text) => text },
  { name: '\\n', of: (text) => ended(text, '\n') },
  { name: '\\r\\n', of: (text) => ended(text, '\r\n') },
  { name: '\\r', of: (text) => ended(text, '\r') },
  { name: 'mixed line ends', of: mixedEnds },
  { name: 'byte order mark', of: (text) => (text.startsWith(MARK) ? text.slice(MARK.length) : MARK + text) },
  {
    name: 'last line ended or not',
    of: (text) => (/[\r\n]$/.test(text) ? text.replace(/(?:\r\n?|\n)+$/, '') : `${text}\n`),
  },
  { name: 'decoded as macintosh', of: (text) => decodeBytes('macintosh', new TextEncoder().encode(text)) },
];
