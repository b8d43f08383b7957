/** The one-byte encodings that UTF-8 is wrongly decoded with, by their WHATWG labels; those before are met more often. */
export const ENCODINGS = [
  'windows-1252',
  'macintosh',
  'windows-1251',
  'windows-1254',
  'windows-1250',
  'windows-1253',
  'windows-1257',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'iso-8859-2',
  'iso-8859-15',
  'iso-8859-5',
  'koi8-u',
  'iso-8859-7',
  'iso-8859-13',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-14',
  'windows-1258',
  'windows-1255',
  'windows-1256',
] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** What people call it, in every language. */
export function encodingName(encoding: Encoding): string {
  if (encoding === 'macintosh') return 'Mac Roman';
  if (encoding === 'x-mac-cyrillic') return 'Mac Cyrillic';
  return encoding.startsWith('w') ? `W${encoding.slice(1)}` : encoding.toUpperCase().replace(/^(I..)-?/, '$1 ');
}

/** How a note is garbled: its UTF-8 was decoded with one-byte encodings, and then bytes may have been dropped. */
export interface Garbling {
  /** What it was decoded with, the last one first; two when it happened twice. */
  readonly encodings: readonly [Encoding, ...Encoding[]];
  /** How many characters can be restored from their bytes. */
  readonly restored: number;
  /** Characters that cannot, for a byte is gone; in the order of the repaired text. */
  readonly lost: readonly LostCharacter[];
  /** Lines, from 1, that are restored without being words throughout; ascending. */
  readonly doubtful: readonly number[];
}

/** A character of which bytes are gone. */
export interface LostCharacter {
  /** Offset in the repaired text, in UTF-16 units; U+FFFD stands there. */
  readonly at: number;
  /** All that the bytes left can belong to; at least one. */
  readonly candidates: readonly string[];
}

/** What can be restored of a garbled note without knowing others: the same lines, and the same ASCII characters in them. */
export interface RepairedNote extends Garbling {
  readonly text: string;
}

/** What a lost character was found to be, by its offset in the repaired text. */
export interface FoundCharacter {
  readonly at: number;
  readonly character: string;
  /** The path of the note that says the same and still has it; `null` for a guess. */
  readonly twin: string | null;
}

/** A lost character that no twin has, as it is shown to be decided on. */
export interface Loss {
  readonly at: number;
  /** 1-based. */
  readonly line: number;
  /** What stands around it in its line; U+FFFD for what is lost there too. */
  readonly before: string;
  readonly after: string;
  readonly guess: string | null;
  readonly candidates: readonly string[];
}
