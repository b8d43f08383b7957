/** A message as the table has it, in full. In the bundle the tables are in shorthand, and this is the one place that reads it. */
export function spelledOut(message: string): string {
  return message;
}
