import type { NoteEdit } from '../../model/text-change';
import type { IdeaIndex } from '../../index/idea-index';
import type { IdeaAudit } from '../../index/answers';
import { relinkNote } from '../../write/idea-link-relink';
import type { WrittenNote, WrittenVault } from '../writes/write-kind';

/** A vault in which one note has another text than it is stored with; writes into other notes are left to those. */
export class OwnText implements WrittenVault {
  readonly ideas: IdeaIndex;
  readonly #vault: WrittenVault;
  readonly #note: WrittenNote;

  constructor(vault: WrittenVault, note: WrittenNote) {
    this.ideas = vault.ideas;
    this.#vault = vault;
    this.#note = note;
  }

  linkTo(path: string, from: string): string {
    return this.#vault.linkTo(path, from);
  }

  relinked(target: string, path: string, link: string): readonly NoteEdit[] {
    const { path: own, text } = this.#note;
    return [{ path: own, text, changes: relinkNote(text, { from: target, link, path }, null) }];
  }

  auditOf(path: string): IdeaAudit {
    return this.#vault.auditOf(path);
  }
}
