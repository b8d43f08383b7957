/** The relations an idea link can have, most general first. */
export const RELATION_NAMES = ['upstream', 'direct', 'downstream', 'related', 'source'] as const;
export type Relation = (typeof RELATION_NAMES)[number];

/** Phrases of the vocabulary's dialect, parted by `|`: as one text they take a third less than as a list of texts. */
type Phrases = string;

/**
 * What one language calls a relation. All are phrases of the vocabulary's dialect. `N` below is any of the language's `nouns`
 * or `things`; who
 * adds a word asks how surely it speaks of a list of links, and puts it where it is surest: in doubt a list is `related`.
 */
export interface RelationWords {
  /** The relation wherever it stands in a heading: `вышестоящ*`. */
  readonly anywhere?: Phrases;
  /** The relation with any noun or none: `parent` in _Parent_, _Parent technique_; at the heading's beginning, or end (`nounsFirst`). */
  readonly withAny?: Phrases;
  /** Only beside N: `higher` in _Higher ideas_, _Ideas of a higher level_. */
  readonly withNoun?: Phrases;
  /** The same for words that are used every day, too: in a map of content they say nothing. */
  readonly loose?: Phrases;
  /** Only as the whole heading, or with N behind it or what it is of: `unlocks`, `prerequisites`. */
  readonly alone?: Phrases;
  /** The same for words that say nothing in a sentence above a list or in a map of content: `below`. */
  readonly weak?: Phrases;
  /** What a sentence says above a list before one of the `nouns`, or right behind it: _This note rests on two ideas:_. */
  readonly leads?: Phrases;
  /** As names of properties and inline fields, and as nothing else: `north`. */
  readonly fields?: Phrases;
}

/** The words of one language. A language is one file like `en.ts`, and a row in the list of `LANGUAGES`. */
export interface Language {
  /** What lists of links are lists of: `ideas?`. */
  readonly nouns: Phrases;
  /** What else a heading may call them; in a sentence that says nothing: `techniques?`. */
  readonly things?: Phrases;
  /** Whether words follow each other without a space. */
  readonly isDense?: boolean;
  /** Whether what describes a noun stands behind it: _notes parentes_. */
  readonly nounsFirst?: boolean;
  readonly relations: Readonly<Record<Relation, RelationWords>>;
  /** Words that may stand before all of these: `all`, `list of`. */
  readonly openings?: Phrases;
  /** What joins links as equals: `[[A]] and [[B]]`. */
  readonly joins?: Phrases;
  /** What a label ends in that turns its direction round: _Sub-technique of_ names what is above. */
  readonly turns?: Phrases;
  /** What holds such a word and means something else: `child care`. */
  readonly never?: Phrases;
  /** What says in a sentence that the list belongs to this note: _Directly connected with this shed:_. */
  readonly here?: Phrases;
  /** Words of a question about this note: _What this depends on_ says it of the note, _What depends on this_ of what is listed. */
  readonly asks?: QuestionWords;
  /** Labels before a link that announce it and say nothing of its relation: `Ссылки: [[…]]`. */
  readonly announcements?: Phrases;
  /** Beginnings of words that headings are known by and that are often misspelt. */
  readonly misspelt?: Phrases;
  readonly steps: StepTerms;
  readonly maps: MapWords;
  readonly ranks: RankWords;
}

/**
 * What an answer may call the three steps, beside what the headings of notes do: there the steps are known, and only which one is meant
 * is asked.
 */
export interface StepTerms {
  /** Words that number a step: `schritt`. */
  readonly words: Phrases;
  /** The same for words that number much else, too: `teil`. */
  readonly parts: Phrases;
  /** Numbers as words: `zwei`, `zweite(r|s)?`. */
  readonly numbers: Readonly<Record<1 | 2 | 3, Phrases>>;
  /** What says by itself which step it is: `übersetz*`. */
  readonly phrases: Readonly<Record<1 | 2 | 3, Phrases>>;
  /** What may stand beside these and says nothing else; words of two letters may anyway. */
  readonly fillers: Phrases;
}

/** What a question is made of, beside a verb. */
export interface QuestionWords {
  /** `what`. */
  readonly words: Phrases;
  /** This note as the one that does something, and as the one that something is done to, where that is another word. */
  readonly self: Phrases;
  readonly object?: Phrases;
  /** Prepositions, which belong behind the verb: `от`. In a dense language what may stand behind the question. */
  readonly before: Phrases;
  /** What they stand behind, as one word, for the first of `words` and of `self`: `wo` in _wovon_, `da` in _davon_. */
  readonly fused?: readonly [asking: Phrases, telling: Phrases];
}

/** Names of notes that say what is below them. */
export interface MapWords {
  /** Wherever they stand in the name: `map of contents?`. */
  readonly anywhere?: Phrases;
  /** As the whole name, its first or its last word: `index`. */
  readonly atEnds?: Phrases;
  /** Names that these stand in and that are none: `body mass index`. */
  readonly never?: Phrases;
}

/** What is said of rungs. */
export interface RankWords {
  /** Header words that rank the rows by themselves, whatever the rungs are called: `tier`, `rank`. */
  readonly ranking?: Phrases;
  /** Header words of a column that holds the rung itself: `level`, `place`. */
  readonly levels?: Phrases;
  /** The same for how much something matters, whose rungs may have short names of their own: `priority`, `severity`. */
  readonly priorities?: Phrases;
  /** What ends a longer header that is such a word: `Severity level`, `Schwierigkeitsstufe`. */
  readonly last?: Phrases;
  /** Header words of what is measured: numbers or ranges that rise below them are rungs. */
  readonly measures?: Phrases;
  /** Ordered words, lowest first: `low<medium<high|small<large`. */
  readonly scales?: string;
  /** Words above a table that make the running number of its rows a place. */
  readonly leads?: Phrases;
}
