import { codeIn } from '../markdown/code';

/** What stands in quotes of ASCII, without a letter of ASCII in it. */
const QUOTED = /(["'])([^\0-\x7f][^A-Za-z"'\n]*)(?=["'])/g;

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
  prose += text.slice(from);
  let shown = 0;
  const rest = prose.replace(QUOTED, (_, open: string, words: string) => {
    shown += words.length;
    return open;
  });
  return (rest.match(/[A-Za-z]/g)?.length ?? 0) > shown ? rest : prose;
}
