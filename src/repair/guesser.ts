import type { RepairedNote } from '../model/garbled';
import { gapsIn, type Gap } from './gaps';
import { eachWord, isLetterAt } from './words';

/** Guesses lost characters by the words and signs of other notes. All of those are handed in before the first guess. */
export class Guesser {
  readonly #gaps: readonly Gap[];
  /** The letters that got lost, and the signs. */
  readonly #letters: RegExp;
  readonly #signs: RegExp;
  /** How often each word or sign was met that has the outline of a gap, by outline. */
  readonly #met = new Map<string, Map<string, number>>();
  /** What stands beside a gap, and how often what was met stood beside that. */
  readonly #beside = new Set<string>();
  readonly #pairs = new Map<string, number>();

  constructor(note: Pick<RepairedNote, 'text' | 'lost'>) {
    const candidates = note.lost.flatMap((one) => one.candidates);
    this.#letters = anyOf(candidates.filter((one) => isLetterAt(one, 0)).map((one) => one.toLowerCase()));
    this.#signs = anyOf(candidates.filter((one) => !isLetterAt(one, 0)));
    this.#gaps = gapsIn(note);
    for (const gap of this.#gaps) {
      this.#met.set(this.#outline(gap), new Map());
      this.#beside.add(gap.before).add(gap.after);
    }
  }

  /** Counts what stands in a healthy text. */
  learn(text: string): void {
    const lower = text.toLowerCase();
    let before = '';
    let isBeforeMet = false;
    eachWord(lower, (word, isAscii) => {
      const met = isAscii ? undefined : this.#met.get(word.replace(this.#letters, '\uFFFD'));
      if (met) count(met, word);
      if (met || isBeforeMet) this.#pair(before, word);
      before = word;
      isBeforeMet = met !== undefined;
    });
    const met = this.#met.get('');
    if (!met) return;
    for (const { 0: sign, index } of lower.matchAll(this.#signs)) {
      count(met, sign);
      this.#pair(lower.charAt(index - 1), sign);
      this.#pair(sign, lower.charAt(index + sign.length));
    }
  }

  /**
   * The lost characters that can be guessed, by offset: a word that was met beside the same words, the most frequent one of several,
   * or else of all that were met; a sign likewise. What can be one character only is that.
   */
  guesses(): ReadonlyMap<number, string> {
    const guesses = new Map<number, string>();
    for (const gap of this.#gaps) {
      const best = this.#best(gap);
      for (const { at, candidates } of gap.lost) {
        const guess = candidates.find(
          (one) => candidates.length === 1 || best?.startsWith(one.toLowerCase(), at - gap.from),
        );
        if (guess !== undefined) guesses.set(at, guess);
      }
    }
    return guesses;
  }

  #best(gap: Gap): string | null {
    let best: string | null = null;
    let most = { beside: 0, alone: 0 };
    for (const [met, alone] of this.#met.get(this.#outline(gap)) ?? []) {
      const beside = (this.#pairs.get(pairOf(gap.before, met)) ?? 0) + (this.#pairs.get(pairOf(met, gap.after)) ?? 0);
      const isMore = beside > most.beside || (beside === most.beside && alone > most.alone);
      if (!isMore || !fits(met, gap)) continue;
      best = met;
      most = { beside, alone };
    }
    return best;
  }

  /** A word without the letters that may get lost, whether they did or not; the same for all signs. */
  #outline({ kind, text }: Gap): string {
    return kind === 'sign' ? '' : text.replace(this.#letters, '\uFFFD');
  }

  #pair(before: string, after: string): void {
    if (this.#beside.has(before) || this.#beside.has(after)) count(this.#pairs, pairOf(before, after));
  }
}

/** Whether the gap can have been that. */
function fits(met: string, { kind, text, lost, from }: Gap): boolean {
  const candidates = new Map(lost.map((one) => [one.at - from, one.candidates.map((each) => each.toLowerCase())]));
  if (kind === 'sign') return candidates.get(0)?.includes(met) ?? false;
  return (
    met.length === text.length &&
    met.split('').every((letter, index) => candidates.get(index)?.includes(letter) ?? letter === text.charAt(index))
  );
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function pairOf(before: string, after: string): string {
  return `${before}\n${after}`;
}

/** Matches each of these characters, none of which is ASCII. */
function anyOf(characters: readonly string[]): RegExp {
  return characters.length === 0 ? /(?!)/gu : new RegExp(`[${[...new Set(characters)].join('')}]`, 'gu');
}
