import { applyChanges } from '../model/apply-changes';
import type { OutlinedText } from '../model/outline';
import type { StepNumber } from '../model/vocabulary';
import type { AnswerIdea, TakenAnswer } from './answer';
import { fieldChange } from './answer-fields';
import type { FieldBlock } from './frontmatter-fields';
import { decodePercent } from '../text/percent';
import type { LinkReading } from './idea-link-edit';
import { changeBetween, ownStep, pasteSteps, type PasteResult } from './paste-steps';
import { rawTextRemoval } from './raw-text';
import { withIdeas } from './with-ideas';

/** What of an answer is wanted in the note. */
export interface PasteChoice {
  /** Steps that are written over whatever they say. */
  readonly replaced: ReadonlySet<StepNumber>;
  /** Names of the fields that are taken. */
  readonly fields: ReadonlySet<string>;
  readonly takesIdeas: boolean;
  /** The raw text goes once step 1 stands. */
  readonly removesRawText: boolean;
}

/** How notes are read on the way. */
export interface PasteReading {
  readonly outline: (text: string) => OutlinedText;
  readonly links: LinkReading;
}

/** Puts an answer into a note, as one change. What has no place in it is told in `refused`. */
export function pasteAnswer(
  note: OutlinedText,
  template: OutlinedText,
  { texts, fields, ideas }: TakenAnswer,
  choice: PasteChoice,
  { outline, links }: PasteReading,
): {
  readonly result: PasteResult;
  readonly refusedIdeas: readonly AnswerIdea[];
  readonly refusedFields: readonly FieldBlock[];
} {
  const steps = pasteSteps(note, template, texts, choice.replaced, outline);
  if (steps.kind !== 'changes') return { result: steps, refusedIdeas: [], refusedFields: [] };
  const given = applyChanges(note.text, steps.changes);
  const { text: listed, refused: refusedIdeas } = withIdeas(given, choice.takesIdeas ? ideas.map(named) : [], links);
  let text = listed;
  const refusedFields: FieldBlock[] = [];
  const removal = choice.removesRawText ? rawTextRemoval(outline(text)) : null;
  if (removal && (ownStep(outline(text), 1)?.words ?? 0) > 0) text = applyChanges(text, [removal]);
  for (const block of fields.filter(({ name }) => choice.fields.has(name))) {
    const change = fieldChange(text, block);
    if (change) text = applyChanges(text, [change]);
    else refusedFields.push(block);
  }
  const change = changeBetween(note.text, text);
  return { result: { kind: 'changes', changes: change ? [change] : [] }, refusedIdeas, refusedFields };
}

/** An idea by its note's name, which a link in Markdown has as an address. */
const named = (idea: AnswerIdea): AnswerIdea => ({
  ...idea,
  target: decodePercent(idea.target).replace(/\.md$/i, ''),
});
