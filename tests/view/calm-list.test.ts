import { afterEach, describe, expect, test, vi } from 'vitest';
import { createHost } from '../host/boot';
import { garble } from '../repair/garble';
import { all, listNamed, one, openSidebar, openSidebarIn, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

afterEach(() => document.body.empty());

const entry = ({ el }: OpenSidebar, name: string): HTMLElement => {
  const found = all(el, '.idea-tiers-entry').find((each) => one(each, '.idea-tiers-entry-link').textContent === name);
  if (!found) throw new Error(`no entry ${name}`);
  return found;
};
const words = (el: HTMLElement): string => one(el, '.idea-tiers-description:not(.is-empty)').textContent;
const said = (el: HTMLElement): string => one(el, '.idea-tiers-said').textContent;
const isOpen = (el: HTMLElement): boolean => el.classList.contains('is-open');

const BOWL = '## Upstream ideas\n\n- [[Clay]] — wet, with a [[Wheel]]\n- [[Bowl]]\n- [[No such]]\n- [[Answer]]\n';
const FILES = {
  'Bowl.md': BOWL,
  'Clay.md': '',
  'Wheel.md': '',
  'Cup.md': '---\ndescription: A small vessel.\n---\n## Upstream ideas\n\n- [[Bowl]] — all bowls hold.\n',
  'Plate.md':
    '# Plate\n\n**Up:**\n[[Bowl]]\n\n> A flat *thing*. And more of it.\n\n## Upstream ideas\n\n- [[Bowl]] — said of the bowl.\n',
  'Tile.md': '## Upstream ideas\n\n- [[Bowl]]\n',
  'Answer.md': 'What answers itself. It does.\n\n## Downstream ideas\n\n- [[Bowl]] — told there.\n',
};
const openBowl = async (files: Record<string, string> = FILES): Promise<OpenSidebar> => {
  const sidebar = await openSidebar({ files });
  await sidebar.openNote('Bowl.md');
  return sidebar;
};

describe('An entry of the idea lists', () => {
  test('has its name and one button besides', async () => {
    const sidebar = await openBowl();
    await eventually(() => entry(sidebar, 'Cup'));
    for (const name of ['Bowl', 'No such', 'Cup'])
      expect(all(entry(sidebar, name), 'a, button').map((el) => el.tagName)).toEqual(['A', 'BUTTON']);
  });

  test('that only the other note lists shows what that says of itself, and of this note when unfolded', async () => {
    const sidebar = await openBowl();
    await eventually(() => entry(sidebar, 'Tile'));
    const [cup, plate] = [entry(sidebar, 'Cup'), entry(sidebar, 'Plate')];
    expect(words(cup)).toBe('A small vessel.');
    await eventually(() => expect(words(plate)).toBe('A flat thing.'));
    expect(said(plate)).toBe('Of this note it says: said of the bowl.');
    one(plate, '.idea-tiers-description').click();
    expect(isOpen(plate)).toBe(true);
    expect(isOpen(cup)).toBe(false);
    one(plate, '.idea-tiers-description').click();
    expect(isOpen(plate)).toBe(false);
    expect(said(entry(sidebar, 'Tile'))).toBe('');
    expect(entry(sidebar, 'Tile').querySelector('[aria-expanded]')).toBeNull();
  });

  test('reads what a garbled note says of itself as it reads repaired', async () => {
    const links = '## Upstream ideas\n\n- [[Bowl]]\n';
    const sidebar = await openBowl({
      'Bowl.md': BOWL,
      'Cup.md': garble(`---\ndescription: Небольшой сосуд с ручкой.\n---\n${links}`, 'macintosh'),
      'Plate.md': garble(`Плоская вещь для еды. И ещё слова.\n\n${links}`, 'macintosh'),
    });
    await eventually(() => expect(words(entry(sidebar, 'Cup'))).toBe('Небольшой сосуд с ручкой.'));
    await eventually(() => expect(words(entry(sidebar, 'Plate'))).toBe('Плоская вещь для еды.'));
  });

  test('that both list, and only the other one describes, speaks of itself as well', async () => {
    const sidebar = await openBowl();
    const answer = entry(sidebar, 'Answer');
    await eventually(() => expect(words(answer)).toBe('What answers itself.'));
    expect(said(answer)).toBe('Of this note it says: told there.');
  });

  test('reads another note for its first sentence once, and none that describes itself', async () => {
    const host = createHost({ files: FILES });
    const reads = vi.spyOn(host.app.vault, 'cachedRead');
    const sidebar = await openSidebarIn(host);
    await sidebar.openNote('Bowl.md');
    await eventually(() => expect(words(entry(sidebar, 'Plate'))).toBe('A flat thing.'));
    await host.settle();
    reads.mockClear();
    await sidebar.openNote('Wheel.md');
    await sidebar.openNote('Bowl.md');
    await eventually(() => expect(words(entry(sidebar, 'Plate'))).toBe('A flat thing.'));
    expect(reads.mock.calls.map(([{ path }]) => path)).toEqual(['Wheel.md', 'Bowl.md']);
  });

  test('says anew what the other note says of itself when that has changed', async () => {
    const sidebar = await openBowl();
    await eventually(() => expect(words(entry(sidebar, 'Plate'))).toBe('A flat thing.'));
    await sidebar.host.app.vault.modify(
      sidebar.file('Plate.md'),
      'Round and flat.\n\n## Upstream ideas\n\n- [[Bowl]]\n',
    );
    await eventually(() => expect(words(entry(sidebar, 'Plate'))).toBe('Round and flat.'));
  });

  test('waits for the one note that Obsidian has not read yet, and not for all others', async () => {
    const host = createHost({ files: FILES });
    const { metadataCache, vault } = host.app;
    const isRead = vi.spyOn(metadataCache, 'getFileCache').mockReturnValue(null);
    const sidebar = await openSidebarIn(host);
    await sidebar.openNote('Bowl.md');
    await eventually(() => entry(sidebar, 'Cup'));
    expect(entry(sidebar, 'Cup').querySelector('.idea-tiers-description:not(.is-empty)')).toBeNull();
    isRead.mockRestore();
    const cup = vault.getFileByPath('Cup.md');
    metadataCache.trigger('changed', cup, FILES['Cup.md'], cup && metadataCache.getFileCache(cup));
    await eventually(() => expect(words(entry(sidebar, 'Cup'))).toBe('A small vessel.'));
  });

  test('unfolds by its description, and by no link in it', async () => {
    const sidebar = await openBowl();
    const clay = entry(sidebar, 'Clay');
    expect(one(clay, '.idea-tiers-entry-link').getAttribute('aria-expanded')).toBe('false');
    one(clay, '.idea-tiers-description').click();
    expect(isOpen(clay)).toBe(true);
    expect(one(clay, '.idea-tiers-entry-link').getAttribute('aria-expanded')).toBe('true');
    one(clay, '.idea-tiers-description a').click();
    expect(isOpen(clay)).toBe(true);
  });

  test('is muted where it is the note itself', async () => {
    const sidebar = await openBowl();
    expect(all(sidebar.el, '.idea-tiers-entry.mod-self')).toEqual([entry(sidebar, 'Bowl')]);
  });

  test('may have its name broken after an underscore, and nowhere in a word', async () => {
    const sidebar = await openBowl({
      'Bowl.md': '## Upstream ideas\n\n- [[10_Modern_Bowls]]\n- [[_a]]\n',
      '10_Modern_Bowls.md': '',
    });
    const linkEl = one(entry(sidebar, '10_Modern_Bowls'), 'a');
    expect([...linkEl.childNodes].map((node) => node.textContent || node.nodeName)).toEqual([
      '10_',
      'WBR',
      'Modern_',
      'WBR',
      'Bowls',
    ]);
    expect(one(entry(sidebar, '_a'), 'a').querySelectorAll('wbr')).toHaveLength(1);
  });
});

describe('A list of more than fifteen', () => {
  const numbers = Array.from({ length: 24 }, (_, at) => at + 1);
  const list = (count: number): string =>
    `## Upstream ideas\n\n${numbers
      .slice(0, count)
      .map((n) => `- [[Idea ${n}]] — ${n === 23 ? 'Тёплый' : 'cold'}\n`)
      .join('')}`;
  const filterOf = ({ el }: OpenSidebar): HTMLInputElement | null =>
    el.querySelector<HTMLInputElement>('.idea-tiers-relation > input:not(.is-empty)');
  const names = ({ el }: OpenSidebar): string[] =>
    all(listNamed(el, 'Upstream ideas'), '.idea-tiers-entry-link').map((each) => each.textContent);
  const type = (inputEl: HTMLInputElement | null, text: string): void => {
    if (!inputEl) throw new Error('no filter');
    inputEl.value = text;
    inputEl.dispatchEvent(new Event('input', { bubbles: true }));
  };

  test('is filtered by name and by what is said, however that is spelt', async () => {
    const sidebar = await openSidebar({ files: { 'Many.md': list(24), 'Few.md': list(15) } });
    await sidebar.openNote('Many.md');
    type(filterOf(sidebar), 'теплый');
    expect(names(sidebar)).toEqual(['Idea 23']);
    expect(one(sidebar.el, '.idea-tiers-entry-link').tabIndex).toBe(0);
    type(filterOf(sidebar), 'idea 2');
    expect(names(sidebar)).toEqual(['Idea 2', 'Idea 20', 'Idea 21', 'Idea 22', 'Idea 23', 'Idea 24']);
    await sidebar.openNote('Few.md');
    expect(filterOf(sidebar)).toBeNull();
    expect(names(sidebar)).toHaveLength(15);
    await sidebar.openNote('Many.md');
    expect(filterOf(sidebar)?.value).toBe('');
    expect(names(sidebar)).toHaveLength(20);
  });

  test('takes what is typed at an entry, and Escape takes it away again', async () => {
    const sidebar = await openSidebar({ files: { 'Many.md': list(24) } });
    await sidebar.openNote('Many.md');
    const press = (key: string): void =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    all(sidebar.el, '.idea-tiers-entry-link')[3]?.focus();
    press('4');
    expect(document.activeElement).toBe(filterOf(sidebar));
    type(filterOf(sidebar), '4');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Idea 4');
    filterOf(sidebar)?.focus();
    press('Escape');
    expect(filterOf(sidebar)?.value).toBe('');
    expect(document.activeElement).toBe(filterOf(sidebar));
  });
});
