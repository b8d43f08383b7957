const FENCE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm;
const BLOCK = /^%%(?:(?!%%)[\s\S])*?%%[ \t]*$/gm;

/** The `%%` comments that are blocks of their own; those within a line hide nothing from the cache. */
export function findBlockComments(text: string, from: number): [start: number, end: number][] {
  const fences = [...text.matchAll(FENCE)].map((match) => [match.index, match.index + match[0].length] as const);
  const found: [number, number][] = [];
  BLOCK.lastIndex = from;
  for (let match = BLOCK.exec(text); match; match = BLOCK.exec(text)) {
    const { index } = match;
    if (fences.some(([start, end]) => index > start && index < end)) continue;
    found.push([index, index + match[0].trimEnd().length]);
  }
  return found;
}
