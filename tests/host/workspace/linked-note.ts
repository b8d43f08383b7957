import type { App } from '../app.ts';
import { ROOT, parentPath, type TFile } from '../files.ts';

/** Makes the note that a link without one means, and the folders its path names. */
export async function createLinkedNote(app: App, linkpath: string, sourcePath: string): Promise<TFile> {
  const name = (/\.md$/i.test(linkpath) ? linkpath : `${linkpath}.md`).replace(/^\//, '');
  const folder = app.fileManager.getNewFileParent(sourcePath, name).path;
  const path = name.includes('/') || folder === ROOT ? name : `${folder}/${name}`;
  if (!app.vault.getFolderByPath(parentPath(path))) await app.vault.createFolder(parentPath(path));
  return app.vault.create(path, '');
}
