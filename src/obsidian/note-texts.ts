import type { App, TFile } from 'obsidian';
import type { Work } from '../model/work';
import { IdleSlices } from './idle-slices';

/** How a walk through notes goes on, and ends. */
interface Walk {
  readonly signal: AbortSignal;
  /** Called with the number of notes read so far. */
  readonly progress: (done: number) => void;
  /** Whether a note is read at all; all are without it. */
  readonly isWanted?: ((file: TFile) => boolean) | undefined;
  /** What a note says, where not what its file does; `null` when it is gone. */
  readonly read?: (file: TFile) => Promise<string | null>;
  /** Takes in one note, in steps where that may take long; gives false when no other is needed. */
  readonly take: (file: TFile, text: string) => boolean | Work<boolean>;
}

/** Reads notes one after the other, in idle moments. A note that is gone by then is passed over. Rejects as the vault does. */
export async function readNotes(
  { vault }: App,
  files: readonly TFile[],
  { signal, progress, take, isWanted, read = (file) => vault.cachedRead(file) }: Walk,
): Promise<void> {
  const slices = new IdleSlices();
  let isEnough = false;
  for (const [index, file] of files.entries()) {
    if (signal.aborted || isEnough) return;
    if (vault.getFileByPath(file.path) !== file) continue;
    const isPassed = (): boolean => {
      if (isWanted?.(file) !== false) return false;
      progress(index + 1);
      return true;
    };
    if (isWanted && ((await slices.run(isPassed)) || signal.aborted)) continue;
    const text = await read(file);
    if (text === null) continue;
    const taken = await slices.run(() => take(file, text));
    const isWanting = typeof taken === 'boolean' ? taken : await slices.finish(taken, () => signal.aborted);
    isEnough = isWanting === false;
    progress(index + 1);
  }
}
