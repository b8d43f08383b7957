import type { TFile, Vault } from 'obsidian';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Changes a file's text as one step. `change` gets it without a byte order mark and gives `null` to leave it; nothing is written
 * where it gives the same. Every other byte stays, the mark too: the vault leaves the mark out of what it reads and would not write
 * it again. `not-text`: the file holds bytes that reading it as UTF-8 and writing it would lose. Rejects as the vault does.
 */
export async function changeFile(
  vault: Vault,
  file: TFile,
  change: (text: string) => string | null,
): Promise<'written' | 'unchanged' | 'not-text'> {
  const kept = decode(await vault.readBinary(file));
  let outcome: 'written' | 'unchanged' | 'not-text' = 'unchanged';
  await vault.process(file, (given) => {
    // Whether the app hands over the mark is not said anywhere.
    const text = given === kept ? withoutMark(given) : given;
    const after = change(text);
    if (after === null || after === text) return given;
    if (kept === null || withoutMark(kept) !== text) {
      outcome = 'not-text';
      return given;
    }
    outcome = 'written';
    return markOf(kept) + after;
  });
  return outcome;
}

/** The byte order mark at the start of a text; `''` where there is none. */
export function markOf(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

/** The text without a byte order mark at its start. */
export function withoutMark(text: string): string {
  return text.slice(markOf(text).length);
}

/** The bytes as UTF-8, a byte order mark kept; `null` where they are not. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
