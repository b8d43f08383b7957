import type { Relation } from '../model/vocabulary';
import { lazyPattern } from '../text/lazily';
import { LETTER_OR_DIGIT } from '../text/letters';
import type { TemplateStyle } from './template';
import { wellFormed } from './yaml';

/** What the user gives for a new note. */
export interface NoteDraft {
  readonly titles: Titles;
  /** The file's name without extension; `''` as long as there is none. */
  readonly name: string;
  /** Valid tags without `#`. */
  readonly tags: readonly string[];
  /** The text of step 1, with any line ends; `''` if there is none yet. */
  readonly text: string;
  /** The thought as it was dictated, which step 1 is still to be made of; `''` for none. */
  readonly raw: string;
  /** Entries of the lists of ideas, a line of Markdown each. */
  readonly ideas: Readonly<Partial<Record<Relation, readonly string[]>>>;
  /** The title that the note is known by; see `mainTitle`. */
  readonly titleLanguage: 'ru' | 'en';
  /** Written in local time, as is `created`. */
  readonly now: Date;
  /** When the note was made: now, unless it was there before. */
  readonly created: Date;
  /** The headings of the built-in template; their language comes first where both titles are shown. */
  readonly style: TemplateStyle;
  /** The author's own template, frontmatter and all; `null` for the built-in one. */
  readonly template: string | null;
  /** Fields for a template without frontmatter: `created`, or with what they hold, `status: draft`. */
  readonly fields: readonly string[];
}

export interface Titles {
  readonly ru: string;
  readonly en: string;
}

/** The title that a note is known by: the one in `language`, else the other. On one line, `''` when both are empty. */
export function mainTitle(titles: Titles, language: 'ru' | 'en'): string {
  const [first, second] = language === 'en' ? [titles.en, titles.ru] : [titles.ru, titles.en];
  return oneLine(first) || oneLine(second);
}

/** The titles that there are, each once, that in the language of the headings first. */
export function shownTitles({ titles, style }: NoteDraft): readonly string[] {
  const both = [oneLine(titles.ru), oneLine(titles.en)].filter((title) => title !== '');
  return [...new Set(style.language === 'ru' ? both : both.reverse())];
}

const BLANKS = lazyPattern('[\\s\\p{Cc}]+', 'gu');

export function oneLine(title: string): string {
  return wellFormed(title).replace(BLANKS(), ' ').trim();
}

/** A title in which no sign is taken for Markdown. An underscore within a word is harmless, and common in titles. */
export function escapeMarkdown(title: string): string {
  return title
    .replace(/[\\`*[\]<$^]|%%|~~|==|#(?=\S)/g, escaped)
    .replace(/_+/g, (bars, at: number, whole: string) =>
      isWordSign(whole.charAt(at - 1)) && isWordSign(whole.charAt(at + bars.length)) ? bars : escaped(bars),
    );
}

function escaped(signs: string): string {
  return Array.from(signs, (sign) => `\\${sign}`).join('');
}

function isWordSign(sign: string): boolean {
  return LETTER_OR_DIGIT().test(sign);
}
