import { parseArgs } from 'node:util';
import type { FoundCharacter, RepairedNote } from '../../model/garbled';
import { Recovery, namesakesFirst, putBack } from '../../repair/recovery';
import { repairNote } from '../../repair/repair-note';
import { markdownFiles } from '../markdown-files';
import { noteText } from '../note-text';
import { asking, report, type Output } from '../program';

const STATUS = { repaired: 0, unreadable: 1, healthy: 3 } as const;
const USAGE = 'repair -- FILE [--vault FOLDER [--guess]]';

interface Asked {
  readonly file: string;
  readonly vault: string | null;
  readonly guess: boolean;
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = { vault: { type: 'string' }, guess: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { vault = null, guess } = values;
  const [file, ...others] = positionals;
  return file === undefined || others.length > 0 || (guess && vault === null) ? null : { file, vault, guess };
}

/** Prints a garbled note's text repaired, and says what was done. */
export const repair = asking({ usage: USAGE, read: readArguments, run: repairFile, failed: STATUS.unreadable });

async function repairFile({ file, vault, guess }: Asked, out: Output, err: Output): Promise<number> {
  const note = repairNote(await noteText(file));
  if (note === null) {
    err.write(`${file} is not garbled.\n`);
    return STATUS.healthy;
  }
  const found = vault === null ? [] : await searchVault(note, file, vault, guess, err);
  out.write(putBack(note, found));
  err.write(`${inWords(note, vault === null ? null : found)}\n`);
  return STATUS.repaired;
}

async function searchVault(
  note: RepairedNote,
  file: string,
  vault: string,
  guess: boolean,
  err: Output,
): Promise<readonly FoundCharacter[]> {
  const { notes, passedOver } = await markdownFiles(vault);
  for (const error of passedOver) report(error, err);
  const files = new Map(notes.map((one) => [one.path, one.file]));
  const recovery = new Recovery(note, guess);
  for (const path of namesakesFirst([...files.keys()], file, note.text)) {
    if (recovery.isComplete) break;
    const text = await noteText(files.get(path) ?? path).catch((error: unknown) => report(error, err));
    if (text !== undefined) recovery.read(path, text);
  }
  return recovery.found();
}

/** What was done, in one line. That nothing is lost is said only where nothing is in doubt. */
function inWords(
  { encodings, restored, lost, doubtful }: RepairedNote,
  found: readonly FoundCharacter[] | null,
): string {
  const doubts =
    doubtful.length === 0 ? '' : `; to be looked at, for not all of it is words: line ${doubtful.join(', ')}`;
  const isSure = doubtful.length === 0 || lost.length > 0;
  const done = `${[...encodings, 'UTF-8'].join(' → ')}: ${restored} sequences restored${isSure ? `, ${lost.length} lost` : ''}`;
  if (found === null) return `${done}${doubts}`;
  const exact = found.filter(({ twin }) => twin !== null).length;
  return `${done}: ${exact} restored from a twin, ${found.length - exact} guessed, ${lost.length - found.length} still lost${doubts}`;
}
