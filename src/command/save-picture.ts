import type { App } from 'obsidian';
import { fileNameOf } from '../write/file-name';

/**
 * Saves a picture as a new file where Obsidian puts attachments of the note at `from`; never over another file. `title` may hold
 * signs that a file name cannot. Resolves to the file's path; rejects as the vault does.
 */
export async function savePicture(
  { fileManager, vault }: App,
  title: string,
  text: string,
  from: string,
  extension = 'svg',
): Promise<string> {
  const { name } = fileNameOf(title);
  const path = await fileManager.getAvailablePathForAttachment(`${name || 'picture'}.${extension}`, from);
  return (await vault.create(path, text)).path;
}
