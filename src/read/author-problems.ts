import { fieldNamed, isFilledField } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { SIGNAL_FIELDS, type Frontmatter } from '../model/frontmatter';
import type { Note } from '../model/note';
import type { KindLetter } from '../model/note-facts';
import type { Problem, WantedLink } from '../model/problem';
import { kindLetter, readFacts } from './facts';
import { checkLinks, type KnownVault } from './problems';
import { bodyHasPlaceholder } from './template';

/** The vault that a note stands in. */
export interface NoteVault extends KnownVault {
  /** The kind of value that a field holds in the vault's notes as a rule; `null` where there is no rule. */
  readonly usualKind: (field: string) => KindLetter | null;
  /** Whether the user makes notes from the note. */
  readonly isTemplate?: boolean;
}

/** A note as it was read. */
export interface CheckedNote {
  readonly path: string;
  readonly text: string;
  readonly note: Note;
  readonly frontmatter: Frontmatter;
}

/** What is wrong with a note. */
export interface NoteFindings {
  /** Of the frontmatter. */
  readonly fields: readonly Problem[];
  /** Of the frontmatter, the body and the links, in line order. */
  readonly problems: readonly Problem[];
  readonly wanted: readonly WantedLink[];
}

/**
 * All that is wrong with a note, as its author would see it. `vault` is `null` where a note is all that is known.
 *
 * A template is no note: its fields and links are to be filled in, so nothing is said of them; and frontmatter that does not parse
 * is no problem where it holds a placeholder.
 */
export function noteFindings(checked: CheckedNote, vault: NoteVault | null): NoteFindings {
  const { path, text, note, frontmatter } = checked;
  const links = vault === null ? { problems: [], wanted: [] } : checkLinks(note, path, vault);
  // Most notes have nothing that a template could excuse.
  const isAsked = frontmatter.problems.length + links.problems.length + links.wanted.length > 0;
  const isTemplate =
    isAsked && (vault?.isTemplate === true || readFacts(text, path).isTemplate || bodyHasPlaceholder(text));
  const fields = frontmatter.problems.filter((problem) =>
    problem.code === 'frontmatter-field'
      ? !isTemplate && isWrongField(problem.field, checked, vault)
      : !readFacts(text, '').isTemplate,
  );
  const ofLinks = isTemplate ? links.problems.filter(({ code }) => code !== 'link-without-note') : links.problems;
  return {
    fields,
    problems: [...fields, ...note.problems, ...ofLinks].sort((a, b) => a.line - b.line),
    wanted: isTemplate ? [] : links.wanted,
  };
}

/** What programs write for a date that they could not make. */
const NO_DATE = /^invalid date(?:time)?$/i;
/** Notes of the template have these fields; other people's have one of such a name by chance. */
const LEAST_SIGNALS = 2;

/**
 * Whether a field that is not as the template wants it is wrong in its author's eyes. An empty one never is, and a date that says
 * of itself that it is none always is. Else the vault's own notes decide: where most hold one kind of value there
 * (`VaultFacts.usualKind`), a value of that kind is right and any other is wrong. Where they have no such rule, or none is known,
 * the template decides for the notes that follow it: those with a step, or with two of its signal fields.
 */
function isWrongField(name: string, { text, note }: CheckedNote, vault: NoteVault | null): boolean {
  const scan = scanFrontmatter(text);
  const field = fieldNamed(scan, name);
  if (field === null || !isFilledField(field)) return false;
  if (field.values.length === 1 && NO_DATE.test(field.values[0]?.text ?? '')) return true;
  const usual = vault?.usualKind(name) ?? null;
  if (usual !== null) return usual !== kindLetter(field);
  return note.steps.length > 0 || SIGNAL_FIELDS.filter((signal) => fieldNamed(scan, signal)).length >= LEAST_SIGNALS;
}
