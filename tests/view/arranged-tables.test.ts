import { MarkdownView } from 'obsidian';
import { describe, expect, test } from 'vitest';
import { MOST_COLUMNS } from '../../src/view/table/arranged-table';
import { all, named, one } from './open-sidebar';
import { TABLE, ArrangedTablePage, WAYS, WAYS_TEXT } from './arranged-table';
import { eventually } from '../eventually';

const SENTENCE =
  'The sum of the value columns divided by that of the cost columns. Rows with no value above zero follow, better ones first, ' +
  'then cheaper ones; rows without a cost stand under “No cost given”.';
/** The rule above the rows, with the button behind which the sentence stands. */
const RULE = 'Value ÷ cost?';
const AS_WRITTEN = ['1', '2', '3', '4', '5', '6'];
const BY_VALUE_FOR_COST = ['2', '6', '3', '1', '4', 'No cost given', '5'];

function edit({ sidebar }: ArrangedTablePage, from: string, to: string): void {
  const view = sidebar.host.app.workspace.getMostRecentLeaf()?.view;
  if (!(view instanceof MarkdownView)) throw new Error('no note is open');
  view.editor.setValue(view.editor.getValue().replace(from, to));
}

function press(el: HTMLElement, key: string, shiftKey = false): void {
  el.focus();
  el.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
}

/** Far more columns than anybody looks at side by side, and short rows. */
const WIDTH = 5000;
const WIDE_ROWS = Array.from({ length: 150 }, (_, row) => `|${row + 1}|x${row}|y`).join('\n');
const WIDE_TEXT = `## Ways\n\n|Tier${'|a'.repeat(WIDTH - 1)}\n${'|-'.repeat(WIDTH)}\n${WIDE_ROWS}\n`;

describe('Sorting', () => {
  test('A header’s button sorts up, down, and as written; Shift and Enter add a further key', async () => {
    const page = await ArrangedTablePage.open();
    page.headerButton(2).click();
    expect(page.order).toEqual(['4', '2', '6', '1', '3', '5']);
    page.headerButton(2).click();
    expect(page.order).toEqual(['1', '3', '2', '6', '4', '5']);
    press(page.headerButton(0), 'Enter', true);
    press(page.headerButton(0), 'Enter', true);
    expect(page.order).toEqual(['3', '1', '6', '2', '4', '5']);
    expect(page.sortOfHeaders).toEqual(['descending', 'none', 'descending', 'none', 'none']);
    expect([page.headerButton(2).textContent, page.headerButton(0).textContent]).toEqual(['①', '②']);
    expect(page.headerButton(0).getAttribute('aria-label')).toBe('Sort by Tier, key 2');
    expect(document.activeElement).toBe(page.headerButton(0));
    page.headerButton(2).click();
    expect(page.order).toEqual(AS_WRITTEN);
  });

  test('The first click on a column of marks shows the best first, and the menu says so', async () => {
    const page = await ArrangedTablePage.open();
    page.headerButton(3).click();
    expect(page.order).toEqual(['1', '3', '2', '5', '6', '4']);
    expect(page.sortOfHeaders[3]).toBe('descending');
    page.headerButton(4).click();
    expect(page.order).toEqual(['2', '4', '6', '3', '1', '5']);
    page.headerButton(4).click();
    expect(page.sortOfHeaders[4]).toBe('descending');
    const entries = page.menu('Sort: ↓ Price').filter((text) => /^(?:Gain|Price|Way)/.test(text));
    expect(entries).toEqual([
      'Way, ascending',
      'Way, descending',
      'Gain, best first',
      'Gain, worst first',
      'Price, best first',
      'Price, worst first',
    ]);
    expect(page.entry('Price, worst first').getAttribute('aria-checked')).toBe('true');
  });

  test('Shift and a click select no text', async () => {
    const page = await ArrangedTablePage.open();
    const pressed = (shiftKey: boolean): boolean =>
      page.headerButton(2).dispatchEvent(new MouseEvent('mousedown', { shiftKey, bubbles: true, cancelable: true }));
    expect([pressed(false), pressed(true)]).toEqual([true, false]);
    expect(document.activeElement).toBe(page.headerButton(2));
  });

  test('The sort menu has the further keys too', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Sort', 'Used by, ascending');
    page.choose('Sort: ↑ Used by', 'Then by…');
    page.entry('Tier, descending').click();
    expect(page.order).toEqual(['4', '6', '2', '3', '1', '5']);
    expect(one(page.el, '.idea-tiers-sort').textContent).toBe('① ↑ Used by ② ↓ Tier');
    page.choose('Sort: ① ↑ Used by ② ↓ Tier', 'Then by…');
    page.entry('Only by Used by').click();
    expect(page.order).toEqual(['4', '2', '6', '1', '3', '5']);
  });

  test('What does not match the column sorted by is signed quietly, and counted', async () => {
    const cells = ['2 h', '30 min', '$5', 'soon', '', '1 h'];
    const rows = cells.map((cell, index) => `| ${index + 1} | way ${index} | ${cell} | ${index}% |`);
    const text = ['## Ways', '', '| Tier | Way | Time | Gain |', '|---|---|---|---|', ...rows, ''].join('\n');
    const page = await ArrangedTablePage.open(text);
    const signed = (): (string | null)[] => all(page.table, '.is-uncounted').map((el) => el.textContent);
    const notCounted = (): readonly string[] => page.said.filter((line) => line.startsWith('Not counted'));
    expect([signed(), notCounted()]).toEqual([[], []]);
    page.headerButton(2).click();
    expect(page.order).toEqual(['2', '6', '1', '3', '4', '5']);
    expect(signed()).toEqual(['$5', 'soon']);
    expect(all(page.table, '.is-uncounted')[0]?.getAttribute('title')).toBe('Not counted: does not match the column');
    expect(notCounted()).toEqual(['Not counted: 2 cells that do not match the column']);
    page.headerButton(3).click();
    expect([signed(), notCounted()]).toEqual([[], []]);
    expect(all(page.table, '[title]')).toEqual([]);
  });

  test('A ranking and the picture count what does not count in them', async () => {
    const rows = ['80 %', '60', '70 %', 'high'].map((gain, index) => `| ${index + 1} | way | ${gain} | $${index} |`);
    const page = await ArrangedTablePage.open(
      ['## Ways', '', '| Tier | Way | Gain | Price |', '|---|---|---|---|', ...rows, ''].join('\n'),
    );
    page.unfold('Picture');
    const message = 'Not counted: 2 cells that do not match the column';
    expect(all(page.el, '.idea-tiers-picture-message').map((el) => el.textContent)).toContainEqual(
      expect.stringContaining(message),
    );
    page.choose('Rank by', 'Value');
    expect(page.said).toContain(message);
    expect(page.order).toEqual(['1', '3', 'No value given', '2', '4']);
  });

  test('Cells sort by what they say, not by their Markdown', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Sort', 'Way, ascending');
    expect(page.order).toEqual(['2', '3', '1', '4', '6', '5']);
    page.choose('Sort: ↑ Way', 'Gain, best first');
    expect(page.order).toEqual(['1', '3', '2', '5', '6', '4']);
    page.choose('Sort: ↓ Gain', 'Price, best first');
    expect(page.order).toEqual(['2', '4', '6', '3', '1', '5']);
  });
});

