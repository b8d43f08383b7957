import type { FrontmatterField, FrontmatterScan, ValueKind } from './frontmatter-scan';
import { scalarKind } from './yaml-kind';

/** What a note says of itself in its frontmatter. */
export interface FrontmatterFacts {
  readonly title: string | null;
  readonly description: string | null;
  /** Without `#`. */
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
}

/** Reads off what a note calls itself, and its tags. A field that holds something else than it should says nothing. */
export function frontmatterFacts(scan: FrontmatterScan): FrontmatterFacts {
  return {
    title: textOf(fieldNamed(scan, 'title')),
    description: textOf(fieldNamed(scan, 'description')),
    tags: tagsOf(fieldNamed(scan, 'tags')),
    aliases: ['aliases', 'alias'].flatMap((name) => textsOf(fieldNamed(scan, name))),
  };
}

/** The field of a name, the first of several. */
export function fieldNamed({ fields }: FrontmatterScan, name: string): FrontmatterField | null {
  return fields.find((field) => field.name === name) ?? null;
}

/** Whether a field holds more than an empty text or list. */
export function isFilledField({ kind, values }: FrontmatterField): boolean {
  switch (kind) {
    case 'empty':
      return false;
    case 'text':
    case 'list':
      return values.some(({ text }) => text.trim() !== '');
    case 'number':
    case 'boolean':
    case 'date':
    case 'date-time':
    case 'object':
    case 'unknown':
      return true;
  }
}

const TEXTS: readonly ValueKind[] = ['text', 'number', 'date', 'date-time'];

function textOf(field: FrontmatterField | null): string | null {
  return field !== null && TEXTS.includes(field.kind) ? (field.values[0]?.text ?? null) : null;
}

/** One text, or those of a list; none of a list with anything else in it. */
function textsOf(field: FrontmatterField | null): readonly string[] {
  if (field?.kind !== 'list') return [textOf(field) ?? ''].filter((text) => text !== '');
  return field.values.some((value) => scalarKind(value) === 'boolean') ? [] : field.values.map(({ text }) => text);
}

/** Tags as Obsidian takes them: a list, or one text divided by commas or spaces. */
function tagsOf(field: FrontmatterField | null): readonly string[] {
  if (field?.kind === 'number') return [];
  const texts = field?.kind === 'list' ? textsOf(field) : textsOf(field).flatMap((text) => text.split(/[,\s]+/));
  return tagList(texts);
}

/** Tags without their `#`. */
export function tagList(tags: readonly string[]): string[] {
  return tags.map((tag) => tag.trim().replace(/^#/, '')).filter((tag) => tag !== '');
}
