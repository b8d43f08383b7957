/** Fewer texts are tried for one: what is smallest is nice to have, and not worth minutes. */
const MOST_TRIES = 600;

/**
 * The smallest text that is found to show the same: runs of lines are left out, long ones first, for as long as it still does. The
 * breaks stay as they are.
 */
export function shrunk(text: string, shows: (text: string) => boolean): string {
  let lines: readonly string[] = text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
  let tries = 0;
  for (let size = Math.ceil(lines.length / 2); size >= 1;) {
    let isSmaller = false;
    for (let at = 0; at < lines.length && tries < MOST_TRIES;) {
      const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
      tries++;
      if (shows(fewer.join(''))) {
        lines = fewer;
        isSmaller = true;
      } else at += size;
    }
    if (tries >= MOST_TRIES) break;
    if (size > 1) size = Math.ceil(size / 2);
    else if (!isSmaller) break;
  }
  return lines.join('');
}
