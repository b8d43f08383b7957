import { LINK_ORIGINS } from '../model/link-origin';
import type { LinkOrigin } from '../model/note';
import { RELATION_NAMES, type Relation } from '../model/vocabulary';
import type { KeptLink } from './answers';

/** What is kept of a note from one start to the next: it holds as long as the note's size and time of change do. */
export interface NoteEntry {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  readonly links: readonly KeptLink[];
}

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
}

export function storeEntry({ path, size, mtime, links }: NoteEntry): StoredEntry {
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
  };
}

/** The entry that was stored; `null` for anything else than what `storeEntry` makes. */
export function restoreEntry(stored: unknown): NoteEntry | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { path, size, mtime, links }: Partial<Record<keyof StoredEntry, unknown>> = stored;
  if (typeof path !== 'string' || typeof size !== 'number' || typeof mtime !== 'number' || !Array.isArray(links)) {
    return null;
  }
  const restored = links.map(restoreLink);
  const whole = restored.filter((link) => link !== null);
  return whole.length === restored.length ? { path, size, mtime, links: whole } : null;
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
