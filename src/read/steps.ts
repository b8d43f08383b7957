import type { Step } from '../model/note';
import { STEP_WORDS } from '../model/vocabulary';
import { bodySpan, lastFilledLine } from '../markdown/filled';
import { lineStart, type LineStart } from '../markdown/lines';
import { firstIndex } from '../text/first-index';
import { lazily } from '../text/lazily';
import { openingLetters } from '../text/opening-letters';
import { alternatives } from '../text/phrases';
import { splitLines } from '../text/line-breaks';
import { countWords } from './words';
import type { StepMeaning, StepProof, Vocabulary } from './vocabulary';

/** A heading, or a line that may act as one. */
export interface StepHeading {
  readonly line: number;
  /** Its last line: the next one where it is underlined. */
  readonly headEnd: number;
  readonly depth: number;
  /** Where it begins behind quote marks and indentation. */
  readonly content: number;
  /** Where its words begin and end. */
  readonly from: number;
  readonly end: number;
  /** Where its last line ends; below it is its text. */
  readonly textFrom: number;
}

/** A heading that may open a step. */
interface Candidate extends StepHeading {
  readonly meaning: StepMeaning;
  readonly proof: StepProof;
  /** Where the quote that the heading stands in ends, if it does. */
  quoteEnd: LineStart | null;
}

/** Spelled out: copies by spreading take longer than all the rest. */
function candidateOf(
  { line, headEnd, depth, content, from, end, textFrom }: StepHeading,
  meaning: StepMeaning,
  proof: StepProof,
): Candidate {
  return { line, headEnd, depth, content, from, end, textFrom, meaning, proof, quoteEnd: null };
}

/** A template's own words; a step with more of them has a text. */
const SKELETON_WORDS = 80;
const EMPTY = { words: 0, language: 'mixed' } as const;

/** Marks and emoji may stand before a step's word. */
const LONGEST_DECORATION = 24;
const NUMBERED = lazily(() => new RegExp(`${alternatives(STEP_WORDS)}[^\\S\\n]*(?:№[^\\S\\n]*)?[123](?!\\d)`, 'iy'));
const OPENS_WORD = lazily(() => openingLetters(STEP_WORDS));
/** Whether a step's word may begin with a character of this code. */
const OPENS_STEP = lazily(() => {
  const opens = new Uint8Array(0x500);
  for (const word of STEP_WORDS) {
    for (const letter of [word.charAt(0), word.charAt(0).toUpperCase()]) opens[letter.charCodeAt(0)] = 1;
  }
  return opens;
});

/** Most headings are no steps; this tells without normalizing them. */
function mayBeNumbered(text: string, from: number, end: number, opens: Uint8Array): boolean {
  const stop = Math.min(end, from + LONGEST_DECORATION);
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code >= opens.length || opens[code] === 0 || !OPENS_WORD()(text, at)) continue;
    const numbered = NUMBERED();
    numbered.lastIndex = at;
    if (numbered.test(text) && numbered.lastIndex <= end) return true;
  }
  return false;
}

/** Gathers the headings of the three-step template, and what stands below each. */
export class StepReader {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #opens = OPENS_STEP();
  readonly #candidates: Candidate[] = [];
  /** Headings below a step that open none: each may end the step, or be one that names no number. */
  readonly #inner: StepHeading[] = [];

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  /** Whether such words may open a step: most do not, and nothing is made for them. */
  mayOpen(from: number, end: number): boolean {
    return this.#vocabulary.hasOwnSteps || mayBeNumbered(this.#text, from, end, this.#opens);
  }

  /** Whether a step may have begun, so that headings below it matter. */
  get hasBegun(): boolean {
    return this.#candidates.length > 0;
  }

  /** A heading, or a line that acts as one, whose words may open a step. */
  opening(heading: StepHeading): void {
    const words = this.#text.slice(heading.from, heading.end);
    const meaning = this.#vocabulary.stepOf(words);
    if (meaning !== null) this.#candidates.push(candidateOf(heading, meaning, this.#vocabulary.proofOf(words)));
  }

  /** Another heading, below what may be a step. */
  inner(heading: StepHeading): void {
    this.#inner.push(heading);
  }

  /** The reader has come to a line that is less deeply quoted. */
  leave(depth: number, line: number, offset: number): void {
    const last = this.#candidates.at(-1);
    if (last !== undefined && last.depth > depth) last.quoteEnd ??= { line, offset };
  }

