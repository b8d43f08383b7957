import { CODE } from '../markdown/lines';
import { lazyPattern } from '../text/lazily';

/** A numbered list; what stands in one of its items may tell that it is a list of instructions. */
export interface NumberedList {
  readonly indent: number;
  readonly depth: number;
  last: number;
  instructs: boolean;
}

/** An item that begins with words, in bold or not. */
const WORDS_FIRST = lazyPattern('^[*_"“«„「『]*\\p{L}');

/** Knows the numbered list that the reader is in. */
export class NumberedLists {
  #open: NumberedList | null = null;

  /** A heading: no list goes on below it. */
  end(): void {
    this.#open = null;
  }

  /** The numbered list in which the item stands whose marker is at `content`; `null` where that is no number. */
  at(text: string, content: number, indent: number, depth: number): NumberedList | null {
    const digit = text.charCodeAt(content) - CODE.zero;
    const open = this.#open;
    if (!(digit >= 0 && digit <= 9)) {
      if (open !== null && indent <= open.indent) this.#open = null;
      return null;
    }
    const number = numberAt(text, content);
    const goesOn = open !== null && open.indent === indent && open.depth === depth && (number !== 1 || open.last === 1);
    const list = goesOn ? open : { indent, depth, last: number, instructs: false };
    list.last = number;
    return (this.#open = list);
  }
}

/** The number that digits make, nine of them at most. */
function numberAt(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 9; at++) {
    const digit = text.charCodeAt(at) - CODE.zero;
    if (!(digit >= 0 && digit <= 9)) break;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether an item that opens with no link says what to do: it begins with words, and names something on its way or is a sentence. */
export function instructs(item: string, holdsLink: boolean): boolean {
  return WORDS_FIRST().test(item) && (holdsLink || /[.!。！]\s*$|`|\*\*/.test(item));
}
