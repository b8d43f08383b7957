import { findFrontmatter } from '../markdown/frontmatter';
import { fieldNamed } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { SIGNAL_FIELDS, isFilled, type Frontmatter, type SignalField } from '../model/frontmatter';
import type { FieldKind, Problem } from '../model/problem';

/** Turns YAML text into values; throws an `Error` with a message on YAML that does not parse. */
export type ParseYaml = (yaml: string) => unknown;

/** What a field's text must be like. */
const FITS: Readonly<Record<Exclude<FieldKind, 'list-of-text'>, RegExp>> = {
  text: /^/,
  'date-time': /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?$/,
  date: /^\d{4}-\d{2}-\d{2}/,
};

const EMPTY: Omit<Frontmatter, 'present' | 'problems'> = {
  tags: [],
  category: null,
  description: null,
  title: null,
  updated: null,
  created: null,
  signals: {},
  filled: [],
};

/** Reads and checks the frontmatter of a note's text. A wrong field is a problem with its name, never an exception. */
export function readFrontmatter(note: string, parseYaml: ParseYaml): Frontmatter {
  const place = findFrontmatter(note);
  if (place === null) return { present: false, ...EMPTY, problems: [] };
  const yaml = note.slice(place.from, place.to);
  let values: unknown;
  try {
    values = parseYaml(yaml);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { present: true, ...EMPTY, problems: [{ code: 'frontmatter-syntax', line: 1, detail }] };
  }
  if (values === null || values === undefined) return { present: true, ...EMPTY, problems: [] };
  if (typeof values !== 'object' || Array.isArray(values)) {
    return {
      present: true,
      ...EMPTY,
      problems: [{ code: 'frontmatter-syntax', line: 1, detail: 'not a list of fields' }],
    };
  }
  return checkFields(new Map<string, unknown>(Object.entries(values)), note);
}

function checkFields(values: ReadonlyMap<string, unknown>, note: string): Frontmatter {
  const problems: Problem[] = [];
  const wrong = (field: string, expected: FieldKind): null => {
    const line = fieldNamed(scanFrontmatter(note), field)?.line ?? 1;
    problems.push({ code: 'frontmatter-field', line, field, expected });
    return null;
  };
  const textOf = (field: string, kind: keyof typeof FITS = 'text'): string | null => {
    const value = asWritten(values.get(field)) ?? null;
    if (value === null) return null;
    return isText(value) && FITS[kind].test(String(value)) ? String(value) : wrong(field, kind);
  };
  const signals: Partial<Record<SignalField, string>> = {};
  for (const field of SIGNAL_FIELDS) {
    const text = textOf(field);
    if (text !== null) signals[field] = text;
  }
  const tags = tagList(values.get('tags'));
  if (tags === null) wrong('tags', 'list-of-text');
  const frontmatter = {
    tags: tags ?? [],
    category: textOf('category'),
    description: textOf('description'),
    title: textOf('title'),
    updated: textOf('updated', 'date-time'),
    created: textOf('created', 'date'),
    signals,
    filled: [...values].flatMap(([field, value]) => (isFilled(value) ? [field] : [])),
  };
  return { present: true, ...frontmatter, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Some YAML parsers make a date of `2025-01-31`. */
function asWritten(value: unknown): unknown {
  return value instanceof Date
    ? value
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '')
    : value;
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isFinite(value);
}

/** Tags as Obsidian takes them: a list, or one text divided by commas or spaces; `#` is dropped. `null` for what is neither. */
function tagList(tags: unknown): string[] | null {
  const list: unknown = typeof tags === 'string' ? tags.split(/[,\s]+/) : (tags ?? []);
  if (!Array.isArray(list)) return null;
  const texts = list.filter((tag: unknown) => tag !== null);
  if (!texts.every(isText)) return null;
  return texts.map((tag) => String(tag).trim().replace(/^#/, '')).filter((tag) => tag !== '');
}
