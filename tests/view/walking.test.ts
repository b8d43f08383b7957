import { afterEach, describe, expect, test } from 'vitest';
import { IDEA_VIEW_TYPE } from '../../src/view/core/idea-view';
import { all, one, openSidebar, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

afterEach(() => document.body.empty());

const FILES = {
  'Low.md': '## Upstream ideas\n\n- [[Middle]] — next\n- [[Other]]\n\n## Downstream ideas\n\n- [[Deep]]\n',
  'Middle.md': '## Upstream ideas\n\n- [[High]]\n- [[Top]]\n\n## Downstream ideas\n\n- [[Deep]]\n- [[Low]]\n',
  'High.md': '## Downstream ideas\n\n- [[Middle]]\n',
  'Top.md': 'Nothing is above.\n',
  'Other.md': '',
  'Deep.md': '',
};

const press = (key: string, more: KeyboardEventInit = {}): void =>
  void document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const focused = (): string | undefined => document.activeElement?.textContent ?? undefined;
const isInSidebar = ({ el }: OpenSidebar): boolean => el.contains(document.activeElement);
const shownName = ({ el }: OpenSidebar): string => one(el, '.idea-tiers-name-text').textContent;

async function openLow(): Promise<OpenSidebar> {
  const sidebar = await openSidebar({ files: FILES });
  await sidebar.openNote('Low.md');
  return sidebar;
}
const focus = ({ el }: OpenSidebar, name: string): void =>
  all(el, '.idea-tiers-entry-link')
    .find(({ textContent }) => textContent === name)
    ?.focus();
const run = async (sidebar: OpenSidebar, id: string): Promise<void> => {
  sidebar.host.app.commands.executeCommandById(`idea-tiers:${id}`);
  await sidebar.host.settle();
};

describe('From the keyboard', () => {
  test('Open sidebar goes to the first idea, also in a sidebar that was not open', async () => {
    const sidebar = await openLow();
    await run(sidebar, 'open-sidebar');
    expect(focused()).toBe('Middle');
    sidebar.host.app.workspace.detachLeavesOfType(IDEA_VIEW_TYPE);
    await run(sidebar, 'open-sidebar');
    await eventually(() => expect(focused()).toBe('Middle'));
  });

  test('it passes over a link of the note to itself, from which Enter leads nowhere', async () => {
    const sidebar = await openSidebar({
      files: { ...FILES, 'Loop.md': '## Upstream ideas\n\n- [[Loop]]\n- [[High]]\n' },
    });
    await sidebar.openNote('Loop.md');
    await run(sidebar, 'open-sidebar');
    expect(focused()).toBe('High');
  });

  test('where there is no idea, it goes to the first section', async () => {
    const sidebar = await openSidebar({ files: { 'Bare.md': '| Tier | Way |\n|---|---|\n| 1 | a |\n| 2 | b |\n' } });
    await sidebar.openNote('Bare.md');
    await run(sidebar, 'open-sidebar');
    expect(document.activeElement?.getAttribute('role')).toBe('button');
    expect(isInSidebar(sidebar)).toBe(true);
  });

  test('Enter opens the note, and goes on to its first idea of the same relation', async () => {
    const sidebar = await openLow();
    focus(sidebar, 'Middle');
    press('Enter');
    await eventually(() => expect(shownName(sidebar)).toBe('Middle'));
    await eventually(() => expect(focused()).toBe('High'));
    expect(isInSidebar(sidebar)).toBe(true);
    focus(sidebar, 'Deep');
    press('Enter');
    await eventually(() => expect(shownName(sidebar)).toBe('Deep'));
    // Nothing is below that: the first of all.
    await eventually(() => expect(focused()).toBe('Low'));
  });

  test('where Enter leads to no note, one can be made, and the focus goes on there', async () => {
    const sidebar = await openSidebar({ files: { ...FILES, 'Edge.md': '## Upstream ideas\n\n- [[Nowhere]]\n' } });
    await sidebar.openNote('Edge.md');
    focus(sidebar, 'Nowhere');
    press('Enter');
    one(document, '.modal .mod-cta').click();
    await eventually(() => expect(shownName(sidebar)).toBe('Nowhere'));
    await eventually(() => expect(focused()).toBe('Edge'));
    expect(isInSidebar(sidebar)).toBe(true);
  });

  test('Alt and the left arrow go back, to the idea that one came by; Escape goes to the editor', async () => {
    const sidebar = await openLow();
    focus(sidebar, 'Deep');
    press('Enter');
    await eventually(() => expect(shownName(sidebar)).toBe('Deep'));
    press('ArrowLeft', { altKey: true });
    await eventually(() => expect(shownName(sidebar)).toBe('Low'));
    await eventually(() => expect(focused()).toBe('Deep'));
    press('Escape');
    expect(isInSidebar(sidebar)).toBe(false);
    expect(sidebar.host.app.workspace.getMostRecentLeaf()?.view.getViewType()).toBe('markdown');
  });

  test('a note that is opened otherwise does not draw the focus into the sidebar', async () => {
    const sidebar = await openLow();
    focus(sidebar, 'Other');
    press('Enter');
    await eventually(() => expect(shownName(sidebar)).toBe('Other'));
    press('Escape');
    await sidebar.openNote('Middle.md');
    await eventually(() => expect(shownName(sidebar)).toBe('Middle'));
    expect(isInSidebar(sidebar)).toBe(false);
  });

  test('in a pinned sidebar the focus stays where it was', async () => {
    const sidebar = await openLow();
    sidebar.view.togglePin();
    focus(sidebar, 'Middle');
    press('Enter');
    await eventually(() => expect(sidebar.host.app.workspace.getActiveFile()?.path).toBe('Middle.md'));
    await eventually(() => expect(focused()).toBe('Middle'));
    expect(shownName(sidebar)).toBe('Low');
  });

  test('the right and the left arrow unfold and fold an idea, then go to its button and its section', async () => {
    const sidebar = await openLow();
    focus(sidebar, 'Middle');
    const entryEl = document.activeElement?.closest('li');
    press('ArrowRight');
    expect(entryEl?.classList.contains('is-open')).toBe(true);
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-haspopup')).toBe('menu');
    press('ArrowLeft');
    expect(focused()).toBe('Middle');
    press('ArrowLeft');
    expect(entryEl?.classList.contains('is-open')).toBe(false);
    press('ArrowLeft');
    expect(focused()).toBe('Upstream2');
    press('ArrowLeft');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
    press('ArrowDown');
    expect(focused()).toBe('Downstream1');
    press('ArrowUp');
    press('ArrowUp');
    expect(focused()).toBe('Ideas');
  });
});
