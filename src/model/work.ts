/** Work that can be left between two of its steps, each of them short, and gone on with later or never. */
export type Work<Result, Step = undefined> = Generator<Step, Result>;

/** So many characters are read in a step. */
const CHARACTERS_AT_ONCE = 10_000;

/** Does all of a work at one go. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Makes something of each, and asks others after so many characters. */
export function* making<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Made,
  lengthOf: (item: Item) => number,
): Work<Made[]> {
  const made: Made[] = [];
  let left = CHARACTERS_AT_ONCE;
  for (const item of items) {
    made.push(make(item));
    left -= 1 + lengthOf(item);
    if (left > 0) continue;
    left = CHARACTERS_AT_ONCE;
    yield;
  }
  return made;
}
