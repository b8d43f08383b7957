import { applyChanges, invertChanges, joinChanges } from '../../model/apply-changes';
import { fitChanges, isSameLines } from '../../model/line-ends';
import type { NoteEdit, TextChange } from '../../model/text-change';
import { noteToWrite, type StoredText } from '../writes/read-vault';
import type { Attempt, WriteKind, WritePromise, Written, WrittenNote, WrittenVault } from '../writes/write-kind';
import { breach, firstNew } from './change';
import { OwnText } from './own-text';
import { READING_PARTS, readToCompare, type ReadNote } from './reading';
import { mixedEnds } from './variants';

/** How often a kind of write was tried. */
export interface Counts {
  /** It changed something. */
  readonly applied: number;
  /** That was taken back. */
  readonly undone: number;
  /** It was done once more, where that is promised to change nothing. */
  readonly again: number;
}

/** What a write does not keep of its promise. */
export interface Breach {
  readonly what: string;
  /** What is not kept, the same for all of a sort: `throws`, `undo`, `editor`, `again`, `unpromised`, or a part of the reading. */
  readonly rule: string;
  /** What was seen. */
  readonly seen: string;
}

export interface Checked {
  readonly counts: Counts;
  readonly breaches: readonly Breach[];
}

/** Texts whose readings are kept: the attempts in a note have the text before them in common. */
const KEPT = 40;

/** Holds kinds of write to what they promise, in notes and as they would be stored otherwise. */
export class Checker {
  readonly #vault: WrittenVault;
  readonly #readings = new Map<string, ReadNote>();
  /** What was compared without a breach: how it is stored changes no reading, which is compared for itself. */
  readonly #compared = new Set<string>();
  /** What was done without a breach in an editor of any kind, which is done in one of Obsidian's where it is stored otherwise. */
  readonly #edited = new Set<string>();

  constructor(vault: WrittenVault) {
    this.#vault = vault;
  }

  /** Forgets what was compared, before the next note. */
  forget(): void {
    this.#readings.clear();
    this.#compared.clear();
    this.#edited.clear();
  }

  /** Tries a kind of write in a note. */
  check(kind: WriteKind, stored: StoredText): Checked {
    return this.checkNote(kind, noteToWrite(stored));
  }

  checkNote(kind: WriteKind, note: WrittenNote): Checked {
    const counts = { applied: 0, undone: 0, again: 0 };
    const breaches: Breach[] = [];
    const vault = new OwnText(this.#vault, note);
    const attempts = caught(() => kind.attempts(note, vault));
    if ('threw' in attempts) return { counts, breaches: [{ what: '', rule: 'throws', seen: attempts.threw }] };
    for (const attempt of attempts.value) {
      const tell = (rule: string, seen: string): void => {
        breaches.push({ what: attempt.what, rule, seen });
      };
      const made = caught(attempt.make);
      if ('threw' in made) {
        tell('throws', made.threw);
        continue;
      }
      if (made.value.kind !== 'edits') continue;
      for (const edit of made.value.edits) {
        const applied = caught(() => applyChanges(edit.text, edit.changes));
        if ('threw' in applied) {
          tell('throws', applied.threw);
          continue;
        }
        const after = applied.value;
        if (after === edit.text) continue;
        counts.applied++;
        if (kind.promise === null) {
          tell('unpromised', 'a note is changed');
          continue;
        }
        const undo = notUndone(edit, after) ?? notOfTheFile(edit, note, kind.promise);
        if (undo === null) counts.undone++;
        else tell('undo', undo);
        const key = JSON.stringify([asLines(edit.text), asLines(after)]);
        const editor = notInEditor(edit, after, this.#edited.has(key) ? OTHERWISE_ENDED.slice(0, 1) : OTHERWISE_ENDED);
        if (editor !== null) tell('editor', editor);
        else this.#edited.add(key);
        for (const { rule, seen } of this.#differences(edit, after, note, {
          ...kind.promise,
          changes: { ...kind.promise.changes, ...attempt.changes },
        }))
          tell(rule, seen);
        if (!kind.promise.once || attempt.again === null || edit.path !== note.path) continue;
        counts.again++;
        const again = this.#changesAgain(kind, attempt, { path: edit.path, text: after });
        if (again !== null) tell('again', again);
      }
    }
    return { counts, breaches };
  }

