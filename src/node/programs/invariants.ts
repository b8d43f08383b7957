import { parseArgs } from 'node:util';
import { answersOf } from '../in-processes';
import { WRITE_KINDS } from '../oracle-writes';
import { asking, type Output, type Program } from '../program';
import { checkNote, sum, type NoteCheck, type Violation } from '../promises/check-note';
import type { Counts } from '../promises/check';
import { readFolder } from '../read-folder';
import type { ReadVault, StoredText } from '../writes/read-vault';
import type { WriteKind } from '../writes/write-kind';

const STATUS = { ok: 0, violated: 1, usage: 2 } as const;
const USAGE = 'invariants -- FOLDER [--sample N] [--json]';

const WORKER = new URL('../invariants-worker.ts', import.meta.url);
const NOTES_A_PROCESS = 4;

interface Asked {
  readonly folder: string;
  /** How many notes; `null` for all. */
  readonly sample: number | null;
  readonly json: boolean;
}

/** What is told of all notes. */
interface Told {
  readonly notes: number;
  readonly kinds: Readonly<Record<string, Counts>>;
  readonly violations: readonly Violation[];
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = { sample: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...others] = positionals;
  const { sample, json } = values;
  if (folder === undefined || others.length > 0 || (sample !== undefined && !/^[1-9]\d*$/.test(sample))) return null;
  return { folder, sample: sample === undefined ? null : Number(sample), json };
}

/** Tries every kind of write in the notes of a folder, and prints what was tried and what is not as promised. */
export const invariants: Program = invariantsOf(WRITE_KINDS);

/** The same program for other kinds of write; several processes know those of the table alone. */
export function invariantsOf(kinds: readonly WriteKind[]): Program {
  const run = (asked: Asked, out: Output, err: Output): Promise<number> => checkFolder(asked, kinds, out, err);
  return asking({ usage: USAGE, read: readArguments, run, failed: STATUS.usage });
}

async function checkFolder(
  { folder, sample, json }: Asked,
  writes: readonly WriteKind[],
  out: Output,
  err: Output,
): Promise<number> {
  const { files, texts, isWhole } = await readFolder(folder, err);
  const asked = spread(texts.length, sample ?? texts.length);
  const counts = new Map<string, Counts>();
  const violations: Violation[] = [];
  let done = 0;
  const ask = (text: StoredText, all: ReadVault): NoteCheck => checkNote(text, all, writes);
  const question = { ask, worker: WORKER, notesAProcess: NOTES_A_PROCESS };
  await answersOf(question, { files, texts, asked }, (one) => {
    for (const [kind, tried] of one.counts) counts.set(kind, sum(counts.get(kind), tried));
    violations.push(...one.violations);
    done++;
    if (err.isTTY === true) err.write(`\r${done}/${asked.length}`);
  });
  if (err.isTTY === true) err.write('\n');
  const writing = writes.filter(({ promise }) => promise !== null).map(({ name }) => name);
  const kinds = Object.fromEntries(writing.map((name) => [name, counts.get(name) ?? NONE]));
  const told: Told = { notes: asked.length, kinds, violations };
  out.write(json ? `${JSON.stringify(told, null, 2)}\n` : inWords(told));
  return violations.length === 0 && isWhole ? STATUS.ok : STATUS.violated;
}

const NONE: Counts = { applied: 0, undone: 0, again: 0 };

/** So many places, evenly among all. */
function spread(all: number, some: number): readonly number[] {
  const count = Math.min(all, some);
  return Array.from({ length: count }, (_, index) => Math.floor((index * all) / count));
}

function inWords({ notes, kinds, violations }: Told): string {
  const columns = ['kind', 'applied', 'undone', 'again'];
  const rows = Object.entries(kinds).map(([kind, { applied, undone, again }]) =>
    [kind, applied, undone, again].map(String),
  );
  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const shown = violations.map(
    ({ kind, path, variant, rule, what, seen, text }) =>
      `${kind}: ${rule}: ${path} (${variant}): ${what}\n  ${seen}\n  ${JSON.stringify(text)}\n`,
  );
  return `${[columns, ...rows].map(line).join('\n')}\n\n${shown.join('\n')}${shown.length > 0 ? '\n' : ''}${violations.length} violations in ${notes} notes\n`;
}
