import type { StepLanguages } from '../model/vocabulary';
import { splitLines } from '../text/line-breaks';
import { whichLanguage } from './language';
import type { Candidate } from './step-heading';
import { countWords } from './words';

/**
 * Of headings that say a step's number and nothing else (`## Step 2`), those that are steps although no other one beside them is: of a
 * run of 1-2-3, or 1-2, of which the note says so.
 *
 * @param saysSo Asked for each run, with where it ends: at the next heading that may be a step.
 */
export function bareSteps(
  candidates: readonly Candidate[],
  saysSo: (run: readonly Candidate[], next: Candidate | undefined) => boolean,
): ReadonlySet<Candidate> {
  const found = new Set<Candidate>();
  for (let from = 0; from < candidates.length; from++) {
    const first = candidates[from];
    if (first === undefined || !isBare(first) || first.meaning.step !== 1) continue;
    let to = from + 1;
    while (to - from < 3 && goesOn(candidates[to - 1], candidates[to])) to++;
    const run = candidates.slice(from, to);
    if (run.length > 1 && saysSo(run, candidates[to])) for (const one of run) found.add(one);
  }
  return found;
}

/** Whether a heading, no line of prose, is a step's number alone. */
export function isBare({ meaning, proof, isPlain }: Candidate): boolean {
  return meaning.by === 'number' && proof === null && !isPlain;
}

function goesOn(before: Candidate | undefined, after: Candidate | undefined): boolean {
  if (before === undefined || after === undefined || !isBare(after)) return false;
  return after.meaning.step === before.meaning.step + 1 && after.depth === before.depth && after.level === before.level;
}

/**
 * Whether steps whose headings say no more than a number are those of the template, by what they say, `''` for an empty one: the first
 * in one language, the second in the other. As long as one of them is empty, the third has to go along with the second.
 */
export function areOfTemplate(texts: readonly string[], languages: StepLanguages): boolean {
  const [first, second, third] = texts.map((text) => {
    if (text === '') return '';
    const prose = withoutFences(text);
    return whichLanguage(() => prose, languages, countWords(prose, 0, prose.length).language);
  });
  if ((first !== '' && first !== 0) || (second !== '' && second !== 1)) return false;
  return (first !== '' && second !== '') || third === '' || third === 1;
}

/** Code is in no language of the author's. */
function withoutFences(text: string): string {
  let isCode = false;
  return splitLines(text)
    .filter((line) => {
      const isFence = /^[\s>]*(?:```|~~~)/.test(line);
      if (isFence) isCode = !isCode;
      return !isFence && !isCode;
    })
    .join('\n');
}
