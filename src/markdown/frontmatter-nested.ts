import { fieldOf, readKey, readValue, scanFields, type FrontmatterField } from './frontmatter-scan';
import { SIGN, skipBlanks } from './yaml-value';

/**
 * A field, then the fields that it holds, however deep, in the order of the note. Of a field in which anything is written that is
 * not told apart here only itself: lists of fields, braces over several lines or around more than quoted texts and lists of them.
 * Lines of inner fields are only about right.
 */
export function fieldsWithin(text: string, field: FrontmatterField): readonly FrontmatterField[] {
  if (field.kind !== 'object') return [field];
  const inner = text.charCodeAt(field.value.from) === SIGN.braceOpen ? inBraces(text, field) : inLines(text, field);
  return [field, ...inner.flatMap((one) => fieldsWithin(text, one))];
}

function inLines(text: string, { value, line }: FrontmatterField): readonly FrontmatterField[] {
  const start = text.lastIndexOf('\n', value.from) + 1;
  const { fields, isClear } = scanFields(text, start, value.to, line + 1, value.from - start);
  return isClear ? fields : [];
}

/** A name, what stands behind it, and the sign behind that. */
const PAIR =
  /[ \t]*[^\s"'{}[\],:#-][^"'{}[\],:\n]*:[ \t]+("[^"\\\n]*"|'[^'\n]*'|\[\[[^[\]\n]*\]\]|\[(?:[^"'[\]\n]|"[^"\\\n]*"|'[^'\n]*')*\])[ \t]*[,}]/y;

function inBraces(text: string, { value, line, endLine }: FrontmatterField): readonly FrontmatterField[] {
  const fields: FrontmatterField[] = [];
  for (let at = value.from + 1; at < value.to; at = PAIR.lastIndex) {
    PAIR.lastIndex = at;
    const [all = '', said = ''] = PAIR.exec(text) ?? [];
    const key = readKey(text, skipBlanks(text, at), at + all.length);
    if (key === null) return [];
    const found = readValue(text, key.colon, skipBlanks(text, key.colon + 1) + said.length);
    fields.push(fieldOf(key, found, line, endLine));
  }
  return fields;
}
