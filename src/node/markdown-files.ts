import { readdir, realpath, stat } from 'node:fs/promises';
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
  /** What was passed over, though it looks like a note or holds some: folders that cannot be read, pipes and the like. */
  readonly passedOver: readonly Error[];
}

/**
 * The Markdown files at a path: the file itself, or those below a folder, what is hidden and `node_modules` left out. Throws what
 * the file system throws for a path that cannot be read.
 */
export async function markdownFiles(root: string): Promise<Found> {
  if (!(await stat(root)).isDirectory())
    return { notes: [{ file: root, path: path.basename(root) }], vault: null, passedOver: [] };
  const walk = new Walk(root, await realpath(root));
  const vault = await walk.files();
  const notes = vault.filter(isNote).sort();
  const { passedOver } = walk;
  return { notes: notes.map((one) => ({ file: path.join(root, one), path: one })), vault, passedOver };
}

const isNote = (name: string): boolean => /\.md$/i.test(name);
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Goes through a folder. */
class Walk {
  readonly #root: string;
  /** Where it really is. */
  readonly #real: string;
  readonly #found: string[] = [];
  readonly passedOver: Error[] = [];

  constructor(root: string, real: string) {
    this.#root = root;
    this.#real = real;
  }

  /** Paths of its files. Throws where the folder itself cannot be read. */
  async files(): Promise<readonly string[]> {
    await this.#enter('');
    return this.#found;
  }

  async #enter(prefix: string): Promise<void> {
    for (const entry of await readdir(path.join(this.#root, prefix), { withFileTypes: true })) {
      const below = prefix + entry.name;
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) await this.#enter(`${below}/`).catch((error: unknown) => this.#passOver(error));
      else if (entry.isFile() || (entry.isSymbolicLink() && (await this.#leadsToFile(below)))) this.#found.push(below);
      else if (!entry.isSymbolicLink() && isNote(below))
        this.#passOver(new Error(`${path.join(this.#root, below)} is not a file`));
    }
  }

  /**
   * Whether a link counts as the file that it leads to. One to a folder may lead in a circle: only folders of the vault itself are
   * walked; and what is hidden stays hidden, whatever leads there. One that leads nowhere is a name to link to all the same.
   */
  async #leadsToFile(below: string): Promise<boolean> {
    const file = path.join(this.#root, below);
    const real = await realpath(file).catch(() => null);
    if (real === null) return true;
    const within = path.relative(this.#real, real);
    if (!within.startsWith('..') && within.split(path.sep).some(isHidden)) return false;
    const there = await stat(real).catch(() => null);
    const isFile = there?.isFile() === true;
    if (!isFile && there?.isDirectory() === false && isNote(below)) this.#passOver(new Error(`${file} is not a file`));
    return isFile;
  }

  #passOver(error: unknown): void {
    this.passedOver.push(error instanceof Error ? error : new Error(String(error)));
  }
}
