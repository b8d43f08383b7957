import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { translator } from '../../i18n';
import { NoteNames } from '../../index/note-names';
import { VaultFacts } from '../../index/vault-facts';
import { readFacts } from '../../read/facts';
import { TEMPLATE_SETTINGS, templateFolder } from '../../read/template';
import { repairNote } from '../../repair/repair-note';
import { inspectNote } from '../inspect-note';
import { markdownFiles, type MarkdownFile } from '../markdown-files';
import { noteText } from '../note-text';
import { report, type Output, type Program } from '../program';

const STATUS = { ok: 0, unreadable: 1, usage: 2 } as const;

/** Reads the notes at the paths and prints what is found in each, an object a line. */
export const inspect: Program = async (paths, out, err) => {
  if (paths.length === 0 || paths.some((one) => one.startsWith('--'))) {
    err.write('Usage: npm run --silent inspect -- PATH [PATH ...]\n');
    return STATUS.usage;
  }
  const t = translator('en');
  let status: number = STATUS.ok;
  const tell = (error: unknown): void => {
    report(error, err);
    status = STATUS.unreadable;
  };
  for (const root of paths) {
    const { notes, vault, passedOver } = await markdownFiles(root).catch((error: unknown) => ({
      notes: [],
      vault: null,
      passedOver: [error],
    }));
    for (const error of passedOver) tell(error);
    const known = vault === null ? null : { names: new NoteNames(vault), facts: await factsOf(root, notes) };
    for (const [index, { file, path }] of notes.entries()) {
      try {
        const text = await noteText(file);
        await print(out, `${JSON.stringify(inspectNote(path, text, known, t))}\n`);
      } catch (error) {
        tell(error);
      }
      if (err.isTTY && notes.length > 1) err.write(`\r${index + 1}/${notes.length}`);
    }
    if (err.isTTY && notes.length > 1) err.write('\n');
  }
  return status;
};

/** What the frontmatter of all notes says; of one that cannot be read, its name alone. */
async function factsOf(root: string, notes: readonly MarkdownFile[]): Promise<VaultFacts> {
  const facts = new VaultFacts();
  const templates = await templateFolders(root);
  for (const { file, path } of notes) {
    const stored = await noteText(file).catch(() => '');
    const text = repairNote(stored)?.text ?? stored;
    const read = readFacts(text, path);
    const isTemplate = read.isTemplate || templates.some((folder) => path.startsWith(folder));
    facts.update([{ kind: 'set', path, links: [], facts: { ...read, isTemplate } }]);
  }
  return facts;
}

/** The folders that the settings of the vault name, where it has some. */
async function templateFolders(root: string): Promise<readonly string[]> {
  const folders = await Promise.all(
    TEMPLATE_SETTINGS.map(async ({ path: file, key }) => {
      return templateFolder(await readFile(path.join(root, '.obsidian', file), 'utf8').catch(() => ''), key);
    }),
  );
  return folders.filter((folder) => folder !== null);
}

/** Waits where the reader of the output is slower than we are. */
async function print(out: Output, line: string): Promise<void> {
  if (!out.write(line)) await new Promise<void>((resolve) => out.once('drain', resolve));
}
