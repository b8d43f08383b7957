import type { IdeaLink, RawText, Step } from '../model/note';
import { RAW_HEADINGS, STEP_WORDS } from '../model/vocabulary';
import { bodySpan, isBlankLine, isFilled, lastFilledLine } from '../markdown/filled';
import { isLetter } from '../markdown/line-kinds';
import { lineBreakEnd, lineEnd, lineStart, type LineStart } from '../markdown/lines';
import { firstIndex } from '../text/first-index';
import { lazily } from '../text/lazily';
import { openingLetters } from '../text/opening-letters';
import { alternatives, beginnings, phrasesIn, wholeWords } from '../text/phrases';
import { splitLines } from '../text/line-breaks';
import { areOfTemplate, bareSteps, isBare } from './bare-steps';
import { labelledLines } from './labelled-lines';
import { isInNeither, whichLanguage } from './language';
import { ownSetOf } from './own-set';
import type { Candidate, StepHeading } from './step-heading';
import { runsOf } from './step-runs';
import { countWords } from './words';
import type { StepMeaning, StepProof, Vocabulary } from './vocabulary';

/** Spelled out: copies by spreading take longer than all the rest. */
function candidateOf(
  { line, headEnd, depth, level, isCalled, isPlain, content, from, end, textFrom }: StepHeading,
  meaning: StepMeaning,
  proof: StepProof,
): Candidate {
  const quoteEnd = null;
  return { line, headEnd, depth, level, isCalled, isPlain, content, from, end, textFrom, meaning, proof, quoteEnd };
}

/** A template's own words; a step with more of them has a text. */
const SKELETON_WORDS = 80;
const EMPTY = { words: 0, language: 'mixed' } as const;

/** Marks and emoji may stand before a step's word. */
const LONGEST_DECORATION = 24;
const OPENING = lazily(
  () =>
    new RegExp(`${alternatives(STEP_WORDS)}[^\\S\\n]*(?:№[^\\S\\n]*)?[123](?!\\d)|${wholeWords(RAW_HEADINGS)}`, 'iy'),
);
const OPENS_WORD = lazily(() =>
  openingLetters([...STEP_WORDS, ...phrasesIn(RAW_HEADINGS)].flatMap((phrase) => beginnings(phrase, 3))),
);
/** By the code of a character: whether it is a letter, and whether a step's word, or those of a raw text, may begin with it. */
const LETTER = 1;
const OPENS = 2;
const KINDS = lazily(() => {
  const kinds = Uint8Array.from({ length: 0x500 }, (_, code) => (isLetter(code) ? LETTER : 0));
  for (const phrase of [...STEP_WORDS, ...phrasesIn(RAW_HEADINGS)]) {
    for (const letter of beginnings(phrase, 1)) {
      for (const one of [letter, letter.toUpperCase()]) {
        const code = one.charCodeAt(0);
        kinds[code] = (kinds[code] ?? 0) | OPENS;
      }
    }
  }
  return kinds;
});

/** Most headings are neither steps nor raw texts; this tells without normalizing them. */
function maySayStep(text: string, from: number, end: number, kinds: Uint8Array): boolean {
  const stop = Math.min(end, from + LONGEST_DECORATION);
  let before = 0;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    const kind = code < kinds.length ? (kinds[code] ?? 0) : 0;
    const isFirst = kind >= OPENS && before === 0;
    before = kind & LETTER;
    if (!isFirst || !OPENS_WORD()(text, at)) continue;
    const opening = OPENING();
    opening.lastIndex = at;
    if (opening.test(text) && opening.lastIndex <= end) return true;
  }
  return false;
}

/** What the reader of steps finds. */
export interface StepReading {
  readonly steps: readonly Step[];
  /** See `Note`. */
  readonly ownSet: number | null;
  readonly rawText: RawText | null;
}

const NO_STEPS: StepReading = { steps: [], ownSet: null, rawText: null };

/** Gathers the headings of the three-step template, and what stands below each. */
export class StepReader {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #kinds = KINDS();
  readonly #candidates: Candidate[] = [];
  /** Headings of raw texts. */
  readonly #raw: StepHeading[] = [];
  /** Headings below a step that open none: each may end the step, or be one that names no number. */
  readonly #inner: StepHeading[] = [];

  /** See `labelledLines`. */
  #labelled: ReadonlySet<number> = new Set();

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  /** Whether such words may open a step or a raw text: most do not, and nothing is made for them. */
  mayOpen(from: number, end: number): boolean {
    return this.#vocabulary.hasOwnSteps || maySayStep(this.#text, from, end, this.#kinds);
  }

  /** Whether a step or a raw text may have begun, so that headings below it matter. */
  get hasBegun(): boolean {
    return this.#candidates.length > 0 || this.#raw.length > 0;
  }

