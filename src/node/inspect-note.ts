import { parse } from 'yaml';
import type { Translate } from '../i18n';
import { wordProblem } from '../i18n/problem';
import type { NoteNames } from '../index/note-names';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { linkProblems } from '../read/problems';
import { BUILT_IN } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import { inspection } from '../write/inspection';

/** Reads YAML as the programs do: what is odd in it goes into problems, not onto the terminal. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error' });
}

/** Reads a note, repaired where it is garbled, into what `inspect` prints. `names` are those of its vault, `null` for a lone note. */
export function inspectNote(path: string, asStored: string, names: NoteNames | null, t: Translate): object {
  const garbling = repairNote(asStored);
  const text = garbling?.text ?? asStored;
  const note = readNote(text, BUILT_IN, path);
  const inVault = names === null ? [] : linkProblems(note, path, (target, from) => names.resolve(target, from));
  const frontmatter = readFrontmatter(text, parseYaml);
  return inspection({ path, note, frontmatter, garbling, inVault, word: (problem) => wordProblem(problem, t) });
}
