import { afterEach, expect, test, vi } from 'vitest';
import { garble } from '../repair/garble';
import { all, openSidebar, type OpenSidebar } from './open-sidebar';

afterEach(() => document.body.empty());

const FILES = {
  'A first.md': '',
  'Bowl.md': '## Upstream ideas\n\n- [[Clay]]\n- [[Wheel]]\n- [[Bowl]]\n',
  'Clay.md': '',
  'Recent.md': '',
  'Wheel.md': '',
  'Kiln.md': `---\ntitle: "${garble('Печь для обжига глины', 'macintosh')}"\n---\n`,
  'Тёплый чай.md': '',
};

async function find(typed: string): Promise<readonly string[]> {
  const sidebar: OpenSidebar = await openSidebar({ files: FILES });
  await sidebar.openNote('Recent.md');
  await sidebar.openNote('Bowl.md');
  await vi.waitFor(() => expect(all(sidebar.el, '.idea-tiers-entry')).toHaveLength(3));
  sidebar.host.app.commands.executeCommandById('idea-tiers:find-idea');
  await sidebar.host.settle();
  const inputEl = document.querySelector<HTMLInputElement>('.prompt input');
  if (!inputEl) throw new Error('nothing is asked');
  inputEl.value = typed;
  inputEl.dispatchEvent(new Event('input', { bubbles: true }));
  await sidebar.host.settle();
  return all(document.body, '.suggestion-title').map((el) => el.textContent);
}

test('Find idea begins with what is next to the note, then with what was opened last', async () => {
  expect((await find('')).slice(0, 4)).toEqual(['Clay', 'Wheel', 'Recent', 'A first']);
});

test.each(['теплый', 'ТЁПЛЫЙ', 'ntgksq xfq', 'N`gksq'])('Find idea finds a name with ё by %s', async (typed) => {
  expect(await find(typed)).toEqual(['Тёплый чай']);
});

test('Find idea finds a Latin name that was typed with Russian keys', async () => {
  expect((await find('црууд'))[0]).toBe('Wheel');
});

test('Find idea shows the title of a garbled note as it reads repaired, and finds it by that', async () => {
  expect(await find('обжиг')).toEqual(['Kiln']);
  expect(all(document.body, '.suggestion-note').map((el) => el.textContent)).toEqual(['Печь для обжига глины']);
});
