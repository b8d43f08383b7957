/** Whether a sign (a code unit, or a code point where the expression knows them) is one of a set. */
type Holds = (code: number) => boolean;

const NO = 1;
const YES = 2;
/** Signs are kept by so many bits of their code: a page of them is made when the first is asked about. */
const PAGE = 8;
const IN_PAGE = (1 << PAGE) - 1;

/** A set of signs; what it is made of is asked about each of them once. */
export class Signs {
  readonly #pages: Uint8Array[] = [];
  readonly #ask: Holds;

  constructor(ask: Holds) {
    this.#ask = ask;
  }

  holds(code: number): boolean {
    const answer = this.#pages[code >> PAGE]?.[code & IN_PAGE] ?? 0;
    return answer === 0 ? this.#learn(code) : answer === YES;
  }

  /** The first place of a text from `from` on whose code unit is one of them; the text's end where none is. */
  firstHeld(text: string, from: number): number {
    const { length } = text;
    const pages = this.#pages;
    for (let at = from; at < length; at++) {
      const code = text.charCodeAt(at);
      const answer = pages[code >> PAGE]?.[code & IN_PAGE] ?? 0;
      if (answer === YES || (answer === 0 && this.#learn(code))) return at;
    }
    return length;
  }

  #learn(code: number): boolean {
    const answer = this.#ask(code);
    const pages = this.#pages;
    // Without holes an array is looked into quicker.
    while (pages.length <= code >> PAGE) pages.push(new Uint8Array(0));
    if (pages[code >> PAGE]?.length === 0) pages[code >> PAGE] = new Uint8Array(1 << PAGE);
    const page = pages[code >> PAGE];
    if (page) page[code & IN_PAGE] = answer ? YES : NO;
    return answer;
  }
}

const known = new Map<string, Signs>();
const numbers = new Map<Signs, number>();

/** What one sign, class or escape of an expression holds: the engine says so itself. */
export function signsOf(raw: string, flags: string): Signs {
  return remembered(`${flags}/${raw}`, () => {
    const single = new RegExp(`^(?:${raw})$`, flags);
    return new Signs((code) => String.fromCodePoint(code).search(single) === 0);
  });
}

/** What one of several sets holds. */
export function anyOf(sets: readonly Signs[]): Signs {
  const [only] = sets;
  if (only && sets.length === 1) return only;
  const key = sets.map((one) => numbers.get(one)).join(' ');
  return remembered(key, () => new Signs((code) => sets.some((one) => one.holds(code))));
}

/** Many expressions know the same sets. */
function remembered(key: string, make: () => Signs): Signs {
  let signs = known.get(key);
  if (signs === undefined) {
    signs = make();
    known.set(key, signs);
    numbers.set(signs, numbers.size);
  }
  return signs;
}
