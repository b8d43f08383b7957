import { lazyPattern } from '../text/lazily';
import { splitLines } from '../text/line-breaks';
import { fileNameOf } from './file-name';
import { escapeMarkdown, mainTitle, oneLine, shownTitles, type NoteDraft } from './note-draft';
import { writtenTime } from './updated';
import { wellFormed } from './yaml';

/** What a placeholder of a template stands for; a list is written one entry a line. */
export type Value = string | readonly string[];
/** Gives that; `form` is how a time is to be written. */
type ValueOf = (draft: NoteDraft, form: string) => Value;

/** The placeholders of a note template, one a row: `{{title}}` and so on. The README has the same table in words. */
const PLACEHOLDERS = {
  title: (draft) => mainTitle(draft.titles, draft.titleLanguage),
  title_ru: ({ titles }) => oneLine(titles.ru),
  title_en: ({ titles }) => oneLine(titles.en),
  titles: (draft) => shownTitles(draft).join(' — '),
  name: ({ name }) => name,
  tags: ({ tags }) => tags,
  date: ({ now, style }, form) => writtenTime(now, form || 'YYYY-MM-DD', style.language),
  time: ({ now, style }, form) => writtenTime(now, form || 'HH:mm:ss', style.language),
  created: ({ created, style }, form) => writtenTime(created, form || 'YYYY-MM-DD', style.language),
  raw: ({ raw }) => raw,
  step1: ({ text }) => text,
  step2: () => '',
  step3: () => '',
  upstream: ({ ideas }) => ideas.upstream ?? [],
  downstream: ({ ideas }) => ideas.downstream ?? [],
  direct: ({ ideas }) => ideas.direct ?? [],
  related: ({ ideas }) => ideas.related ?? [],
  sources: ({ ideas }) => ideas.source ?? [],
} as const satisfies Readonly<Record<string, ValueOf>>;

/** Those that can say how they are written: `{{date:YYYY-MM}}`. */
const TIMES: readonly string[] = ['date', 'time', 'created'] satisfies (keyof typeof PLACEHOLDERS)[];

export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(PLACEHOLDERS);

/** Those whose text is a title's: in it no sign may be taken for Markdown. */
const TITLES: readonly string[] = ['title', 'title_ru', 'title_en', 'titles'];

export const SOURCE = String.raw`\{\{[ \t]*([\p{L}\p{N}_-]+(?::[^{}"'\r\n]*)?)[ \t]*\}\}`;
export const PLACEHOLDER = lazyPattern(SOURCE, 'gu');
/** A placeholder that has its line for itself, and the line's prefix. */
const ALONE = lazyPattern(String.raw`^([ \t>]*)${SOURCE}[ \t]*$`);
/** A placeholder that means nothing here, with its 1-based line. */
export interface UnknownPlaceholder {
  readonly name: string;
  readonly line: number;
}

/** What stands between double braces and is no placeholder of these; it is left as it stands. */
export function unknownPlaceholders(
  template: string,
  isKnown: (name: string) => boolean = (name) => knownValue(name) !== undefined,
): readonly UnknownPlaceholder[] {
  return splitLines(template).flatMap((text, index) =>
    Array.from(text.matchAll(/\{\{([^{}]*)\}\}/g), ([, name = '']) => ({ name: name.trim(), line: index + 1 })).filter(
      ({ name }) => !isKnown(name),
    ),
  );
}

/**
 * The lines of a template's body with its placeholders filled in. Text of several lines takes the quote marks and the indentation
 * of its place on each line; a line that holds an empty list and nothing else goes, with the blank line below it.
 */
export function fillBody(template: readonly string[], draft: NoteDraft): readonly string[] {
  const lines: string[] = [];
  let skipsBlank = false;
  let isCode = false;
  for (const line of template) {
    if (/^[\s>]*(?:```|~~~)/.test(line)) isCode = !isCode;
    if (skipsBlank && line === '') {
      skipsBlank = false;
      continue;
    }
    const alone = ALONE().exec(line);
    const value = alone ? valueOf(alone[2] ?? '', draft) : undefined;
    skipsBlank = alone?.[1] === '' && value !== undefined && value.length === 0;
    if (skipsBlank) continue;
    if (alone && value !== undefined && !TITLES.includes(alone[2] ?? '')) {
      for (const one of block(alone[1] ?? '', value)) lines.push(one);
    } else {
      const written = (gap: string, name: string, at: number): string =>
        inBody(name, draft, isCode ? 'code' : inside(line.slice(0, at))) ?? gap;
      lines.push(line.replace(PLACEHOLDER(), written));
    }
  }
  return lines;
}

/** What a place stands in, by what is before it in its line. */
function inside(before: string): 'code' | 'link' | 'text' {
  return before.split('`').length % 2 === 0 ? 'code' : /\[\[[^\]|]*$/.test(before) ? 'link' : 'text';
}

/** What a placeholder stands for; `undefined` for one that is none of ours. */
export function valueOf(name: string, draft: NoteDraft): Value | undefined {
  return knownValue(name)?.(draft, /:(.*)/.exec(name)?.[1]?.trim() ?? '');
}

/** Whether YAML takes what a placeholder stands for as it is. */
export function isTime(name: string): boolean {
  const [first = '', ...form] = name.split(':');
  return TIMES.includes(first) && /^[-/.:\sYMDHmsT]*$/.test(form.join(':')) && !/:\s/.test(name);
}

function knownValue(name: string): ValueOf | undefined {
  const [first = ''] = name.split(':');
  return first === name || TIMES.includes(first)
    ? new Map<string, ValueOf>(Object.entries(PLACEHOLDERS)).get(first)
    : undefined;
}

/** The lines of a text at a place, each behind its prefix. Blank lines around the text are dropped. */
function block(prefix: string, value: Value): readonly string[] {
  const lines = typeof value === 'string' ? filledLines(value) : value;
  return lines.length === 0 ? [prefix] : lines.map((line) => (line.trim() === '' ? prefix.trimEnd() : prefix + line));
}

/** The lines of a text from the first that is not blank to the last, without half surrogate pairs. */
export function filledLines(text: string): readonly string[] {
  const lines = splitLines(wellFormed(text));
  const filled = lines.map((line) => line.trim() !== '');
  const first = filled.indexOf(true);
  return first === -1 ? [] : lines.slice(first, filled.lastIndexOf(true) + 1);
}

function inBody(name: string, draft: NoteDraft, place: 'code' | 'link' | 'text'): string | undefined {
  const value = valueOf(name, draft);
  if (value === undefined) return undefined;
  if (name === 'tags') return draft.tags.map((tag) => `#${tag}`).join(' ');
  if (TITLES.includes(name) && typeof value === 'string' && place !== 'text')
    return place === 'link' ? fileNameOf(value).name : value;
  if (name === 'titles') return shownTitles(draft).map(escapeMarkdown).join(' — ');
  const text = typeof value === 'string' ? value : value.join(', ');
  return TITLES.includes(name) ? escapeMarkdown(text) : oneLine(text);
}
