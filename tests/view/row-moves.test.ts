import { describe, expect, test } from 'vitest';
import { all } from './open-sidebar';
import { ArrangedTablePage, WAYS } from './arranged-table';
import { eventually } from '../eventually';

const SHARED = `## Ways

| Tier | Way | Gain | Price |
|---|---|---|---|
| S | Leaf | 🟢🟢🟢 | 💰 |
| A | Bag | 🟢 | 💰 |
| A | Powder | 🟢🟢 | 💰💰 |
| B | Tap | 🟢 | 💰💰💰💰 |
`;

const LIST = `## S Tier

- [[Leaf]] — best
- Bag

## A Tier

## B Tier

- Tap
`;

/** Rungs and things in the order shown: `S Leaf`. */
function rows(page: ArrangedTablePage): string[] {
  return all(page.el, 'tr.idea-tiers-row').map((row) =>
    ['.idea-tiers-rung-toggle', '.mod-subject .idea-tiers-cell-text']
      .map((part) => row.querySelector(part)?.textContent ?? '')
      .join(' '),
  );
}

function rowOf(page: ArrangedTablePage, thing: string): HTMLElement {
  const found = all(page.el, 'tr.idea-tiers-row').find((row) => row.textContent.includes(thing));
  if (!found) throw new Error(`no row of ${thing}`);
  return found;
}

function press(page: ArrangedTablePage, thing: string, key: string): void {
  const buttonEl = rowOf(page, thing).querySelector<HTMLElement>('.idea-tiers-rung-toggle');
  buttonEl?.focus();
  buttonEl?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }));
}

const bar = (page: ArrangedTablePage): string[] =>
  all(page.el, '.idea-tiers-moves .idea-tiers-status-line:not(.is-empty, :empty)').map((line) =>
    [...line.children]
      .filter((child) => !child.hasClass('is-empty'))
      .map((child) => child.textContent)
      .join('|'),
  );

const marked = (page: ArrangedTablePage): string[] =>
  all(page.el, '.is-moved .idea-tiers-rung-toggle').map((el) => el.textContent);

