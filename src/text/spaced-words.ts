/** How many words a text has, where all that stands between spaces is one. */
export function countSpacedWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
