import type { NoteTerms } from '../model/note-terms';
import type { SuggestedRelation, Suggestion, SuggestionReason } from '../model/suggestion';
import type { Relation } from '../model/vocabulary';
import { folderOf } from '../text/note-name';
import type { IdeaGraph } from './idea-graph';
import { compareTexts } from './note-key';
import { isConvincing } from './suggestion-evidence';
import type { StoredNote } from './stored-note';
import type { TermTable } from './term-table';

/** What a note is asked about. */
export interface SuggestionQuestion {
  readonly path: string;
  /** What the note lists, under any relation; none where its own entries count as unwritten. */
  readonly listed: ReadonlySet<StoredNote>;
  /** Those of it that are no sources. */
  readonly ideas: ReadonlySet<StoredNote>;
  /** What it speaks of; `null` where that is not known yet. */
  readonly terms: NoteTerms | null;
  /** Whether a note that lists this one stays a candidate. */
  readonly isBlind: boolean;
  /** Whether a note's lists are heard. */
  readonly isHeard: (path: string) => boolean;
  readonly isTemplate: (path: string) => boolean;
  /** The most for one relation. */
  readonly limit: number;
}

const SUGGESTED_RELATIONS: readonly SuggestedRelation[] = ['upstream', 'downstream', 'direct', 'related'];

/** So many notes of a folder are heard, the most alike first: in a vault without folders all notes are of one. */
const FOLDER_HEARD = 150;
/** What a note of the folder counts that is not alike at all. */
const FOLDER_BASE = 0.1;
/** How many notes that are alike are heard. */
const ALIKE_HEARD = 20;
/** What a share of the folder's lists is drawn to where few notes have any; what a share of the lists of notes alike is. */
const FOLDER_DOUBT = 0.5;
const ALIKE_DOUBT = 0.02;
/** What the lists of notes alike count beside those of the folder: links to what is related are no habit of a folder. */
const ALIKE_LISTS: Readonly<Record<SuggestedRelation, number>> = {
  upstream: 0.1,
  downstream: 0.1,
  direct: 0.1,
  related: 0.2,
};
/** What the lists of notes count that share ideas with this one. */
const SHARING_LISTS = 2;
const SHARING_DOUBT = 0.5;
/** What it counts that the suggested note is alike itself. */
const ALIKE_ITSELF = 0.2;
/** How often a note stands as what is suggested, taken as if it had once been listed so: in doubt it is related. */
const ROLE_BEFORE: Readonly<Record<SuggestedRelation, number>> = {
  upstream: 0.1,
  downstream: 0.1,
  direct: 0.1,
  related: 0.7,
};
/** So many of the notes that are most alike can be suggested for that alone. */
const ALIKE_SUGGESTED = 100;
/** Ideas and words told in one reason. */
const IDEAS_SHARED = 2;
const WORDS_TOLD = 4;
/** How alike two notes must be for their words to be told. */
const ALIKE_TOLD = 0.1;

/** A note and how alike it is: by its words (0 to 1) and its lists (0 to 1), together. */
interface Like {
  readonly note: StoredNote;
  readonly like: number;
  /** By its lists alone. */
  readonly lists: number;
  /** How many ideas both list. */
  readonly shared: number;
}

/** What speaks for a note under one relation. */
interface Candidate {
  score: number;
  /** What part of the lists of notes that share ideas holds it, 0 to 1. */
  sharing: number;
  readonly folder: StoredNote[];
  readonly alike: StoredNote[];
}

/**
 * The notes that may belong to one, best first for each relation; scores compare. Heard are the lists of the notes of its folder,
 * those of notes that are like it, and what is like it itself: each of these is a reason that can be looked up. How often a note is
 * listed in all counts only for which relation it is suggested under.
 */
