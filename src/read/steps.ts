import type { Step } from '../model/note';
import { countWords } from './words';
import type { StepMeaning, Vocabulary } from './vocabulary';

/** A line that may open a step. */
interface Candidate {
  readonly meaning: StepMeaning;
  readonly line: number;
  readonly depth: number;
  /** Offset of the text below the heading. */
  readonly textFrom: number;
  /** Where the quote that the heading stands in ends, if it does. */
  quoteEnd: Boundary | null;
}

/** A place where a step's text ends: the line that no longer belongs to it, and its offset. */
interface Boundary {
  readonly line: number;
  readonly offset: number;
}

/** Gathers the headings of the three-step template, and what stands below each. */
export class StepReader {
  readonly #candidates: Candidate[] = [];

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** A heading, or a line that may act as one; `from` to `end` is its text. */
  heading(line: number, from: number, end: number, depth: number, textFrom: number): void {
    const meaning = this.vocabulary.stepOf(this.text.slice(from, end));
    if (meaning !== null) this.#candidates.push({ meaning, line, depth, textFrom, quoteEnd: null });
  }

  /** The reader has come to a line that is less deeply quoted. */
  leave(depth: number, line: number, offset: number): void {
    const last = this.#candidates.at(-1);
    if (last !== undefined && last.depth > depth) last.quoteEnd ??= { line, offset };
  }

  /** Settles which candidates are steps. `sections` are the boundaries where lists of idea links begin, ascending. */
  finish(sections: readonly Boundary[], end: Boundary): readonly Step[] {
    const steps = accepted(this.#candidates);
    let set = 0;
    let last = 4;
    return steps.map((candidate, index) => {
      const { step } = candidate.meaning;
      if (step <= last) set++;
      last = step;
      const next = steps[index + 1];
      const boundaries = [
        next === undefined ? null : { line: next.line, offset: this.#lineStart(next) },
        sections.find((section) => section.line > candidate.line) ?? null,
        candidate.quoteEnd,
        end,
      ].filter((boundary) => boundary !== null);
      const boundary = boundaries.reduce((a, b) => (b.line < a.line ? b : a));
      const endLine = this.#lastFilledLine(candidate, boundary);
      const { words, language } = countWords(this.text, candidate.textFrom, boundary.offset);
      return { step, line: candidate.line, endLine, language, words, set };
    });
  }

  #lineStart(candidate: Candidate): number {
    return this.text.lastIndexOf('\n', candidate.textFrom - 2) + 1;
  }

  /** The last line before the boundary that is not blank and not a rule; at least the heading's own. */
  #lastFilledLine(candidate: Candidate, boundary: Boundary): number {
    let { line, offset } = boundary;
    while (line > candidate.line + 1) {
      const start = this.text.lastIndexOf('\n', offset - 2) + 1;
      if (!/^[\s>]*(?:[-*_]\s*){0,}$/.test(this.text.slice(start, offset))) break;
      line--;
      offset = start;
    }
    return line - 1;
  }
}

/**
 * A number and a phrase together are a step. A number alone ("Step 2") is one only between neighbours that are; a phrase alone
 * only where its step is still missing from the set before it.
 */
function accepted(candidates: readonly Candidate[]): Candidate[] {
  const sure = candidates.filter(({ meaning }) => meaning.by === 'both');
  return candidates.filter((candidate) => {
    if (candidate.meaning.by === 'both') return true;
    const { step } = candidate.meaning;
    const before = sure.findLast(({ line }) => line < candidate.line);
    const after = sure.find(({ line }) => line > candidate.line);
    const followsOn = before !== undefined && before.meaning.step === step - 1 && after?.meaning.step !== step;
    const leadsOn = after !== undefined && after.meaning.step === step + 1 && before?.meaning.step !== step;
    return candidate.meaning.by === 'number' ? followsOn || leadsOn : followsOn && candidate.depth === before.depth;
  });
}
