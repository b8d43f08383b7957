import { WRITE_KINDS } from '../oracle-writes';
import { noteToWrite, type StoredText } from '../writes/read-vault';
import type { WriteKind, WrittenVault } from '../writes/write-kind';
import { Checker, type Breach, type Counts } from './check';
import { shrunk } from './shrink';
import { VARIANTS, type Variant } from './variants';

/** A promise that is not kept, and what shows it. */
export interface Violation extends Breach {
  /** Name of the kind of write. */
  readonly kind: string;
  readonly path: string;
  /** How the note was stored. */
  readonly variant: string;
  /** The smallest text found that shows it. */
  readonly text: string;
}

/** What came of a note. */
export interface NoteCheck {
  readonly path: string;
  /** By kind of write. */
  readonly counts: ReadonlyMap<string, Counts>;
  /** One of each sort, in the first variant that has it. */
  readonly violations: readonly Violation[];
}

/** Tries every kind of write in a note as it is stored and as it might be. */
export function checkNote(
  stored: StoredText,
  vault: WrittenVault,
  kinds: readonly WriteKind[] = WRITE_KINDS,
  variants: readonly Variant[] = VARIANTS,
): NoteCheck {
  const checker = new Checker(vault);
  const counts = new Map<string, Counts>();
  const violations = new Map<string, Violation>();
  const texts = new Set<string>();
  for (const variant of variants) {
    const text = variant.of(stored.text);
    if (texts.has(text)) continue;
    texts.add(text);
    const note = noteToWrite({ path: stored.path, text });
    for (const kind of kinds) {
      const checked = checker.checkNote(kind, note);
      counts.set(kind.name, sum(counts.get(kind.name), checked.counts));
      for (const found of checked.breaches) {
        const key = `${kind.name} ${found.rule}`;
        if (violations.has(key)) continue;
        violations.set(key, smallest(new Checker(vault), kind, { path: stored.path, text }, variant.name, found));
      }
    }
  }
  return { path: stored.path, counts, violations: [...violations.values()] };
}

/** The violation in the smallest text that has one of its sort. */
function smallest(
  checker: Checker,
  kind: WriteKind,
  { path, text }: StoredText,
  variant: string,
  found: Breach,
): Violation {
  let shown = found;
  const small = shrunk(text, (fewer) => {
    const same = checker.check(kind, { path, text: fewer }).breaches.find(({ rule }) => rule === found.rule);
    if (same) shown = same;
    return same !== undefined;
  });
  return { kind: kind.name, path, variant, ...shown, text: small };
}

/** Counts taken together. */
export function sum(one: Counts | undefined, other: Counts): Counts {
  return {
    applied: (one?.applied ?? 0) + other.applied,
    undone: (one?.undone ?? 0) + other.undone,
    again: (one?.again ?? 0) + other.again,
  };
}
