// `npm run --silent inspect -- PATH [PATH ...]`: what the reader finds in notes, as NDJSON.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { translator, type Translate } from '../i18n';
import { wordProblem } from '../i18n/problem';
import { NoteNames } from '../index/note-names';
import type { Garbling } from '../model/garbled';
import type { Note } from '../model/note';
import type { Problem } from '../model/problem';
import type { Table } from '../model/table';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { linkProblems } from '../read/problems';
import { repairNote } from '../repair/repair-note';
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
        await print(`${JSON.stringify(noteToJson(path, text, names, t))}\n`);
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

/** A note as `inspect` prints it: columns are 1-based there, and absent where there is none. */
function noteToJson(path: string, asStored: string, names: NoteNames | null, t: Translate): object {
  const repaired = repairNote(asStored);
  const text = repaired?.text ?? asStored;
  const note = readNote(text);
  const inVault = names === null ? [] : linkProblems(note, path, (target, from) => names.resolve(target, from));
  const frontmatter = readFrontmatter(text, (yaml) => parse(yaml, { logLevel: 'error' }) as unknown);
  return {
    path,
    ideaLinks: note.ideaLinks,
    markdownLinks: note.markdownLinks,
    tables: note.tables.map(tableToJson),
    steps: note.steps,
    turns: turnsToJson(note),
    frontmatter: {
      present: frontmatter.present,
      problems: frontmatter.problems.map((problem) => ({
        field: problem.code === 'frontmatter-field' ? problem.field : '',
        message: wordProblem(problem, t),
      })),
    },
    encoding: repaired === null ? null : encodingToJson(repaired),
    problems: [...frontmatter.problems, ...note.problems, ...inVault].sort(byLine).map((problem) => ({
      code: problem.code,
      line: problem.line,
      message: wordProblem(problem, t),
    })),
  };
}

const byLine = (a: Problem, b: Problem): number => a.line - b.line;

function tableToJson(table: Table): object {
  const { tier } = table;
  return {
    line: table.line,
    rows: table.body.length,
    columns: table.header.length,
    tier: tier !== null,
    ...(tier === null ? {} : { rankColumn: tier.rankColumn + 1 }),
    ...(tier === null || tier.subjectColumn === null ? {} : { subjectColumn: tier.subjectColumn + 1 }),
    caption: table.caption,
    callout: table.callout,
    legend: table.legend,
    ...(tier === null
      ? {}
      : {
          body: table.body.map(({ line }, index) => {
            const rung = tier.rungs[index];
            if (rung === undefined) throw new Error(`no rung for the table row on line ${line}`);
            const { rank, rankText, subject, cells, marks } = rung;
            return {
              line,
              rank,
              rankText,
              subject,
              cells: cells.map((cell) => ({ ...cell, column: cell.column + 1 })),
              marks,
            };
          }),
        }),
  };
}

function encodingToJson({ encodings, restored, lost }: Garbling): object {
  return {
    suspect: encodings[0],
    encodings,
    lossless: lost.length === 0,
    garbledCharacters: restored + lost.length,
    lost: lost.length,
  };
}

function turnsToJson({ turns }: Note): { readonly user: number; readonly agent: number } {
  const user = turns.filter(({ role }) => role === 'user').length;
  return { user, agent: turns.length - user };
}

process.exitCode = await inspect(process.argv.slice(2));
