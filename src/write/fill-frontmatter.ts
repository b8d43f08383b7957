import { isUnfinishedFrontmatter } from '../markdown/frontmatter';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import type { OutlinedText } from '../model/outline';
import { splitLines } from '../text/line-breaks';
import { fieldBlocks, foldField } from './frontmatter-fields';

/** What the frontmatter of a note lacks. */
export type MissingFields =
  /** There is none: all of it, with its rules. */
  | { readonly kind: 'whole'; readonly lines: readonly string[] }
  /** Lines to go in behind lines of the note, 1-based. */
  | {
      readonly kind: 'fields';
      readonly insertions: readonly { readonly after: number; readonly lines: readonly string[] }[];
    };

const NOTHING: MissingFields = { kind: 'fields', insertions: [] };

/** The template's fields that a note lacks; nothing where its frontmatter is written in a way that could break. */
export function missingFields(note: OutlinedText, template: OutlinedText): MissingFields {
  const wanted = fieldBlocks(frontmatterLines(template)) ?? [];
  if (wanted.length === 0) return NOTHING;
  if (note.outline.bodyLine === 1) {
    return isUnfinishedFrontmatter(note.text)
      ? NOTHING
      : { kind: 'whole', lines: ['---', ...wanted.flatMap(({ lines }) => lines), '---'] };
  }
  const { fields, isClear } = scanFrontmatter(note.text);
  if (!isClear) return NOTHING;
  // Blank lines and remarks below a value may be about the next field. Of several of one name the first counts.
  const ends = new Map([...fields].reverse().map(({ name, endLine }) => [foldField(name), endLine]));
  let after = 1;
  const insertions = wanted.flatMap(({ name, lines }) => {
    const end = ends.get(foldField(name));
    if (end === undefined) return [{ after, lines }];
    after = end;
    return [];
  });
  return { kind: 'fields', insertions };
}

/** The lines between the rules; none without frontmatter. */
function frontmatterLines({ text, outline }: OutlinedText): readonly string[] {
  return splitLines(text).slice(1, Math.max(1, outline.bodyLine - 2));
}
