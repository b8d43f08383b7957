/** The relations an idea link can have, most general first. */
export const RELATION_NAMES = ['upstream', 'direct', 'downstream', 'related', 'source'] as const;
export type Relation = (typeof RELATION_NAMES)[number];

/**
 * What one language calls a relation. All are phrases of the vocabulary's dialect. `N` below is any of the language's `nouns`
 * or `things`; who
 * adds a word asks how surely it speaks of a list of links, and puts it where it is surest: in doubt a list is `related`.
 */
export interface RelationWords {
  /** The relation wherever it stands in a heading: `вышестоящ*`. */
  readonly anywhere?: readonly string[];
  /** The relation with any noun or none: `parent` in _Parent_, _Parent technique_; at the heading's beginning, or end (`nounsFirst`). */
  readonly withAny?: readonly string[];
  /** Only beside N: `higher` in _Higher ideas_, _Ideas of a higher level_. */
  readonly withNoun?: readonly string[];
  /** The same for words that are used every day, too: in a map of content they say nothing. */
  readonly loose?: readonly string[];
  /** Only as the whole heading, or with N behind it or what it is of: `unlocks`, `prerequisites`. */
  readonly alone?: readonly string[];
  /** The same for words that say nothing in a sentence above a list or in a map of content: `below`. */
  readonly weak?: readonly string[];
  /** What a sentence says above a list before one of the `nouns`, or right behind it: _This note rests on two ideas:_. */
  readonly leads?: readonly string[];
  /** As names of properties and inline fields, and as nothing else: `north`. */
  readonly fields?: readonly string[];
}

/** The words of one language. A language is one file like `en.ts`, and a row in the list of `LANGUAGES`. */
export interface Language {
  /** What lists of links are lists of: `ideas?`. */
  readonly nouns: readonly string[];
  /** What else a heading may call them; in a sentence that says nothing: `techniques?`. */
  readonly things?: readonly string[];
  /** Whether words follow each other without a space. */
  readonly isDense?: boolean;
  /** Whether what describes a noun stands behind it: _notes parentes_. */
  readonly nounsFirst?: boolean;
  readonly relations: Readonly<Record<Relation, RelationWords>>;
  /** Words that may stand before all of these: `all`, `list of`. */
  readonly openings?: readonly string[];
  /** What a label ends in that turns its direction round: _Sub-technique of_ names what is above. */
  readonly turns?: readonly string[];
  /** What holds such a word and means something else: `child care`. */
  readonly never?: readonly string[];
  /** What says in a sentence that the list belongs to this note: _Directly connected with this shed:_. */
  readonly here?: readonly string[];
  /** Labels before a link that announce it and say nothing of its relation: `Ссылки: [[…]]`. */
  readonly announcements?: readonly string[];
  /** Beginnings of words that headings are known by and that are often misspelt. */
  readonly misspelt?: readonly string[];
  readonly maps: MapWords;
  readonly ranks: RankWords;
}

/** Names of notes that say what is below them. */
export interface MapWords {
  /** Wherever they stand in the name: `map of contents?`. */
  readonly anywhere?: readonly string[];
  /** As the whole name, its first or its last word: `index`. */
  readonly atEnds?: readonly string[];
  /** Names that these stand in and that are none: `body mass index`. */
  readonly never?: readonly string[];
}

/** Header words of columns that hold rungs. */
export interface RankWords {
  /** Rank the rows by themselves: `tier`, `rank`. */
  readonly rank?: readonly string[];
  /** Hold the rung itself: `level`, `place`. */
  readonly level?: readonly string[];
  /** How urgent or grave something is: `priority`, `severity`. */
  readonly priority?: readonly string[];
}
