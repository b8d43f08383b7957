import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost } from '../host/boot';
import { one, openSidebarIn, type OpenSidebar } from './open-sidebar';

const FILES = {
  'Tea.md': '## Upstream ideas\n\n- [[Drinks]] — what it is.\n',
  'Drinks.md': '',
  'Ways.md': '| Tier | Way |\n|---|---|\n| 1 | Leaf |\n',
};

const open = (language = 'en'): Promise<OpenSidebar> => openSidebarIn(createHost({ files: FILES, language }));
const look = ({ el }: OpenSidebar): HTMLElement => one(el, '.idea-tiers-first-look');
const isShown = (sidebar: OpenSidebar): boolean => !look(sidebar).hasClass('is-empty');

beforeEach(() => window.localStorage.clear());
afterEach(() => window.localStorage.clear());

describe('In a vault where nothing was ever set', () => {
  test('a note with ideas says above them what upstream and downstream are', async () => {
    const sidebar = await open();
    await sidebar.openNote('Tea.md');
    expect(isShown(sidebar)).toBe(true);
    expect(look(sidebar).textContent).toBe(
      'Upstream ideas are more general than the note, downstream ideas more specific. You list them in the note, as links.' +
        'DrinksUpstreamTeaThis noteGreen teaDownstreamGot it',
    );
    const ideas = one(sidebar.el, '[data-section="ideas"]');
    expect(look(sidebar).compareDocumentPosition(ideas)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('so does a note with nothing, which says too what could be in it; one with other things alone does not', async () => {
    const sidebar = await open();
    await sidebar.openNote('Ways.md');
    expect(isShown(sidebar)).toBe(false);
    const empty = await openSidebarIn(createHost({ files: { 'Thought.md': 'A thought.\n' } }));
    await empty.openNote('Thought.md');
    expect(isShown(empty)).toBe(true);
    expect(one(empty.el, '.idea-tiers-empty-title').textContent).toBe('Nothing to show for this note. It could have:');
  });

  test('it is said in Russian as well', async () => {
    const sidebar = await open('ru');
    await sidebar.openNote('Tea.md');
    expect(look(sidebar).textContent).toMatch(/^Вышестоящие идеи — более общие, чем заметка/);
  });

  test('once dismissed it is gone, in other notes and after the next start too', async () => {
    const sidebar = await open();
    await sidebar.openNote('Tea.md');
    one(look(sidebar), 'button').click();
    expect(isShown(sidebar)).toBe(false);
    await sidebar.openNote('Drinks.md');
    await sidebar.openNote('Tea.md');
    expect(isShown(sidebar)).toBe(false);
    const next = await open();
    await next.openNote('Tea.md');
    expect(isShown(next)).toBe(false);
  });
});

test('Where something is set, its reader knows', async () => {
  const host = createHost({ files: FILES });
  const { adapter, configDir } = host.app.forPlugins.vault;
  await adapter.write(`${configDir}/plugins/idea-tiers/data.json`, '{"ribbonIcon":false}');
  const sidebar = await openSidebarIn(host);
  await sidebar.openNote('Tea.md');
  expect(isShown(sidebar)).toBe(false);
});