describe('Ranking', () => {
  test('By value for cost: equal rows share a place, and what names no cost stands apart', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    expect(page.order).toEqual(BY_VALUE_FOR_COST);
    expect(page.places).toEqual(['1.', '1.', '3.', '4.', '5.', '1.']);
    expect(all(page.table, '.idea-tiers-score').map((el) => el.textContent)).toEqual([
      '1 ÷ 1 = 1',
      '1 ÷ 1 = 1',
      '2 ÷ 3 = 0.667',
      '2 ÷ 5 = 0.4',
      'value 0, cost 1',
      'value 1',
    ]);
    expect(page.said).toEqual([RULE]);
    expect(page.button('Rank by: Value for cost').textContent).toBe('Value for cost');
  });

  test('The rule is one short line; the whole sentence stands behind a button that says what it does', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    const why = page.button('How the rows are ranked');
    const explained = document.getElementById(why.getAttribute('aria-controls') ?? '');
    expect([why.getAttribute('aria-expanded'), explained?.textContent]).toEqual(['false', '']);
    why.click();
    expect([why.getAttribute('aria-expanded'), explained?.textContent]).toEqual(['true', SENTENCE]);
    page.choose('Rank by: Value for cost', 'Cost');
    expect(page.said).toEqual(['Lowest cost first?', 'The sum of the cost columns; the lowest comes first.']);
    why.click();
    expect(page.said).toEqual(['Lowest cost first?']);
    page.choose('Rank by: Cost', 'Tier as written');
    expect(page.said).toEqual([]);
  });

  test('The score stands last in its row, in a column of its own; where there is little room it is one number', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    const [first] = all(page.table, '.idea-tiers-row');
    expect(first?.lastElementChild).toBe(all(page.table, '.idea-tiers-cell.mod-score')[0]);
    const headers = all(page.table, '[role="columnheader"]').map((el) => el.textContent);
    expect([headers[0], headers.at(-1)]).toEqual(['Place', 'Value for cost']);
    expect(all(page.table, '.idea-tiers-score').map((el) => el.dataset.short)).toEqual([
      '1',
      '1',
      '0.667',
      '0.4',
      '0 ÷ 1',
      '1',
    ]);
    page.choose('Rank by: Value for cost', 'Tier as written');
    expect(all(page.table, '.mod-score')).toHaveLength(0);
  });

  test('A row unfolds to its sum: what each mark gave', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    const sums = (row: number): string[] => {
      const rowEl = one(page.table, `[data-row="${row}"]`);
      const score = one(rowEl, '.idea-tiers-score');
      if (score.getAttribute('aria-expanded') === 'false') score.click();
      return all(rowEl, '.idea-tiers-sum > div').map((el) =>
        all(el, 'span')
          .map((part) => part.textContent)
          .join(': '),
      );
    };
    expect(sums(0)).toEqual(['Value: 🟢 +1 🟢 +1 = 2', 'Cost: 💰×4 4 🧠 1 = 5', 'Value for cost: 2 ÷ 5 = 0.4']);
    expect(sums(5)).toEqual(['Value: 🟢 +1 ⚪ 0 = 1', 'Cost: 🧊 1 = 1', 'Value for cost: 1 ÷ 1 = 1']);
    expect(sums(4)).toEqual(['Value: 🟢 +1 = 1']);
    page.unfold('Weights');
    page.setWeight('🧠', '0');
    expect(sums(0)[1]).toBe('Cost: 💰×4 4 🧠 0 = 4');
    page.choose('Rank by: Value for cost', 'Value');
    expect(sums(0)).toEqual(['Value: 🟢 +1 🟢 +1 = 2']);
    one(page.table, '[data-row="0"] .idea-tiers-rung-toggle').click();
    expect(all(page.table, '[data-row="0"] .idea-tiers-sum')).toHaveLength(0);
  });

  test('Rows of one place show what they differ in', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    expect(all(page.table, '.idea-tiers-tie').map((el) => el.textContent)).toEqual([
      '🟢 ÷ 💰',
      '🟢⚪ ÷ 🧊',
      '',
      '',
      '',
      '',
    ]);
    // Nothing is divided where rows are ranked by one of the two.
    page.choose('Rank by: Value for cost', 'Cost');
    const ties = all(page.table, '.idea-tiers-tie').map((el) => el.textContent);
    expect(ties).toContain('🟢 💰');
    expect(ties.join()).not.toContain('÷');
    const numbers = await ArrangedTablePage.open(
      '## Ways\n\n|Tier|Way|Value|Cost|\n|-|-|-|-|\n|1|Leaf|4|2|\n|2|Bag|2|1|\n|3|Tap|3|1|\n',
    );
    numbers.choose('Rank by', 'Value for cost');
    one(numbers.table, '[data-row="0"] .idea-tiers-score').click();
    expect(all(numbers.table, '.idea-tiers-sum .idea-tiers-detail-text').map((el) => el.textContent)).toEqual([
      '+4 = 4',
      '2',
      '4 ÷ 2 = 2',
    ]);
    expect(all(numbers.table, '.idea-tiers-score').map((el) => el.dataset.short)).toEqual([
      '3',
      '4 ÷ 2 = 2',
      '2 ÷ 1 = 2',
    ]);
  });

  test('The score of one column is written with its unit, and with the digits that tell it from others', async () => {
    const scores = (page: ArrangedTablePage): readonly string[] =>
      all(page.table, '.idea-tiers-score').map((el) => el.textContent);
    const shares = await ArrangedTablePage.open(
      '## Ways\n\n|Tier|Way|Value|Cost|\n|-|-|-|-|\n|1|Leaf|90–95 %|1 h|\n|2|Bag|70%|45 min|\n|3|Tap|8/10|10 min|\n',
    );
    shares.choose('Rank by', 'Value');
    expect(scores(shares)).toEqual(['92.5 %', '80 %', '70 %']);
    one(shares.table, '[data-row="0"] .idea-tiers-score').click();
    expect(one(shares.table, '.idea-tiers-sum').textContent).toBe('Value90–95 % +92.5 % = 92.5 %');
    shares.choose('Compare with…', 'Bag');
    expect(all(shares.table, '.idea-tiers-why p')[0]?.textContent).toBe('The difference: Value +22.5 %');
    shares.choose('Rank by: Value', 'Cost');
    expect(scores(shares)).toEqual(['10 min', '45 min', '1 h']);
    shares.choose('Rank by: Cost', 'Value for cost');
    expect(scores(shares)[0]).toBe('80 % ÷ 10 min = 4.8');

    const money = await ArrangedTablePage.open(
      '## Ways\n\n|Tier|Way|Time|Cost|\n|-|-|-|-|\n|1|Leaf|1:30|$1,200|\n|2|Bag|0:45|-$5|\n|3|Tap|1:10:05|$2.5|\n',
    );
    money.choose('Rank by', 'Cost');
    expect(all(money.table, '.idea-tiers-sum')).toEqual([]);
    expect(scores(money).every((score) => /\$|:/.test(score) || score === '')).toBe(true);

    const near = await ArrangedTablePage.open(
      '## Ways\n\n|Tier|Way|Value|Cost|\n|-|-|-|-|\n|1|Leaf|1|3|\n|2|Bag|0.3333|1|\n|3|Tap|0.0001|5|\n',
    );
    near.choose('Rank by', 'Value for cost');
    const [one1, other, tiny] = scores(near).map((score) => score.split(' = ')[1]);
    expect([one1, other, tiny]).toEqual(['0.33333', '0.3333', '0.00002']);
  });

  test('The menu says what each ranking is; the tier as written brings the note’s order back', async () => {
    const page = await ArrangedTablePage.open();
    expect(page.menu('Rank by').find((text) => text.startsWith('Value for cost'))).toBe(`Value for cost${SENTENCE}`);
    page.entry('Cost').click();
    expect(page.order).toEqual(['2', '4', '6', '3', '1', 'No cost given', '5']);
    page.choose('Rank by: Cost', 'Value');
    expect(page.order).toEqual(['1', '3', '2', '5', '6', '4']);
    page.choose('Rank by: Value', 'Tier as written');
    expect(page.order).toEqual(AS_WRITTEN);
    expect(page.places).toEqual([]);
    expect(page.said).toEqual([]);
  });

  test('Only what a table can be ranked by is offered, and the way to the rest', async () => {
    const page = await ArrangedTablePage.open(`## Ways\n\n| Tier | Way | Gain |\n|---|---|---|\n| 1 | Leaf | 🟢 |\n`);
    expect(page.menu('Rank by').map((text) => text.replace(/(?<=[a-z])[A-Z].*/, ''))).toEqual([
      'Tier as written',
      'Value',
      'Choose columns…',
    ]);
    expect(all(document, '.menu-item[aria-disabled="true"]')).toHaveLength(0);
    expect(page.folds).toEqual(['Weights']);
    page.entry('Choose columns…').click();
    expect(document.activeElement).toBe(one(page.el, '.idea-tiers-role select'));
  });

  test('A table without value or cost is a ladder and no more, until columns are chosen', async () => {
    const text = '## Ways\n\n|Tier|Way|Gain|Year|\n|-|-|-|-|\n|1|Leaf|much calm|1999|\n|2|Bag|less of it|2014|\n';
    const page = await ArrangedTablePage.open(text);
    expect(page.folds).toEqual([]);
    expect(all(page.el, '.idea-tiers-rank-by:not(.is-empty)')).toHaveLength(0);
    expect(page.menu('More actions')).toEqual([
      'Copy as Markdown',
      'Copy as CSV',
      'Copy for a spreadsheet',
      'Choose columns…',
    ]);
    expect(all(document, '.menu-item[aria-disabled="true"]')).toHaveLength(0);
    page.entry('Choose columns…').click();
    expect(page.folds).toEqual(['Weights']);
    expect(document.activeElement).toBe(all(page.el, '.idea-tiers-role select')[0]);
    page.select('Year', 'value');
    page.choose('Rank by', 'Value');
    expect(page.order).toEqual(['2', '1']);
    page.select('Year', 'none');
    page.choose('Rank by: Value', 'Tier as written');
    expect(all(page.el, '.idea-tiers-rank-by:not(.is-empty)')).toHaveLength(0);
  });

  test('What is guessed of the columns is said, and taken or swapped by one click', async () => {
    const text = '## Ways\n\n|Tier|Way|Depth|Clarity|Time|\n|-|-|-|-|-|\n|1|Leaf|7|8|3 h|\n|2|Bag|9|9|4 h|\n';
    const page = await ArrangedTablePage.open(text);
    const said = 'Value: Depth, Clarity; Cost: Time · Guessed';
    expect(page.said).toEqual([`${said}AcceptSwap`]);
    page.choose('Rank by', 'Value for cost');
    expect(page.order).toEqual(['1', '2']);
    const names = (): string[] => all(page.el, '.idea-tiers-role-name').map((el) => el.textContent);
    expect(names()).toEqual(['Depth · Guessed', 'Clarity · Guessed', 'Time · Guessed']);
    one(page.table, '[data-row="0"] .idea-tiers-score').click();
    expect(all(page.table, '.idea-tiers-sum .idea-tiers-detail-text')[0]?.textContent).toBe(
      'Depth +7, Clarity +8 = 15',
    );
    page.button('Swap').click();
    expect(page.said).toEqual([RULE]);
    expect(names()).toEqual(['Depth', 'Clarity', 'Time']);
    expect(all(page.table, '.idea-tiers-score').map((el) => el.textContent)).toEqual([
      '4 h ÷ 18 = 0.222',
      '3 h ÷ 15 = 0.2',
    ]);
    page.button('Reset').click();
    page.button('Accept').click();
    expect(page.said).toEqual([RULE]);
    expect(all(page.table, '.idea-tiers-score').map((el) => el.textContent)).toEqual([
      '15 ÷ 3 h = 5',
      '18 ÷ 4 h = 4.5',
    ]);
    page.button('Reset').click();
    page.select('Clarity', 'cost');
    expect(page.said[1]).toContain('Value: Depth; Cost: Time');
    page.select('Depth', 'none');
    page.select('Depth', 'value');
    expect(page.said[1]).toContain('Cost: Time · Guessed');
  });

  test('Sorting ends a ranking, and a ranking ends sorting', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Cost');
    page.headerButton(0).click();
    expect(page.order).toEqual(AS_WRITTEN);
    expect(page.places).toEqual([]);
    page.choose('Rank by', 'Value for cost');
    expect(page.sortOfHeaders.filter((sort) => sort !== 'none' && sort !== null)).toEqual([]);
  });

  test('Marks stand on the side that their column is on', async () => {
    const page = await ArrangedTablePage.open();
    const strips = (side: string): string[] =>
      all(page.table, `.mod-${side} .idea-tiers-strip`).map((el) => el.textContent);
    expect(strips('value')).toEqual(['🟢🟢', '🟢', '🟢🟢', '⚪', '🟢', '🟢⚪']);
    expect(strips('cost')).toEqual(['💰×4🧠', '💰', '💰💰🧊', '💰', '', '🧊']);
  });
});

