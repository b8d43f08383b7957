import { describe, expect, test } from 'vitest';
import { all, one } from './open-sidebar';
import { ArrangedTablePage } from './arranged-table';

/** What stands in the comparison of the row that is unfolded: its cells line by line, then its sentences. */
function compared(page: ArrangedTablePage): readonly (readonly string[])[] {
  const box = one(page.table, '.idea-tiers-why');
  return [
    ...all(box, 'tr').map((row) => [...row.children].map((cell) => cell.textContent)),
    ...all(box, 'p').map((line) => [line.textContent]),
  ];
}

async function openRanked(): Promise<ArrangedTablePage> {
  const page = await ArrangedTablePage.open();
  page.choose('Rank by', 'Value for cost');
  return page;
}

describe('Why a row is above another', () => {
  test('Two rows stand side by side, with what differs and the smallest change that swaps them', async () => {
    const page = await openRanked();
    one(page.table, '[data-row="2"] .idea-tiers-score').click();
    page.choose('Compare with…', 'Loose leaf');
    expect(compared(page)).toEqual([
      ['3. Cold brew', '4. Loose leaf'],
      ['Value'],
      ['🟢 +1 🟢 +1 = 2', '🟢 +1 🟢 +1 = 2'],
      ['Cost'],
      ['💰×2 2 🧊 1 = 3', '💰×4 4 🧠 1 = 5'],
      ['Value for cost'],
      ['0.667', '0.4'],
      ['The difference: 💰 −2, 🧊 +1, 🧠 −1'],
      ['They swap when 💰 weighs 0 instead of 1.'],
    ]);
  });

  test('It follows the weights, and says where the order of the note decides', async () => {
    const page = await openRanked();
    one(page.table, '[data-row="1"] .idea-tiers-score').click();
    page.choose('Compare with…', 'Sachet');
    expect(compared(page).flat()).toContain('Equal; the note’s order decides.');
    page.setWeight('🧊', '3');
    expect(compared(page).flat()).not.toContain('Equal; the note’s order decides.');
    expect(compared(page)[0]).toEqual(['1. Bag', '4. Sachet']);
    page.choose('Rank by: Value for cost', 'Tier as written');
    expect(all(page.table, '.idea-tiers-why')).toEqual([]);
  });
});
