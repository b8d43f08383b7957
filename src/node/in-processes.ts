import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ReadVault, type StoredText } from './writes/read-vault';

/** What one of several processes does of the work. */
interface Share {
  /** Paths of all files of the vault. */
  readonly files: readonly string[];
  readonly texts: readonly StoredText[];
  /** Which of the texts it is asked for. */
  readonly asked: readonly number[];
}

/** A vault, and which of its notes are asked for, by their places among the texts. */
export interface AskedVault {
  readonly files: readonly string[];
  readonly texts: readonly StoredText[];
  readonly asked: readonly number[];
}

/** What is asked of a note. */
export type Ask<Answer> = (text: StoredText, vault: ReadVault) => Answer;

const MOST_PROCESSES = 4;
/** Much is made and thrown away: with room for it, less time goes into clearing up. */
const YOUNG_ROOM = '--max-semi-space-size=64';

/** A kind of question that several processes can work on. */
export interface Question<Answer> {
  readonly ask: Ask<Answer>;
  /** The file that a process runs: it calls `answerInProcess` with the same `ask`. */
  readonly worker: URL;
  /** Fewer notes than these are asked before a process has begun. */
  readonly notesAProcess: number;
}

/**
 * The answers of a vault's notes, each handed to `take` in their order as soon as it and all before it are there. Each of the
 * processes has the whole vault in memory.
 */
export async function answersOf<Answer>(
  { ask, worker, notesAProcess }: Question<Answer>,
  { files, texts, asked }: AskedVault,
  take: (answer: Answer) => void,
): Promise<void> {
  const step = Math.min(availableParallelism(), MOST_PROCESSES, Math.floor(asked.length / notesAProcess));
  if (step < 2) {
    const vault = new ReadVault(files, texts);
    for (const index of asked) {
      const text = texts[index];
      if (text) take(ask(text, vault));
    }
    return;
  }
  const answers = new Map<number, Answer>();
  let next = 0;
  const keep = (index: number, answer: Answer): void => {
    answers.set(index, answer);
    for (;;) {
      const place = asked[next] ?? -1;
      const ready = answers.get(place);
      if (ready === undefined) return;
      answers.delete(place);
      next++;
      take(ready);
    }
  };
  const shares = Array.from({ length: step }, (_, first): Share => {
    return { files, texts, asked: asked.filter((__, place) => place % step === first) };
  });
  await Promise.all(shares.map((share) => inProcess(worker, share, keep)));
}

function inProcess<Answer>(worker: URL, share: Share, keep: (index: number, answer: Answer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(worker), {
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG_ROOM],
    });
    child.on('message', ([index, answer]: readonly [number, Answer]) => keep(index, answer));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
    child.send(share);
  });
}

/** Lets this process work on its share, and send the answers. */
export function answerInProcess<Answer>(ask: Ask<Answer>): void {
  process.once('message', (share: Share) => {
    void answerFor(share, ask).then(() => process.disconnect());
  });
}

async function answerFor<Answer>({ files, texts, asked }: Share, ask: Ask<Answer>): Promise<void> {
  const vault = new ReadVault(files, texts);
  for (const index of asked) {
    const text = texts[index];
    if (text) await send([index, ask(text, vault)]);
  }
}

/** Waits until the answer is on its way: what is not yet is lost when this ends. */
function send<Answer>(answer: readonly [number, Answer]): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, undefined, undefined, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
