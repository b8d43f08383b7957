import { innerFields } from '../markdown/frontmatter-nested';
import { scanFields, type FrontmatterField } from '../markdown/frontmatter-scan';
import { repeatedNames } from '../text/repeated';

/** A field of the frontmatter with the lines that it takes, and blank lines and remarks below it, as they are written. */
export interface FieldBlock {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Takes the lines between the rules apart into fields. `null` where a line at the margin names no field: then it is not known where
 * another field may stand.
 */
export function fieldBlocks(lines: readonly string[]): readonly FieldBlock[] | null {
  const { fields, isClear } = scanFields(lines.join('\n'));
  if (!isClear) return null;
  return fields.map(({ name, line }, index) => ({
    name,
    lines: lines.slice(line - 1, (fields[index + 1]?.line ?? Infinity) - 1),
  }));
}

/** Names of fields as they are compared: Obsidian knows no case. */
export function foldField(name: string): string {
  return name.toLowerCase();
}

/** The names that several fields beside each other would have: at the margin of these lines, or within one field. */
export function repeatedFieldNames(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const among = (fields: readonly FrontmatterField[]): readonly string[] => [
    ...repeatedNames(fields.map(({ name }) => name)),
    ...fields.flatMap((field) => among(innerFields(text, field))),
  ];
  return among(scanFields(text).fields);
}
