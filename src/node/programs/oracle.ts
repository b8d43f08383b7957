import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  compareLines,
  escapePath,
  readOracleLines,
  writeLine,
  type Difference,
  type OracleLine,
} from '../oracle-lines';
import { linesOf } from '../oracle-lines-of';
import { asking, type Output } from '../program';
import { readFolder } from '../read-folder';

const STATUS = { ok: 0, differs: 1, usage: 2 } as const;
const USAGE = 'oracle -- FOLDER [--against FILE]';

interface Asked {
  readonly folder: string;
  readonly against: string | null;
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = { against: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...others] = positionals;
  return folder === undefined || others.length > 0 ? null : { folder, against: values.against ?? null };
}

/** Prints a line a note of a folder, or what differs from the lines of a file. */
export const oracle = asking({ usage: USAGE, read: readArguments, run: askFolder, failed: STATUS.usage });

async function askFolder({ folder, against }: Asked, out: Output, err: Output): Promise<number> {
  const before = against === null ? null : readOracleLines(await readFile(against, 'utf8'));
  const { files, texts, isWhole } = await readFolder(folder, err);
  const lines: OracleLine[] = [];
  await linesOf(files, texts, (line) => {
    lines.push(line);
    if (before === null) out.write(`${writeLine(line)}\n`);
    if (err.isTTY) err.write(`\r${lines.length}/${texts.length}`);
  });
  if (err.isTTY) err.write('\n');
  const isKept = before === null || isSame(before, lines, out, err);
  return isKept && isWhole ? STATUS.ok : STATUS.differs;
}

/** Prints what differs, and says whether nothing does. */
function isSame(before: readonly OracleLine[], now: readonly OracleLine[], out: Output, err: Output): boolean {
  const { differences, newParts, goneParts } = compareLines(before, now);
  for (const difference of differences) {
    out.write(`${[escapePath(difference.path), ...wordsOf(difference)].join('\t')}\n`);
  }
  // A part that is new is nothing to look into, but the file should be made anew to hold it.
  for (const part of newParts) err.write(`new part: ${part}\n`);
  for (const part of goneParts) err.write(`gone part: ${part}\n`);
  const count = Math.max(before.length, now.length);
  err.write(`${differences.length} of ${count} notes differ\n`);
  return differences.length === 0 && goneParts.length === 0;
}

function wordsOf(difference: Difference): readonly string[] {
  switch (difference.kind) {
    case 'differs':
      return difference.parts;
    case 'missing':
      return ['missing note'];
    case 'new':
      return ['new note'];
  }
}
