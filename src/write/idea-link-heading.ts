import type { Section } from '../model/outline';
import type { Relation } from '../model/vocabulary';
import type { ListNote } from './idea-link-note';
import { lazyPattern } from '../text/lazily';
import { LETTER, LETTERS } from '../text/letters';
import { OTHER_HEADINGS } from './template';

/** A heading's marks and signs; what goes on with words. */
const OPENING = lazyPattern(String.raw`^(#*\s*)([^\p{L}]*)`);
const IN_WORDS = lazyPattern(String.raw`[\p{L})\]]`);

/** The heading of a new section, spelt and marked as `like`, or as a section inside that one; in the language of the note. */
export function headingFor(
  note: ListNote,
  relation: Relation,
  like: Section | null,
  isInside: boolean,
): readonly string[] {
  const { lines, outline } = note;
  const isList = ({ key, set }: Section): boolean => key !== 'source' && set === 0;
  const titles = outline.sections.filter(isList).map(({ line }) => lines[line - 1]?.content);
  const own = (isHeading: boolean): string =>
    lines
      .filter(({ kind }) => kind !== 'closed' && (kind === 'heading') === isHeading)
      .map(({ content }) => content.replace(/\[\[[^[\]]*\]\]|^#* *Sources$/g, ''))
      .join('');
  const sample = [titles.join(''), own(true), own(false)].find((words) => LETTER().test(words));
  const cyrillic = sample?.match(/[а-яё]/gi)?.length ?? 0;
  if (relation === 'source') return ['#### Sources'];
  const words = OTHER_HEADINGS[cyrillic * 2 > (sample?.match(LETTERS())?.length ?? 0) ? 'ru' : 'en'][relation];
  const model = like && lines[like.line - 1]?.content;
  if (!like || !model) return [`## ${words}`];
  if (isInside) return [`${'#'.repeat(Math.min(6, like.level + 1))} ${words}`];
  const [whole = '', hashes = '', sign = ''] = OPENING().exec(model) ?? [];
  const closing = closingOf(model.slice(whole.length));
  const isShared = titles.length > 1 && titles.every((title) => title?.includes(sign) === true);
  const opening = isShared && !/\d/.test(sign) ? sign : sign.replace(/[^*_]/g, '');
  return [hashes + opening + words + closing.replace(/[^*_:]/g, '')];
}

/** The signs behind the words of a heading. */
function closingOf(words: string): string {
  let at = words.length;
  while (at > 0 && !IN_WORDS().test(words.charAt(at - 1))) at--;
  return words.slice(at);
}
