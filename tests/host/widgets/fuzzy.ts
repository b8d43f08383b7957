import type { SearchMatchPart, SearchMatches, SearchResult, SearchResultContainer } from 'obsidian';

const isWordStart = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));

/** Joins ranges that touch or overlap, in order, so that a highlight is one element. */
function mergeRanges(ranges: SearchMatchPart[]): SearchMatches {
  const merged: SearchMatches = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The occurrence of a word that reads best: one that starts a word, else the first. -1 without any. */
function findWord(text: string, word: string): number {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return at;
  return first;
}

/** Finds the letters of a word in order, anywhere in the text; null when one is missing. */
function findLetters(text: string, word: string): SearchMatchPart[] | null {
  const ranges: SearchMatchPart[] = [];
  let at = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    ranges.push([found, found + letter.length]);
    at = found + letter.length;
  }
  return ranges;
}

/**
 * Fuzzy search as in the quick switcher: every word of the query has to occur, whole or letter by letter. A score is at most 0 and
 * nearer to 0 for a better match; its exact value is nobody's business.
 */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    let score = -text.length / 1e4;
    const ranges: SearchMatchPart[] = [];
    for (const word of words) {
      const at = findWord(lower, word);
      if (at >= 0) {
        ranges.push([at, at + word.length]);
        score -= at / 1e3 + (isWordStart(lower, at) ? 0 : 0.2);
        continue;
      }
      const letters = findLetters(lower, word);
      if (!letters) return null;
      score -= mergeRanges(letters).length;
      ranges.push(...letters);
    }
    return { score, matches: mergeRanges(ranges) };
  };
}

/** Search for whole words of the query, in any order, anywhere in the text. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const ranges: SearchMatchPart[] = [];
    for (const word of words) {
      let at = lower.indexOf(word);
      if (at < 0) return null;
      for (; at >= 0; at = lower.indexOf(word, at + word.length)) ranges.push([at, at + word.length]);
    }
    const matches = mergeRanges(ranges);
    return { score: -(matches[0]?.[0] ?? 0) / 1e3 - text.length / 1e4, matches };
  };
}

/** Sorts in place, best first. */
export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/** Writes `text` into `el` with its matches highlighted. `offset` is added to each match, for a text that is a part of what was searched. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [from, to] of matches ?? []) {
    const start = Math.max(at, from + offset);
    const end = Math.min(text.length, to + offset);
    if (end <= start) continue;
    el.appendText(text.slice(at, start));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
    at = end;
  }
  el.appendText(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}
