import type { Span } from '../model/span';
import type { Relation } from '../model/vocabulary';
import { skipSpace, trimEnd } from '../markdown/lines';
import { plainText } from '../markdown/plain-text';
import { arrowIn } from './lone-links';
import type { NoteKind } from './note-kind';
import type { OuterItems } from './outer-items';
import type { Vocabulary } from './vocabulary';

/** A heading or label; the heading that names the note, and one that does so in the very words; a sentence above a list. */
type ListHeadingKind = 'heading' | 'title' | 'name' | 'lead';

/** A heading, label or lead sentence that may introduce a list. Its meaning is looked up only when a list follows. */
export class ListHeading {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #kind: ListHeadingKind;
  readonly #isMap: () => boolean;
  /** Entries below it that are not footnote definitions. */
  ordinaryEntries = 0;
  /** Whether a section of ideas is known to begin here. */
  opensSection = false;
  #relation: Relation | null | undefined;
  #asLabel: Relation | null | undefined;
  #plain: string | undefined;

  constructor(
    readonly line: number,
    text: string,
    readonly from: number,
    readonly end: number,
    vocabulary: Vocabulary,
    kind: ListHeadingKind,
    isMap: () => boolean,
  ) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#kind = kind;
    this.#isMap = isMap;
  }

  /** Where its words stand. */
  get words(): Span {
    const from = skipSpace(this.#text, this.from, this.end);
    return { from, to: trimEnd(this.#text, from, this.end) };
  }

  get plainTitle(): string {
    return (this.#plain ??= plainText(this.#text.slice(this.from, this.end)));
  }

  /** What it says of the list below it, read as what it is. */
  get relation(): Relation | null {
    if (this.#kind !== 'lead') return this.asLabel;
    if (this.#relation === undefined) {
      this.#relation = this.#vocabulary.relationOf(this.#text.slice(this.from, this.end), 'lead');
    }
    return this.#relation;
  }

  /** What it says read as a heading or label; a long sentence is none. */
  get asLabel(): Relation | null {
    if (this.#asLabel === undefined) {
      const tooLong = this.#kind === 'lead' && this.end - this.from > LABEL_LENGTH;
      this.#asLabel = tooLong ? null : this.#look(this.#text.slice(this.from, this.end));
    }
    return this.#asLabel;
  }

  #look(words: string): Relation | null {
    if (this.#kind === 'name') return null;
    const relation = this.#vocabulary.relationOf(words, this.#kind === 'lead' ? 'label' : this.#kind);
    // In a map fewer words say where the list leads: it leads down.
    return relation !== null && this.#kind === 'heading' && this.#isMap()
      ? this.#vocabulary.relationOf(words, 'map')
      : relation;
  }
}

/** A lead sentence up to this length may be read as a label. */
const LABEL_LENGTH = 80;

/** A column may be called by an arrow alone. */
const LONGEST_ARROW = 3;

/** What introduced an entry. */
export class ListContext {
  readonly #counted: ListHeading | null;

  /**
   * @param relation `null` when nothing that stands above introduces links.
   * @param title Plain text of the heading or label that gives the relation, else of the nearest one; `''` if there is none.
   * @param sections The outermost heading or label that introduces links here, and the nearest heading: a section of ideas begins there.
   */
  constructor(
    readonly relation: Relation | null,
    readonly title: string,
    readonly sections: readonly ListHeading[],
    counted: ListHeading | null,
  ) {
    this.#counted = counted;
  }

  /** Entries so far below the same listHeading, footnote definitions not counted. */
  get ordinaryEntries(): number {
    return this.#counted === null ? 0 : this.#counted.ordinaryEntries;
  }

  /** Where the heading or label stands that gives the relation, else the nearest one; `null` if there is none. */
  get place(): Span | null {
    return this.#counted === null ? null : this.#counted.words;
  }

  /** Counts one more entry. */
  count(isFootnote: boolean): void {
    if (!isFootnote && this.#counted !== null) this.#counted.ordinaryEntries++;
  }
}

/** The headings and labels that hold at one depth of quoting. */
class Frame {
  /** By heading level, 1 to 6. */
  readonly headings: (ListHeading | null)[] = [];
  label: ListHeading | null = null;
  /** The item that says what those nested in it are. */
  outer: ListHeading | null = null;
  /** Lead sentences and items since the last label that may be one; looked at when an entry follows. */
  leads: ListHeading[] = [];
  itemLabels: ListHeading[] = [];
  /** What introduces an entry here, until a heading, label or lead changes it. */
  listContext: ListContext | null = null;

  constructor(readonly depth: number) {}

  /** The last lead sentence, if no label stands below it. */
  get lead(): ListHeading | null {
    return this.leads.at(-1) ?? null;
  }

  /** Finds the label that holds, and forgets what stands before it. A short lead sentence with a meaning of its own is one. */
  settle(): void {
    // Mostly there is no more than the last lead sentence.
    if (this.itemLabels.length === 0 && this.leads.length < 2) return;
    const { lead } = this;
    const found = this.leads.concat(this.itemLabels).findLast((one) => one !== lead && one.asLabel !== null);
    this.label = found ?? this.label;
    this.itemLabels = [];
    this.leads = this.leads.slice(-1);
  }

  /** A heading or label: what stood above it in the same section no longer holds. */
  begin(label: ListHeading | null): void {
    this.label = label;
    if (this.leads.length > 0) this.leads = [];
    if (this.itemLabels.length > 0) this.itemLabels = [];
    this.listContext = null;
  }
}

export const isDirected = (relation: Relation | null): boolean =>
  relation === 'upstream' || relation === 'downstream' || relation === 'direct';

/**
 * Knows which headings, labels and lead sentences hold where the reader stands. A heading ends what headings of its own and
 * deeper levels began; a label ends the label before it; a callout has headings of its own.
 */
export class LinkContext {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #kind: NoteKind;
  #frames: [Frame, ...Frame[]] = [new Frame(0)];
  /** The first heading, if it is of the first level: it names the note. */
  #title: ListHeading | null = null;
  #hasHeadings = false;
  #isTitleMap: boolean | undefined;
  #labelLine = 0;
  #plain: ListHeading | null = null;

  constructor(text: string, vocabulary: Vocabulary, kind: NoteKind) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#kind = kind;
  }

  /** Whether the note says, so far, that it is a map of content. */
  readonly isMap = (): boolean => {
    if (this.#kind.isMap) return true;
    if (this.#title === null) return false;
    return (this.#isTitleMap ??= this.#vocabulary.isMap(this.#title.plainTitle));
  };

  heading(line: number, level: number, from: number, end: number): void {
    const frame = this.#frame;
    const { headings } = frame;
    while (headings.length > level) headings.pop();
    while (headings.length < level) headings.push(null);
    const isTitle = level === 1 && !this.#hasHeadings && frame.depth === 0;
    const one = this.#listHeading(line, from, end, isTitle ? 'title' : 'heading');
    headings.push(one);
    if (isTitle) this.#title = one;
    this.#hasHeadings ||= frame.depth === 0;
    frame.begin(null);
  }

  /** A line that acts as a heading: bold throughout. */
  label(line: number, from: number, end: number): void {
    this.#labelLine = line;
    this.#frame.begin(this.#listHeading(line, from, end, 'heading'));
  }

  /** A line without any sign of its own that names the list below it, and no more than that: prose ends it. */
  plainLabel(line: number, from: number, end: number): void {
    this.label(line, from, end);
    this.#plain = this.#frame.label;
  }

  /** A paragraph begins. */
  prose(): void {
    if (this.#plain !== null && this.#frame.label === this.#plain) this.#frame.begin(null);
    this.#plain = null;
  }

  /** An item that may act as a label. It holds only if it is one: other items ending in a colon are parts of an entry. */
  itemLabel(line: number, from: number, end: number): void {
    const frame = this.#frame;
    frame.itemLabels.push(this.#listHeading(line, from, end, 'heading'));
    frame.listContext = null;
  }

  /** An item stands in others, the innermost of which that says what is below it holds for its links. */
  within(items: OuterItems<ListHeading>): void {
    const frame = this.#frame;
    // Mostly it stands in none, nor did the one before.
    if (frame.outer === null && items.isEmpty) return;
    const outer = items.label((line, from, end) => this.#listHeading(line, from, end, 'lead'));
    if (outer === frame.outer) return;
    frame.outer = outer;
    // It holds for no more than what is nested in it.
    if (outer !== null) frame.itemLabels = frame.itemLabels.filter(({ from }) => from !== outer.from);
    frame.listContext = null;
  }

  /** A sentence that ends in a colon. */
  lead(line: number, from: number, end: number): void {
    this.#labelLine = line;
    const frame = this.#frame;
    frame.leads.push(this.#listHeading(line, from, end, 'lead'));
    frame.listContext = null;
  }

  /** Whether a label or a sentence that ends in a colon stands right above a line. */
  isBelowLabel(line: number): boolean {
    return this.#labelLine === line - 1;
  }

  /** The reader has come to a line at another depth of quoting. */
  enter(depth: number): void {
    while (this.#frames.length > 1 && this.#frame.depth > depth) this.#frames.pop();
  }

  /** A callout begins at this depth: what was introduced outside does not hold in it. */
  callout(depth: number): void {
    this.enter(depth - 1);
    this.#frames.push(new Frame(depth));
  }

  /** Whether a heading above this level, or at it, introduces links, so that a heading may itself be an entry. */
  introducedAt(level: number): boolean {
    const frame = this.#frame;
    frame.settle();
    const { headings, label } = frame;
    if (label !== null && label.asLabel !== null) return true;
    for (let at = Math.min(level, headings.length - 1); at >= 1; at--) {
      const heading = headings[at];
      if (heading !== null && heading !== undefined && heading.relation !== null) return true;
    }
    return false;
  }

  /** What a label says by itself. */
  relationOf(label: string): Relation | null {
    return label === '' ? null : this.#vocabulary.relationOf(label, 'field');
  }

  /** What a column's header says of the links below it. */
  relationOfColumn(header: string): Relation | null {
    return this.#vocabulary.relationOf(header, 'label') ?? (header.length <= LONGEST_ARROW ? arrowIn(header) : null);
  }

  /** Whether a line that is bold throughout is a label, also where it runs on from an item. */
  isLabel(from: number, end: number): boolean {
    return this.#vocabulary.relationOf(this.#text.slice(from, end), 'label') !== null;
  }

  /** What introduces an entry that stands here; `own` is a label on the entry's own line. */
  listContext(own = ''): ListContext {
    const ownRelation = this.relationOf(own);
    // A label on the entry's own line introduces that entry alone.
    if (ownRelation !== null) return new ListContext(ownRelation, plainText(own), [], null);
    return (this.#frame.listContext ??= listContextIn(this.#frame));
  }

  #listHeading(line: number, from: number, end: number, kind: 'heading' | 'title' | 'lead'): ListHeading {
    const isName = kind === 'title' && this.#kind.isName(this.#text.slice(from, end));
    return new ListHeading(line, this.#text, from, end, this.#vocabulary, isName ? 'name' : kind, this.isMap);
  }

  get #frame(): Frame {
    return this.#frames[this.#frames.length - 1] ?? this.#frames[0];
  }
}

function listContextIn(frame: Frame): ListContext {
  frame.settle();
  const { outer, lead: last } = frame;
  const isLabel = last !== null && last.asLabel !== null;
  const label = outer ?? (isLabel ? last : frame.label);
  const lead = isLabel || outer !== null ? null : last;
  let first: ListHeading | null = null;
  let nearest: ListHeading | null = null;
  let directed: ListHeading | null = null;
  let outermost: ListHeading | null = null;
  let heading: ListHeading | null = null;
  for (let level = frame.headings.length; level >= 0; level--) {
    // The label stands below all headings.
    const one = level === frame.headings.length ? label : (frame.headings[level] ?? null);
    if (one === null) continue;
    first ??= one;
    if (one.asLabel === null) continue;
    // A sentence that only says again what a heading above it says gives way to it.
    if (nearest === null || (nearest === last && nearest.asLabel === one.asLabel)) nearest = one;
    outermost = one;
    if (one !== label) heading ??= one;
    if (isDirected(one.asLabel)) directed ??= one;
  }
  // "Related" is what a list of links is anyway: a direction given further out still holds.
  const fixed = nearest?.asLabel === 'related' ? (directed ?? nearest) : nearest;
  const fixedRelation = fixed === null ? null : fixed.asLabel;
  // A sentence that describes the list gives way to a heading or label with a direction.
  const leads = lead !== null && lead.relation !== null && !isDirected(fixedRelation);
  const giver = leads ? lead : fixed;
  const counted = giver ?? first;
  return new ListContext(
    leads ? lead.relation : fixedRelation,
    counted === null ? '' : counted.plainTitle,
    [outermost ?? giver, heading].filter((one) => one !== null),
    counted,
  );
}
