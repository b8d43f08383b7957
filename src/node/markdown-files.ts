import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A Markdown file to read. */
export interface MarkdownFile {
  /** Where it is on disk. */
  readonly file: string;
  /** Its path in the vault, `/` between folders; the file name alone when the file itself was asked for. */
  readonly path: string;
}

/**
 * The Markdown files at a path: the file itself, or those below a folder in path order, hidden folders and `node_modules` left
 * out. Throws what the file system throws for a path that cannot be read.
 */
export async function markdownFiles(root: string): Promise<MarkdownFile[]> {
  if (!(await stat(root)).isDirectory()) return [{ file: root, path: path.basename(root) }];
  const found: MarkdownFile[] = [];
  await walk(root, '', found);
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function walk(folder: string, prefix: string, found: MarkdownFile[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await stat(file).catch(() => null))?.isDirectory());
    if (isFolder) {
      // A link to a folder may lead in a circle: only folders of the vault itself are walked.
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
        await walk(file, `${prefix}${entry.name}/`, found);
      }
    } else if (/\.md$/i.test(entry.name)) found.push({ file, path: prefix + entry.name });
  }
}
