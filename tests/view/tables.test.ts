import { MarkdownView } from 'obsidian';
import { describe, expect, test } from 'vitest';
import { all, named, one, openSidebar, type OpenSidebar } from './open-sidebar';

const TEA = 'Drinks/Ways to make tea.md';

async function openTable(text?: string): Promise<OpenSidebar> {
  const sidebar = await openSidebar(text === undefined ? {} : { files: { [TEA]: text } });
  await sidebar.openNote(TEA);
  return sidebar;
}

const ranks = (table: HTMLElement): string[] => all(table, '.idea-tiers-rung-toggle').map((el) => el.textContent);
const strips = (table: HTMLElement, side: 'value' | 'cost'): string[] =>
  all(table, `.mod-${side} .idea-tiers-strip`).map((el) => el.textContent);

function chooseInMenu(title: string): void {
  const item = all(document, '.menu-item').find((candidate) => candidate.textContent === title);
  if (!item) throw new Error(`the menu has no ${title}`);
  item.click();
}

describe('A tier table', () => {
  test('It is named by its caption, has a row a rung, unsorted headers, and its legend as chips', async () => {
    const { el } = await openTable();
    const table = named(el, '[role="table"]', 'Ways, ranked');
    expect(ranks(table)).toEqual(['1', '2', '3']);
    expect(all(table, '[role="columnheader"]').map((header) => header.getAttribute('aria-sort'))).toEqual(
      Array.from({ length: 5 }, () => 'none'),
    );
    expect(all(el, '.idea-tiers-chip').map((chip) => chip.textContent)).toEqual(['🟢tastes good', '⚪so so']);
  });

  test('Marks that count as a cost stand apart; more than three repeats become a number', async () => {
    const { el } = await openTable();
    const table = named(el, '[role="table"]', 'Ways, ranked');
    expect(strips(table, 'value')).toEqual(['🟢🟢', '⚪', '']);
    expect(strips(table, 'cost')).toEqual(['💰×5', '💰', '']);
    expect(one(table, '.idea-tiers-row:first-child .mod-value [role="img"]').getAttribute('aria-label')).toBe(
      '🟢 tastes good ×2',
    );
  });

  test('Marks are drawn in colour, however their author typed them', async () => {
    const { el } = await openTable('|Tier|Way|Gain (❤=loved)|\n|-|-|-|\n|1|Leaf|❤️❤, ✔ so|\n|2|Bag|⚠|\n');
    expect(strips(el, 'value')).toEqual(['❤\uFE0F❤\uFE0F✔', '⚠\uFE0F']);
    expect(one(el, '.idea-tiers-chip').textContent).toBe('❤\uFE0Floved');
  });

  test('A row without marks shows its first other cell', async () => {
    const { el } = await openTable();
    const hints = all(el, '.idea-tiers-hint:not(:empty)').map((hint) => hint.textContent);
    expect(hints).toEqual(['Machines']);
  });

  test('A row unfolds in place to its further cells, and goes to its line in the note', async () => {
    const sidebar = await openTable();
    const row = one(sidebar.el, '.idea-tiers-row:first-child');
    const toggle = one(row, '.idea-tiers-rung-toggle');
    toggle.click();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    const lines = all(row, '.idea-tiers-detail-line').map((line) =>
      all(line, ':scope > span').map((el) => el.textContent),
    );
    expect(lines).toEqual([
      ['Used by', 'Patient people'],
      ['Gain', '🟢 depth, 🟢 smell'],
      ['Price', '💰💰💰💰💰 slow'],
    ]);
    one(row, '.idea-tiers-detail button').click();
    await sidebar.host.settle();
    const view = sidebar.host.app.workspace.getMostRecentLeaf()?.view;
    if (!(view instanceof MarkdownView)) throw new Error('the note is not open');
    expect(view.editor.getLine(view.editor.getCursor().line)).toContain('Loose leaf');
    toggle.click();
    expect(all(row, '.idea-tiers-detail')).toHaveLength(0);
  });

  test('The sort button orders the rows for the eye only, and back', async () => {
    const sidebar = await openTable();
    const table = named(sidebar.el, '[role="table"]', 'Ways, ranked');
    const before = await sidebar.host.app.vault.read(sidebar.file(TEA));
    const sort = one(sidebar.el, '.idea-tiers-sort');
    sort.click();
    chooseInMenu('Tier, descending');
    expect(ranks(table)).toEqual(['3', '2', '1']);
    expect(sort.textContent).toBe('↓ Tier');
    expect(all(table, '[role="columnheader"]')[0]?.getAttribute('aria-sort')).toBe('descending');
    sort.click();
    chooseInMenu('Way, ascending');
    expect(ranks(table)).toEqual(['2', '1', '3']);
    sort.click();
    chooseInMenu('As written');
    expect(ranks(table)).toEqual(['1', '2', '3']);
    expect(await sidebar.host.app.vault.read(sidebar.file(TEA))).toBe(before);
  });

  test('Rungs are ordered by their value, not by their text', async () => {
    const rows = [10, 2, 1].map((rank) => `| ${rank} | Cup ${rank} |`).join('\n');
    const { el } = await openTable(`## Cups\n\n| Tier | Cup |\n|---|---|\n${rows}\n`);
    const table = named(el, '[role="table"]', 'Cups');
    all(table, '.idea-tiers-header-sort')[0]?.click();
    expect(ranks(table)).toEqual(['1', '2', '10']);
  });

  test('Up to 25 rungs are shown, then all when asked', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| ${index + 1} | Cup ${index + 1} |`).join('\n');
    const { el } = await openTable(`## Cups\n\n| Tier | Cup |\n|---|---|\n${rows}\n`);
    const table = named(el, '[role="table"]', 'Cups');
    expect(ranks(table)).toHaveLength(25);
    const showAll = one(el, '.idea-tiers-table-box > .idea-tiers-show-all');
    expect(showAll.textContent).toBe('Show all 30');
    showAll.click();
    expect(ranks(table)).toHaveLength(30);
    // The button is gone: the keyboard goes on at the first row that it brought.
    expect(document.activeElement?.textContent).toBe('26');
  });

  test('A second table of one caption is told by a number', async () => {
    const table = '| Tier | Cup |\n|---|---|\n| 1 | Big |\n| 2 | Small |\n';
    const { el } = await openTable(`## Cups\n\n${table}\nand\n\n${table}`);
    named(el, '[role="table"]', 'Cups');
    named(el, '[role="table"]', 'Cups (2)');
  });
});

