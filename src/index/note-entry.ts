import { LINK_ORIGINS } from '../model/link-origin';
import type { LinkOrigin } from '../model/note';
import { RELATION_NAMES, type Relation } from '../model/vocabulary';
import type { NoteFacts } from '../model/note-facts';
import type { KeptLink } from './answers';

/** What is kept of a note from one start to the next: it holds as long as the note's size and time of change do. */
export interface NoteEntry {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  readonly links: readonly KeptLink[];
  readonly facts: NoteFacts;
  /** The words of its own step 3. */
  readonly expansion: number;
}

/** Another number where what is kept is another. */
export const ENTRY_VERSION = 2;

type LinkTuple = readonly [
  line: number,
  relation: Relation,
  target: string,
  heading: string,
  description: string,
  origin: LinkOrigin,
];

/** An entry as plain data that can be written down; links without the names of their fields. */
export interface StoredEntry {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly links: readonly LinkTuple[];
  readonly facts: NoteFacts;
  readonly expansion: number;
}

export function storeEntry({ path, size, mtime, links, facts, expansion }: NoteEntry): StoredEntry {
  return {
    path,
    size,
    mtime,
    links: links.map(({ line, relation, target, heading, description, origin }) => [
      line,
      relation,
      target,
      heading,
      description,
      origin,
    ]),
    facts,
    expansion,
  };
}

/** The entry that was stored; `null` for anything else than what `storeEntry` makes. */
export function restoreEntry(stored: unknown): NoteEntry | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const {
    path,
    size,
    mtime,
    links,
    facts: storedFacts,
    expansion,
  }: Partial<Record<keyof StoredEntry, unknown>> = stored;
  if (typeof path !== 'string' || typeof size !== 'number' || typeof mtime !== 'number' || !Array.isArray(links)) {
    return null;
  }
  if (typeof expansion !== 'number') return null;
  const restored = links.map(restoreLink);
  const whole = restored.filter((link) => link !== null);
  const facts = restoreFacts(storedFacts);
  return whole.length === restored.length && facts !== null
    ? { path, size, mtime, links: whole, facts, expansion }
    : null;
}

function restoreFacts(stored: unknown): NoteFacts | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { aliases, kinds, isTemplate }: Partial<Record<keyof NoteFacts, unknown>> = stored;
  if (!Array.isArray(aliases) || typeof kinds !== 'string' || typeof isTemplate !== 'boolean') return null;
  const texts = (aliases as unknown[]).filter((alias) => typeof alias === 'string');
  return texts.length === aliases.length ? { aliases: texts, kinds, isTemplate } : null;
}

function restoreLink(stored: unknown): KeptLink | null {
  const parts: unknown = stored;
  if (!Array.isArray(parts)) return null;
  const [line, name, target, heading, description, way] = parts as unknown[];
  const relation = RELATION_NAMES.find((one) => one === name);
  if (typeof line !== 'number' || relation === undefined || typeof target !== 'string') return null;
  const origin = LINK_ORIGINS.find((one) => one === way);
  if (typeof heading !== 'string' || typeof description !== 'string' || origin === undefined) return null;
  return { line, relation, target, heading, description, origin };
}
