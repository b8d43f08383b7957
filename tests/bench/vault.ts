import type { KeptLink } from '../../src/index/answers.ts';
import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import type { NoteFacts } from '../../src/model/note-facts.ts';
import { readFacts } from '../../src/read/facts.ts';
import { readLinks } from '../../src/read/note.ts';
import { seededRandom } from './generate.ts';
import { heap, percentile } from './measure.ts';

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
  /** The longest that is done in one go while notes are read, started from the store, edited and renamed. */
  readonly longestSliceMs: number;
  /** How many times longer than in a tenth of the notes each note takes, cold. */
  readonly coldGrowth: number;
}

const NOTES = 50_000;
const LINKS_A_NOTE = 12;
const FOLDERS = 5;
const EDITS = 200;
const RELATIONS = [
  ['Upstream ideas', 'up'],
  ['Downstream ideas', 'down'],
  ['Direct ideas', 'direct'],
  ['Related ideas', 'related'],
] as const;

/** @param inProperties Every note has its links in properties, not in lists. */
export async function benchVault(inProperties: boolean, notes = NOTES): Promise<VaultFigures> {
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
  let longestSliceMs = 0;
  const slice = (work: () => unknown): number => {
    const took = time(work);
    longestSliceMs = Math.max(longestSliceMs, took);
    return took;
  };
  const before = await heap();
  const names = new NoteNames();
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  const read = (note: number, more = ''): Reading => {
    // Written anew, as a text that comes from a file is.
    const text = Buffer.from(textOf(note, notes, inProperties) + more).toString();
    return { links: readLinks(text), facts: readFacts(text, pathOf(note)) };
  };
  for (const path of paths) names.add(path);
  index.update(paths.map((path) => ({ kind: 'set', path, links: [] })));
  const texts = paths.map((_, note) => textOf(note, notes, inProperties));
  const coldMs = time(() => {
    for (const [note, path] of paths.entries()) {
      const text = texts[note] ?? '';
      slice(() => index.update([{ kind: 'set', path, links: readLinks(text), facts: readFacts(text, path) }]));
    }
  });
  texts.length = 0;
  const heapMB = ((await heap()) - before) / 1e6;
  const auditMs = time(() => index.audit());
  const random = seededRandom(3);
  const edits = Array.from({ length: EDITS }, () => {
    const note = Math.floor(random() * notes);
    const to = Math.floor(random() * notes);
    return slice(() =>
      index.update([{ kind: 'set', path: pathOf(note), ...read(note, `\n## Upstream ideas\n\n- [[Note ${to}]]\n`) }]),
    );
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
  const kept = paths.map((path, note) => ({ kind: 'set' as const, path, ...read(note) }));
  const restarted = new IdeaIndex((target, from) => names.resolve(target, from));
  const storedStartMs = time(() => {
    restarted.update(paths.map((path) => ({ kind: 'set', path, links: [] })));
    for (const one of kept) slice(() => restarted.update([one]));
  });
  const links = notes * LINKS_A_NOTE;
  const editP95Ms = percentile(edits, 0.95);
  return { notes, links, coldMs, storedStartMs, editP95Ms, folderRenameMs, auditMs, heapMB, longestSliceMs };
}

/** The same for the same note, in a vault of so many. */
function textOf(note: number, notes: number, inProperties: boolean): string {
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
