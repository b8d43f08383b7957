import { readFile, stat } from 'node:fs/promises';

/**
 * The text of a file. Throws, in words that name it, where it cannot be read, is no file (a pipe would be waited for without end), or
 * is not UTF-8: what stands in place of other bytes would be taken for what its author wrote.
 */
export async function noteText(file: string): Promise<string> {
  if (!(await stat(file)).isFile()) throw new Error(`${file} is not a file`);
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not UTF-8`);
  }
}
