import {
  SuggestModal,
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  type App,
  type SearchResult,
} from 'obsidian';
import type { Translate } from '../../i18n';
import type { Work } from '../../model/work';
import { inOtherLayout } from '../../text/keyboard-layout';
import { inFrames } from '../core/in-frames';

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
/** So many ideas are looked at before others are asked: a vault may have tens of thousands. */
const AT_ONCE = 100;

/** Chooses an idea by its name, title, alias or description. */
export class IdeaSuggestModal extends SuggestModal<Found> {
  readonly #ideas: Iterable<IdeaChoice>;
  readonly #chosen: (idea: IdeaChoice, evt: MouseEvent | KeyboardEvent) => void;
  /** Which search is wanted: the last one, and none once it is closed. */
  #asked = 0;

  /** @param ideas Gone through for each search, and no further than it needs. */
  constructor(
    app: App,
    t: Translate,
    ideas: Iterable<IdeaChoice>,
    chosen: (idea: IdeaChoice, evt: MouseEvent | KeyboardEvent) => void,
  ) {
    super(app);
    this.#ideas = ideas;
    this.#chosen = chosen;
    this.setPlaceholder(t('findIdea.placeholder'));
    this.emptyStateText = t('findIdea.nothing');
  }

  override getSuggestions(query: string): Found[] | Promise<Found[]> {
    const asked = ++this.#asked;
    const found = inFrames(this.modalEl.win, this.#finding(query), () => asked !== this.#asked);
    // What nobody waits for any longer never comes, lest it take the place of what was typed since.
    return found instanceof Promise ? found.then((all) => all ?? new Promise(() => undefined)) : found;
  }

  override onClose(): void {
    this.#asked++;
    super.onClose();
  }

  *#finding(query: string): Work<Found[]> {
    const isAsked = query.trim() !== '';
    // Somebody may have typed in the wrong layout.
    const asTyped = searchFor(query, 0);
    const inOther = searchFor(inOtherLayout(query), WORSE_KEYS);
    const found: Found[] = [];
    let looked = 0;
    for (const idea of this.#ideas) {
      if (!isAsked) {
        found.push({ idea, score: 0, inName: null });
        if (found.length === MOST_UNASKED) break;
        continue;
      }
      const [one, other] = [asTyped(idea), inOther(idea)];
      const better = other.score > one.score ? other : one;
      if (better.score > -Infinity) found.push(better);
      if (++looked % AT_ONCE > 0) continue;
      best(found, this.limit);
      yield;
    }
    return best(found, this.limit);
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

/** Keeps those of what was found that can be shown, the best one first. */
function best(found: Found[], limit: number): Found[] {
  found.sort((a, b) => b.score - a.score).splice(limit);
  return found;
}

/** What looks in ideas for what was typed; what it finds is worth less by `worse`. */
function searchFor(typed: string, worse: number): (idea: IdeaChoice) => Found {
  const query = withoutYo(typed);
  const fuzzy = prepareFuzzySearch(query);
  const words = prepareSimpleSearch(query);
  return (idea) => {
    const inName = fuzzy(withoutYo(idea.name));
    const score = Math.max(
      scoreOf(inName),
      ...idea.titles.map((title) => scoreOf(fuzzy(withoutYo(title))) - WORSE.title),
      scoreOf(words(withoutYo(idea.description))) - WORSE.description,
    );
    return { idea, score: score - worse, inName };
  };
}

/** With `е` for `ё`, sign by sign: what was found is shown in the name as it is. */
function withoutYo(text: string): string {
  return text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}

/** How good a match is; far below all others where there is none. */
function scoreOf(match: SearchResult | null): number {
  return match?.score ?? -Infinity;
}