describe('Filtering', () => {
  test('Legend chips show only rows with one of their marks; the funnel says how many are hidden, and clears', async () => {
    const page = await ArrangedTablePage.open();
    page.chip('⚪').click();
    expect(page.order).toEqual(['4', '6']);
    expect(page.chip('⚪').getAttribute('aria-pressed')).toBe('true');
    expect(page.said).toEqual(['2 of 6 rows shownClear']);
    page.chip('🟢').click();
    expect(page.order).toEqual(AS_WRITTEN);
    page.chip('🟢').click();
    page.button('Clear').click();
    expect(page.order).toEqual(AS_WRITTEN);
    expect(page.chip('⚪').getAttribute('aria-pressed')).toBe('false');
    expect(page.said).toEqual([]);
  });

  test('While the filter is open every mark of the table has a chip, with its count of rows', async () => {
    const page = await ArrangedTablePage.open();
    page.button('Filter').click();
    expect(all(page.el, '.idea-tiers-chip').map((el) => el.textContent)).toEqual([
      '🟢tastes good5',
      '⚪so so2',
      '💰4',
      '🧠1',
      '🧊2',
    ]);
    page.chip('🧊').click();
    expect(page.order).toEqual(['3', '6']);
  });

  test('The search finds words anywhere in a row, as it is typed', async () => {
    const page = await ArrangedTablePage.open();
    page.button('Filter').click();
    expect(document.activeElement).toBe(one(page.el, '.idea-tiers-search'));
    page.search('PATIENT');
    expect(page.order).toEqual(['1', '3']);
    page.search('patient brew');
    expect(page.order).toEqual(['3']);
    expect(document.activeElement).toBe(one(page.el, '.idea-tiers-search'));
    page.search('');
    expect(page.order).toEqual(AS_WRITTEN);
  });

  test('Values of a column are offered with counts, blank last, and can be combined', async () => {
    const page = await ArrangedTablePage.open();
    page.button('Filter').click();
    page.select('Filter by values of…', '2');
    expect(page.values).toEqual(['Machines1', 'Offices2', 'Patient people2', 'Blank1']);
    page.check('Machines');
    page.check('Blank');
    expect(page.order).toEqual(['4', '5']);
    page.chip('🟢').click();
    expect(page.values).toEqual(['Machines0', 'Offices2', 'Patient people2', 'Blank1']);
    expect(page.order).toEqual(['5']);
  });

  test('Columns can be hidden, but not those that a row is known by', async () => {
    const page = await ArrangedTablePage.open();
    page.button('Filter').click();
    expect(page.menu('Columns')).toEqual(['Used by', 'Gain', 'Price']);
    page.entry('Used by').click();
    expect(all(page.table, '[role="columnheader"]').map((el) => el.textContent)).toEqual([
      'Tier',
      'Way',
      'Gain (🟢=tastes good, ⚪=so so)',
      'Price',
    ]);
    expect(page.table.textContent).not.toContain('Machines');
    expect(page.said).toEqual(['1 column hiddenClear']);
    page.search('machines');
    expect(page.order).toEqual([]);
    page.button('Clear').click();
    expect(page.table.textContent).toContain('Machines');
  });

  test('A place is that among all rows, whatever is hidden', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.chip('⚪').click();
    expect(page.order).toEqual(['6', '4']);
    expect(page.places).toEqual(['1.', '5.']);
  });
});

