import { parse } from 'yaml';
import type { Translate } from '../i18n';
import { problemMessage } from '../i18n/problem';
import type { NoteNames } from '../index/note-names';
import type { VaultFacts } from '../index/vault-facts';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { noteFindings, type NoteVault } from '../read/author-problems';
import { BUILT_IN } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import { inspection } from '../write/inspection';

/** Reads YAML as the programs do: what is odd in it goes into problems, not onto the terminal. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error' });
}

/** What is known of all files of a folder. */
export interface InspectedVault {
  readonly names: NoteNames;
  readonly facts: VaultFacts;
}

/** More names than these are named for no link. */
const MOST_NEAR = 3;

/** Reads a note, repaired where it is garbled, into what `inspect` prints. `vault` is its folder, `null` for a lone note. */
export function inspectNote(path: string, asStored: string, vault: InspectedVault | null, t: Translate): object {
  const garbling = repairNote(asStored);
  const text = garbling?.text ?? asStored;
  const note = readNote(text, BUILT_IN, path);
  const frontmatter = readFrontmatter(text, parseYaml);
  const findings = noteFindings({ path, text, note, frontmatter }, vault && knownVault(vault, path));
  return inspection({ path, note, frontmatter, garbling, findings, word: (problem) => problemMessage(problem, t) });
}

function knownVault({ names, facts }: InspectedVault, path: string): NoteVault {
  return {
    resolve: (target, from) => names.resolve(target, from),
    meant: (target) => facts.names.meant(target, MOST_NEAR),
    usualKind: (field) => facts.usualKind(field),
    isTemplate: facts.of(path).isTemplate,
  };
}
