/** What a sticky pattern finds at an offset. */
export interface Match {
  readonly groups: readonly (string | undefined)[];
  readonly end: number;
}

/** Looks for a sticky pattern at an offset; `null` where it does not stand there. */
export function matchAt(pattern: RegExp, text: string, at: number): Match | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : { groups: [...found], end: pattern.lastIndex };
}