describe('Weights', () => {
  test('Stand folded under the table, each mark with its meaning and how often it stands there', async () => {
    const page = await ArrangedTablePage.open();
    expect(all(page.el, '.idea-tiers-weight')).toHaveLength(0);
    page.unfold('Weights');
    const marks = (title: string): string[] =>
      all(named(page.el, '[role="list"]', title), 'li').map((el) => el.textContent);
    expect(marks('Value marks')).toEqual(['🟢tastes good · ×7', '⚪so so · ×2']);
    expect(marks('Cost marks')).toEqual(['💰×8', '🧠×1', '🧊×2']);
    expect(page.weight('⚪ so so').value).toBe('0');
  });

  test('Stand open where the table is ranked by them, until they are folded', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value');
    expect(all(page.el, '.idea-tiers-weight')).not.toHaveLength(0);
    all(page.el, '.mod-under > [role="button"]')
      .find((el) => el.textContent === 'Weights')
      ?.click();
    page.choose('Rank by: Value', 'Value for cost');
    expect(all(page.el, '.mod-under > [aria-expanded="true"]')).toHaveLength(0);
  });

  test('A changed weight ranks anew at once, keeps the focus, and holds for this table', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.unfold('Weights');
    const more = page.button('Raise the weight of 🧊');
    more.focus();
    more.click();
    expect(page.order).toEqual(['2', '3', '6', '1', '4', 'No cost given', '5']);
    expect(document.activeElement).toBe(more);
    page.setWeight('⚪ so so', '3');
    expect(page.order).toEqual(['4', '6', '2', '3', '1', 'No cost given', '5']);
    page.button('Reset').click();
    expect(page.order).toEqual(BY_VALUE_FOR_COST);
  });

  test('Count only 💰 leaves the other costs out, and takes them in again', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    const only = page.button('Count only 💰');
    only.click();
    expect(page.order).toEqual(['2', '3', '1', '4', 'No cost given', '5', '6']);
    expect(page.places).toEqual(['1.', '1.', '3.', '4.', '1.', '1.']);
    expect(only.getAttribute('aria-pressed')).toBe('true');
    only.click();
    expect(page.order).toEqual(BY_VALUE_FOR_COST);
  });

  test('All marks or 💰 alone: the choice stands beside the ranking, says what is left out, and is kept', async () => {
    const page = await ArrangedTablePage.open();
    const choice = (): HTMLElement => one(page.el, '.idea-tiers-status .idea-tiers-cost-choice');
    expect(all(page.el, '.idea-tiers-cost-choice')).toHaveLength(0);
    page.choose('Rank by', 'Value for cost');
    const pressed = (): (string | null)[] => all(choice(), 'button').map((el) => el.getAttribute('aria-pressed'));
    expect(choice().textContent).toBe('All marksOnly 💰');
    expect(pressed()).toEqual(['true', 'false']);
    page.button('Count only 💰').click();
    expect(choice().textContent).toBe('All marksOnly 💰Not counted: 🧠×1 🧊×2');
    expect(pressed()).toEqual(['false', 'true']);
    await page.sidebar.openNote('Plain.md');
    await page.sidebar.openNote(WAYS);
    expect(pressed()).toEqual(['false', 'true']);
    page.unfold('Weights');
    page.button('Use for all tables').click();
    page.button('All marks').click();
    expect(page.order).toEqual(BY_VALUE_FOR_COST);
    expect(pressed()).toEqual(['true', 'false']);
    page.choose('Rank by: Value for cost', 'Tier as written');
    expect(all(page.el, '.idea-tiers-status .idea-tiers-cost-choice')).toHaveLength(0);
  });

  test('That choice holds for a cost which the note is given later, and is kept beside the weights', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.unfold('Weights');
    page.setWeight('🧊', '2');
    page.button('Count only 💰').click();
    edit(page, '💰💰, 🧊 fridge', '💰💰, 🔌 power');
    await eventually(() => expect(page.table.textContent).toContain('power'));
    expect(page.weight('🔌').value).toBe('0');
    expect(page.order).toEqual(['2', '3', '1', '4', 'No cost given', '5', '6']);
    page.button('All marks').click();
    expect([page.weight('🧊').value, page.weight('🔌').value]).toEqual(['2', '1']);
    page.button('Count only 💰').click();
    page.setWeight('🔌', '1');
    expect([page.weight('🧊').value, page.weight('🔌').value, page.weight('💰').value]).toEqual(['0', '1', '1']);
    expect(page.button('Count only 💰').getAttribute('aria-pressed')).toBe('false');
  });

  test('There is no such choice where money is the only cost', async () => {
    const page = await ArrangedTablePage.open(WAYS_TEXT.replaceAll(/, 🧠 skill|, 🧊 fridge|🧊 ice/g, ''));
    page.choose('Rank by', 'Value for cost');
    expect(all(page.el, '.idea-tiers-cost-choice:not(.is-empty)')).toHaveLength(0);
  });

  test('A cost never weighs less than nothing, and a weight that is none is not taken', async () => {
    const page = await ArrangedTablePage.open();
    page.unfold('Weights');
    page.setWeight('💰', '-1');
    expect(page.weight('💰').value).toBe('1');
    page.button('Lower the weight of 💰').click();
    page.button('Lower the weight of 💰').click();
    expect(page.weight('💰').value).toBe('0');
  });

  test('A mark that nobody has weighed is said not to count', async () => {
    const page = await ArrangedTablePage.open(WAYS_TEXT.replace('⚪ instant', '🦄 instant'));
    page.unfold('Weights');
    expect(page.weight('🦄').value).toBe('');
    expect(one(named(page.el, '[role="list"]', 'Value marks'), 'li:nth-child(2)').textContent).toBe(
      '🦄×1 · not counted',
    );
    page.setWeight('🦄', '2');
    expect(page.weight('🦄').value).toBe('2');
    page.setWeight('🦄', '');
    expect(page.weight('🦄').value).toBe('');
  });

  test('A column can be given another role', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.unfold('Weights');
    page.select('Price', 'none');
    expect(page.order).toEqual(AS_WRITTEN);
    expect(page.said[0]).toBe('Value for cost: the rows stay as written. No column counts as cost.');
    page.select('Price', 'cost');
    expect(page.order).toEqual(BY_VALUE_FOR_COST);
  });

  test('What is set can be used for all tables, and reset there', async () => {
    const page = await ArrangedTablePage.open(`${WAYS_TEXT}\n## Other\n\n${WAYS_TEXT.replace('Used by', 'Drunk by')}`);
    const orderOfOther = (): string[] =>
      all(named(page.el, '[role="table"]', 'Ways (2)'), '.idea-tiers-rung-toggle').map((el) => el.textContent);
    all(page.el, '.idea-tiers-rank-by')[1]?.click();
    page.entry('Value for cost').click();
    page.unfold('Weights');
    page.button('Count only 💰').click();
    expect(orderOfOther()).toEqual(['2', '6', '3', '1', '4', '5']);
    page.button('Use for all tables').click();
    expect(orderOfOther()).toEqual(['2', '3', '1', '4', '5', '6']);
    page.button('Reset for all tables').click();
    expect(orderOfOther()).toEqual(['2', '6', '3', '1', '4', '5']);
  });

  test('They move with the note, and are known when it is taken away and comes back', async () => {
    const page = await ArrangedTablePage.open();
    const { app } = page.sidebar.host;
    page.unfold('Weights');
    page.setWeight('💰', '7');
    await app.fileManager.renameFile(page.sidebar.file(WAYS), 'Moved.md');
    await page.sidebar.host.settle();
    expect(page.weight('💰').value).toBe('7');
    await app.fileManager.trashFile(page.sidebar.file('Moved.md'));
    await app.vault.create('Moved.md', WAYS_TEXT);
    await page.sidebar.openNote('Moved.md');
    if (all(page.el, '.idea-tiers-weight').length === 0) page.unfold('Weights');
    expect(page.weight('💰').value).toBe('7');
  });
});

