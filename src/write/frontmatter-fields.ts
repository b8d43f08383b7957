import { lazily } from '../text/lazily';

/** A field of the frontmatter with the lines that it takes, as they are written. */
export interface FieldBlock {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A name at the margin: `title:`, `"my field":`. */
const FIELD = lazily(
  () => new RegExp(String.raw`^(?:([\p{L}\p{N}_][^:#"']*?)|"([^"]+)"|'([^']+)')[ \t]*:(?:\s|$)`, 'u'),
);
/** What goes on with the field above, or with none. */
const MORE = /^(?:\s|-\s|-$|#|$)/;

const REMARK = /^\s*(?:#|$)/;

/**
 * Takes the lines between the rules apart into fields. `null` where a line at the margin names no field: then it is not known where
 * another field may stand.
 */
export function fieldBlocks(lines: readonly string[]): readonly FieldBlock[] | null {
  const blocks: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const found = FIELD().exec(line);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    const block = blocks.at(-1);
    if (name !== undefined) blocks.push({ name, lines: [line] });
    else if (!(block ? MORE : REMARK).test(line)) return null;
    else block?.lines.push(line);
  }
  return blocks;
}

/** Names of fields as they are compared: Obsidian knows no case. */
export function foldField(name: string): string {
  return name.toLowerCase();
}
