import type { KeptLink, Neighbourhood } from '../../src/index/answers.ts';
import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import type { NoteFacts } from '../../src/model/note-facts.ts';
import { atOnce } from '../../src/model/work.ts';
import { readFacts } from '../../src/read/facts.ts';
import { readIndexed } from '../../src/read/note.ts';
import { BUILT_IN } from '../../src/read/vocabulary.ts';
import { repairNote } from '../../src/repair/repair-note.ts';
import { seededRandom, type GeneratedNote } from './generate.ts';
import { heap, median, percentile } from './measure.ts';

/** What `bench` prints of the index. Times of changes are 95th percentiles, reading included: the median of several rounds. */
export interface IndexFigures {
  readonly notes: number;
  /** Until every note of the vault is read and can be asked about. */
  readonly coldMs: number;
  readonly editP95Ms: number;
  /** A note created, renamed or deleted. */
  readonly moveP95Ms: number;
  /** What the index holds after garbage collection, its notes' texts released. */
  readonly heapMB: number;
  /** The same in a vault of this many notes. */
  readonly largeNotes: number;
  readonly largeEditP95Ms: number;
  readonly largeMoveP95Ms: number;
  /** An audit of the notes above, and a name to be found among those of the large vault. */
  readonly auditMs: number;
  readonly largeNearNamesMs: number;
}

const ROUNDS = 5;
const EDITS = 200;
const MOVES = 60;
const LARGE = 50_000;

