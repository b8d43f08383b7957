import type { Relation } from '../model/vocabulary';
import type { Vocabulary } from './vocabulary';

/** A heading, label or lead sentence that may introduce a list. Its meaning is looked up only when a list follows. */
class Introducer {
  /** Entries below it that are not footnote definitions. */
  ordinaryEntries = 0;
  #relation: Relation | null | undefined;

  constructor(
    readonly line: number,
    private readonly text: string,
    private readonly from: number,
    private readonly end: number,
    private readonly meaning: (text: string) => Relation | null,
  ) {}

  get title(): string {
    return this.text.slice(this.from, this.end);
  }

  get length(): number {
    return this.end - this.from;
  }

  get relation(): Relation | null {
    return (this.#relation ??= this.meaning(this.title));
  }
}

/** What introduced an entry. */
export interface Introduction {
  /** `null` when nothing that stands above introduces links. */
  readonly relation: Relation | null;
  /** Raw text of the heading or label that gives the relation, else of the nearest one; `null` if there is none. */
  readonly title: string | null;
  /** Line of the outermost heading or label that introduces links here, where a section of ideas begins. */
  readonly section: number | null;
  /** Entries so far below the same introducer, footnote definitions not counted. */
  readonly ordinaryEntries: number;
  /** Counts one more entry. */
  count(isFootnote: boolean): void;
}

/** The headings and labels that hold at one depth of quoting. */
class Frame {
  /** By heading level, 1 to 6. */
  readonly headings: (Introducer | null)[] = [];
  label: Introducer | null = null;
  lead: Introducer | null = null;

  constructor(readonly depth: number) {}
}

/** A label on the entry's own line introduces that entry alone. */
function ownIntroduction(title: string, relation: Relation): Introduction {
  return { relation, title, section: null, ordinaryEntries: 0, count: () => undefined };
}

/** A lead sentence up to this length is read as a label. */
const LABEL_LENGTH = 80;

const isDirected = (relation: Relation | null): boolean =>
  relation === 'upstream' || relation === 'downstream' || relation === 'direct';

/**
 * Knows which headings, labels and lead sentences hold where the reader stands. A heading ends what headings of its own and
 * deeper levels began; a label ends the label before it; a callout has headings of its own.
 */
export class LinkContext {
  #frames: [Frame, ...Frame[]] = [new Frame(0)];

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  heading(line: number, level: number, from: number, end: number): void {
    const frame = this.#frame;
    frame.headings.length = Math.min(frame.headings.length, level);
    while (frame.headings.length < level) frame.headings.push(null);
    frame.headings[level] = new Introducer(line, this.text, from, end, this.vocabulary.relationOf);
    frame.label = null;
    frame.lead = null;
  }

  /** A line that acts as a heading: bold throughout. */
  label(line: number, from: number, end: number): void {
    this.#frame.label = new Introducer(line, this.text, from, end, this.vocabulary.relationOf);
    this.#frame.lead = null;
  }

  /** An item that acts as a label holds only if it is one: other items ending in a colon are parts of an entry. */
  itemLabel(line: number, from: number, end: number): void {
    const label = new Introducer(line, this.text, from, end, this.vocabulary.relationOf);
    if (label.relation !== null) this.#frame.label = label;
  }

  /** A sentence that ends in a colon. A short one with a meaning of its own acts as a label. */
  lead(line: number, from: number, end: number): void {
    const frame = this.#frame;
    frame.label = this.#actingLabel(frame);
    frame.lead = new Introducer(line, this.text, from, end, this.vocabulary.relationOfLead);
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
    const { headings, label } = this.#frame;
    if (label !== null && label.relation !== null) return true;
    for (let at = Math.min(level, headings.length - 1); at >= 1; at--) {
      const heading = headings[at];
      if (heading !== null && heading !== undefined && heading.relation !== null) return true;
    }
    return false;
  }

  /** What a label says by itself. */
  relationOf(label: string): Relation | null {
    return label === '' ? null : this.vocabulary.relationOf(label);
  }

  /** What introduces an entry that stands here; `own` is a label on the entry's own line. */
  introduction(own = ''): Introduction {
    const frame = this.#frame;
    const ownRelation = this.relationOf(own);
    if (ownRelation !== null) return ownIntroduction(own, ownRelation);
    const label = this.#actingLabel(frame);
    const lead = label === frame.lead ? null : frame.lead;
    const above = [label, ...frame.headings.toReversed()].filter((one) => one !== null && one !== undefined);
    const meaningful = above.filter((one) => one.relation !== null);
    const directed = meaningful.find((one) => isDirected(one.relation));
    const nearest = meaningful[0];
    // "Related" is what a list of links is anyway: a direction given further out still holds.
    const fixed = nearest?.relation === 'related' ? (directed ?? nearest) : nearest;
    // A sentence that describes the list gives way to a heading or label with a direction.
    const overruled = lead === null || lead.relation === null || (fixed !== undefined && isDirected(fixed.relation));
    const giver = overruled ? fixed : lead;
    const counted = giver ?? above[0];
    return {
      relation: giver?.relation ?? null,
      title: counted?.title ?? null,
      section: (meaningful.at(-1) ?? giver)?.line ?? null,
      ordinaryEntries: counted?.ordinaryEntries ?? 0,
      count: (isFootnote) => {
        if (!isFootnote && counted !== undefined) counted.ordinaryEntries++;
      },
    };
  }

  /** The label that holds: a short lead sentence with a meaning of its own is one. */
  #actingLabel({ lead, label }: Frame): Introducer | null {
    if (lead === null || lead.length > LABEL_LENGTH) return label;
    return this.vocabulary.relationOf(lead.title) === null ? label : lead;
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? this.#frames[0];
  }
}
