import type { IdeaLink } from '../model/note';
import type { KindLetter } from '../model/note-facts';
import type { NoteTerms } from '../model/note-terms';
import type { Suggestion } from '../model/suggestion';
import type { Relation } from '../model/vocabulary';

/**
 * What the index of ideas answers. Notes are named by their path in the vault, lines are 1-based, and the same notes give the same
 * answers in the same order, however the index came to know them.
 */
export interface IdeaAnswers {
  /** Whether there is a note at `path`. */
  has(path: string): boolean;
  /** The paths of all notes, in no order. */
  paths(): Iterable<string>;
  /** The idea links that a note holds, in document order; none for a note that is not known. */
  linksOf(path: string): readonly KeptLink[];
  /** The path that a link in the note at `from` leads to; `null` where there is no note. */
  resolve(target: string, from: string): string | null;
  /**
   * Every idea that a note lists, and every one that lists it. Handed `links`, the note's links as an editor has them now, those
   * stand in for the ones that were last saved; `resolve` then says where they lead, for who knows already.
   */
  neighbours(path: string): readonly Neighbour[];
  neighbours<Link extends KeptLink>(
    path: string,
    links: readonly Link[],
    resolve?: (target: string) => string | null,
  ): readonly Neighbour<Link>[];
  /** The notes around one note, as many as can be read on a map. */
  neighbourhood(path: string, options: NeighbourhoodOptions): Neighbourhood;
  /** What is wrong or missing among the idea links of the notes that `scope` lets through. */
  audit(scope?: (path: string) => boolean): IdeaAudit;
  /** Notes whose name or alias is nearly what a link without a note says, best first. */
  nearNames(target: string, limit?: number): readonly NearName[];
  /** The names of notes that a link without a note must have meant, looked for at once. */
  meantNow(target: string): readonly string[];
  /** The notes that may belong to one, by relation, best first. */
  suggestions(path: string, options: SuggestionOptions): readonly Suggestion[];
  /** The kind of value that a checked field holds in the vault as a rule; `null` where there is no rule. */
  usualKind(field: string): KindLetter | null;
}

/** The answers while the vault goes on changing. */
export interface LiveIdeas extends IdeaAnswers {
  /** False until every note of the vault has been looked at; what is answered before is a part. */
  readonly isComplete: boolean;
  /** As many words of step 3 as half of the vault's notes exceed; `null` where that is not known. */
  readonly usualExpansion: number | null;
  /** As `audit`, in idle moments; `null` where it was stopped before its end. */
  auditSoon(scope: ((path: string) => boolean) | undefined, isStopped: () => boolean): Promise<IdeaAudit | null>;
  /**
   * Calls `listener` after every change with the paths of the notes whose neighbours may differ now, `null` when that may be any;
   * returns what ends the calls.
   */
  onChange(listener: (paths: ReadonlySet<string> | null) => void): () => void;
}

/** What is kept of an idea link. */
export type KeptLink = Pick<IdeaLink, 'line' | 'target' | 'heading' | 'relation' | 'description' | 'origin'>;

/** Written in this note, written in the other one and seen from here, or written in both. */
export type Provenance = 'declared' | 'implied' | 'both';

/**
 * Why two notes cannot both be right: each says that the other is above, each says that the other is below, or one of them says
 * both of the other.
 */
export type Contradiction = 'both-above' | 'both-below' | 'both-ways';

/**
 * One idea as it is listed under one relation of a note. What the note itself lists stands where it lists it. Another note that
 * lists this one stands here too, once, where it names a relation that is stronger than what this note says of it: above and below
 * are stronger than direct, direct is stronger than related. Under one relation a note is listed once, unless for several headings.
 */
export interface Neighbour<Link extends KeptLink = KeptLink> {
  /** What the other note is, seen from this one: the other's `upstream` is `downstream` here. */
  readonly relation: Relation;
  /** The other note; `null` where a link leads to none. This note's own path where it lists itself. */
  readonly path: string | null;
  /** The other note's name without folder and `.md`, or what the link says where there is none. */
  readonly name: string;
  /** The `#…` part of the link without the `#`, or `''`. */
  readonly heading: string;
  readonly provenance: Provenance;
  /** Plain Markdown: what this note says of the other, else what the other says where it lists this one, else `''`. */
  readonly description: string;
  /** Whether the description is the other note's. */
  readonly isDescribedThere: boolean;
  /** This note's entries, in line order; none for an implied idea. */
  readonly here: readonly Link[];
  /** The other note's entries about this one, in line order, as they are written there: their relation is the other note's. */
  readonly there: readonly KeptLink[];
  /** Set on one entry of the two notes only. */
  readonly contradiction: Contradiction | null;
}

export interface NeighbourhoodOptions {
  /** How many steps to go, 1 to 4. */
  readonly hops: number;
  /** How many notes can be read, the one in the middle counted; what is unfolded comes on top. */
  readonly maxNodes: number;
  /** Ids of the groups (`MoreGroup.id`) that were unfolded. */
  readonly unfolded?: ReadonlySet<string>;
  /** Whether notes that are listed and not there are shown, each row's last. */
  readonly withMissing?: boolean;
}

/**
 * The notes around one note. The walk goes up from what is above, down from what is below and sideways from what is at a side,
 * each note visited once, on the shortest way to it.
 */