class Vault {
  readonly #names = new NoteNames();
  readonly index = new IdeaIndex((target, from) => this.#names.resolve(target, from));

  /** The names first, then one note after the other: as the plugin does. */
  fill(notes: readonly { readonly path: string; readonly read: () => NoteReading }[]): void {
    for (const { path } of notes) this.#names.add(path);
    this.index.update(notes.map(({ path }) => ({ kind: 'set', path, links: [] })));
    for (const { path, read } of notes) this.index.update([{ kind: 'set', path, ...read() }]);
  }

  write(path: string, text: string): void {
    this.#names.add(path);
    this.index.update([{ kind: 'set', path, ...readingOf(path, text) }]);
  }

  rename(from: string, to: string): void {
    this.#names.delete(from);
    this.#names.add(to);
    this.index.update([{ kind: 'rename', from, to }]);
  }

  remove(path: string): void {
    this.#names.delete(path);
    this.index.update([{ kind: 'remove', path }]);
  }
}

/**
 * Also gives the neighbourhoods that a layout is best measured on.
 *
 * @param load Gives the notes of the vault anew at each call, so that their texts are not held elsewhere.
 */
export async function benchIndex(
  load: () => Promise<readonly GeneratedNote[]>,
): Promise<{ readonly figures: IndexFigures; readonly neighbourhoods: readonly Neighbourhood[] }> {
  await warmUp(load);
  const before = await heap();
  const { vault, coldMs, notes } = await filled(load);
  const heapMB = ((await heap()) - before) / 1e6;
  const auditMs = time(() => vault.index.audit());
  const texts = await load();
  const changes = await timeChanges(vault, texts);

  const copies = Math.ceil(LARGE / texts.length);
  const kept = texts.map(({ path, text }) => ({ path, reading: readingOf(path, text) }));
  const large = new Vault();
  large.fill(
    Array.from({ length: copies }, (_, copy) => kept.map(({ path, reading }) => copyOf(path, reading, copy))).flat(),
  );
  // As where a note with links that are wanted is open: names that come and go are kept ready to be looked for.
  large.index.nearNames('Nothing of this name');
  const largeChanges = await timeChanges(large, texts);
  const largeNearNamesMs = time(() => large.index.nearNames(`${texts[0]?.path ?? ''} and more`));
  const figures = {
    notes,
    coldMs,
    editP95Ms: changes.edit,
    moveP95Ms: changes.move,
    heapMB,
    largeNotes: copies * texts.length,
    largeEditP95Ms: largeChanges.edit,
    largeMoveP95Ms: largeChanges.move,
    auditMs,
    largeNearNamesMs,
  };
  // Of the vault as it is: the changes above linked notes at random.
  const { vault: unchanged } = await filled(load);
  return { figures, neighbourhoods: denseNeighbourhoods(unchanged.index) };
}

/** Neighbourhoods of 60 nodes with about 324 edges, each around another note. */
function denseNeighbourhoods(index: IdeaIndex): Neighbourhood[] {
  const found: Neighbourhood[] = [];
  for (const path of index.paths()) {
    for (const hops of [1, 2, 3]) {
      const neighbourhood = index.neighbourhood(path, { hops, maxNodes: 60 });
      const { nodes, edges } = neighbourhood;
      if (nodes.length === 60 && Math.abs(edges.length - 324) < 100) found.push(neighbourhood);
    }
  }
  return found.sort((a, b) => Math.abs(a.edges.length - 324) - Math.abs(b.edges.length - 324)).slice(0, 15);
}

/** In a function of its own: what it has loaded is garbage when it returns. */
async function filled(
  load: () => Promise<readonly GeneratedNote[]>,
): Promise<{ readonly vault: Vault; readonly coldMs: number; readonly notes: number }> {
  const texts = await load();
  const vault = new Vault();
  const coldMs = time(() => vault.fill(texts.map(({ path, text }) => ({ path, read: () => readingOf(path, text) }))));
  return { vault, coldMs, notes: texts.length };
}

/** In a function of its own, too. */
async function warmUp(load: () => Promise<readonly GeneratedNote[]>): Promise<void> {
  const texts = (await load()).slice(0, 500);
  const vault = new Vault();
  vault.fill(texts.map(({ path, text }) => ({ path, read: () => readingOf(path, text) })));
  await timeChanges(vault, texts);
}

/** What the index takes of a note. */
interface NoteReading {
  readonly links: readonly KeptLink[];
  readonly facts: NoteFacts;
  readonly expansion: number;
}

function readingOf(path: string, stored: string): NoteReading {
  const text = repairNote(stored)?.text ?? stored;
  return { ...atOnce(readIndexed(text, BUILT_IN, path)), facts: readFacts(text, path) };
}

/** The note in another folder; its links lead to the notes of that folder. */
function copyOf(
  path: string,
  { links, ...said }: NoteReading,
  copy: number,
): { readonly path: string; readonly read: () => NoteReading } {
  if (copy === 0) return { path, read: () => ({ links, ...said }) };
  const moved = links.map((link) => ({ ...link, target: `${link.target.replace(/\.md$/, '')} ${copy}` }));
  return { path: `Copy ${copy}/${path.replace(/\.md$/, ` ${copy}.md`)}`, read: () => ({ links: moved, ...said }) };
}

async function timeChanges(
  vault: Vault,
  notes: readonly GeneratedNote[],
): Promise<{ readonly edit: number; readonly move: number }> {
  // What loading left behind is cleared away before changes are timed, not while.
  await heap();
  const random = seededRandom(7);
  const pick = (): GeneratedNote => {
    const note = notes[Math.floor(random() * notes.length)];
    if (note === undefined) throw new Error('no notes to change');
    return note;
  };
  const edit = (): number => {
    const { path, text } = pick();
    const target = pick().path.replace(/\.md$/, '');
    const added = `## Upstream ideas\n\n- [[${target}]] — a reason that was not there before\n`;
    // Written anew, as a text that comes from a file is.
    const edited = Buffer.from(`${text}\n${added}`).toString();
    return time(() => vault.write(path, edited));
  };
  const moves = (): number[] => {
    const { path, text } = pick();
    const name = 'Moved elsewhere.md';
    const away = time(() => vault.rename(path, name));
    const back = time(() => vault.rename(name, path));
    const gone = time(() => vault.remove(path));
    const made = time(() => vault.write(path, text));
    return [away, back, gone, made];
  };
  const times = (count: number, work: () => number | number[]): number[] => Array.from({ length: count }, work).flat();
  const p95 = (ofRound: () => number[]): number =>
    median(Array.from({ length: ROUNDS }, () => percentile(ofRound(), 0.95)));
  return { edit: p95(() => times(EDITS, edit)), move: p95(() => times(MOVES, moves)) };
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes in use after garbage collection, those of typed arrays counted. */
