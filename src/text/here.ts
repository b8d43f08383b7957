/** Where what a sticky pattern finds at an offset ends; -1 where it does not stand there. */
export function endHere(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether a sticky pattern stands at an offset. */
export const isHere = (pattern: RegExp, text: string, at: number): boolean => endHere(pattern, text, at) >= 0;
