import type { Turn } from '../model/note';

/** What a turn of a chat says. */
export interface TurnText extends Turn {
  /** The last line that belongs to it, its UID's too. */
  readonly endLine: number;
  /** Without the callout's own quote marks; quotes within are kept. */
  readonly text: string;
  /** Date and time as the chat has them; `''` if it has none. */
  readonly when: string;
  /** What the importer knows the turn by; `''` if it is not there. */
  readonly uid: string;
}

const UID = /^\s*<!-- UID: (.+?) -->\s*$/;
const HEADING = /^[\s>]*#{3,4}\s/;

/** The texts of a note's turns, in their order. */
export function turnTexts(text: string, turns: readonly Turn[]): readonly TurnText[] {
  const lines = text.split(/\r?\n/);
  return turns.map((turn, index) => {
    const head = lines[turn.line - 1] ?? '';
    const next = turns[index + 1]?.line ?? lines.length + 1;
    if (HEADING.test(head)) return turnOf(turn, /, on (.+);/.exec(head)?.[1], lines.slice(turn.line, next - 1), 0);
    const depth = /^[\s>]*/.exec(head)?.[0].split('>').length ?? 1;
    const isQuoted = (line: string): boolean => (/^[\s>]*/.exec(line)?.[0].split('>').length ?? 1) >= depth;
    const below = lines.slice(turn.line, next - 1);
    const end = below.findIndex((line) => !isQuoted(line));
    const rest = end === -1 ? [] : below.slice(end);
    const uid = rest.findIndex((line) => line.trim() !== '');
    const quoted = end === -1 ? below : below.slice(0, end);
    const own = UID.test(rest[uid] ?? '') ? [...quoted, ...rest.slice(0, uid + 1)] : quoted;
    return turnOf(turn, / - (.+)$/.exec(head)?.[1], own, depth - 1);
  });
}

/** @param below The lines of the turn below its head. */
function turnOf(turn: Turn, when: string | undefined, below: readonly string[], depth: number): TurnText {
  const uid = below.map((line) => UID.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
  const text = below
    .filter((line) => !UID.test(line))
    .map((line) => Array.from({ length: depth }).reduce<string>((rest) => rest.replace(/^[ \t]*> ?/, ''), line))
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return { ...turn, endLine: turn.line + below.length, text, when: when?.trim() ?? '', uid };
}
