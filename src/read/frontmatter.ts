import * as z from 'zod/mini';
import { findFrontmatter } from '../markdown/frontmatter';
import { fieldNamed } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { SIGNAL_FIELDS, isFilled, type Frontmatter, type SignalField } from '../model/frontmatter';
import type { FieldKind, Problem } from '../model/problem';
import { lazily } from '../text/lazily';

/** Turns YAML text into values; throws an `Error` with a message on YAML that does not parse. */
export type ParseYaml = (yaml: string) => unknown;

const SCHEMA = lazily(() => {
  const text = z.nullish(z.union([z.string(), z.number()]));
  return {
    text,
    tags: z.nullish(z.union([z.string(), z.array(z.nullable(z.union([z.string(), z.number()])))])),
    category: text,
    description: text,
    title: text,
    updated: z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?$/))),
    created: z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/))),
  } as const;
});
type Field = Exclude<keyof ReturnType<typeof SCHEMA>, 'text'>;

const EXPECTED: Readonly<Record<Field, FieldKind>> = {
  tags: 'list-of-text',
  category: 'text',
  description: 'text',
  title: 'text',
  updated: 'date-time',
  created: 'date',
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
  const schema = SCHEMA();
  const problems: Problem[] = [];
  const wrong = (field: string, expected: FieldKind): null => {
    const line = fieldNamed(scanFrontmatter(note), field)?.line ?? 1;
    problems.push({ code: 'frontmatter-field', line, field, expected });
    return null;
  };
  const textOf = (field: Exclude<Field, 'tags'>): string | null => {
    const checked = schema[field].safeParse(asWritten(values.get(field)));
    if (!checked.success) return wrong(field, EXPECTED[field]);
    return checked.data === null || checked.data === undefined ? null : String(checked.data);
  };
  const signals: Partial<Record<SignalField, string>> = {};
  for (const field of SIGNAL_FIELDS) {
    const checked = schema.text.safeParse(values.get(field));
    if (!checked.success) wrong(field, 'text');
    else if (checked.data !== null && checked.data !== undefined) signals[field] = String(checked.data);
  }
  const tags = schema.tags.safeParse(values.get('tags'));
  if (!tags.success) wrong('tags', EXPECTED.tags);
  const frontmatter = {
    tags: tags.success ? tagList(tags.data) : [],
    category: textOf('category'),
    description: textOf('description'),
    title: textOf('title'),
    updated: textOf('updated'),
    created: textOf('created'),
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

/** Tags as Obsidian takes them: a list, or one text divided by commas or spaces; `#` is dropped. */
function tagList(tags: string | readonly (string | number | null)[] | null | undefined): string[] {
  const list = typeof tags === 'string' ? tags.split(/[,\s]+/) : (tags ?? []);
  return list
    .flatMap((tag) => (tag === null ? [] : [String(tag).trim().replace(/^#/, '')]))
    .filter((tag) => tag !== '');
}