describe('Other tables', () => {
  test('They are folded, and built when they are unfolded', async () => {
    const { el } = await openTable();
    const section = one(el, '[data-section="tables"]');
    expect(all(section, 'table')).toHaveLength(0);
    one(section, ':scope > [role="button"]').click();
    const table = named(section, '[role="table"]', 'Temperatures');
    expect(all(table, 'tbody [role="row"]')).toHaveLength(2);
  });
});

describe('A tier list', () => {
  const TEXT = '# Best tea\n\n## S Tier\n\n- [[Leaf tea]] — slow\n- cold brew\n\n## A Tier\n\n[[Bag tea]]\n';

  test('It stands among the tier tables, a row an item, named by its caption, its links live', async () => {
    const { el } = await openTable(TEXT);
    const table = named(el, '[role="table"]', 'Best tea');
    expect(ranks(table)).toEqual(['S', 'S', 'A']);
    expect(all(table, '.mod-subject .idea-tiers-cell-text').map((cell) => cell.textContent)).toEqual([
      'Leaf tea — slow',
      'cold brew',
      'Bag tea',
    ]);
    expect(all(table, '.mod-subject a').map((link) => link.textContent)).toEqual(['Leaf tea', 'Bag tea']);
  });

  test('A row goes to the line of its item', async () => {
    const sidebar = await openTable(TEXT);
    const row = one(sidebar.el, '.idea-tiers-row:last-child');
    one(row, '.idea-tiers-rung-go').click();
    await sidebar.host.settle();
    expect(sidebar.view.app.workspace.getActiveViewOfType(MarkdownView)?.editor.getCursor().line).toBe(9);
  });

  test('It is copied as tables are, and offers nothing that would write a table into the note', async () => {
    const { el } = await openTable(TEXT);
    one(el, '.idea-tiers-table-more').click();
    expect(all(document, '.menu-item').map((item) => item.textContent)).toEqual([
      'Copy as Markdown',
      'Copy as CSV',
      'Copy for a spreadsheet',
    ]);
    const copied: string[] = [];
    Object.defineProperty(window.navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    chooseInMenu('Copy as Markdown');
    expect(copied).toEqual([
      '| Tier | Item |\n| --- | --- |\n| S | [[Leaf tea]] — slow |\n| S | cold brew |\n| A | [[Bag tea]] |\n',
    ]);
  });
});
