import type { KeptLink } from '../../src/index/answers.ts';
import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import type { NoteFacts } from '../../src/model/note-facts.ts';
import { readFacts } from '../../src/read/facts.ts';
import { readLinks } from '../../src/read/note.ts';
import { seededRandom } from './generate.ts';
import { heap, percentile } from './measure.ts';
import { Slices } from './slices.ts';

/** What `bench` prints of a large vault whose notes are all linked. */
export interface VaultFigures {
  readonly notes: number;
  readonly links: number;
  /** Until every note is read and can be asked about; and from what was kept of them, without reading one. */
  readonly coldMs: number;
  readonly storedStartMs: number;
  readonly editP95Ms: number;
  /** A folder of a fifth of the notes, which the app tells note by note. */
  readonly folderRenameMs: number;
  readonly auditMs: number;
  readonly heapMB: number;
  /** The longest that is done in one go while notes are read, started from the store, edited, renamed and audited; see `Slices`. */
  readonly longestSliceMs: number;
  /** The longest that the garbage collector stops all else meanwhile. */
  readonly longestCollectionMs: number;
  /** How many times longer than in a tenth of the notes each note takes, cold. */
  readonly coldGrowth: number;
}

const NOTES = 50_000;
const LINKS_A_NOTE = 12;
const FOLDERS = 5;
const EDITS = 200;
/** What the app does of an audit before it looks for others. */
const A_STEP_MS = 2;
const RELATIONS = [
  ['Upstream ideas', 'up'],
  ['Downstream ideas', 'down'],
  ['Direct ideas', 'direct'],
  ['Related ideas', 'related'],
] as const;

/** @param inProperties Every note has its links in properties, not in lists. */
export async function benchVault(inProperties: boolean, notes = NOTES): Promise<VaultFigures> {
  // Once to warm up: what is compiled meanwhile would count for the small vault alone.
  await measured(inProperties, notes / 10);
  const small = (await measured(inProperties, notes / 10)).coldMs / (notes / 10);
  const figures = await measured(inProperties, notes);
  return { ...figures, coldGrowth: figures.coldMs / notes / small };
}

interface Reading {
  readonly links: readonly KeptLink[];
  readonly facts: NoteFacts;
}

async function measured(inProperties: boolean, notes: number): Promise<Omit<VaultFigures, 'coldGrowth'>> {
  const pathOf = (note: number): string => `Folder ${note % FOLDERS}/Note ${note}.md`;
  const paths = Array.from({ length: notes }, (_, note) => pathOf(note));
  const before = await heap();
  const slices = new Slices();
  const slice = (work: () => unknown): number => slices.run(work);
  const names = new NoteNames();
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  // Written anew, as a text that comes from a file is.
  const written = (note: number, more = ''): string =>
    Buffer.from(linkedNote(note, notes, inProperties) + more).toString();
  const read = (note: number, text: string): Reading => ({
    links: readLinks(text),
    facts: readFacts(text, pathOf(note)),
  });
  for (const path of paths) names.add(path);
  index.update(paths.map((path) => ({ kind: 'set', path, links: [] })));
  const texts = paths.map((_, note) => linkedNote(note, notes, inProperties));
  const coldMs = time(() => {
    for (const [note, path] of paths.entries()) {
      const text = texts[note] ?? '';
      slice(() => index.update([{ kind: 'set', path, links: readLinks(text), facts: readFacts(text, path) }]));
    }
  });
  texts.length = 0;
  const heapMB = ((await heap()) - before) / 1e6;
  const auditMs = time(() => {
    const audit = index.auditing();
    for (let isDone = false; !isDone;) {
      slice(() => {
        const end = performance.now() + A_STEP_MS;
        while (!isDone && performance.now() < end) isDone = audit.next().done === true;
      });
    }
  });
  const random = seededRandom(3);
  const edits = Array.from({ length: EDITS }, () => {
    const note = Math.floor(random() * notes);
    const to = Math.floor(random() * notes);
    const text = written(note, `\n## Upstream ideas\n\n- [[Note ${to}]]\n`);
    return slice(() => index.update([{ kind: 'set', path: pathOf(note), ...read(note, text) }]));
  });
  const folderRenameMs = time(() => {
    for (const from of paths) {
      if (!from.startsWith('Folder 0/')) continue;
      const to = from.replace('Folder 0', 'Folder anew');
      slice(() => {
        names.delete(from);
        names.add(to);
        index.update([{ kind: 'rename', from, to }]);
      });
    }
  });
  const kept = paths.map((path, note) => ({ kind: 'set' as const, path, ...read(note, written(note)) }));
  const restarted = new IdeaIndex((target, from) => names.resolve(target, from));
  const storedStartMs = time(() => {
    restarted.update(paths.map((path) => ({ kind: 'set', path, links: [] })));
    for (const one of kept) slice(() => restarted.update([one]));
  });
  const links = notes * LINKS_A_NOTE;
  const editP95Ms = percentile(edits, 0.95);
  return { notes, links, coldMs, storedStartMs, editP95Ms, folderRenameMs, auditMs, heapMB, ...(await slices.end()) };
}

/** A note whose links are twelve; the same for the same note, in a vault of so many. */
export function linkedNote(note: number, notes: number, inProperties: boolean): string {
  const random = seededRandom(note + 1);
  const lists = RELATIONS.map(([heading, name]) => {
    const ideas = Array.from({ length: LINKS_A_NOTE / RELATIONS.length }, () => {
      // Most links lead near, some anywhere.
      const far = random() < 0.2 ? random() * notes : note + random() * 60 - 30;
      return `Note ${Math.floor(Math.min(notes - 1, Math.max(0, far)))}`;
    });
    return inProperties
      ? `${name}:\n${ideas.map((idea) => `  - "[[${idea}]]"\n`).join('')}`
      : `## ${heading}\n\n${ideas.map((idea) => `- [[${idea}]] — a reason for it\n`).join('')}\n`;
  });
  const said = 'A thought in a few words, as most notes have one.\n'.repeat(4);
  return inProperties ? `---\n${lists.join('')}---\n${said}` : `${said}\n${lists.join('')}`;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
