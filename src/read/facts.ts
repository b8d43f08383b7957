import { findFrontmatter } from '../markdown/frontmatter';
import { fieldNamed, frontmatterFacts, isFilledField } from '../markdown/frontmatter-facts';
import {
  scanFrontmatter,
  type FrontmatterField,
  type FrontmatterScan,
  type ValueKind,
} from '../markdown/frontmatter-scan';
import { CHECKED_FIELDS, NO_FACTS, type KindLetter, type NoteFacts } from '../model/note-facts';
import { hasPlaceholder, isTemplatePath } from './template';

/** Reads what the index keeps of a note's frontmatter. Its body is not looked at. */
export function readFacts(text: string, path: string): NoteFacts {
  const isInTemplates = isTemplatePath(path);
  const place = findFrontmatter(text);
  if (place === null) return isInTemplates ? { ...NO_FACTS, isTemplate: true } : NO_FACTS;
  const scan = scanFrontmatter(text);
  return {
    aliases: frontmatterFacts(scan).aliases,
    kinds: kindsOf(scan),
    isTemplate: isInTemplates || hasPlaceholder(text.slice(place.from, place.to)),
  };
}

function kindsOf(scan: FrontmatterScan): string {
  const kinds = CHECKED_FIELDS.map((name) => kindLetter(fieldNamed(scan, name)));
  return kinds.every((kind) => kind === '.') ? '' : kinds.join('');
}

const LETTERS: Readonly<Record<ValueKind, KindLetter>> = {
  text: 't',
  number: 'n',
  boolean: 'b',
  date: 'd',
  'date-time': 'd',
  list: 'l',
  object: 'o',
  unknown: 'u',
  empty: '.',
};

/** The kind of a field's value; that of nothing where there is no such field. */
export function kindLetter(field: FrontmatterField | null): KindLetter {
  return field === null || !isFilledField(field) ? '.' : LETTERS[field.kind];
}
