import { suggestionReason } from '../i18n/suggestion-reasons';
import type { SuggestedRelation, Suggestion } from '../model/suggestion';
import type { Translate } from '../i18n';
import type { TurnedDown } from '../obsidian/turned-down';
import type { VaultIndex } from '../obsidian/vault-index';
import { readNote } from '../read/note';
import { readTerms, wordsOfTerms } from '../read/note-terms';
import type { Vocabulary } from '../read/vocabulary';
import { nameAmong } from '../text/note-name';
import type { SuggestedIdea, SuggestionServices } from '../view/core/services';
import { whole } from './whole-index';

/** The most that is suggested under one relation. */
const MOST = 5;
/** What little speaks for is not suggested. */
const LEAST_SCORE = 0.03;

/** What the suggestions are made from. */
interface SuggestionSources {
  readonly t: Translate;
  readonly ideas: VaultIndex;
  readonly turnedDown: TurnedDown;
  readonly vocabulary: () => Vocabulary;
}

/** What the sidebar and the commands are handed for what may belong to a note. */
export function suggestionServices({ t, ideas, turnedDown, vocabulary }: SuggestionSources): SuggestionServices {
  return {
    of: (path, text) => {
      const { ideaLinks, markdownLinks } = readNote(text, vocabulary(), path);
      const unwanted = turnedDown.of(path);
      const all = ideas.suggestions(path, {
        terms: readTerms(text, path),
        limit: MOST + unwanted.length,
        links: [...ideaLinks, ...markdownLinks],
      });
      const suggestions = eachOnce(all.filter((one) => one.score >= LEAST_SCORE && !unwanted.includes(one.path)));
      const words = wordsOfTerms(text, path, new Set(suggestions.flatMap(termsOf)));
      const paths = suggestions.map(({ path: idea }) => idea);
      return suggestions.map(({ path: idea, relation, reasons }): SuggestedIdea => ({
        path: idea,
        name: nameAmong(idea, paths),
        relation,
        reasons: reasons.map((reason) => ({
          text: suggestionReason(reason, relation, words, t),
          notes: reason.kind === 'words' ? [] : reason.kind === 'shared' ? reason.ideas : reason.notes,
        })),
      }));
    },
    prepare: async () => void (await Promise.all([ideas.hearTerms(), whole(ideas)])),
    turnedDown: (path) => turnedDown.of(path).length,
    turnDown: (path, idea) => turnedDown.add(path, idea),
    takeBack: (path) => turnedDown.takeBack(path),
  };
}

/** Each note under the relation that most speaks for, at most `MOST` of one relation. */
function eachOnce(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const one of suggestions) if (one.score > (best.get(one.path)?.score ?? 0)) best.set(one.path, one);
  const counts = new Map<SuggestedRelation, number>();
  return suggestions.filter((one) => {
    if (best.get(one.path) !== one) return false;
    const count = (counts.get(one.relation) ?? 0) + 1;
    counts.set(one.relation, count);
    return count <= MOST;
  });
}

function termsOf({ reasons }: Suggestion): readonly number[] {
  return reasons.flatMap((reason) => (reason.kind === 'words' ? reason.terms : []));
}
