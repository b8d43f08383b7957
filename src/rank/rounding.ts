/** A number to twelve digits, so that 0.1 + 0.2 equals 0.3 and rows that are equal to people share a place. */
export function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
