import { priorityWords, rankingWords } from '../model/ranks';
import type { TierItem, TierList, TierOfList } from '../model/tier-list';
import { CODE, skipSpace, trimEnd } from '../markdown/lines';
import { plainText } from '../markdown/plain-text';
import { lazily } from '../text/lazily';
import { phrasePattern } from '../text/phrases';
import { placesInScale } from './rank';
import { readRungHeading, rungStart, type RungHeading } from './rung-heading';
import { followOf, readOpening, unlessProse } from './subject';
import { normalizeHeading } from './vocabulary';
import { rungWords } from '../model/words';

/** The level of a bold line: it stands below all headings. */
const LABEL = 7;
/** That of a callout. */
const CALLOUT = 8;
/** A longer label before links is no rung. */
const LONGEST_LABEL = 40;

interface OpenTier {
  readonly line: number;
  readonly rung: RungHeading;
  readonly items: TierItem[];
  /** How far its first item is indented: what stands further in is a part of one. */
  indent: number;
  /** Where it is an item of a list itself, how far that is indented: what is on it is nested in it. */
  readonly outer: number;
  /** Lines of running text that are no items. */
  prose: number;
  /** Whether one of its items is a task. */
  hasTasks: boolean;
  /** The last line that an item stands on or runs on over. */
  lastLine: number;
}

interface Run {
  readonly level: number;
  readonly caption: string;
  readonly tiers: OpenTier[];
}

/** Where a line stands. */
interface Place {
  readonly line: number;
  readonly content: number;
  readonly end: number;
  readonly indent: number;
}

const RANKED = lazily(() => phrasePattern(rankingWords()));
const PLANNED = lazily(() => phrasePattern(`${priorityWords()}|${rungWords().plans}`));
/** `**S:** A, B`, `**S**: A, B`. */
const BOLD_WORDS = /^\*\*[^*:]+(?::\*\*|\*\*:)[ \t]*(\S.*)$/;
/** No comma of a link's name. */
const BETWEEN_WORDS = /[,;、，；](?![^[\]]{0,99}\]\])/;
const CHECK_BOX = /^\[[^\]]\]\s+/;

/** Gathers headings and bold lines that are rungs, one after the other at one level, with the lists below them. */
export class TierListReader {
  readonly #text: string;
  readonly lists: TierList[] = [];
  #run: Run | null = null;
  /** Whether the callout has ended that is the last rung. */
  #isOutside = false;
  /** By level where the words of the heading stand that holds there; empty where none does. */
  readonly #from = [0, 0, 0, 0, 0, 0, 0];
  readonly #to = [0, 0, 0, 0, 0, 0, 0];
  #deepest = 0;

  constructor(text: string) {
    this.#text = text;
  }

