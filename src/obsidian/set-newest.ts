/** Notes that are remembered, those looked at last. */
const NOTES_KEPT = 500;

/** Remembers something of a note, as the last one looked at; what was looked at too long ago is forgotten. */
export function setNewest<T>(notes: Map<string, T>, path: string, value: T): void {
  notes.delete(path);
  notes.set(path, value);
  for (const oldest of notes.keys()) {
    if (notes.size <= NOTES_KEPT) break;
    notes.delete(oldest);
  }
}