  /** Parts of the reading that differ otherwise than promised. */
  #differences(
    edit: NoteEdit,
    after: string,
    note: WrittenNote,
    { changes, reads, problems = [] }: WritePromise,
  ): readonly Pick<Breach, 'rule' | 'seen'>[] {
    const before = reads === 'healthy' ? note.text : edit.text;
    const key = JSON.stringify([edit.path, asLines(before), asLines(after), changes]);
    if (this.#compared.has(key)) return [];
    const [was, is] = [this.#read(before, edit.path), this.#read(after, edit.path)];
    const expected = is.problems.filter(({ head }) => !problems.some((code) => code === head));
    const breaches = READING_PARTS.flatMap((part) => {
      const change = changes[part];
      const isNamed = part !== 'problems' || change !== undefined;
      const told = part === 'problems' ? expected : is[part];
      const seen = isNamed ? breach(change ?? 'same', was[part], told) : firstNew(was[part], told);
      return seen === null ? [] : [{ rule: part, seen }];
    });
    if (breaches.length === 0) this.#compared.add(key);
    return breaches;
  }

  #read(text: string, path: string): ReadNote {
    const key = `${path}\n${text}`;
    const known = this.#readings.get(key);
    if (known) return known;
    const read = readToCompare(text, path);
    if (this.#readings.size >= KEPT) this.#readings.clear();
    this.#readings.set(key, read);
    return read;
  }

  /** What the same write changes once more; `null` where it changes nothing. */
  #changesAgain(kind: WriteKind, { what, again }: Attempt, stored: StoredText): string | null {
    const made = caught((): Written | null => {
      const note = noteToWrite(stored);
      if (again) return again(note);
      return (
        kind
          .attempts(note, this.#vault)
          .find((one) => one.what === what)
          ?.make() ?? null
      );
    });
    if ('threw' in made) return made.threw;
    if (made.value?.kind !== 'edits') return null;
    const change = made.value.edits
      .filter(({ path }) => path === stored.path)
      .flatMap(({ text, changes }) => changes.filter(({ from, to, insert }) => text.slice(from, to) !== insert))[0];
    return change === undefined ? null : `${change.from}–${change.to}: ${JSON.stringify(change.insert.slice(0, 120))}`;
  }
}

function caught<T>(work: () => T): { readonly value: T } | { readonly threw: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

function notUndone({ text, changes }: NoteEdit, after: string): string | null {
  return applyChanges(after, invertChanges(text, changes)) === text ? null : 'is not the text before';
}

/** The changes are made in what the file holds, and nowhere else. */
function notOfTheFile({ path, text }: NoteEdit, note: WrittenNote, { reads }: WritePromise): string | null {
  const isOther = path !== note.path || reads === 'healthy';
  return isOther || text === note.text || text === note.stored ? null : 'what it changes is not what the file holds';
}

/** A text without what tells how it is stored: line ends, a byte order mark, whether the last line is ended. */
function asLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .replace(/\n$/, '');
}

const OTHERWISE_ENDED: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\r\n?/g, '\n'),
  (text) => text.replace(/\r\n?|\n/g, '\r\n'),
  (text) => text.replace(/\r\n?|\n/g, '\r'),
  mixedEnds,
];

/** Whether the changes do the same to the same lines where they end otherwise, as in an editor, and can be taken back there. */
function notInEditor(
  { text, changes }: NoteEdit,
  after: string,
  ends: readonly ((text: string) => string)[],
): string | null {
  for (const [index, end] of ends.entries()) {
    const there = end(text);
    const fitted = fitChanges(changes, text, there);
    if (fitted === null) return 'does not fit';
    const written = caught(() => applyChanges(there, joinChanges(fitted)));
    if ('threw' in written) return written.threw;
    if (!isSameLines(written.value, after)) return 'gives other lines';
    if (applyChanges(written.value, invertChanges(there, joinChanges(fitted))) !== there) return 'is not taken back';
    // What was written into the file is taken back in an editor, which has one kind of line ends.
    const isEditor = index === 0;
    if (isEditor && takenBack(invertChanges(text, changes), after, written.value) !== there) {
      return 'is not taken back in an editor';
    }
  }
  return null;
}

function takenBack(inverse: readonly TextChange[], read: string, text: string): string | null {
  const fitted = fitChanges(inverse, read, text);
  return fitted && applyChanges(text, fitted);
}
