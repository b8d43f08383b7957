import type { OutlinedText } from '../model/outline';
import { fieldBlocks, foldField, type FieldBlock } from './frontmatter-fields';
import { noteLines } from './note-lines';

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
  const wanted = fieldBlocks(frontmatterLines(template) ?? []) ?? [];
  const own = frontmatterLines(note);
  if (wanted.length === 0) return NOTHING;
  if (own === null) {
    return isUnfinished(note)
      ? NOTHING
      : { kind: 'whole', lines: ['---', ...wanted.flatMap(({ lines }) => lines), '---'] };
  }
  const blocks = fieldBlocks(own);
  if (blocks === null) return NOTHING;
  const names = new Set(blocks.map(({ name }) => foldField(name)));
  let after = 1;
  const insertions = wanted.flatMap(({ name, lines }) => {
    if (!names.has(foldField(name))) return [{ after, lines }];
    after = lastLine(blocks, name, own);
    return [];
  });
  return { kind: 'fields', insertions };
}

/** A rule at the very top, with no other to close it, is frontmatter that was never finished: another rule would close it. */
export function isUnfinished({ text, outline }: OutlinedText): boolean {
  return outline.bodyLine === 1 && /^\uFEFF?---[ \t]*(?:\r?\n|$)/.test(text);
}

/** The line of the note in which a field's value ends. */
function lastLine(blocks: readonly FieldBlock[], name: string, own: readonly string[]): number {
  const index = blocks.findIndex((block) => foldField(block.name) === foldField(name));
  const below = blocks.slice(index + 1).reduce((sum, { lines }) => sum + lines.length, 0);
  // Blank lines and remarks below it may be about the next field.
  const last = own.slice(0, own.length - below).findLastIndex((line) => !/^\s*(?:#|$)/.test(line));
  return last + 2;
}

/** The lines between the rules; `null` without frontmatter. */
function frontmatterLines({ text, outline }: OutlinedText): readonly string[] | null {
  return outline.bodyLine === 1 ? null : noteLines(text).lines.slice(1, outline.bodyLine - 2);
}
