/** A line break as a note may hold it: of Unix, of Windows, and a lone carriage return. */
const LINE_BREAK = /\r\n?|\n/;

/** The lines of a text without their line breaks; one that ends in a line break has one more, empty line. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** Where the lines of a text stand, their line breaks left out. */
export function lineSpans(text: string): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let from = 0;
  for (const { index, 0: written } of text.matchAll(new RegExp(LINE_BREAK, 'g'))) {
    spans.push({ from, to: index });
    from = index + written.length;
  }
  spans.push({ from, to: text.length });
  return spans;
}

/** The line break that what is added to a text takes: a lone carriage return only where the text has no other. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const feed = text.indexOf('\n');
  if (feed === -1) return text.includes('\r') ? '\r' : '\n';
  return text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}