describe('What a table is turned to', () => {
  test('Survives an edit of the note, with the focus', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.chip('🟢').click();
    const row = named(page.table, 'button', 'Details of 3 Cold brew');
    row.focus();
    edit(page, '| 2 | Bag | Offices | 🟢 fast | 💰 paper |', '| 2 | Bag | Offices | 🟢 fast | 💰💰 paper |');
    await eventually(() => expect(page.order).toEqual(['6', '3', '2', '1', 'No cost given', '5']));
    expect(document.activeElement).toBe(row);
    expect(page.said).toEqual([RULE, '5 of 6 rows shownClear']);
  });

  test('Survives a new caption, but not a new header', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    edit(page, '## Ways', '## Paths');
    await eventually(() => named(page.el, '[role="table"]', 'Paths'));
    expect(all(page.el, '.idea-tiers-place')).toHaveLength(6);
    edit(page, '| Used by |', '| Drunk by |');
    await eventually(() => expect(all(page.el, '.idea-tiers-place')).toHaveLength(0));
  });

  test('Comes back with the note, and with the view’s state', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Value for cost');
    page.button('Filter').click();
    page.choose('Columns', 'Gain');
    page.search('patient');
    const { order } = page;
    await page.sidebar.openNote('Plain.md');
    await page.sidebar.openNote(WAYS);
    expect(page.order).toEqual(order);
    const state: unknown = JSON.parse(JSON.stringify(page.sidebar.view.getState()));

    const other = await ArrangedTablePage.open();
    expect(other.order).toEqual(AS_WRITTEN);
    await other.sidebar.view.setState(state, { history: false });
    expect(other.order).toEqual(order);
    expect(other.said).toEqual([RULE, '2 of 6 rows shown · 1 column hiddenClear']);
  });

  test('Is nothing where the view’s state is damaged', async () => {
    const page = await ArrangedTablePage.open();
    const key = JSON.stringify(['Tier', 'Way', 'Used by', 'Gain (🟢=tastes good, ⚪=so so)', 'Price']);
    const tables = { [key]: { keys: [{ column: 'x' }, 7], rankBy: 'luck', filter: [], hidden: [-1, 'y'] } };
    await page.sidebar.view.setState({ notes: [{ path: WAYS, tables }] }, { history: false });
    expect(page.order).toEqual(AS_WRITTEN);
    await page.sidebar.view.setState(
      { notes: [{ path: WAYS, tables: { [key]: { keys: [{ column: 99, descending: true }], hidden: [2] } } }] },
      { history: false },
    );
    expect(page.order).toEqual(AS_WRITTEN);
  });

  test('Is offered to the note: its order, hidden rows too', async () => {
    const page = await ArrangedTablePage.open();
    expect(page.sidebar.view.orderShown()).toBe(null);
    page.choose('Rank by', 'Value for cost');
    page.chip('⚪').click();
    expect(page.sidebar.view.orderShown()).toMatchObject({ path: WAYS, order: [1, 5, 2, 0, 3, 4] });
    expect(page.menu('More actions').slice(-3)).toEqual([
      'Apply order to note…',
      'Insert ranked table below…',
      'Add score column…',
    ]);
    page.entry('Apply order to note…').click();
    await eventually(() => expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Ways'));
  });
});

