import { frontmatterEnd } from '../markdown/frontmatter';
import { splitLines } from '../text/line-breaks';
import { fillFields } from './fill-fields';
import { fieldBlocks, foldField, repeatedFieldNames, type FieldBlock } from './frontmatter-fields';
import type { NoteDraft } from './note-draft';
import { fillBody } from './placeholders';
import { withRaw } from './raw-text';
import { builtInTemplate } from './template';

/** A place in a text, counted as an editor counts: both from 0. */
export interface TextPlace {
  readonly line: number;
  readonly ch: number;
}

/** What known fields hold in a new note; the others are empty. */
const FIELD_VALUES: Readonly<Record<string, string>> = {
  tags: '{{tags}}',
  title: '{{title}}',
  updated: '{{date}} {{time}}',
  created: '{{created}}',
};

/** Where a step waits for its text: a quote without words. Blank lines of a quoted text are `>` alone, so this stands nowhere else. */
const EMPTY_QUOTE = '> ';

/**
 * The text of a new note, by its author's template or the built-in one. A template without frontmatter is given the fields. Has no
 * line ends but those of Unix, and ends in one line break.
 */
export function composeThreeStepNote(draft: NoteDraft): string {
  const { lines, bodyLine } = templateOf(draft);
  const isBare = bodyLine === 1;
  const blocks = isBare ? fieldsOf(draft) : [];
  const first = new Map([...blocks].reverse().map((block) => [foldField(block.name), block]));
  const frontmatter = isBare
    ? blocks.filter((block) => first.get(foldField(block.name)) === block).flatMap((block) => block.lines)
    : fillFields(lines.slice(1, bodyLine - 2), draft);
  const body = fillBody(withRaw(lines.slice(bodyLine - 1), draft), draft);
  const parts = [...(frontmatter.length === 0 ? [] : ['---', ...frontmatter, '---', ...(isBare ? [''] : [])]), ...body];
  return `${parts.join('\n').replace(/\n+$/, '')}\n`;
}

/** The names that several fields of a new note would have, by its author's template or the settings. */
export function repeatedFields(draft: NoteDraft): readonly string[] {
  const { lines, bodyLine } = templateOf(draft);
  return repeatedFieldNames(
    bodyLine === 1 ? fieldsOf(draft).flatMap((block) => block.lines) : fillFields(lines.slice(1, bodyLine - 2), draft),
  );
}

function templateOf(draft: NoteDraft): { readonly lines: readonly string[]; readonly bodyLine: number } {
  const template = (draft.template ?? builtInTemplate(draft.style)).replace(/^\uFEFF/, '');
  const lines = splitLines(template.trimEnd());
  return { lines, bodyLine: frontmatterEnd(lines.join('\n')).line };
}

/** The fields that the settings name. */
function fieldsOf(draft: NoteDraft): readonly FieldBlock[] {
  return draft.fields.flatMap(
    (field) => fieldBlocks(fillFields([field.includes(':') ? field : withValue(field)], draft)) ?? [],
  );
}

function withValue(field: string): string {
  const value = new Map(Object.entries(FIELD_VALUES)).get(field);
  return value === undefined ? `${field}:` : `${field}: ${value}`;
}

/** Where to go on writing in a composed note: its first empty step, or the start of the text when every step is filled. */
export function writingPlace(note: string): TextPlace {
  const line = note.split('\n').indexOf(EMPTY_QUOTE);
  return line === -1 ? { line: 0, ch: 0 } : { line, ch: EMPTY_QUOTE.length };
}
