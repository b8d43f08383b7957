import { answersOf } from './in-processes';
import type { OracleLine } from './oracle-lines';
import { oracleLine } from './oracle-note';
import type { StoredText } from './writes/read-vault';

const ORACLE = {
  ask: (text: StoredText, vault: Parameters<typeof oracleLine>[1]) => oracleLine(text, vault),
  worker: new URL('./oracle-worker.ts', import.meta.url),
  notesAProcess: 200,
};

/** The lines of a vault's notes, each handed to `take` in their order as soon as it and all before it are there. */
export async function linesOf(
  files: readonly string[],
  texts: readonly StoredText[],
  take: (line: OracleLine) => void,
): Promise<void> {
  await answersOf(ORACLE, { files, texts, asked: [...texts.keys()] }, take);
}
