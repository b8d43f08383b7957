import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Output, Program } from '../../src/node/program';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a program printed, and the status it ended with; -1 where it was stopped from outside. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Where a program runs, by default the project's folder, and the language of its terminal. */
interface Place {
  readonly cwd?: string;
  readonly language?: string;
}

/** Runs a program in this process, in a folder; another one than the project's is to be asked for by one test at a time. */
export async function callProgram(program: Program, args: readonly string[], folder = ROOT): Promise<Run> {
  const said = { out: '', err: '' };
  const gather = (where: keyof typeof said): Output => ({
    write: (text) => {
      said[where] += text;
      return true;
    },
    once: () => undefined,
  });
  const before = process.cwd();
  process.chdir(folder);
  try {
    return { status: await program(args, gather('out'), gather('err')), ...said };
  } finally {
    process.chdir(before);
  }
}

/** Runs `src/node/NAME.ts` to its end, as its user does. */
export function runProgram(name: string, args: readonly string[], { cwd = ROOT, language }: Place = {}): Promise<Run> {
  return new Promise((resolve) => {
    const command = [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, `src/node/${name}.ts`), ...args];
    const env = language === undefined ? process.env : { ...process.env, LC_ALL: language };
    execFile(process.execPath, command, { cwd, env }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

/** Makes a folder of its own with the files, by their paths in it. Whoever asks for it has to remove it. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