  /** Settles which candidates are steps. `sections` are the boundaries where lists of idea links begin, ascending. */
  finish(sections: readonly LineStart[], end: LineStart): readonly Step[] {
    if (this.#candidates.length === 0) return [];
    const steps = accepted(this.#withUnnumbered());
    let set = 0;
    let last = 4;
    return steps.map((candidate, index) => {
      const { step } = candidate.meaning;
      if (step <= last) set++;
      last = step;
      const next = steps[index + 1];
      const nextStep = next === undefined ? end : { line: next.line, offset: lineStart(this.#text, next.from) };
      const linkSection = sections.at(firstIndex(sections, ({ line }) => line > candidate.line)) ?? end;
      const known = earlier(earlier(nextStep, linkSection), candidate.quoteEnd ?? end);
      const boundary = this.#sectionWithoutLinks(candidate, known.line) ?? known;
      const { line, headEnd, textFrom } = candidate;
      const filled = lastFilledLine(this.#text, { line: headEnd, end: textFrom }, boundary);
      const counted = countWords(this.#text, candidate.textFrom, boundary.offset);
      const isSkeleton = counted.words <= SKELETON_WORDS && this.#isSkeleton(candidate.textFrom, boundary.offset);
      const { words, language } = isSkeleton ? EMPTY : counted;
      const heading = { from: candidate.content, to: textFrom };
      const body = bodySpan(this.#text, textFrom, filled.end);
      return { heading, body, step, line, headEnd, endLine: filled.line, language, words, set };
    });
  }

  /**
   * The heading before line `limit` that ends a step although no link stands below it yet, as in a new note: sources, and for
   * steps 1 and 2 related ideas, too. The expansion may well have such headings of its own.
   */
  #sectionWithoutLinks(candidate: Candidate, limit: number): LineStart | null {
    const inner = this.#inner;
    for (let index = firstIndex(inner, ({ line }) => line > candidate.line); index < inner.length; index++) {
      const heading = inner[index];
      if (heading === undefined || heading.line >= limit) break;
      const relation = this.#vocabulary.relationOf(this.#text.slice(heading.from, heading.end));
      if (relation === 'source' || (relation !== null && candidate.meaning.step !== 3)) {
        return { line: heading.line, offset: lineStart(this.#text, heading.from) };
      }
    }
    return null;
  }

  /** Whether there is nothing but headings, tables, rules and quote marks: what the template leaves to be filled. */
  #isSkeleton(from: number, end: number): boolean {
    return splitLines(this.#text.slice(from, end)).every((line) =>
      /^[\s>]*(?:#{1,6}\s.*|\|.*\||[-*_=][-*_=\s]*)?$/.test(line),
    );
  }

  /** Adds headings such as `Vector-field expansion` where a set begins with 1 or 2 and breaks off before 3. */
  #withUnnumbered(): Candidate[] {
    const steps = new Set(this.#candidates.map(({ meaning }) => meaning.step));
    if (steps.has(2) && steps.has(3)) return this.#candidates;
    const found = this.#inner.flatMap((heading) => {
      const meaning = this.#vocabulary.stepOf(this.#text.slice(heading.from, heading.end));
      return meaning === null ? [] : [candidateOf(heading, meaning, null)];
    });
    return [...this.#candidates, ...found].sort((a, b) => a.line - b.line);
  }
}

/**
 * A number and a phrase together are a step. Where nothing proves that it is the template's, the steps before and after it must not
 * all be another procedure's. A number alone ("Step 2") is one only between neighbours that are; a phrase alone only where its step
 * is still missing from the set before it.
 */
function accepted(candidates: readonly Candidate[]): Candidate[] {
  const sure = candidates.filter(({ meaning, proof }, index) => {
    if (meaning.by !== 'both' || proof === 'proven') return meaning.by === 'both';
    const before = candidates[index - 1];
    const after = candidates[index + 1];
    const beside = [
      ...(before?.meaning.step === meaning.step - 1 ? [before] : []),
      ...(after?.meaning.step === meaning.step + 1 ? [after] : []),
    ];
    return beside.length === 0 || beside.some((other) => other.proof !== 'foreign');
  });
  const known = new Set(sure);
  return candidates.filter((candidate) => {
    if (known.has(candidate)) return true;
    const { step, by } = candidate.meaning;
    const behind = firstIndex(sure, ({ line }) => line > candidate.line);
    const before = sure[behind - 1];
    const after = sure[behind];
    const followsOn = before !== undefined && before.meaning.step === step - 1 && after?.meaning.step !== step;
    const leadsOn = after !== undefined && after.meaning.step === step + 1 && before?.meaning.step !== step;
    return by === 'phrase' ? followsOn && candidate.depth === before.depth : followsOn || leadsOn;
  });
}

function earlier(a: LineStart, b: LineStart): LineStart {
  return b.line < a.line ? b : a;
}
