import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import type { SuggestedRelation } from '../../src/model/suggestion.ts';
import type { Relation } from '../../src/model/vocabulary.ts';
import { readFacts } from '../../src/read/facts.ts';
import { readLinks } from '../../src/read/note.ts';
import { readTerms } from '../../src/read/note-terms.ts';
import { BUILT_IN } from '../../src/read/vocabulary.ts';
import { repairNote } from '../../src/repair/repair-note.ts';
import { folderOf } from '../../src/text/note-name.ts';
import type { GeneratedNote } from './generate.ts';
import { heap, percentile } from './measure.ts';

/**
 * What `bench` prints of the suggestions. Asked blindly for each note with lists, the ten best of each relation are held against what
 * the note lists under it: `hit10` how often one of them is among them, `recall10` how many of them are. The nulls are the recall of
 * what the notes of the folder list, of what is listed most, and of what is most alike.
 */
export interface SuggestFigures {
  /** Until it is known what all notes speak of, and a question then. */
  readonly buildMs: number;
  readonly queryP95Ms: number;
  readonly heapMB: number;
  readonly hit10: number;
  readonly recall10: number;
  readonly folderNull: number;
  readonly listedNull: number;
  readonly textNull: number;
  /** The recall where the lists of the note's own folder are not heard. */
  readonly otherFolders: number;
  /** How often one entry is found of the half of a list that is taken away. */
  readonly completion: number;
  /** How often an entry that is found stands best under the relation that it has. */
  readonly direction: number;
}

const RELATIONS: readonly SuggestedRelation[] = ['upstream', 'downstream', 'direct', 'related'];
const LIMIT = 10;
/** So many notes are asked about at most. */
const ASKED = 500;
/** A list of fewer is not taken apart. */
const LEAST_HALVED = 4;

interface Entry {
  readonly relation: Relation;
  readonly target: string;
  readonly to: string;
}

export async function benchSuggest(load: () => Promise<readonly GeneratedNote[]>): Promise<SuggestFigures> {
  const texts = (await load()).map(({ path, text }) => ({ path, text: repairNote(text)?.text ?? text }));
  const names = new NoteNames(texts.map(({ path }) => path));
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  index.update(texts.map(({ path }) => ({ kind: 'set', path, links: [] })));
  for (const { path, text } of texts) {
    index.update([{ kind: 'set', path, links: readLinks(text, BUILT_IN, path), facts: readFacts(text, path) }]);
  }
  const before = await heap();
  const start = performance.now();
  for (const { path, text } of texts) index.terms.set(path, readTerms(text, path));
  const buildMs = performance.now() - start;
  const heapMB = ((await heap()) - before) / 1e6;

  const entriesOf = (path: string): readonly Entry[] =>
    index.linksOf(path).flatMap(({ relation, target }) => {
      const to = index.resolve(target, path);
      const counts = to !== null && to !== path && index.has(to) && relation !== 'source';
      return counts ? [{ relation, target, to }] : [];
    });
  const all = texts.map(({ path, text }) => ({ path, text, entries: entriesOf(path) }));
  const listing = all.filter(({ entries }) => entries.length > 0);
  const every = Math.ceil(listing.length / ASKED);
  const took: number[] = [];
  const own = new Score();
  const others = new Score();
  const nulls = { folder: new Score(), listed: new Score(), text: new Score() };
  const halves = { hit: 0, asked: 0, right: 0, found: 0 };
  const most = countListed(listing.map(({ entries }) => entries));
  for (const { path, text, entries } of listing.filter((_, at) => at % every === 0)) {
    const terms = readTerms(text, path);
    const asked = performance.now();
    const suggested = index.suggestions(path, { terms, limit: LIMIT, isBlind: true });
    took.push(performance.now() - asked);
    const isElsewhere = (other: string): boolean => folderOf(other) !== folderOf(path);
    const elsewhere = index.suggestions(path, { terms, limit: LIMIT, isBlind: true, hears: isElsewhere });
    const inFolder = countListed(
      listing.filter((other) => other.path !== path && !isElsewhere(other.path)).map((other) => other.entries),
    );
    const alike = best([...index.terms.alike(terms)].filter(([other]) => other !== path));
    for (const relation of RELATIONS) {
      const truth = new Set(entries.filter((entry) => entry.relation === relation).map(({ to }) => to));
      if (truth.size === 0) continue;
      const under = (all: typeof suggested): readonly string[] =>
        all.filter((one) => one.relation === relation).map((one) => one.path);
      own.add(truth, under(suggested));
      others.add(truth, under(elsewhere));
      nulls.folder.add(truth, best([...(inFolder.get(relation) ?? [])]));
      nulls.listed.add(truth, best([...(most.get(relation) ?? [])]));
      nulls.text.add(truth, alike);
    }
    halve(index, path, terms, entries, halves);
  }
  return {
    buildMs,
    queryP95Ms: percentile(took, 0.95),
    heapMB,
    hit10: own.hit,
    recall10: own.recall,
    folderNull: nulls.folder.recall,
    listedNull: nulls.listed.recall,
    textNull: nulls.text.recall,
    otherFolders: others.recall,
    completion: halves.hit / halves.asked,
    direction: halves.right / halves.found,
  };
}

/** Hits and recall, summed up over lists. */
class Score {
  #lists = 0;
  #hits = 0;
  #recall = 0;

  add(truth: ReadonlySet<string>, told: readonly string[]): void {
    const found = told.filter((path) => truth.has(path)).length;
    this.#lists++;
    if (found > 0) this.#hits++;
    this.#recall += found / truth.size;
  }

  get hit(): number {
    return this.#hits / this.#lists;
  }

  get recall(): number {
    return this.#recall / this.#lists;
  }
}

/** Takes every second idea away from what a note lists, and sees whether one of them is suggested. */
function halve(
  index: IdeaIndex,
  path: string,
  terms: ReturnType<typeof readTerms>,
  entries: readonly Entry[],
  halves: { hit: number; asked: number; right: number; found: number },
): void {
  const ideas = [...new Set(entries.map(({ to }) => to))];
  if (ideas.length < LEAST_HALVED) return;
  const taken = new Set(ideas.filter((_, at) => at % 2 === 1));
  const links = index.linksOf(path).filter(({ target }) => !taken.has(index.resolve(target, path) ?? ''));
  const suggested = index.suggestions(path, { terms, limit: LIMIT, links });
  halves.asked++;
  if (suggested.some(({ path: to }) => taken.has(to))) halves.hit++;
  for (const to of taken) {
    const [first] = suggested.filter((one) => one.path === to).sort((a, b) => b.score - a.score);
    if (first === undefined) continue;
    halves.found++;
    if (entries.some((entry) => entry.to === to && entry.relation === first.relation)) halves.right++;
  }
}

/** By relation: how many of the notes list each idea. */
function countListed(lists: readonly (readonly Entry[])[]): Map<Relation, Map<string, number>> {
  const counts = new Map<Relation, Map<string, number>>();
  for (const entries of lists) {
    for (const relation of RELATIONS) {
      const of = counts.get(relation) ?? new Map<string, number>();
      counts.set(relation, of);
      const listed = new Set(entries.filter((entry) => entry.relation === relation).map(({ to }) => to));
      for (const to of listed) of.set(to, (of.get(to) ?? 0) + 1);
    }
  }
  return counts;
}

function best(scored: readonly (readonly [path: string, score: number])[]): readonly string[] {
  return [...scored]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, LIMIT)
    .map(([path]) => path);
}
