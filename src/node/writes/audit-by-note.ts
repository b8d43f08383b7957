import type { IdeaAudit, LinkPlace } from '../../index/answers';
import type { IdeaIndex } from '../../index/idea-index';

/** What the audit of a vault says of each of its notes: the findings that name it. */
export function auditByNote(ideas: IdeaIndex): ReadonlyMap<string, IdeaAudit> {
  const all = ideas.audit();
  const contradictions = byPath(all.contradictions, ({ places }) => pathsOf(places));
  const selfLinks = byPath(all.selfLinks, (place) => [place.path]);
  const duplicates = byPath(all.duplicates, ({ places }) => pathsOf(places));
  const oneSided = byPath(all.oneSided, (place) => [place.path]);
  const dangling = byPath(all.dangling, ({ places }) => pathsOf(places));
  const knots = byPath(all.knots, (knot) => knot);
  const unlinked = new Set(all.unlinked);
  const hubs = byPath(all.hubs, (hub) => [hub.path]);
  return new Map(
    Array.from(ideas.paths(), (path) => [
      path,
      {
        notes: 1,
        links: ideas.linksOf(path).length,
        contradictions: contradictions(path),
        selfLinks: selfLinks(path),
        duplicates: duplicates(path),
        oneSided: oneSided(path),
        // Who else wants the same is said there.
        dangling: dangling(path).map(({ target, places }) => ({
          target,
          places: places.filter((place) => place.path === path),
        })),
        knots: knots(path),
        unlinked: unlinked.has(path) ? [path] : [],
        hubs: hubs(path),
      },
    ]),
  );
}

function pathsOf(places: readonly LinkPlace[]): readonly string[] {
  return [...new Set(places.map(({ path }) => path))];
}

/** The findings that name a note, in their order. */
function byPath<T>(findings: readonly T[], pathsIn: (finding: T) => readonly string[]): (path: string) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const finding of findings) {
    for (const path of pathsIn(finding)) {
      const known = found.get(path);
      if (known) known.push(finding);
      else found.set(path, [finding]);
    }
  }
  return (path) => found.get(path) ?? [];
}
