import type { App } from 'obsidian';
import { applyChanges } from '../model/apply-changes';
import type { TextChange } from '../model/text-change';
import type { IdeaBoxesSource } from '../view/ideas/idea-boxes';
import type { SuggestedIdea, SuggestionServices } from '../view/core/services';
import type { AnswerIdea } from '../write/answer';
import { changeBetween } from '../write/paste-steps';
import { withIdeas } from '../write/with-ideas';
import type { TemplateContext } from './chosen-template';
import { attempt } from './failure';
import { readingOf } from './idea-reading';

/** What ideas are suggested by, for a note that is being made or filled in. */
export interface SuggestingContext extends TemplateContext {
  readonly suggestions: Pick<SuggestionServices, 'of' | 'prepare'>;
}

/** What boxes of ideas are handed for a note at `path()` with the text `text()`. */
export function boxesOf(
  { t, suggestions }: SuggestingContext,
  note: () => { readonly path: string; readonly text: string },
): IdeaBoxesSource {
  return {
    find: () => {
      const { path, text } = note();
      return suggestions.of(path, text);
    },
    prepare: async () => void (await attempt(t, 'commands.suggestIdeas', () => suggestions.prepare())),
  };
}

/** Ticked ideas as entries of the note at `path`: links alone, for what is to be said of them is the author's. */
function entriesOf(app: App, path: string, ticked: readonly SuggestedIdea[]): readonly AnswerIdea[] {
  return ticked.flatMap(({ path: idea, relation }) => {
    const file = app.vault.getFileByPath(idea);
    const target = file && app.metadataCache.fileToLinktext(file, path, true);
    return target === null ? [] : [{ relation, target, heading: '', description: '' }];
  });
}

/** The text of the note at `path` with ticked ideas in its lists, and what the links are called that have no place in it. */
export function withTicked(
  context: SuggestingContext,
  path: string,
  text: string,
  ticked: readonly SuggestedIdea[],
): { readonly text: string; readonly refused: readonly string[] } {
  if (ticked.length === 0) return { text, refused: [] };
  const after = withIdeas(text, entriesOf(context.app, path, ticked), readingOf(context, path));
  return { text: after.text, refused: after.refused.map(({ target }) => target) };
}

/** As `withTicked`, on top of changes: all as one. */
export function changesWithTicked(
  context: SuggestingContext,
  path: string,
  text: string,
  changes: readonly TextChange[],
  ticked: readonly SuggestedIdea[],
): { readonly changes: readonly TextChange[]; readonly refused: readonly string[] } {
  if (ticked.length === 0) return { changes, refused: [] };
  const { text: after, refused } = withTicked(context, path, applyChanges(text, changes), ticked);
  const change = changeBetween(text, after);
  return { changes: change ? [change] : [], refused };
}

/** What may belong to the note at `path`, as entries, once it is known what all notes speak of. */
export async function candidatesFor(
  context: SuggestingContext,
  path: string,
  text: string,
): Promise<readonly AnswerIdea[]> {
  await context.suggestions.prepare();
  return entriesOf(context.app, path, context.suggestions.of(path, text));
}
