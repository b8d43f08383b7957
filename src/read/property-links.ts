import { frontmatterLinks, type FrontmatterLink } from '../markdown/frontmatter-links';
import { fieldsWithin } from '../markdown/frontmatter-nested';
import type { FrontmatterField, FrontmatterScan } from '../markdown/frontmatter-scan';
import type { FieldPlace, IdeaEntry, IdeaLink } from '../model/note';
import type { Span } from '../model/span';
import type { Relation } from '../model/vocabulary';
import { firstIndex } from '../text/first-index';
import { mayNameNote } from './link-target';
import type { Vocabulary } from './vocabulary';

/** A link of a property, and where it stands where that is asked for. */
export interface PropertyLink {
  readonly kind: FrontmatterLink['kind'];
  readonly link: IdeaLink;
  readonly entry: IdeaEntry | null;
}

const NOTHING: readonly PropertyLink[] = [];

/**
 * The idea links in a note's properties, which stand as YAML between two offsets: of those whose name says a relation, by the
 * vocabulary or the user. Others hold links for reasons of their own.
 */
export function readProperties(
  text: string,
  { from, to }: Span,
  scan: () => FrontmatterScan,
  vocabulary: Vocabulary,
  hasSpans: boolean,
): readonly PropertyLink[] {
  const yaml = text.slice(from, to);
  if (!yaml.includes('[[') && !yaml.includes('](')) return NOTHING;
  const found: PropertyLink[] = [];
  /** The first bracket that does not stand before the field. */
  let bracket = -1;
  for (const field of scan().fields) {
    const { value, values } = field;
    if (bracket < value.from) bracket = text.indexOf('[', value.from);
    if (bracket === -1) break;
    const [first, ...others] = bracket < value.to ? frontmatterLinks(text, { fields: [field], isClear: true }) : [];
    const relation = first === undefined ? null : vocabulary.relationOf(field.name, 'field');
    if (first === undefined || relation === null) continue;
    const lines = new LineCount(text, field);
    const within = hasSpans ? fieldsWithin(text, field) : [];
    for (const one of [first, ...others]) {
      if (!mayNameNote(one.target)) continue;
      const key = relation === 'related' && values.length === 0 ? keyAbove(text, value.from, one.from) : '';
      const nested = vocabulary.relationOf(key, 'field');
      const named = nested === null ? one : { ...one, key };
      const link = ideaLink(named, nested ?? relation, lines.at(one.from));
      found.push({ kind: one.kind, link, entry: hasSpans ? entryOf(text, within, one, link) : null });
    }
  }
  return found;
}

const NESTED_KEY = /(?:^|[\n{,]|- )\s*(["']?)([^\s"'{}[\],:#-][^"'{}[\],:\n]*)\1[ \t]*:(?=\s)/g;
/** So far before a link its key may stand. */
const NESTED = 500;

/** The key of a property's own properties that a link stands below: `up` in `links: {up: "[[Optics]]"}`; `''` where there is none. */
function keyAbove(text: string, from: number, to: number): string {
  const start = Math.max(from, to - NESTED);
  const found = [...text.slice(start, to).matchAll(NESTED_KEY)].at(-1);
  if (found === undefined) return '';
  const [all, quote = '', key = ''] = found;
  const at = start + found.index + all.lastIndexOf(quote + key);
  // An entry of a list stands below no key of the entry before.
  const entry = text.lastIndexOf('\n', to) + 1;
  const dash = /^\s*(?=- )/.exec(text.slice(entry, to))?.[0].length;
  const isOwn = at > entry || dash === undefined || at - text.lastIndexOf('\n', at) - 1 <= dash;
  return isOwn ? key : '';
}

function ideaLink({ key, target, heading, alias }: FrontmatterLink, relation: Relation, line: number): IdeaLink {
  return { line, target, relation, description: '', footnotes: [], group: key, heading, alias, origin: 'property' };
}

/** Counts the lines of a field up to offsets that ascend. */
class LineCount {
  readonly #text: string;
  #line: number;
  /** The next line break; the text's length where there is none. */
  #feed: number;

  constructor(text: string, { line, from }: FrontmatterField) {
    this.#text = text;
    this.#line = line;
    this.#feed = this.#feedFrom(from);
  }

  #feedFrom(at: number): number {
    const feed = this.#text.indexOf('\n', at);
    return feed === -1 ? this.#text.length : feed;
  }

  at(offset: number): number {
    for (; this.#feed < offset; this.#line++) this.#feed = this.#feedFrom(this.#feed + 1);
    return this.#line;
  }
}

/** So many properties within one another, and beside each other before a link, are looked at for the one that holds it. */
const MOST_AROUND = 50;

/** The entry of a link in the first of some fields, which the others stand within. */
function entryOf(text: string, fields: readonly FrontmatterField[], link: Span, idea: IdeaLink): IdeaEntry {
  const { from, to } = link;
  const before = firstIndex(fields, (one) => one.from > from);
  const near = fields.slice(Math.max(0, before - MOST_AROUND), before);
  const own = near.findLast((one) => one.to >= to && one.name === idea.group) ?? fields[0];
  if (!own) throw new Error('a link in no property');
  const place = placeOf(text, own, link);
  const whole = { from: Math.min(place.item.from, from), to: Math.max(place.item.to, to) };
  return {
    links: [idea],
    form: 'property',
    whole,
    marker: { from: whole.from, to: whole.from },
    link: { from, to },
    joint: { from: to, to },
    description: { from: to, to },
    citations: [],
    introducer: own.key,
    field: place,
  };
}

function placeOf(text: string, field: FrontmatterField, link: Span): FieldPlace {
  const { key, value, kind, values } = field;
  const whole = { from: field.from, to: Math.max(value.to, key.to) };
  const last = values[firstIndex(values, ({ from }) => from > link.from) - 1];
  const own = last && last.to >= link.to ? last : undefined;
  const isBlock = text.charAt(value.from) === '-';
  const isFlow = !isBlock && text.charAt(value.from) === '[' && (kind === 'list' || !text.startsWith('[[', value.from));
  const isFlowOfLinks = text.startsWith('[[[', value.from);
  const form = isBlock ? 'block-list' : isFlow || isFlowOfLinks ? 'flow-list' : 'scalar';
  const quote = own?.style === 'double' ? '"' : own?.style === 'single' ? "'" : '';
  const said = own ?? link;
  const item = form === 'scalar' ? value : { from: said.from - quote.length, to: said.to + quote.length };
  return { form, whole, key, value, item, quote };
}
