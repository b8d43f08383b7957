import type { NameChange } from '../model/name-change';
import { foldSpace } from '../text/fold-space';
import { lazyPattern } from '../text/lazily';
import { foldCase } from '../text/fold';
import { graphemes } from '../text/graphemes';
import { trimmed } from '../text/trimmed';

export interface FileName {
  /** Without `.md`; `''` when nothing of the title can stand in a file name. */
  readonly name: string;
  /** In order of first use, each once. */
  readonly changes: readonly NameChange[];
}

/** The longest name in bytes of UTF-8. Systems take 255; the rest is for ` 2`, `.md`, and what sync services add. */
const MAX_BYTES = 200;

/** What stands for a sign that a file name or a wikilink cannot hold. `' '` melts into the blanks beside it. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '\\': '-',
  '/': '-',
  ':': ' ',
  '*': ' ',
  '?': ' ',
  '"': "'",
  '<': ' ',
  '>': ' ',
  '|': '-',
  '#': ' ',
  '^': ' ',
  '[': '(',
  ']': ')',
};

/** Signs nobody sees: controls, line and paragraph separators, marks of writing direction, halves of surrogate pairs. */
const INVISIBLE = lazyPattern(
  String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]`,
  'gu',
);

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|\.| )/i;

/** Turns a title into the name of a file. */
export function fileNameOf(title: string): FileName {
  const changes: NameChange[] = [];
  const signs = new Set<string>();
  const replaced = title
    .normalize('NFC')
    .replace(INVISIBLE(), ' ')
    .replace(/[\\/:*?"<>|#^[\]]/g, (sign) => {
      const to = REPLACEMENTS[sign] ?? ' ';
      if (!signs.has(sign)) changes.push({ kind: 'sign', from: sign, to: to.trim() });
      signs.add(sign);
      return to;
    });
  let name = tidyEnds(replaced);
  const spaceless = replaced.trim();
  if (spaceless.startsWith('.') || spaceless.endsWith('.')) changes.push({ kind: 'sign', from: '.', to: '' });
  if (RESERVED_ON_WINDOWS.test(name)) {
    name = name.replace(RESERVED_ON_WINDOWS, '$1_');
    changes.push({ kind: 'reserved' });
  }
  const short = tidyEnds(shorten(name));
  if (short !== name) changes.push({ kind: 'shortened' });
  return { name: short, changes };
}

/** `name` when it is free, else the first free one of `name 2`, `name 3`, … `taken` holds folded names. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(foldCase(free)); number++) free = `${name} ${number}`;
  return free;
}

export interface FolderPath {
  /** Without slashes at its ends; `''` is the vault's root. */
  readonly path: string;
  readonly exists: boolean;
  readonly changes: readonly NameChange[];
}

/**
 * Turns what was typed into a folder's path. A folder that exists is taken as it is spelt, also when it was typed in another case;
 * from the first part that does not exist on, each part is made a name that a folder can have.
 */
export function folderPathOf(typed: string, existing: readonly string[]): FolderPath {
  const known = new Map(existing.map((path) => [foldCase(path), path]));
  const changes: NameChange[] = [];
  let path = '';
  let exists = true;
  for (const part of typed.split(/[\\/]+/)) {
    if (part.trim() === '') continue;
    // Below a folder that does not exist there is none.
    const asTyped = exists ? known.get(foldCase(join(path, part.trim()))) : undefined;
    if (asTyped !== undefined) {
      path = asTyped;
      continue;
    }
    const cleaned = fileNameOf(part);
    changes.push(...cleaned.changes);
    if (cleaned.name === '') continue;
    const asCleaned: string | undefined = exists ? known.get(foldCase(join(path, cleaned.name))) : undefined;
    exists = asCleaned !== undefined;
    path = asCleaned ?? join(path, cleaned.name);
  }
  return { path, exists, changes };
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** One blank between words, none at the ends; no dots there either, for a leading one hides the file and Windows drops others. */
function tidyEnds(name: string): string {
  return trimmed(foldSpace(name), ' .');
}

/** The longest start of `name` within the limit that does not cut through what a reader sees as one character. */
function shorten(name: string): string {
  if (bytesOf(name) <= MAX_BYTES) return name;
  // What is cut off is not looked at.
  const start = name.slice(0, 2 * MAX_BYTES);
  const whole = takeWithin(graphemes(start), MAX_BYTES);
  return whole === '' ? takeWithin(Array.from(start), MAX_BYTES) : whole;
}

function takeWithin(parts: readonly string[], limit: number): string {
  let bytes = 0;
  let taken = '';
  for (const part of parts) {
    bytes += bytesOf(part);
    if (bytes > limit) break;
    taken += part;
  }
  return taken;
}

/** Bytes of `text` in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
