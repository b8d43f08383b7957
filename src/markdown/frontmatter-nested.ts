import { fieldOf, readKey, readValue, scanFields, type FrontmatterField } from './frontmatter-scan';
import { endHere } from '../text/here';
import { lazyPattern } from '../text/lazily';
import { SIGN, skipBlanks } from './yaml-value';

/**
 * A field, then the fields that it holds, however deep, in the order of the note. Of a field in which anything is written that is
 * not told apart here only itself: lists of fields, braces with remarks, anchors or braces of braces in them.
 * Lines of inner fields are only about right.
 */
export function fieldsWithin(text: string, field: FrontmatterField): readonly FrontmatterField[] {
  return [field, ...innerFields(text, field).flatMap((one) => fieldsWithin(text, one))];
}

/** The fields right within a field, as far as `fieldsWithin` tells them. */
export function innerFields(text: string, field: FrontmatterField): readonly FrontmatterField[] {
  if (field.kind !== 'object') return [];
  return text.charCodeAt(field.value.from) === SIGN.braceOpen ? inBraces(text, field) : inLines(text, field);
}

function inLines(text: string, { value, line }: FrontmatterField): readonly FrontmatterField[] {
  const start = text.lastIndexOf('\n', value.from) + 1;
  const { fields, isClear } = scanFields(text, start, value.to, line + 1, value.from - start);
  return isClear ? fields : [];
}

const QUOTED = String.raw`"[^"\\\n]*"|'[^'\n]*'`;
const PLAIN = String.raw`[^\s"'{}[\],:#&*!?|>%@${'`'}-][^"'{}[\],:#\n]*`;
/** A name, what stands behind it, and the sign behind that. Only between these may lines end, and in a list. */
const PAIR = lazyPattern(
  String.raw`\s*(?:${PLAIN}|${QUOTED}):[ \t]+(${QUOTED}|\[\[[^[\]\n]*\]\]|\[(?:[^"'[\]{}#&*]|${QUOTED})*\]|\{[^{}]*\}|${PLAIN})\s*[,}]`,
  'y',
);

const CLOSED = /\s*\}/y;

function inBraces(text: string, { value, line, endLine }: FrontmatterField): readonly FrontmatterField[] {
  const fields: FrontmatterField[] = [];
  const pair = PAIR();
  for (let at = value.from + 1; at < value.to; at = pair.lastIndex) {
    // The last pair, too, may have a comma behind it.
    if (endHere(CLOSED, text, at) === value.to) break;
    pair.lastIndex = at;
    const [all = '', said = ''] = pair.exec(text) ?? [];
    const key = readKey(text, at + all.search(/\S/), at + all.length);
    if (key === null) return [];
    const found = readValue(text, key.colon, skipBlanks(text, key.colon + 1) + said.length);
    fields.push(fieldOf(key, found, line, endLine));
  }
  return fields;
}