describe('The picture of a table', () => {
  test('Stands over the rows, which are its key', async () => {
    const page = await ArrangedTablePage.open();
    page.unfold('Picture');
    const picture = one(page.el, '.idea-tiers-picture');
    expect(picture.compareDocumentPosition(page.table)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('Is made when it is unfolded, shows the rows shown, and follows the weights', async () => {
    const page = await ArrangedTablePage.open();
    expect(all(page.el, '.idea-tiers-picture')).toHaveLength(0);
    page.unfold('Picture');
    const rungs = (): string[] => all(page.el, '.idea-tiers-picture-rung').map((el) => el.textContent);
    // 2 and 6 have the same numbers.
    expect(rungs().sort()).toEqual(['1', '3', '4', '5', '×2']);
    page.chip('⚪').click();
    expect(rungs().sort()).toEqual(['4', '6']);
    const named6 = (): string => nameOf(dot(page, 'Sachet'));
    const before = named6();
    page.unfold('Weights');
    page.setWeight('🧊', '4');
    expect(named6()).not.toBe(before);
  });

  test('A dot that has the focus lights its row, and opens it', async () => {
    const page = await ArrangedTablePage.open();
    page.unfold('Picture');
    dot(page, 'Cold brew').focus();
    expect(all(page.table, '.is-lit .idea-tiers-rung-toggle').map((el) => el.textContent)).toEqual(['3']);
    dot(page, 'Cold brew').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(all(page.table, '.is-open .idea-tiers-rung-toggle').map((el) => el.textContent)).toEqual(['3']);
  });

  test('Is saved as a new file, never over another one', async () => {
    const page = await ArrangedTablePage.open();
    page.unfold('Picture');
    const files = (): string[] =>
      page.sidebar.host.app.vault
        .getFiles()
        .filter(({ extension }) => extension === 'svg')
        .map(({ path }) => path);
    for (const count of [1, 2]) {
      page.button('Save as SVG…').click();
      await eventually(() => expect(files()).toHaveLength(count));
    }
    expect(new Set(files()).size).toBe(2);
    expect(files().every((path) => path.startsWith('Ways'))).toBe(true);
  });

  function nameOf(el: Element): string {
    return document.getElementById(el.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
  }

  function dot(page: ArrangedTablePage, name: string): SVGElement {
    const dots = [...page.el.querySelectorAll<SVGElement>('.idea-tiers-picture svg [role="button"]')];
    const found = dots.find((el) => nameOf(el).includes(name));
    if (!found) throw new Error(`no dot is named ${name}`);
    return found;
  }
});

describe('Copying', () => {
  async function copied(page: ArrangedTablePage, entry: string): Promise<string> {
    let text = '';
    Object.defineProperty(window.navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (written: string): Promise<void> => {
          text = written;
          return Promise.resolve();
        },
      },
    });
    page.choose('More actions', entry);
    await eventually(() => expect(text).not.toBe(''));
    return text;
  }

  test('Takes the rows and columns shown, in their order, or all as written', async () => {
    const page = await ArrangedTablePage.open();
    page.choose('Rank by', 'Cost');
    page.chip('⚪').click();
    page.button('Filter').click();
    page.choose('Columns', 'Used by');
    expect((await copied(page, 'Copy as Markdown')).split('\n')).toEqual([
      '| Tier | Way | Gain (🟢=tastes good, ⚪=so so) | Price |',
      '| --- | --- | --- | --- |',
      '| 4 | Powder | ⚪ instant | 💰 tin |',
      '| 6 | [[Sachet]] | 🟢 neat, ⚪ loud | 🧊 ice |',
      '',
    ]);
    const all = await copied(page, 'Copy all as Markdown');
    expect(all.split('\n').map((line) => line.split(' | ')[1])).toEqual([
      'Way',
      '---',
      '**Loose leaf**',
      'Bag',
      'Cold brew',
      'Powder',
      'Tap',
      '[[Sachet]]',
      undefined,
    ]);
  });

  test('Leaves the short rows of a wide table short', async () => {
    const page = await ArrangedTablePage.open(WIDE_TEXT);
    const shown = (await copied(page, 'Copy as CSV')).split('\r\n');
    expect(shown[0]?.split(',')).toHaveLength(MOST_COLUMNS);
    const [header = '', ...rows] = (await copied(page, 'Copy all as CSV')).split('\r\n');
    expect(header.split(',')).toHaveLength(WIDTH);
    expect(rows.slice(0, 2)).toEqual(['1,x0,y', '2,x1,y']);
    expect((await copied(page, 'Copy all as Markdown')).split('\n')[3]).toBe('| 2 | x1 | y |');
  });

  test('Fills up the short rows of any other', async () => {
    const page = await ArrangedTablePage.open('## Ways\n\n|Tier|Way|Price|\n|-|-|-|\n|1|Bag|\n|2|Tap|0|\n|3|\n');
    expect(await copied(page, 'Copy as CSV')).toBe('Tier,Way,Price\r\n1,Bag,\r\n2,Tap,0\r\n3,,\r\n');
    expect((await copied(page, 'Copy as Markdown')).split('\n')[2]).toBe('| 1 | Bag |  |');
  });

  test('CSV is plain text', async () => {
    const page = await ArrangedTablePage.open();
    page.chip('⚪').click();
    expect(await copied(page, 'Copy as CSV')).toBe(
      'Tier,Way,Used by,"Gain (🟢=tastes good, ⚪=so so)",Price\r\n' +
        '4,Powder,Machines,⚪ instant,💰 tin\r\n' +
        '6,Sachet,Offices,"🟢 neat, ⚪ loud",🧊 ice\r\n',
    );
  });
});

describe('Other tables', () => {
  test('Are sorted, filtered and copied; they have no ranking and no weights', async () => {
    const text =
      '## Ways\n\n| Metric | This |\n|---|---|\n| Steep | 10 minutes |\n| Cool | 2 hours |\n| Boil | 90 s |\n';
    const page = await ArrangedTablePage.open(text);
    one(page.el, '[data-section="tables"] > [role="button"]').click();
    const names = (): string[] =>
      all(page.table, 'tbody .mod-subject .idea-tiers-cell-text').map((el) => el.textContent);
    page.choose('Sort', 'This, lowest first');
    expect(names()).toEqual(['Boil', 'Steep', 'Cool']);
    page.button('Filter').click();
    page.search('oo');
    expect(names()).toEqual(['Cool']);
    expect(all(page.el, '.idea-tiers-rank-by:not(.is-empty)')).toHaveLength(0);
    expect(all(page.el, '.mod-under')).toHaveLength(0);
    expect(page.menu('More actions')).not.toContain('Add score column…');
  });

  test('Draw up to 200 rows, then all when asked', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => `| Cup ${index} | ${index} |`).join('\n');
    const page = await ArrangedTablePage.open(`## Ways\n\n| Cup | Size |\n|---|---|\n${rows}\n`);
    one(page.el, '[data-section="tables"] > [role="button"]').click();
    const drawn = (): number => all(page.table, 'tbody > tr').length;
    expect(drawn()).toBe(200);
    page.button('Show all 230').click();
    expect(drawn()).toBe(230);
  });

  test('That come into sight take the place of those that leave it, with nothing left of them', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => `| Cup ${index} | ${index} |`).join('\n');
    const page = await ArrangedTablePage.open(`## Ways\n\n| Cup | Size |\n|---|---|\n${rows}\n`);
    one(page.el, '[data-section="tables"] > [role="button"]').click();
    const shown = (): HTMLElement[] => all(page.table, 'tbody > tr');
    const before = new Set(shown());
    const [first] = before;
    if (!first) throw new Error('no rows');
    one(first, '.idea-tiers-rung-toggle').click();
    expect(all(page.table, '.is-open, .idea-tiers-detail').length).toBeGreaterThan(0);
    page.choose('Sort', 'Size, highest first');
    const names = shown().map((row) => one(row, '.mod-subject .idea-tiers-cell-text').textContent);
    expect(names).toEqual(Array.from({ length: 200 }, (_, index) => `Cup ${229 - index}`));
    expect(shown().every((row) => before.has(row))).toBe(true);
    expect(all(page.table, '.is-open, .idea-tiers-detail')).toHaveLength(0);
    expect(first.dataset.row).not.toBe('0');
  });
});

