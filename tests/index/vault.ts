import type { KeptLink } from '../../src/index/answers.ts';
import type { IndexChange } from '../../src/index/idea-graph.ts';
import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import { readLinks } from '../../src/read/note.ts';

/** A vault as a map from paths to the texts of notes; other files have a text, too. */
export type Texts = Readonly<Record<string, string>>;

/** The idea links that a text holds. */
export function linksIn(text: string): KeptLink[] {
  return readLinks(text).map(({ line, target, heading, relation, description, origin }) => ({
    line,
    target,
    heading,
    relation,
    description,
    origin,
  }));
}

/** A vault's files and its index, kept in step. */
export class TestVault {
  readonly #names = new NoteNames();
  readonly index = new IdeaIndex((target, from) => this.#names.resolve(target, from));

  constructor(texts: Texts = {}) {
    this.change(Object.entries(texts).map(([path, text]) => setText(path, text)));
  }

  /** Makes the changes as a vault does: its files first, then the index hears of them. */
  change(changes: readonly IndexChange[]): ReadonlySet<string> {
    for (const change of changes) {
      switch (change.kind) {
        case 'set':
        case 'file':
          this.#names.add(change.path);
          break;
        case 'remove':
          this.#names.delete(change.path);
          break;
        case 'rename':
          this.#names.delete(change.from);
          this.#names.add(change.to);
      }
    }
    return this.index.update(changes);
  }
}

/** The change by which the file at `path` comes to hold `text`. */
export function setText(path: string, text: string): IndexChange {
  return path.endsWith('.md') ? { kind: 'set', path, links: linksIn(text) } : { kind: 'file', path };
}

/** A list under the heading of a relation: `list('Upstream ideas', '[[A]] — why')`. */
export function list(heading: string, ...entries: readonly string[]): string {
  return `## ${heading}\n\n${entries.map((entry) => `- ${entry}\n`).join('')}\n`;
}
