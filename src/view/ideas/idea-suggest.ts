import {
  SuggestModal,
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  type App,
  type SearchResult,
} from 'obsidian';
import type { Translate } from '../../i18n';
import { inOtherLayout } from '../../text/keyboard-layout';

/** An idea that can be gone to. */
export interface IdeaChoice {
  readonly path: string;
  readonly name: string;
  /** Other names: titles in either language, aliases. */
  readonly titles: readonly string[];
  /** What the idea is, or what is said of it; `''` if nothing is known. */
  readonly description: string;
}

interface Found {
  readonly idea: IdeaChoice;
  readonly score: number;
  /** What matched in the name, for showing it; `null` where something else did. */
  readonly inName: SearchResult | null;
}

/** What a match in a title, and one in a description, is worth less than one in the name. */
const WORSE = { title: 0.5, description: 5 };
/** What one of what other keys would have typed is worth less. */
const WORSE_KEYS = 1;
/** Found while nothing is typed. */
const MOST_UNASKED = 50;

/** Chooses an idea by its name, title, alias or description. */
export class IdeaSuggestModal extends SuggestModal<Found> {
  readonly #ideas: readonly IdeaChoice[];
  readonly #chosen: (idea: IdeaChoice, evt: MouseEvent | KeyboardEvent) => void;

  constructor(
    app: App,
    t: Translate,
    ideas: readonly IdeaChoice[],
    chosen: (idea: IdeaChoice, evt: MouseEvent | KeyboardEvent) => void,
  ) {
    super(app);
    this.#ideas = ideas;
    this.#chosen = chosen;
    this.setPlaceholder(t('findIdea.placeholder'));
    this.emptyStateText = t('findIdea.nothing');
  }

  override getSuggestions(query: string): Found[] {
    if (query.trim() === '') {
      return this.#ideas.slice(0, MOST_UNASKED).map((idea) => ({ idea, score: 0, inName: null }));
    }
    const found = new Map<IdeaChoice, Found>();
    // Somebody may have typed in the wrong layout.
    for (const [typed, worse] of [
      [query, 0],
      [inOtherLayout(query), WORSE_KEYS],
    ] as const) {
      for (const one of this.#find(withoutYo(typed))) {
        const score = one.score - worse;
        if (score > (found.get(one.idea)?.score ?? -Infinity)) found.set(one.idea, { ...one, score });
      }
    }
    return [...found.values()].sort((a, b) => b.score - a.score);
  }

  #find(query: string): Found[] {
    const fuzzy = prepareFuzzySearch(query);
    const words = prepareSimpleSearch(query);
    return this.#ideas.flatMap((idea) => {
      const inName = fuzzy(withoutYo(idea.name));
      const scores = [
        inName?.score,
        ...idea.titles.map((title) => minus(fuzzy(withoutYo(title))?.score, WORSE.title)),
        minus(words(withoutYo(idea.description))?.score, WORSE.description),
      ].filter((score) => score !== undefined);
      return scores.length > 0 ? [{ idea, score: Math.max(...scores), inName }] : [];
    });
  }

  override renderSuggestion({ idea, inName }: Found, el: HTMLElement): void {
    el.addClass('mod-complex');
    const contentEl = el.createDiv('suggestion-content');
    renderMatches(contentEl.createDiv('suggestion-title'), idea.name, inName?.matches ?? null);
    const note = [...idea.titles, idea.description].filter((text) => text !== '').join(' · ');
    if (note !== '') contentEl.createDiv({ cls: 'suggestion-note', text: note });
  }

  override onChooseSuggestion({ idea }: Found, evt: MouseEvent | KeyboardEvent): void {
    this.#chosen(idea, evt);
  }
}

/** With `е` for `ё`, sign by sign: what was found is shown in the name as it is. */
function withoutYo(text: string): string {
  return text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}

function minus(score: number | undefined, by: number): number | undefined {
  return score === undefined ? undefined : score - by;
}
