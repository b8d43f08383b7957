import type { Relation } from '../model/vocabulary';
import { lazyPattern } from '../text/lazily';
import { endHere } from '../text/here';
import { arrowIn } from './lone-links';
import { readLink, type Opening, type Subject } from './subject';

/** Links of a line of which arrows say the same, and where what stands before them begins. */
export interface Way {
  readonly from: number;
  /** Whether it is a link with its arrow behind it and nothing else: such a line may say that something rises. */
  readonly isLone: boolean;
  readonly relation: Relation;
  readonly opening: Opening;
}

/** What may stand around the links: no words, no brackets. */
const SIGNS = lazyPattern(String.raw`[^\p{L}\p{N}[\]\n]{0,20}`, 'uy');
/** What stands between a link and the sign that parts it from the next one. */
const BEHIND = lazyPattern(String.raw`[^\p{L}\p{N}[\]|•·\r\n]{1,20}(?=[|•·\r\n]|$)`, 'uy');
const PICTURE = lazyPattern(String.raw`\p{Extended_Pictographic}`, 'u');

/**
 * The ways that lead on from a note, as a line of nothing but links and signs says them: `⬅️ [[A]] | ⬆️ [[B]] | [[C]] ➡️`. An arrow
 * speaks of the link behind it, at the line's end of the one before; a link without one is like the one before it, unless another
 * picture stands there. Where the line begins with a link, each has its arrow right behind it: `[[A]] ↑ | [[B]] ↓`. Empty where the
 * line is none.
 */
export function readWays(text: string, from: number, end: number): readonly Way[] {
  const signs = SIGNS();
  const ways: (Way & { readonly opening: { readonly subjects: Subject[]; end: number } })[] = [];
  let last = ways[0];
  let links = 0;
  let isBehind = false;
  for (let at = from; at < end; links++) {
    const link = readLink(text, endHere(signs, text, at), end);
    if (link === null) return [];
    const before = text.slice(at, link.from);
    const start = at;
    at = link.end;
    const isLast = endHere(signs, text, at) >= end;
    let relation: Way['relation'] | null = arrowIn(before);
    if (links === 0) isBehind = relation === null;
    if (isBehind) {
      relation = arrowIn(text.slice(at, Math.max(at, endHere(BEHIND(), text, at))));
    }
    // No link stands behind the last.
    if (isLast) {
      relation ??= last === undefined ? null : arrowIn(text.slice(at, end));
      at = end;
    }
    if (!isBehind) relation ??= last !== undefined && PICTURE().test(before) ? 'related' : (last?.relation ?? null);
    if (relation === null) return [];
    if (last?.relation === relation) {
      last.opening.subjects.push(link);
      last.opening.end = at;
    } else {
      const isLone = isBehind && isLast && links === 0;
      last = {
        from: start,
        isLone,
        relation,
        opening: { label: '', before: '', subjects: [link], marks: '', end: at },
      };
      ways.push(last);
    }
  }
  return links > 1 || last?.isLone === true ? ways : [];
}