  heading(line: number, level: number, from: number, to: number): void {
    for (let at = level; at <= this.#deepest; at++) this.#to[at] = this.#from[at] ?? 0;
    this.#deepest = level;
    this.#rung(line, level, from, to);
    this.#from[level] = from;
    this.#to[level] = to;
  }

  /** A line that is bold throughout. */
  label(line: number, from: number, to: number): void {
    this.#rung(line, LABEL, from, to);
  }

  /** The title of a callout. */
  callout(line: number, from: number, to: number): void {
    if (this.#run?.level !== CALLOUT || readRungHeading(this.#text, from, to) === null) this.close();
    this.#rung(line, CALLOUT, from, to);
    this.#isOutside = false;
  }

  /** The reader has come to a line at another depth of quoting. */
  changeDepth(): void {
    if (this.#run?.level === CALLOUT) this.#isOutside = true;
    else this.close();
  }

  /** A line that ends in a colon, or an item that is a label: if it is a rung, what stands below it is on that. */
  lead(line: number, from: number, to: number): void {
    if (readRungHeading(this.#text, from, to) !== null) this.#rung(line, LABEL, from, to);
  }

  /** An item of few words: if it is a rung, what is nested in it is on that. */
  shortItem({ line, indent }: Place, from: number, to: number): void {
    if (this.#run?.tiers.at(-1)?.line === line) return;
    if (this.#run !== null && (this.#run.level !== LABEL || this.#run.tiers.at(-1)?.outer !== indent)) return;
    if (readRungHeading(this.#text, from, to) !== null) this.#rung(line, LABEL, from, to, indent);
  }

  /** A line with links behind a rung, or words behind one in bold: `S: [[A]], [[B]]`, `**S:** A, B`. */
  labelled({ line, end }: Place, from: number): void {
    if (rungStart(this.#text, from, end) === -1) return;
    let to = from;
    while (to < end && to - from < LONGEST_LABEL && this.#text.charCodeAt(to) !== CODE.colon) to++;
    if (this.#text.charCodeAt(to) !== CODE.colon || readRungHeading(this.#text, from, to) === null) return;
    const opening = readOpening(this.#text, to + 1, end);
    const words = opening === null ? BOLD_WORDS.exec(this.#text.slice(from, end))?.[1] : '';
    if (words === undefined) return;
    this.#rung(line, LABEL, from, to);
    const tier = this.#run?.tiers.at(-1);
    if (tier?.line !== line) return;
    if (opening !== null) this.#add(tier, line, this.#text.slice(opening.subjects[0]?.from, end).trim());
    else for (const word of words.split(BETWEEN_WORDS)) this.#add(tier, line, word.trim());
  }

  /** An item of a list; `from` is behind its marker. */
  item({ line, indent }: Place, from: number, end: number): void {
    const tier = this.#run?.tiers.at(-1);
    if (tier === undefined || tier.line === line) return;
    if (this.#isOutside || indent <= tier.outer) {
      this.close();
      return;
    }
    tier.lastLine = line;
    if (tier.items.length === 0) tier.indent = indent;
    if (indent > tier.indent) return;
    const written = this.#text.slice(from, end).trim();
    const markdown = written.replace(CHECK_BOX, '');
    tier.hasTasks ||= markdown !== written;
    const text = plainText(markdown);
    if (text !== '') this.#add(tier, line, markdown);
  }

  /** A line of running text: bare links are items. */
  prose({ line, content, end, indent }: Place): void {
    const tier = this.#run?.tiers.at(-1);
    if (tier === undefined || tier.line === line) return;
    if (this.#isOutside) {
      tier.prose++;
      return;
    }
    if (line === tier.lastLine + 1 && indent > 0) {
      tier.lastLine = line;
      return;
    }
    if (unlessProse(readOpening(this.#text, content, end), this.#text, end) !== null) {
      this.#add(tier, line, this.#text.slice(content, end).trim());
    } else if (line === tier.lastLine + 1) tier.lastLine = line;
    else tier.prose++;
  }

  /** Another place begins, in which rungs of this one do not go on. */
  close(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    this.#isOutside = false;
    if (run.tiers.length < 2 || !isTierList(run)) return;
    const ranks = ranksOf(run);
    const tiers = run.tiers.map(({ line, rung, items }, at): TierOfList => {
      return { line, rank: ranks[at] ?? rung.rank, rankText: rung.text, items };
    });
    this.lists.push({ line: tiers[0]?.line ?? 0, caption: run.caption, tiers });
  }

  /** All lists, once the text has ended. */
  finish(): readonly TierList[] {
    this.close();
    return this.lists;
  }

  #rung(line: number, level: number, from: number, to: number, outer = -1): void {
    const run = this.#run;
    const isInside = run !== null && level > run.level;
    // A title may speak of a rung, too.
    if (isInside && (run.tiers.length > 1 || (run.tiers[0]?.items.length ?? 0) > 0)) return;
    const rung = readRungHeading(this.#text, from, to);
    if (rung === null) {
      if (!isInside) this.close();
      return;
    }
    const tier: OpenTier = {
      line,
      rung,
      items: [],
      indent: 0,
      outer,
      prose: 0,
      hasTasks: false,
      lastLine: 0,
    };
    if (run !== null && level === run.level && goesOn(run, rung)) run.tiers.push(tier);
    else {
      this.close();
      this.#run = { level, caption: this.#captionAbove(level), tiers: [tier] };
    }
  }

  /** Links that are joined as equals and stand alone are items of their own. */
  #add(tier: OpenTier, line: number, markdown: string): void {
    const opening = readOpening(markdown, 0, markdown.length);
    const subjects = opening?.subjects ?? [];
    if (opening !== null && subjects.length > 1 && followOf(markdown, opening.end, markdown.length) === 'end') {
      for (const { from, end, target } of subjects) {
        const link = markdown.slice(from, end);
        tier.items.push({ line, text: plainText(link), target, markdown: link });
      }
    } else tier.items.push({ line, text: plainText(markdown), target: subjects[0]?.target ?? null, markdown });
    tier.lastLine = line;
  }

  #captionAbove(level: number): string {
    for (let at = level - 1; at > 0; at--) {
      const [from, to] = [this.#from[at] ?? 0, this.#to[at] ?? 0];
      if (to > from) return plainText(this.#text.slice(skipSpace(this.#text, from, to), trimEnd(this.#text, from, to)));
    }
    return '';
  }
}

/** More rungs than these no ladder has. */
const MOST_TIERS = 100;

/** Whether a rung is one of the same scale, and not one that is there already. */
function goesOn({ tiers }: Run, { scale, word, text }: RungHeading): boolean {
  if (tiers.length >= MOST_TIERS || tiers[0]?.rung.scale !== scale || tiers.some(({ rung }) => rung.text === text))
    return false;
  return scale !== 'word' || placesInScale([...tiers.map(({ rung }) => rung.word), word]) !== null;
}

const ranksOf = ({ tiers }: Run): readonly (number | null)[] =>
  tiers[0]?.rung.scale === 'word'
    ? (placesInScale(tiers.map(({ rung }) => rung.word)) ?? [])
    : tiers.map(({ rung }) => rung.rank);

/** More words than these are a sentence, or an instruction; right behind a rung, what that is. */
const FEW_WORDS = 8;
const FEW_BEHIND = 3;
const isShort = ({ text }: TierItem, few = FEW_WORDS): boolean =>
  text.split(BEHIND_NAME, 1).join('').split(/\s+/).length <= few;
/** What is behind the name of an item explains it. */
const BEHIND_NAME = /:\s|\s(?:[–—-]\s|\()/;

/** A line that leads in, and one for what each link is about: more is text with lists in it. */
const proseOver = (items: readonly TierItem[]): number => 1 + items.filter(({ target }) => target !== null).length;

/** Rungs over lists. What may be the headings of anything has to be over nothing else, and its items are links, or short. */
function isTierList({ caption, tiers }: Run): boolean {
  const sure = tiers.some(({ rung }) => rung.isSure) || RANKED().test(normalizeHeading(caption)) || hasTop(tiers);
  if (tiers[0]?.rung.scale === 'letter' && !sure) return false;
  // Three at least, from the top down: there are other abbreviations that begin with an S.
  const isFalling = tiers.every(({ rung }, at) => (rung.rank ?? 0) >= (tiers[at - 1]?.rung.rank ?? 0));
  const isLadder = tiers.length > 2 && isFalling;
  const isWord = (item: TierItem, at: number): boolean => item.line === at && item.target === null;
  if (
    tiers.some(({ line, items }) => items.some((one) => isWord(one, line) && !(isLadder && isShort(one, FEW_BEHIND))))
  )
    return false;
  const filled = tiers.filter(({ items, prose }) => items.length > 0 && prose <= (sure ? proseOver(items) : 0));
  if (filled.length < 2 || filled.length * 2 < tiers.length) return false;
  if (sure) return true;
  // Pins, players and parts are called so, too.
  if (tiers[0]?.rung.scale === 'code p' && !PLANNED().test(normalizeHeading(caption)))
    return filled.length === tiers.length && filled.every(({ hasTasks }) => hasTasks);
  const items = tiers.flatMap((tier) => tier.items);
  return tiers.length === filled.length && items.every((item) => item.target !== null || isShort(item));
}

/** An S, or letters with signs: an index has neither. */
function hasTop(tiers: readonly OpenTier[]): boolean {
  return tiers.some(({ rung }) => rung.scale === 'letter' && (/^s/i.test(rung.text) || /[+-]$/.test(rung.text)));
}
