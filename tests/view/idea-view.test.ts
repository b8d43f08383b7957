import { describe, expect, test } from 'vitest';
import { all, listNamed, named, one, openSidebar } from './open-sidebar';

const TEA = 'Drinks/Ways to make tea.md';

describe('What the sidebar shows of a note', () => {
  test("The relation lists hold the note's ideas by the names of their notes", async () => {
    const { el, openNote } = await openSidebar();
    await openNote(TEA);
    const names = (list: string): string[] =>
      all(listNamed(el, list), 'a.idea-tiers-primary').map((link) => link.textContent);
    expect(names('Upstream ideas')).toEqual(['Hot drinks', 'Missing leaf']);
    expect(names('Downstream ideas')).toEqual(['Green tea']);
    expect(names('Direct ideas')).toEqual(['Kettle']);
  });

  test('A tier table is a table named by its caption, with a row a rung and its legend as chips', async () => {
    const { el, openNote } = await openSidebar();
    await openNote(TEA);
    const table = named(el, '[role="table"]', 'Ways, ranked');
    expect(all(table, 'tbody [role="row"]')).toHaveLength(3);
    expect(all(table, '[role="columnheader"]').map((header) => header.getAttribute('aria-sort'))).toEqual(
      Array.from({ length: 5 }, () => 'none'),
    );
    expect(all(el, '.idea-tiers-chip').map((chip) => chip.textContent)).toEqual(['🟢tastes good', '⚪so so']);
  });

  test('The jump bar counts rungs, ideas without sources, and finished steps', async () => {
    const { el, openNote } = await openSidebar();
    await openNote(TEA);
    expect(all(el, '.idea-tiers-jump').map((jump) => jump.textContent)).toEqual(['Tiers 3', 'Ideas 4', 'Steps 3/3']);
    expect(one(el, '.idea-tiers-name-text').textContent).toBe('Ways to make tea');
  });
});
