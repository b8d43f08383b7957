/** What a mark says of its row: something gained, or something paid. */
export type MarkKind = 'value' | 'cost';

/** The marks that count as a cost. Every other mark counts as a value, good or bad. */
const COST_MARKS: ReadonlySet<string> = new Set('💰💸💵💴💶💷💲🪙⏳⌛');

/** Which of the two a mark is; variation selectors do not matter. */
export function kindOfMark(mark: string): MarkKind {
  return COST_MARKS.has(mark.replaceAll('\uFE0F', '')) ? 'cost' : 'value';
}
