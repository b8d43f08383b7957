import { splitLines } from '../text/line-breaks';

/** An answer without fences that are meant for reading. */
export interface Unfenced {
  readonly text: string;
  /** Lines that stand above and below it. */
  readonly around: readonly string[];
  /** For each of its lines that stood in a fence, by index, where the fence ended: the index behind its last line. */
  readonly ends: readonly (number | undefined)[];
}

/** A code block that is meant for reading: without a language, or in Markdown. */
const OPENING = /^[ \t]{0,99}(`{3,99}|~{3,99})[ \t]{0,99}(?:markdown|md|(?:plain)?text|txt)?[ \t]{0,99}$/i;
const FENCE = /^[ \t]{0,99}(`{3,99}|~{3,99})/;

/** What stands in the outermost code block; and the answer without the fences of any. */
export function unfenced(answer: string): readonly Unfenced[] {
  const lines = splitLines(answer);
  const first = lines.findIndex((line) => OPENING.test(line));
  if (first === -1) return [];
  const fence = OPENING.exec(lines[first] ?? '')?.[1] ?? '';
  const last = lines.findLastIndex((line) => line.trim() === fence);
  const end = last > first ? last : lines.length;
  const inner = lines.slice(first + 1, end).map(withoutIndent(lines[first]));
  return [
    { text: inner.join('\n'), around: [...lines.slice(0, first), ...lines.slice(end + 1)], ends: [] },
    withoutFences(lines),
  ];
}

/** Takes the white space off a line that stands before a fence's first one. */
function withoutIndent(opening = ''): (line: string) => string {
  const indent = /^[ \t]*/.exec(opening)?.[0] ?? '';
  return (line) => (line.startsWith(indent) ? line.slice(indent.length) : line);
}

/**
 * The lines without the fences of blocks that are meant for reading. Unlike in Markdown, a fence with a language within such a block
 * opens one of its own: so models write.
 */
function withoutFences(lines: readonly string[]): Unfenced {
  const open: { readonly at: number; readonly sign: string }[] = [];
  const left = new Set<number>();
  const closes = new Map<number, number>();
  lines.forEach((line, at) => {
    const [written = '', sign = ''] = FENCE.exec(line) ?? [];
    if (sign === '') return;
    const words = line.slice(written.length);
    const last = open.at(-1);
    if (!last || words.trim() !== '' || !sign.startsWith(last.sign)) open.push({ at, sign });
    else {
      open.pop();
      if (!OPENING.test(lines[last.at] ?? '')) return;
      left.add(last.at).add(at);
      if (open.length === 0) closes.set(last.at, at);
    }
  });
  // One that is never closed hides what is below it.
  for (const { at } of open) if (OPENING.test(lines[at] ?? '')) left.add(at);
  const kept: string[] = [];
  const ends: (number | undefined)[] = [];
  let [opened, closed] = [0, -1];
  let fence: number[] = [];
  lines.forEach((line, at) => {
    if (at === closed) for (const index of fence) ends[index] = kept.length;
    const close = closes.get(at);
    if (close !== undefined) {
      [opened, closed] = [at, close];
      fence = [];
    }
    if (left.has(at)) return;
    if (at < closed) fence.push(kept.length);
    kept.push(at < closed ? withoutIndent(lines[opened])(line) : line);
  });
  return { text: kept.join('\n'), around: [], ends };
}

/** Where the code block ends that a text begins with, the index of its last line; `null` where it begins with none that is for reading. */
export function fenceAtStart(lines: readonly string[]): { readonly from: number; readonly to: number } | null {
  const from = lines.findIndex((line) => line.trim() !== '');
  const sign = OPENING.exec(lines[from] ?? '')?.[1];
  if (sign === undefined) return null;
  let isInner = false;
  for (let at = from + 1; at < lines.length; at++) {
    const [, found = '', words = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (found === '' || !found.startsWith(sign)) continue;
    if (words.trim() !== '') isInner = true;
    else if (isInner) isInner = false;
    else return { from, to: at };
  }
  return null;
}

/** Whether a fence says that its text is for reading. */
export function saysMarkdown(fence = ''): boolean {
  return /[a-z]/i.test(fence);
}
