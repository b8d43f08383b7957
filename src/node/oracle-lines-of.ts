import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OracleLine } from './oracle-lines';
import { oracleLine } from './oracle-note';
import { ReadVault, type StoredText } from './writes/read-vault';

/** What one of several processes does of the work. */
export interface OracleShare {
  /** Paths of all files of the vault. */
  readonly files: readonly string[];
  readonly texts: readonly StoredText[];
  /** The first of its notes, and how far it is to each next one. */
  readonly first: number;
  readonly step: number;
}

/** Fewer notes than these are asked before a process has begun. */
const NOTES_A_PROCESS = 200;
const MOST_PROCESSES = 4;
/** Much is made and thrown away: with room for it, less time goes into clearing up. */
const YOUNG_ROOM = '--max-semi-space-size=64';

/**
 * The lines of a vault's notes, each handed to `take` in their order as soon as it and all before it are there. Each of the
 * processes has the whole vault in memory.
 */
export async function linesOf(
  files: readonly string[],
  texts: readonly StoredText[],
  take: (line: OracleLine) => void,
): Promise<void> {
  const step = Math.min(availableParallelism(), MOST_PROCESSES, Math.floor(texts.length / NOTES_A_PROCESS));
  if (step < 2) {
    const vault = new ReadVault(files, texts);
    for (const text of texts) take(oracleLine(text, vault));
    return;
  }
  const lines = new Map<string, OracleLine>();
  let next = 0;
  const keep = (line: OracleLine): void => {
    lines.set(line.path, line);
    for (;;) {
      const path = texts[next]?.path ?? '';
      const ready = lines.get(path);
      if (!ready) return;
      lines.delete(path);
      next++;
      take(ready);
    }
  };
  const shares = Array.from({ length: step }, (_, first): OracleShare => ({ files, texts, first, step }));
  await Promise.all(shares.map((share) => inProcess(share, keep)));
}

function inProcess(share: OracleShare, keep: (line: OracleLine) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./oracle-worker.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG_ROOM],
    });
    child.on('message', (line: OracleLine) => keep(line));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
    child.send(share);
  });
}
