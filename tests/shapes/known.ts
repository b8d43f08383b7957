import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import { layOutPicture } from '../../src/rank/picture.ts';
import { readLinks } from '../../src/read/note.ts';
import { fieldBlocks } from '../../src/write/frontmatter-fields.ts';
import type { Kind } from './kinds.ts';

/** What once took as long as the square of it, and is asked for by no note alone. The text only says how much of it there is. */
export const KNOWN: readonly Kind[] = [
  {
    name: 'dots of a picture in a line',
    work: ({ length }) =>
      layOutPicture(
        Array.from({ length: length / 20 }, (_, row) => ({ row, name: `name ${row}`, value: row, cost: 1 })),
        {
          width: 700,
          height: 400,
          margin: { top: 8, right: 8, bottom: 24, left: 32 },
          measure: (name) => name.length * 6,
        },
      ),
  },
  { name: 'notes that list one another with one', work: ({ length }) => auditOfHub(length / 20) },
  { name: 'links among files of one name', work: ({ length }) => linksAmongNamesakes(length / 20) },
  { name: 'a field whose name is blanks', work: ({ length }) => fieldBlocks([`a${' '.repeat(length)}b`]) },
];

function auditOfHub(count: number): unknown {
  const paths = Array.from({ length: count }, (_, note) => `${note}.md`);
  const names = new NoteNames([...paths, 'hub.md']);
  const ideas = new IdeaIndex((target, from) => names.resolve(target, from));
  const list = (listed: readonly string[]): ReturnType<typeof readLinks> =>
    readLinks(`## Upstream ideas\n\n${listed.map((path) => `- [[${path}]]\n`).join('')}`);
  ideas.update([
    { kind: 'set', path: 'hub.md', links: list(paths) },
    ...paths.map((path) => ({ kind: 'set' as const, path, links: list(['hub.md']) })),
  ]);
  return ideas.audit();
}

function linksAmongNamesakes(count: number): unknown {
  const names = new NoteNames(Array.from({ length: count }, (_, folder) => `${folder}/Log.md`));
  return Array.from({ length: count }, () => names.resolve('Log', 'a.md'));
}
