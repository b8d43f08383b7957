import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../eventually';
import { PreviewDialog } from '../command/preview-dialog';
import { AddDialog } from '../command/add-dialog';
import { createHost } from '../host/boot.ts';
import { all, named, one, openSidebar, openSidebarIn, type OpenSidebar } from './open-sidebar';

const FILES = {
  'Garden/Beds.md': '## Upstream ideas\n\n- [[Soil]]\n\n## Related\n\n- [[Water]]\n',
  'Garden/Paths_around.md': '## Upstream ideas\n\n- [[Soil]]\n- [[Stone]]\n',
  'Garden/Hedge.md': 'A hedge.\n',
  'Soil.md': '',
  'Stone.md': '',
  'Water.md': '',
};

let sidebar: OpenSidebar;

beforeEach(async () => {
  document.body.empty();
  sidebar = await openSidebar({ files: FILES });
  await sidebar.openNote('Garden/Hedge.md');
});

async function unfold(): Promise<void> {
  named(sidebar.el, '[role="region"]', 'May belong here').querySelector<HTMLElement>('[role="button"]')?.click();
  await expect.poll(lists).not.toEqual({});
}

const lists = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    all(sidebar.el, '[data-section="suggestions"] ul[aria-labelledby]').map((el) => [
      document.getElementById(el.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
      all(el, '.idea-tiers-entry-link').map((link) => link.textContent),
    ]),
  );

const menuItem = (title: string): HTMLElement => {
  const items = Array.from(document.querySelectorAll<HTMLElement>('.menu .menu-item'));
  const item = items.find((el) => el.textContent === title);
  if (!item) throw new Error(`no ${title} among ${items.map((el) => el.textContent).join(', ')}`);
  return item;
};

describe('What may belong to a note', () => {
  it('is folded, and listed by relation with reasons that show their notes', async () => {
    expect(lists()).toEqual({});
    await unfold();
    await expect.poll(lists).toEqual({ 'Upstream suggestions': ['Soil', 'Stone'], 'Related suggestions': ['Water'] });
    const reason = all(sidebar.el, '[data-section="suggestions"] details')[0] ?? document.body;
    expect(one(reason, 'summary').textContent).toBe('2 notes of this folder list it above');
    expect(all(reason, 'a').map((el) => el.textContent)).toEqual(['Beds', 'Paths_around']);
    expect(all(reason, 'a wbr')).toHaveLength(1);
  });

  it('does not stand for what the note has', () => {
    expect(sidebar.el.textContent).toContain('Nothing to show for this note.');
  });

  it('is offered where the note has nothing, and so is an idea of one’s own', async () => {
    const offer = (name: string): HTMLElement | undefined =>
      all(sidebar.el, '.idea-tiers-offers > button').find((el) => el.textContent === name);
    const isOffered = (): boolean => offer('Add idea link')?.parentElement?.style.display !== 'none';
    expect(isOffered()).toBe(true);
    offer('Suggest ideas')?.click();
    await expect.poll(lists).toMatchObject({ 'Upstream suggestions': ['Soil', 'Stone'] });
    offer('Add idea link')?.click();
    await sidebar.host.settle();
    expect(document.querySelector('.prompt')).not.toBeNull();
    await sidebar.openNote('Garden/Beds.md');
    expect(isOffered()).toBe(false);
  });

  it('is added with a preview, and gone then', async () => {
    await unfold();
    named(sidebar.el, 'button', 'Add “Soil”…').click();
    await sidebar.host.settle();
    const dialog = new AddDialog(sidebar.host);
    expect(dialog.relationEl.value).toBe('upstream');
    await dialog.next();
    await new PreviewDialog(sidebar.host).click('Apply');
    await sidebar.openNote('Garden/Beds.md');
    await sidebar.openNote('Garden/Hedge.md');
    await expect.poll(lists).toEqual({ 'Upstream suggestions': ['Stone'], 'Related suggestions': ['Water'] });
  });

  it('is not suggested again once it is turned down, until that is taken back', async () => {
    await unfold();
    named(sidebar.el, 'button', 'Actions for Soil').click();
    menuItem('Not this one').click();
    await expect.poll(lists).toMatchObject({ 'Upstream suggestions': ['Stone'] });
    named(sidebar.el, 'button, [role="button"]', 'More options').click();
    menuItem('Suggest dismissed ideas again (1)').click();
    await expect.poll(lists).toMatchObject({ 'Upstream suggestions': ['Soil', 'Stone'] });
  });

  it('is shown by a command, and stands first where an idea is asked for', async () => {
    const { host } = sidebar;
    host.app.commands.executeCommandById('idea-tiers:suggest-ideas');
    await expect.poll(lists).toMatchObject({ 'Upstream suggestions': ['Soil', 'Stone'] });
    await host.app.forPlugins.workspace.getLeaf().openFile(sidebar.file('Garden/Hedge.md'));
    host.app.commands.executeCommandById('idea-tiers:add-idea-link');
    await host.settle();
    const items = Array.from(document.querySelectorAll('.prompt .suggestion-item'), (el) => el.textContent ?? '');
    expect(items.slice(0, 3)).toEqual([
      'Soil2 notes of this folder list it above',
      'Stone1 note of this folder lists it above',
      'Water1 note of this folder lists it as related',
    ]);
  });

  it('is said to be a part while the vault is still being read, and looked for once more then', async () => {
    const said = (): string => one(sidebar.el, '[data-section="suggestions"] .idea-tiers-muted').textContent;
    document.body.empty();
    const lawn = { 'Lawn.md': '## Downstream ideas\n\n- [[Hedge]]\n' };
    const host = createHost({ files: { ...FILES, ...lawn } });
    const { vault } = host.app.forPlugins;
    const read = vault.cachedRead.bind(vault);
    let goOn = (): void => undefined;
    const reading = new Promise<void>((resolve) => (goOn = resolve));
    const slow = new Set([...Object.keys(lawn), 'Garden/Beds.md', 'Garden/Paths_around.md']);
    vi.spyOn(vault, 'cachedRead').mockImplementation(async (file) => {
      if (slow.has(file.path)) await reading;
      return read(file);
    });
    sidebar = await openSidebarIn(host, false);
    await sidebar.openNote('Garden/Hedge.md');
    host.app.commands.executeCommandById('idea-tiers:suggest-ideas');
    await eventually(() => expect(said()).toBe('The vault is still being read.'));
    // Longer than it takes to look for something.
    await new Promise((resolve) => window.setTimeout(resolve, 200));
    await host.settle();
    expect(said()).toBe('The vault is still being read.');
    expect(lists()).toEqual({});
    goOn();
    await expect.poll(lists).toEqual({ 'Upstream suggestions': ['Soil', 'Stone'], 'Related suggestions': ['Water'] });
    expect(said()).toBe('');
    expect(all(sidebar.el, '.mod-implied .idea-tiers-entry-link').map((el) => el.textContent)).toEqual(['Lawn']);
  });
});
