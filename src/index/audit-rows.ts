import type { Relation } from '../model/vocabulary';
import type { Contradiction, Hub, IdeaAudit, LinkPlace } from './answers';
import { foldPath, nameOfLink, nameOfNote } from '../text/note-name';
import { decodePercent } from '../text/percent';

/** What a report says, in the reader's language. */
export interface AuditWords {
  readonly kind: (kind: AuditKind) => string;
  readonly about: (kind: AuditKind) => string;
  readonly relation: (relation: Relation) => string;
  readonly contradiction: (contradiction: Contradiction) => string;
  readonly wanted: (count: number) => string;
  readonly knot: (count: number) => string;
  readonly hub: (hub: Hub) => string;
  readonly line: (line: number) => string;
  /** What was looked at. */
  readonly sum: (audit: IdeaAudit, isClean: boolean) => string;
  readonly name: string;
}

/** What can be done about a finding. */
export type AuditFix =
  /** Takes the entry away, with its footnote. */
  | { readonly kind: 'remove'; readonly place: LinkPlace }
  /** Lists the note in the other one, which is at `to`. */
  | { readonly kind: 'answer'; readonly place: LinkPlace; readonly to: string }
  /** Offers notes that may be meant, for one place or for all. */
  | { readonly kind: 'relink'; readonly place: LinkPlace }
  | { readonly kind: 'create'; readonly place: LinkPlace };

export interface AuditRow {
  readonly key: string;
  /** What it is about: a note, several, or what a link says. */
  readonly title: string;
  /** The note that the title opens; `null` where there is none. */
  readonly path: string | null;
  /** The other note of a pair, which can be opened, too. */
  readonly other: string | null;
  readonly detail: string;
  /** Where it is written; each can be gone to. */
  readonly places: readonly LinkPlace[];
  readonly fixes: readonly AuditFix[];
}

/** The findings of one kind. */
export interface AuditList {
  readonly kind: AuditKind;
  readonly count: number;
  /** Makes the rows of the first ones: a large vault has more findings than anybody looks at. */
  readonly first: (most: number) => readonly AuditRow[];
}

/** The kinds of findings: first what is wrong, then what is missing, then what is only so. */
export const AUDIT_KINDS = [
  'contradictions',
  'misnamed',
  'duplicates',
  'dangling',
  'oneSided',
  'unlinked',
  'knots',
  'hubs',
  'selfLinks',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What more is known of the vault where the audit is looked at. */
export interface AuditedVault {
  readonly resolve: (target: string, from: string) => string | null;
  /** The names of notes that a link without a note must have meant. */
  readonly meant: (target: string) => readonly string[];
  /** Not `null` while such names are still being looked for: then their list is there, also without findings. */
  readonly looking?: () => Promise<void> | null;
}

const NOTHING_KNOWN: AuditedVault = { resolve: () => null, meant: () => [] };

/** Of the links without a note these are looked at for a near name, the most wanted first. */
const MOST_NAMED = 1000;

/** Notes of a knot that its row names. */
const KNOT_NAMES = 8;

/** What an audit found, as lists of rows; kinds without findings are left out. */
export function auditLists(
  audit: IdeaAudit,
  words: AuditWords,
  vault: AuditedVault = NOTHING_KNOWN,
): readonly AuditList[] {
  const near = new Map<string, readonly string[]>();
  for (const { target } of audit.dangling.slice(0, MOST_NAMED)) {
    const names = vault.meant(target);
    if (names.length > 0) near.set(target, names);
  }
  return AUDIT_KINDS.map((kind) => listOf(kind, audit, words, vault, near)).filter(
    ({ kind, count }) => count > 0 || (kind === 'misnamed' && vault.looking?.() != null),
  );
}

function listOf(
  kind: AuditKind,
  audit: IdeaAudit,
  words: AuditWords,
  vault: AuditedVault,
  near: ReadonlyMap<string, readonly string[]>,
): AuditList {
  const relation = (place: LinkPlace): string => words.relation(place.relation);
  const list = <Found>(all: readonly Found[], rowOf: (found: Found, index: number) => AuditRow): AuditList => ({
    kind,
    count: all.length,
    first: (most) => all.slice(0, most).map(rowOf),
  });
  switch (kind) {
    case 'contradictions':
      return list(audit.contradictions, ({ kind: how, places }, index) => ({
        key: String(index),
        title: namesIn(places).join(' · '),
        path: places[0]?.path ?? null,
        other: otherOf(places, vault),
        detail: words.contradiction(how),
        places,
        fixes: places.map((place) => ({ kind: 'remove', place })),
      }));
    case 'selfLinks':
      return list(audit.selfLinks, (place) => ({
        ...linkRow(place, relation(place)),
        fixes: [{ kind: 'remove', place }],
      }));
    case 'duplicates':
      return list(audit.duplicates, ({ to, places }) => {
        const [first, ...others] = places;
        const row = first ? linkRow(first, relation(first)) : noteRow(to, '');
        return { ...row, other: to, places, fixes: others.map((place) => ({ kind: 'remove', place })) };
      });
    case 'oneSided':
      return list(audit.oneSided, (place) => ({
        ...linkRow(place, relation(place)),
        other: place.to,
        fixes: [{ kind: 'answer', place, to: place.to }],
      }));
    case 'misnamed':
    case 'dangling':
      return list(
        audit.dangling.filter(({ target }) => near.has(target) === (kind === 'misnamed')),
        ({ target, places }) => ({
          key: target,
          title: decodePercent(target),
          path: null,
          other: null,
          detail: [words.wanted(places.length), ...(near.get(target) ?? [])].join(' · '),
          places,
          fixes: places.slice(0, 1).flatMap((place): readonly AuditFix[] => [
            { kind: 'relink', place },
            { kind: 'create', place },
          ]),
        }),
      );
    case 'knots':
      return list(audit.knots, (paths, index) => ({
        key: String(index),
        title: words.knot(paths.length),
        path: paths[0] ?? null,
        other: null,
        detail: `${paths.slice(0, KNOT_NAMES).map(nameOfNote).join(', ')}${paths.length > KNOT_NAMES ? ', …' : ''}`,
        places: [],
        fixes: [],
      }));
    case 'unlinked':
      return list(audit.unlinked, (path) => noteRow(path, ''));
    case 'hubs':
      return list(audit.hubs, (hub) => noteRow(hub.path, words.hub(hub)));
  }
}

/** The note that the links of the first of two lead to, or that links to it. */
function otherOf(places: readonly LinkPlace[], vault: AuditedVault): string | null {
  const [first] = places;
  if (!first) return null;
  return places.find(({ path }) => path !== first.path)?.path ?? vault.resolve(first.target, first.path);
}

/** The notes that links are written in and lead to, each once. */
function namesIn(places: readonly LinkPlace[]): string[] {
  const names = [...places.map(({ path }) => path), ...places.map(({ target }) => target)].map(nameOfLink);
  const known = new Set<string>();
  return names.filter((name) => known.size < known.add(foldPath(name)).size);
}

function linkRow(place: LinkPlace, detail: string): AuditRow {
  const key = `${place.path}:${place.line}:${place.target}`;
  return { key, title: nameOfNote(place.path), path: place.path, other: null, detail, places: [place], fixes: [] };
}

function noteRow(path: string, detail: string): AuditRow {
  return { key: path, title: nameOfNote(path), path, other: null, detail, places: [], fixes: [] };
}
