import type { NoteEdit } from '../../model/text-change';
import type { IdeaAudit, NearName } from '../../index/answers';
import { IdeaIndex } from '../../index/idea-index';
import { nameOfNote } from '../../text/note-name';
import { NoteNames } from '../../index/note-names';
import { readFacts } from '../../read/facts';
import { readLinks, readPlacedNote } from '../../read/note';
import { readOutline } from '../../read/outline';
import { BUILT_IN } from '../../read/vocabulary';
import { repairNote } from '../../repair/repair-note';
import { relinkNote } from '../../write/idea-link-relink';
import { auditByNote } from './audit-by-note';
import type { WrittenNote, WrittenVault } from './write-kind';

/** A note as it is stored. */
export interface StoredText {
  readonly path: string;
  readonly text: string;
}

/** The index whose near names are looked for once a name. */
class OnceIndex extends IdeaIndex {
  readonly #near = new Map<string, readonly NearName[]>();

  override nearNames(target: string, limit?: number): readonly NearName[] {
    if (limit !== undefined) return super.nearNames(target, limit);
    const near = this.#near.get(target) ?? super.nearNames(target);
    this.#near.set(target, near);
    return near;
  }
}

/** The notes of a folder, with what holds for all of them looked for once. */
export class ReadVault implements WrittenVault {
  readonly names: NoteNames;
  readonly ideas: IdeaIndex;
  /** Healthy texts. */
  readonly #texts: ReadonlyMap<string, string>;
  #audits: ReadonlyMap<string, IdeaAudit> | null = null;
  /** By target: the notes that want it. */
  #wanting: ReadonlyMap<string, readonly string[]> | null = null;
  readonly #relinked = new Map<string, readonly NoteEdit[]>();

  /** @param files Paths of all files, notes and others. */
  constructor(files: readonly string[], notes: readonly StoredText[]) {
    this.names = new NoteNames(files);
    this.#texts = new Map(notes.map(({ path, text }) => [path, repairNote(text)?.text ?? text]));
    this.ideas = new OnceIndex((target, from) => this.names.resolve(target, from));
    this.ideas.update(
      Array.from(this.#texts, ([path, text]) => ({
        kind: 'set',
        path,
        links: readLinks(text, BUILT_IN, path),
        facts: readFacts(text, path),
      })),
    );
  }

  linkTo(path: string, from: string): string {
    const name = nameOfNote(path);
    return this.names.resolve(name, from) === path ? name : path.replace(/\.md$/i, '');
  }

  relinked(target: string, path: string, link: string): readonly NoteEdit[] {
    const key = JSON.stringify([target, path, link]);
    const known = this.#relinked.get(key);
    if (known) return known;
    this.#wanting ??= new Map(
      this.ideas.audit().dangling.flatMap(({ places }) => {
        const paths = [...new Set(places.map((place) => place.path))].sort();
        return places.map((place) => [place.target, paths] as const);
      }),
    );
    const edits = (this.#wanting.get(target) ?? []).map((from): NoteEdit => {
      const text = this.#texts.get(from) ?? '';
      return { path: from, text, changes: relinkNote(text, { from: target, link, path }, null) };
    });
    this.#relinked.set(key, edits);
    return edits;
  }

  auditOf(path: string): IdeaAudit {
    this.#audits ??= auditByNote(this.ideas);
    const found = this.#audits.get(path);
    if (found === undefined) throw new Error(`${path} was not audited`);
    return found;
  }
}

/** Reads a note for what writes into it. */
export function noteToWrite({ path, text: stored }: StoredText): WrittenNote {
  const garbling = repairNote(stored);
  const text = garbling?.text ?? stored;
  const note = readPlacedNote(text, BUILT_IN, path);
  const outlined = readOutline(text, BUILT_IN, note);
  return {
    path,
    name: nameOfNote(path),
    stored,
    text,
    garbling,
    note,
    outlined,
    reading: {
      note: (other) => (other === text ? note : readPlacedNote(other, BUILT_IN, path)),
      outline: (other, read) => (other === text ? outlined : readOutline(other, BUILT_IN, read)),
      relationOf: (heading) => BUILT_IN.relationOf(heading),
    },
  };
}
