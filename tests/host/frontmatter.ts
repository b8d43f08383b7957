import { parse, stringify } from 'yaml';

export interface Frontmatter {
  /** The YAML between the fences. */
  readonly yaml: string;
  /** Offset of the YAML. */
  readonly from: number;
  /** Offset after the YAML. */
  readonly to: number;
  /** Offset after the closing fence, before its line end. */
  readonly end: number;
  /** Offset of the first character below. */
  readonly contentStart: number;
}

/** The YAML block that opens a note; `null` when there is none. */
export function findFrontmatter(text: string): Frontmatter | null {
  if (!text.startsWith('---')) return null;
  const match = /^---[ \t]*\r?\n([\s\S]*?)(\r?\n)?^---[ \t]*(\r?\n|$)/m.exec(text);
  if (!match || match.index !== 0) return null;
  const yaml = match[1] ?? '';
  const from = match[0].indexOf('\n') + 1;
  const end = match[0].length - (match[3] ?? '').length;
  return { yaml, from, to: from + yaml.length, end, contentStart: match[0].length };
}

/** Parses YAML as Obsidian does, where dates stay text. Throws on text that is not YAML. */
export function parseYaml(yaml: string): unknown {
  const value: unknown = parse(yaml);
  return value;
}

export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** The note with its frontmatter changed by `change`; an emptied one goes, an absent one is written. */
export function changeFrontmatter(text: string, change: (frontmatter: Record<string, unknown>) => void): string {
  const found = findFrontmatter(text);
  const parsed: unknown = found ? parseYaml(found.yaml) : null;
  const fields: Record<string, unknown> = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  change(fields);
  const head = Object.keys(fields).length > 0 ? `---\n${stringifyYaml(fields)}---\n` : '';
  return head + (found ? text.slice(found.contentStart) : text);
}
