import type { Frontmatter } from '../model/frontmatter';

/** Turns YAML text into values; throws an `Error` with a message on YAML that does not parse. */
export type ParseYaml = (yaml: string) => unknown;

/** Reads and checks the frontmatter of a note's text. A wrong field is a problem with its name, never an exception. */
export function readFrontmatter(text: string, parseYaml: ParseYaml): Frontmatter {
  void text;
  void parseYaml;
  return { present: false, tags: [], category: null, description: null, title: null, updated: null, created: null, signals: {}, problems: [] };
}
