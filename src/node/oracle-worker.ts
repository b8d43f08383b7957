// A process of `oracle.ts`: asks every so many of a vault's notes, and sends their lines.
import type { OracleLine } from './oracle-lines';
import type { OracleShare } from './oracle-lines-of';
import { oracleLine } from './oracle-note';
import { ReadVault } from './writes/read-vault';

process.once('message', (share: OracleShare) => {
  void answerFor(share).then(() => process.disconnect());
});

async function answerFor({ files, texts, first, step }: OracleShare): Promise<void> {
  const vault = new ReadVault(files, texts);
  for (let index = first; index < texts.length; index += step) {
    const text = texts[index];
    if (text) await send(oracleLine(text, vault));
  }
}

/** Waits until the line is on its way: what is not yet is lost when this ends. */
function send(line: OracleLine): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(line, undefined, undefined, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
