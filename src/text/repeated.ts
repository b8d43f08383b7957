/** The names that stand more than once among some, as fields are compared: Obsidian knows no case. None that is empty. */
export function repeatedNames(names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.toLowerCase());
  return folded.filter((name, index) => name !== '' && folded.indexOf(name) < index);
}
