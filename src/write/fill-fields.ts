import { readKey } from '../markdown/frontmatter-scan';
import { lazyPattern } from '../text/lazily';
import { oneLine, type NoteDraft } from './note-draft';
import { PLACEHOLDER, SOURCE, isTime, valueOf, type Value } from './placeholders';
import { yamlEscaped, yamlText } from './yaml';

/** What begins no value without quotes, though it is clear what is meant: a quote or a sign of YAML's, with more behind it. */
const NO_VALUE = /^(?:[%@`"']|[|>](?![-+\d]*$))/;
/** The same, of one that is no list's. */
const NO_FIELD_VALUE = /^- |: |:$/;

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`;
const IS_QUOTED = new RegExp(`^(?:${QUOTED})$`);
/** A placeholder that is all of a value, in quotes or not. */
const WHOLE = lazyPattern(String.raw`^[ \t]*(?<quote>["']?)${SOURCE}\k<quote>[ \t]*$`);
/** The next piece of a value: blanks, with a remark behind them; a value in quotes; what opens a list; a value without quotes. */
const PIECE = lazyPattern(
  String.raw`^(?:[ \t]+(?:#.*)?|${QUOTED}|\[|\{(?!\{)|(?:\{\{[^{}]*\}\}|\S|[ \t]+(?![#\s]|$))+)`,
);
/** The same between brackets. */
const PIECE_IN_LIST = lazyPattern(
  String.raw`^(?:[ \t]+(?:#.*)?|${QUOTED}|[\p{L}\p{N}_-]+:(?=[ \t])|[[\]},]|\{(?!\{)|(?:\{\{[^{}]*\}\}|[^\s,[\]{}]|[ \t]+(?![\s,[\]}#]|$))+)`,
);

/**
 * The lines of a template's frontmatter, or of fields, with their placeholders filled in so that YAML reads the same text wherever one
 * stands: as a value, an item, in a list between brackets, with words around it, in quotes or not.
 */
export function fillFields(template: readonly string[], draft: NoteDraft): readonly string[] {
  /** How many brackets are open, and how far the field is indented whose text goes on in the lines below it. */
  let depth = 0;
  let textBelow = -1;
  return template.flatMap((line) => {
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    if (textBelow >= 0 && (indent > textBelow || line.trim() === '')) return [replaced(line, draft)];
    textBelow = -1;
    // To YAML there is no field without the blank, but here it is clear what is meant.
    const spaced = depth > 0 ? line : line.replace(/^([^:]*:)(?=["']?\{\{)/, '$1 ');
    const start = /^\s*(?:- +)*/.exec(spaced)?.[0].length ?? 0;
    const field = depth > 0 || spaced.startsWith('#', start) ? null : readKey(spaced, start, spaced.length);
    const from = field ? field.colon + 1 : start;
    const before = spaced.slice(0, from);
    const value = spaced.slice(from);
    if (/^[ \t]*[|>][-+\d]*[ \t]*$/.test(value)) textBelow = indent;
    const whole = depth > 0 ? undefined : WHOLE().exec(value)?.[2];
    const list = whole === undefined ? undefined : valueOf(whole, draft);
    if (list !== undefined && typeof list !== 'string') {
      if (!field) return list.map((one) => before + yamlText(one));
      const entry = `${' '.repeat(field.from + 2)}- `;
      return list.length === 0 ? [`${before} []`] : [before, ...list.map((one) => entry + yamlText(one))];
    }
    let filled = before;
    for (let at = 0; at < value.length;) {
      const piece = (depth > 0 ? PIECE_IN_LIST : PIECE)().exec(value.slice(at))?.[0] ?? value.charAt(at);
      if (piece === '[' || piece === '{') depth++;
      else if (piece === ']' || piece === '}') depth--;
      const written = fillPiece(piece, depth > 0, draft);
      filled += written;
      at += piece.length;
      if (written !== '' || depth === 0) continue;
      // Of a list that is empty between brackets, its comma goes as well.
      const comma = /^[ \t]*,[ \t]*/.exec(value.slice(at))?.[0].length ?? 0;
      at += comma;
      if (comma === 0) filled = filled.replace(/,[ \t]*$/, '');
    }
    return [filled.trimEnd()];
  });
}

/** One value with its placeholders filled in, in such quotes as it needs. */
function fillPiece(piece: string, inList: boolean, draft: NoteDraft): string {
  const names = Array.from(piece.matchAll(PLACEHOLDER()), ([, name = '']) => name);
  if (names.every((name) => valueOf(name, draft) === undefined)) {
    const isNone = NO_VALUE.test(piece) || (!inList && NO_FIELD_VALUE.test(piece));
    return isNone && !IS_QUOTED.test(piece) ? yamlText(piece) : piece;
  }
  if (/^\s*#/.test(piece)) return replaced(piece, draft);
  const whole = WHOLE().exec(piece)?.[2];
  const value = whole === undefined ? undefined : valueOf(whole, draft);
  if (value !== undefined && typeof value !== 'string') return value.map(yamlText).join(', ');
  const [quote] = piece;
  if (names.every(isTime) && (whole !== undefined || (quote !== '"' && quote !== "'")))
    return replaced(whole === undefined ? piece : `{{${whole}}}`, draft);
  if (quote === '"' && whole === undefined) return `"${replaced(piece.slice(1, -1), draft, yamlEscaped)}"`;
  const text = quote === "'" ? piece.slice(1, -1).replaceAll("''", "'") : whole === undefined ? piece : `{{${whole}}}`;
  return yamlText(replaced(text, draft)) || (inList ? '""' : '');
}

function replaced(text: string, draft: NoteDraft, written = (value: string): string => value): string {
  return text.replace(PLACEHOLDER(), (gap, name: string) => {
    const value = valueOf(name, draft);
    return value === undefined ? gap : written(inOneLine(value));
  });
}

function inOneLine(value: Value): string {
  return oneLine(typeof value === 'string' ? value : value.join(', '));
}