test('A table of rungs alone says each rung once', async () => {
  const page = await ArrangedTablePage.open(`## Ways\n\n| Tier |\n|---|\n| 1 |\n| 2 |\n`);
  const seen = all(page.table, 'tbody > tr').map((row) =>
    all(row, '.idea-tiers-rung-toggle, .idea-tiers-cell-text, .idea-tiers-hint, .idea-tiers-strip')
      .map((el) => el.textContent)
      .join(''),
  );
  expect(seen).toEqual(['1', '2']);
  expect(named(page.el, '[role="table"]', TABLE)).toBe(page.table);
});

describe('A table far wider than anybody looks at', () => {
  const text = WIDE_TEXT;

  test('Draws its first columns, and says how many there are besides', async () => {
    const page = await ArrangedTablePage.open(text);
    expect(all(page.table, '[role="columnheader"]')).toHaveLength(MOST_COLUMNS);
    expect(all(page.table, 'th, td').length).toBeLessThan((MOST_COLUMNS + 3) * 30);
    expect(page.said).toEqual(['Too wide to show completely: 4,900 more columns in the note']);
    page.unfold('Weights');
    page.button('Filter').click();
    expect(all(page.el, 'select').filter((el) => el.querySelectorAll('option').length > MOST_COLUMNS + 1)).toEqual([]);
    expect(page.menu('Columns')).toHaveLength(MOST_COLUMNS - 2);
    expect(all(page.el, '.idea-tiers-role')).toHaveLength(MOST_COLUMNS - 2);
    expect(page.menu('Sort').length).toBeLessThan(3 * MOST_COLUMNS);
  });

  test('Draws a further one where one is hidden', async () => {
    const page = await ArrangedTablePage.open(text);
    page.button('Filter').click();
    page.choose('Columns', 'a');
    expect(all(page.table, '[role="columnheader"]')).toHaveLength(MOST_COLUMNS);
    expect(page.said).toEqual(['Too wide to show completely: 4,899 more columns in the note', '1 column hiddenClear']);
  });
});
