import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A Markdown file to read. */
export interface MarkdownFile {
  /** Where it is on disk. */
  readonly file: string;
  /** Its path in the vault, `/` between folders; the file name alone when the file itself was asked for. */
  readonly path: string;
}

/** What stands at a path. */
export interface Found {
  /** In path order. */
  readonly notes: readonly MarkdownFile[];
  /** Paths of all files below the folder, notes and others, for links; `null` when a single file was asked for. */
  readonly vault: readonly string[] | null;
}

/**
 * The Markdown files at a path: the file itself, or those below a folder, hidden folders and `node_modules` left out. Throws what
 * the file system throws for a path that cannot be read.
 */
export async function markdownFiles(root: string): Promise<Found> {
  if (!(await stat(root)).isDirectory()) return { notes: [{ file: root, path: path.basename(root) }], vault: null };
  const vault: string[] = [];
  await walk(root, '', vault);
  const notes = vault.filter((one) => /\.md$/i.test(one)).sort();
  return { notes: notes.map((one) => ({ file: path.join(root, one), path: one })), vault };
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isDirectory() ?? false;
}

async function walk(folder: string, prefix: string, found: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      await walk(path.join(folder, entry.name), `${prefix}${entry.name}/`, found);
      // A link to a folder may lead in a circle: only folders of the vault itself are walked.
    } else if (!entry.isSymbolicLink() || !(await isFolder(path.join(folder, entry.name))))
      found.push(prefix + entry.name);
  }
}
