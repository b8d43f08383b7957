import { wayOf } from '../model/link-origin';
import type { IdeaLink, Note, Step, ResolveLink } from '../model/note';
import type { Problem, WantedLink } from '../model/problem';
import { STEP_NUMBERS } from '../model/vocabulary';
import { isDirected } from './link-context';
import type { LanguageOf } from './own-set';
import { foldCase } from '../text/fold';
import { grouped } from '../text/grouped';

/** A step of fewer words may be in any language. */
const WORDS_TO_TELL_LANGUAGE = 12;

/** What the steps lack: one missing before a later one of its set, or written in the other language. */
export function stepProblems(steps: readonly Step[], languageOf: LanguageOf): Problem[] {
  const problems: Problem[] = [];
  if (steps.length === 0) return problems;
  for (const [number, set] of setsOf(steps)) {
    // A lone step after a whole set goes on with it, it begins no other.
    if (set.length > 1 || number === 1) problems.push(...missingSteps(set));
    for (const step of set) {
      if (step.words < WORDS_TO_TELL_LANGUAGE || step.step === 3) continue;
      if (languageOf(step) !== (step.step === 1 ? 1 : 0)) continue;
      // A set in one language throughout is meant so, or is a prompt that is quoted.
      if (step.step === 2 && set.some((one) => one.step === 3 && languageOf(one) === 0)) continue;
      problems.push({ code: 'step-language', line: step.line, step: step.step });
    }
  }
  return problems;
}

/** The steps of each set, in the order in which they begin. */
function setsOf(steps: readonly Step[]): ReadonlyMap<number, readonly Step[]> {
  return grouped(steps, ({ set }) => set);
}

function missingSteps(set: readonly Step[]): Problem[] {
  return STEP_NUMBERS.flatMap((step): Problem[] => {
    const later = set.find((other) => other.step > step);
    const isMissing = later !== undefined && !set.some((other) => other.step === step);
    return isMissing ? [{ code: 'step-missing', line: later.line, step, later: later.step }] : [];
  });
}

/**
 * Ideas listed twice in one list or in fields of one name, or both upstream and downstream. A second list may well sum up the first; a
 * list of related notes may come back to a note for another reason.
 */
export function ideaProblems(links: readonly IdeaLink[]): Problem[] {
  if (!mayRepeat(links)) return [];
  const problems: Problem[] = [];
  const seen = new Map<string, IdeaLink>();
  const listed = new Map<string, IdeaLink>();
  for (const link of links) {
    if (!isDirected(link.relation)) continue;
    const key = `${link.relation} ${keyOf(link)}`;
    if (!seen.has(key)) seen.set(key, link);
    const place = `${key} ${wayOf(link.origin)} ${link.group}`;
    const before = listed.get(place);
    if (before === undefined) listed.set(place, link);
    else if (before.line !== link.line) {
      const { line, target, relation } = link;
      problems.push({ code: 'idea-repeated', line, target, relation, first: before.line });
    }
  }
  for (const [key, link] of seen) {
    const other = link.relation === 'upstream' ? seen.get(`downstream${key.slice('upstream'.length)}`) : undefined;
    if (other === undefined) continue;
    const [first, second] = link.line < other.line ? [link, other] : [other, link];
    problems.push({ code: 'idea-both-ways', line: second.line, target: second.target, first: first.line });
  }
  return problems;
}

/** Tells most notes apart from those that list an idea twice, without making a key for each link. */
function mayRepeat(links: readonly IdeaLink[]): boolean {
  const seen = new Set<number>();
  for (const { relation, target } of links) {
    if (!isDirected(relation)) continue;
    const key = roughKeyOf(target);
    if (key === null || seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** A number that is the same for targets that differ only in case; `null` for one that may be written in two ways. */
function roughKeyOf(target: string): number | null {
  let key = 0;
  for (let at = 0; at < target.length; at++) {
    const code = target.charCodeAt(at);
    // An accent that stands by itself.
    if (code >= 0x300 && code < 0x370) return null;
    // Latin and Cyrillic letters, whose last five bits are the same in both cases; others do not count.
    if (code < 0x80 || (code >= 0x410 && code < 0x450)) key = Math.imul(key, 31) + (code & 0x1f);
  }
  return key;
}

function keyOf({ target, heading }: IdeaLink): string {
  return `${foldCase(target)}#${heading.toLowerCase()}`;
}

/** What a note is held against: the notes around it. */
export interface KnownVault {
  readonly resolve: ResolveLink;
  /** Names of notes that a link to no note must have meant, the nearest first. */
  readonly meant: (target: string) => readonly string[];
}

/** What can be told only in a vault: links without a note, near to one or wanted, and a note that lists itself. */
export function checkLinks(
  note: Note,
  path: string,
  { resolve, meant }: KnownVault,
): { readonly problems: readonly Problem[]; readonly wanted: readonly WantedLink[] } {
  const problems: Problem[] = [];
  const wanted: WantedLink[] = [];
  const missing = new Set<string>();
  for (const { line, target, relation, heading } of note.ideaLinks) {
    const found = resolve(target, path);
    if (found === null && !missing.has(target)) {
      missing.add(target);
      const near = meant(target);
      if (near.length === 0) wanted.push({ line, target });
      else problems.push({ code: 'link-without-note', line, target, near });
    } else if (found === path && heading === '' && (relation === 'upstream' || relation === 'downstream')) {
      problems.push({ code: 'idea-itself', line, relation });
    }
  }
  return { problems, wanted };
}
