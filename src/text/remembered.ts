/** More distinct texts of one kind than any vault of thousands has; the look-up starts over beyond it. */
const MEMORY = 20_000;

/** A vault repeats its headings, headers and rungs: what each distinct one says is worked out once. */
export function remembered<T extends NonNullable<unknown> | null>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    const value = read(text);
    if (known.size >= MEMORY) known.clear();
    // A slice would keep the whole note alive as long as the memory lives.
    known.set(` ${text}`.slice(1), value);
    return value;
  };
}
