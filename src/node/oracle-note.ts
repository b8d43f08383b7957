import { createHash } from 'node:crypto';
import { translator } from '../i18n';
import { inspectNote } from './inspect-note';
import type { OracleLine } from './oracle-lines';
import { WRITE_KINDS } from './oracle-writes';
import { noteToWrite, type ReadVault, type StoredText } from './writes/read-vault';
import type { Attempt, WriteKind, WrittenNote, WrittenVault, Written } from './writes/write-kind';

const t = translator('en');

/** What the plugin says of a note now, and would write into it, in hashes. */
export function oracleLine(
  stored: StoredText,
  vault: ReadVault,
  kinds: readonly WriteKind[] = WRITE_KINDS,
): OracleLine {
  const inspected = attemptOr(() =>
    inspectNote(stored.path, stored.text, { names: vault.names, facts: vault.ideas.facts }, t),
  );
  const note = attemptOr(() => noteToWrite(stored));
  const keys = new Map(Object.entries(inspected).map(([key, value]) => [`inspect.${key}`, jsonOf(value)]));
  const writes = new Map(
    kinds.map((kind) => [`write.${kind.name}`, 'threw' in note ? jsonOf(note) : jsonOf(resultsOf(kind, note, vault))]),
  );
  return {
    path: stored.path,
    inspect: hashOf(jsonOf(inspected), 16),
    write: hashOf([...writes].join('\n'), 16),
    parts: new Map([...keys, ...writes].map(([part, json]) => [part, hashOf(json, 10)])),
  };
}

/** What comes of a kind of write, as plain data: a throw is a result too. */
export function resultsOf(kind: WriteKind, note: WrittenNote, vault: WrittenVault): object {
  return attemptOr(() => kind.attempts(note, vault).map(({ what, make }) => [what, resultOf({ what, make })]));
}

function resultOf({ make }: Attempt): object {
  return attemptOr(() => withoutTexts(make()));
}

/** The texts that are changed say nothing of what is done to them. */
function withoutTexts(written: Written): object {
  return written.kind === 'edits'
    ? { ...written, edits: written.edits.map(({ path, changes }) => ({ path, changes })) }
    : written;
}

interface Thrown {
  readonly threw: string;
}

function attemptOr<T>(work: () => T): T | Thrown {
  try {
    return work();
  } catch (error) {
    return { threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** JSON in which Maps, Sets and all numbers say what they hold. The order of keys counts: it is what is printed and shown. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Map) return { map: [...one] };
    if (one instanceof Set) return { set: [...one] };
    return typeof one === 'number' && !Number.isFinite(one) ? String(one) : one;
  });
}

function hashOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
