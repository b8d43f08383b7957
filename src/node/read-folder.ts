import { markdownFiles } from './markdown-files';
import { noteText } from './note-text';
import { report, type Output } from './program';
import type { StoredText } from './writes/read-vault';

/** The notes of a folder with their texts. */
interface ReadFolder {
  /** Paths of all files, notes and others. */
  readonly files: readonly string[];
  /** In path order. */
  readonly texts: readonly StoredText[];
  /** Whether each note could be read; of those that could not, it is said why. */
  readonly isWhole: boolean;
}

/** Reads the notes of a folder. Throws where it is none. */
export async function readFolder(folder: string, err: Output): Promise<ReadFolder> {
  const { notes, vault, passedOver } = await markdownFiles(folder);
  if (vault === null) throw new Error(`${folder} is not a folder`);
  for (const error of passedOver) report(error, err);
  const texts: StoredText[] = [];
  for (const { file, path } of notes) {
    try {
      texts.push({ path, text: await noteText(file) });
    } catch (error) {
      report(error, err);
    }
  }
  return { files: vault, texts, isWhole: texts.length === notes.length && passedOver.length === 0 };
}
