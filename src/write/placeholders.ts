import { lazily } from '../text/lazily';
import { splitLines } from '../text/line-breaks';
import { escapeMarkdown, mainTitle, oneLine, shownTitles, type NoteDraft } from './note-draft';
import { localTime } from './updated';
import { wellFormed } from './yaml';

/** What a placeholder of a template stands for; a list is written one entry a line. */
export type Value = string | readonly string[];

/** The placeholders of a note template, one a row: `{{title}}` and so on. The README has the same table in words. */
const PLACEHOLDERS = {
  title: (draft) => mainTitle(draft.titles, draft.titleLanguage),
  title_ru: ({ titles }) => oneLine(titles.ru),
  title_en: ({ titles }) => oneLine(titles.en),
  titles: (draft) => shownTitles(draft).join(' — '),
  name: ({ name }) => name,
  tags: ({ tags }) => tags,
  date: ({ now }) => localTime(now).slice(0, 10),
  time: ({ now }) => localTime(now).slice(11),
  created: ({ created }) => localTime(created).slice(0, 10),
  step1: ({ text }) => text,
  step2: () => '',
  step3: () => '',
  upstream: ({ ideas }) => ideas.upstream ?? [],
  downstream: ({ ideas }) => ideas.downstream ?? [],
  direct: ({ ideas }) => ideas.direct ?? [],
  related: ({ ideas }) => ideas.related ?? [],
  sources: ({ ideas }) => ideas.source ?? [],
} as const satisfies Readonly<Record<string, (draft: NoteDraft) => Value>>;

export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(PLACEHOLDERS);

/** Those whose text is a title's: in it no sign may be taken for Markdown. */
const TITLES: readonly string[] = ['title', 'title_ru', 'title_en', 'titles'];

export const SOURCE = String.raw`\{\{[ \t]*([\p{L}\p{N}_-]+)[ \t]*\}\}`;
export const PLACEHOLDER = lazily(() => new RegExp(SOURCE, 'gu'));
/** A placeholder that has its line for itself, and the line's prefix. */
const ALONE = lazily(() => new RegExp(String.raw`^([ \t>]*)${SOURCE}[ \t]*$`, 'u'));
/** A placeholder that means nothing here, with its 1-based line. */
export interface UnknownPlaceholder {
  readonly name: string;
  readonly line: number;
}

/** The placeholders of a template that are none of ours; they are left as they stand. */
export function unknownPlaceholders(template: string): readonly UnknownPlaceholder[] {
  return splitLines(template).flatMap((text, index) =>
    Array.from(text.matchAll(PLACEHOLDER()), ([, name = '']) => ({ name, line: index + 1 })).filter(
      ({ name }) => !PLACEHOLDER_NAMES.includes(name),
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
  for (const line of template) {
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
    } else lines.push(line.replace(PLACEHOLDER(), (gap, name: string) => inBody(name, draft) ?? gap));
  }
  return lines;
}

/** What a placeholder stands for; `undefined` for one that is none of ours. */
export function valueOf(name: string, draft: NoteDraft): Value | undefined {
  return new Map<string, (of: NoteDraft) => Value>(Object.entries(PLACEHOLDERS)).get(name)?.(draft);
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

function inBody(name: string, draft: NoteDraft): string | undefined {
  const value = valueOf(name, draft);
  if (value === undefined) return undefined;
  if (name === 'tags') return draft.tags.map((tag) => `#${tag}`).join(' ');
  if (name === 'titles') return shownTitles(draft).map(escapeMarkdown).join(' — ');
  const text = typeof value === 'string' ? value : value.join(', ');
  return TITLES.includes(name) ? escapeMarkdown(text) : oneLine(text);
}