export function suggestIdeas(graph: IdeaGraph, terms: TermTable, question: SuggestionQuestion): Suggestion[] {
  const own = graph.get(question.path);
  const { isBlind, isHeard, isTemplate, listed, limit } = question;
  const likes = likesOf(graph, terms, question);
  const heardLikes = likes.filter(({ note }) => note.links.length > 0 && isHeard(note.path));
  const likeOf = new Map(likes.map((like) => [like.note, like]));
  const folder = folderOf(question.path);
  const siblings: Like[] = [];
  /** Of the folder, with lists or without, and by relation of the vault: how many list anything so. */
  let inFolder = 0;
  const listing = new Map<Relation, number>();
  for (const note of graph.all()) {
    if (note === own) continue;
    const isNear = folderOf(note.path) === folder;
    if (isNear && note.isNote) inFolder++;
    if (note.links.length === 0 || !isHeard(note.path)) continue;
    for (const relation of SUGGESTED_RELATIONS)
      if (lists(note, relation)) listing.set(relation, (listing.get(relation) ?? 0) + 1);
    if (isNear) siblings.push(likeOf.get(note) ?? { note, like: 0, lists: 0, shared: 0 });
  }
  const places = new Map(likes.map(({ note }, place) => [note, place]));
  siblings.sort(byLike);
  const mayBe = (note: StoredNote): boolean =>
    note.isNote &&
    note !== own &&
    !isTemplate(note.path) &&
    !listed.has(note) &&
    (isBlind || own === undefined || !note.links.some(({ to }) => to === own));

  const roles = new Map<StoredNote, ReadonlyMap<Relation, number>>();
  const rolesOf = (note: StoredNote): ReadonlyMap<Relation, number> => {
    let known = roles.get(note);
    if (known === undefined) roles.set(note, (known = countRoles(graph, note, own)));
    return known;
  };

  return SUGGESTED_RELATIONS.flatMap((relation) => {
    const candidates = new Map<StoredNote, Candidate>();
    const candidate = (note: StoredNote): Candidate => {
      let known = candidates.get(note);
      if (known === undefined) candidates.set(note, (known = { score: 0, sharing: 0, folder: [], alike: [] }));
      return known;
    };
    const heard = siblings.filter(({ note }) => lists(note, relation)).slice(0, FOLDER_HEARD);
    const folderSum = heard.reduce((sum, { like }) => sum + FOLDER_BASE + like, FOLDER_DOUBT);
    for (const { note, like } of heard) {
      for (const to of targetsOf(note, relation)) {
        const one = candidate(to);
        one.score += (FOLDER_BASE + like) / folderSum;
        one.folder.push(note);
      }
    }
    const nearest = heardLikes.filter(({ note }) => lists(note, relation)).slice(0, ALIKE_HEARD);
    const nearSum = nearest.reduce((sum, { like }) => sum + like ** 2, ALIKE_DOUBT);
    const near = new Map<StoredNote, number>();
    for (const { note, like } of nearest) {
      for (const to of targetsOf(note, relation)) {
        near.set(to, (near.get(to) ?? 0) + (ALIKE_LISTS[relation] * like ** 2) / nearSum);
        candidate(to).alike.push(note);
      }
    }
    const sharing = heardLikes.filter(({ note, shared }) => shared > 0 && lists(note, relation));
    const sharingSum = sharing.reduce((sum, { lists: share }) => sum + share ** 2, SHARING_DOUBT);
    for (const { note, lists: share } of sharing) {
      for (const to of targetsOf(note, relation)) candidate(to).sharing += share ** 2 / sharingSum;
    }
    for (const found of candidates.values()) found.score += SHARING_LISTS * found.sharing;
    for (const { note, like } of likes.slice(0, ALIKE_SUGGESTED)) {
      near.set(note, (near.get(note) ?? 0) + ALIKE_ITSELF * like);
    }
    for (const [note, score] of near) {
      if (!mayBe(note)) continue;
      const role = roleOf(rolesOf(note), relation);
      if (role > 0) candidate(note).score += score * (0.5 + 0.5 * role);
    }
    const sorted = [...candidates]
      .filter(([note, { score }]) => score > 0 && mayBe(note))
      .sort(([a, { score: ofA }], [b, { score: ofB }]) => ofB - ofA || compareTexts(a.path, b.path));
    const suggestions: Suggestion[] = [];
    for (const [note, found] of sorted) {
      if (suggestions.length === limit) break;
      const like = likeOf.get(note);
      const evidence = {
        words: like === undefined ? 0 : like.like - like.lists,
        place: places.get(note) ?? Infinity,
        shared: { listing: like?.shared ?? 0, of: question.ideas.size },
        sharing: found.sharing,
        folder: { listing: found.folder.length, of: Math.min(inFolder, FOLDER_HEARD) },
        alike: { listing: found.alike.length, of: nearest.length },
        vault: { listing: rolesOf(note).get(relation) ?? 0, of: listing.get(relation) ?? 0 },
      };
      if (!isBlind && !isConvincing(evidence)) continue;
      const reasons = reasonsFor(note, found, likeOf.get(note), folder, terms, question);
      if (reasons.length > 0) suggestions.push({ path: note.path, relation, score: found.score, reasons });
    }
    return suggestions;
  });
}

