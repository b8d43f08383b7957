import * as z from 'zod/mini';
import { findFrontmatter } from '../markdown/frontmatter';
import { fieldNamed, tagList } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { SIGNAL_FIELDS, isFilled, type Frontmatter, type SignalField } from '../model/frontmatter';
import type { FieldKind, Problem } from '../model/problem';
import { lazily } from '../text/lazily';

/** Turns YAML text into values; throws an `Error` with a message on YAML that does not parse. */
export type ParseYaml = (yaml: string) => unknown;

const matching = (pattern: RegExp): z.ZodMiniType<string> =>
  z.string().check(({ value: input, issues }) => {
    if (!pattern.test(input)) issues.push({ code: 'custom', input });
  });
const SCHEMA = lazily(() => {
  const text: z.ZodMiniType<string> = z.string();
  return {
    text,
    category: text,
    description: text,
    title: text,
    updated: matching(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?$/),
    created: matching(/^\d{4}-\d{2}-\d{2}/),
  };
});
type Field = Exclude<keyof ReturnType<typeof SCHEMA>, 'text'> | 'tags';

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
  const broken = (detail: string): Frontmatter => ({
    present: true,
    ...EMPTY,
    problems: [{ code: 'frontmatter-syntax', line: 1, detail }],
  });
  let values: unknown;
  try {
    values = parseYaml(yaml);
  } catch (error) {
    return broken(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  if (values === null || values === undefined) return { present: true, ...EMPTY, problems: [] };
  if (typeof values !== 'object' || Array.isArray(values)) return broken('not a list of fields');
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
    const value = asWritten(values.get(field));
    const said = schema[field] === schema.text ? asText(value) : value;
    if (said === null || said === undefined) return null;
    return schema[field].safeParse(said).data ?? wrong(field, EXPECTED[field]);
  };
  const signals: Partial<Record<SignalField, string>> = {};
  for (const field of SIGNAL_FIELDS) {
    const said = asText(values.get(field));
    const { data } = schema.text.safeParse(said);
    if (data !== undefined) signals[field] = data;
    else if (said !== null && said !== undefined) wrong(field, 'text');
  }
  const given = values.get('tags') ?? [];
  // One text, or a list of them; what is empty in it is none.
  const listed: readonly unknown[] = Array.isArray(given)
    ? given
    : typeof given === 'string'
      ? given.split(/[,\s]+/)
      : [given];
  const tags = listed.flatMap((tag) => (tag === null ? [] : [schema.text.safeParse(asText(tag)).data]));
  const texts = tags.filter((tag) => tag !== undefined);
  const areTags = texts.length === tags.length && typeof given !== 'number';
  if (!areTags) wrong('tags', EXPECTED.tags);
  const frontmatter = {
    tags: areTags ? tagList(texts) : [],
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

/** A number is a text as it is written. */
const asText = (value: unknown): unknown => (Number.isFinite(value) ? String(value) : value);
