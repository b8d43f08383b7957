import { findFrontmatter, isUnfinishedFrontmatter } from '../markdown/frontmatter';
import { fieldsWithin } from '../markdown/frontmatter-nested';
import { scanFrontmatter, type FrontmatterField } from '../markdown/frontmatter-scan';
import { lineEnd, type YamlValue } from '../markdown/yaml-value';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import type { Relation } from '../model/vocabulary';
import { foldField } from './frontmatter-fields';
import { HAS_WORDS, LINK, isBlankText, withoutJoined } from './joined-links';
import { yamlInside, yamlText } from './yaml';

/** Changes of a note's properties; `null` where they are written in a way that none can be made safely. */
export type PropertyChanges = readonly TextChange[] | null;

/** The properties of a note as they are written, and how links are written among them. */
export class Properties {
  readonly fields: readonly FrontmatterField[];
  /** These, and those that they hold. */
  readonly all: readonly FrontmatterField[];
  readonly #text: string;
  /** Whether it is known where another property may stand. */
  readonly isClear: boolean;
  readonly #eol: string;

  constructor(text: string) {
    const { fields, isClear } = scanFrontmatter(text);
    this.#text = text;
    this.fields = fields;
    this.all = fields.flatMap((field) => fieldsWithin(text, field));
    this.isClear = isClear;
    this.#eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  /** How many of them are read by their links alone: what they hold is no YAML, or more than texts. */
  get unread(): number {
    return this.fields.filter(({ kind }) => kind === 'unknown').length;
  }

  /** The property whose name stands at an offset. */
  at(from: number): FrontmatterField | undefined {
    return this.all.find(({ key }) => key.from === from);
  }

  /** Whether there is a property of a name, beside another one that stands in a property where that is given. */
  has(name: string, beside?: FrontmatterField): boolean {
    const parent = beside && this.#parent(beside);
    return (parent ? fieldsWithin(this.#text, parent).slice(1) : this.fields).some(
      (field) => foldField(field.name) === foldField(name),
    );
  }

  /** The property that a property stands in. */
  #parent({ from, to }: FrontmatterField): FrontmatterField | undefined {
    return this.all.findLast(({ value }) => value.from <= from && value.to >= to);
  }

  /** Adds links, with their brackets, behind what a property holds. A single value becomes a list where another one comes. */
  added(field: FrontmatterField, links: readonly string[]): PropertyChanges {
    const { value, values, kind } = field;
    const raw = this.#raw(value);
    const items = links.map((link) => quoted(link, this.#quote(values)));
    const put = (at: number, insert: string): PropertyChanges => [{ from: at, to: at, insert }];
    // Below a line that is no field it is not known whether it holds nothing.
    if (kind === 'empty') return this.isClear ? this.#filled(field, items) : null;
    if (raw.startsWith('-')) {
      if (kind !== 'list' && !UNQUOTED_ITEMS.test(raw)) return null;
      const { indent, gap } = this.#blockStyle([field]);
      return put(this.#lineEnd(value.to), items.map((item) => `${this.#eol}${indent}-${gap}${item}`).join(''));
    }
    const isLink = UNQUOTED_LINK.test(raw);
    if (raw.startsWith('[') && !isLink) {
      if (kind !== 'list' && !UNQUOTED_FLOW.test(raw)) return null;
      const behind = kind === 'list' ? values.at(-1) : { to: value.from + raw.lastIndexOf(']]') + 2 };
      if (behind) return put(behind.to + Number(isQuoted(behind)), items.map((item) => `, ${item}`).join(''));
      return put(value.from + 1, items.join(', ') + (/^\[\s*\]$/.test(raw) ? '' : ', '));
    }
    const [single] = values;
    if (single && isQuoted(single) && SEVERAL.test(single.text)) {
      return put(single.to, links.map((link) => `, ${yamlInside(link, single.style)}`).join(''));
    }
    const isOneLine = !this.#text.slice(field.key.to, value.to).includes('\n');
    if (!isOneLine || !(isLink || (single && kind !== 'object' && single.style !== 'block'))) return null;
    return this.#listed(field, isLink ? quoted(raw, this.#quote([])) : raw, items);
  }

  /** Properties of their own for links, behind the last one that holds some, at the end of the others. */
  begun(
    all: readonly (readonly [name: string, links: readonly string[]])[],
    isList = this.#prefersList(),
  ): PropertyChanges {
    const line = all
      .map(([name, links]) => {
        const items = links.map((link) => quoted(link, this.#quote([])));
        const { [0]: single = '', length } = items;
        const said =
          length === 1 && !isList ? ` ${single}` : this.#isFlow() ? ` [${items.join(', ')}]` : this.#block(items);
        return `${yamlText(name)}:${said}${this.#eol}`;
      })
      .join('');
    const front = findFrontmatter(this.#text);
    if (all.some(([name]) => this.has(name))) return null;
    if (front === null) {
      if (isUnfinishedFrontmatter(this.#text)) return null;
      const at = Number(this.#text.startsWith('\ufeff'));
      return [{ from: at, to: at, insert: `---${this.#eol}${line}---${this.#eol}` }];
    }
    if (!this.isClear) return null;
    const last = this.fields.findLast((field) => this.#raw(field.value).includes('[['));
    const at = last ? lineEnd(this.#text, last.to, front.to) + 1 : front.to;
    return [{ from: at, to: at, insert: line }];
  }

  /** The ways to begin a property for a link, the best first: in the one whose own properties hold the last link, then at the margin. */
  *begunFor(name: string, link: string, relationOf: (name: string) => Relation | null): Generator<PropertyChanges> {
    const last = this.all.findLast(({ value }) => this.#raw(value).includes('[['));
    const parent = last && this.#parent(last);
    if (parent && (relationOf(parent.name) ?? 'related') === 'related' && !this.has(name, last)) {
      const isFlow = this.#raw(parent.value).startsWith('{');
      const start = this.#text.lastIndexOf('\n', last.from) + 1;
      const at = isFlow ? last.to : this.#lineEnd(last.to);
      const indent = this.#text.slice(start, last.from);
      const before = isFlow ? (indent.trim() === '' ? `,${this.#eol}${indent}` : ', ') : this.#eol + indent;
      yield [{ from: at, to: at, insert: `${before}${yamlText(name)}: ${quoted(link, this.#quote([]))}` }];
    }
    yield this.begun([[name, [link]]]);
  }

  /**
   * Takes away the value that a link stands in; the property goes with its last one, and with the last property the frontmatter,
   * unless something is to be written there (`keepsRules`). Links beside it in its quotes stay.
   */
  removed(field: FrontmatterField, item: Span, link: Span, keepsRules: boolean): PropertyChanges {
    const { kind, value, values } = field;
    if (kind === 'object' || (kind === 'unknown' && !UNQUOTED.some((form) => form.test(this.#raw(value))))) return null;
    const own = values.find(({ from, to }) => from <= link.from && to >= link.to);
    const said = this.#raw(own ?? item);
    if (said.split('](').length + said.split('[[').length > 3) {
      const cut =
        own?.style === 'block' || HAS_WORDS.test(said.replace(LINK, ''))
          ? null
          : withoutJoined(this.#text, own ?? item, link);
      return cut && [cut];
    }
    if (this.isOnly(field, item)) return this.#withoutField(field, keepsRules);
    if (own?.style === 'block' || this.#raw(item).includes('\n')) return null;
    return this.#raw(value).startsWith('-') ? this.#withoutLine(item) : this.#withoutFlow(field, item);
  }

  /** Whether a property holds nothing but this value. */
  isOnly({ value }: FrontmatterField, item: Span): boolean {
    const around = this.#text.slice(value.from, item.from) + this.#text.slice(item.to, value.to);
    return /^(?:-[ \t]+)?$|^\[\s*,?\s*\]$|^\{\s*,?\s*\}$/.test(around);
  }

  #withoutField(field: FrontmatterField, keepsRules: boolean): PropertyChanges {
    const { to, key, value } = field;
    const parent = this.#parent(field);
    if (parent && this.isOnly(parent, field)) return this.#withoutField(parent, keepsRules);
    if (parent && this.#raw(parent.value).startsWith('{')) return this.#withoutFlow(parent, field);
    const from = this.#text.lastIndexOf('\n', key.from) + 1;
    const end = this.#lineEnd(to);
    // A remark in between, or behind the value, may be about anything.
    const before = this.#text.slice(key.to, value.from);
    if (!isBlankText(this.#text.slice(to, end)) || !/^[ \t]*:\s*$/.test(before)) return null;
    const front = findFrontmatter(this.#text);
    const cut = { from, to: lineEnd(this.#text, end, this.#text.length) + 1, insert: '' };
    if (front === null || keepsRules || cut.from !== front.from || cut.to !== front.to) return [cut];
    const whole = { from: Number(this.#text.startsWith('\ufeff')), to: front.offset, insert: '' };
    return findFrontmatter(this.#text.slice(front.offset))
      ? [cut]
      : [{ ...whole, to: Math.min(whole.to, this.#text.length) }];
  }

  #withoutLine(item: Span): PropertyChanges {
    const from = this.#text.lastIndexOf('\n', item.from) + 1;
    const end = this.#lineEnd(item.to);
    // A remark above may be about this one.
    const isRemarked = /(?:^|\n)[ \t]*#.*\n$/.test(this.#text.slice(0, from));
    if (
      isRemarked ||
      !/^\s*-\s+$/.test(this.#text.slice(from, item.from)) ||
      !isBlankText(this.#text.slice(item.to, end))
    )
      return null;
    return [{ from, to: lineEnd(this.#text, end, this.#text.length) + 1, insert: '' }];
  }

  #withoutFlow({ value }: FrontmatterField, { from, to }: Span): PropertyChanges {
    const behind = /^\s*,\s*(?=[^\s#])/.exec(this.#text.slice(to, value.to));
    const isLast = behind === null || /[\]}]/.test(this.#text.charAt(to + behind[0].length));
    if (!isLast) return [{ from, to: to + behind[0].length, insert: '' }];
    const before = /,\s*$/.exec(this.#text.slice(value.from, from));
    return before && [{ from: from - before[0].length, to, insert: '' }];
  }

  /** Into a property that holds nothing: as a list where the others hold lists. */
  #filled(field: FrontmatterField, items: readonly string[]): PropertyChanges {
    const { key, value, values } = field;
    const [single = ''] = items;
    const isList = items.length > 1 || this.#prefersList(false);
    const at = this.#text.indexOf(':', key.to) + 1;
    const to = value.from < at ? at : value.to;
    const isRemarked = !isBlankText(this.#text.slice(to, this.#lineEnd(to)));
    if (this.#text.slice(at, to).includes('\n') || values.length > 0) return null;
    const said = !isList
      ? ` ${single}`
      : isRemarked || this.#isFlow() || this.#parent(field)
        ? ` [${items.join(', ')}]`
        : this.#block(items);
    return [{ from: at, to, insert: said }];
  }

  /** What a property holds becomes the first value of a list: between brackets where the note's lists are so, or a remark follows. */
  #listed(field: FrontmatterField, first: string, items: readonly string[]): PropertyChanges {
    const {
      key,
      value,
      values: [single],
    } = field;
    const all = [first, ...items];
    const isRemarked = !isBlankText(this.#text.slice(value.to, this.#lineEnd(value.to)));
    if (!this.#isFlow() && !isRemarked && !this.#parent(field)) {
      return [{ from: this.#text.indexOf(':', key.to) + 1, to: value.to, insert: this.#block(all) }];
    }
    if (single?.style === 'plain' && /[[\]{},]/.test(first)) return null;
    return [{ ...value, insert: `[${all.join(', ')}]` }];
  }

  #block(items: readonly string[]): string {
    const { indent, gap } = this.#blockStyle(this.fields);
    return items.map((item) => `${this.#eol}${indent}-${gap}${item}`).join('');
  }

  /** How entries of lists are indented. */
  #blockStyle(fields: readonly FrontmatterField[]): { readonly indent: string; readonly gap: string } {
    const list = fields.find(({ value }) => /^-[ \t]+\S/.test(this.#raw(value)));
    if (!list) return { indent: '  ', gap: ' ' };
    const { from } = list.value;
    const gap = /^-([ \t]+)/.exec(this.#raw(list.value))?.[1] ?? ' ';
    return { indent: this.#text.slice(this.#text.lastIndexOf('\n', from) + 1, from), gap };
  }

  /** Whether the note's lists stand between brackets. */
  #isFlow(): boolean {
    const lists = this.fields.filter(({ kind, values }) => kind === 'list' && values.length > 0);
    return lists.length > 0 && lists.every(({ value }) => this.#raw(value).startsWith('['));
  }

  /** Whether links stand in lists here; what holds where there are none, where no link stands at all. */
  #prefersList(otherwise = true): boolean {
    const linked = this.fields.filter(({ value }) => this.#raw(value).includes('[['));
    return linked.length === 0 ? otherwise : linked.some(({ value }) => /^(?:-|\[(?!\[))/.test(this.#raw(value)));
  }

  /** The quotes that a link is written with beside these values, else elsewhere in the note. */
  #quote(values: readonly YamlValue[]): YamlValue['style'] {
    const all = [...[...values].reverse(), ...this.fields.flatMap((field) => field.values)];
    return (
      all.find((value) => isQuoted(value) && (values.includes(value) || value.text.includes('[[')))?.style ?? 'double'
    );
  }

  #raw({ from, to }: Span): string {
    return this.#text.slice(from, to);
  }

  /** Where the line of an offset ends, without its line break. */
  #lineEnd(at: number): number {
    const end = lineEnd(this.#text, at, this.#text.length);
    return end > at && this.#text.charAt(end - 1) === '\r' ? end - 1 : end;
  }
}

/** Several links in one value, which takes more of them. */
const SEVERAL = /\]\],\s*\[\[.*\]\]$/;
const UNQUOTED_LINK = /^\[\[[^[\]\n]*\]\]$/;
/** Lists that are no lists of texts in YAML, and read as links all the same. */
const UNQUOTED_FLOW = /^\[[ \t]*\[\[[^[\]\n]*\]\](?:,[ \t]*\[\[[^[\]\n]*\]\])*[ \t]*\]$/;
const UNQUOTED_ITEMS = /^(?:\s*-[ \t]+(?:\[\[[^[\]\n]*\]\]|"[^"\\\n]*"|'[^'\n]*')[ \t\r]*(?:[ \t]#.*)?(?:\n|$))+$/;

const UNQUOTED = [/^\[\[[^[\]\n]*\]\](?:,[ \t]*\[\[[^[\]\n]*\]\])*$/, UNQUOTED_FLOW, UNQUOTED_ITEMS];

function isQuoted(value: object): value is YamlValue {
  return 'style' in value && (value.style === 'single' || value.style === 'double');
}

/** A link as it is written with its quotes. */
function quoted(link: string, style: YamlValue['style']): string {
  const quote = style === 'single' ? "'" : '"';
  return quote + yamlInside(link, style) + quote;
}