describe('Moving rows', () => {
  test('Alt and an arrow move a row past its equals and onto the rung of the next; the focus stays on it', async () => {
    const page = await ArrangedTablePage.open(SHARED);
    press(page, 'Powder', 'ArrowUp');
    expect(rows(page)).toEqual(['S Leaf', 'A Powder', 'A Bag', 'B Tap']);
    press(page, 'Powder', 'ArrowUp');
    expect(rows(page)).toEqual(['S Leaf', 'S Powder', 'A Bag', 'B Tap']);
    expect(marked(page)).toEqual(['S']);
    expect(rowOf(page, 'Powder').contains(document.activeElement)).toBe(true);
    expect(all(page.el, '[role="status"]').map((el) => el.textContent)).toContain('On S, row 2 of 4: Powder');
  });

  test('What is moved is what is ranked, sorted and filtered, each of which says that it shows another order', async () => {
    const page = await ArrangedTablePage.open(SHARED);
    press(page, 'Tap', 'ArrowUp');
    expect(rows(page).at(-1)).toBe('A Tap');
    page.choose('Rank by', 'Value for cost');
    expect(rows(page)).toEqual(['S Leaf', 'A Bag', 'A Powder', 'A Tap']);
    const other = 'Shown in another order; rows are moved in the note’s.|As written';
    expect(bar(page)).toContain(other);
    press(page, 'Powder', 'ArrowUp');
    expect(rows(page)).toEqual(['S Leaf', 'A Bag', 'A Powder', 'A Tap']);
    page.button('As written').click();
    expect(bar(page)).not.toContain(other);
    page.choose('Sort', 'Way, descending');
    expect(bar(page)).toContain(other);
    page.choose('Sort: ↓ Way', 'As written');
    page.button('Filter').click();
    page.search('ea');
    expect(bar(page)).toContain('Some rows are hidden; a moved row passes them, too.');
  });

  test('In a filtered view a row goes past the rows that are hidden', async () => {
    const page = await ArrangedTablePage.open(SHARED);
    page.button('Filter').click();
    page.search('💰💰');
    page.search('p');
    expect(rows(page)).toEqual(['A Powder', 'B Tap']);
    press(page, 'Tap', 'ArrowUp');
    expect(rows(page)).toEqual(['A Powder', 'A Tap']);
    press(page, 'Tap', 'ArrowUp');
    expect(rows(page)).toEqual(['A Tap', 'A Powder']);
  });

  test('Where each row has its own rung, the rows between are renumbered', async () => {
    const page = await ArrangedTablePage.open();
    press(page, 'Cold brew', 'ArrowUp');
    press(page, 'Cold brew', 'ArrowUp');
    expect(rows(page).slice(0, 4)).toEqual(['1 Cold brew', '2 Loose leaf', '3 Bag', '4 Powder']);
    expect(marked(page)).toEqual(['1', '2', '3']);
    press(page, 'Cold brew', 'ArrowUp');
    expect(all(page.el, '[role="status"]').map((el) => el.textContent)).toContain('No further rung: Cold brew');
  });

  test('Moves back to where the rows were leave nothing that waits', async () => {
    const page = await ArrangedTablePage.open();
    press(page, 'Cold brew', 'ArrowUp');
    expect(bar(page)).toContain('Not written yet:|Write…|Discard');
    press(page, 'Cold brew', 'ArrowDown');
    expect(bar(page).filter((line) => line.includes('Discard'))).toEqual([]);
  });

  test('What waits lives in the view’s state, and is told to be of another text once the table was changed', async () => {
    const page = await ArrangedTablePage.open(SHARED);
    press(page, 'Tap', 'ArrowUp');
    const state = JSON.stringify(page.sidebar.view.getState());
    expect(state).toContain('"rungs":[0,1,1,1]');
    await page.sidebar.openNote('Plain.md');
    await page.sidebar.openNote(WAYS);
    expect(rows(page).at(-1)).toBe('A Tap');
    const file = page.sidebar.host.app.vault.getFileByPath(WAYS);
    if (!file) throw new Error('no note');
    await page.sidebar.host.app.vault.modify(file, SHARED.replace('Bag', 'Bags'));
    await eventually(() => expect(rows(page)).toContain('A Bags'));
    expect(rows(page).at(-1)).toBe('B Tap');
    expect(bar(page)).toContain('The note was changed since:|Discard');
    page.button('Discard').click();
    expect(bar(page)).toEqual([]);
  });

  test('A row’s menu names the rungs that it can be moved to', async () => {
    const page = await ArrangedTablePage.open(SHARED);
    rowOf(page, 'Leaf').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    expect(all(document, '.menu-item').map((item) => item.textContent)).toEqual([
      'Move to S',
      'Move to A',
      'Move to B',
    ]);
    page.entry('Move to B').click();
    expect(rows(page)).toEqual(['A Bag', 'A Powder', 'B Tap', 'B Leaf']);
    rowOf(page, 'Leaf').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    page.entry('Move to S').click();
    expect(rows(page)).toEqual(['S Leaf', 'A Bag', 'A Powder', 'B Tap']);
  });

  test('Items of a tier list move onto empty rungs, and leave empty ones behind', async () => {
    const page = await ArrangedTablePage.open(LIST);
    expect(rows(page)).toEqual(['S Leaf — best', 'S Bag', 'A ', 'B Tap']);
    press(page, 'Tap', 'ArrowUp');
    expect(rows(page)).toEqual(['S Leaf — best', 'S Bag', 'A Tap', 'B ']);
    press(page, 'Tap', 'ArrowUp');
    expect(rows(page)).toEqual(['S Leaf — best', 'S Bag', 'S Tap', 'A ', 'B ']);
    press(page, 'Tap', 'ArrowDown');
    press(page, 'Tap', 'ArrowDown');
    expect(rows(page)).toEqual(['S Leaf — best', 'S Bag', 'A ', 'B Tap']);
    expect(bar(page).filter((line) => line.includes('Discard'))).toEqual([]);
  });

  test('A table without rungs has nothing to move', async () => {
    const page = await ArrangedTablePage.open('## Ways\n\n| Way | Price |\n|---|---|\n| x | 💰 |\n| y | 💰💰 |\n');
    expect(all(page.el, '.idea-tiers-moves-hint:not(:empty)')).toEqual([]);
  });
});
