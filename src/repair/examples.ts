import { codeIn } from '../markdown/code';
import { lazyPattern } from '../text/lazily';
import { splitLines } from '../text/line-breaks';

const LETTERS = lazyPattern(String.raw`\p{L}+`, 'gu');

/** What stands in quotes of ASCII, without a letter of ASCII in it. */
const QUOTED = /(["'])([^\0-\x7f][^A-Za-z"'\r\n]*)(?=["'])/g;

/** Parts of a text between tags of HTML that hold code; nothing is left out where one is never closed. */
function withoutTagged(text: string, tag: string): string {
  const parts = text.split(new RegExp(`</?${tag}\\b[^<>]*>`, 'i'));
  return parts.length % 2 === 1 ? parts.filter((_, index) => index % 2 === 0).join('\n') : text;
}

/**
 * A text without its code, and without words that it only shows, as one about garbled text does: those are in quotes, and fewer than what
 * is written around them in ASCII.
 */
export function withoutExamples(text: string): string {
  let prose = '';
  let from = 0;
  for (const { from: start, to, role } of codeIn(text)) {
    if (role !== 'span' && role !== 'fence' && role !== 'indented') continue;
    prose += `${text.slice(from, start)}\n`;
    from = to;
  }
  prose = withoutTagged(withoutTagged(prose + text.slice(from), 'pre'), 'code');
  let shown = 0;
  const rest = prose.replace(QUOTED, (_, open: string, words: string) => {
    shown += words.length;
    return open;
  });
  return (rest.match(/[A-Za-z]/g)?.length ?? 0) > shown ? rest : prose;
}

const BEYOND_ASCII = /[^\0-\x7f]+/g;

/** What a word is that is only shown: letters beyond ASCII, or one sign of a list. A dash may well be written so, a tag or a link is. */
const SHOWN = lazyPattern(String.raw`^(?![–—…]$|#|\[\[)(?:(?![A-Za-z])[\p{L}\p{M}\p{P}\uFFFD])+$`, 'u');
const WORD = lazyPattern(String.raw`^\P{L}*\p{L}[\p{L}’'-]*\P{L}*$`, 'u');

/** A line that is searched sooner than taken apart. */
const SHORT_LINE = 1000;

/** A line has to have so many healthy words, and a note at most so many lines that show garbled ones. */
const FEW = 3;

/**
 * A text without the words beyond ASCII that are undone to others of their line: such a line shows how words are garbled. Nor has it
 * those that stand by themselves in a line which is healthy otherwise, as far as few lines have such: they are mentioned.
 */
export function withoutShown(text: string, undo: (word: string) => string): string {
  const lines = splitLines(text).map((line) => withoutPairs(line, undo));
  const mentioning = lines.map((line) => isMentioning(line, undo));
  return mentioning.filter(Boolean).length > FEW
    ? lines.join('\n')
    : lines.filter((_, index) => !mentioning[index]).join('\n');
}

function withoutPairs(line: string, undo: (word: string) => string): string {
  const words = line.match(BEYOND_ASCII) ?? [];
  if (words.length < 2) return line;
  let there: ReadonlySet<string> | null = null;
  return line.replace(BEYOND_ASCII, (word) => {
    const undone = undo(word);
    // Of a garbled note nearly every word is undone to what stands nowhere in its line; a long one is not searched for each of its words.
    if (undone === word || (line.length < SHORT_LINE && !line.includes(undone))) return word;
    there ??= new Set([...words, ...words.flatMap((one) => one.match(LETTERS()) ?? [])]);
    return there.has(undone) ? '' : word;
  });
}

/** Whether all that is garbled in a line are words by themselves, fewer than the healthy ones. */
function isMentioning(line: string, undo: (word: string) => string): boolean {
  let healthy = 0;
  let shown = 0;
  const words = line.split(' ');
  // To undo words takes long, and a line of a garbled note has hardly any other.
  if (4 * (line.match(BEYOND_ASCII)?.length ?? 0) > 3 * words.length) return false;
  for (const word of words) {
    const undone = undo(word);
    if (undone === word) healthy += Number(WORD().test(word));
    else if (SHOWN().test(undone)) shown++;
    else return false;
  }
  return shown > 0 && healthy >= FEW && healthy > shown;
}
