import type * as obsidian from 'obsidian';
import { prepareFuzzySearch, renderMatches, sortSearchResults } from '../widgets/fuzzy.ts';
import { AbstractInputSuggest } from '../widgets/popover-suggest.ts';

interface FoundPath {
  path: string;
  match: obsidian.SearchResult;
}

/** Suggests paths of the vault under a text field. Choosing one counts as typing it. */
export class PathSuggest extends AbstractInputSuggest<FoundPath> {
  constructor(
    app: obsidian.App,
    inputEl: HTMLInputElement,
    private readonly paths: () => string[],
  ) {
    super(app, inputEl);
  }

  renderSuggestion({ path, match }: FoundPath, el: HTMLElement): void {
    renderMatches(el, path, match.matches);
  }

  override selectSuggestion(found: FoundPath, evt: MouseEvent | KeyboardEvent): void {
    this.setValue(found.path);
    this.textInputEl.dispatchEvent(new Event('input'));
    this.close();
    super.selectSuggestion(found, evt);
  }

  protected getSuggestions(query: string): FoundPath[] {
    const search = prepareFuzzySearch(query);
    const found: FoundPath[] = [];
    for (const path of this.paths()) {
      const match = search(path);
      if (match) found.push({ path, match });
    }
    if (query.trim() !== '') sortSearchResults(found);
    return found;
  }
}
