import { lazily } from '../text/lazily';
import { readOpening, type Opening, type Subject } from './subject';

/** What leads from one note of a trail to the one below it. */
const STEP = /[*_~ \t]*([>›»❯▸▶/→➔➜⇒]|-+>|\\>)\uFE0F?[*_~ \t]*/y;
/** Words that may be a note's name: of the vault's own, or of this one. */
const NAME = String.raw`[*_~]*[\p{L}\p{N}\p{Extended_Pictographic}][^[\]|>›»❯.!?:\n]{0,60}`;
const FIRST_NAME = lazily(() => new RegExp(String.raw`${NAME}(?:[>›»❯]|\\>)[ \t]*(?=[*_~]*\[\[)`, 'uy'));
/** Behind the last link: what closes emphasis, or a name that a sign parts from it. */
const REST = lazily(() => new RegExp(String.raw`^[*_~ \t]*(?:(?:[>›»❯▸▶/→➔➜⇒]|-+>|\\>)\s*(?:${NAME})?)?$`, 'u'));
const SAYS_MORE = lazily(() => new RegExp('[\\p{L}\\p{N}]', 'u'));

/**
 * The way down to a note, as its first line says it: `[[Home]] > [[Kitchen]] > Knives`. Two links at least that the same sign parts,
 * and nothing else but names. `null` for any other line.
 */
export function readTrail(text: string, from: number, end: number): Opening | null {
  const first = FIRST_NAME();
  first.lastIndex = from;
  const subjects: Subject[] = [];
  let opening = readOpening(text, first.test(text) && first.lastIndex < end ? first.lastIndex : from, end);
  while (opening !== null) {
    subjects.push(...opening.subjects);
    STEP.lastIndex = subjects.at(-1)?.end ?? end;
    opening = STEP.test(text) && STEP.lastIndex < end ? readOpening(text, STEP.lastIndex, end) : null;
  }
  const signs = new Set(subjects.slice(1).map((one, at) => signBetween(text, subjects[at]?.end ?? end, one.from)));
  const isTrail = signs.size === 1 && !signs.has(null) && REST().test(text.slice(subjects.at(-1)?.end, end));
  return isTrail ? { label: '', before: '', subjects, marks: '', end } : null;
}

/** The sign between two links, if nothing but decoration stands beside it. */
function signBetween(text: string, from: number, to: number): string | null {
  STEP.lastIndex = from;
  const sign = STEP.exec(text)?.[1];
  return sign === undefined || SAYS_MORE().test(text.slice(STEP.lastIndex, to)) ? null : sign;
}
