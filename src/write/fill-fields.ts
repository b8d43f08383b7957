import { readKey } from '../markdown/frontmatter-scan';
import { lineEnd, skipBlanks } from '../markdown/yaml-value';
import { lazyPattern } from '../text/lazily';
import { oneLine, type NoteDraft } from './note-draft';
import { PLACEHOLDER, SOURCE, isTime, valueOf, type Value } from './placeholders';
import { yamlEscaped, yamlText } from './yaml';

/** What begins no value without quotes, though it is clear what is meant: a quote or a sign of YAML's, with more behind it. */
const NO_VALUE = /^(?:[%@`"']|[|>](?![-+\d]*$))/;
/** A piece that is no value without quotes. */
const NO_PLAIN = /^(?:\s|[&!]\S*$|[[{]$)/;
/** So far is looked for the comma behind an empty list. */
const MOST_BLANKS = 99;
/** The same as `NO_VALUE`, of one that is no list's. */
const NO_FIELD_VALUE = /^- |: |:$/;

/** Between quotes, over lines that are indented. */
const QUOTED = String.raw`"(?:[^"\\\n]|\\[^]|\n(?=\s))*"|'(?:[^'\n]|''|\n(?=\s))*'`;
const IS_QUOTED = new RegExp(`^(?:${QUOTED})$`);
/** Any placeholder; an anchor or a type. */
const GAP = String.raw`\{\{[^{}]*\}\}`;
const MARKED = String.raw`[&!][^\s{}[\],]*(?=\s)`;
/** A placeholder that is all of a value, in quotes or not. */
const WHOLE = lazyPattern(String.raw`^[ \t]*(?<quote>["']?)${SOURCE}\k<quote>[ \t]*$`);
/** The next piece of a value: blanks, with a remark behind them; an anchor or a type; what opens a list; a value without quotes. */
const PIECE = lazyPattern(
  String.raw`[ \t]+(?:#.*)?|${MARKED}|${QUOTED}|\[|\{(?!\{)|(?:${GAP}|\S|[ \t]+(?![#\s]|$))+`,
  'uy',
);
/** The same between brackets, over lines, with the names of fields. */
const PIECE_IN_LIST = lazyPattern(
  String.raw`\s+(?:#.*)?|${MARKED}|(?:${QUOTED})[ \t]*:|${QUOTED}|(?:${GAP}|[^\s,[\]{}"':]|[ \t]+(?![\s,[\]}#]|\{(?!\{)|$))+:(?=\s)|[[\]},]|\{(?!\{)|(?:${GAP}|[^\s,[\]{}]|\s+(?![\s,[\]}#]|\{(?!\{)|$))+`,
  'uy',
);
/** What says that the text of a field is in the lines below it. */
const TEXT_BELOW = /^(?:[ \t]+[&!]\S*)*[ \t]*[|>][-+\d]*(?:[ \t]+#.*|[ \t]*)$/;

/**
 * The lines of a template's frontmatter, or of fields, with their placeholders filled in so that YAML reads the same text wherever one
 * stands: as a name or a value, an item, in a list between brackets, with words around it, in quotes or not, over several lines.
 */
export function fillFields(template: readonly string[], draft: NoteDraft): readonly string[] {
  const text = template.join('\n');
  const filled: string[] = [];
  /** How far the field is indented whose text goes on in the lines below it. */
  let textBelow = Infinity;
  for (let at = 0; at <= text.length && template.length > 0;) {
    const feed = lineEnd(text, at, text.length);
    const line = text.slice(at, feed);
    const start = /^\s*(?:-(?: +|$))*/.exec(line)?.[0].length ?? 0;
    const indent = line.search(/\S/);
    at = feed + 1;
    if (indent > textBelow || indent === -1 || line.startsWith('#', start)) {
      filled.push(replaced(line, draft));
      continue;
    }
    // To YAML there is no field without the blank, but here it is clear what is meant.
    const spaced = line.replace(/^([^:]*:)(?=["']?\{\{)/, '$1 ');
    const masked = spaced.replace(PLACEHOLDER(), (gap) => 'x'.repeat(gap.length));
    const field = readKey(masked, start, masked.length);
    const from = field ? field.colon + 1 : start;
    const to = field?.to ?? start;
    const before = `${spaced.slice(0, start)}${field ? fillPiece(spaced.slice(start, to), true, draft) : ''}${spaced.slice(to, from)}`;
    const value = spaced.slice(from);
    const mark = spaced.slice(0, start).lastIndexOf('-');
    const margin = field ? start : mark === -1 ? indent - 1 : mark;
    textBelow = Infinity;
    if (TEXT_BELOW.test(value)) {
      textBelow = margin;
      filled.push(before + replaced(value, draft));
      continue;
    }
    const remark = field ? '' : (/[ \t]+#.*$/.exec(value)?.[0] ?? '');
    const list = valueOf(WHOLE().exec(value.slice(0, value.length - remark.length))?.[2] ?? '', draft);
    if (list !== undefined && typeof list !== 'string') {
      const entry = field ? `${' '.repeat(start + 2)}- ` : mark === -1 ? `${before}- ` : before;
      if (field) filled.push(list.length === 0 ? `${before} []` : before);
      filled.push(...list.map((one, index) => entry + yamlText(one) + (index === 0 ? remark : '')));
      continue;
    }
    const added = spaced.length - line.length;
    let written = before + value.slice(0, added);
    let depth = 0;
    at = feed - value.length + added;
    while (at < text.length && (depth > 0 || text.charAt(at) !== '\n')) {
      const pattern = (depth > 0 ? PIECE_IN_LIST : PIECE)();
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0] ?? text.charAt(at);
      const end = depth > 0 ? 0 : endBelow(text, at + found.length, margin, field === null && mark === -1);
      const piece = end === 0 || NO_PLAIN.test(found) || IS_QUOTED.test(found) ? found : text.slice(at, end);
      if (piece === '[' || piece === '{') depth++;
      else if (piece === ']' || piece === '}') depth--;
      const filledPiece = fillPiece(piece, depth > 0, draft);
      written += filledPiece;
      at += piece.length;
      if (filledPiece !== '' || depth === 0) continue;
      // Of a list that is empty between brackets, its comma goes as well.
      const comma = /^[ \t]*,[ \t]*/.exec(text.slice(at, at + MOST_BLANKS))?.[0].length ?? 0;
      at += comma;
      if (comma === 0) written = written.replace(/,[ \t]*$/, '');
    }
    filled.push(...written.split('\n').map((one) => one.trimEnd()));
    at++;
  }
  return filled;
}

/** Where a value without quotes ends that ends its line at `from`, as far as lines below go on with it: they are indented beyond `margin`. */
function endBelow(text: string, from: number, margin: number, isLoose: boolean): number {
  let end = from;
  for (let feed = skipBlanks(text, from); text.charAt(feed) === '\n';) {
    const next = feed + 1;
    feed = lineEnd(text, next, text.length);
    const line = text.slice(next, feed);
    const indent = line.search(/\S/);
    if (indent === -1) continue;
    if (indent <= margin || line.charAt(indent) === '#') break;
    if (isLoose && (line.startsWith('- ', indent) || readKey(line, indent, line.length) !== null)) break;
    const remark = line.search(/\s#/);
    end = next + (remark === -1 ? line.trimEnd().length : remark);
    if (remark !== -1) break;
  }
  return end;
}

/** One value with its placeholders filled in, in such quotes as it needs. */
function fillPiece(piece: string, inList: boolean, draft: NoteDraft): string {
  if (inList && piece.endsWith(':')) return `${fillPiece(piece.slice(0, -1), true, draft)}:`;
  const names = Array.from(piece.matchAll(PLACEHOLDER()), ([, name = '']) => name);
  if (names.every((name) => valueOf(name, draft) === undefined)) {
    const isNone = NO_VALUE.test(piece) || (!inList && NO_FIELD_VALUE.test(piece));
    return isNone && !IS_QUOTED.test(piece) ? yamlText(piece) : piece;
  }
  if (/^\s*#/.test(piece)) return replaced(piece, draft);
  const whole = WHOLE().exec(piece)?.[2];
  const value = whole === undefined ? undefined : valueOf(whole, draft);
  if (value !== undefined && typeof value !== 'string') {
    const items = value.map(yamlText).join(', ');
    return inList ? items : `[${items}]`;
  }
  const [quote] = piece;
  if (names.every(isTime) && (whole !== undefined || (quote !== '"' && quote !== "'")))
    return replaced(whole === undefined ? folded(piece) : `{{${whole}}}`, draft);
  if (quote === '"' && whole === undefined)
    return `"${replaced(folded(piece.slice(1, -1), '\\n'), draft, yamlEscaped)}"`;
  const text = quote === "'" ? piece.slice(1, -1).replaceAll("''", "'") : whole === undefined ? piece : `{{${whole}}}`;
  return yamlText(replaced(folded(text), draft)) || (inList ? '""' : '');
}

/** A text of several lines as YAML reads it: a line break is a blank, each line without words a line break. */
function folded(text: string, lineBreak = '\n'): string {
  return text.replace(/[ \t]*\n\s*/g, (gap) => lineBreak.repeat(gap.split('\n').length - 2) || ' ');
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
