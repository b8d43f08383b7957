import { applyChanges } from '../model/apply-changes';
import type { AnswerIdea } from './answer';
import { editIdeaLinks, type LinkReading } from './idea-link-edit';

/** A text with ideas at the ends of its lists, one after the other, and those that have no place in it. */
export function withIdeas(
  text: string,
  ideas: readonly AnswerIdea[],
  links: LinkReading,
): { readonly text: string; readonly refused: readonly AnswerIdea[] } {
  const refused: AnswerIdea[] = [];
  let after = text;
  for (const idea of ideas) {
    const { relation, target: link, heading, description: sentence } = idea;
    const subpath = heading && `#${heading}`;
    const added = editIdeaLinks(after, { kind: 'add', relation, link, subpath, sentence, footnote: null }, links);
    if (added.kind === 'changes') after = applyChanges(after, added.changes);
    else refused.push(idea);
  }
  return { text: after, refused };
}
