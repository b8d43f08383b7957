import { afterEach, expect, test, vi } from 'vitest';
import { garble } from '../repair/garble';
import { all, openSidebar, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

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
  await eventually(() => expect(all(sidebar.el, '.idea-tiers-entry')).toHaveLength(3));
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

test('Find idea opens at once among thousands, searches a part of them a frame, and no more once it is closed', async () => {
  const many = Array.from({ length: 450 }, (_, at): [string, string] => [`Heap/Tile ${at}.md`, '']);
  const sidebar = await openSidebar({ files: { ...FILES, ...Object.fromEntries(many) } });
  await sidebar.openNote('Bowl.md');
  await eventually(() => expect(all(sidebar.el, '.idea-tiers-entry')).toHaveLength(3));
  const { host } = sidebar;
  const cacheOf = vi.spyOn(host.app.metadataCache, 'getFileCache');
  const read = (): number =>
    new Set(cacheOf.mock.calls.map(([{ path }]) => path).filter((path) => path.startsWith('Heap/'))).size;
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((done) => frames.push(done));
  // Every part fills a frame.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const frame = async (): Promise<void> => {
    for (const done of frames.splice(0)) done(0);
    await host.settle();
  };
  const type = async (typed: string): Promise<void> => {
    const inputEl = document.querySelector<HTMLInputElement>('.prompt input');
    if (!inputEl) throw new Error('nothing is asked');
    inputEl.value = typed;
    inputEl.dispatchEvent(new Event('input', { bubbles: true }));
    await host.settle();
  };
  const titles = (): readonly string[] => all(document.body, '.suggestion-title').map((el) => el.textContent);
  host.app.commands.executeCommandById('idea-tiers:find-idea');
  await host.settle();
  expect(titles()).toHaveLength(50);
  expect(read()).toBeLessThanOrEqual(50);
  await type('Tile 44');
  await frame();
  const looked = read();
  expect(looked).toBeLessThan(300);
  const inputEl = document.querySelector<HTMLInputElement>('.prompt input');
  inputEl?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  expect(document.querySelector('.prompt')).toBeNull();
  for (let left = 10; left > 0; left--) await frame();
  expect(read()).toBe(looked);
  cacheOf.mockClear();
  host.app.commands.executeCommandById('idea-tiers:find-idea');
  await host.settle();
  await type('Tile 44');
  const sizes = [read()];
  // What is typed meanwhile takes its place.
  await frame();
  await type('Tile 449');
  for (let left = 10; left > 0; left--) {
    await frame();
    sizes.push(read());
  }
  expect(titles()[0]).toBe('Tile 449');
  expect(read()).toBe(450);
  for (const [at, size] of sizes.entries()) expect(size - (sizes[at - 1] ?? 0)).toBeLessThanOrEqual(200);
  vi.restoreAllMocks();
});

test('Find idea finds a Latin name that was typed with Russian keys', async () => {
  expect((await find('црууд'))[0]).toBe('Wheel');
});

test('Find idea shows the title of a garbled note as it reads repaired, and finds it by that', async () => {
  expect(await find('обжиг')).toEqual(['Kiln']);
  expect(all(document.body, '.suggestion-note').map((el) => el.textContent)).toEqual(['Печь для обжига глины']);
});