export interface Neighbourhood {
  /** The note in the middle. */
  readonly centre: string;
  /** The note in the middle first, then by distance and place. */
  readonly nodes: readonly MapNode[];
  /** Every relation between two of the nodes, each pair once. */
  readonly edges: readonly MapEdge[];
  /** What is not shown, at most one group a row. */
  readonly groups: readonly MoreGroup[];
}

/** A place on the map: rows above and below the middle, and the two sides of it. */
export interface MapRow {
  /** Signed hop distance: -1 is one step above the middle, 2 two steps below, 0 the middle and its sides. */
  readonly rank: number;
  /** Signed hop distance to the side where `rank` is 0: negative at the side of direct ideas, positive at that of related ones. */
  readonly side: number;
}

export interface MapNode extends MapRow {
  /** Of a missing note: what links say. */
  readonly path: string;
  readonly isMissing?: true;
  readonly name: string;
}

export interface MapEdge {
  /** For upstream and downstream the note above, for others the one whose path comes first. */
  readonly source: string;
  readonly target: string;
  /** What `target` is to `source`: `downstream`, `direct` or `related`. */
  readonly relation: Relation;
  /** Seen from the one of the two that comes first among the nodes. */
  readonly provenance: Provenance;
  readonly contradiction: Contradiction | null;
  /** What either note says of the other, the first of the nodes heard first; `''` if nothing. */
  readonly description: string;
}

/** The notes of one row that are not shown: "+12 more". */
export interface MoreGroup extends MapRow {
  /** To be put into `unfolded`. */
  readonly id: string;
  /** The nodes that lead to them, in path order: where the group hangs. */
  readonly from: readonly string[];
  /** Best first. */
  readonly paths: readonly string[];
}

/** Where an idea link is written. */
export interface LinkPlace {
  readonly path: string;
  readonly line: number;
  readonly relation: Relation;
  /** As written, without alias and `#…`. */
  readonly target: string;
}

/** What an audit found, each list with the gravest first, else in path and line order. */
export interface IdeaAudit {
  /** How many notes were looked at, and how many idea links they hold, sources included. */
  readonly notes: number;
  readonly links: number;
  /** Each pair of notes once. */
  readonly contradictions: readonly { readonly kind: Contradiction; readonly places: readonly LinkPlace[] }[];
  /** Links of a note to itself, sources and links to its own headings left out. */
  readonly selfLinks: readonly LinkPlace[];
  /** One idea listed again under one relation. */
  readonly duplicates: readonly { readonly to: string; readonly places: readonly LinkPlace[] }[];
  /** Upstream, downstream and direct links that the other note does not answer in any list. */
  readonly oneSided: readonly (LinkPlace & { readonly to: string })[];
  /** Links without a note by how often they are wanted, those in templates left out. Links that differ only by case and Unicode form are one. */
  readonly dangling: readonly { readonly target: string; readonly places: readonly LinkPlace[] }[];
  /** Three notes and more that are above and below one another in a circle, the largest knot first, each in path order. */
  readonly knots: readonly (readonly string[])[];
  /** Notes without idea links, that no other note lists. */
  readonly unlinked: readonly string[];
  /** The notes with the most neighbours: one in ten, twenty at most. */
  readonly hubs: readonly Hub[];
}

export interface Hub {
  readonly path: string;
  /** How many other notes are its neighbours. */
  readonly neighbours: number;
  /** How many of these list it, and how many it lists. */
  readonly incoming: number;
  readonly outgoing: number;
}

/** What is to be suggested for a note. */
export interface SuggestionOptions {
  /** What the note speaks of; `null` where that is not known. */
  readonly terms: NoteTerms | null;
  /** The most for one relation. */
  readonly limit: number;
  /** The note's links as an editor has them now. */
  readonly links?: readonly KeptLink[];
  /** The note's own entries count as unwritten, and a note that lists it stays a candidate: to be held against them. */
  readonly isBlind?: boolean;
  /** Whether the lists of the note at `path` are heard; those of templates never are. */
  readonly hears?: (path: string) => boolean;
}

/** How a note's name differs from what a link says. */
export type NameDifference =
  /** The same letters in another case or Unicode form, or the name in another folder. */
  | 'form'
  /** Another sign, space or none: also where the link has a sign that no file name can hold. */
  | 'sign'
  /** A word more or less. */
  | 'word'
  /** A few letters. */
  | 'typo';

export interface NearName {
  readonly path: string;
  readonly name: string;
  readonly difference: NameDifference;
}

/** Lengths in pixels. */
export interface LayoutOptions {
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** Between two nodes of one line. */
  readonly gapX: number;
  /** Between two rows. */
  readonly gapY: number;
  /** Between two lines of one row. */
  readonly lineGap: number;
  /** Rows that would be wider are broken into several lines; one node a line always fits. */
  readonly maxWidth: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of a neighbourhood stands. The note in the middle is at 0, 0; y grows downwards. */
export interface MapLayout {
  /** What all nodes cover. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The middle of each node by its path, and of each group by its id. */
  readonly places: ReadonlyMap<string, Point>;
  /** The edges of the neighbourhood in its order, from the middle of the source's box to that of the target's: two points, or three where an edge has to go round. */
  readonly routes: readonly { readonly edge: MapEdge; readonly points: readonly Point[] }[];
}
