// `npm run --silent inspect -- PATH [PATH ...]`: what the reader finds in notes, as NDJSON.
import { readFile } from 'node:fs/promises';
import { translator } from '../i18n';
import { NoteNames } from '../index/note-names';
import { inspectNote } from './inspect-note';
import { markdownFiles } from './markdown-files';

const STATUS = { ok: 0, unreadable: 1, usage: 2 } as const;

/** Reads the notes at the paths and prints them; resolves to the exit status. */
async function inspect(paths: readonly string[]): Promise<number> {
  if (paths.length === 0 || paths.some((one) => one.startsWith('--'))) {
    process.stderr.write('Usage: npm run --silent inspect -- PATH [PATH ...]\n');
    return STATUS.usage;
  }
  const t = translator('en');
  let status: number = STATUS.ok;
  const report = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    status = STATUS.unreadable;
  };
  for (const root of paths) {
    const { notes, vault } = await markdownFiles(root).catch((error: unknown) => {
      report(error);
      return { notes: [], vault: null };
    });
    const names = vault === null ? null : new NoteNames(vault);
    for (const [index, { file, path }] of notes.entries()) {
      try {
        const text = await readFile(file, 'utf8');
        await print(`${JSON.stringify(inspectNote(path, text, names, t))}\n`);
      } catch (error) {
        report(error);
      }
      if (process.stderr.isTTY && notes.length > 1) process.stderr.write(`\r${index + 1}/${notes.length}`);
    }
    if (process.stderr.isTTY && notes.length > 1) process.stderr.write('\n');
  }
  return status;
}

/** Waits where the reader of the output is slower than we are. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

process.exitCode = await inspect(process.argv.slice(2));
