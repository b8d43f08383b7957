import { BlockCursor } from '../markdown/block-cursor';
import { frontmatterFacts } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { packTerm, TERM_NUMBERS, WORD_NUMBERS, type NoteTerms } from '../model/note-terms';
import { commonWords, functionWords } from '../model/words';
import { fold } from '../text/fold';
import { lazily } from '../text/lazily';
import { nameOfNote } from '../text/note-name';
import { rootOf, stemNumber, stemOf, tellingWords } from '../text/stems';

/** How much of the body is listened to, in UTF-16 units, headings apart. */
const BODY = 1500;
/** A name says more than a sentence: its words count this often. */
const NAME_TIMES = 3;
/** Headings past these say no more. */
const HEADINGS = 200;
/** As many terms are kept. */
const MOST_TERMS = 400;
/** Signs of a link or a footnote. A line with one repeats the names of other notes, which would be learning the answer. */
const LINKING = ['[[', '](', '[^'];

/** In texts of any subject. */
const SAY_NOTHING = lazily(
  () => new Set(fold([...Object.values(commonWords()), functionWords()].join(' ')).split(' ')),
);

const wordsIn = (text: string): readonly string[] => tellingWords(text).filter((word) => !SAY_NOTHING().has(word));

/**
 * Reads what a note speaks of: its name, title, description and tags, its headings, and the beginning of its text, lines that hold a
 * link or a footnote left out. Total on text.
 */
export function readTerms(text: string, path: string): NoteTerms {
  return {
    packed: Uint32Array.from(termCounts(text, path), ([number, term]) => packTerm(number, term.times, term.word)),
  };
}

/** The word, as the note has it first, behind each of some terms of its text. */
export function wordsOfTerms(text: string, path: string, numbers: ReadonlySet<number>): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const part of partsOf(text, path)) {
    for (const word of wordsIn(part)) {
      const number = stemNumber(stemOf(word), TERM_NUMBERS);
      if (numbers.has(number) && !words.has(number)) words.set(number, word);
    }
  }
  return words;
}

interface Term {
  times: number;
  /** For the root of its first word. */
  readonly word: number;
}

function termCounts(text: string, path: string): ReadonlyMap<number, Term> {
  const counts = new Map<number, Term>();
  const [name = '', ...others] = partsOf(text, path);
  const count = (part: string, times: number): void => {
    for (const word of wordsIn(part)) {
      const number = stemNumber(stemOf(word), TERM_NUMBERS);
      const known = counts.get(number);
      if (known !== undefined) known.times += times;
      else if (counts.size < MOST_TERMS) counts.set(number, { times, word: stemNumber(rootOf(word), WORD_NUMBERS) });
    }
  };
  count(name, NAME_TIMES);
  for (const part of others) count(part, 1);
  return counts;
}

/** The name first. */
function partsOf(text: string, path: string): readonly string[] {
  const { title, description, tags } = frontmatterFacts(scanFrontmatter(text));
  const said = [title ?? '', description ?? '', ...tags].filter((part) => !isLinking(part));
  return [nameOfNote(path), ...said, ...bodyParts(text)];
}

function bodyParts(text: string): readonly string[] {
  const headings: string[] = [];
  const lines: string[] = [];
  let left = BODY;
  const block = new BlockCursor(text);
  while (block.next() && (left > 0 || headings.length < HEADINGS)) {
    switch (block.kind) {
      case 'heading': {
        const heading = text.slice(block.from, block.to);
        if (headings.length < HEADINGS && !isLinking(heading)) headings.push(heading);
        break;
      }
      case 'text':
      case 'item':
      case 'row':
      case 'definition':
      case 'callout': {
        const line = left > 0 ? text.slice(block.from, Math.min(block.to, block.from + left)) : '';
        if (line === '' || isLinking(text.slice(block.at.start, block.at.end))) break;
        lines.push(line);
        left -= line.length;
        break;
      }
      case 'blank':
      case 'underline':
      case 'rule':
      case 'code':
      case 'comment':
      case 'formula':
      case 'html':
      case 'delimiter':
        break;
    }
  }
  return [...headings, ...lines];
}

function isLinking(text: string): boolean {
  return LINKING.some((sign) => text.includes(sign));
}
