/** A link to a note as it is written. */
export interface WrittenLink {
  readonly kind: 'wikilink' | 'markdown';
  /** Offset of the first sign, of an embed's `!`. */
  readonly from: number;
  /** Offset behind the last sign. */
  readonly to: number;
  /** Where the target stands, without alias, `#…` and the white space around it. */
  readonly targetFrom: number;
  readonly targetTo: number;
  readonly target: string;
}

/** Wikilinks and Markdown links; a parenthesis inside an address may hold one more pair. */
const LINK =
  /!?\[\[((?:(?!\[\[|\]\])[^\n]){1,1000})\]\]|!?\[[^\]\n]{0,1000}\]\(([^()\n]{0,1000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})*)\)/g;

/** The links that stand in one line's text, code spans blanked. */
export function linksIn(line: string): readonly WrittenLink[] {
  return Array.from(line.matchAll(LINK), (found): WrittenLink => {
    const { 0: whole, 1: inside, index } = found;
    const address = inside ?? found[2] ?? '';
    const start = index + (inside === undefined ? whole.length - 1 - address.length : whole.indexOf('[[') + 2);
    const part = inside === undefined ? addressPart(address) : (/^(?:[^|#\\]|\\(?!\|))*/.exec(inside)?.[0] ?? '');
    const open = /^\s*<?/.exec(part)?.[0].length ?? 0;
    const target = part.slice(open).trimEnd();
    return {
      kind: inside === undefined ? 'markdown' : 'wikilink',
      from: index,
      to: index + whole.length,
      targetFrom: start + open,
      targetTo: start + open + target.length,
      target,
    };
  });
}

/** A Markdown link's address up to its heading, without the closing `>` and a title behind it. */
function addressPart(address: string): string {
  const pointed = /^\s*<[^<>#]*/.exec(address)?.[0];
  return pointed ?? address.replace(/\s+["'][^"']*["']\s*$/, '').replace(/#.*$/, '');
}
