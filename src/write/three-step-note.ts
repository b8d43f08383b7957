import { frontmatterEnd } from '../markdown/frontmatter';
import { splitLines } from '../text/line-breaks';
import { fillFields } from './fill-fields';
import { fieldBlocks, foldField } from './frontmatter-fields';
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
  const template = (draft.template ?? builtInTemplate(draft.style)).replace(/^\uFEFF/, '');
  const lines = splitLines(template.trimEnd());
  const bodyLine = frontmatterEnd(lines.join('\n')).line;
  const isBare = bodyLine === 1;
  const frontmatter = isBare ? fieldLines(draft) : fillFields(lines.slice(1, bodyLine - 2), draft);
  const body = fillBody(withRaw(lines.slice(bodyLine - 1), draft), draft);
  const parts = [...(frontmatter.length === 0 ? [] : ['---', ...frontmatter, '---', ...(isBare ? [''] : [])]), ...body];
  return `${parts.join('\n').replace(/\n+$/, '')}\n`;
}

/** The lines of the fields that the settings name, each once. */
function fieldLines(draft: NoteDraft): readonly string[] {
  const blocks = draft.fields.flatMap(
    (field) => fieldBlocks(fillFields([field.includes(':') ? field : withValue(field)], draft)) ?? [],
  );
  const first = new Map([...blocks].reverse().map((block) => [foldField(block.name), block]));
  return blocks.filter((block) => first.get(foldField(block.name)) === block).flatMap((block) => block.lines);
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
