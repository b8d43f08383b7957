import { endHere } from '../text/here';
import { lazyPattern } from '../text/lazily';
import { readOpening, type Opening, type Subject } from './subject';

/** What leads from one note of a trail to the one below it; what leads down and nowhere else. */
const DOWN = String.raw`[>›»❯]|\\>|&gt;`;
const SIGN = String.raw`${DOWN}|[▸▶/→➔➜⇒]|-+>`;
const STEP = new RegExp(String.raw`[*_~ \t]*(${SIGN})\uFE0F?[*_~ \t]*`, 'y');
/** Words that may be a note's name: of the vault's own, or of this one. */
const NAME = String.raw`[*_~]*[\p{L}\p{N}\p{Extended_Pictographic}][^[\]|>›»❯.!?:\n]{0,60}`;
/** What may stand before the first link: a name that leads down to it, or a label over a way down. */
const FIRST = lazyPattern(
  String.raw`(?:${NAME}(?:${DOWN})|[*_~]*([\p{L} ]{1,30}):[*_~]*)[ \t]*(?=[*_~]*\[\[[^[\]\n]+\]\][*_~ \t]*(?:${DOWN}))`,
  'uy',
);
/** Behind the last link: what closes emphasis, or a name that a sign parts from it. */
const REST = lazyPattern(String.raw`^[*_~ \t]*(?:(?:${SIGN})\s*(?:${NAME})?)?$`);
const SAYS_MORE = lazyPattern('[\\p{L}\\p{N}]');

/**
 * The way down to a note, as its first line says it: `[[Home]] > [[Kitchen]] > Knives`. Two links at least that the same sign parts,
 * and nothing else but names, or a label that does not `say` what the links are. `null` for any other line.
 */
export function readTrail(text: string, from: number, end: number, says: (label: string) => boolean): Opening | null {
  const pattern = FIRST();
  pattern.lastIndex = from;
  const label = pattern.exec(text)?.[1] ?? '';
  const start = pattern.lastIndex > 0 && pattern.lastIndex < end && !says(label) ? pattern.lastIndex : from;
  const subjects: Subject[] = [];
  let opening = readOpening(text, start, end);
  while (opening !== null) {
    for (const subject of opening.subjects) subjects.push(subject);
    const next = endHere(STEP, text, subjects.at(-1)?.end ?? end);
    opening = next >= 0 && next < end ? readOpening(text, next, end) : null;
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
