// Writes messages short: what they often say is said once, in a list of phrases, and a letter that no message has stands for it. So
// both languages take half of what they would in the bundle, and a message is spelled out when it is first shown.

/** The first letter that may stand for a phrase; all before the Cyrillic ones may, two bytes each. */
const FIRST = 0xa1;
const LAST = 0x3ff;
/** Between two phrases, and between two messages: neither has it. */
const BETWEEN = '\u0001';
/** Longer phrases are put together of shorter ones. */
const LONGEST = 12;
/** So many phrases are taken between two counts, of so many that were looked at. */
const AT_ONCE = 60;
const LOOKED_AT = 2000;
/** A phrase that saves fewer bytes is not worth its place. */
const LEAST_SAVED = 3;
/** So often letters are given to better phrases. */
const ROUNDS = 4;
/** Signs that take one byte, also in a string: those that no message has stand for the phrases that come most often. */
const SIGNS = Array.from("!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_{|}~");

const bytes = (text) => Buffer.byteLength(text);
/** What a phrase saves where it stands `times` times, less its place in the list. */
const savedBy = (phrase, times) => times * (bytes(phrase) - 2) - bytes(phrase) - 1;

/**
 * The messages in shorthand, in the same order, and the phrases, in the order of the letters that stand for them: the first for
 * `FIRST`. Phrases may hold such letters, too. Greedy: the phrase that saves most is taken first, as in byte pair encoding; what later
 * ones left little of is given up, and its letter is free for another. Each of `signs` stands for the letter at its place in `letters`.
 *
 * @param {readonly string[]} messages
 */
export function shorthand(messages) {
  const own = new Set(messages.join(''));
  let book = { short: messages, phrases: [] };
  for (let round = 0; round < ROUNDS; round++) book = withoutIdle(withMore(book, own));
  return withSigns(book.short, book.phrases, own);
}

/** With all phrases that are worth a letter, as long as there are letters; they are looked for in what phrases are short for, too. */
function withMore({ short, phrases }, own) {
  const all = [...phrases];
  const nextLetter = () => {
    const free = all.indexOf('');
    if (free !== -1) return letterOf({ length: free });
    // A letter that messages have stands for itself.
    for (let letter = letterOf(all); own.has(letter); letter = letterOf(all)) all.push(letter);
    return FIRST + all.length > LAST ? null : letterOf(all);
  };
  let texts = short;
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    const taken = [];
    let text = [...texts, ...all].join(BETWEEN);
    for (const [phrase, hoped] of worthiest(text)) {
      if (taken.length === AT_ONCE) break;
      // Those that share letters with one that was taken are counted anew.
      if (taken.some((other) => other.includes(phrase) || phrase.includes(other))) continue;
      const parts = text.split(phrase);
      if (savedBy(phrase, parts.length - 1) < Math.max(LEAST_SAVED, hoped * 0.7)) continue;
      const letter = nextLetter();
      if (letter === null) break;
      const at = letter.charCodeAt(0) - FIRST;
      const both = parts.join(letter).split(BETWEEN);
      for (const [place, held] of both.slice(texts.length).entries()) all[place] = held;
      texts = both.slice(0, texts.length);
      all[at] = phrase;
      text = [...texts, ...all].join(BETWEEN);
      taken.push(phrase);
      isShorter = true;
    }
  }
  return { short: texts, phrases: all };
}

/** Without the phrases that save nothing: they stand where their letters stood. */
function withoutIdle({ short, phrases }) {
  let texts = short;
  const all = [...phrases];
  for (const [at, phrase] of all.entries()) {
    const letter = letterOf({ length: at });
    if (phrase === letter || phrase === '') continue;
    const parts = [...texts, ...all].join(BETWEEN).split(letter);
    if (savedBy(phrase, parts.length - 1) >= LEAST_SAVED) continue;
    const both = parts.join(phrase).split(BETWEEN);
    all.splice(0, all.length, ...both.slice(texts.length));
    texts = both.slice(0, texts.length);
    all[at] = '';
  }
  return { short: texts, phrases: all };
}

function withSigns(short, phrases, own) {
  const times = new Map();
  for (const letter of [...short, ...phrases].join('')) {
    // A letter of the messages' own stays as it is.
    const phrase = phrases[letter.charCodeAt(0) - FIRST] ?? letter;
    if (phrase !== letter) times.set(letter, (times.get(letter) ?? 0) + 1);
  }
  const most = [...times].sort(([, one], [, other]) => other - one).map(([letter]) => letter);
  const signs = SIGNS.filter((sign) => !own.has(sign)).slice(0, most.length);
  const signOf = new Map(signs.map((sign, at) => [most[at], sign]));
  const signed = (text) => Array.from(text, (letter) => signOf.get(letter) ?? letter).join('');
  // A letter of the messages' own stays its own phrase.
  return {
    short: short.map(signed),
    phrases: phrases.map((phrase, at) => (phrase === letterOf({ length: at }) ? phrase : signed(phrase))),
    signs: signs.join(''),
    letters: most.slice(0, signs.length).join(''),
  };
}

const letterOf = (phrases) => String.fromCharCode(FIRST + phrases.length);

/** The phrases that would save most, with how much, those that overlap themselves or each other counted too often. */
function worthiest(text) {
  const found = [];
  // What stands in one place only is in no longer phrase that stands in two.
  let places = Array.from({ length: text.length }, (_, at) => at);
  for (let length = 2; length <= LONGEST; length++) {
    const times = new Map();
    const phraseAt = (at) => text.slice(at, at + length);
    places = places.filter(
      (at) => at + length <= text.length && text[at + length - 1] !== BETWEEN && text[at] !== BETWEEN,
    );
    for (const at of places) times.set(phraseAt(at), (times.get(phraseAt(at)) ?? 0) + 1);
    places = places.filter((at) => times.get(phraseAt(at)) > 1);
    for (const [phrase, count] of times) {
      const saved = savedBy(phrase, count);
      if (saved >= LEAST_SAVED) found.push([phrase, saved]);
    }
  }
  return found.sort(([, one], [, other]) => other - one).slice(0, LOOKED_AT);
}

/** The module that spells messages out in the bundle; what else is in shorthand there has a `speller` of its own phrases from it. */
export function spellingModule(spelling) {
  return `${SPELLER}
export const spelledOut = ${spellerOf(spelling)};`;
}

/** What makes the speller of these phrases. */
export const spellerOf = ({ phrases, signs, letters }) =>
  `speller(${[phrases.join(BETWEEN), signs, letters].map((text) => JSON.stringify(text)).join(', ')})`;

/** A phrase that holds others is spelled out once. */
const SPELLER = `export function speller(phrases, signs, letters) {
  let known;
  const spelledOut = (short) => {
    if (!known) {
      known = new Map();
      phrases.split('\\u0001').forEach((phrase, at) => {
        const letter = String.fromCharCode(${FIRST} + at);
        if (phrase && phrase !== letter) known.set(signs[letters.indexOf(letter)] || letter, [phrase]);
      });
    }
    let text = '';
    for (const sign of short) {
      const phrase = known.get(sign);
      text += phrase ? (phrase[1] ??= spelledOut(phrase[0])) : sign;
    }
    return text;
  };
  return spelledOut;
}`;