function reasonsFor(
  note: StoredNote,
  { folder: inFolder, alike }: Candidate,
  like: Like | undefined,
  folder: string,
  terms: TermTable,
  { ideas: own, terms: asked }: SuggestionQuestion,
): readonly SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  if (inFolder.length > 0) reasons.push({ kind: 'folder', notes: inFolder.map(({ path }) => path) });
  const elsewhere = alike.filter(({ path }) => folderOf(path) !== folder);
  if (elsewhere.length > 0) reasons.push({ kind: 'alike', notes: elsewhere.map(({ path }) => path) });
  if (like !== undefined && like.shared >= IDEAS_SHARED) {
    const ideas = [...ideasOf(note)].filter((idea) => own.has(idea)).map(({ path }) => path);
    reasons.push({ kind: 'shared', ideas, of: own.size });
  }
  const words =
    like === undefined || asked === null || like.like - like.lists < ALIKE_TOLD
      ? []
      : terms.shared(asked, note.path, WORDS_TOLD);
  if (words.length > 1) reasons.push({ kind: 'words', terms: words });
  return reasons;
}

/** The notes that are like the one asked about, most first. */
function likesOf(
  graph: IdeaGraph,
  table: TermTable,
  { path, ideas: asked, terms }: SuggestionQuestion,
): readonly Like[] {
  const own = graph.get(path);
  const shared = new Map<StoredNote, number>();
  for (const idea of asked) {
    for (const other of graph.citing(idea)) {
      if (other !== own && other.links.some(({ to, relation }) => to === idea && relation !== 'source'))
        shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  const words = terms === null ? new Map<string, number>() : table.alike(terms);
  const likes: Like[] = [];
  for (const [other, count] of shared) {
    const ideas = count / Math.sqrt(asked.size * ideasOf(other).size);
    likes.push({ note: other, like: ideas + (words.get(other.path) ?? 0), lists: ideas, shared: count });
    words.delete(other.path);
  }
  for (const [other, like] of words) {
    const note = graph.get(other);
    if (note !== undefined && note !== own) likes.push({ note, like, lists: 0, shared: 0 });
  }
  return likes.sort(byLike);
}

function byLike(a: Like, b: Like): number {
  return b.like - a.like || compareTexts(a.note.path, b.note.path);
}

/**
 * How often a note is listed under a relation, of all times that others list it, 0 to 1. 0 where nobody lists it so and the relation
 * claims more than a likeness.
 */
function roleOf(roles: ReadonlyMap<Relation, number>, relation: SuggestedRelation): number {
  const so = roles.get(relation) ?? 0;
  if (so === 0 && relation !== 'related') return 0;
  let all = 0;
  for (const count of roles.values()) all += count;
  return (so + ROLE_BEFORE[relation]) / (all + 1);
}

/** How often others than one note list a note under each relation. */
function countRoles(graph: IdeaGraph, note: StoredNote, but: StoredNote | undefined): ReadonlyMap<Relation, number> {
  const roles = new Map<Relation, number>();
  for (const other of graph.citing(note)) {
    if (other === but || other === note) continue;
    for (const { to, relation } of other.links) {
      if (to === note && relation !== 'source') roles.set(relation, (roles.get(relation) ?? 0) + 1);
    }
  }
  return roles;
}

function lists({ links }: StoredNote, relation: Relation): boolean {
  return links.some((link) => link.relation === relation);
}

/** The notes that a note lists under a relation, each once. */
function targetsOf(note: StoredNote, relation: Relation): ReadonlySet<StoredNote> {
  const targets = new Set<StoredNote>();
  for (const { to, relation: one } of note.links) {
    if (to !== null && to !== note && one === relation) targets.add(to);
  }
  return targets;
}

/** All that a note lists but its sources. */
function ideasOf(note: StoredNote): ReadonlySet<StoredNote> {
  const ideas = new Set<StoredNote>();
  for (const { to, relation } of note.links) if (to !== null && to !== note && relation !== 'source') ideas.add(to);
  return ideas;
}
