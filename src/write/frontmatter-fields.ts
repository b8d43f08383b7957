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

/** The names that several fields beside each other would have: at the margin of these lines, within one field, or in one entry of a list. */
export function repeatedFieldNames(lines: readonly string[]): readonly string[] {
  return repeatedIn(lines.join('\n'), 0);
}

function repeatedIn(text: string, indent: number): readonly string[] {
  const among = (fields: readonly FrontmatterField[]): readonly string[] => [
    ...repeatedNames(fields.map(({ name }) => name)),
    ...fields.flatMap((field) => [
      ...among(innerFields(text, field)),
      ...(field.kind === 'unknown' ? entriesIn(text, field) : []).flatMap((entry) =>
        repeatedIn(entry, entry.search(/\S/)),
      ),
    ]),
  ];
  return among(scanFields(text, 0, text.length, 1, indent).fields);
}

/** The entries of a list of fields, each a text of its own. */
function entriesIn(text: string, { value: { from, to } }: FrontmatterField): readonly string[] {
  const list = text.slice(from, to);
  if (list.startsWith('[')) return (list.match(/\{[^{}]*\}/g) ?? []).map((entry) => `_: ${entry}`);
  const start = text.slice(text.lastIndexOf('\n', from), from);
  return (start + list)
    .split(`${start}- `)
    .slice(1)
    .map((entry) => (entry.startsWith('{') ? `_: ${entry}` : `${start.slice(1)}  ${entry}`));
}
