import { isLetter } from '../markdown/line-kinds';
import { CODE, skipSpace, type LineCursor } from '../markdown/lines';
import { isHere } from '../text/here';
import { lazyPattern } from '../text/lazily';
import { LETTERED } from './subject';

/** Signs that are bullets wherever a line begins with them. */
const BULLETS = '•◦‣▪▫▸►●○■□∙⁃';
/** The first sign of a line that may stand there as a bullet, if others begin with it, too. */
const SIGN = lazyPattern(
  String.raw`[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}|\(\d{1,2}\)|[\p{S}•‣·∙⁃–—»①-⓿❶-➓\uF0A7\uF0B7]`,
  'uy',
);

const NUMBERED = /[\u20E3)①-⓿❶-➓]$|🔟/;

/** Knows with what bullet the lines of a paragraph begin: each of them is an item of its own then. */
export class BulletedLines {
  readonly #text: string;
  /** Whether the lines that are read are a paragraph's. */
  #isParagraph = false;
  /** `''` where the last line has none. */
  #bullet = '';

  constructor(text: string) {
    this.#text = text;
  }

  /** A paragraph begins. */
  begin(): void {
    this.#isParagraph = true;
    this.#bullet = '';
  }

  /** What goes on is no paragraph: an item, a field. */
  end(): void {
    this.#isParagraph = false;
  }

  /** The paragraph's first line, whose text begins at `at`. */
  first(at: number): void {
    this.#bullet = bulletAt(this.#text, at);
  }

  /** Whether a line's text begins with the bullet of the line before. */
  isNext(at: number): boolean {
    return this.#bullet !== '' && bulletAt(this.#text, at) === this.#bullet;
  }

  /** Whether a line has a bullet as the lines around it have: any sign where it is theirs, too. */
  takes(line: Pick<LineCursor, 'content' | 'depth' | 'fork'>): boolean {
    const bullet = this.#isParagraph ? bulletAt(this.#text, line.content) : '';
    if (bullet === '') return false;
    const isOne =
      bullet === this.#bullet ||
      BULLETS.includes(bullet) ||
      this.#isBelow(bullet, line) ||
      (isPicture(bullet) && isPicture(this.#bullet) && this.#text.slice(line.content, line.content + 9).includes('[['));
    if (isOne) this.#bullet = bullet;
    return isOne;
  }

  /** Whether the line below has the same bullet. */
  #isBelow(bullet: string, line: Pick<LineCursor, 'depth' | 'fork'>): boolean {
    const below = line.fork();
    if (!below.next() || below.depth !== line.depth) return false;
    return bulletAt(this.#text, skipSpace(this.#text, below.content, below.end)) === bullet;
  }
}

/** Whether a sign is a box or an emoji, no dash and no arrow: each line may have another, `✅` above `☐`. */
function isPicture(bullet: string): boolean {
  return bullet >= '☀';
}

/**
 * The bullet that a line's text begins with at `at`, which is no list marker to Markdown: `•`, an emoji, an arrow, a dash. Numbers
 * in boxes count as one. `''` when it begins with something else.
 */
function bulletAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return isHere(LETTERED, text, at) ? '1' : '';
  if (code < 0x80 && code !== 0x28 && text.charCodeAt(at + 1) < 0x80) return '';
  const pattern = SIGN();
  pattern.lastIndex = at;
  const sign = pattern.exec(text)?.[0] ?? '';
  if (NUMBERED.test(sign)) return '1';
  return code < 0x80 || code === CODE.noBreakSpace ? '' : sign;
}