  /** A heading, or a line that acts as one, whose words may open a step. */
  opening(heading: StepHeading): void {
    const words = this.#text.slice(heading.from, heading.end);
    const meaning = this.#vocabulary.stepOf(words);
    if (meaning !== null) {
      if (heading.isPlain && !(this.#vocabulary.isStepAlone(words) && this.#isLabel(heading))) return;
      this.#candidates.push(candidateOf(heading, meaning, this.#vocabulary.proofOf(words)));
    } else if (!heading.isPlain && this.#vocabulary.isRawText(words)) this.#raw.push(heading);
    else if (heading.level > 0 && this.hasBegun) this.#inner.push(heading);
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

  /**
   * Settles which candidates are steps. `sections` are the boundaries where lists of idea links begin, ascending; `links` those of the
   * note.
   */
  finish(sections: readonly LineStart[], links: readonly IdeaLink[], end: LineStart): StepReading {
    if (this.#candidates.length === 0) return NO_STEPS;
    this.#labelled = labelledLines(this.#text, links);
    const candidates = accepted(this.#withUnnumbered(), (found) => this.#bareSteps(found, end));
    const runs = runsOf(candidates);
    const steps = candidates.map((candidate, index): Step => {
      const { step } = candidate.meaning;
      const { set = 0, next } = runs[index] ?? {};
      const nextStep = next === undefined ? end : this.#startOf(next);
      const linkSection = sections.at(firstIndex(sections, ({ line }) => line > candidate.line)) ?? end;
      const known = earlier(earlier(nextStep, linkSection), candidate.quoteEnd ?? end);
      const boundary = this.#sectionWithoutLinks(candidate, known) ?? known;
      const { line, headEnd } = candidate;
      return { ...this.#textBelow(candidate, boundary), step, line, headEnd, set };
    });
    const standing = steps.flatMap((step, index) => {
      const { depth, isCalled } = candidates[index] ?? { depth: 0, isCalled: true };
      return isCalled || runs[index]?.isInner === true ? [] : [{ step, depth }];
    });
    const ownSet = ownSetOf(standing, (step) => this.languageOf(step) ?? (this.#isInNeither(step) ? 2 : null));
    const first = candidates[steps.findIndex(({ set }) => set === ownSet)];
    return { steps, ownSet, rawText: first ? this.#rawTextAbove(first, candidates) : null };
  }

  /** Which of the languages of steps 1 and 2 a step is written in; `null` where that cannot be told. */
  languageOf({ body: { from, to }, language }: Step): 0 | 1 | null {
    return whichLanguage(() => this.#text.slice(from, to), this.#vocabulary.languages, language);
  }

  #isInNeither({ body: { from, to } }: Step): boolean {
    return isInNeither(this.#text.slice(from, to), this.#vocabulary.languages);
  }

  /** Where the heading's line begins. */
  #startOf({ line, from }: StepHeading): LineStart {
    return { line, offset: lineStart(this.#text, from) };
  }

  /** What stands between a heading and a boundary. */
  #textBelow(
    { headEnd, textFrom, content }: StepHeading,
    boundary: LineStart,
  ): Pick<Step, 'heading' | 'body' | 'endLine' | 'textEnd' | 'words' | 'language'> {
    const head = { line: headEnd, end: textFrom };
    const filled = lastFilledLine(this.#text, head, boundary);
    let last = boundary;
    let said = filled;
    while (this.#labelled.has(said.line) && said.line > headEnd) {
      last = { line: said.line, offset: lineStart(this.#text, said.end) };
      said = lastFilledLine(this.#text, head, last);
    }
    const counted = countWords(this.#text, textFrom, last.offset);
    const isSkeleton = counted.words <= SKELETON_WORDS && this.#isSkeleton(textFrom, last.offset);
    const { words, language } = isSkeleton ? EMPTY : counted;
    const heading = { from: content, to: textFrom };
    const body = bodySpan(this.#text, textFrom, filled.end);
    return { heading, body, endLine: filled.line, textEnd: said.line, language, words };
  }

  /** The raw text above the note's first step: the last one, up to the next heading that is no part of it. */
  #rawTextAbove(first: Candidate, candidates: readonly Candidate[]): RawText | null {
    const head = this.#raw.findLast(({ line, depth }) => line < first.line && depth === first.depth);
    if (!head || candidates.some(({ line, depth }) => depth <= head.depth && line > head.line && line < first.line))
      return null;
    const next = this.#inner.find(
      ({ line, depth, level }) =>
        line > head.line && depth <= head.depth && level > 0 && (head.level === 0 || level <= head.level),
    );
    const boundary = this.#startOf(next && next.line < first.line ? next : first);
    const { line, headEnd } = head;
    return { ...this.#textBelow(head, this.#ruleBehindQuote(head, boundary) ?? boundary), line, headEnd };
  }

  /** The rule that ends a quoted text below a heading that is not quoted so: what stands behind it is no part of the text. */
  #ruleBehindQuote({ textFrom, headEnd, depth }: StepHeading, boundary: LineStart): LineStart | null {
    let isQuoted = false;
    let offset = lineBreakEnd(this.#text, lineEnd(this.#text, textFrom));
    for (let line = headEnd + 1; line < boundary.line; line++) {
      const end = lineEnd(this.#text, offset);
      const text = this.#text.slice(offset, end);
      const isBelow = (/^[\s>]*/.exec(text)?.[0].split('>').length ?? 1) - 1 > depth;
      if (!isQuoted && isFilled(text)) {
        if (!isBelow) return null;
        isQuoted = true;
      } else if (isQuoted && !isBelow && !isFilled(text) && !isBlankLine(text)) return { line, offset };
      offset = lineBreakEnd(this.#text, end);
    }
    return null;
  }

  /** Whether a line of prose acts as a heading: it is a paragraph by itself, or a colon says what is below it, and no sentence. */
  #isLabel({ from, end }: StepHeading): boolean {
    const last = this.#text.charAt(end - 1);
    if ('.!?…;,'.includes(last)) return false;
    if (this.#vocabulary.takesBareSteps) return true;
    const below = lineBreakEnd(this.#text, lineEnd(this.#text, from));
    return last === ':' || /^[\s>]*$/.test(this.#text.slice(below, lineEnd(this.#text, below)));
  }

  /** Of headings that are a step's number alone, those that the vocabulary, other headings or the languages say are steps. */
  #bareSteps(candidates: readonly Candidate[], end: LineStart): ReadonlySet<Candidate> {
    if (this.#vocabulary.takesBareSteps)
      return new Set(candidates.filter(({ meaning: { by }, proof }) => by === 'number' && proof === null));
    if (!candidates.some(isBare)) return new Set();
    return bareSteps(candidates, (run, next) => {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last) return false;
      const isBetween = ({ line }: StepHeading): boolean => line > first.line && line < last.line;
      const lists = this.#inner
        .filter(isBetween)
        .map(({ from, end: to }) => this.#vocabulary.relationOf(this.#text.slice(from, to)));
      if (lists.some((relation) => relation !== null && relation !== 'related' && relation !== 'source')) return true;
      if (this.#raw.some(({ line }) => line < first.line && first.line === candidates[0]?.line)) return true;
      const bounds = [...run.slice(1), next].map((one) => (one ? this.#startOf(one) : end));
      const texts = run.map((one, index) => this.#textBelow(one, bounds[index] ?? end));
      return areOfTemplate(
        texts.map(({ words, body: { from, to } }) => (words === 0 ? '' : this.#text.slice(from, to))),
        this.#vocabulary.languages,
      );
    });
  }

  /**
   * The heading before a limit that ends a step although no link stands below it yet, as in a new note: sources, and for steps 1
   * and 2 related ideas, too. The expansion may well have such headings of its own, but not one behind the other with nothing
   * below them up to the limit, or to the sources.
   */
  #sectionWithoutLinks({ line, meaning }: Candidate, limit: LineStart): LineStart | null {
    const inner = this.#inner;
    let empty: LineStart | null = null;
    let end = 0;
    for (let index = firstIndex(inner, (one) => one.line > line); index < inner.length; index++) {
      const heading = inner[index];
      if (heading === undefined || heading.line >= limit.line) break;
      const relation = this.#vocabulary.relationOf(this.#text.slice(heading.from, heading.end));
      const start = this.#startOf(heading);
      if (relation === null) empty = null;
      else if (!empty || !this.#isBlank(end, start.offset)) empty = start;
      if (relation === 'source' || (relation !== null && meaning.step !== 3)) return empty;
      end = heading.textFrom;
    }
    return empty && this.#isBlank(end, limit.offset) ? empty : null;
  }

  /** Whether nothing stands between two places but marks of a quote. */
  #isBlank(from: number, to: number): boolean {
    return !/[^\s>]/.test(this.#text.slice(from, to));
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
 * all be another procedure's. A number alone ("Step 2") is one only between neighbours that are, or where the note says so; a phrase
 * alone only where its step is still missing from the set before it.
 */
function accepted(
  candidates: readonly Candidate[],
  bareOf: (candidates: readonly Candidate[]) => ReadonlySet<Candidate>,
): Candidate[] {
  const bare = bareOf(candidates);
  const sure = candidates.filter((candidate, index) => {
    const { meaning, proof } = candidate;
    if (bare.has(candidate)) return true;
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
    if (candidate.isPlain && by === 'number') return false;
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
